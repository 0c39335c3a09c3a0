"""What stands beside the numbers: difficulties, needs and strengths, picked by taps or said in own words."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import diagnosis_result, places
from handlers.callbacks import DiagnosisTap, NoteTap
from handlers.places import At, place
from handlers.views import Button, View, button, say, view
from models.diagnosis import NoteKind
from regulations import questionnaire
from regulations.questions import Question, read_text
from services import diagnosis
from services.diagnosis import Standing
from services.work import Work

ORDER = (NoteKind.DIFFICULTY, NoteKind.NEED, NoteKind.STRENGTH)
MOST_SHOWN = 8
OWN_WORDS = Question(code="note", minimum=3, maximum=300, example="diagnosis-own-note.example")


async def screen(work: Work, standing: Standing, kind: NoteKind = NoteKind.DIFFICULTY) -> View:
    """One list of marks; each tap marks or takes the mark away, «Дальше» leads to the next list."""
    work.account.go("diagnosis.notes", diagnosis=standing.diagnosis.id, kind=kind.value)
    marked = [one for one in await diagnosis.notes(work, standing.diagnosis.id) if one.kind is kind]
    picked = {one.statement for one in marked}
    key = {"diagnosis": standing.diagnosis.id, "version": standing.diagnosis.version}
    choices = [
        [_choice(standing, number, picked, NoteTap(kind=kind.value, statement=number, **key))]
        for number in offered(standing, kind)
    ]
    step = ORDER.index(kind)
    own = [say("diagnosis-note-own", text=one.text) for one in marked if one.statement is None]
    return view(
        say("diagnosis-notes", kind=kind.value, number=step + 1, total=len(ORDER), offered=len(choices)),
        *([own] if own else []),
        rows=[
            *choices,
            [button("diagnosis-notes.own", DiagnosisTap(do="own", at=step, **key))],
            [button("diagnosis-notes.on", DiagnosisTap(do="notes", at=step + 1, **key), style="primary")],
            [
                button(
                    "diagnosis-question.back",
                    DiagnosisTap(do="back" if not step else "notes", at=step - 1, **key),
                )
            ],
        ],
    )


def offered(standing: Standing, kind: NoteKind) -> list[int]:
    """Statements worth offering: what is hard for difficulties and needs, what can be shown to others for strengths."""
    if kind is NoteKind.STRENGTH:
        return list(questionnaire.strengths(standing.asked, standing.answers))[:MOST_SHOWN]
    return list(questionnaire.difficulties(standing.asked, standing.answers))[:MOST_SHOWN]


def _choice(standing: Standing, number: int, picked: set[int | None], data: NoteTap) -> Button:
    key = "diagnosis-notes.marked" if number in picked else "diagnosis-notes.choice"
    return button(key, data, label=standing.asked.statements[number].short)


@place("diagnosis.notes")
async def notes_screen(work: Work, diagnosis: int, kind: str) -> View:
    """The list where the teacher stopped."""
    return await screen(work, await _look(work, diagnosis), NoteKind(kind))


@place("diagnosis.own-note")
async def own_note_screen(work: Work, diagnosis: int, kind: str) -> View:
    """The question for own words."""
    standing = await _look(work, diagnosis)
    work.account.go("diagnosis.own-note", diagnosis=diagnosis, kind=kind)
    data = DiagnosisTap(
        do="notes",
        diagnosis=diagnosis,
        version=standing.diagnosis.version,
        at=ORDER.index(NoteKind(kind)),
    )
    return view(say("diagnosis-own-note", kind=kind), rows=[[button("diagnosis-question.back", data)]])


async def _look(work: Work, diagnosis_id: int) -> Standing:
    return await diagnosis.look(work, diagnosis_id)


async def toggle(tap: CallbackQuery, callback_data: NoteTap, work: Work) -> View:
    """A mark, on or off."""
    kind = NoteKind(callback_data.kind)
    standing = await diagnosis.toggle_note(
        work, callback_data.diagnosis, kind, callback_data.statement, drawn=callback_data.version
    )
    return await screen(work, standing, kind)


async def turn_to(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """The next or the former list; behind the last one stands the result."""
    if callback_data.at < len(ORDER):
        return await screen(work, await _look(work, callback_data.diagnosis), ORDER[callback_data.at])
    standing = await diagnosis.finish(work, callback_data.diagnosis, drawn=callback_data.version)
    work.account.leave()
    return await diagnosis_result.screen(work, standing)


async def ask_own(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """«Своими словами»."""
    kind = ORDER[callback_data.at].value
    return await places.go(work, "diagnosis.own-note", diagnosis=callback_data.diagnosis, kind=kind)


async def own(message: Message, work: Work) -> View:
    """A difficulty, need or strength as the teacher says it."""
    ids = work.account.place_ids
    kind = NoteKind(ids["kind"])
    text = read_text(OWN_WORDS, message.text or "")
    standing = await diagnosis.own_note(work, ids["diagnosis"], kind, text, message.message_id)
    return await screen(work, standing, kind)


def router() -> Router:
    """The lists."""
    routes = Router(name="diagnosis-notes")
    routes.callback_query.register(toggle, NoteTap.filter())
    routes.callback_query.register(turn_to, DiagnosisTap.filter(F.do == "notes"))
    routes.callback_query.register(ask_own, DiagnosisTap.filter(F.do == "own"))
    routes.message.register(own, At("diagnosis.own-note"), F.text, ~F.text.startswith("/"))
    return routes
