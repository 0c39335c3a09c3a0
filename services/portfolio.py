"""The portfolio of a teacher: every route with its papers, conclusions and evidence, over the years (S003 3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from documents import file_names, index_html, paper_pdf, typeset
from documents.archive import Archive
from documents.index_html import Cell, Linked, Section
from documents.registry_words import day
from models.conclusions import Conclusions, ConclusionsState
from models.evidence import Evidence, EvidenceKind
from models.final_event import FinalEvent
from models.product import products_of
from models.purpose import Purpose
from models.registry import entry_of
from models.report import Report
from models.route import Route, routes_of_teacher
from services import consents, paper_files, papers
from services.copies import Copies
from services.work import Work

ENDINGS = {EvidenceKind.PHOTO: "jpg", EvidenceKind.VOICE: "ogg", EvidenceKind.VIDEO: "mp4"}
COMING = "copy.coming"
"""The one copy that is on its way into the archive; it never stays."""


async def write(work: Work, folder: Path, store: Copies) -> list[Path]:
    """The parts of the archive; `store`: where copies of evidence lie. Raises OSError."""
    words = typeset.words("archive", work.account.language)
    stem = file_names.safe(f"{words['portfolio']} {work.person.surname_initials}", "")
    with Archive(folder, stem, words["part"]) as archive:
        willing = (await consents.answer_to(work, Purpose.EVIDENCE)).given
        await fill(work, archive, store, evidence=willing)
    return archive.paths


async def fill(work: Work, archive: Archive, store: Copies, *, evidence: bool = True) -> None:
    """Everything of the acting person's routes into an archive, the newest route first; the index last.

    `evidence`: photos and files, too.
    """
    language = work.account.language
    words = typeset.words("archive", language)
    sections: list[Section] = []
    for route in await work.all(routes_of_teacher(work.person.id)):
        sections += await _Filing(work, archive, store, route, words).sections(evidence=evidence)
    title = words["portfolio_title"].format(name=work.person.full_name, on=day(work.now.date()))
    empty = [Section("", paragraphs=(words["empty"],))]
    archive.add(f"{words['index']}.html", index_html.page(language, title, sections or empty))


class _Filing:
    """One route on its way into the archive."""

    def __init__(
        self, work: Work, archive: Archive, store: Copies, route: Route, words: Mapping[str, Any]
    ) -> None:
        self._work, self._archive, self._store, self._route = work, archive, store, route
        self._words = words
        self._head = (words["head_what"], words["head_file"])
        self._name = words["route"].format(number=route.id, years=_years(route))
        self._folder = file_names.safe(self._name, "")

    async def sections(self, *, evidence: bool) -> list[Section]:
        """The papers, the conclusions, the evidence: each filed, and a section of the index about it.

        Of a route that was walked on paper there is a line: papers of ours would be blank.
        """
        entry = await self._work.find(entry_of(self._route.id))
        if entry is not None and entry.on_paper:
            return [Section(self._name, paragraphs=(f"{entry.label}: {self._words['on_paper']}",))]
        found = [Section(self._name, self._head, await self._papers())]
        found += await self._conclusions()
        if not evidence:
            return [*found, Section(self._words["evidence"], paragraphs=(self._words["not_shown"],))]
        filed = [*await self._reports(), *await self._products(), *await self._events()]
        return [*found, Section(self._words["evidence"], self._head, filed)] if filed else found

    async def _papers(self) -> list[Sequence[Cell]]:
        route, work = self._route, self._work
        rows: list[Sequence[Cell]] = []
        for paper in await papers.build(work, route, work.person, papers.kinds(work, route)):
            name = paper_files.name(paper, "pdf")
            found = self._archive.add(f"{self._folder}/{name}", paper_pdf.pdf(paper))
            rows.append((paper.name, Linked(name, path=found)))
        return rows

    async def _conclusions(self) -> list[Section]:
        signed = Conclusions.state == ConclusionsState.SIGNED
        query = select(Conclusions).where(Conclusions.route_id == self._route.id, signed)
        return [
            Section(self._words["conclusions"].format(number=one.number), paragraphs=one.paragraphs)
            for one in await self._work.all(query.order_by(Conclusions.number))
        ]

    async def _reports(self) -> list[Sequence[Cell]]:
        query = select(Report).where(Report.route_id == self._route.id).order_by(Report.id)
        both = (joinedload(Report.activity), joinedload(Report.evidence))
        return [
            row
            for one in await self._work.all(query.options(*both))
            for row in await self._filed(f"{one.activity.on_date or ''} {one.activity.title}", one.evidence)
        ]

    async def _events(self) -> list[Sequence[Cell]]:
        query = select(FinalEvent).where(FinalEvent.route_id == self._route.id).order_by(FinalEvent.id)
        return [
            row
            for one in await self._work.all(query.options(joinedload(FinalEvent.evidence)))
            for row in await self._filed(f"{one.on_date or ''} {one.title}", one.evidence)
        ]

    async def _products(self) -> list[Sequence[Cell]]:
        made = await self._work.all(products_of(self._route.id))
        return [row for one in made for row in await self._filed(one.title, one.evidence)]

    async def _filed(self, what: str, evidence: Iterable[Evidence]) -> list[Sequence[Cell]]:
        """Each piece under the name of what it proves."""
        return [(what.strip(), await self._file(what, one)) for one in evidence]

    async def _file(self, what: str, one: Evidence) -> Cell:
        if not one.is_file:
            return Linked(one.url, url=one.url)
        if not one.key:
            return str(self._words["no_copy"])
        folder = f"{self._folder}/{file_names.safe(self._words['evidence'], '')}"
        coming = self._archive.folder / COMING
        try:
            await self._store.fetch(one.key, coming)
            found = self._archive.copy(f"{folder}/{file_names.safe(what, _ending(one))}", coming)
        except FileNotFoundError:
            return str(self._words["gone"])
        finally:
            coming.unlink(missing_ok=True)
        return Linked(PurePosixPath(found).name, path=found)


def _ending(one: Evidence) -> str:
    """The ending of the name under which it was sent; else what its kind usually is."""
    suffix = PurePosixPath(one.name).suffix.removeprefix(".")
    if suffix.isalnum() and suffix.isascii() and len(suffix) <= file_names.LONGEST_ENDING:
        return suffix.lower()
    return ENDINGS.get(one.kind, "bin")


def _years(route: Route) -> str:
    """«2026–2027»."""
    days = (route.began_on or route.starts_on or route.created_at.date(), route.ended_on or route.ends_on)
    return "–".join(sorted({str(one.year) for one in days if one is not None}))
