"""Everybody's word on a programme of mentoring: jointly made, or read by the mentee (S004, R4-013, X30)."""

from __future__ import annotations

from models.errors import Refusal
from models.mentoring import Mentorship
from models.mentoring_member import Way
from models.people import Role
from regulations.pupils import is_list_of_pupils
from services import mentoring
from services.mentoring import Programme
from services.work import Work


async def send(work: Work, mentorship_id: int, *, drawn: int, reason: str = "") -> Programme:
    """A writer agrees with the draft; the others are asked for their word.

    Refuses: as `mentoring.written`; a note that is not whole; nobody to mentor; a term outside the bounds without
    a word of explanation (X14).
    """
    found = await mentoring.written(work, mentorship_id, drawn=drawn)
    if found.missing:
        raise Refusal("mentoring-not-whole")
    if found.departs and not reason:
        raise Refusal("mentoring-reason-needed")
    made = found.mentorship
    made.send(work.person, work.now, reason if found.departs else "")
    await work.session.flush()
    for one in made.awaited:
        work.notify(
            one.person_id,
            "mentoring-asked",
            once=f"mentoring:{made.id}:{made.draft}:{one.person_id}",
            by=work.person.short_name,
            reads=one.role is Role.MENTEE and made.way is Way.ACKNOWLEDGED,
            starts=made.starts_on,
            ends=made.ends_on,
            draft=made.draft,
            **mentoring.letter(found),
        )
    return found


async def assent(work: Work, mentorship_id: int, *, drawn: int) -> Programme:
    """A member's word on a draft (`drawn`: its number); with the last one it runs and everybody hears.

    Refuses: NotYours, Outdated.
    """
    found = await mentoring.look(work, mentorship_id)
    made = found.mentorship
    made.as_read(drawn)
    begins = made.assent(work.person, work.now)
    await work.session.flush()
    if begins:
        remember(work, made, "mentoring.begun")
        for one in made.present:
            if one.person_id != work.person.id:
                work.notify(
                    one.person_id,
                    "mentoring-begun",
                    once=f"mentoring-begun:{made.id}:{one.person_id}",
                    starts=made.starts_on,
                    ends=made.ends_on,
                    **mentoring.letter(found),
                )
    return found


async def give_back(work: Work, mentorship_id: int, wish: str) -> Programme:
    """A member wants it otherwise, with a word; who writes it hears. Refuses: NotYours, Outdated."""
    found = await mentoring.look(work, mentorship_id)
    made = found.mentorship
    if is_list_of_pupils(wish):
        raise Refusal("mentoring-pupils")
    made.give_back(work.person, wish)
    await work.session.flush()
    for one in made.present:
        if one.person_id != work.person.id and made.may_write(one.person):
            work.notify(
                one.person_id,
                "mentoring-wished",
                once=f"mentoring-wished:{made.id}:{made.draft}:{one.person_id}",
                by=work.person.short_name,
                wish=wish,
                **mentoring.letter(found),
            )
    return found


async def take_back(work: Work, mentorship_id: int, *, drawn: int) -> Programme:
    """A writer takes the draft back before everybody has spoken. Refuses: NotYours, Outdated."""
    found = await mentoring.look(work, mentorship_id)
    made = found.mentorship
    made.drawn(drawn)
    if not made.may_write(work.person):
        made.only_mentor(work.person)
    made.give_back(work.person, "")
    await work.session.flush()
    return found


def remember(work: Work, made: Mentorship, verb: str) -> None:
    """A line in the history of every mentee's route that the programme stands inside."""
    for one in made.mentees:
        if one.route_id is not None:
            work.remember(one.route_id, verb, mentorship=made.id)
