"""Reminders as people see them: one soft message a day, «… было вчера?», «Напомнить завтра» (S-08, S-14)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers.anything import way_home
from handlers.callbacks import Go, ReminderTap
from handlers.notices import notice
from handlers.reminder_lines import Line, brief, done_tap, move_tap, said
from handlers.report_question import was_it
from handlers.views import Button, Data, Rows, View, button, say, view
from services import reminder_check, reminder_snooze
from services.work import Work


@notice("reminder-day", check=reminder_check.lines_that_stand)
def reminder_day(*, today: date, day: int, lines: Sequence[Line], back: bool = False) -> View:
    """Everything that is close, on one evening. `day`: its local day as an ordinal; `back`: from a vacation."""
    again: Rows = ()
    if any(line["kind"] != "activity" or line["on"] > today for line in lines):
        again = ((button("reminder-day.tomorrow", ReminderTap(do="tomorrow", day=day)),),)
    rows = (*acts(lines, day), *again, *ways(lines))
    return view(say("reminder-day", back=back), said(lines, today), rows=rows)


def acts(lines: Sequence[Line], day: int) -> Rows:
    """«Уже сделано» and «Перенести»: of one thing at once, of several after a choice."""
    row = []
    if done := _tap(done_tap, lines, ReminderTap(do="done", day=day)):
        owed = all(line["kind"] in ("report", "route") for line in lines)
        row.append(
            button("reminder-day.report", done, style="primary")
            if owed
            else button("reminder-day.done", done)
        )
    if move := _tap(move_tap, lines, ReminderTap(do="move", day=day)):
        row.append(button("reminder-day.move", move))
    return (tuple(row),) if row else ()


def _tap(of: Callable[[Line], Data | None], lines: Sequence[Line], choice: Data) -> Data | None:
    taps = [tap for line in lines if (tap := of(line)) is not None]
    return choice if len(taps) > 1 else next(iter(taps), None)


def ways(lines: Sequence[Line]) -> Rows:
    """A way to each place where something of it is seen whole, and home."""
    kinds = {line["kind"] for line in lines}
    shown = (
        ({"activity", "route"}, button("reminder-day.plan", Go(place="plan"))),
        ({"final_event"}, button("reminder-day.final-event", Go(place="final-event"))),
    )
    settings = button("reminder-day.settings", Go(place="remind"))
    return (*((way,) for of, way in shown if kinds & of), (*way_home()[0], settings))


@notice("reminder-nudge", check=reminder_check.questions_that_stand)
def reminder_nudge(*, today: date, activity: int, version: int, title: str, on: date, more: int) -> View:
    """«… было вчера?»: three answers; `more` activities wait for the same question in the menu."""
    asked = say("report-was", title=title, on=on, ago=(today - on).days)
    rows = was_it(activity, version)
    if not more:
        return view(asked, rows=[*rows, *way_home()])
    rest = [button("reminder-nudge-more.report", Go(place="report"))]
    return view(asked, say("reminder-nudge-more", more=more), rows=[*rows, rest, *way_home()])


async def tomorrow(tap: CallbackQuery, callback_data: ReminderTap, work: Work) -> View:
    """«Напомнить завтра»: the button goes, the day is named."""
    put_off = await reminder_snooze.put_off(work, callback_data.day)
    rows = (*acts(put_off.lines, callback_data.day), *ways(put_off.lines))
    said_so = say("reminder-put-off", on=put_off.again_on)
    return view(said_so, said(put_off.lines, work.today), rows=rows)


async def choose_done(tap: CallbackQuery, callback_data: ReminderTap, work: Work) -> View:
    """«Уже сделано» on a reminder of several things: which?"""
    lines = await reminder_snooze.still_waiting(work, callback_data.day)
    rows = [
        [button("reminder-choose.line", data, title=brief(line["title"]), on=line["on"])]
        for line in lines
        if (data := done_tap(line)) is not None
    ]
    return view(say("reminder-choose-done"), rows=[*rows, _back(callback_data.day)])


async def choose_move(tap: CallbackQuery, callback_data: ReminderTap, work: Work) -> View:
    """«Перенести» on a reminder of several things: which?"""
    lines = await reminder_snooze.still_waiting(work, callback_data.day)
    rows = [
        [button("reminder-choose.line", data, title=brief(line["title"]), on=line["on"])]
        for line in lines
        if (data := move_tap(line)) is not None
    ]
    return view(say("reminder-choose-move"), rows=[*rows, _back(callback_data.day)])


def _back(day: int) -> list[Button]:
    return [button("reminder-choose.back", ReminderTap(do="back", day=day))]


async def back(tap: CallbackQuery, callback_data: ReminderTap, work: Work) -> View:
    """From the choice to the reminder, as it stands now."""
    lines = await reminder_snooze.still_waiting(work, callback_data.day)
    return reminder_day(today=work.today, day=callback_data.day, lines=lines)


def router() -> Router:
    """What can be tapped on a reminder; its ways lead to other stages."""
    routes = Router(name="reminder")
    routes.callback_query.register(tomorrow, ReminderTap.filter(F.do == "tomorrow"))
    routes.callback_query.register(choose_done, ReminderTap.filter(F.do == "done"))
    routes.callback_query.register(choose_move, ReminderTap.filter(F.do == "move"))
    routes.callback_query.register(back, ReminderTap.filter(F.do == "back"))
    return routes
