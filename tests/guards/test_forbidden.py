"""What may be called only in one place: the clock, chance, the commit, printing (DESIGN 1, 3, 15)."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.guards.tree import PRODUCT, ROOT, Module, made_up, modules

NOW = {
    "datetime.datetime.now",
    "datetime.datetime.utcnow",
    "datetime.datetime.today",
    "datetime.date.today",
    "time.time",
    "time.time_ns",
    "time.localtime",
    "time.gmtime",
    "time.ctime",
    "time.strftime",
}
NOW_ALLOWED = {
    "bot/clock.py": "the only now() of the product",
    "simulator/__main__.py": "the local Telegram has a clock of its own",
}
CHANCE = {"random", "secrets", "uuid"}
CHANCE_ALLOWED = {
    "models/entry.py": "unguessable personal codes",
    "models/paper.py": "the secret behind the code that proves a paper",
    "models/calendar_link.py": "the address of a calendar, which nobody guesses",
    "models/paper_link.py": "the address of a paper that is fetched once, which nobody guesses",
    "models/pin.py": "the salt of a code of signing",
    "models/second_factor.py": "the second code of an officer, and those on paper",
    "bot/turn.py": "the short number of a bug",
    "bot/code_list.py": "the name of a file that nobody can foresee",
}
HELD_ALLOWED = {
    "services/work.py": "`Work.hold`, behind which what is decided on is read anew",
    "bot/turn.py": "the account that a turn begins with; its person's turns stand in line before it",
    "models/reminder.py": "`sweeps_held`, which brings nothing back; the marks are read behind it",
    "models/review_queue.py": "`mornings_held`: one table, nothing joined",
}
PRINT_ALLOWED = ("bot/commands/", "bot/__main__.py", "simulator/__main__.py")
"""A command line answers on its output."""
COMMIT_ALLOWED = ("bot/", "migrations/", "simulator/")
"""The turn, the postman and the ticks commit (DESIGN 1); the simulator has a store of its own."""


def imported_as(module: Module) -> dict[str, str]:
    """What each imported name means: `from time import time as t` gives t: time.time."""
    found: dict[str, str] = {}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom):
            found |= {one.asname or one.name: f"{node.module}.{one.name}" for one in node.names}
        elif isinstance(node, ast.Import):
            found |= {one.asname or one.name: one.name for one in node.names}
    return found


def mentions(module: Module, forbidden: Iterable[str]) -> list[str]:
    """Where a module names one of these functions, called or handed on."""
    known = imported_as(module)
    if not {one.partition(".")[0] for one in known.values()} & {one.partition(".")[0] for one in forbidden}:
        return []
    found = []
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute | ast.Name):
            first, dot, rest = ast.unparse(node).partition(".")
            if f"{known.get(first)}{dot}{rest}" in forbidden:
                found.append(module.at(node))
    return found


def clocks(root: Path = ROOT) -> list[str]:
    """Where a module looks at the wall clock."""
    watched = [one for one in modules(*PRODUCT, root=root) if one.path not in NOW_ALLOWED]
    return [where for module in watched for where in mentions(module, NOW)]


def chances(root: Path = ROOT) -> dict[str, list[str]]:
    """Modules that draw lots."""
    found: dict[str, list[str]] = {}
    for module in modules(*PRODUCT, root=root):
        used = {one.partition(".")[0] for one in imported_as(module).values()} & CHANCE
        if used:
            found[module.path] = sorted(used)
    return found


def calls_of(name: str, root: Path, folders: Iterable[str]) -> list[str]:
    """Where something of this name is called."""
    return [
        module.at(node)
        for module in modules(*folders, root=root)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and name in (getattr(node.func, "attr", ""), getattr(node.func, "id", ""))
    ]


def test_nobody_but_the_clock_asks_for_the_time() -> None:
    assert clocks() == []


def test_nobody_draws_lots_but_the_named() -> None:
    found = {path: used for path, used in chances().items() if not path.startswith("simulator/")}
    assert not {path: used for path, used in found.items() if path not in CHANCE_ALLOWED}
    assert CHANCE_ALLOWED.keys() <= found.keys()


def test_commit_is_written_only_around_a_turn() -> None:
    for name in ("commit", "begin", "rollback"):
        found = calls_of(name, ROOT, (*PRODUCT, "migrations"))
        stray = [one for one in found if not one.startswith(COMMIT_ALLOWED)]
        own_verbs = [one for one in stray if name == "begin" and one.startswith(("handlers/", "services/"))]
        assert not [one for one in stray if one not in own_verbs or _of_session(one)], name


def _of_session(where: str) -> bool:
    """Is it the session that begins, not a person a questionnaire?"""
    path, _, line = where.partition(":")
    return "session" in (ROOT / path).read_text("utf-8").splitlines()[int(line) - 1].partition("begin")[0]


def waits(root: Path = ROOT) -> list[str]:
    """Where a statement waits for rows that somebody else changes; who passes them by, waits for nobody."""
    return [
        module.at(node)
        for module in modules(*PRODUCT, root=root)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", "") == "with_for_update"
        and not any(one.arg == "skip_locked" for one in node.keywords)
    ]


def test_rows_are_waited_for_by_a_statement_of_its_own(tmp_path: Path) -> None:
    """One that waits and joins would bring the joined rows as they were before (docs/reliability.md)."""
    assert {one.partition(":")[0] for one in waits()} == HELD_ALLOWED.keys()
    text = "x = q.with_for_update(of=Paper)\ny = q.with_for_update(skip_locked=True)\n"
    assert waits(made_up(tmp_path, models__paper=text)) == ["models/paper.py:1"]


def test_only_the_command_line_prints() -> None:
    found = calls_of("print", ROOT, PRODUCT)
    assert [one for one in found if not one.startswith(PRINT_ALLOWED)] == []


def asserts(root: Path = ROOT) -> list[str]:
    """Asserts that decide something; those that only tell the type checker what is known are left out."""
    return [
        module.at(node)
        for module in modules(*PRODUCT, root=root)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Assert) and not _narrows(node.test)
    ]


def _narrows(test: ast.expr) -> bool:
    if isinstance(test, ast.BoolOp):
        return all(map(_narrows, test.values))
    if isinstance(test, ast.Call):
        return isinstance(test.func, ast.Name) and test.func.id == "isinstance"
    return isinstance(test, ast.Compare) and isinstance(test.ops[0], ast.IsNot)


def test_nothing_that_a_person_does_is_met_with_an_assert(tmp_path: Path) -> None:
    assert asserts() == []
    text = "def f(x):\n    assert x is not None and isinstance(x, str)\n    assert len(x) < 9\n"
    assert asserts(made_up(tmp_path, services__plan=text)) == ["services/plan.py:3"]


@pytest.mark.parametrize(
    "text",
    [
        "from datetime import datetime\nx = datetime.now()",
        "from datetime import date\nx = date.today()",
        "import datetime\nx = datetime.datetime.now(datetime.UTC)",
        "import time\nx = time.time()",
        "from time import time\nx = time()",
        "import time as t\ndef f(clock=t.time): ...",
    ],
)
def test_a_made_up_look_at_the_clock_is_found(tmp_path: Path, text: str) -> None:
    assert clocks(made_up(tmp_path, services__plan=text)) == ["services/plan.py:2"]


def test_made_up_lots_prints_and_commits_are_found(tmp_path: Path) -> None:
    text = "import random\nfrom secrets import choice\nasync def f(session):\n    print(1)\n"
    text += "    await session.commit()\n"
    root = made_up(tmp_path, services__plan=text, models__plan="from datetime import datetime\nx: datetime\n")
    assert chances(root) == {"services/plan.py": ["random", "secrets"]}
    assert calls_of("print", root, ["services"]) == ["services/plan.py:4"]
    assert calls_of("commit", root, ["services"]) == ["services/plan.py:5"]
    assert clocks(root) == []


def test_no_message_is_deleted() -> None:
    """One older than 48 hours cannot be (telegram.md 38): a card is edited, or a new one is sent."""
    product = [module for module in modules() if not module.name.startswith("simulator")]
    assert not [module.name for module in product if re.search(r"delete_?messages?\b", module.text, re.I)]
