"""docs/seeds.md keeps its word: every requirement of the texts once, in order; what is named there exists."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from tests.guards.tree import ROOT

COUNTS = {0: 104, 1: 30, 2: 29, 3: 77, 4: 16}
"""How many requirements each of the five texts has."""
ROW = re.compile(r"^\| (R\d-\d{3}|X\d\d) \| ([^|]+) \| ([^|]+) \| ([^|]*) \| ([^|]*) \|$", re.MULTILINE)
STATE = re.compile(r"there|partly: \S.*|later: \S.*|no demand: \S.*")
NAMED = re.compile(r"`([\w/.]+)::([\w.]+)`")
DATA = "regulations/data"


def faults(table: str, root: Path = ROOT) -> list[str]:
    """What the table says that is not so."""
    found = []
    for id, _, state, places, tests in ROW.findall(table):
        stands = state == "there" or state.startswith("partly")
        if not STATE.fullmatch(state):
            found.append(f"{id}: no such state: {state}")
        if stands and not (NAMED.search(places) and NAMED.search(tests)):
            found.append(f"{id}: {state}, without a place or a test")
        if not stands and NAMED.search(tests):
            found.append(f"{id}: {state}, with a test")
        found += [
            f"{id}: no place {file}::{name}"
            for file, name in NAMED.findall(places)
            if not _is(file, name, root)
        ]
        found += [
            f"{id}: no test {file}::{name}"
            for file, name in NAMED.findall(tests)
            if f"def {name}(" not in _text(root / "tests" / f"{file}.py")
        ]
    return found


def _is(file: str, name: str, root: Path) -> bool:
    """A function or class of a module, or a key of a regulation's file."""
    if file.endswith(".toml"):
        return _has_key(root / DATA / file, name)
    return re.search(rf"^\s*(?:async )?(?:def|class) {name}\b", _text(root / file), re.MULTILINE) is not None


def _has_key(path: Path, name: str) -> bool:
    data: Any = tomllib.loads(_text(path) or "")
    for key in name.split("."):
        data = data[0] if isinstance(data, list) else data
        if not isinstance(data, dict) or key not in data:
            return False
        data = data[key]
    return True


@cache
def _text(path: Path) -> str:
    return path.read_text("utf-8") if path.exists() else ""


def test_every_requirement_of_the_five_texts_stands_once_in_order() -> None:
    table = (ROOT / "docs" / "seeds.md").read_text("utf-8")
    wanted = [f"R{text}-{number:03}" for text, count in COUNTS.items() for number in range(1, count + 1)]
    assert [id for id, *_ in ROW.findall(table)] == wanted
    assert len(wanted) == 256


def test_what_is_named_there_exists() -> None:
    assert faults((ROOT / "docs" / "seeds.md").read_text("utf-8")) == []


def test_a_broken_promise_is_noticed() -> None:
    table = (
        "| R0-001 | a | there | `services/nowhere.py::nothing` | `stories/test_entry::test_nobody_wrote_this` |\n"
        "| R0-002 | b | there |  |  |\n"
        "| R0-003 | c | soon |  |  |\n"
        "| R0-004 | d | later: not yet |  | `guards/test_seeds::test_a_broken_promise_is_noticed` |\n"
        "| R0-005 | e | there | `udmurtia.toml::duration.moons` |"
        " `guards/test_seeds::test_what_is_named_there_exists` |\n"
        "| R0-006 | f | there | `udmurtia.toml::signing.chain.role` |"
        " `guards/test_seeds::test_what_is_named_there_exists` |\n"
    )
    assert faults(table) == [
        "R0-001: no place services/nowhere.py::nothing",
        "R0-001: no test stories/test_entry::test_nobody_wrote_this",
        "R0-002: there, without a place or a test",
        "R0-003: no such state: soon",
        "R0-004: later: not yet, with a test",
        "R0-005: no place udmurtia.toml::duration.moons",
    ]
