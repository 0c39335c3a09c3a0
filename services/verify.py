"""Is a printed paper genuine, and does it still count? Asked with the code that stands on it (63-FZ, X31, X39)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from models.paper import Paper, PaperKind, PaperState, fingerprint_of, paper_by_id, papers_about
from services.paper_code import PREFIX, fits
from services.work import Work

LONGEST_ID = 18


class Verdict(StrEnum):
    """What is true of a paper now: no such code, something in it was changed, and how far it counts."""

    UNKNOWN = "unknown"
    ALTERED = "altered"
    GOING = "going"
    CANCELLED = "cancelled"
    REPLACED = "replaced"
    AMENDED = "amended"
    CURRENT = "current"


@dataclass(frozen=True)
class Standing:
    """How a paper stands; `newer`: the one that is signed instead, or goes round; `corrections`: signed after it."""

    verdict: Verdict
    paper: Paper | None = None
    newer: Paper | None = None
    corrections: int = 0


async def check(work: Work, said: str) -> Standing:
    """The paper behind a code. A code that is not whole or was made up finds nothing, whoever asks."""
    number = said.removeprefix(PREFIX).partition("-")[0]
    if not (number.isascii() and number.isdecimal() and len(number) <= LONGEST_ID):
        return Standing(Verdict.UNKNOWN)
    paper = await work.find(paper_by_id(int(number)))
    if paper is None or not fits(paper, said):
        return Standing(Verdict.UNKNOWN)
    return await standing(work, paper)


async def standing(work: Work, paper: Paper) -> Standing:
    """How a paper that is known stands now."""
    if fingerprint_of(paper.content) != paper.fingerprint:
        return Standing(Verdict.ALTERED, paper)
    later = await _later(work, paper)
    if paper.state is PaperState.OPEN:
        return Standing(Verdict.GOING, paper)
    if paper.state is not PaperState.DONE:
        return Standing(Verdict.CANCELLED, paper, later[0] if later else None)
    signed = [one for one in later if one.state is PaperState.DONE]
    if signed:
        return Standing(Verdict.REPLACED, paper, signed[0])
    corrections = await _corrections(work, paper)
    going = next((one for one in later if one.state is PaperState.OPEN), None)
    verdict = Verdict.AMENDED if corrections else Verdict.CURRENT
    return Standing(verdict, paper, going, corrections)


async def _later(work: Work, paper: Paper) -> Sequence[Paper]:
    """What went round after it in its place, the newest first; of corrections only those of the same change."""
    found = await work.all(papers_about(paper.route_id, paper.kind.value))
    same = paper.kind is not PaperKind.CORRECTION
    return [one for one in found if one.id > paper.id and (same or one.subject_id == paper.subject_id)]


async def _corrections(work: Work, paper: Paper) -> int:
    if paper.kind is not PaperKind.CARD:
        return 0
    found = await work.all(papers_about(paper.route_id, PaperKind.CORRECTION))
    return len({one.subject_id for one in found if one.state is PaperState.DONE})
