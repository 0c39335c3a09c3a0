"""The term of the route: calendar months from today, or two dates as people type them (S000 3.1.3, X14)."""

from __future__ import annotations

from datetime import date, timedelta

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import places, plan_lines, why
from handlers.anything import way_home
from handlers.callbacks import Go, PlanTap
from handlers.forms import Filling
from handlers.places import place
from handlers.questions import Form, Given, Item
from handlers.views import Button, Say, View, button, say, view
from models.errors import NotYours
from models.route import RouteState
from regulations.calendar import add_months
from regulations.duration import Duration, Term
from regulations.questions import Question, QuestionKind
from services import plan, plan_term
from services.plan import Plan
from services.work import Work

USUAL_MONTHS = (6, 12, 24, 36, 48, 60)


def offered(duration: Duration) -> list[int]:
    """The round numbers of months that a regulation allows, its own bounds among them."""
    least, most = duration.min_months or 1, duration.max_months or USUAL_MONTHS[-1]
    own = {bound for bound in (duration.min_months, duration.max_months) if bound}
    return sorted(own | {count for count in USUAL_MONTHS if least <= count <= most})


def choices(found: Plan, today: date) -> list[list[Button]]:
    """A button for each round term from today, and one for own dates."""
    key = {"route": found.route.id, "version": found.route.version}
    rows = []
    for count in offered(found.regulation.duration):
        data = PlanTap(do="months", value=str(count), **key)
        until = add_months(today, count)
        rows.append([button("plan-term-choice.months", data, months=count, until=until)])
    return [*rows, [button("plan-term-choice.dates", PlanTap(do="dates", **key))]]


@place("plan.term")
async def term_screen(work: Work) -> View:
    """The choice of another term."""
    work.account.go("plan.term")
    found = await plan.own(work)
    duration = found.regulation.duration
    bounds = plan_lines.bounds_lines(duration.min_months or 0, duration.max_months or 0, duration.clause)
    back = [button("plan-back", Go(place="plan"))]
    return view(
        [say("plan-term-choice"), *bounds],
        rows=[*choices(found, work.today), why.bounds_button(found), back, *way_home()],
    )


async def ask(tap: CallbackQuery, callback_data: PlanTap, work: Work) -> View:
    """«Изменить срок»."""
    return await places.go(work, "plan.term")


async def choose(tap: CallbackQuery, callback_data: PlanTap, work: Work) -> View:
    """A round number of months from today."""
    if not callback_data.value.isdecimal():
        raise NotYours("refusal-not-yours")
    months = int(callback_data.value)
    found = await plan_term.choose_months(work, callback_data.route, months, drawn=callback_data.version)
    return await chosen(work, found)


async def chosen(work: Work, found: Plan) -> View:
    """The term stands: back to the plan, once by way of the topic."""
    if found.route.topic is None:
        return await places.go(work, "plan.topic")
    return await places.go(work, "plan")


async def own_dates(tap: CallbackQuery, callback_data: PlanTap, work: Work) -> View:
    """«Указать даты»."""
    return await DATES.screen(work, callback_data.route, "starts")


def _items(starts: date | None) -> tuple[Item, Item]:
    first = Item(Question("starts", QuestionKind.DATE), "plan-ask-starts")
    after = starts + timedelta(days=1) if starts else None
    return first, Item(Question("ends", QuestionKind.DATE), "plan-ask-ends", near=False, earliest=after)


async def _draft(work: Work, route_id: int) -> Form | None:
    found = await plan.look(work, route_id)
    route = found.route
    if route.state is not RouteState.DRAFT:
        return None
    dates = {"starts": route.starts_on, "ends": route.ends_on}
    given: dict[str, Given] = {code: day for code, day in dates.items() if day is not None}
    key = {"route": route.id, "version": route.version}
    return Form(_items(route.starts_on), given, lambda do, value: PlanTap(do=do, value=value, **key))


async def _keep(work: Work, route_id: int, code: str, answer: str | date, drawn: int | None) -> View:
    assert isinstance(answer, date)
    assert drawn is not None
    if code == "starts":
        await plan_term.start_on(work, route_id, answer, drawn=drawn)
        return await DATES.screen(work, route_id, "ends")
    found = await plan_term.end_on(work, route_id, answer, drawn=drawn)
    return await chosen(work, found)


async def _remarks(work: Work, route_id: int, code: str, day: date) -> list[Say]:
    """An end too near or too far, with the clause: a warning."""
    found = await plan.look(work, route_id)
    starts, duration = found.route.starts_on, found.regulation.duration
    if code == "starts" or starts is None or day <= starts:
        return []
    term: Term = duration.judge(starts, day)
    return plan_lines.judged(term.value, duration.min_months or 0, duration.max_months or 0, duration.clause)


async def _home(work: Work, route_id: int) -> View:
    return await places.go(work, "plan")


DATES = Filling("plan.dates", PlanTap, "route", _draft, _keep, later=_home, leave=_home, remarks=_remarks)


def router() -> Router:
    """The choice and the two dates."""
    routes = Router(name="plan-term")
    routes.callback_query.register(ask, PlanTap.filter(F.do == "term"))
    routes.callback_query.register(choose, PlanTap.filter(F.do == "months"))
    routes.callback_query.register(own_dates, PlanTap.filter(F.do == "dates"))
    routes.include_router(DATES.router())
    return routes
