"""The programmes of a school for who leads it, and a mentor who leaves: another comes, the log stays (S-18.6)."""

from __future__ import annotations

from models.errors import NotYours
from models.mentoring_search import colleagues_in, mentorship_by_id, mentorships_at, mentorships_over_at
from models.people import Person, Role, roles_of
from services import mentoring, mentoring_assent, second_factor
from services.mentoring import Programme
from services.work import Work

LEADS = frozenset({Role.DEPUTY_HEAD, Role.HEAD})
PAGE = 20


async def leads(work: Work, organisation_id: int) -> bool:
    """Does the acting person head this school, or stand for its head, today?"""
    offices = await work.all(roles_of(work.person.id, work.today))
    return any(one.role in LEADS and one.organisation_id == organisation_id for one in offices)


async def programmes(work: Work) -> list[Programme]:
    """What goes on at the acting person's school. Refuses NotYours to who does not lead it."""
    home = await _own_school(work)
    return [mentoring.judged(work, one) for one in await work.all(mentorships_at(home))]


async def over(work: Work, before: int = 0) -> list[Programme]:
    """What is over at the acting person's school, the latest first, a page and one more; `before`: after a page.

    Refuses NotYours to who does not lead it.
    """
    query = mentorships_over_at(await _own_school(work), before).limit(PAGE + 1)
    return [mentoring.judged(work, one) for one in await work.all(query)]


async def _own_school(work: Work) -> int:
    home = work.person.organisation_id
    if not await leads(work, home):
        raise NotYours("refusal-not-yours")
    return home


async def read(work: Work, mentorship_id: int) -> Programme:
    """A programme for who takes part; one that everybody agreed with also for who leads the school (X30).

    Refuses NotYours to everybody else.
    """
    made = await work.get(mentorship_by_id(mentorship_id))
    if made.begun_at is None or not await leads(work, made.organisation_id):
        made.only_member(work.person)
    return mentoring.judged(work, made)


async def programme(work: Work, mentorship_id: int) -> Programme:
    """A programme whose mentor may be replaced: for its mentors and who leads the school. Refuses NotYours."""
    made = await work.get(mentorship_by_id(mentorship_id))
    if not await leads(work, made.organisation_id):
        made.only_mentor(work.person)
    return mentoring.judged(work, made)


async def others(work: Work, found: Programme) -> list[Person]:
    """Mentors of the school who do not take part yet."""
    made = found.mentorship
    people = await work.all(colleagues_in(made.organisation_id, {Role.MENTOR}, work.today))
    return [one for one in people if made.place_of(one) is None]


async def replace(work: Work, mentorship_id: int, member_id: int, person_id: int, *, drawn: int) -> Programme:
    """Another mentor in place of one who leaves; everybody hears, what was noted stays.

    Refuses: NotYours; Outdated; somebody without the office of a mentor at this school; Unconfirmed to an officer who
    takes no part.
    """
    found = await programme(work, mentorship_id)
    made = found.mentorship
    made.drawn(drawn)
    old = next((one for one in made.mentors if one.id == member_id), None)
    new = next((one for one in await others(work, found) if one.id == person_id), None)
    if old is None or new is None:
        raise NotYours("refusal-not-yours")
    if made.place_of(work.person) is None:
        await second_factor.only_confirmed(work)
    made.replace_mentor(old, new, work.today, work.now)
    await work.session.flush()
    mentoring_assent.remember(work, made, "mentoring.mentor-replaced")
    for one in {member.person_id for member in (*made.present, old)} - {work.person.id}:
        work.notify(
            one,
            "mentoring-replaced",
            once=f"mentoring-replaced:{made.id}:{old.id}:{one}",
            before=old.person.short_name,
            comes=new.short_name,
            place="comes" if one == new.id else "leaves" if one == old.person_id else "stays",
            **mentoring.letter(found),
        )
    return found
