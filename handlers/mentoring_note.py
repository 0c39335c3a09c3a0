"""The note of a mentoring programme: twelve fields, one question each, most by a tap (S004, R4-014)."""

from __future__ import annotations

from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import choices, mentoring_paper, places
from handlers.callbacks_mentoring import MentorTap
from handlers.forms import Filling
from handlers.mentoring_card import label, tap, term_lines
from handlers.places import place
from handlers.questions import Form, Given, Item
from handlers.views import Button, Say, View, button, say, view
from models.mentoring_member import MentorshipState
from regulations.mentoring_note import NoteField
from regulations.questions import Option, Question, QuestionKind
from services import mentoring
from services.mentoring import Programme, names
from services.work import Work

LONGEST = 300


def items(found: Programme) -> tuple[Item, ...]:
    """The questions of the note, in the order of the paper."""
    return tuple(_item(found, one) for one in found.note.fields)


def _item(found: Programme, one: NoteField) -> Item:
    asked, code = {"ask": one.ask}, one.code
    if one.kind == "members":
        offer = say("mentoring-note-members", who=_who(found))
        return Item(Question(code), "mentoring-note-ask", asked, offer=offer, mend=False)
    if one.kind == "starts":
        return Item(Question(code, QuestionKind.DATE), "mentoring-note-ask", asked, group=one.group)
    kind = QuestionKind.CHOICES if one.kind == "many" else QuestionKind.CHOICE
    options = tuple(Option(ready.code, ready.title) for ready in one.options)
    question = Question(code, kind, maximum=LONGEST, options=options, sample=one.example)
    value = found.mentorship.given.get(code, "")
    chosen = tuple(value.split(",")) if one.titles(value) else ()
    key = "mentoring-note-ask" if one.kind == "months" else "mentoring-note-ask-own"
    return Item(question, key, asked, own=True, group=one.group, chosen=chosen)


def _who(found: Programme) -> Say:
    made = found.mentorship
    return say("mentoring-who", mentors=names(made.mentors), mentees=names(made.mentees))


def given(found: Programme) -> dict[str, Given]:
    """What the note says so far, as people read it."""
    said: dict[str, Given] = {}
    for one in found.note.fields:
        value = found.mentorship.given.get(one.code)
        if value is None:
            continue
        if one.kind == "members":
            said[one.code] = _who(found)
        elif one.kind == "starts":
            said[one.code] = date.fromisoformat(value)
        elif one.kind == "months" and not one.titles(value):
            said[one.code] = say("mentoring-months", count=int(value[1:]))
        else:
            titles = one.titles(value)
            said[one.code] = choices.listed(titles) if titles else value
    return said


async def _draft(work: Work, programme: int) -> Form | None:
    found = await mentoring.look(work, programme)
    made = found.mentorship
    if made.state is not MentorshipState.DRAFT or not made.may_write(work.person):
        return None
    whole = bool(found.missing)
    return Form(items(found), given(found), lambda do, value: tap(made, do, value), whole)


async def _keep(work: Work, programme: int, code: str, answer: str | date, drawn: int | None) -> View:
    found = await mentoring.answer(work, programme, code, answer, drawn=drawn)
    remarks = term_lines(found) if code in ("starts", "months") else []
    if found.missing:
        return (await NOTE.screen(work, programme)).led_by(*remarks)
    return (await places.go(work, "mentoring.card", programme=programme)).led_by(say("mentoring-note-kept"))


async def _right(work: Work, programme: int, code: str, drawn: int) -> View:
    """«Верно» about who takes part."""
    return await _keep(work, programme, code, "yes", drawn)


async def _remarks(work: Work, programme: int, code: str, day: date) -> list[Say]:
    """A start needs no warning: the term is judged with its months."""
    return []


async def _later(work: Work, programme: int) -> View:
    found = await mentoring.look(work, programme)
    shown = await places.go(work, "mentoring.card", programme=programme)
    return shown.led_by(say("mentoring-note-later", count=len(found.missing)))


async def _leave(work: Work, programme: int) -> View:
    return await places.go(work, "mentoring.card", programme=programme)


NOTE = Filling(
    "mentoring.question",
    MentorTap,
    "programme",
    _draft,
    _keep,
    later=_later,
    leave=_leave,
    right=_right,
    remarks=_remarks,
)


@place("mentoring.note")
async def read(work: Work, programme: int) -> View:
    """The whole note, field by field; who writes may change each."""
    found = await mentoring.look(work, programme)
    work.account.go("mentoring.note", programme=programme)
    made, said = found.mentorship, given(found)
    if made.starts_on is not None and made.ends_on is not None:
        said["starts"] = say("mentoring-note-dates", starts=made.starts_on, ends=made.ends_on)
    lines = [
        say("mentoring-note-line", title=one.title, value=said.get(one.code, say("mentoring-note-empty")))
        for one in found.note.fields
        if one.kind != "months"
    ]
    writes = made.state is MentorshipState.DRAFT and made.may_write(work.person)
    change = [button("mentoring-note.change", tap(made, "fields"))] if writes and said else []
    back = button("mentoring-to-card", tap(made, "card"))
    rows = [change, mentoring_paper.ways(made, "note"), [back]]
    return view([say("mentoring-note", problem=label(found)), *lines], rows=rows)


async def open_note(tap: CallbackQuery, callback_data: MentorTap, work: Work) -> View:
    """«Записка»."""
    return await read(work, callback_data.programme)


async def fields(tap: CallbackQuery, callback_data: MentorTap, work: Work) -> View:
    """«Изменить»: which field."""
    found = await mentoring.written(work, callback_data.programme)
    rows = [
        [_field(found, number, one)] for number, one in enumerate(found.note.fields) if one.kind != "members"
    ]
    return view(say("mentoring-note-which"), rows=[*rows, [button("mentoring-to-card", _back(found))]])


def _field(found: Programme, number: int, one: NoteField) -> Button:
    data = tap(found.mentorship, "change", f"{number}.")
    if one.kind == "months":
        return button("mentoring-note-which.months", data)
    return button("mentoring-note-which.field", data, title=one.title)


def _back(found: Programme) -> MentorTap:
    return tap(found.mentorship, "card")


def router() -> Router:
    """The form, the paper, one field anew."""
    routes = Router(name="mentoring-note")
    routes.callback_query.register(open_note, MentorTap.filter(F.do == "note"))
    routes.callback_query.register(fields, MentorTap.filter(F.do == "fields"))
    routes.callback_query.register(NOTE.again, MentorTap.filter(F.do == "change"))
    routes.include_router(NOTE.router())
    return routes
