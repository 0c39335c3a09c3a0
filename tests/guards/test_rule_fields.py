"""What a regulation's file says is read somewhere: a rule that nothing reads is no rule."""

from __future__ import annotations

import ast

from tests.guards.tree import ROOT

PRODUCT = ("bot", "documents", "handlers", "models", "regulations", "services")
BY_NAME = {"tables.py": {"catalogue", "finished"}}
"""Read by the kind of table that is asked for (regulations/tables.py::KINDS)."""
DECLARED = {("scales.py", "boundary")}
"""Says in the file which of the two readings of a bound its numbers follow; there is but one."""


def _trees(*folders: str) -> dict[str, ast.Module]:
    paths = (path for folder in folders for path in sorted((ROOT / folder).rglob("*.py")))
    return {path.relative_to(ROOT).as_posix(): ast.parse(path.read_text("utf-8")) for path in paths}


def _data(module: ast.Module) -> list[ast.ClassDef]:
    """Classes that a file is read into: of Data, Rule, Named, or of one of these."""
    found: list[ast.ClassDef] = []
    names = {"Data", "Rule", "Named"}
    for one in module.body:
        if isinstance(one, ast.ClassDef) and {ast.unparse(base) for base in one.bases} & names:
            names.add(one.name)
            found.append(one)
    return found


def _fields(one: ast.ClassDef) -> list[str]:
    said = (line.target for line in one.body if isinstance(line, ast.AnnAssign))
    return [target.id for target in said if isinstance(target, ast.Name)]


def test_every_field_of_a_regulation_is_read() -> None:
    read = {
        node.attr
        for tree in _trees(*PRODUCT).values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load)
    }
    unread = [
        f"{path}: {one.name}.{field}"
        for path, tree in _trees("regulations").items()
        for one in _data(tree)
        for field in _fields(one)
        if field not in read | BY_NAME.get(path.rpartition("/")[2], set())
        and (path.rpartition("/")[2], field) not in DECLARED
    ]
    assert unread == []
