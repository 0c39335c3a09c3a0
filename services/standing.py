"""Does a notice still stand? Asked by the postman when it is about to go, for many notices at once (S-14.7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from models.notice import Notice
from models.people import Person
from services.facts import unpacked
from services.work import Work

Facts = Mapping[str, Any]


@dataclass(frozen=True)
class Waiting:
    """A notice about to go: for whom, and what it says."""

    id: int
    person: Person
    facts: Facts


@dataclass(frozen=True)
class Standing:
    """What became of a notice: its facts as they are now; `until`: not before that moment. Neither: needless."""

    facts: Facts | None = None
    until: datetime | None = None


Check = Callable[[Work, Sequence[Waiting]], Awaitable[Mapping[int, Standing]]]
"""Looks at many notices of one kind; what it does not mention is needless."""


async def of(
    work: Work, notices: Sequence[tuple[Notice, Person]], checks: Mapping[str, Check]
) -> dict[int, Standing]:
    """How these notices stand now, by their id: a few queries for each check, whatever their number.

    `checks` by kind; a kind without one always stands.
    """
    found = {}
    asked: dict[Check, list[Waiting]] = defaultdict(list)
    for notice, person in notices:
        waiting = Waiting(notice.id, person, unpacked(notice.facts))
        if notice.kind in checks:
            asked[checks[notice.kind]].append(waiting)
        else:
            found[notice.id] = Standing(waiting.facts)
    for check, those in asked.items():
        said = await check(work, those)
        found |= {one.id: said.get(one.id, Standing()) for one in those}
    return found
