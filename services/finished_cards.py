"""«Готовые ИОМ»: the cards and outcomes of finished routes as one archive (S000 4.12)."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from pathlib import Path

from documents import file_names, index_html, paper_pdf, typeset
from documents.archive import LARGEST_PART, Archive
from documents.index_html import Cell, Linked, Section
from documents.registry_words import day
from models.purpose import Purpose
from models.registry import entry_of
from models.registry_search import closed_within
from models.route import Route, route_by_id
from services import consents, papers
from services.registry import LANGUAGE, Scope
from services.work import Work

KEPT = frozenset({"card", "growth", "roadmap", "outcome"})
"""Kinds of paper that are kept of a finished route: the card, whatever the regulation calls it, and the outcome."""


async def write(
    work: Work,
    scope: Scope,
    folder: Path,
    place: str,
    language: str = LANGUAGE,
    *,
    stem: str = "",
    largest: int = LARGEST_PART,
) -> int:
    """The archive into a folder, in parts of `largest` bytes; a folder for each municipality and school in it.

    A route walked on paper stands in the index alone: a card of ours would be blank. `stem`: its name, else «Готовые
    ИОМ». Returns how many finished routes there are. Raises OSError.
    """
    words = typeset.words("archive", language)
    rows, count = list[Sequence[Cell]](), 0
    with Archive(folder, stem or words["cards"], words["part"], largest) as archive:
        async for route in _closed(work, scope):
            count += 1
            entry = await work.find(entry_of(route.id))
            label = entry.label if entry is not None else ""
            who = f"{route.teacher.full_name}, {route.organisation.name}"
            if entry is not None and entry.on_paper:
                rows.append((label, who, words["on_paper"]))
                continue
            rows += [(label, who, one) for one in await _papers(work, route, label, archive)]
        title = words["cards_title"].format(place=place, on=day(work.now.date()))
        head = (words["head_number"], words["head_who"], words["head_file"])
        section = Section("", head, rows, () if rows else (words["empty"],))
        archive.add(f"{words['index']}.html", index_html.page(language, title, [section]))
    return count


async def _closed(work: Work, scope: Scope) -> AsyncIterator[Route]:
    """The finished routes of a scope, one after another; discreet ones stay on the server."""
    for route_id in await work.all(closed_within(scope.schools, scope.regions)):
        route = await work.get(route_by_id(route_id))
        outside = work.actor is not None and not work.rules.direct
        if not (outside and route.teacher.alias) and await _may_leave(work, scope, route):
            yield route
        work.session.expunge_all()


async def _may_leave(work: Work, scope: Scope, route: Route) -> bool:
    """To the school itself always; to the centre where the teacher has not said no."""
    inside = route.organisation_id in scope.schools
    return inside or not await consents.unwilling(work, Purpose.CENTRE, [route.teacher_id])


async def _papers(work: Work, route: Route, label: str, archive: Archive) -> list[Linked]:
    home = route.organisation
    folder = "/".join(file_names.safe(name, "") for name in (home.municipality, home.name))
    wanted = [kind for kind in papers.kinds(work, route) if kind in KEPT]
    linked = []
    for paper in await papers.build(work, route, None, wanted):
        name = file_names.safe(f"{label} {paper.name}", "pdf")
        found = archive.add(f"{folder}/{name}", paper_pdf.pdf(paper))
        linked.append(Linked(paper.name, path=found))
    return linked
