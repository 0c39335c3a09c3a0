"""What the team of a route hears about a result that the teacher has shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from models.diagnosis import Diagnosis, diagnoses_by_id
from models.people import Role
from models.route import Route, route_by_id
from services.once import already_told
from services.standing import Standing, Waiting
from services.work import Work

LISTENERS = (Role.TUTOR, Role.MENTOR, Role.METHODIST, Role.CENTRE_METHODIST, Role.DEPUTY_HEAD)
"""Who hears: the tutors or mentors; on a route without one the methodists, then the deputy head."""


async def shared(work: Work, diagnosis: Diagnosis) -> None:
    """The tutor hears that a result may be opened; once a day, however often it is shown and taken back."""
    work.remember(diagnosis.route_id, "diagnosis.shared", diagnosis=diagnosis.id)
    route = await _route(work, diagnosis)
    await _tell(work, route, diagnosis, "diagnosis-shared", teacher=route.teacher.short_name)


async def changed(work: Work, diagnosis: Diagnosis) -> None:
    """Something in a finished result is different: marked; a tutor who may read it hears, once a day (S-03.4)."""
    today = work.person.organisation.today
    if diagnosis.changed_at is None or today(diagnosis.changed_at) != today(work.now):
        work.remember(diagnosis.route_id, "diagnosis.changed", diagnosis=diagnosis.id)
    diagnosis.change(work.now)
    if diagnosis.shared_at is not None:
        route = await _route(work, diagnosis)
        await _tell(work, route, diagnosis, "diagnosis-changed", teacher=route.teacher.short_name)


async def _route(work: Work, diagnosis: Diagnosis) -> Route:
    await work.session.flush()
    return await work.get(route_by_id(diagnosis.route_id))


async def _tell(work: Work, route: Route, diagnosis: Diagnosis, kind: str, **facts: Any) -> None:
    keys = {
        member.person_id: f"{kind}:{diagnosis.id}:{member.person_id}:{work.today}"
        for member in route.holders(work.today, *LISTENERS)
    }
    told = await already_told(work, list(keys.values()))
    asked: dict[str, Any] = {"diagnosis_id": diagnosis.id, "version": diagnosis.version}
    for person_id, once in keys.items():
        if once not in told:
            work.notify(person_id, kind, once=once, **asked, **facts)


async def still_shown(work: Work, notices: Sequence[Waiting]) -> dict[int, Standing]:
    """The news that still stands when it is about to go: not of a result that was taken back meanwhile."""
    named = {one.id: one.facts["diagnosis_id"] for one in notices}
    found = {one.id: one for one in await work.all(diagnoses_by_id(set(named.values())))}
    return {
        one.id: Standing({**one.facts, "version": diagnosis.version})
        for one in notices
        if (diagnosis := found.get(named[one.id])) is not None and diagnosis.shared_at is not None
    }
