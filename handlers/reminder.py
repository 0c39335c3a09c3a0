"""Reminders as people see them: one soft message a day, «… было вчера?», «Напомнить завтра» (S-08, S-14)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import report
from handlers.anything import way_home
from handlers.callbacks import Go, ReminderTap
from handlers.notices import notice
from handlers.views import Rows, Say, View, button, say, view
from services import reminder_snooze
from services.work import Work

MOST_LINES = 6

Line = Mapping[str, Any]


@notice("reminder-day")
def reminder_day(day: int, lines: Sequence[Line]) -> View:
    """Everything that is close, on one evening. `day` is the local day as an ordinal."""
    later: Rows = ()
    if any(_matters_tomorrow(line) for line in lines):
        later = ((button("reminder-day.tomorrow", ReminderTap(do="tomorrow", day=day)),),)
    return view(say("reminder-day"), said(lines), rows=(*ways(lines), *later, *way_home()))


def said(lines: Sequence[Line]) -> list[Say]:
    """The lines in words, the nearest first; the rest is counted."""
    shown = [line_of(line) for line in lines[:MOST_LINES]]
    more = len(lines) - len(shown)
    return [*shown, say("reminder-more", more=more)] if more else shown


def line_of(line: Line) -> Say:
    """What, when, how many days are left; a late report without blame."""
    facts = {"title": line["title"], "on": line["on"], "left": line["left"]}
    if line["kind"] == "activity":
        return say("reminder-activity", **facts)
    if line["kind"] == "final_event":
        return say("reminder-final-event", **facts)
    if line["left"] < 0:
        return say("reminder-report-late", title=line["title"], on=line["on"])
    return say("reminder-report", **facts)


def ways(lines: Sequence[Line]) -> Rows:
    """A way to each place where something of it is done."""
    kinds = {line["kind"] for line in lines}
    places = (
        ("report", button("reminder-day.report", Go(place="report"), style="primary")),
        ("activity", button("reminder-day.plan", Go(place="plan"))),
        ("final_event", button("reminder-day.final-event", Go(place="final-event"))),
    )
    return tuple((way,) for kind, way in places if kind in kinds)


def _matters_tomorrow(line: Line) -> bool:
    return bool(line["kind"] == "report" or line["left"] > 0)


@notice("reminder-nudge")
def reminder_nudge(*, activity: int, version: int, title: str, on: date, ago: int, more: int) -> View:
    """«… было вчера?»: three answers; `more` activities wait for the same question in the menu."""
    asked = say("report-was", title=title, on=on, ago=ago)
    rows = report.was_it(activity, version)
    if not more:
        return view(asked, rows=[*rows, *way_home()])
    rest = [button("reminder-day.report", Go(place="report"))]
    return view(asked, say("reminder-nudge-more", more=more), rows=[*rows, rest, *way_home()])


async def tomorrow(tap: CallbackQuery, callback_data: ReminderTap, work: Work) -> View:
    """«Напомнить завтра»: the button goes, the day is named."""
    put_off = await reminder_snooze.put_off(work, callback_data.day)
    rows = (*ways(put_off.lines), *way_home())
    return view(said(put_off.lines), say("reminder-put-off", on=put_off.again_on), rows=rows)


def router() -> Router:
    """The one thing that can be tapped here; the ways lead to other stages."""
    routes = Router(name="reminder")
    routes.callback_query.register(tomorrow, ReminderTap.filter(F.do == "tomorrow"))
    return routes
