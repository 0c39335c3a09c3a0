"""A programme of mentoring (S004): begun by a mentor, its note answer by answer, and its taking out.

Its people: mentoring_people.py; everybody's word on it: mentoring_assent.py; plan and meetings: mentoring_log.py;
the end and the next: mentoring_end.py.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from models.errors import BadAnswer, NotYours, Refusal
from models.mentoring import Mentorship
from models.mentoring_member import MentorshipAnswer, MentorshipMember, MentorshipState, Way
from models.mentoring_search import mentorship_by_id, mentorships_of
from models.people import Role, roles_of
from regulations import mentoring_note
from regulations.calendar import add_months
from regulations.duration import Duration, Term
from regulations.mentoring_note import MentoringNote, NoteField
from regulations.pupils import is_list_of_pupils
from regulations.words import Words
from services.work import Work

MOST_MONTHS = 60


@dataclass(frozen=True)
class Programme:
    """A programme and the rules that judge it."""

    mentorship: Mentorship
    note: MentoringNote
    bounds: Duration

    @property
    def term(self) -> Term | None:
        """How its term stands to the bounds; None while it is not chosen."""
        made = self.mentorship
        if made.starts_on is None or made.ends_on is None:
            return None
        return self.bounds.judge(made.starts_on, made.ends_on)

    @property
    def departs(self) -> bool:
        """Whether its term is outside the bounds, so that sending it takes a word of explanation (X14)."""
        return self.term in (Term.TOO_SHORT, Term.TOO_LONG)

    @property
    def missing(self) -> list[NoteField]:
        """What the note still does not say."""
        return self.note.missing(set(self.mentorship.given))

    @property
    def problem(self) -> Words | str:
        """What it is about, as people read it; "" while nobody has said."""
        return self.said("problem")

    def said(self, code: str) -> Words | str:
        """One answer of a field that takes one."""
        value = self.mentorship.given.get(code, "")
        titles = self.note.field(code).titles(value)
        return titles[0] if titles else value


async def mine(work: Work) -> list[Programme]:
    """The acting person's programmes, the latest first."""
    return [judged(work, one) for one in await work.all(mentorships_of(work.person.id))]


async def may_begin(work: Work) -> bool:
    """Does the acting person hold the office of a mentor today?"""
    offices = await work.all(roles_of(work.person.id, work.today))
    return any(one.role is Role.MENTOR for one in offices)


async def walks_long(work: Work) -> bool:
    """Is the acting person a mentee by office, who may walk a route of years (X21)?"""
    offices = await work.all(roles_of(work.person.id, work.today))
    return any(one.role is Role.MENTEE for one in offices)


async def look(work: Work, mentorship_id: int) -> Programme:
    """A programme, for who takes part. Refuses NotYours to everybody else."""
    found = await work.get(mentorship_by_id(mentorship_id))
    found.only_member(work.person)
    return judged(work, found)


async def written(work: Work, mentorship_id: int, *, drawn: int | None = None) -> Programme:
    """A draft, for who writes it. Refuses: NotYours; outdated; others look at it, or it runs."""
    found = await look(work, mentorship_id)
    found.mentorship.editable_by(work.person)
    if drawn is not None:
        found.mentorship.drawn(drawn)
    return found


def judged(work: Work, one: Mentorship) -> Programme:
    """A programme with the rules that judge it."""
    return Programme(one, mentoring_note.load(), bounds_of(work, one))


def bounds_of(work: Work, one: Mentorship) -> Duration:
    """The bounds it began with: of a regulation that knows mentoring, else ours."""
    if one.regulation:
        rule = work.rules.regulations.get(one.regulation, one.edition).mentoring
        if rule is not None:
            return rule.duration
    return mentoring_note.load().programme


async def begin(work: Work) -> Programme:
    """A mentor begins a programme, or goes on with the draft that is open. Refuses NotYours to others."""
    if not await may_begin(work):
        raise NotYours("refusal-not-yours")
    for one in await mine(work):
        if one.mentorship.state is MentorshipState.DRAFT and one.mentorship.author_id == work.person.id:
            return one
    return judged(work, await new(work, None))


