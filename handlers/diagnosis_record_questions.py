"""What a record asks: a few taps, then a number for each competency, or averages of pupils (S000 3.1.1, X06, X47)."""

from __future__ import annotations

from dataclasses import replace

from handlers.diagnosis_record_words import measured, phase_words
from handlers.questions import Item
from models.diagnosis import Phase
from models.diagnosis_record import OVERALL, DiagnosisRecord
from regulations import frameworks
from regulations.diagnosis import EXPERT, RESULTS
from regulations.phases import WAYS
from regulations.questionnaire import Questionnaire
from regulations.questions import Option, Question, QuestionKind
from regulations.schema import Regulation
from regulations.words import Words
from services import diagnosis_record, diagnosis_sources
from services.diagnosis_record_answer import CRITERION, SCORE
from services.work import Work

INSTRUMENTS_SHOWN = 4
INSTRUMENT = Question("instrument", minimum=2, maximum=150, example="diagnosis-record-ask-instrument.example")
LESSON = Question("instrument", minimum=2, maximum=150, example="diagnosis-record-ask-lesson.example")
WORK = Question("instrument", minimum=2, maximum=150, example="diagnosis-record-ask-work.example")
PUPILS = Question("pupils", optional=True, maximum=40, example="diagnosis-record-ask-pupils.example")
MEAN = Question("mean", optional=True, maximum=40, example="diagnosis-record-ask-mean.example")
SHARE = Question("share", optional=True, maximum=40, example="diagnosis-record-ask-share.example")


async def items(work: Work, record: DiagnosisRecord, named: list[str]) -> tuple[Item, ...]:
    """The questions of one form; which of them are hidden follows from what was said."""
    head = (_phase(), _instrument(record, named), _day())
    if record.form == RESULTS:
        return (*head, *_averages(record), _words("text", "diagnosis-record-ask-note"))
    asked = diagnosis_record.protocol(work, record) if record.form == EXPERT else None
    criteria = _criteria(work, record, asked) if asked is not None else ()
    regulation = await diagnosis_record.regulation_of(work, record)
    return (
        *head,
        _framework(work, record),
        *([_way()] if asked is not None else []),
        *criteria,
        *_scores(regulation, record, hidden=bool(criteria) and record.by_hand is not True),
        *([_words("text", "diagnosis-record-ask-seen")] if record.form == EXPERT else []),
        _words("difficulties", "diagnosis-record-ask-difficulties"),
    )


def _framework(work: Work, record: DiagnosisRecord) -> Item:
    """Whose competencies: asked only about somebody whose position is a manager's (X12)."""
    options = tuple(Option(code, title) for code, title in frameworks.TITLES.items())
    route = record.route
    manages = frameworks.for_position(work.rules.of(route), route.teacher.position) is not None
    asked = Question("framework", QuestionKind.CHOICE, options=options)
    return Item(asked, "diagnosis-record-ask-framework", hidden=not manages)


def _phase() -> Item:
    options = tuple(Option(one.value, phase_words(one)) for one in Phase)
    return Item(Question("phase", QuestionKind.CHOICE, options=options), "diagnosis-record-ask-phase")


def _instrument(record: DiagnosisRecord, named: list[str]) -> Item:
    """What it was held with; what the author named before is one tap away."""
    options = tuple(
        Option(f"named{place}", Words(ru=one), own=True)
        for place, one in enumerate(named[:INSTRUMENTS_SHOWN])
        if one.strip()
    )
    kind = QuestionKind.CHOICE if options else QuestionKind.TEXT
    if record.form == EXPERT:
        return Item(replace(LESSON, kind=kind, options=options), "diagnosis-record-ask-lesson", own=True)
    if record.form == RESULTS:
        return Item(replace(WORK, kind=kind, options=options), "diagnosis-record-ask-work", own=True)
    return Item(replace(INSTRUMENT, kind=kind, options=options), "diagnosis-record-ask-instrument", own=True)


def _day() -> Item:
    return Item(Question("date", QuestionKind.DATE, past=True), "diagnosis-record-ask-date", near=False)


def _way() -> Item:
    options = tuple(Option(code, title) for code, title in WAYS.items())
    return Item(Question("way", QuestionKind.CHOICE, options=options), "diagnosis-record-ask-way")


def _criteria(work: Work, record: DiagnosisRecord, asked: Questionnaire) -> tuple[Item, ...]:
    """One tap for each criterion of the protocol; none for a competency that the regulation does not have."""
    known = {one.code for one in work.rules.of(record.route).competencies}
    steps = tuple(Option(f"step{value}", label) for value, label in enumerate(asked.scale))
    return tuple(
        Item(
            Question(f"{CRITERION}{number}", QuestionKind.CHOICE, options=steps, optional=True),
            "diagnosis-record-ask-criterion",
            facts={"words": one.text},
            hidden=record.by_hand is not False,
        )
        for number, one in enumerate(asked.statements)
        if one.competency in known
    )


def _scores(regulation: Regulation, record: DiagnosisRecord, *, hidden: bool) -> tuple[Item, ...]:
    found = diagnosis_sources.source(regulation, record)
    typed = {one.competency for one in record.scores}
    mean = found.overall if OVERALL not in typed else None
    return (
        *(
            Item(
                _score(one.code),
                "diagnosis-record-ask-score",
                facts={"group": one.group},
                hidden=hidden,
            )
            for one in regulation.competencies
        ),
        Item(
            _score(OVERALL),
            "diagnosis-record-ask-overall",
            facts={"known": mean is not None, "mean": measured(mean or 0)},
            hidden=hidden,
        ),
    )


def _averages(record: DiagnosisRecord) -> tuple[Item, ...]:
    """How many pupils first: without them there is nothing to be the average of."""
    without = record.pupils is None
    return (
        Item(PUPILS, "diagnosis-record-ask-pupils"),
        Item(MEAN, "diagnosis-record-ask-mean", hidden=without),
        Item(SHARE, "diagnosis-record-ask-share", hidden=without),
    )


def _score(competency: str) -> Question:
    code = f"{SCORE}{competency}"
    return Question(code, optional=True, maximum=40, example="diagnosis-record-ask-score.example")


def _words(code: str, key: str) -> Item:
    question = Question(
        code,
        QuestionKind.LONG_TEXT,
        minimum=3,
        maximum=1000,
        optional=True,
        example="diagnosis-record-ask-note.example",
    )
    return Item(question, key)
