"""The registry as CSV for a Russian spreadsheet, and as JSON for another program; written row by row."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from documents.cells import harmless
from documents.registry_words import Wording, day


class Csv:
    """Semicolons and the byte order mark that Russian Excel expects; dates as 12.05.2027."""

    def __init__(self, path: Path, columns: Iterable[str], wording: Wording) -> None:
        self._names, self._wording = tuple(columns), wording
        self._file = path.open("w", encoding="utf-8-sig", newline="")
        self._writer = csv.writer(self._file, delimiter=";")
        known = wording.columns()
        self._writer.writerow([known[name][0] for name in self._names])

    def add(self, row: Iterable[Any]) -> None:
        """One route, its values in the order of the columns."""
        said = (self._wording.said(name, value) for name, value in zip(self._names, row, strict=True))
        self._writer.writerow([day(one) if isinstance(one, date) else harmless(str(one)) for one in said])

    def end(self, summary: Iterable[Mapping[str, Any]]) -> None:
        """The file is whole; a CSV has no second sheet."""
        self._file.close()


class Json:
    """A list of objects with the names of the columns as keys; codes as codes, dates as 2027-05-12."""

    def __init__(self, path: Path, columns: Iterable[str]) -> None:
        self._names = tuple(columns)
        self._file = path.open("w", encoding="utf-8")
        self._before = "[\n"

    def add(self, row: Iterable[Any]) -> None:
        """One route, its values in the order of the columns."""
        one = dict(zip(self._names, row, strict=True))
        self._file.write(self._before + json.dumps(one, ensure_ascii=False, default=_plain))
        self._before = ",\n"

    def end(self, summary: Iterable[Mapping[str, Any]]) -> None:
        """The list is closed."""
        self._file.write("[]\n" if self._before == "[\n" else "\n]\n")
        self._file.close()


def _plain(value: Any) -> str:
    """A date as ISO 8601 writes it."""
    return str(value.isoformat())
