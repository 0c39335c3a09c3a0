"""One record: read by the teacher and the team, corrected by its author alone, commented by the teacher (S-04)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import diagnosis_level, diagnosis_record_form, diagnosis_sources, places
from handlers.anything import way_home
from handlers.callbacks_diagnosis import RecordTap, SourcesTap
from handlers.diagnosis_record_form import draft, tap_of
from handlers.diagnosis_record_words import head, numbers, spoken, tenths
from handlers.notices import notice
from handlers.places import At, place, redraws
from handlers.questions import Form, Given, Item
from handlers.views import Button, Say, View, button, say, view
from models.diagnosis_record import DiagnosisRecord, RecordState
from models.history import HistoryLine
from regulations.questions import Question, QuestionKind, read_text
from services import diagnosis_record
from services import diagnosis_sources as sources
from services.diagnosis_record_answer import SCORE
from services.work import Work

COMMENT = Question(
    "comment", QuestionKind.LONG_TEXT, minimum=2, maximum=700, example="diagnosis-record-comment.example"
)


@place("diagnosis.record")
async def card(work: Work, record: int) -> View:
    """The whole record; under it what its reader may do."""
    found = await diagnosis_record.look(work, record)
    regulation = await diagnosis_record.regulation_of(work, found)
    one = sources.source(regulation, found)
    readings = await sources.findings(work, regulation, one)
    recorded = found.state is RecordState.RECORDED
    levels = await diagnosis_level.rows(work, "record", record, found.route, regulation, readings)
    changed = [say("diagnosis-record-changed", at=found.changed_at)] if found.changed_at else []
    return view(
        head(one, found.author.short_name),
        *numbers(regulation, one, readings),
        *([lines] if (lines := spoken(found)) else []),
        *([changed] if changed else []),
        *([say("diagnosis-record-check")] if found.state is RecordState.DRAFT else []),
        rows=[*_ways(work, found), *(levels if recorded else []), [_back(found)], *way_home()],
    )


def _ways(work: Work, found: DiagnosisRecord) -> list[list[Button]]:
    history = [button("diagnosis-record-card.history", tap_of(found, "history"))] if found.changed_at else []
    if found.author_id == work.person.id and found.is_open:
        keep = button("diagnosis-record-card.record", tap_of(found, "record"), style="primary")
        return [
            [keep] if found.state is RecordState.DRAFT else [],
            [button("diagnosis-record-card.mend", tap_of(found, "mending"))],
            history,
            [button("diagnosis-record-card.withdraw", tap_of(found, "withdrawing"))],
        ]
    if found.route.teacher_id == work.person.id:
        said = "diagnosis-record-card.comment-anew" if found.comment else "diagnosis-record-card.comment"
        return [[button(said, tap_of(found, "comment"))], history]
    return [history]


def _back(found: DiagnosisRecord) -> Button:
    return button("diagnosis-record-back", SourcesTap(do="open", route=found.route_id))


@redraws(RecordTap)
async def fresh(work: Work, data: RecordTap) -> View:
    """The record as it stands; what was taken back gives way to all sources of its route."""
    found = await diagnosis_record.look(work, data.record)
    if not found.is_open:
        return await diagnosis_sources.screen(work, found.route_id)
    return await card(work, data.record)


async def open_card(tap: CallbackQuery, callback_data: RecordTap, work: Work) -> View:
    """From the list, from a notice."""
    return await places.go(work, "diagnosis.record", record=callback_data.record)


async def keep(tap: CallbackQuery, callback_data: RecordTap, work: Work) -> View:
    """«Записать»."""
    found = await diagnosis_record.record(work, callback_data.record, drawn=callback_data.version)
    return (await card(work, found.id)).with_toast(say("diagnosis-record-recorded"))


async def mending(tap: CallbackQuery, callback_data: RecordTap, work: Work) -> View:
    """«Исправить»: which answer?"""
    form = await draft(work, callback_data.record)
    found = await diagnosis_record.own(work, callback_data.record)
    found.drawn(callback_data.version)
    items = form.items if form is not None else ()
    rows = [[_mend(found, number, form, item)] for number, item in enumerate(items) if not item.hidden]
    back = [button("diagnosis-record-mend.back", tap_of(found, "open"))]
    return view(say("diagnosis-record-mend"), rows=[*rows, back])


def _mend(found: DiagnosisRecord, number: int, form: Form | None, item: Item) -> Button:
    """One answer as it stands, to be answered anew."""
    code, blank = item.question.code, say("diagnosis-record-blank")
    return button(
        "diagnosis-record-mend.one",
        tap_of(found, "change", f"{number}."),
        code=_kind_of(code),
        words=item.facts.get("group") or item.facts.get("words") or "",
        value=form.given.get(code, blank) if form is not None else blank,
    )


def _kind_of(code: str) -> str:
    """What a question asks about, for the locale's selector."""
    kind, _, rest = code.partition("_")
    return rest if rest == "overall" else kind


