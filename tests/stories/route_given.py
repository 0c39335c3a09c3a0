"""What a move over a route is about now, and what is said with it: read off the rows, as a person reads a screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from random import Random
from typing import Any

from models.evidence import Evidence, EvidenceKind
from models.paper_slot import UNDO
from tests.stories.rights import TABLES
from tests.stories.route_moves import EVERY, Move
from tests.stories.test_rights import example, parameters, use_cases

Rows = Mapping[str, list[Any]]


@dataclass(frozen=True)
class Seen:
    """How things stand: every row of every table, who is who, the moment."""

    rows: Rows
    people: Mapping[str, int]
    now: datetime
    today: date
    moves: Mapping[str, Move]

    def move(self, name: str) -> Move:
        """As the walk does it, or another one."""
        return self.moves.get(name, EVERY[name])

    def things(self, name: str) -> list[Any]:
        """The rows that a move can be about now; [None] for a move that is about nothing that is there yet."""
        move, table = self.move(name), self.table(name)
        if not move.when(self.rows):
            return []
        if not table or (move.begins and not self.rows[table]):
            return [None]
        if move.version_of:
            return [one for one in self.rows[table][-1:] if move.at(one)]
        return [one for one in self._of(table, name) if move.at(one)]

    def table(self, name: str) -> str:
        """The table of what a move is about."""
        move = self.move(name)
        asked = (one for one in parameters(use_cases()[name]) if one in TABLES)
        return move.version_of or next(
            (TABLES[one] for one in asked if one not in {*move.said, *move.whom}), ""
        )

    def _of(self, table: str, name: str) -> list[Any]:
        if table != "paper_slots":
            return self.rows[table]
        if "undo" in name:
            return [one for one in self.rows[table] if one.state == "signed" and self.now - one.at < UNDO]
        kind = self.move(name).paper
        open_ = [one for one in self.rows["papers"] if one.state == "open" and kind in ("", one.kind)]
        turns = {(one.id, one.stage) for one in open_}
        return [
            one for one in self.rows[table] if (one.paper_id, one.stage) in turns and one.state == "waiting"
        ]

    def given(self, name: str, chance: Random, thing: Any = None) -> dict[str, Any] | None:
        """Ids of rows that are there, and what is said; None where there is nothing to do it to.

        `thing`: the row that it is about, mostly the newest that fits; now and then any row, or an old card.
        """
        found = self.things(name)
        anything = self.rows.get(self.table(name), []) if thing is None and chance.random() < 0.1 else []
        about = thing or _pick(anything or found, chance)
        if about is None and None not in found:
            return None
        version = getattr(about, "version", 0)
        given = self._said(name, chance)
        for one, kind in parameters(use_cases()[name]).items():
            if one not in given and one != "drawn":
                given[one] = self._one(name, one, kind, about, chance)
        if "drawn" in parameters(use_cases()[name]):
            given["drawn"] = version if thing is not None or chance.random() < 0.9 else version - 1
        return None if None in [given.get(one) for one in TABLES if one in given] else given

    def _one(self, name: str, parameter: str, kind: Any, about: Any, chance: Random) -> Any:
        if parameter in TABLES:
            own = TABLES[parameter] == self.table(name)
            chosen = about if own else _pick(self.rows[TABLES[parameter]], chance)
            return chosen.id if chosen is not None else None
        if kind is Evidence:
            file = f"{self.now:%d%H%M%S}"
            return Evidence(kind=EvidenceKind.PHOTO, file_id=file, unique_id=file, at=self.now)
        return example(kind, self.today)

    def _said(self, name: str, chance: Random) -> dict[str, Any]:
        move = self.move(name)
        given: dict[str, Any] = {}
        for one, relation in move.whom.items():
            given[one] = self.people[relation if isinstance(relation, str) else chance.choice(relation)]
        for one, said in move.said.items():
            ways = said[given["code"]] if isinstance(said, Mapping) else said
            value = chance.choice(ways) if isinstance(ways, tuple) else ways
            given[one] = value(self.today) if callable(value) else value
        return given


def _pick(found: list[Any], chance: Random) -> Any:
    """The newest, mostly."""
    if not found:
        return None
    return found[-1] if chance.random() < 0.7 else chance.choice(found)
