"""Who is asked about the yearly correction: teacher and companions 30 and 7 days before; late, the deputy (X18)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from models.people import Organisation
from models.staff_search import routes_by_ids
from models.yearly import routes_walked_at
from services import revision, yearly_moment
from services.once import unheard
from services.revision import Revision
from services.standing import Standing, Waiting
from services.work import Work


async def look(work: Work, school: Organisation, today: date) -> int:
    """The routes of a school, once a day. Returns how many notices. A route that stands still is left alone."""
    routes = await work.all(routes_walked_at(school.id, today - revision.longest_wait(work)))
    found = await revision.of(work, [one for one in routes if not one.is_suspended(today)])
    return sum([await _tell(work, one) for one in found if one.waits])


async def _tell(work: Work, found: Revision) -> int:
    return await (_late(work, found) if found.overdue else _ask(work, found))


async def _ask(work: Work, found: Revision) -> int:
    route, companions = found.route, work.rules.of(found.route).team.companions
    beside = [one.person_id for one in route.team if one.holds(found.today) and one.role in companions]
    about = f"revision-asked:{route.id}:{found.due.isoformat()}:{found.rung}"
    hearing = await unheard(work, about, [route.teacher_id, *beside])
    for person_id, once in hearing.items():
        own = person_id == route.teacher_id
        work.notify(person_id, "revision-asked", once=once, urgent=False, own=own, **_facts(found))
    return len(hearing)


async def _late(work: Work, found: Revision) -> int:
    about = f"revision-overdue:{found.route.id}:{found.due.isoformat()}"
    hearing = await unheard(work, about, await revision.deputies(work, found.route))
    for person_id, once in hearing.items():
        work.notify(person_id, "revision-overdue", once=once, urgent=False, **_facts(found))
    return len(hearing)


def _facts(found: Revision) -> dict[str, Any]:
    name = found.route.teacher.short_name
    return {"route": found.route.id, "due": found.due, "clause": found.rule.clause, "name": name}


async def that_stand(work: Work, those: Sequence[Waiting]) -> dict[int, Standing]:
    """A question that was answered meanwhile is needless; the others wait for the person's own hour."""
    routes = await work.all(routes_by_ids({one.facts["route"] for one in those}))
    waiting = {one.route.id: one.due for one in await revision.of(work, routes) if one.waits}
    chosen = await yearly_moment.settings_of(work, those)
    return {
        one.id: yearly_moment.at_their_hour(work, one, chosen, dict(one.facts))
        for one in those
        if waiting.get(one.facts["route"]) == one.facts["due"]
    }
