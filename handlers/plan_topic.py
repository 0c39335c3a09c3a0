"""The topic of the route («тема»): one line, asked once, changeable until the plan is approved (S000 1.2)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import future, places
from handlers.callbacks import Go, PlanTap
from handlers.places import At, place
from handlers.views import View, button, say, view
from regulations.questions import Question, read_text
from services import plan, plan_term
from services.work import Work

TOPIC = Question("topic", minimum=3, maximum=200, example="plan-ask-topic.example")


@place("plan.topic")
async def screen(work: Work) -> View:
    """The question; «Без темы» is an answer, too."""
    work.account.go("plan.topic")
    found = await plan.own(work)
    topic = found.route.topic
    key = {"route": found.route.id, "version": found.route.version}
    without = [button("plan-ask-topic.none", PlanTap(do="no-topic", **key))]
    back = [button("plan-back", Go(place="plan"))]
    return view(
        say("plan-ask-topic"),
        *([say("questions-given", value=topic)] if topic else []),
        rows=[without, future.row(found.regulation), back if topic is not None else []],
    )


async def ask(tap: CallbackQuery, callback_data: PlanTap, work: Work) -> View:
    """«Тема»."""
    return await screen(work)


async def none(tap: CallbackQuery, callback_data: PlanTap, work: Work) -> View:
    """«Без темы»."""
    await plan_term.name_topic(work, callback_data.route, "", drawn=callback_data.version)
    return await places.go(work, "plan")


async def typed(message: Message, work: Work) -> View:
    """The topic in own words."""
    found = await plan.own(work)
    await plan_term.name_topic(work, found.route.id, read_text(TOPIC, message.text or ""))
    return await places.go(work, "plan")


def router() -> Router:
    """The topic."""
    routes = Router(name="plan-topic")
    routes.callback_query.register(ask, PlanTap.filter(F.do == "topic"))
    routes.callback_query.register(none, PlanTap.filter(F.do == "no-topic"))
    routes.include_router(future.router())
    routes.message.register(typed, At("plan.topic"), F.text, ~F.text.startswith("/"))
    return routes
