"""«Посоветовать»: a recommendation of the team in one message, read by the teacher while choosing (R0-011)."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places
from handlers.anything import way_home
from handlers.callbacks import Go, PlanTap
from handlers.callbacks_recommendation import RecommendTap
from handlers.notices import notice
from handlers.places import At, place
from handlers.reminder_lines import brief
from handlers.views import Button, Say, View, button, say, view
from models.recommendation import Recommendation
from regulations.questions import Question, QuestionKind, read_text
from services import recommendation
from services.work import Work

TEXT = Question("recommendation", QuestionKind.LONG_TEXT, 3, 500, example="recommendation-ask.example")
SHOWN = 3


def row(route_id: int) -> list[Button]:
    """The way from the card of a plan."""
    return [button("recommendation.write", RecommendTap(route=route_id))]


def lines(given: Sequence[Recommendation]) -> list[Say]:
    """The newest ones, with who advised."""
    return [say("recommendation-line", name=one.author.short_name, text=one.text) for one in given[:SHOWN]]


async def ask(tap: CallbackQuery, callback_data: RecommendTap, work: Work) -> View:
    """«Посоветовать»."""
    return await places.go(work, "recommendation", route=callback_data.route)


@place("recommendation")
async def screen(work: Work, route: int) -> View:
    """The question, with what was advised before."""
    found, given = await recommendation.look(work, route)
    back = button("plan-back", PlanTap(do="card", route=found.id, version=found.version))
    shown = lines(given)
    return view(
        say("recommendation-ask", name=found.teacher.short_name),
        *([shown] if shown else []),
        rows=[[back]],
    )


async def typed(message: Message, work: Work) -> View:
    """The advice in own words; the card of the plan again."""
    words = read_text(TEXT, message.text or "")
    route = await recommendation.write(work, work.account.place_ids["route"], words)
    shown = await places.go(work, "plan.card", route=route.id)
    return shown.led_by(say("recommendation-sent", name=route.teacher.short_name))


@notice("recommendation-told")
def told(*, name: str, text: str) -> View:
    """For the teacher: somebody of the team advises."""
    return view(
        say("recommendation-told", name=name, text=brief(text)),
        rows=[[button("recommendation-told.plan", Go(place="plan"))], *way_home()],
    )


def router() -> Router:
    """The recommendations."""
    routes = Router(name="recommendation")
    routes.callback_query.register(ask, RecommendTap.filter(F.route))
    routes.message.register(typed, At("recommendation"), F.text, ~F.text.startswith("/"))
    return routes
