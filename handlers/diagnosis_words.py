"""A result in words, the same for the teacher and for whom they show it (X01-X07): never a level without its scale."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from handlers.views import Say, Table, say
from models.diagnosis import DiagnosisNote, NoteKind
from models.diagnosis_result import OwnConclusion, Side
from regulations.own_conclusion import Draft
from regulations.questionnaire import Questionnaire
from regulations.scales import percent
from regulations.schema import Regulation
from regulations.words import Words
from services.diagnosis_result import Result
from services.levels import Finding

MOST_NOTES = 3
LONGEST_NOTE = 80
"""Letters of own words in a line that lists several; the list itself shows all of them."""


def entry(regulation: Regulation) -> dict[str, Any]:
    """Whether taking part is voluntary by the text, and the clause of the entry diagnosis."""
    rule = regulation.diagnosis.entry
    return {"voluntary": rule.mode == "voluntary_unless_local_act", "clause": rule.clause}


def paragraphs(result: Result) -> list[list[Say]]:
    """Scores with both levels, «общий», what was marked, and the teacher's own conclusion."""
    scores = [line for one in result.findings for line in score_lines(result.regulation, one)]
    total = say("diagnosis-overall", score=percent(result.overall), formula=result.asked.overall_formula)
    each = say("diagnosis-of-each", formula=result.asked.formula)
    left = [one.title for one in result.regulation.competencies if one.code in result.diagnosis.left_out]
    without = [say("diagnosis-left-out", competencies=listed(left))] if left else []
    parts = [scores, [each, total, *without], note_lines(result), conclusion_lines(result)]
    return [part for part in parts if part]


def score_lines(regulation: Regulation, finding: Finding) -> list[Say]:
    """«Методические: 54,2 %» with both levels in words; a hole of the printed table is named (X02)."""
    levels, reading = regulation.thresholds, finding.reading
    line = say(
        "diagnosis-score",
        competency=regulation.competency(finding.competency).title,
        score=reading.percent,
        competence=levels.competence_name(reading.competence),
        deficit=levels.deficit_name(reading.deficit),
    )
    return [line, _gap(regulation, finding)] if reading.in_gap else [line]


def _gap(regulation: Regulation, finding: Finding) -> Say:
    """The hole and the rule; or who set the level instead, and why."""
    reading, chosen = finding.reading, finding.chosen
    deficit = regulation.thresholds.deficit_name(reading.deficit)
    if chosen is None:
        return say("diagnosis-gap", score=reading.percent, deficit=deficit)
    return say(
        "diagnosis-level-line",
        score=reading.percent,
        deficit=deficit,
        author=chosen.author.short_name,
        reason=chosen.reason,
    )


def note_lines(result: Result) -> list[Say]:
    """Difficulties, needs and strengths, each kind in one line of at most three, in the order of the lists."""
    lines = []
    for kind in NoteKind:
        marked = [note_words(result.asked, one) for one in result.notes if one.kind is kind]
        if marked:
            more = max(len(marked) - MOST_NOTES, 0)
            lines.append(
                say("diagnosis-note-line", kind=kind.value, words=listed(marked[:MOST_NOTES]), more=more)
            )
    return lines


def note_words(asked: Questionnaire, note: DiagnosisNote) -> Words | str:
    """A marked statement in the reader's language, or the teacher's own words, cut where they are long."""
    if note.statement is not None:
        return asked.statements[note.statement].short
    text = note.text
    return text if len(text) <= LONGEST_NOTE else f"{text[:LONGEST_NOTE].rstrip()}…"


def listed(said: Sequence[Words | str]) -> Say | Words | str:
    """Several things in one line: «первое; второе»; nothing for none."""
    line: Say | Words | str = ""
    for one in said:
        line = say("diagnosis-and", first=line, second=one) if line else one
    return line


def conclusion_lines(result: Result) -> list[Say]:
    """«Сильная сторона: …», «Что развивать: …», as the teacher concluded."""
    lines = [concluded(result.asked, result.regulation, one) for one in result.conclusions]
    return [*lines, say("diagnosis-outgrown")] if result.outgrown else lines


def concluded(asked: Questionnaire, regulation: Regulation, one: OwnConclusion) -> Say:
    """One side: own words, or the ready sentence with the facts that it was taken with."""
    words = one.text or sentence(asked, regulation, one.side, Draft.from_json(one.facts))
    return side_line(one.side, words)


def side_line(side: Side, words: Say | str) -> Say:
    """The name of the side and what is said about it."""
    return say("diagnosis-side", side=side.value, words=words)


def sentence(asked: Questionnaire, regulation: Regulation, side: Side, draft: Draft) -> Say:
    """The ready sentence; without a competency that stands out it says so."""
    examples = [asked.statements[number].short for number in draft.statements]
    return say(
        "diagnosis-ready",
        side=side.value,
        even=not draft.competency,
        group=regulation.competency(draft.competency).group if draft.competency else "",
        score=percent(draft.score),
        count=len(examples),
        examples=listed(examples),
    )


def table_of(result: Result) -> Table:
    """The same numbers as a table (rich messages, Bot API 10.1)."""
    levels = result.regulation.thresholds
    head = (say("diagnosis-table.competency"), say("diagnosis-table.score"), say("diagnosis-table.level"))
    rows = tuple(
        (
            say("diagnosis-cell", words=result.regulation.competency(one.competency).title),
            say("diagnosis-cell-score", score=one.reading.percent),
            say("diagnosis-cell", words=levels.deficit_name(one.reading.deficit)),
        )
        for one in result.findings
    )
    return Table(head, rows)
