"""The end of a mentoring programme: the mentor reports, the mentees speak, it is closed, the next begins (S-18.5)."""

from __future__ import annotations

from models.errors import NotYours, Refusal
from models.mentoring import Mentorship
from models.mentoring_member import MentorshipAnswer, MentorshipState
from models.mentoring_search import after_mentorship
from models.people import Role
from regulations.mentoring_note import load
from regulations.pupils import is_list_of_pupils
from services import mentoring, mentoring_assent
from services.mentoring import Programme
from services.work import Work

KEPT = ("form", "type", "kind", "manner")
"""What rarely changes from one programme of the same people to the next."""


async def end(
    work: Work, mentorship_id: int, outcome: str, words: str, *, drawn: int | None = None
) -> Programme:
    """A mentor says what was reached; the mentees are asked for their own words.

    Refuses: NotYours; Outdated; a forged outcome; a list of pupils.
    """
    found = await mentoring.look(work, mentorship_id)
    made = found.mentorship
    if drawn is not None:
        made.drawn(drawn)
    if outcome not in {one.code for one in load().outcomes}:
        raise NotYours("refusal-not-yours")
    if is_list_of_pupils(words):
        raise Refusal("mentoring-pupils")
    made.end(work.person, outcome, words, work.now)
    await work.session.flush()
    mentoring_assent.remember(work, made, "mentoring.reported")
    for one in made.mentees:
        work.notify(
            one.person_id,
            "mentoring-reported",
            once=f"mentoring-reported:{made.id}:{one.person_id}",
            by=work.person.short_name,
            outcome=load().outcome(outcome),
            words=words,
            **mentoring.letter(found),
        )
    return found


async def say(work: Work, mentorship_id: int, words: str) -> Programme:
    """A mentee's own words, or none; with the last of them it is closed. Refuses: NotYours, Outdated, pupils."""
    found = await mentoring.look(work, mentorship_id)
    if is_list_of_pupils(words):
        raise Refusal("mentoring-pupils")
    closed = found.mentorship.say(work.person, words, work.now)
    await work.session.flush()
    if closed:
        _closed(work, found)
    return found


async def close(work: Work, mentorship_id: int, *, drawn: int) -> Programme:
    """A mentor closes it without waiting for the rest. Refuses: NotYours, Outdated."""
    found = await mentoring.look(work, mentorship_id)
    found.mentorship.drawn(drawn)
    found.mentorship.close(work.person, work.now)
    await work.session.flush()
    _closed(work, found)
    return found


def _closed(work: Work, found: Programme) -> None:
    made = found.mentorship
    mentoring_assent.remember(work, made, "mentoring.closed")
    for one in made.present:
        if one.person_id != work.person.id:
            work.notify(
                one.person_id,
                "mentoring-closed",
                once=f"mentoring-closed:{made.id}:{one.person_id}",
                mentor=one.role is Role.MENTOR,
                **mentoring.letter(found),
            )


async def begin_next(work: Work, mentorship_id: int) -> Mentorship:
    """A mentor begins the programme that follows, with the same people; twice is once. Refuses: NotYours, Outdated.

    It stands inside the same routes of the mentees; the problem is a new one, what rarely changes is kept (S-18.5).
    """
    found = await mentoring.look(work, mentorship_id)
    before = found.mentorship
    before.only_mentor(work.person)
    before.in_state(MentorshipState.CLOSED)
    begun = await work.find(after_mentorship(before.id))
    if begun is not None:
        begun.only_member(work.person)
        return begun
    made = await mentoring.new(work, before)
    made.way = before.way
    for one in before.present:
        if one.person_id != work.person.id:
            made.add(one.person, one.role, work.today, one.route_id)
    kept = {code: value for code, value in before.given.items() if code in KEPT}
    made.answers += [_answer(work, code, value) for code, value in kept.items()]
    before.touch()
    await work.session.flush()
    return made


def _answer(work: Work, code: str, value: str) -> MentorshipAnswer:
    return MentorshipAnswer(code=code, value=value, author_id=work.person.id, at=work.now)
