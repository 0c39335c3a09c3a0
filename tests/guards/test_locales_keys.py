"""Keys used = keys defined, in every language; facts given = placeholders; no key is built (DESIGN 20)."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

from tests.guards.calls import Calls, Use, literals
from tests.guards.fluent_files import LANGUAGES, by_key, entries
from tests.guards.tree import ROOT, SPEAKING, made_up, modules

HANDED_ON = ("key", "example")
"""Under these names a key is handed on from one call to the next."""
SAYING = frozenset({"say", "button", "Refusal", "BadAnswer", "Outdated", "NotYours", "Traced"})
"""Where the facts stand in the call itself."""
NO_LOCALE_KEY = {"RegulationError": "its key is one of a TOML file"}


@cache
def uses_of_keys(root: Path = ROOT) -> list[Use]:
    """Every call that gives a locale key: a `key` anywhere, and the `example` of a question."""
    calls = Calls(modules(*SPEAKING, root=root))
    asked = [use for use in calls.uses("example") if use.signature.name == "Question"]
    said = [use for use in calls.uses("key") if use.signature.name not in NO_LOCALE_KEY]
    return [*said, *asked]


def used_keys(root: Path = ROOT) -> dict[str, str]:
    """Every key that the product says, and where."""
    found: dict[str, str] = {}
    for use in uses_of_keys(root):
        for key in literals(use, HANDED_ON).literals:
            found.setdefault(key, use.module.at(use.call))
    return found


def built_keys(root: Path = ROOT) -> list[str]:
    """Where a key is put together instead of standing there."""
    return [use.module.at(use.call) for use in uses_of_keys(root) if literals(use, HANDED_ON).built]


def wrong_facts(root: Path, wanted: dict[str, frozenset[str]]) -> list[str]:
    """Calls whose facts are fewer or more than the placeholders of the key."""
    found = []
    for use in uses_of_keys(root):
        if use.signature.name not in SAYING or use.signature.method:
            continue
        given, hidden = _given(use)
        for key in literals(use, HANDED_ON).literals & wanted.keys():
            missing = set() if hidden else wanted[key] - given
            if missing or given - wanted[key]:
                found.append(
                    f"{use.module.at(use.call)} {key}: gives {sorted(given)}, {sorted(wanted[key])} wanted"
                )
    return found


def _given(use: Use) -> tuple[set[str], bool]:
    """The facts of a call, and whether a ** hides more of them."""
    given, hidden = use.signature.facts(use.call), False
    for keyword in use.call.keywords:
        if keyword.arg is None:
            inside = _dict_behind(use, keyword.value)
            hidden = hidden or inside is None
            given |= inside or set()
    return given, hidden


def _dict_behind(use: Use, node: ast.expr) -> set[str] | None:
    """The keys of a dict that a local name holds, when it is written out once and never touched again."""
    if not isinstance(node, ast.Name) or use.inside is None:
        return None
    bound = [one for one in ast.walk(use.inside) if isinstance(one, ast.Name) and one.id == node.id]
    made = [
        one.value
        for one in ast.walk(use.inside)
        if isinstance(one, ast.Assign)
        and any(isinstance(to, ast.Name) and to.id == node.id for to in one.targets)
    ]
    stores = [one for one in bound if isinstance(one.ctx, ast.Store)]
    if (
        len(made) != 1
        or len(stores) != 1
        or not isinstance(made[0], ast.Dict)
        or _touched(use.inside, node.id)
    ):
        return None
    keys = [one.value for one in made[0].keys if isinstance(one, ast.Constant)]
    return set(keys) if len(keys) == len(made[0].keys) else None


def _touched(inside: ast.AST, name: str) -> bool:
    subscripts = [
        one for one in ast.walk(inside) if isinstance(one, ast.Subscript) and isinstance(one.ctx, ast.Store)
    ]
    return any(isinstance(one.value, ast.Name) and one.value.id == name for one in subscripts)


def test_every_key_that_is_said_exists_in_every_language() -> None:
    used = used_keys()
    assert len(used) > 100
    for language in LANGUAGES:
        missing = {key: where for key, where in used.items() if key not in by_key(language)}
        assert not missing, f"{language}: {missing}"


def test_every_key_that_exists_is_said_somewhere() -> None:
    used = used_keys()
    for language in LANGUAGES:
        assert not sorted(by_key(language).keys() - used.keys()), language


def test_every_language_has_the_same_keys_once_with_the_same_placeholders() -> None:
    first, *others = LANGUAGES
    for language in others:
        assert by_key(language).keys() == by_key(first).keys(), language
        differ = {key for key, entry in by_key(language).items() if entry.facts != by_key(first)[key].facts}
        assert not differ, language
    for language in LANGUAGES:
        keys = [entry.key for entry in entries(language)]
        assert not {key for key in keys if keys.count(key) > 1}, language


def test_every_call_gives_the_facts_that_its_words_want() -> None:
    wanted = {key: entry.facts for key, entry in by_key("ru").items()}
    assert wrong_facts(ROOT, wanted) == []


def test_no_key_is_built_from_pieces() -> None:
    assert built_keys() == []


VIEWS = """
class Refusal(Exception):
    def __init__(self, key, **facts): ...
class BadAnswer(Refusal): ...
def say(key, **facts): ...
def told(key, more): return say(key, more=more)
"""


def test_a_made_up_key_is_found_wherever_it_is_said(tmp_path: Path) -> None:
    menu = """
from handlers.views import say, told, BadAnswer
LINES = {"a": "menu-a", "b": "menu-b"}
def screen(open, kind):
    for key in ("menu-c", "menu-d"):
        say(key)
    said = "menu-e"
    said = say("menu-f" if open else "menu-g"), said
    say(LINES[kind]), say(said)
    told("menu-h", more=1)
    raise BadAnswer("menu-i")
"""
    root = made_up(tmp_path, handlers__views=VIEWS, handlers__menu=menu)
    assert {key[-1] for key in used_keys(root)} >= set("abcdfghi")
    assert used_keys(root)["menu-h"] == "handlers/menu.py:10"


def test_a_made_up_key_that_is_built_is_named(tmp_path: Path) -> None:
    menu = """
from handlers.views import say
def screen(kind):
    say(f"menu-{kind}")
    say("menu-" + kind)
    say(found())
"""
    root = made_up(tmp_path, handlers__views=VIEWS, handlers__menu=menu)
    assert built_keys(root) == ["handlers/menu.py:4", "handlers/menu.py:5", "handlers/menu.py:6"]


def test_made_up_facts_that_do_not_fit_are_named(tmp_path: Path) -> None:
    menu = """
from handlers.views import say, Refusal
def screen(more):
    facts = {"title": 1}
    say("menu-a", **facts)
    say("menu-a", **more)
    say("menu-a", **facts, on=1)
    say("menu-a")
    raise Refusal("menu-a", title=1, by=2)
"""
    root = made_up(tmp_path, handlers__views=VIEWS, handlers__menu=menu)
    found = wrong_facts(root, {"menu-a": frozenset({"title"})})
    assert [one.partition(" ")[0][-1] for one in found] == ["7", "8", "9"]
