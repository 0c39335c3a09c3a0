"""The tree as the guards see it: parsed modules of the product, or of a folder made up to prove a guard."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PRODUCT = ("bot", "handlers", "services", "documents", "regulations", "models", "simulator")
SPEAKING = ("bot", "handlers", "services", "regulations", "models", "documents")
"""The layers that can say something to a person."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, eq=False)
class Module:
    """One parsed file; `path` is relative to the root of its tree, with slashes."""

    path: str
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """The dotted name under which others import it."""
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    def at(self, node: ast.AST) -> str:
        """Where a node stands, as an editor takes it."""
        return f"{self.path}:{getattr(node, 'lineno', 1)}"


@cache
def modules(*folders: str, root: Path = ROOT) -> tuple[Module, ...]:
    """Every Python file of these folders, in order."""
    files = [path for folder in folders for path in sorted((root / folder).rglob("*.py"))]
    return tuple(_parsed(path, root) for path in files)


@cache
def _parsed(path: Path, root: Path) -> Module:
    text = path.read_text("utf-8")
    return Module(path.relative_to(root).as_posix(), text, ast.parse(text))


def made_up(root: Path, **files: str) -> Path:
    """A small tree: `handlers__menu="..."` becomes handlers/menu.py."""
    for name, text in files.items():
        path = root / (name.replace("__", "/") + ".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


def functions(module: Module) -> Iterator[tuple[Function, ast.ClassDef | None]]:
    """Every function of a module with the class it is a method of."""
    yield from _functions(module.tree, None)


def _functions(node: ast.AST, owner: ast.ClassDef | None) -> Iterator[tuple[Function, ast.ClassDef | None]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Function):
            yield child, owner
            yield from _functions(child, None)
        else:
            yield from _functions(child, child if isinstance(child, ast.ClassDef) else owner)


def strings(node: ast.AST) -> Iterator[ast.Constant]:
    """Every string inside a node, also the parts of f-strings; no docstrings, which are statements."""
    told = {id(one.value) for one in ast.walk(node) if isinstance(one, ast.Expr)}
    for one in ast.walk(node):
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in told:
            yield one
