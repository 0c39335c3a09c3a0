"""What stands beside the numbers: difficulties, needs and strengths, picked by taps or said in own words."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import diagnosis_conclusion, diagnosis_pause, places
from handlers.callbacks import DiagnosisTap, NoteTap
from handlers.places import At, place
from handlers.views import Button, View, button, say, view
from models.diagnosis import NoteKind
from models.errors import NotYours
from regulations import questionnaire
from regulations.questions import Question, read_text
from services import diagnosis, diagnosis_notes
from services.diagnosis import Standing
from services.work import Work

STEPS = (NoteKind.DIFFICULTY, NoteKind.NEED)
"""What everybody is asked, before the conclusion; strengths are marked from there."""
MOST_SHOWN = 8
OWN_WORDS = Question(code="note", minimum=3, maximum=300, example="diagnosis-own-note.example")


async def screen(work: Work, standing: Standing, kind: NoteKind = NoteKind.DIFFICULTY) -> View:
    """One list of marks; each tap marks or takes the mark away, «Дальше» leads to the next list."""
    work.account.go("diagnosis.notes", diagnosis=standing.diagnosis.id, kind=kind.value)
    marked = [one for one in await diagnosis_notes.notes(work, standing.diagnosis.id) if one.kind is kind]
    picked = {one.statement for one in marked}
    drawn = {"diagnosis": standing.diagnosis.id, "version": standing.diagnosis.version}
    choices = [
        [_choice(standing, number, picked, NoteTap(kind=kind.value, statement=number, **drawn))]
        for number in offered(standing, kind)
    ]
    own = [say("diagnosis-note-own", text=one.text) for one in marked if one.statement is None]
    number = STEPS.index(kind) + 1 if kind in STEPS else 0
    return view(
        say(
            "diagnosis-notes",
            kind=kind.value,
            number=number,
            total=diagnosis_conclusion.STEP,
            offered=len(choices),
        ),
        *([own] if own else []),
        rows=[*choices, *_ways(kind, drawn)],
    )


def _ways(kind: NoteKind, drawn: dict[str, int]) -> list[list[Button]]:
    """Own words, on, and back; the list of strengths leads to the conclusion that it was opened from."""
    own = [button("diagnosis-notes.own", DiagnosisTap(do="own", at=list(NoteKind).index(kind), **drawn))]
    if kind not in STEPS:
        done = DiagnosisTap(do="conclusion", **drawn)
        return [own, [button("diagnosis-notes.done", done, style="primary")]]
    step = STEPS.index(kind)
    following = DiagnosisTap(do="notes" if step + 1 < len(STEPS) else "conclusion", at=step + 1, **drawn)
    before = DiagnosisTap(do="notes" if step else "back", at=max(step - 1, 0), **drawn)
    return [
        own,
        [button("diagnosis-notes.on", following, style="primary")],
        [button("diagnosis-question.back", before)],
    ]


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
    standing = await _look(work, diagnosis)
    if standing.diagnosis.left_alone(work.now):
        return diagnosis_pause.offer(work, standing)
    return await screen(work, standing, NoteKind(kind))


@place("diagnosis.own-note")
async def own_note_screen(work: Work, diagnosis: int, kind: str) -> View:
    """The question for own words."""
    standing = await _look(work, diagnosis)
    if standing.diagnosis.left_alone(work.now):
        return diagnosis_pause.offer(work, standing)
    work.account.go("diagnosis.own-note", diagnosis=diagnosis, kind=kind)
    back = _list_of(NoteKind(kind), {"diagnosis": diagnosis, "version": standing.diagnosis.version})
    return view(say("diagnosis-own-note", kind=kind), rows=[[button("diagnosis-question.back", back)]])


def _list_of(kind: NoteKind, drawn: dict[str, int]) -> DiagnosisTap:
    if kind in STEPS:
        return DiagnosisTap(do="notes", at=STEPS.index(kind), **drawn)
    return DiagnosisTap(do="strengths", **drawn)


async def _look(work: Work, diagnosis_id: int) -> Standing:
    return await diagnosis.look(work, diagnosis_id)


async def toggle(tap: CallbackQuery, callback_data: NoteTap, work: Work) -> View:
    """A mark, on or off."""
    if callback_data.kind not in set(NoteKind):
        raise NotYours("refusal-not-yours")
    kind = NoteKind(callback_data.kind)
    standing = await diagnosis_notes.toggle(
        work, callback_data.diagnosis, kind, callback_data.statement, drawn=callback_data.version
    )
    return await screen(work, standing, kind)


async def turn_to(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """The next or the former list."""
    standing = await diagnosis.to_change(work, callback_data.diagnosis, drawn=callback_data.version)
    return await screen(work, standing, STEPS[min(max(callback_data.at, 0), len(STEPS) - 1)])


async def strengths(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """«Что могу показать коллегам», from the conclusion."""
    standing = await diagnosis.to_change(work, callback_data.diagnosis, drawn=callback_data.version)
    return await screen(work, standing, NoteKind.STRENGTH)


async def ask_own(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """«Своими словами»."""
    await diagnosis.to_change(work, callback_data.diagnosis, drawn=callback_data.version)
    kind = list(NoteKind)[min(max(callback_data.at, 0), len(NoteKind) - 1)].value
    return await places.go(work, "diagnosis.own-note", diagnosis=callback_data.diagnosis, kind=kind)


async def own(message: Message, work: Work) -> View:
    """A difficulty, need or strength as the teacher says it; a word after ten days away is none (S-03.5)."""
    ids = work.account.place_ids
    kind = NoteKind(ids["kind"])
    standing = await diagnosis.look(work, ids["diagnosis"])
    if standing.diagnosis.left_alone(work.now):
        return diagnosis_pause.offer(work, standing)
    text = read_text(OWN_WORDS, message.text or "")
    standing = await diagnosis_notes.own(work, ids["diagnosis"], kind, text, message.message_id)
    return await screen(work, standing, kind)


def router() -> Router:
    """The lists."""
    routes = Router(name="diagnosis-notes")
    routes.callback_query.register(toggle, NoteTap.filter())
    routes.callback_query.register(turn_to, DiagnosisTap.filter(F.do == "notes"))
    routes.callback_query.register(strengths, DiagnosisTap.filter(F.do == "strengths"))
    routes.callback_query.register(ask_own, DiagnosisTap.filter(F.do == "own"))
    routes.message.register(own, At("diagnosis.own-note"), F.text, ~F.text.startswith("/"))
    return routes
