"""A record in words: numbers with both scales, averages of pupils, who held it and when (X01, X06)."""

from __future__ import annotations

from handlers.diagnosis_words import score_lines
from handlers.views import Say, say
from models.diagnosis_record import OVERALL, DiagnosisRecord, RecordScore
from regulations.phases import PHASES
from regulations.scales import percent
from regulations.schema import Regulation
from regulations.words import Words
from services.diagnosis_sources import Source
from services.levels import Finding


def phase_words(code: str) -> Words:
    """«Входная», «Промежуточная», «Итоговая»."""
    return PHASES[code]


def measured(score: int, kept: RecordScore | None = None) -> Say:
    """«54 %», and «27 из 50» where points were counted (X06)."""
    points, maximum = (kept.points, kept.maximum) if kept is not None else (None, None)
    return say(
        "diagnosis-record-measured",
        score=percent(score),
        counted=points is not None,
        points=percent(points or 0),
        maximum=percent(maximum or 0),
    )


def tenths(number: int) -> Say:
    """A mark or a share with one decimal."""
    return say("diagnosis-record-tenths", number=percent(number))


def head(found: Source, author: str) -> list[Say]:
    """What it is, when and with what it was held, and by whom."""
    record = found.record
    lines = [say("diagnosis-record-head", form=found.form.title, phase=phase_words(found.phase), on=found.on)]
    if record is not None and record.instrument:
        lines.append(say("diagnosis-record-instrument", form=record.form, instrument=record.instrument))
    return [*lines, say("diagnosis-record-author", author=author)]


def numbers(regulation: Regulation, found: Source, findings: list[Finding]) -> list[list[Say]]:
    """Each competency with both levels, «общий» with how it came about; of pupils averages only."""
    lines = [line for one in findings for line in score_lines(regulation, one)]
    paragraphs = [lines] if lines else []
    record = found.record
    if found.overall is not None:
        typed = record is not None and any(one.competency == OVERALL for one in record.scores)
        paragraphs.append([say("diagnosis-record-overall", score=percent(found.overall), typed=typed)])
    return [*paragraphs, *([averages(record)] if record is not None and record.pupils is not None else [])]


def averages(record: DiagnosisRecord) -> list[Say]:
    """«Учеников в расчёте: 24», the mean mark, the share that coped (X47)."""
    lines = [say("diagnosis-record-pupils-counted", pupils=record.pupils)]
    if record.mean is not None:
        lines.append(say("diagnosis-record-mean", mean=tenths(record.mean)))
    if record.share is not None:
        lines.append(say("diagnosis-record-share", share=tenths(record.share)))
    return lines


def spoken(record: DiagnosisRecord) -> list[Say]:
    """What the author says in words, and what the teacher says to it."""
    lines = [say("diagnosis-record-text", text=record.text)] if record.text else []
    if record.difficulties:
        lines.append(say("diagnosis-record-difficulties", text=record.difficulties))
    if record.comment:
        lines.append(say("diagnosis-record-comment-said", text=record.comment))
    return lines
