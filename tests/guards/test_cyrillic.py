"""No Cyrillic in Python outside locales/, regulations/, documents/templates/ and tests (DESIGN 20)."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.guards.tree import PRODUCT, ROOT, Module, made_up, modules, strings

CYRILLIC = re.compile(r"[Ѐ-ӿ]")
WATCHED = tuple(name for name in (*PRODUCT, "migrations") if name != "regulations")
LETTERS_AS_DATA = {
    ("services/entry.py", "LOOK_ALIKES"): "Cyrillic letters that look like the Latin ones of a code",
    ("models/base.py", "normalised"): "search reads ё as е (DESIGN 19)",
}
"""Where a letter is what the code works on, not what a person reads: the file, and the name it is under."""


def cyrillic(root: Path = ROOT, *folders: str) -> dict[tuple[str, str], str]:
    """Strings of the code (not docstrings) with Cyrillic letters: file and outermost name, and the line."""
    return {
        (module.path, _name_around(module, text)): module.at(text)
        for module in modules(*(folders or WATCHED), root=root)
        for text in strings(module.tree)
        if CYRILLIC.search(str(text.value))
    }


def _name_around(module: Module, text: ast.AST) -> str:
    """The function, class or constant at the top of the module inside which a string stands."""
    around = next(node for node in module.tree.body if any(one is text for one in ast.walk(node)))
    if isinstance(around, ast.Assign) and isinstance(around.targets[0], ast.Name):
        return around.targets[0].id
    return str(getattr(around, "name", ""))


def test_what_people_read_is_not_in_python() -> None:
    found = cyrillic()
    assert not {name: where for name, where in found.items() if name not in LETTERS_AS_DATA}


def test_every_exemption_is_still_needed() -> None:
    assert LETTERS_AS_DATA.keys() <= cyrillic().keys()


def test_a_made_up_sentence_is_found_and_a_docstring_is_not(tmp_path: Path) -> None:
    menu = '"""«Меню»."""\nWORDS = {"a": f"{1} день"}\ndef f():\n    """«Да»."""\n    return "да"  # нет\n'
    root = made_up(tmp_path, handlers__menu=menu)
    assert cyrillic(root, "handlers") == {
        ("handlers/menu.py", "WORDS"): "handlers/menu.py:2",
        ("handlers/menu.py", "f"): "handlers/menu.py:5",
    }
