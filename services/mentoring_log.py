"""The log of a programme of mentoring: a meeting is noted once and counts for all who were there (S-18.4, X48)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from models.errors import BadAnswer, NotYours, Refusal
from models.mentoring_log import (
    Meeting,
    MentorshipRow,
    Presence,
    meeting_by_id,
    meetings_of,
    mentorship_row,
    rows_of_mentorship,
)
from models.mentoring_member import MentorshipState
from models.people import Role
from regulations.pupils import is_list_of_pupils
from services import mentoring
from services.mentoring import Programme
from services.work import Work


@dataclass(frozen=True)
class Log:
    """A programme with its plan and its meetings, the latest first."""

    programme: Programme
    rows: list[MentorshipRow]
    meetings: list[Meeting]

    @property
    def done(self) -> int:
        """How many rows of the plan are done."""
        return sum(one.done_on is not None for one in self.rows)

    def attended(self, person_id: int) -> int:
        """At how many meetings somebody was."""
        return sum(one.of(person_id) is not None for one in self.meetings)

    def credited(self, person_id: int) -> int:
        """How many rows count for somebody: those done at a meeting only for who was there (X48)."""
        held = {one.row_id: one for one in self.meetings if one.row_id is not None}
        done = [one for one in self.rows if one.done_on is not None]
        return sum(one.id not in held or held[one.id].of(person_id) is not None for one in done)


async def log(work: Work, mentorship_id: int) -> Log:
    """Everything that was planned and took place, for who takes part. Refuses NotYours."""
    found = await mentoring.look(work, mentorship_id)
    return Log(
        found, await work.all(rows_of_mentorship(mentorship_id)), await work.all(meetings_of(mentorship_id))
    )


async def met(work: Work, mentorship_id: int, members: Collection[int], on: date, *, drawn: int) -> Meeting:
    """A mentor notes a meeting with these members (ids of places); the mentees who were there hear.

    Refuses: NotYours; Outdated (a second tap, another's note meanwhile); nobody of both sides; a day to come.
    """
    found = await mentoring.look(work, mentorship_id)
    made = found.mentorship
    made.only_mentor(work.person)
    made.in_state(MentorshipState.ACTIVE)
    made.drawn(drawn)
    present = [one for one in made.present if one.id in members]
    if {one.role for one in present} != {Role.MENTOR, Role.MENTEE}:
        raise Refusal("mentoring-meeting-nobody")
    if on > work.today:
        raise BadAnswer("mentoring-meeting-future", on=on)
    meeting = Meeting(
        mentorship_id=made.id, author_id=work.person.id, on_date=on, words="", photo="", removed=False
    )
    meeting.created_at = work.now
    meeting.presences = [Presence(member=one, words="") for one in present]
    work.session.add(meeting)
    made.touch()
    await work.session.flush()
    for one in present:
        if one.role is Role.MENTEE:
            work.notify(
                one.person_id,
                "mentoring-met",
                once=f"mentoring-met:{meeting.id}:{one.person_id}",
                meeting=meeting.id,
                meeting_version=meeting.version,
                by=work.person.short_name,
                on=on,
                **mentoring.letter(found),
            )
    return meeting


async def meeting(work: Work, meeting_id: int) -> tuple[Programme, Meeting]:
    """A meeting and its programme, for who takes part. Refuses NotYours, also for one that was taken off."""
    one = await work.get(meeting_by_id(meeting_id))
    found = await mentoring.look(work, one.mentorship_id)
    if one.removed:
        raise NotYours("mentoring-meeting-outdated")
    return found, one


async def say(work: Work, meeting_id: int, words: str) -> Meeting:
    """A sentence about a meeting: who noted it about all of it, who was there about their own part.

    Refuses: NotYours to everybody else; a list of pupils.
    """
    _, one = await meeting(work, meeting_id)
    if is_list_of_pupils(words):
        raise Refusal("mentoring-pupils")
    if one.author_id == work.person.id:
        one.words = words
    else:
        mine = one.of(work.person.id)
        if mine is None:
            raise NotYours("refusal-not-yours")
        mine.words = words
    await work.session.flush()
    return one


async def show(work: Work, meeting_id: int, photo: str) -> Meeting:
    """A picture of a meeting (Telegram's file id), in place of an earlier one. Refuses NotYours, Outdated."""
    one = await mine(work, meeting_id)
    one.photo = photo
    await work.session.flush()
    return one


async def by_plan(work: Work, meeting_id: int, row_id: int, *, drawn: int) -> Meeting:
    """The meeting carried out a row of the plan: done for all who were there. Refuses NotYours, Outdated."""
    one = await mine(work, meeting_id)
    one.drawn(drawn)
    row = await work.get(mentorship_row(row_id))
    if row.mentorship_id != one.mentorship_id or row.removed:
        raise NotYours("refusal-not-yours")
    one.row_id = row.id
    row.mark(one.on_date)
    await work.session.flush()
    return one


async def take_off(work: Work, meeting_id: int, *, drawn: int) -> Meeting:
    """Noted by mistake; a row that it carried out is open again. Refuses NotYours, Outdated."""
    one = await mine(work, meeting_id)
    one.drawn(drawn)
    one.remove()
    if one.row_id is not None:
        (await work.get(mentorship_row(one.row_id))).mark(None)
    await work.session.flush()
    return one


async def mine(work: Work, meeting_id: int) -> Meeting:
    """A meeting of a running programme, for who noted it. Refuses NotYours, Outdated."""
    found, one = await meeting(work, meeting_id)
    if one.author_id != work.person.id:
        raise NotYours("refusal-not-yours")
    found.mentorship.in_state(MentorshipState.ACTIVE)
    return one
