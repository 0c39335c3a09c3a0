"""A personalised programme of mentoring (S004): a pair or a group, its term, everybody's word, its end (X30, X48)."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship
from sqlalchemy.orm.attributes import flag_modified

from models.base import Base, by_value, drawn_version, identity
from models.errors import BadAnswer, NotYours, Outdated, Refusal
from models.mentoring_member import MentorshipAnswer, MentorshipMember, MentorshipState, Way
from models.people import Organisation, Person, Role

MOST_MEMBERS = 12


class Mentorship(Base):
    """One programme. It keeps the regulation and edition whose bounds it began with ("", 0: ours).

    `starts_on`, `ends_on`: local days, both inside. `reason`: why it departs from the bounds (X14). `draft` grows
    with every change: a word given to an earlier one no longer counts. `wish`: what somebody asked to change.
    `previous_id`: the programme that this one follows. `reminded_on`: when the clock last looked at it.
    """

    __tablename__ = "mentorships"

    id: Mapped[int] = identity()
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    previous_id: Mapped[int | None] = mapped_column(ForeignKey("mentorships.id"))
    regulation: Mapped[str]
    edition: Mapped[int]
    way: Mapped[Way | None] = mapped_column(by_value(Way))
    state: Mapped[MentorshipState] = mapped_column(by_value(MentorshipState), default=MentorshipState.DRAFT)
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    reason: Mapped[str] = mapped_column(default="")
    wish: Mapped[str] = mapped_column(default="")
    outcome: Mapped[str] = mapped_column(default="")
    report: Mapped[str] = mapped_column(default="")
    draft: Mapped[int] = mapped_column(default=1)
    version: Mapped[int] = drawn_version()
    created_at: Mapped[datetime]
    begun_at: Mapped[datetime | None]
    reported_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    reminded_on: Mapped[date | None]

    organisation: Mapped[Organisation] = relationship(lazy="raise")
    members: Mapped[list[MentorshipMember]] = relationship(lazy="raise", order_by="MentorshipMember.id")
    answers: Mapped[list[MentorshipAnswer]] = relationship(lazy="raise", order_by="MentorshipAnswer.id")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    @property
    def present(self) -> list[MentorshipMember]:
        """Who takes part now; who left stays in the table for the log."""
        return [one for one in self.members if one.until is None]

    @property
    def mentors(self) -> list[MentorshipMember]:
        """The mentors of today."""
        return [one for one in self.present if one.role is Role.MENTOR]

    @property
    def mentees(self) -> list[MentorshipMember]:
        """The mentees of today."""
        return [one for one in self.present if one.role is Role.MENTEE]

    @property
    def is_open(self) -> bool:
        """Does it still ask something of anybody?"""
        return self.state not in (MentorshipState.CLOSED, MentorshipState.REMOVED)

    @property
    def given(self) -> dict[str, str]:
        """The answers of the note by field; the participants answer by being named."""
        return {one.code: one.value for one in self.answers}

    def place_of(self, person: Person) -> MentorshipMember | None:
        """Somebody's place in it today, if there is one."""
        return next((one for one in self.present if one.person_id == person.id), None)

    def only_member(self, person: Person) -> MentorshipMember:
        """The member's place; refuses NotYours to everybody else."""
        found = self.place_of(person)
        if found is None:
            raise NotYours("refusal-not-yours")
        return found

    def only_mentor(self, person: Person) -> MentorshipMember:
        """The mentor's place; refuses NotYours to everybody else."""
        return self._only(person, Role.MENTOR)

    def _only(self, person: Person, role: Role) -> MentorshipMember:
        found = self.only_member(person)
        if found.role is not role:
            raise NotYours("refusal-not-yours")
        return found

    def may_write(self, person: Person) -> bool:
        """A mentor writes; a mentee, too, where it is made jointly (R4-013)."""
        found = self.place_of(person)
        return found is not None and (found.role is Role.MENTOR or self.way is Way.JOINT)

    def editable_by(self, person: Person) -> None:
        """Refuses NotYours to who only reads; Refusal while others look at it; Outdated once it runs."""
        self.only_member(person)
        if not self.may_write(person):
            raise NotYours("refusal-not-yours")
        if self.state is MentorshipState.WAITING:
            raise Refusal("mentoring-is-looked-at")
        self.in_state(MentorshipState.DRAFT)

    def in_state(self, *states: MentorshipState) -> None:
        """Refuses Outdated when it has gone on since, in words of what it is now."""
        if self.state not in states:
            raise Outdated("mentoring-gone-on", state=self.state.value)

    def drawn(self, version: int) -> None:
        """Refuses Outdated when the tapped card shows an older programme."""
        if version != self.version:
            raise Outdated("mentoring-outdated")

    def as_read(self, draft: int) -> None:
        """Refuses Outdated when the word is about an earlier draft; what others said meanwhile is no matter."""
        if draft != self.draft:
            raise Outdated("mentoring-outdated")

    def touch(self) -> None:
        """Something around it changed: cards drawn before are outdated."""
        flag_modified(self, "draft")

    def change(self) -> None:
        """The draft is another one now."""
        self.draft += 1

    def choose_way(self, way: Way) -> None:
        """Jointly, or read by the mentee."""
        self.way = way
        self.change()

    def add(self, person: Person, role: Role, day: date, route_id: int | None = None) -> MentorshipMember:
        """One more takes part. Refuses: the same person twice, more than fit into a group."""
        if self.place_of(person) is not None:
            raise Outdated("mentoring-member-there")
        if len(self.present) >= MOST_MEMBERS:
            raise Refusal("mentoring-members-enough", most=MOST_MEMBERS)
        made = MentorshipMember(person=person, role=role, since=day, route_id=route_id)
        made.words, made.assented_draft = "", 0
        self.members.append(made)
        self.change()
        return made

    def drop(self, person: Person, day: date) -> None:
        """Not with this person after all. Refuses to leave a programme without any mentor."""
        found = self.only_member(person)
        if found.role is Role.MENTOR and len(self.mentors) == 1:
            raise Refusal("mentoring-last-mentor")
        found.until = day
        self.change()

    def last_from(self, starts_on: date | None, ends_on: date | None) -> None:
        """The term, as far as it is known."""
        self.starts_on, self.ends_on = starts_on, ends_on
        self.reason = ""
        self.change()

    def send(self, by: Person, at: datetime, reason: str) -> None:
        """A writer agrees and sends it to the others. Refuses: nobody to mentor; no way; no term."""
        self.editable_by(by)
        if not self.mentees:
            raise Refusal("mentoring-no-mentee")
        if self.way is None or self.starts_on is None or self.ends_on is None:
            raise Refusal("mentoring-not-whole")
        self.reason, self.wish = reason, ""
        self.state = MentorshipState.WAITING
        self.only_member(by).assent(self.draft, at)

    def assent(self, by: Person, at: datetime) -> bool:
        """«Поддерживаю», or «Ознакомлен(а)» of a mentee; whether everybody has said so now and it runs."""
        found = self.only_member(by)
        self.in_state(MentorshipState.WAITING)
        found.assent(self.draft, at)
        self.touch()
        if self.awaited:
            return False
        self.state, self.begun_at = MentorshipState.ACTIVE, at
        return True

    @property
    def awaited(self) -> list[MentorshipMember]:
        """Whose word on this draft is still missing."""
        return [one for one in self.present if one.assented_draft != self.draft]

    def give_back(self, by: Person, wish: str) -> None:
        """Somebody wants it otherwise, or a writer takes it back: everybody's word on it is gone."""
        self.only_member(by)
        self.in_state(MentorshipState.WAITING)
        self.state, self.wish = MentorshipState.DRAFT, wish
        self.change()

    def remove(self, by: Person) -> None:
        """A writer takes the draft out."""
        self.editable_by(by)
        self.state = MentorshipState.REMOVED

    def end(self, by: Person, outcome: str, words: str, at: datetime) -> None:
        """A mentor reports: what was reached, in own words (R4-016: no form in the text)."""
        self.only_mentor(by)
        self.in_state(MentorshipState.ACTIVE)
        self.outcome, self.report, self.reported_at = outcome, words, at
        self.state = MentorshipState.REPORTED

    def say(self, by: Person, words: str, at: datetime) -> bool:
        """A mentee's own words at the end; whether it is closed now, because everybody has spoken."""
        found = self._only(by, Role.MENTEE)
        self.in_state(MentorshipState.REPORTED)
        if found.said_at is not None:
            raise Outdated("mentoring-said-already")
        found.words, found.said_at = words, at
        self.touch()
        if any(one.said_at is None for one in self.mentees):
            return False
        self._close(at)
        return True

    def close(self, by: Person, at: datetime) -> None:
        """A mentor closes it without waiting for the rest."""
        self.only_mentor(by)
        self.in_state(MentorshipState.REPORTED)
        self._close(at)

    def _close(self, at: datetime) -> None:
        self.state, self.closed_at = MentorshipState.CLOSED, at

    def replace_mentor(self, old: MentorshipMember, new: Person, day: date, at: datetime) -> MentorshipMember:
        """A mentor leaves, another comes: the log and everybody's word stay. Refuses Outdated, who is in already."""
        if old not in self.mentors or not self.is_open:
            raise Outdated("mentoring-outdated")
        if self.place_of(new) is not None:
            raise BadAnswer("mentoring-member-there")
        old.until = day
        made = MentorshipMember(person=new, role=Role.MENTOR, since=day, words="", assented_draft=0)
        self.members.append(made)
        made.assent(self.draft if old.assented_draft == self.draft else 0, at)
        self.touch()
        return made
