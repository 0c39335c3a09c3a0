"""A meeting that was noted: a sentence, a picture, a row of the plan; and the log of all of them (S-18.4, X48)."""

from __future__ import annotations

from datetime import date
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import mentoring_meeting
from handlers.anything import way_home
from handlers.callbacks_mentoring import MeetingTap, MentorTap
from handlers.mentoring_card import label, tap
from handlers.mentoring_plan import activity_of
from handlers.notices import notice
from handlers.places import At, place, redraws
from handlers.review_card import shortened
from handlers.views import Button, File, Say, View, button, say, view
from models.errors import NotYours
from models.mentoring_log import Meeting
from models.mentoring_member import MentorshipState
from models.people import Role
from regulations.questions import Question, read_text
from services import mentoring_log
from services.mentoring import Programme
from services.mentoring_log import Log
from services.work import Work

WORDS = Question("words", minimum=3, maximum=500, example="mentoring-met.example")
SHOWN = 6
ROWS_SHOWN = 4
LONGEST = 160


@place("mentoring.met")
async def card(work: Work, meeting: int) -> View:
    """A meeting: who was there, what was said of it; a sentence or a picture may simply be sent."""
    found, one = await mentoring_log.meeting(work, meeting)
    work.account.go("mentoring.met", meeting=meeting)
    mine = one.author_id == work.person.id
    files = (File("photo", file_id=one.photo),) if one.photo else ()
    back = button("mentoring-to-card", tap(found.mentorship, "card"))
    hint = [say("mentoring-met-add", mine=mine)] if mine or one.of(work.person.id) else []
    return view(
        [say("mentoring-met", on=one.on_date, names=_names(one)), *_said(found, one)],
        *hint,
        rows=[*await _card_rows(work, found, one), [_log_button(found)], [back]],
        files=files,
    )


def _names(one: Meeting) -> str:
    return ", ".join(there.member.person.short_name for there in one.presences)


def _said(found: Programme, one: Meeting) -> list[Say]:
    """The sentence about it, and what those who were there added."""
    lines = [say("mentoring-met-words", words=shortened(one.words))] if one.words else []
    return lines + [
        say("mentoring-met-said", name=there.member.person.short_name, words=there.words[:LONGEST])
        for there in one.presences
        if there.words
    ]


async def _card_rows(work: Work, found: Programme, one: Meeting) -> list[list[Button]]:
    """For who noted it: the rows of the plan that it may have carried out, and taking it off."""
    if one.author_id != work.person.id or found.mentorship.state is not MentorshipState.ACTIVE:
        return []
    log = await mentoring_log.log(work, found.mentorship.id)
    open_rows = [row for row in log.rows if row.is_whole and row.done_on is None]
    rows = [
        [button("mentoring-met.plan", _about(one, "plan", str(row.id)), title=activity_of(found.note, row))]
        for row in open_rows[:ROWS_SHOWN]
        if one.row_id is None
    ]
    return [*rows, [button("mentoring-met.off", _about(one, "off"))]]


def _about(one: Meeting, do: str, value: str = "") -> MeetingTap:
    return MeetingTap(do=do, meeting=one.id, version=one.version, value=value)


def _log_button(found: Programme) -> Button:
    return button("mentoring-met.log", tap(found.mentorship, "log"))


@redraws(MeetingTap)
async def fresh(work: Work, data: MeetingTap) -> View:
    """An outdated tap: the meeting as it is now."""
    return await card(work, data.meeting)


async def open_meeting(tap: CallbackQuery, callback_data: MeetingTap, work: Work) -> View:
    """A meeting of the log, or of a notice."""
    return await card(work, callback_data.meeting)


async def words(message: Message, work: Work) -> View:
    """A sentence about the meeting that is open."""
    meeting = work.account.place_ids["meeting"]
    await mentoring_log.say(work, meeting, read_text(WORDS, message.text or ""))
    return (await card(work, meeting)).led_by(say("mentoring-note-kept"))


