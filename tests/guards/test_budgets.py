"""Budgets of the tree: short functions and modules, everything annotated, intent written down (DESIGN 24)."""

from __future__ import annotations

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

from tests.guards.tree import PRODUCT, ROOT, Function, functions, made_up, modules

LINES_OF_A_FUNCTION = 40
LINES_OF_A_MODULE = 250
LINES_OF_A_TEST = 60
LINES_OF_A_TEST_MODULE = 400
MEDIAN = 9
MOST_AT_95 = 25
BANNED_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}
BANNED_FOLDERS = {"keyboards", "states", "middlewares", "filters"}


def length(function: Function) -> int:
    """Lines from `def` to the end, without the docstring: what has to be held in one's head."""
    first, *_ = function.body
    told = (first.end_lineno or 0) - first.lineno + 1 if _is_text(first) else 0
    return (function.end_lineno or 0) - function.lineno + 1 - told


def _is_text(node: ast.stmt) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def too_long(most: int, *folders: str, root: Path = ROOT) -> list[str]:
    """Functions over the budget."""
    return [
        f"{module.at(one)} {one.name}: {length(one)}"
        for module in modules(*folders, root=root)
        for one, _ in functions(module)
        if length(one) > most
    ]


def too_big(most: int, *folders: str, root: Path = ROOT) -> list[str]:
    """Modules over the budget."""
    counted = {module.path: module.text.count("\n") for module in modules(*folders, root=root)}
    return [f"{path}: {lines}" for path, lines in counted.items() if lines > most]


def untold(*folders: str, root: Path = ROOT) -> list[str]:
    """Public modules, classes, functions and methods without a docstring."""
    found = []
    for module in modules(*folders, root=root):
        if not ast.get_docstring(module.tree) and module.text.strip():
            found.append(f"{module.path}: the module")
        found += [
            f"{module.at(node)} {node.name}" for node in _public(module.tree) if not ast.get_docstring(node)
        ]
    return found


def _public(node: ast.AST) -> Iterator[Function | ast.ClassDef]:
    """Everything that others can name: at the top of the module, and in public classes."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Function | ast.ClassDef) and not child.name.startswith("_"):
            if not _is_setter(child):
                yield child
            if isinstance(child, ast.ClassDef):
                yield from _public(child)


def _is_setter(node: Function | ast.ClassDef) -> bool:
    """The other half of a property, which has said it already."""
    return any(isinstance(one, ast.Attribute) and one.attr == "setter" for one in node.decorator_list)


def unannotated(*folders: str, root: Path = ROOT) -> list[str]:
    """Functions with a parameter or a result of unknown type."""
    return [
        f"{module.at(one)} {one.name}"
        for module in modules(*folders, root=root)
        for one, owner in functions(module)
        if one.returns is None or any(arg.annotation is None for arg in _named(one, owner))
    ]


def _named(function: Function, owner: ast.ClassDef | None) -> list[ast.arg]:
    given = function.args
    static = any(isinstance(one, ast.Name) and one.id == "staticmethod" for one in function.decorator_list)
    plain = [*given.posonlyargs, *given.args][0 if owner is None or static else 1 :]
    return [*plain, *given.kwonlyargs, *(one for one in (given.vararg, given.kwarg) if one is not None)]


def test_functions_are_short() -> None:
    assert too_long(LINES_OF_A_FUNCTION, *PRODUCT, "bench", "migrations") == _generated()
    assert too_long(LINES_OF_A_TEST, "tests") == []


def _generated() -> list[str]:
    """Migrations are written by Alembic: as long as there are tables."""
    return too_long(LINES_OF_A_FUNCTION, "migrations/versions")


def test_functions_are_short_as_a_rule() -> None:
    lengths = sorted(length(one) for module in modules(*PRODUCT) for one, _ in functions(module))
    assert statistics.median(lengths) <= MEDIAN
    assert lengths[len(lengths) * 95 // 100] <= MOST_AT_95


def test_modules_are_small() -> None:
    assert too_big(LINES_OF_A_MODULE, *PRODUCT, "bench") == []
    assert too_big(LINES_OF_A_TEST_MODULE, "tests") == []


def test_everything_public_says_what_it_is_for() -> None:
    assert untold(*PRODUCT, "bench") == []


def test_everything_is_annotated() -> None:
    assert unannotated(*PRODUCT, "bench") == []


def test_no_module_is_named_after_nothing() -> None:
    named = {
        path: path.rpartition("/")[2].removesuffix(".py")
        for path in (one.path for one in modules(*PRODUCT, "tests"))
    }
    assert not [path for path, name in named.items() if BANNED_NAMES & set(name.split("_"))]
    assert not [path for path in named if BANNED_FOLDERS & set(path.split("/"))]


def test_a_made_up_module_that_breaks_every_budget_is_named(tmp_path: Path) -> None:
    text = "class Route:\n    def send(self, by):\n        x = 1\n        return x\n"
    told = '"""A."""\ndef f() -> None:\n    """B.\n\n    Long.\n    """\n    x = 1\ndef _g() -> None: ...\n'
    root = made_up(tmp_path, models__route=text, models__plan=told)
    assert too_long(2, "models", root=root) == ["models/route.py:2 send: 3"]
    assert too_big(3, "models", root=root) == ["models/plan.py: 8", "models/route.py: 4"]
    assert untold("models", root=root) == [
        "models/route.py: the module",
        "models/route.py:1 Route",
        "models/route.py:2 send",
    ]
    assert unannotated("models", root=root) == ["models/route.py:2 send"]
