"""The plan of a programme of mentoring: direction, activity, day, who is responsible, the mark (S004, R4-015)."""

from __future__ import annotations

from datetime import date

from models.errors import NotYours, Refusal
from models.mentoring_log import MentorshipRow, mentorship_row, rows_of_mentorship
from models.mentoring_member import MentorshipState
from regulations.pupils import is_list_of_pupils
from services import mentoring
from services.mentoring import Programme
from services.work import Work

MOST_ROWS = 30


async def rows(work: Work, mentorship_id: int) -> list[MentorshipRow]:
    """The plan by day, for who takes part. Refuses NotYours."""
    await mentoring.look(work, mentorship_id)
    return await work.all(rows_of_mentorship(mentorship_id))


async def row(work: Work, row_id: int) -> tuple[Programme, MentorshipRow]:
    """A row and its programme, for who takes part. Refuses NotYours."""
    found = await work.get(mentorship_row(row_id))
    return await mentoring.look(work, found.mentorship_id), found


async def add(work: Work, mentorship_id: int, *, drawn: int) -> MentorshipRow:
    """A writer begins a row, or goes on with the one begun. Refuses: NotYours, Outdated, too many rows."""
    found = await mentoring.look(work, mentorship_id)
    _writes(work, found)
    found.mentorship.drawn(drawn)
    there = await rows(work, mentorship_id)
    begun = next((one for one in there if not one.is_whole), None)
    if begun is not None:
        return begun
    if len(there) >= MOST_ROWS:
        raise Refusal("mentoring-rows-enough", most=MOST_ROWS)
    made = MentorshipRow(mentorship_id=mentorship_id, direction="", activity="", removed=False)
    work.session.add(made)
    _changed(found)
    await work.session.flush()
    return made


async def answer(
    work: Work, row_id: int, code: str, value: str | date, *, drawn: int | None
) -> MentorshipRow:
    """One cell of a row, kept at once. Refuses: NotYours, Outdated, a list of pupils, somebody else's name."""
    found, one = await written(work, row_id)
    if drawn is not None:
        one.drawn(drawn)
    if isinstance(value, date):
        one.on_date = value
    elif is_list_of_pupils(value):
        raise Refusal("mentoring-pupils")
    elif code == "responsible":
        one.responsible_id = _person(found, value)
    elif code == "direction":
        one.direction = value
    else:
        one.activity = value
    _changed(found)
    await work.session.flush()
    return one


def _person(found: Programme, value: str) -> int:
    known = {f"p{one.person_id}": one.person_id for one in found.mentorship.present}
    if value not in known:
        raise NotYours("refusal-not-yours")
    return known[value]


async def mark(work: Work, row_id: int, *, drawn: int, done: bool) -> MentorshipRow:
    """Done today, or not yet after all; only while the programme runs. Refuses: NotYours, Outdated."""
    found, one = await written(work, row_id)
    found.mentorship.in_state(MentorshipState.ACTIVE)
    one.drawn(drawn)
    one.mark(work.today if done else None)
    await work.session.flush()
    return one


async def remove(work: Work, row_id: int, *, drawn: int) -> int:
    """A row is taken out; returns whose it was. Refuses: NotYours, Outdated."""
    found, one = await written(work, row_id)
    one.drawn(drawn)
    one.remove()
    _changed(found)
    await work.session.flush()
    return found.mentorship.id


async def written(work: Work, row_id: int) -> tuple[Programme, MentorshipRow]:
    """A row, for who writes the programme. Refuses NotYours to others."""
    found, one = await row(work, row_id)
    _writes(work, found)
    return found, one


def may_write(work: Work, found: Programme) -> bool:
    """The plan is written with the draft and kept up while the programme runs."""
    made = found.mentorship
    open_states = (MentorshipState.DRAFT, MentorshipState.ACTIVE)
    return made.may_write(work.person) and made.state in open_states


def _writes(work: Work, found: Programme) -> None:
    if not found.mentorship.may_write(work.person):
        raise NotYours("refusal-not-yours")
    if found.mentorship.state is MentorshipState.WAITING:
        raise Refusal("mentoring-is-looked-at")
    found.mentorship.in_state(MentorshipState.DRAFT, MentorshipState.ACTIVE)


def _changed(found: Programme) -> None:
    """In a draft another plan is another draft; a running programme keeps everybody's word."""
    if found.mentorship.state is MentorshipState.DRAFT:
        found.mentorship.change()
    else:
        found.mentorship.touch()
