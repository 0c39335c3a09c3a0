"""What the clock says about a programme: a gentle word without meetings, the end coming, a mentor gone (S-18)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from models.mentoring_log import last_meeting_on
from models.mentoring_member import MentorshipMember
from models.mentoring_search import (
    looked_at,
    mentors_and_leads,
    mentorships_to_look_at,
    schools_to_look_at,
)
from models.people import Appointment, Organisation, Role
from regulations.calendar import months_between
from services import mentoring, speaking_hour
from services.mentoring import Programme
from services.once import unheard
from services.work import Work

ENDS_SOON = timedelta(days=7)


async def sweep(work: Work) -> int:
    """Once a day, from the hour of reminders, each running programme is looked at. Returns how many notices."""
    written = 0
    for school in await work.all(schools_to_look_at(work.now.date() - timedelta(days=1))):
        if speaking_hour.has_come_at(work, school):
            written += await _look_at(work, school, school.today(work.now))
    return written


async def _look_at(work: Work, school: Organisation, today: date) -> int:
    running = await work.all(mentorships_to_look_at(school.id, today))
    offices = await work.all(mentors_and_leads(school.id, today))
    written = 0
    for made in running:
        found = mentoring.judged(work, made)
        written += await _quiet(work, found, today)
        written += await _ends(work, found, today)
        written += await _gone(work, found, offices)
    if running:
        await work.session.execute(looked_at([one.id for one in running], today))
    return written


async def _quiet(work: Work, found: Programme, today: date) -> int:
    """A month without a meeting: the mentors hear, once for each month."""
    made = found.mentorship
    begun = made.organisation.today(made.begun_at) if made.begun_at else today
    starts = max(begun, made.starts_on or begun)
    last = await work.find(last_meeting_on(made.id)) or starts
    months = months_between(last, today)
    if months < 1:
        return 0
    written = await unheard(work, f"mentoring-quiet:{made.id}:{last}:{months}", _ids(made.mentors))
    for person_id, once in written.items():
        work.notify(
            person_id, "mentoring-quiet", once=once, urgent=False, last=last, **mentoring.letter(found)
        )
    return len(written)


async def _ends(work: Work, found: Programme, today: date) -> int:
    """A week before the last day, and once more after it."""
    made = found.mentorship
    if made.ends_on is None or today < made.ends_on - ENDS_SOON:
        return 0
    over = today > made.ends_on
    about = f"mentoring-ends:{made.id}:{made.ends_on}:{int(over)}"
    written = await unheard(work, about, _ids(made.mentors))
    for person_id, once in written.items():
        work.notify(
            person_id,
            "mentoring-ends",
            once=once,
            urgent=False,
            on=made.ends_on,
            over=over,
            **mentoring.letter(found),
        )
    return len(written)


async def _gone(work: Work, found: Programme, offices: list[Appointment]) -> int:
    """A mentor without the office: who leads the school hears, the deputy before the head, and names another."""
    held = {one.person_id for one in offices if one.role is Role.MENTOR}
    gone = [one for one in found.mentorship.mentors if one.person_id not in held]
    leads = _leads(offices)
    count = 0
    for one in gone:
        written = await unheard(work, f"mentoring-gone:{one.id}", leads)
        for person_id, once in written.items():
            work.notify(
                person_id,
                "mentoring-gone",
                once=once,
                name=one.person.short_name,
                **mentoring.letter(found),
            )
        count += len(written)
    return count


def _leads(offices: list[Appointment]) -> list[int]:
    deputies = [one.person_id for one in offices if one.role is Role.DEPUTY_HEAD]
    return deputies or [one.person_id for one in offices if one.role is Role.HEAD]


def _ids(members: Iterable[MentorshipMember]) -> list[int]:
    return [one.person_id for one in members]
