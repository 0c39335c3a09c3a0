"""The card of one row of the plan: everything about it, and what can be changed (S000 4.4)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import plan_lines
from handlers.anything import way_home
from handlers.callbacks import ActivityTap
from handlers.callbacks_files import CalendarTap
from handlers.places import place
from handlers.plan_form import tap_of, to_plan, way_back
from handlers.plan_questions import place_of
from handlers.views import Button, Say, View, button, say, view
from models.plan import Activity, ActivityState
from models.route import RouteState
from services import own_calendar, plan, plan_row
from services.work import Work


@place("plan.activity")
async def card(work: Work, activity: int) -> View:
    """One row, what the regulation says about it, and what can be changed."""
    row = await plan_row.look(work, activity)
    if row.state in (ActivityState.REMOVED, ActivityState.DRAFT):
        return await to_plan(work, row.route)
    work.account.go("plan.activity", activity=activity)
    found = await plan.of_route(work, row.route)
    readings = await plan.readings(work, row.route)
    remarks = plan_lines.row_remarks(found, row, readings)
    facts = plan_lines.in_words(plan.row_facts(found, row))
    growth = [say("plan-activity-growth", growth=row.growth)] if row.growth else []
    interim = [say("plan-activity-interim", where=row.place)] if row.interim else []
    by = [] if row.author_id == work.person.id else [say("plan-activity-author", name=row.author.short_name)]
    changes = _changes(row, plan_row.only_strong(row, readings))
    return view(
        [say("plan-activity", state=row.state.value, **facts), *interim, *_load(row), *growth, *by],
        *([remarks] if remarks else []),
        rows=[
            *(changes if row.is_open and await plan_row.may_write(work, row.route) else []),
            _replace(row),
            _calendar(work, row),
            way_back(work, row.route),
            *way_home(),
        ],
    )


def _replace(row: Activity) -> list[Button]:
    """In an approved plan: what cannot be held gives way to another (S000 4.6)."""
    under_way = row.state is ActivityState.ON_REPLACEMENT
    if row.route.state is not RouteState.ACTIVE or not (row.may_give_way or under_way):
        return []
    return [button("plan-activity.replace", tap_of(row, "replace"), under=under_way)]


def _calendar(work: Work, row: Activity) -> list[Button]:
    """For the teacher: the day of the row as a file for the calendar of the telephone."""
    if row.route.teacher_id != work.person.id or not own_calendar.is_to_come(row):
        return []
    return [button("plan-activity.calendar", CalendarTap(do="row", activity=row.id))]


def _load(row: Activity) -> list[Say]:
    """Hours and whether it is away, where they are known."""
    if row.hours is None and row.away is None:
        return []
    away = say("plan-away", away=row.away) if row.away is not None else say("plan-blank")
    return [say("plan-activity-load", hours=row.hours or 0, away=away)]


def _changes(row: Activity, strong: bool) -> list[list[Button]]:
    """What can be changed, two side by side; of an interim report event its day, form and place."""
    title, kind, competencies, growth, organiser, level, days, presenting, hours, away = (
        button("plan-activity.title", tap_of(row, "change", place_of("title"))),
        button("plan-activity.kind", tap_of(row, "change", place_of("kind"))),
        button("plan-activity.competencies", tap_of(row, "change", place_of("competencies"))),
        button("plan-activity.growth", tap_of(row, "change", place_of("growth"))),
        button("plan-activity.organiser", tap_of(row, "change", place_of("organiser"))),
        button("plan-activity.level", tap_of(row, "change", place_of("level"))),
        button("plan-activity.date", tap_of(row, "change", place_of("starts" if row.period else "date"))),
        button("plan-activity.presenting", tap_of(row, "change", place_of("presenting"))),
        button("plan-activity.hours", tap_of(row, "change", place_of("hours"))),
        button("plan-activity.away", tap_of(row, "change", place_of("away"))),
    )
    remove = [button("plan-activity.remove", tap_of(row, "remove"))]
    removes = remove if row.route.state is not RouteState.ACTIVE else []
    if row.interim:
        place = button("plan-activity.place", tap_of(row, "change", place_of("place")))
        return [[days, presenting], [place], removes]
    return [
        [days, title],
        [kind, *([] if "competencies" in row.blank else [competencies])],
        [organiser, level],
        [presenting, *([growth] if strong or row.growth else [])],
        [hours, away],
        removes,
    ]


async def open_row(tap: CallbackQuery, callback_data: ActivityTap, work: Work) -> View:
    """A row of the list, or «Нет, оставить»."""
    row = await plan_row.look(work, callback_data.activity)
    return await card(work, row.id)


async def ask_to_remove(tap: CallbackQuery, callback_data: ActivityTap, work: Work) -> View:
    """«Убрать»: asked once more."""
    row = await plan_row.look(work, callback_data.activity)
    row.drawn(callback_data.version)
    return view(
        say("plan-remove", title=row.title) if row.title else say("plan-drop"),
        rows=[
            [button("plan-remove.yes", tap_of(row, "remove-yes"), style="danger")],
            [button("plan-remove.no", tap_of(row, "open"))],
        ],
    )


async def remove(tap: CallbackQuery, callback_data: ActivityTap, work: Work) -> View:
    """«Да, убрать»."""
    row = await plan_row.remove(work, callback_data.activity, drawn=callback_data.version)
    return (await to_plan(work, row.route)).with_toast(say("plan-removed"))


def router() -> Router:
    """The card."""
    routes = Router(name="plan-row")
    routes.callback_query.register(open_row, ActivityTap.filter(F.do == "open"))
    routes.callback_query.register(ask_to_remove, ActivityTap.filter(F.do == "remove"))
    routes.callback_query.register(remove, ActivityTap.filter(F.do == "remove-yes"))
    return routes
