"""Whose diagnosis somebody may look at or record: their teams, their school, the region of their centre (DESIGN 12)."""

from __future__ import annotations

from collections.abc import Collection

from models.people import Appointment, Role, roles_of
from models.route import Route
from models.route_search import routes_to_look_at
from services import pages, staff
from services.pages import Page
from services.work import Work

RECORDERS = frozenset({Role.METHODIST, Role.CENTRE_METHODIST, Role.DEPUTY_HEAD, Role.SUBJECT_LEAD})
"""Whose office opens the routes of a school or of a region; what each of them may record is the regulation's."""


def opens(roles: Collection[Role]) -> bool:
    """Does somebody with these offices record diagnoses, whether or not they are on a team?"""
    return bool(RECORDERS & set(roles))


async def page(work: Work, text: str = "", at: int = 0) -> Page[Route]:
    """The teachers whose routes the acting person may look at; `text`: a part of a name."""
    offices: list[Appointment] = await work.all(roles_of(work.person.id, work.today))
    held = [one for one in offices if one.role in RECORDERS]
    mine = await staff.reach_of(work, held)
    query = routes_to_look_at(work.person.id, mine.schools, mine.regions, work.today, text)
    return await pages.page(work, query, Route.id, at)
