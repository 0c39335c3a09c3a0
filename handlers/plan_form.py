"""The questions of a row of the plan: one title to type, the rest to tap (S000 3.1.2, 4.4)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import places, plan_lines
from handlers.callbacks import ActivityTap, Go, PlanTap
from handlers.choices import listed
from handlers.forms import Filling
from handlers.questions import Form, Given, Item
from handlers.views import Button, Say, View, button, say, view
from models.plan import Activity, ActivityState
from models.route import Route
from regulations import suggestions
from regulations.questions import Option, Question, QuestionKind
from regulations.rule import Named
from regulations.scales import Reading
from regulations.schema import Regulation
from regulations.words import Words
from services import plan, plan_row
from services.plan_row import Habits
from services.work import Work

TITLE = Question("title", minimum=3, maximum=200, example="plan-ask-title.example")
CODES = ("title", "kind", "competencies", "growth", "organiser", "level", "starts", "date", "presenting")
"""The questions in their order; their places stand in buttons."""
FIRST = 6
"""So many options of a long list stand before «Ещё варианты»."""


def place_of(code: str) -> str:
    """What the button that changes one answer carries."""
    return f"{CODES.index(code)}."


def options(named: tuple[Named, ...]) -> tuple[Option, ...]:
    """A list of the regulation as buttons."""
    return tuple(Option(one.code, one.title) for one in named)


def items(
    regulation: Regulation, row: Activity, readings: Mapping[str, Reading], habits: Habits
) -> tuple[Item, ...]:
    """The questions of a row; what is not asked as things are keeps its place."""
    return (
        Item(TITLE, "plan-ask-title"),
        _kind(regulation, row, habits),
        _competencies(regulation, row, readings),
        _growth(row, readings),
        _organiser(regulation, habits),
        _level(regulation, row),
        *_days(row),
        _presenting(regulation),
    )


def _kind(regulation: Regulation, row: Activity, habits: Habits) -> Item:
    """The kind; not asked where the title tells it."""
    rules = regulation.activities
    kinds = [one.code for one in rules.kinds]
    usual = [code for code in (*habits.kinds, *rules.usual) if code in kinds]
    question = Question("kind", QuestionKind.CHOICE, options=options(rules.kinds))
    told = bool(row.kind) and row.kind == rules.kind_told_by(row.title)
    order = tuple(dict.fromkeys([*usual, *kinds]))
    return Item(question, "plan-ask-kind", order=order, first=FIRST, hidden=told)


def _competencies(regulation: Regulation, row: Activity, readings: Mapping[str, Reading]) -> Item:
    """One or several, those with a lower level first (X08)."""
    marks = {
        code: regulation.thresholds.deficit_name(one.deficit)
        for code, one in readings.items()
        if one.competence in regulation.activities.for_levels
    }
    offered = options(regulation.competencies)
    clause = plan_lines.cited(regulation.activities.clause)
    return Item(
        Question("competencies", QuestionKind.CHOICES, options=offered, maximum=len(offered)),
        "plan-ask-competencies",
        facts={"clause": clause, "measured": bool(readings)},
        order=by_need(regulation, readings),
        marks=marks,
        chosen=tuple(row.competencies),
    )


def by_need(regulation: Regulation, readings: Mapping[str, Reading]) -> tuple[str, ...]:
    """Codes of the competencies, the lowest score first, the unmeasured last (X08)."""
    codes = [one.code for one in regulation.competencies]
    return tuple(sorted(codes, key=lambda code: readings[code].score if code in readings else 1001))


def _growth(row: Activity, readings: Mapping[str, Reading]) -> Item:
    """Why a strong competency is developed; asked only then, and never a must (X08)."""
    ready = tuple(Option(one.code, one.title) for one in suggestions.load().reasons)
    example = "plan-ask-growth.example"
    choice = QuestionKind.CHOICE
    question = Question("growth", choice, 3, 200, optional=True, example=example, options=ready)
    hidden = not plan_row.only_strong(row, readings)
    return Item(question, "plan-ask-growth", own=True, hidden=hidden)


def _organiser(regulation: Regulation, habits: Habits) -> Item:
    """The organisers of the regulation, and own words; those used last stand first."""
    own = tuple(Option(f"own:{name}", Words(ru=name), own=True) for name in habits.organisers)
    offered = (*options(regulation.activities.organisers), *own)
    order = [one.code for one in reversed(own)] + [one.code for one in offered if one not in own]
    example = "plan-ask-organiser.example"
    choice = QuestionKind.CHOICE
    question = Question("organiser", choice, 2, 200, optional=True, example=example, options=offered)
    return Item(question, "plan-ask-organiser", own=True, order=tuple(order), first=FIRST)


def _level(regulation: Regulation, row: Activity) -> Item:
    """The level; the one that the organiser usually has stands first."""
    rules = regulation.activities
    usual = [one.level for one in rules.organisers if one.code == row.organiser and one.level]
    codes = [one.code for one in rules.levels]
    order = tuple(dict.fromkeys([*usual, *codes]))
    question = Question("level", QuestionKind.CHOICE, optional=True, options=options(rules.levels))
    return Item(question, "plan-ask-level", order=order)


def _days(row: Activity) -> tuple[Item, Item]:
    """A day, or the first and the last one of a period."""
    first, last = Question("starts", QuestionKind.DATE), Question("date", QuestionKind.DATE)
    starts = Item(first, "plan-ask-first-day", hidden=not row.period, span=False)
    if not row.period:
        return starts, Item(last, "plan-ask-date", span=True)
    return starts, Item(last, "plan-ask-last-day", near=False, earliest=row.starts_on)


def _presenting(regulation: Regulation) -> Item:
    forms = options(regulation.activities.forms)
    example = "plan-ask-presenting.example"
    question = Question("presenting", QuestionKind.CHOICE, 3, 100, example=example, options=forms)
    return Item(question, "plan-ask-presenting", own=True)


async def _draft(work: Work, activity_id: int) -> Form | None:
    row = await plan_row.look(work, activity_id)
    if not row.is_open or not await plan_row.may_write(work, row.route):
        return None
    regulation, readings = work.rules.of(row.route), await plan.readings(work, row.route)
    asked = items(regulation, row, readings, await plan_row.habits(work, row.route))
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
    }
    blank = {code: say("plan-blank") for code in row.blank}
    return {**blank, **{code: answer for code, answer in answers.items() if answer}}


def tap_of(row: Activity, do: str, value: str = "") -> ActivityTap:
    """A button about a row, as drawn now."""
    return ActivityTap(do=do, activity=row.id, version=row.version, value=value)


async def _keep(work: Work, activity_id: int, code: str, answer: str | date, drawn: int | None) -> View:
    value = answer.removeprefix("own:") if isinstance(answer, str) else answer
    was = (await plan_row.look(work, activity_id)).state
    row = await plan_row.answer(work, activity_id, code, value, drawn=drawn)
    if row.state is ActivityState.DRAFT:
        return await ROW.screen(work, activity_id)
    if was is ActivityState.PLANNED:
        if code == "starts":
            return await ROW.screen(work, activity_id, "date")
        return await places.go(work, "plan.activity", activity=activity_id)
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
    "plan.question", ActivityTap, "activity", _draft, _keep, _remarks, later=_later, leave=_leave, span=_span
)


async def add(tap: CallbackQuery, callback_data: PlanTap, work: Work) -> View:
    """«Добавить мероприятие», or on with the row begun."""
    row = await plan_row.add(work, callback_data.route)
    return await ROW.screen(work, row.id)


def router() -> Router:
    """The questions."""
    routes = Router(name="plan-form")
    routes.callback_query.register(add, PlanTap.filter(F.do == "add"))
    routes.callback_query.register(ROW.again, ActivityTap.filter(F.do == "change"))
    routes.include_router(ROW.router())
    return routes
