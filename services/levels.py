"""Scores read as levels, with the levels that somebody has set across a hole of the table (X01, X02)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from models.level_choice import LevelChoice, choices_on, latest
from regulations.scales import Reading, read_score
from regulations.schema import Regulation
from services.work import Work

Choices = Mapping[str, LevelChoice]


@dataclass(frozen=True)
class Finding:
    """One competency of a regulation and what its score means; `chosen`: by whom the level was set, and why.

    `moved`: the level that counts is not the rule's own.
    """

    competency: str
    reading: Reading
    chosen: LevelChoice | None = None
    moved: bool = False


def findings(scores: Mapping[str, int | None], regulation: Regulation, choices: Choices) -> list[Finding]:
    """Every competency that has a score, in the order of the form."""
    return [
        _found(one.code, score, regulation, choices.get(one.code))
        for one in regulation.competencies
        if (score := scores.get(one.code)) is not None
    ]


def _found(code: str, score: int, regulation: Regulation, choice: LevelChoice | None) -> Finding:
    """A choice counts while the score is the one that it was made about; back to the rule's own level is none."""
    reading = read_score(score, regulation.thresholds, code)
    if choice is None or choice.score != score or reading.neighbour is None:
        return Finding(code, reading)
    if choice.deficit != reading.neighbour.value:
        return Finding(code, reading, choice)
    return Finding(code, reading.moved(reading.neighbour), choice, moved=True)


async def choices(
    work: Work, route_id: int, *, diagnosis_id: int | None = None, record_id: int | None = None
) -> Choices:
    """What was set for one source, by competency."""
    found = await work.all(choices_on(route_id))
    return latest(found, diagnosis_id=diagnosis_id, record_id=record_id)