async def photo(message: Message, work: Work) -> View:
    """A picture of the meeting that is open; its caption is the sentence."""
    meeting = work.account.place_ids["meeting"]
    await mentoring_log.show(work, meeting, message.photo[-1].file_id if message.photo else "")
    if message.caption:
        await mentoring_log.say(work, meeting, read_text(WORDS, message.caption))
    return (await card(work, meeting)).led_by(say("mentoring-note-kept"))


async def by_plan(tap: CallbackQuery, callback_data: MeetingTap, work: Work) -> View:
    """It was this row of the plan."""
    data = callback_data
    if not data.value.isdecimal():
        raise NotYours("refusal-not-yours")
    await mentoring_log.by_plan(work, data.meeting, int(data.value), drawn=data.version)
    return (await card(work, data.meeting)).with_toast(say("mentoring-row-kept"))


async def take_off(tap: CallbackQuery, callback_data: MeetingTap, work: Work) -> View:
    """«Убрать запись»."""
    one = await mentoring_log.take_off(work, callback_data.meeting, drawn=callback_data.version)
    return (await log(work, one.mentorship_id)).with_toast(say("mentoring-met-removed"))


@place("mentoring.log")
async def log(work: Work, programme: int) -> View:
    """The log, the latest first; how often each mentee was there, and how much of the plan counts for them."""
    found = await mentoring_log.log(work, programme)
    made = found.programme.mentorship
    work.account.go("mentoring.log", programme=programme)
    rows = [[_meeting(one)] for one in found.meetings[:SHOWN]]
    head = say("mentoring-log", problem=label(found.programme), count=len(found.meetings))
    return view([head, *progress(found, work.person.id)], rows=[*rows, [_back_to(made.id, made.version)]])


def _meeting(one: Meeting) -> Button:
    return button("mentoring-log-line", _about(one, "open"), on=one.on_date, names=_names(one))


def _back_to(programme: int, version: int) -> Button:
    return button("mentoring-to-card", MentorTap(do="card", programme=programme, version=version))


def progress(log: Log, reader_id: int) -> list[Say]:
    """Each mentee's own progress for a mentor, one's own for a mentee (X48)."""
    made = log.programme.mentorship
    mentor = any(one.person_id == reader_id for one in made.mentors)
    return [
        say(
            "mentoring-progress",
            name=one.person.short_name,
            met=log.attended(one.person_id),
            meetings=len(log.meetings),
            done=log.credited(one.person_id),
            rows=len(log.rows),
        )
        for one in made.present
        if one.role is Role.MENTEE and (mentor or one.person_id == reader_id)
    ]


def in_short(log: Log, reader_id: int) -> list[Say]:
    """The same where there is more to say: of a group one line, its people stand in the log."""
    lines = progress(log, reader_id)
    if len(lines) <= 1:
        return lines
    return [say("mentoring-progress-all", meetings=len(log.meetings), done=log.done, rows=len(log.rows))]


async def open_log(tap: CallbackQuery, callback_data: MentorTap, work: Work) -> View:
    """«Встречи»."""
    return await log(work, callback_data.programme)


@notice("mentoring-met")
def told_met(
    *, by: str, on: date, problem: Any, meeting: int, meeting_version: int, programme: int, version: int
) -> View:
    """For a mentee who was there: it is noted, a word may be added."""
    data = MeetingTap(do="open", meeting=meeting, version=meeting_version)
    said = say("mentoring-met-told", by=by, on=on, problem=problem)
    return view(said, rows=[[button("mentoring-met-told.add", data)], *way_home()])


def router() -> Router:
    """A meeting and the log."""
    routes = Router(name="mentoring-log")
    routes.callback_query.register(open_log, MentorTap.filter(F.do == "log"))
    routes.callback_query.register(open_meeting, MeetingTap.filter(F.do == "open"))
    routes.callback_query.register(by_plan, MeetingTap.filter(F.do == "plan"))
    routes.callback_query.register(take_off, MeetingTap.filter(F.do == "off"))
    routes.message.register(words, At("mentoring.met"), F.text, ~F.text.startswith("/"))
    routes.message.register(photo, At("mentoring.met"), F.photo)
    routes.include_router(mentoring_meeting.router())
    return routes