async def withdrawing(tap: CallbackQuery, callback_data: RecordTap, work: Work) -> View:
    """Taking a record back is asked twice."""
    found = await diagnosis_record.own(work, callback_data.record)
    found.drawn(callback_data.version)
    return view(
        say("diagnosis-record-withdraw", recorded=found.state is RecordState.RECORDED),
        rows=[
            [button("diagnosis-record-withdraw.yes", tap_of(found, "withdraw"), style="danger")],
            [button("diagnosis-record-withdraw.no", tap_of(found, "open"))],
        ],
    )


async def withdraw(tap: CallbackQuery, callback_data: RecordTap, work: Work) -> View:
    """«Да, убрать»."""
    found = await diagnosis_record.withdraw(work, callback_data.record, drawn=callback_data.version)
    shown = await diagnosis_sources.screen(work, found.route_id)
    return shown.with_toast(say("diagnosis-record-withdrawn"))


async def history(tap: CallbackQuery, callback_data: RecordTap, work: Work) -> View:
    """«Что исправлено»: before and after, with the moment."""
    found = await diagnosis_record.look(work, callback_data.record)
    lines = [_correction(one) for one in await diagnosis_record.corrections(work, found)]
    back = [button("diagnosis-record-mend.back", tap_of(found, "open"))]
    return view(
        say("diagnosis-record-history", author=found.author.short_name),
        lines or [say("diagnosis-record-history-none")],
        rows=[back, *way_home()],
    )


def _correction(line: HistoryLine) -> Say:
    code = str(line.facts["code"])
    before, now = (_read(code, str(line.facts[name])) for name in ("before", "now"))
    return say("diagnosis-record-correction", code=_kind_of(code), before=before, now=now, at=line.at)


def _read(code: str, value: str) -> Given:
    """A value of the history as people read it."""
    if not value:
        return say("diagnosis-record-blank")
    return tenths(int(value)) if code.startswith(SCORE) or code in ("mean", "share") else value


@place("diagnosis.record.comment")
async def ask_comment(work: Work, record: int) -> View:
    """The teacher's word on a record."""
    found = await diagnosis_record.look(work, record)
    given = [say("questions-given", value=found.comment)] if found.comment else []
    back = [button("diagnosis-record-mend.back", tap_of(found, "open"))]
    return view(say("diagnosis-record-comment"), *given, rows=[back])


async def comment(tap: CallbackQuery, callback_data: RecordTap, work: Work) -> View:
    """«Добавить комментарий»."""
    found = await diagnosis_record.look(work, callback_data.record)
    found.route.only_teacher(work.person)
    return await places.go(work, "diagnosis.record.comment", record=callback_data.record)


async def comment_typed(message: Message, work: Work) -> View:
    """The comment."""
    record_id = work.account.place_ids["record"]
    await diagnosis_record.comment(work, record_id, read_text(COMMENT, message.text or ""))
    return (await places.go(work, "diagnosis.record", record=record_id)).led_by(say("diagnosis-record-kept"))


def _opening(key: str, record_id: int, version: int, said: Say) -> View:
    data = RecordTap(do="open", record=record_id, version=version)
    return view(said, rows=[[button(key, data)], *way_home()])


@notice("diagnosis-record-new")
def new(record_id: int, version: int, form: str, author: str) -> View:
    """For the teacher: somebody has recorded a diagnosis."""
    said = say("diagnosis-record-new", form=form, author=author)
    return _opening("diagnosis-record-new.open", record_id, version, said)


@notice("diagnosis-record-corrected")
def corrected(record_id: int, version: int, form: str, author: str) -> View:
    """For the teacher: its author has corrected a record."""
    said = say("diagnosis-record-corrected", form=form, author=author)
    return _opening("diagnosis-record-new.open", record_id, version, said)


@notice("diagnosis-record-commented")
def commented(record_id: int, version: int, teacher: str) -> View:
    """For the author of a record: the teacher says something about it."""
    said = say("diagnosis-record-commented", teacher=teacher)
    return _opening("diagnosis-record-new.open", record_id, version, said)


def router() -> Router:
    """The card and its questions."""
    routes = Router(name="diagnosis-record")
    for verb, handler in {
        "open": open_card,
        "record": keep,
        "mending": mending,
        "withdrawing": withdrawing,
        "withdraw": withdraw,
        "history": history,
        "comment": comment,
    }.items():
        routes.callback_query.register(handler, RecordTap.filter(F.do == verb))
    typed = (F.text, ~F.text.startswith("/"))
    routes.message.register(comment_typed, At("diagnosis.record.comment"), *typed)
    routes.include_router(diagnosis_record_form.router())
    return routes
