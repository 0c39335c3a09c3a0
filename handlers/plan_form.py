"""One row of the plan: four questions to write it, a card where each answer can be changed (S000 4.4)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import places, plan_lines
from handlers.anything import way_home
from handlers.callbacks import ActivityTap, Go, PlanTap
from handlers.forms import Filling
from handlers.places import place
from handlers.questions import Form, Given, Item
from handlers.views import Button, Say, View, button, say, view
from models.plan import Activity, ActivityState
from models.route import RouteState
from regulations.questions import Option, Question, QuestionKind
from regulations.rule import Named
from regulations.scales import Reading
from regulations.schema import Regulation
from services import plan
from services.plan import Plan
from services.work import Work

TITLE = Question("title", minimum=3, maximum=200, example="plan-ask-title.example")


def options(named: tuple[Named, ...]) -> tuple[Option, ...]:
    """A list of the regulation as buttons."""
    return tuple(Option(one.code, one.title) for one in named)


def items(regulation: Regulation, readings: Mapping[str, Reading]) -> tuple[Item, ...]:
    """The questions of a row: what, for which competency, when, how the result is presented."""
    choice = QuestionKind.CHOICE
    competency = Question("competencies", choice, options=options(regulation.competencies))
    forms = options(regulation.activities.forms)
    example = "plan-ask-presenting.example"
    presenting = Question("presenting", choice, minimum=3, maximum=100, example=example, options=forms)
    clause = plan_lines.cited(regulation.activities.clause)
    return (
        Item(TITLE, "plan-ask-title"),
        Item(
            competency,
            "plan-ask-competency",
            facts={"clause": clause, "measured": bool(readings)},
            order=by_need(regulation, readings),
            marks={
                code: regulation.thresholds.deficit_name(one.deficit)
                for code, one in readings.items()
                if one.competence in regulation.activities.for_levels
            },
        ),
        Item(Question("date", QuestionKind.DATE), "plan-ask-date"),
        Item(presenting, "plan-ask-presenting", own=True),
    )


def by_need(regulation: Regulation, readings: Mapping[str, Reading]) -> tuple[str, ...]:
    """Codes of the competencies, the lowest score first, the unmeasured last (X08)."""
    codes = [one.code for one in regulation.competencies]
    return tuple(sorted(codes, key=lambda code: readings[code].score if code in readings else 1001))


async def _draft(work: Work, activity_id: int) -> Form | None:
    row = await plan.activity(work, activity_id)
    if not row.is_open:
        return None
    regulation = work.rules.of(row.route)
    asked = items(regulation, await plan.readings(work, row.route))
    whole = row.state is ActivityState.DRAFT
    return Form(asked, _given(regulation, row), lambda do, value: _tap(row, do, value), whole)


def _given(regulation: Regulation, row: Activity) -> dict[str, Given]:
    answers: dict[str, Given | None] = {
        "title": row.title,
        "competencies": next(iter(plan.titles_of(regulation.competencies, row.competencies)), ""),
        "date": row.on_date,
        "presenting": plan.title_of(regulation.activities.forms, row.presenting),
    }
    return {code: answer for code, answer in answers.items() if answer}


def _tap(row: Activity, do: str, value: str = "") -> ActivityTap:
    return ActivityTap(do=do, activity=row.id, version=row.version, value=value)


async def _keep(work: Work, activity_id: int, code: str, answer: str | date, drawn: int | None) -> View:
    was = (await plan.activity(work, activity_id)).state
    row = await plan.answer(work, activity_id, code, answer, drawn=drawn)
    if row.state is ActivityState.DRAFT:
        return await ROW.screen(work, activity_id)
    if was is ActivityState.PLANNED:
        return await places.go(work, "plan.activity", activity=activity_id)
    return (await places.go(work, "plan")).led_by(say("plan-added", title=row.title))


async def _remarks(work: Work, activity_id: int, code: str, day: date) -> list[Say]:
    row = await plan.activity(work, activity_id)
    found = await plan.of_route(work, row.route)
    return [plan_lines.outside(found)] if found.is_outside(day) else []


async def _later(work: Work, activity_id: int) -> View:
    """The draft is kept; it can be gone on with, or thrown away."""
    row = await plan.activity(work, activity_id)
    return view(
        say("plan-later"),
        rows=[
            [button("plan-later.go-on", _tap(row, "resume"), style="primary")],
            [button("plan-later.drop", _tap(row, "remove"))],
            [button("plan-back", Go(place="plan"))],
        ],
    )


async def _leave(work: Work, activity_id: int) -> View:
    return await places.go(work, "plan.activity", activity=activity_id)


ROW = Filling("plan.question", ActivityTap, "activity", _draft, _keep, _remarks, later=_later, leave=_leave)


async def add(tap: CallbackQuery, callback_data: PlanTap, work: Work) -> View:
    """«Добавить мероприятие», or on with the row begun."""
    row = await plan.add(work, callback_data.route)
    return await ROW.screen(work, row.id)


@place("plan.activity")
async def card(work: Work, activity: int) -> View:
    """One row, what the regulation says about it, and what can be changed."""
    row = await plan.activity(work, activity)
    if row.state in (ActivityState.REMOVED, ActivityState.DRAFT):
        return await places.go(work, "plan")
    work.account.go("plan.activity", activity=activity)
    found = await plan.of_route(work, row.route)
    remarks = plan_lines.row_remarks(found, row, await plan.readings(work, row.route))
    back = [button("plan-back", Go(place="plan"))]
    return view(
        say("plan-activity", state=row.state.value, **plan_lines.in_words(plan.row_facts(found, row))),
        *([remarks] if remarks else []),
        rows=[*_changes(found, row), back, *way_home()],
    )


def _changes(found: Plan, row: Activity) -> list[list[Button]]:
    if not row.is_open:
        return []
    rows = [
        [button("plan-activity.title", _tap(row, "change", "0."))],
        [button("plan-activity.competency", _tap(row, "change", "1."))],
        [button("plan-activity.date", _tap(row, "change", "2."))],
        [button("plan-activity.presenting", _tap(row, "change", "3."))],
    ]
    if found.route.state is RouteState.DRAFT:
        rows.append([button("plan-activity.remove", _tap(row, "remove"))])
    return rows


async def open_row(tap: CallbackQuery, callback_data: ActivityTap, work: Work) -> View:
    """A row of the list, or «Нет, оставить»."""
    row = await plan.activity(work, callback_data.activity)
    return await card(work, row.id)


async def ask_to_remove(tap: CallbackQuery, callback_data: ActivityTap, work: Work) -> View:
    """«Убрать»: asked once more."""
    row = await plan.activity(work, callback_data.activity)
    row.drawn(callback_data.version)
    return view(
        say("plan-remove", title=row.title) if row.title else say("plan-drop"),
        rows=[
            [button("plan-remove.yes", _tap(row, "remove-yes"), style="danger")],
            [button("plan-remove.no", _tap(row, "open"))],
        ],
    )


async def remove(tap: CallbackQuery, callback_data: ActivityTap, work: Work) -> View:
    """«Да, убрать»."""
    await plan.remove(work, callback_data.activity, drawn=callback_data.version)
    return (await places.go(work, "plan")).with_toast(say("plan-removed"))


def router() -> Router:
    """The rows."""
    routes = Router(name="plan-form")
    routes.callback_query.register(add, PlanTap.filter(F.do == "add"))
    routes.callback_query.register(open_row, ActivityTap.filter(F.do == "open"))
    routes.callback_query.register(ROW.again, ActivityTap.filter(F.do == "change"))
    routes.callback_query.register(ask_to_remove, ActivityTap.filter(F.do == "remove"))
    routes.callback_query.register(remove, ActivityTap.filter(F.do == "remove-yes"))
    routes.include_router(ROW.router())
    return routes
