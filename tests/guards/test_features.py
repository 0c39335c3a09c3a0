"""docs/features.md and docs/telegram.md keep their word: each row has a state, and tests for what is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.guards.tree import ROOT

ROW = re.compile(r"^\| (\d+) \| [^|]+ \| ([^|]+) \| ([^|]*) \|$", re.MULTILINE)
NAMED = re.compile(r"`([\w/]+)::(\w+)`")
STATE = re.compile(r"there|partly: \S.*|later")


def faults(table: str, root: Path = ROOT) -> list[str]:
    """What the table says that is not so."""
    found = []
    for number, state, shown in ROW.findall(table):
        tests = NAMED.findall(shown)
        if not STATE.fullmatch(state):
            found.append(f"{number}: no such state: {state}")
        if (state == "later") == bool(tests):
            found.append(f"{number}: {state}, with {len(tests)} tests")
        found += [
            f"{number}: no test {file}::{name}" for file, name in tests if not _is_there(root, file, name)
        ]
    return found


def _is_there(root: Path, file: str, name: str) -> bool:
    path = root / "tests" / f"{file}.py"
    return path.exists() and f"def {name}(" in path.read_text("utf-8")


@pytest.mark.parametrize(("page", "rows"), [("features.md", 100), ("telegram.md", 42)])
def test_every_row_stands_in_the_table_and_its_tests_exist(page: str, rows: int) -> None:
    table = (ROOT / "docs" / page).read_text("utf-8")
    assert [int(number) for number, *_ in ROW.findall(table)] == list(range(1, rows + 1))
    assert faults(table) == []


def test_a_broken_promise_is_noticed() -> None:
    table = (
        "| 1 | a | there | `stories/test_entry::test_nobody_wrote_this` |\n"
        "| 2 | b | there |  |\n"
        "| 3 | c | soon | `guards/test_features::test_a_broken_promise_is_noticed` |\n"
        "| 4 | d | later |  |\n"
    )
    assert faults(table) == [
        "1: no test stories/test_entry::test_nobody_wrote_this",
        "2: there, with 0 tests",
        "3: no such state: soon",
    ]
