"""The campaign (X19): teachers are asked once, and once more before its end; then the deputy hears what came."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from models.people import Appointment, Organisation, Person, Role, in_office
from models.year_application import applications_to, teachers_at, who_stands_still
from regulations.calendar import coming_school_year
from services import yearly_moment
from services.once import unheard
from services.standing import Standing, Waiting
from services.work import Work

AGAIN = timedelta(days=7)
"""So long before the end whoever has not answered is reminded."""
SUMMED = timedelta(days=14)
"""So long after the end the deputy may still hear of it."""


async def look(work: Work, school: Organisation, today: date) -> int:
    """One school, once a day. Returns how many notices."""
    rule = work.rules.of_organisation(school).yearly
    if rule is None:
        return 0
    first, last = rule.campaign(today)
    if first <= today <= last:
        return await _ask(work, school, today, last)
    return await _sum_up(work, school, today, rule.plan_by) if last < today <= last + SUMMED else 0


async def silent(work: Work, school: Organisation, today: date) -> list[Person]:
    """Teachers who have not answered for the coming year; whose route stands still is left alone."""
    year = coming_school_year(today)
    teachers = await work.all(teachers_at(school.id, today))
    answered = {one.person_id for one in await work.all(applications_to(school.id, year))}
    left = [one for one in teachers if one.id not in answered]
    still = set(await work.session.scalars(who_stands_still([one.id for one in left], today)))
    return [one for one in left if one.id not in still]


async def _ask(work: Work, school: Organisation, today: date, last: date) -> int:
    people = [one.id for one in await silent(work, school, today)]
    about = f"{school.id}:{coming_school_year(today)}"
    asked = await unheard(work, f"year-asked:{about}", people)
    for person_id, once in asked.items():
        work.notify(person_id, "year-asked", once=once, urgent=False, **_facts(work, school, last))
    if today < last - AGAIN:
        return len(asked)
    again = await unheard(work, f"year-asked-again:{about}", [one for one in people if one not in asked])
    for person_id, once in again.items():
        work.notify(person_id, "year-asked-again", once=once, urgent=False, **_facts(work, school, last))
    return len(asked) + len(again)


def _facts(work: Work, school: Organisation, last: date) -> dict[str, Any]:
    rule = work.rules.of_organisation(school).yearly
    assert rule is not None
    return {"year": coming_school_year(last), "last": last, "clause": rule.clause, "school": school.id}


async def _sum_up(work: Work, school: Organisation, today: date, role: str) -> int:
    year = coming_school_year(today)
    answered = len(await work.all(applications_to(school.id, year)))
    total = len(await work.all(teachers_at(school.id, today)))
    planners = [one.person_id for one in await work.all(planners_of(school.id, role, today))]
    hearing = await unheard(work, f"year-collected:{school.id}:{year}", planners)
    for person_id, once in hearing.items():
        facts: dict[str, Any] = {"year": year, "answered": answered, "total": total}
        work.notify(person_id, "year-collected", once=once, urgent=False, **facts)
    return len(hearing)


def planners_of(school_id: int, role: str, day: date) -> Any:
    """Who makes the plan of a school: the offices of that role."""
    held = (Appointment.organisation_id == school_id) & (Appointment.role == Role(role))
    return in_office(day).where(held)


async def that_stand(work: Work, those: Sequence[Waiting]) -> dict[int, Standing]:
    """A question that was answered meanwhile, or whose campaign is over, is needless; others wait for their hour."""
    answered: set[tuple[int, int]] = set()
    for school, year in {(one.facts["school"], one.facts["year"]) for one in those}:
        answered |= {(one.person_id, year) for one in await work.all(applications_to(school, year))}
    chosen = await yearly_moment.settings_of(work, those)
    return {
        one.id: yearly_moment.at_their_hour(work, one, chosen, dict(one.facts))
        for one in those
        if (one.person.id, one.facts["year"]) not in answered
        and one.person.organisation.today(work.now) <= one.facts["last"]
    }
