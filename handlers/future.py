"""«Подумать о будущем»: a few questions while a topic is chosen, thought of and not typed (S000 2.2; R0-016)."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.callbacks import Go
from handlers.callbacks_beginning import FutureTap
from handlers.plan_lines import cited
from handlers.views import Button, View, button, say, view
from models.errors import NotYours
from regulations.schema import Regulation
from services import plan
from services.work import Work


def row(regulation: Regulation) -> list[Button]:
    """The way from the question for the topic, where the text teaches to design one's future."""
    asked = regulation.future
    return [button("future.open", FutureTap(at=0), count=len(asked.questions))] if asked is not None else []


async def show(tap: CallbackQuery, callback_data: FutureTap, work: Work) -> View:
    """One question; behind the last one the topic."""
    asked = (await plan.own(work)).regulation.future
    at = callback_data.at
    if asked is None or not 0 <= at < len(asked.questions):
        raise NotYours("refusal-not-yours")
    last = at + 1 == len(asked.questions)
    on = button("future.on", FutureTap(at=at + 1), style="primary")
    topic = button("future.topic", Go(place="plan.topic"), style="primary" if last else None)
    return view(
        say("future", number=at + 1, total=len(asked.questions), clause=cited(asked.clause)),
        say("future-question", question=asked.questions[at].title),
        rows=[[] if last else [on], [topic]],
    )


def router() -> Router:
    """The questions."""
    routes = Router(name="future")
    routes.callback_query.register(show, FutureTap.filter())
    return routes
