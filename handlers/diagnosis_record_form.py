"""A record being typed: one question at a time, every answer kept at once (S000 3.1.1)."""

from __future__ import annotations

from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places
from handlers.callbacks_diagnosis import RecordTap, SourcesTap
from handlers.diagnosis_record_questions import items
from handlers.diagnosis_record_words import measured, phase_words, tenths
from handlers.forms import Filling
from handlers.places import At
from handlers.questions import Form, Given
from handlers.views import View, button, say, view
from models.diagnosis_record import DiagnosisRecord, RecordState
from models.errors import BadAnswer, NotYours
from regulations.diagnosis import EXPERT
from regulations.frameworks import TITLES
from regulations.phases import HAND, PROTOCOL, WAYS
from regulations.pupils import is_list_of_pupils
from services import diagnosis_record, diagnosis_record_answer, diagnosis_sources
from services.diagnosis_record_answer import CRITERION, SCORE
from services.work import Work


def tap_of(record: DiagnosisRecord, do: str, value: str = "") -> RecordTap:
    """A button about a record, as drawn now."""
    return RecordTap(do=do, record=record.id, version=record.version, value=value)


async def draft(work: Work, record_id: int) -> Form | None:
    """The form as it stands; None for whoever may not write in it any more."""
    found = await diagnosis_record.own(work, record_id)
    if not found.is_open:
        return None
    asked = await items(work, found, await diagnosis_record.instruments(work, found))
    whole = found.state is RecordState.DRAFT
    return Form(asked, given(work, found), lambda do, value: tap_of(found, do, value), whole)


def given(work: Work, record: DiagnosisRecord) -> dict[str, Given]:
    """What was said so far, as people read it; what was skipped is said, too."""
    asked = diagnosis_record.protocol(work, record) if record.form == EXPERT else None
    steps = {f"{CRITERION}{one.statement}": asked.scale[one.value] for one in record.answers} if asked else {}
    answers: dict[str, Given | None] = {
        "phase": phase_words(record.phase) if record.phase else None,
        "instrument": record.instrument,
        "framework": TITLES.get(record.framework),
        "date": record.held_on,
        "way": None if record.by_hand is None else WAYS[HAND if record.by_hand else PROTOCOL],
        "difficulties": record.difficulties,
        "text": record.text,
        "pupils": str(record.pupils) if record.pupils is not None else None,
        "mean": tenths(record.mean) if record.mean is not None else None,
        "share": tenths(record.share) if record.share is not None else None,
        **steps,
        **{f"{SCORE}{one.competency}": measured(one.score, one) for one in record.scores},
    }
    blank: dict[str, Given] = {code: say("diagnosis-record-blank") for code in record.blank}
    return {**blank, **{code: answer for code, answer in answers.items() if answer}}


async def _keep(work: Work, record_id: int, code: str, answer: str | date, drawn: int | None) -> View:
    if isinstance(answer, date) and answer > work.today:
        raise BadAnswer("date-too-late", day=answer, limit=work.today)
    found = await diagnosis_record.own(work, record_id)
    value = answer if isinstance(answer, date) else await _meant(work, found, answer)
    found = await diagnosis_record_answer.answer(work, record_id, code, value, drawn=drawn)
    if found.state is RecordState.DRAFT:
        return await RECORD.screen(work, record_id)
    return (await _leave(work, record_id)).led_by(say("diagnosis-record-kept"))


async def _meant(work: Work, record: DiagnosisRecord, answer: str) -> str:
    """A tapped instrument by its name, a tapped step by its value; anything else as it is."""
    named = await diagnosis_record.instruments(work, record)
    if answer.startswith("named") and answer[5:].isdecimal() and int(answer[5:]) < len(named):
        return named[int(answer[5:])]
    return answer.removeprefix("step") if answer.removeprefix("step").isdecimal() else answer


async def _later(work: Work, record_id: int) -> View:
    """The draft is kept; it can be gone on with, or thrown away."""
    found = await diagnosis_record.own(work, record_id)
    return view(
        say("diagnosis-record-later"),
        rows=[
            [button("diagnosis-record-later.go-on", tap_of(found, "resume"), style="primary")],
            [button("diagnosis-record-later.drop", tap_of(found, "withdraw"))],
            [button("diagnosis-record-back", SourcesTap(do="open", route=found.route_id))],
        ],
    )


async def _leave(work: Work, record_id: int) -> View:
    return await places.go(work, "diagnosis.record", record=record_id)


RECORD = Filling("diagnosis.record.question", RecordTap, "record", draft, _keep, _later, _leave)


async def begin(tap: CallbackQuery, callback_data: SourcesTap, work: Work) -> View:
    """«Записать: экспертная оценка», or on with what was begun."""
    found = await diagnosis_sources.of_route(work, callback_data.route)
    forms = found.regulation.diagnosis.forms
    place = int(callback_data.value) if callback_data.value.isdecimal() else len(forms)
    if place >= len(forms):
        raise NotYours("refusal-not-yours")
    record = await diagnosis_record.begin(work, callback_data.route, forms[place].code)
    return await RECORD.screen(work, record.id)


async def refuse_pupils(message: Message, work: Work) -> View:
    """A pasted list of children, whatever the question: refused, with the reason (X47)."""
    raise BadAnswer("diagnosis-record-pupils")


def router() -> Router:
    """The questions."""
    routes = Router(name="diagnosis-record-form")
    at = At(RECORD.place)
    routes.message.register(refuse_pupils, at, F.text.func(is_list_of_pupils))
    routes.callback_query.register(begin, SourcesTap.filter(F.do == "record"))
    routes.callback_query.register(RECORD.again, RecordTap.filter(F.do == "change"))
    routes.include_router(RECORD.router())
    return routes
