"""The locale files as data: what stands under each key, which facts it wants, how it reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

from fluent.syntax import FluentParser, ast

from tests.guards.tree import ROOT

LOCALES = ROOT / "locales"
LANGUAGES = ("ru", "en")
Node = TypeVar("Node", bound=ast.BaseNode)


@dataclass(frozen=True)
class Entry:
    """One thing that can be said: `key` is `message` or `message.attribute`."""

    key: str
    language: str
    stem: str
    pattern: ast.Pattern

    @property
    def facts(self) -> frozenset[str]:
        """The placeholders, also those that only choose."""
        return frozenset(one.id.name for one in found(self.pattern, ast.VariableReference))

    @cached_property
    def readings(self) -> list[str]:
        """Every way in which it can read, with «x» for each fact."""
        return readings(self.pattern)

    @property
    def choices(self) -> list[ast.SelectExpression]:
        """Where it depends on a fact."""
        return list(found(self.pattern, ast.SelectExpression))


def found(node: ast.BaseNode, kind: type[Node]) -> Iterator[Node]:
    """Every node of a kind at or below a node."""
    if isinstance(node, kind):
        yield node
    for value in vars(node).values():
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.BaseNode):
                yield from found(child, kind)


def readings(pattern: ast.Pattern) -> list[str]:
    """Every way in which a pattern can read, with «x» for each fact."""
    texts = [""]
    for element in pattern.elements:
        options = [element.value] if isinstance(element, ast.TextElement) else _of_placeable(element)
        texts = [text + option for text in texts for option in options]
    return texts


def _of_placeable(placeable: ast.Placeable) -> list[str]:
    inside = placeable.expression
    if isinstance(inside, ast.SelectExpression):
        return [text for variant in inside.variants for text in readings(variant.value)]
    if isinstance(inside, ast.StringLiteral):
        return [inside.value]
    return ["x"]


@cache
def files(language: str, folder: Path = LOCALES) -> dict[str, ast.Resource]:
    """Parsed files of a language by their stem."""
    parser = FluentParser()
    return {
        path.stem: parser.parse(path.read_text("utf-8")) for path in sorted((folder / language).glob("*.ftl"))
    }


@cache
def entries(language: str, folder: Path = LOCALES) -> list[Entry]:
    """Everything that can be said in a language, in the order of the files; a key twice stands here twice."""
    listed = []
    for stem, resource in files(language, folder).items():
        for message in resource.body:
            if not isinstance(message, ast.Message):
                continue
            if message.value is not None:
                listed.append(Entry(message.id.name, language, stem, message.value))
            for part in message.attributes:
                listed.append(Entry(f"{message.id.name}.{part.id.name}", language, stem, part.value))
    return listed


@cache
def by_key(language: str, folder: Path = LOCALES) -> dict[str, Entry]:
    """The same by key."""
    return {entry.key: entry for entry in entries(language, folder)}
