"""docs/resolutions.md keeps its word: X01 to X51 once, in order, each there, with a test named after it."""

from __future__ import annotations

import re

from tests.guards.test_seeds import NAMED, ROW, faults
from tests.guards.tree import ROOT

TABLE = (ROOT / "docs" / "resolutions.md").read_text("utf-8")


def unnamed(table: str) -> list[str]:
    """Ids that no test beside them is named after."""
    return [
        id
        for id, *_, tests in ROW.findall(table)
        if not any(re.search(rf"_{id.lower()}_", name) for _, name in NAMED.findall(tests))
    ]


def test_every_resolution_stands_once_in_order_with_its_place() -> None:
    assert [id for id, *_ in ROW.findall(TABLE)] == [f"X{number:02}" for number in range(1, 52)]
    assert faults(TABLE) == []


def test_every_resolution_has_a_test_named_after_it() -> None:
    assert unnamed(TABLE) == []
    assert unnamed("| X07 | a | there | `a::b` | `rules/test_a::test_x17_b` |") == ["X07"]
