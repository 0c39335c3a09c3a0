"""Names of files: readable, safe on any disk and in any archive, never twice the same."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 100
"""Letters, without the ending."""
LONGEST_BYTES = 200
"""Of a name on a disk that takes 255: an ending, a number, the part of an archive still fit."""
LONGEST_ENDING = 8
_UNSAFE = re.compile(r'[\\/:;*?"<>|\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn"}


def safe(words: str, ending: str) -> str:
    """«Карта ИОМ Иванова Г. П.pdf»: no path, no sign that Windows refuses, no name that it keeps for itself."""
    composed = unicodedata.normalize("NFC", words)
    seen = "".join(" " if unicodedata.category(sign) in _INVISIBLE else sign for sign in composed)
    name = " ".join(_UNSAFE.sub(" ", seen).split()).strip(". ")[:LONGEST]
    name = name.encode()[:LONGEST_BYTES].decode(errors="ignore").rstrip(". ")
    if not name or _RESERVED.fullmatch(name):
        name = f"_{name}"
    return f"{name}.{ending}" if ending else name


def whole(name: str) -> str:
    """A name that has its ending already, as safe: whatever it is, it names one file in one folder."""
    stem, dot, ending = name.rpartition(".")
    fine = dot and stem and ending.isascii() and ending.isalnum() and len(ending) <= LONGEST_ENDING
    return safe(stem, ending) if fine else safe(name, "")


class Names:
    """Gives out each name once: the second «а.pdf» is «а (2).pdf», whatever the case of its letters."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def once(self, name: str) -> str:
        """This name, or the next free one; a path keeps its folder."""
        stem, dot, ending = name.rpartition(".")
        stem, dot, ending = (stem, dot, ending) if stem else (name, "", "")
        found, number = name, 1
        while found.casefold() in self._taken:
            number += 1
            found = f"{stem} ({number}){dot}{ending}"
        self._taken.add(found.casefold())
        return found
