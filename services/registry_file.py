"""The registry as one file: XLSX, CSV or JSON, streamed from the database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from documents.registry_text import Csv, Json
from documents.registry_words import Wording, day
from documents.registry_xlsx import Xlsx
from models.route import RouteState
from services import registry
from services.registry import LANGUAGE, Line, Mark, Scope
from services.work import Work

FORMS = ("xlsx", "csv", "json")


async def write(work: Work, scope: Scope, path: Path, place: str, language: str = LANGUAGE) -> int:
    """Writes the registry of a scope to `path`, whose suffix is its form; `place`: in words. Returns how many routes.

    Raises OSError, and KeyError for another suffix.
    """
    wording = Wording(language)
    table = await _table(work, scope, path, place, wording)
    summed = Summary()
    async for page in registry.pages(work, scope):
        for line in page:
            table.add(line)
            summed.add(line)
    table.end(summed.lines(wording.words["total"]))
    return summed.total


async def _table(work: Work, scope: Scope, path: Path, place: str, wording: Wording) -> Xlsx | Csv | Json:
    form = path.suffix.removeprefix(".").lower()
    if form == "csv":
        return Csv(path, Line._fields, wording)
    if form == "json":
        return Json(path, Line._fields)
    words = wording.words
    title = await registry.title(work, scope) or words["title"]
    found = await registry.count(work, scope)
    note = words["note"].format(on=day(work.now.date()), place=place, count=found.total)
    return Xlsx(path, Line._fields, title, note, wording)


class Summary:
    """Routes counted by municipality and school, as they come."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, str], dict[str, int]] = {}
        self.total = 0

    def add(self, line: Line) -> None:
        """One more route."""
        counts = self._counts.setdefault((line.municipality, line.school), _nothing())
        counts["total"] += 1
        counts["overdue" if line.mark is Mark.OVERDUE else line.stage.value] += 1
        self.total += 1

    def lines(self, together: str) -> Iterator[Mapping[str, Any]]:
        """A line for each school, then all of them, under the word `together`."""
        whole = _nothing()
        for (municipality, school), counts in self._counts.items():
            yield {"municipality": municipality, "school": school, **counts}
            whole = {name: count + counts[name] for name, count in whole.items()}
        yield {"municipality": together, "school": "", **whole}


def _nothing() -> dict[str, int]:
    return dict.fromkeys(("total", "overdue", *(one.value for one in RouteState)), 0)
