"""The Fluent files: no junk, keys at home, tags that close, plurals that a reader would say (DESIGN 20)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from fluent.syntax import ast

from tests.guards.calls import literals
from tests.guards.fluent_files import LANGUAGES, LOCALES, Entry, by_key, entries, files, found, readings
from tests.guards.test_locales_keys import uses_of_keys
from tests.guards.tree import ROOT

STEMS_OF_MANY = {
    "entry": {"unreachable"},
    "menu": {"help", "command", "bot", "anything", "refusal"},
    "questions": {"answer", "date", "number"},
}
"""First words of keys that live in the file of a neighbour: what belongs to no stage."""
TAG = re.compile(r"<(/?)(\w+)>|[<>]")
TAGS = {"b", "code", "i"}
PLURALS = {"ru": {"one", "few", "many"}, "en": {"one", "other"}}
CATEGORIES = {"zero", "one", "two", "few", "many", "other"}
GENITIVE = {"plan-months"}
"""Keys that stand behind «от» and «до», where two and five read alike."""
MOST_LINES = 9
LONGEST_LABEL = 64


def junk(language: str, folder: Path = LOCALES) -> list[str]:
    """What the parser could not read, and terms or references that this product does not use."""
    broken = []
    for stem, resource in files(language, folder).items():
        broken += [
            f"{stem}: {one.content.strip()[:60]}" for one in resource.body if isinstance(one, ast.Junk)
        ]
        kinds = (ast.MessageReference, ast.TermReference, ast.FunctionReference)
        broken += [f"{stem}: {type(one).__name__}" for kind in kinds for one in found(resource, kind)]
    return broken


def lost_keys(language: str, folder: Path = LOCALES) -> list[str]:
    """Keys whose first words are neither the stem of their file nor one of its neighbours'."""
    stray = []
    for entry in entries(language, folder):
        stems = {entry.stem, *STEMS_OF_MANY.get(entry.stem, ())}
        message = entry.key.partition(".")[0]
        if not any(message == stem or message.startswith(f"{stem}-") for stem in stems):
            stray.append(f"{entry.stem}.ftl: {entry.key}")
    return stray


def open_tags(text: str) -> list[str]:
    """Lines of a reading whose tags do not close in the line, or are none of ours."""
    return [line for line in text.split("\n") if not _balanced(line)]


def _balanced(line: str) -> bool:
    stack: list[str] = []
    for match in TAG.finditer(line):
        closing, name = match.group(1), match.group(2)
        if name not in TAGS or (closing and (not stack or stack.pop() != name)):
            return False
        if not closing:
            stack.append(name)
    return not stack


def broken_plurals(entry: Entry) -> list[str]:
    """Choices by number that forget a form: who names one plural form names all of the language's.

    A word that reads alike in every form («фото») needs no more than one and other.
    """
    broken = []
    for choice in entry.choices:
        named = {one.key.name: one for one in choice.variants if isinstance(one.key, ast.Identifier)}
        forms = CATEGORIES & named.keys()
        if (
            forms - {"other"}
            and not PLURALS[entry.language] <= forms
            and not _alike(named[form] for form in forms)
        ):
            broken.append(f"{entry.language} {entry.key}: {sorted(forms)}")
    return broken


def _alike(variants: Iterable[ast.Variant]) -> bool:
    return len({tuple(readings(one.value)) for one in variants}) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_parses_whole(language: str) -> None:
    assert junk(language) == []


def test_every_language_has_the_same_files() -> None:
    assert {tuple(files(language)) for language in LANGUAGES} == {tuple(files("ru"))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_begins_with_the_stem_of_its_file(language: str) -> None:
    assert lost_keys(language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_tags_close_in_their_line(language: str) -> None:
    broken = {
        entry.key: lines
        for entry in entries(language)
        for text in entry.readings
        if (lines := open_tags(text))
    }
    assert not broken


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_have_every_plural_form(language: str) -> None:
    broken = {entry.key: found for entry in entries(language) if (found := broken_plurals(entry))}
    assert broken.keys() == (GENITIVE if language == "ru" else set()), broken


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_label_is_short_and_has_no_tags(language: str) -> None:
    labels = {
        key
        for use in uses_of_keys(ROOT)
        if use.signature.name == "button"
        for key in literals(use, ("key",)).literals
    }
    assert len(labels) > 50
    known = by_key(language)
    texts = {key: known[key].readings for key in labels & known.keys()}
    assert not {key for key, found in texts.items() if any("<" in text or "\n" in text for text in found)}
    assert not {key for key, found in texts.items() if max(map(len, found)) > LONGEST_LABEL}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_screen_is_a_wall_of_text(language: str) -> None:
    assert not {entry.key for entry in entries(language) if max(map(_lines, entry.readings)) > MOST_LINES}


def _lines(text: str) -> int:
    return sum(bool(line.strip()) for line in text.split("\n"))


def test_every_mistake_in_a_made_up_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "ru").mkdir()
    (tmp_path / "ru" / "plan.ftl").write_text(
        "plan-a = { $n ->\n    [one] { $n } день\n   *[other] { $n } дней\n}\n"
        "menu-b = <b>x\n    y</b>\nplan-c = { menu-b }\nplan-d {\n",
        "utf-8",
    )
    read = by_key("ru", tmp_path)
    assert junk("ru", tmp_path) == ["plan: plan-d {", "plan: MessageReference"]
    assert lost_keys("ru", tmp_path) == ["plan.ftl: menu-b"]
    assert broken_plurals(read["plan-a"]) == ["ru plan-a: ['one', 'other']"]
    assert open_tags(read["menu-b"].readings[0]) == ["<b>x", "y</b>"]
    assert open_tags("<u>x</u>") and open_tags("a < b") and not open_tags("<b>x <i>y</i></b>")
