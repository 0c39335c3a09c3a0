"""The plan of a mentoring programme: its rows, one asked cell by cell, the mark when it is done (R4-015)."""

from __future__ import annotations

from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import mentoring_paper, places
from handlers.callbacks_mentoring import MentorTap, RowTap
from handlers.forms import Filling
from handlers.mentoring_card import label, tap
from handlers.places import place, redraws
from handlers.questions import Form, Given, Item
from handlers.reminder_lines import brief
from handlers.views import Button, Say, View, button, say, view
from models.mentoring_log import MentorshipRow
from models.mentoring_member import MentorshipState
from regulations.mentoring_note import MentoringNote, Ready
from regulations.questions import Option, Question, QuestionKind
from regulations.words import Words
from services import mentoring, mentoring_plan
from services.mentoring import Programme
from services.work import Work

SHOWN = 8


def row_tap(one: MentorshipRow, do: str, value: str = "") -> RowTap:
    """A button about a row, as it stands."""
    return RowTap(do=do, row=one.id, version=one.version, value=value)


def _words(ready: tuple[Ready, ...], value: str) -> Words | str:
    return next((one.title for one in ready if one.code == value), value)


def activity_of(note: MentoringNote, one: MentorshipRow) -> Words | str:
    """What is to be done, as people read it."""
    words = _words(note.activities, one.activity)
    return brief(words) if isinstance(words, str) else words


@place("mentoring.plan")
async def plan(work: Work, programme: int) -> View:
    """The rows by day; each opens by a tap."""
    found = await mentoring.look(work, programme)
    rows = await mentoring_plan.rows(work, programme)
    work.account.go("mentoring.plan", programme=programme)
    made = found.mentorship
    add = button("mentoring-plan.add", tap(made, "row"), style="primary")
    done = sum(one.done_on is not None for one in rows)
    return view(
        say("mentoring-plan", problem=label(found), count=len(rows), done=done),
        rows=[
            *([_line(found, one)] for one in rows[:SHOWN]),
            [add] if mentoring_plan.may_write(work, found) else [],
            mentoring_paper.ways(made, "plan"),
            [button("mentoring-to-card", tap(made, "card"))],
        ],
    )


def _line(found: Programme, one: MentorshipRow) -> Button:
    activity = activity_of(found.note, one) or say("mentoring-row-new")
    data = row_tap(one, "open")
    if one.on_date is None:
        return button("mentoring-row-line.open", data, activity=activity)
    return button("mentoring-row-line", data, activity=activity, on=one.on_date, done=one.done_on is not None)


async def open_plan(tap: CallbackQuery, callback_data: MentorTap, work: Work) -> View:
    """«План»."""
    return await plan(work, callback_data.programme)


async def add(tap: CallbackQuery, callback_data: MentorTap, work: Work) -> View:
    """«Добавить строку»."""
    one = await mentoring_plan.add(work, callback_data.programme, drawn=callback_data.version)
    return await ROW.screen(work, one.id)


def items(found: Programme) -> tuple[Item, ...]:
    """The cells of a row: direction, activity, day, who is responsible."""
    direction, choice = found.note.field("direction"), QuestionKind.CHOICE
    directions = tuple(Option(one.code, one.title) for one in direction.options)
    activities = tuple(Option(one.code, one.title) for one in found.note.activities)
    people = tuple(
        Option(f"p{one.person_id}", Words(ru=one.person.short_name), own=True)
        for one in found.mentorship.present
    )
    where = Question("direction", choice, 2, 200, options=directions, sample=direction.example)
    what = Question("activity", choice, 2, 200, example="mentoring-row-activity.example", options=activities)
    return (
        Item(where, "mentoring-row-direction", own=True),
        Item(what, "mentoring-row-activity", own=True),
        Item(Question("date", QuestionKind.DATE), "mentoring-row-date"),
        Item(Question("responsible", choice, options=people), "mentoring-row-responsible"),
    )


def given(found: Programme, one: MentorshipRow) -> dict[str, Given]:
    """What the row says so far, as people read it."""
    names = {person.person_id: person.person.short_name for person in found.mentorship.members}
    said: dict[str, Given | None] = {
        "direction": _words(found.note.field("direction").options, one.direction),
        "activity": _words(found.note.activities, one.activity),
        "date": one.on_date,
        "responsible": names.get(one.responsible_id or 0),
    }
    return {code: answer for code, answer in said.items() if answer}


async def _draft(work: Work, row_id: int) -> Form | None:
    found, one = await mentoring_plan.written(work, row_id)
    if one.removed:
        return None
    return Form(items(found), given(found, one), lambda do, value: row_tap(one, do, value), not one.is_whole)


