"""The list of personal codes as CSV: for the owner alone, harmless in a spreadsheet, whole or not at all."""

from __future__ import annotations

import csv
import io
import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from documents.cells import harmless
from services.people_codes import Code
from services.people_file import DELIMITERS, Dialect

COLUMNS = ("external_id", "full_name", "role", "code", "link", "note")
OWNER_ONLY = 0o600


def content(codes: Iterable[Code], username: str, dialect: Dialect) -> bytes:
    """The list; without a username the links stay empty."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, delimiter=dialect.delimiter)
    writer.writerow(COLUMNS)
    for one in codes:
        link = f"https://t.me/{username}?start={one.code}" if username and one.code else ""
        cells = (one.external_id, one.full_name, ", ".join(one.roles), one.code, link, note(one))
        writer.writerow([harmless(cell) for cell in cells])
    return sheet.getvalue().encode("utf-8-sig" if dialect.mark else "utf-8")


def note(one: Code) -> str:
    """How long a code opens the door, or why there is none."""
    if one.is_in:
        return "is in"
    until = f"valid until {one.until:%Y-%m-%d}"
    return until if one.code else f"given before, {until}; for a new one: --again {one.external_id}"


def earlier(path: Path) -> dict[str, str]:
    """The codes of a list that was written before, by external_id; none where there is no such list."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return {}
    heading = text.partition("\n")[0]
    delimiter = next((sign for sign in DELIMITERS if sign in heading), DELIMITERS[0])
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    return {row.get("external_id") or "": row.get("code") or "" for row in rows}


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """An empty file beside `path`, for the owner alone; it takes the place of `path` when the block succeeds.

    Raises OSError before the block when the folder cannot be written to.
    """
    fresh = path.with_name(f".{secrets.token_hex(4)}.{path.name}")
    os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_ONLY))
    try:
        yield fresh
        fresh.replace(path)
    finally:
        with suppress(FileNotFoundError):
            fresh.unlink()


def write(path: Path, whole: bytes) -> None:
    """The bytes, on the disk when this returns."""
    with path.open("wb") as file:
        file.write(whole)
        file.flush()
        os.fsync(file.fileno())