async def new(work: Work, previous: Mentorship | None) -> Mentorship:
    """An empty draft with its author as a mentor."""
    person = work.person
    regulation, edition = _text_of(work)
    made = Mentorship(
        organisation=person.organisation,
        author_id=person.id,
        previous_id=previous.id if previous else None,
        regulation=regulation,
        edition=edition,
        state=MentorshipState.DRAFT,
        reason="",
        wish="",
        outcome="",
        report="",
        draft=1,
        created_at=work.now,
        members=[],
        answers=[],
    )
    made.add(person, Role.MENTOR, work.today)
    work.session.add(made)
    await work.session.flush()
    return made


def _text_of(work: Work) -> tuple[str, int]:
    """The regulation that gives the bounds: the school's own if it knows mentoring, else any that does; else ours."""
    own = work.rules.of_organisation(work.person.organisation)
    texts = [own, *reversed(work.rules.regulations.regulations)]
    return next(((one.id, one.edition) for one in texts if one.mentoring is not None), ("", 0))


async def choose_way(work: Work, mentorship_id: int, way: str, *, drawn: int) -> Programme:
    """A mentor says how it is made. Refuses: as `written`; a forged way."""
    found = await written(work, mentorship_id, drawn=drawn)
    found.mentorship.only_mentor(work.person)
    if way not in {one.value for one in Way}:
        raise NotYours("refusal-not-yours")
    found.mentorship.choose_way(Way(way))
    await work.session.flush()
    return found


async def answer(
    work: Work, mentorship_id: int, code: str, value: str | date, *, drawn: int | None
) -> Programme:
    """One field of the note, kept at once. Refuses: as `written`; a list of pupils; a term that is no number."""
    found = await written(work, mentorship_id, drawn=drawn)
    made = found.mentorship
    text = value.isoformat() if isinstance(value, date) else value
    if is_list_of_pupils(text):
        raise Refusal("mentoring-pupils")
    if code == "months":
        text = _months(text)
    _write(work, made, code, text)
    if code in ("starts", "months"):
        made.last_from(*_term(made))
    else:
        made.change()
    await work.session.flush()
    return found


def _months(text: str) -> str:
    """«m6», «5», «5 месяцев» as the number of months, «6». Raises BadAnswer."""
    digits = "".join(one for one in text if one.isdecimal())
    if not digits or not 1 <= int(digits) <= MOST_MONTHS:
        raise BadAnswer("mentoring-months-unclear", most=MOST_MONTHS)
    return f"m{int(digits)}"


def _term(made: Mentorship) -> tuple[date | None, date | None]:
    """The first and the last day, calendar months apart, both inside (X14)."""
    given = made.given
    starts = date.fromisoformat(given["starts"]) if "starts" in given else None
    if starts is None or "months" not in given:
        return starts, None
    return starts, add_months(starts, int(given["months"][1:])) - timedelta(days=1)


def _write(work: Work, made: Mentorship, code: str, text: str) -> None:
    kept = next((one for one in made.answers if one.code == code), None)
    if kept is None:
        kept = MentorshipAnswer(code=code)
        made.answers.append(kept)
    kept.value, kept.author_id, kept.at = text, work.person.id, work.now


async def remove(work: Work, mentorship_id: int, *, drawn: int) -> None:
    """A mentor takes the draft out. Refuses as `written`."""
    found = await written(work, mentorship_id, drawn=drawn)
    found.mentorship.only_mentor(work.person)
    found.mentorship.remove(work.person)
    await work.session.flush()


def letter(found: Programme) -> dict[str, Any]:
    """A programme as facts of a notice."""
    made = found.mentorship
    return {"programme": made.id, "version": made.version, "problem": found.problem}


def names(members: Collection[MentorshipMember]) -> str:
    """«Орлова М. С., Белова А. П.»"""
    return ", ".join(one.person.short_name for one in members)