async def _keep(work: Work, row_id: int, code: str, answer: str | date, drawn: int | None) -> View:
    one = await mentoring_plan.answer(work, row_id, code, answer, drawn=drawn)
    if not one.is_whole:
        return await ROW.screen(work, row_id)
    return (await places.go(work, "mentoring.plan", programme=one.mentorship_id)).led_by(
        say("mentoring-row-kept")
    )


async def _remarks(work: Work, row_id: int, code: str, day: date) -> list[Say]:
    """A day outside the term of the programme: a warning."""
    made = (await mentoring_plan.row(work, row_id))[0].mentorship
    if made.starts_on is None or made.ends_on is None or made.starts_on <= day <= made.ends_on:
        return []
    return [say("mentoring-row-outside", starts=made.starts_on, ends=made.ends_on)]


async def _leave(work: Work, row_id: int) -> View:
    _, one = await mentoring_plan.row(work, row_id)
    return await places.go(work, "mentoring.plan", programme=one.mentorship_id)


ROW = Filling(
    "mentoring.row-question", RowTap, "row", _draft, _keep, later=_leave, leave=_leave, remarks=_remarks
)


@place("mentoring.row")
async def card(work: Work, row: int) -> View:
    """One row, and what can be done with it."""
    found, one = await mentoring_plan.row(work, row)
    if one.removed:
        return await places.go(work, "mentoring.plan", programme=one.mentorship_id)
    if not one.is_whole and mentoring_plan.may_write(work, found):
        return await ROW.screen(work, row)
    work.account.go("mentoring.row", row=row)
    facts = {code: answer or "–" for code, answer in _cells(found, one).items()}
    mark = [say("mentoring-row-done", on=one.done_on)] if one.done_on is not None else []
    back = button("mentoring-row.back", tap(found.mentorship, "plan"))
    return view([say("mentoring-row", **facts), *mark], rows=[*_row_rows(work, found, one), [back]])


def _cells(found: Programme, one: MentorshipRow) -> dict[str, Given]:
    said = given(found, one)
    return {
        "direction": said.get("direction", ""),
        "activity": said.get("activity", ""),
        "on": said.get("date", ""),
        "who": said.get("responsible", ""),
    }


def _row_rows(work: Work, found: Programme, one: MentorshipRow) -> list[list[Button]]:
    if not mentoring_plan.may_write(work, found):
        return []
    mark = (
        button("mentoring-row.done", row_tap(one, "done"), style="success")
        if one.done_on is None
        else button("mentoring-row.undone", row_tap(one, "undone"))
    )
    running = found.mentorship.state is MentorshipState.ACTIVE
    return [
        [mark] if running else [],
        [button("mentoring-row.date", row_tap(one, "change", "2."))],
        [button("mentoring-row.responsible", row_tap(one, "change", "3."))],
        [button("mentoring-row.remove", row_tap(one, "remove"))],
    ]


@redraws(RowTap)
async def fresh(work: Work, data: RowTap) -> View:
    """An outdated tap: the row as it is now."""
    return await card(work, data.row)


async def open_row(tap: CallbackQuery, callback_data: RowTap, work: Work) -> View:
    """A row of the list."""
    return await card(work, callback_data.row)


async def done(tap: CallbackQuery, callback_data: RowTap, work: Work) -> View:
    """«Сделано»."""
    return await _marked(work, callback_data, done=True)


async def undone(tap: CallbackQuery, callback_data: RowTap, work: Work) -> View:
    """«Снять отметку»."""
    return await _marked(work, callback_data, done=False)


async def _marked(work: Work, data: RowTap, *, done: bool) -> View:
    await mentoring_plan.mark(work, data.row, drawn=data.version, done=done)
    return (await card(work, data.row)).with_toast(say("mentoring-row-kept"))


async def remove(tap: CallbackQuery, callback_data: RowTap, work: Work) -> View:
    """«Убрать строку»."""
    programme = await mentoring_plan.remove(work, callback_data.row, drawn=callback_data.version)
    return (await plan(work, programme)).with_toast(say("mentoring-row-removed"))


def router() -> Router:
    """The list, a row, its cells."""
    routes = Router(name="mentoring-plan")
    routes.callback_query.register(open_plan, MentorTap.filter(F.do == "plan"))
    routes.callback_query.register(add, MentorTap.filter(F.do == "row"))
    routes.callback_query.register(open_row, RowTap.filter(F.do == "open"))
    routes.callback_query.register(done, RowTap.filter(F.do == "done"))
    routes.callback_query.register(undone, RowTap.filter(F.do == "undone"))
    routes.callback_query.register(remove, RowTap.filter(F.do == "remove"))
    routes.callback_query.register(ROW.again, RowTap.filter(F.do == "change"))
    routes.include_router(ROW.router())
    return routes
