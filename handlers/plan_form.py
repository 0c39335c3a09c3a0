"""The questions of a row of the plan: one title to type, the rest to tap (S000 3.1.2, 4.4)."""

from __future__ import annotations

from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import places, plan_lines
from handlers.anything import way_home
from handlers.callbacks import ActivityTap, Go, PlanTap
from handlers.choices import listed
from handlers.forms import Filling
from handlers.notices import notice
from handlers.plan_questions import items
from handlers.questions import Form, Given
from handlers.views import Button, Say, View, button, say, view
from models.plan import Activity, ActivityState
from models.route import Route
from regulations.courses import read_hours
from regulations.schema import Regulation
from services import plan, plan_habits, plan_row
from services.work import Work


async def _draft(work: Work, activity_id: int) -> Form | None:
    row = await plan_row.look(work, activity_id)
    if not row.is_open or not (row.correcting or await plan_row.may_write(work, row.route)):
        return None
    regulation, readings = work.rules.of(row.route), await plan.readings(work, row.route)
    asked = items(regulation, row, readings, await plan_habits.habits(work, row.route))
    whole = row.state is ActivityState.DRAFT
    return Form(asked, _given(regulation, row), lambda do, value: tap_of(row, do, value), whole)


def _given(regulation: Regulation, row: Activity) -> dict[str, Given]:
    rules = regulation.activities
    answers: dict[str, Given | None] = {
        "title": row.title,
        "kind": plan.title_of(rules.kinds, row.kind),
        "competencies": listed(plan.titles_of(regulation.competencies, row.competencies)),
        "growth": row.growth,
        "organiser": plan.title_of(rules.organisers, row.organiser),
        "level": plan.title_of(rules.levels, row.level),
        "starts": row.starts_on,
        "date": row.on_date,
        "presenting": plan.title_of(rules.forms, row.presenting),
        "place": row.place,
        "hours": str(row.hours or ""),
        "away": say("plan-away", away=row.away) if row.away is not None else None,
    }
    blank = {code: say("plan-blank") for code in row.blank}
    return {**blank, **{code: answer for code, answer in answers.items() if answer}}


def tap_of(row: Activity, do: str, value: str = "") -> ActivityTap:
    """A button about a row, as drawn now."""
    return ActivityTap(do=do, activity=row.id, version=row.version, value=value)


async def _keep(work: Work, activity_id: int, code: str, answer: str | date, drawn: int | None) -> View:
    value = answer.removeprefix("own:") if isinstance(answer, str) else answer
    value = read_hours(str(value)) if code == "hours" and value else value
    was = (await plan_row.look(work, activity_id)).state
    row = await plan_row.answer(work, activity_id, code, value, drawn=drawn)
    if was is ActivityState.PLANNED and code == "starts":
        return await ROW.screen(work, activity_id, "date")
    return await _on(work, row, was)


async def _period(work: Work, activity_id: int, first: date, last: date, drawn: int) -> View:
    """Both days at once."""
    was = (await plan_row.look(work, activity_id)).state
    return await _on(work, await plan_row.period(work, activity_id, first, last, drawn=drawn), was)


async def _on(work: Work, row: Activity, was: ActivityState) -> View:
    """Behind an answer: the next question, the card of a row that stands in the plan, or the plan itself."""
    if row.state is ActivityState.DRAFT:
        return await ROW.screen(work, row.id)
    if row.correcting:
        return await places.go(work, "correction.of-row", row=row.id)
    if was is ActivityState.PLANNED:
        return await places.go(work, "plan.activity", activity=row.id)
    return (await to_plan(work, row.route)).led_by(say("plan-added", title=row.title))


async def to_plan(work: Work, route: Route) -> View:
    """The plan that a row belongs to, as the acting person sees it."""
    if route.teacher_id == work.person.id:
        return await places.go(work, "plan")
    return await places.go(work, "plan.card", route=route.id)


def way_back(work: Work, route: Route) -> list[Button]:
    """«К плану», to the own one or to the team's card of it."""
    if route.teacher_id == work.person.id:
        return [button("plan-back", Go(place="plan"))]
    return [button("plan-back", PlanTap(do="card", route=route.id, version=route.version))]


async def _span(work: Work, activity_id: int, period: bool, drawn: int) -> View:
    """«Несколько дней», «Один день»."""
    await plan_row.span(work, activity_id, period, drawn=drawn)
    return await ROW.screen(work, activity_id, "starts" if period else "date")


async def _remarks(work: Work, activity_id: int, code: str, day: date) -> list[Say]:
    row = await plan_row.look(work, activity_id)
    found = await plan.of_route(work, row.route)
    return [plan_lines.outside(found)] if found.is_outside(day) else []


async def _later(work: Work, activity_id: int) -> View:
    """The draft is kept; it can be gone on with, or thrown away."""
    row = await plan_row.look(work, activity_id)
    go_on = button("plan-later.go-on", tap_of(row, "resume"), style="primary")
    drop = button("plan-later.drop", tap_of(row, "remove"))
    return view(say("plan-later"), rows=[[go_on], [drop], way_back(work, row.route)])


async def _leave(work: Work, activity_id: int) -> View:
    return await places.go(work, "plan.activity", activity=activity_id)


ROW = Filling(
    "plan.question",
    ActivityTap,
    "activity",
    _draft,
    _keep,
    _later,
    _leave,
    span=_span,
    period=_period,
    remarks=_remarks,
)


async def after_taking(work: Work, row: Activity) -> View:
    """A row that was taken from the catalogue: what is still asked, or its card."""
    if row.state is ActivityState.DRAFT:
        return await ROW.screen(work, row.id)
    return await places.go(work, "plan.activity", activity=row.id)


async def add(tap: CallbackQuery, callback_data: PlanTap, work: Work) -> View:
    """«Добавить мероприятие», or on with the row begun."""
    row = await plan_row.add(work, callback_data.route)
    return await ROW.screen(work, row.id)


async def add_interim(tap: CallbackQuery, callback_data: PlanTap, work: Work) -> View:
    """«Промежуточный отчёт», or on with the one begun."""
    row = await plan_row.add(work, callback_data.route, interim=True)
    return await ROW.screen(work, row.id)


@notice("plan-interim")
def interim_planned(name: str, title: str, on: date, where: str) -> View:
    """For the team: the teacher plans an interim report event."""
    return view(say("plan-interim", name=name, title=title, on=on, where=where), rows=way_home())


def router() -> Router:
    """The questions."""
    routes = Router(name="plan-form")
    routes.callback_query.register(add_interim, PlanTap.filter(F.do == "interim"))
    routes.callback_query.register(add, PlanTap.filter(F.do == "add"))
    routes.callback_query.register(ROW.again, ActivityTap.filter(F.do == "change"))
    routes.include_router(ROW.router())
    return routes
