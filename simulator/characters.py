"""Characters as Telegram counts them and as its HTML spells them."""

from __future__ import annotations

import re

NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]*)|#([0-9]*)|([A-Za-z]*));?")


def units(text: str) -> int:
    """Length in UTF-16 code units, in which Telegram counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def reference(text: str, at: int) -> tuple[str | None, int]:
    """The character of an `&...;` at a place and where it ends; None if it is only an ampersand."""
    found = _REFERENCE.match(text, at)
    if found is None:
        return None, at
    sixteen, ten, name = found.groups()
    if name is not None:
        return NAMED.get(name), found.end()
    digits = sixteen if sixteen is not None else ten
    if not digits or found.end() - at - found[0].endswith(";") >= 10:
        return None, at
    code = int(digits, 16 if sixteen is not None else 10)
    return (chr(code) if 0 < code < 0x10FFFF else None), found.end()
