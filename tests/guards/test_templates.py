"""The words of documents: every language has the same entries with the same placeholders (DESIGN 18, 20)."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from tests.guards.fluent_files import LANGUAGES
from tests.guards.tree import ROOT

TEMPLATES = ROOT / "documents" / "templates"
PLACEHOLDER = re.compile(r"\{\w+\}")


def shape(words: Any) -> Any:
    """A table of words without the words: keys, lists, placeholders. A translation may have a paragraph more."""
    if isinstance(words, dict):
        return {key: shape(inside) for key, inside in words.items()}
    if isinstance(words, list) and all(isinstance(one, str) for one in words):
        return shape(" ".join(words))
    if isinstance(words, list):
        return [shape(inside) for inside in words]
    return sorted(PLACEHOLDER.findall(words)) if isinstance(words, str) else words


def differing(folder: Path) -> list[str]:
    """Documents whose languages do not say the same things."""
    stems = {path.name.rpartition(".")[0].rpartition(".")[0] for path in folder.glob("*.toml")}
    return sorted(
        stem for stem in stems if len({_shape_in(folder, stem, language) for language in LANGUAGES}) > 1
    )


def _shape_in(folder: Path, stem: str, language: str) -> str:
    path = folder / f"{stem}.{language}.toml"
    return repr(shape(tomllib.loads(path.read_text("utf-8")))) if path.exists() else "missing"


def test_every_document_says_the_same_in_every_language() -> None:
    assert list(TEMPLATES.glob("*.ru.toml"))
    assert differing(TEMPLATES) == []


def test_a_made_up_document_that_forgets_a_word_is_named(tmp_path: Path) -> None:
    for name, text in {
        "a.ru": 'x = "{n} дней"',
        "a.en": 'x = "days"',
        "b.ru": "y = [1]",
        "c.ru": "",
        "c.en": "",
    }.items():
        (tmp_path / f"{name}.toml").write_text(text, "utf-8")
    assert differing(tmp_path) == ["a", "b"]
