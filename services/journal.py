"""Seals on the history of all routes, and whether they are whole (models/journal.py)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta

from models.history import HistoryLine
from models.journal import (
    NOTHING_BEFORE,
    Seal,
    count_after,
    digest,
    last_seal,
    lines_after,
    sealed_lines,
    seals_after,
    unsealed,
)
from services.work import Work

SETTLED = timedelta(minutes=5)
"""After so long no transaction can still be under way that has taken an earlier number."""


@dataclass(frozen=True)
class Checked:
    """What a look through all seals has found; `broken`: the first seal that does not fit its lines."""

    seals: int
    lines: int
    unsealed: int
    broken: Seal | None


async def seal(work: Work) -> int:
    """The next portion of settled lines comes under a seal. Returns how many lines.

    Two at once: the second refuses (IntegrityError), for a line has one seal.
    """
    last = await work.find(last_seal())
    lines = await work.all(unsealed(last.last if last else 0, work.now - SETTLED))
    if not lines:
        return 0
    work.session.add(
        Seal(
            first=lines[0].id,
            last=lines[-1].id,
            lines=len(lines),
            digest=digest(last.digest if last else NOTHING_BEFORE, lines),
            at=work.now,
        )
    )
    return len(lines)


async def verify(work: Work) -> Checked:
    """Every seal is computed anew from the lines as they are now, the first to the last."""
    seals = lines = number = covered = 0
    before = NOTHING_BEFORE
    while portion := await work.all(seals_after(number)):
        for one in portion:
            if not await _whole(work, one, covered, before):
                return Checked(seals, lines, 0, one)
            seals, lines, number, covered, before = seals + 1, lines + one.lines, one.id, one.last, one.digest
    return Checked(seals, lines, int(await work.session.scalar(count_after(covered)) or 0), None)


async def _whole(work: Work, one: Seal, covered: int, before: str) -> bool:
    """Do the lines behind the last seal, up to the end of this one, make its digest?"""
    found = await work.all(sealed_lines(covered + 1, one.last))
    whole = len(found) == one.lines and digest(before, found) == one.digest
    for line in found:
        work.session.expunge(line)
    return whole


async def every_line(work: Work, route_id: int | None) -> AsyncIterator[HistoryLine]:
    """All lines, or those of one route, the first to the last; in portions, whatever their number."""
    number = 0
    while portion := await work.all(lines_after(number, route_id)):
        for line in portion:
            number = line.id
            work.session.expunge(line)
            yield line
