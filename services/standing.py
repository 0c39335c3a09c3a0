"""Does a notice still stand? Asked by the postman when it is about to go, for many notices at once (S-14.7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from models.outbox import Due
from models.people import Person, people_by_ids
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


async def of(work: Work, notices: Sequence[Due], checks: Mapping[str, Check]) -> dict[int, Standing]:
    """How these notices stand now, by their id: a few queries for each check, whatever their number.

    `checks` by kind; a kind without one always stands.
    """
    found = {one.id: Standing(unpacked(one.facts)) for one in notices if one.kind not in checks}
    checked = [one for one in notices if one.kind in checks]
    people = await _people(work, {one.person_id for one in checked})
    asked: dict[Check, list[Waiting]] = defaultdict(list)
    for one in checked:
        asked[checks[one.kind]].append(Waiting(one.id, people[one.person_id], unpacked(one.facts)))
    for check, those in asked.items():
        said = await check(work, those)
        found |= {one.id: said.get(one.id, Standing()) for one in those}
    return found


async def _people(work: Work, ids: Collection[int]) -> dict[int, Person]:
    return {one.id: one for one in await work.all(people_by_ids(ids))} if ids else {}
