"""Failed formulas of an .xlsx: the reader of workbooks shows them as empty cells, which would clear data."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

# What `zipfile` raises for archives that another reader can make sense of.
UNREADABLE = (zipfile.BadZipFile, zlib.error, LookupError, RuntimeError, ValueError, EOFError, OSError)
_SHEETS = re.compile(rb"<(?:\w+:)?sheet\b[^>]*?\b\w+:id=\"([^\"]+)\"")
_LINKS = re.compile(rb"<Relationship\b[^>]*>")
_FAILED = re.compile(rb"<c\b([^>]*\bt=\"e\"[^>]*)>.*?<v>([^<]*)</v>", re.DOTALL)
_PLACE = re.compile(rb"\br=\"([A-Z]+)(\d+)\"")


def failed(content: bytes, index: int) -> dict[tuple[int, int], str]:
    """The failed formulas of one sheet (from 0): row and column (from 0) and the error («#N/A»).

    What is no .xlsx, or is built in a way unknown to us, has none.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            part = _part(book.read("xl/workbook.xml"), book.read("xl/_rels/workbook.xml.rels"), index)
            return _found(book.read(part)) if part else {}
    except UNREADABLE:
        return {}


def _part(workbook: bytes, links: bytes, index: int) -> str | None:
    """The name of a sheet's part."""
    wanted = b'Id="' + _SHEETS.findall(workbook)[index] + b'"'
    link = next((one for one in _LINKS.findall(links) if wanted in one), b"")
    target = re.search(rb"\bTarget=\"([^\"]+)\"", link)
    if target is None:
        return None
    name = target[1].decode()
    return name.lstrip("/") if name.startswith("/") else f"xl/{name}"


def _found(sheet: bytes) -> dict[tuple[int, int], str]:
    found = {}
    for attributes, error in _FAILED.findall(sheet):
        if place := _PLACE.search(attributes):
            found[int(place[2]) - 1, _column(place[1])] = error.decode()
    return found


def _column(letters: bytes) -> int:
    """A is 0, Z 25, AA 26."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
