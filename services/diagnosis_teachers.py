"""Whose diagnosis somebody may look at or record: their teams, their school, the region of their centre (DESIGN 12)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import func, select

from models.people import Appointment, Role, roles_of
from models.route import Route
from models.route_search import routes_to_look_at
from services import staff
from services.work import Work

RECORDERS = frozenset({Role.METHODIST, Role.CENTRE_METHODIST, Role.DEPUTY_HEAD, Role.SUBJECT_LEAD})
"""Whose office opens the routes of a school or of a region; what each of them may record is the regulation's."""
ON_A_PAGE = 8


@dataclass(frozen=True)
class Page:
    """A page of teachers by name; `more`: whether another one follows."""

    routes: list[Route]
    total: int
    at: int

    @property
    def more(self) -> bool:
        """Does another page follow?"""
        return (self.at + 1) * ON_A_PAGE < self.total


def opens(roles: Collection[Role]) -> bool:
    """Does somebody with these offices record diagnoses, whether or not they are on a team?"""
    return bool(RECORDERS & set(roles))


async def page(work: Work, text: str = "", at: int = 0) -> Page:
    """The teachers whose routes the acting person may look at, `ON_A_PAGE` at a time; `text`: a part of a name."""
    offices: list[Appointment] = await work.all(roles_of(work.person.id, work.today))
    held = [one for one in offices if one.role in RECORDERS]
    mine = await staff.reach_of(work, held)
    query = routes_to_look_at(work.person.id, mine.schools, mine.regions, work.today, text)
    count = select(func.count()).select_from(query.with_only_columns(Route.id).order_by(None).subquery())
    total = await work.find(count) or 0
    last = max((total - 1) // ON_A_PAGE, 0)
    at = min(max(at, 0), last)
    return Page(await work.all(query.limit(ON_A_PAGE).offset(at * ON_A_PAGE)), total, at)
