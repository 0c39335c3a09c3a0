"""A paper that people sign: its content and hash, and slots in stages (X24, X27, 63-FZ art. 9)."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256
from secrets import token_hex
from typing import Any

from sqlalchemy import ForeignKey, Select, UniqueConstraint, false, or_, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship
from sqlalchemy.orm.attributes import flag_modified

from models.base import Base, by_value, drawn_version, identity
from models.errors import NotYours, Outdated, Refusal
from models.paper_slot import PaperSlot, SlotState, Way
from models.people import Organisation, Person
from models.route import Route, TeamMember


class PaperKind(StrEnum):
    """What is signed; the regulation's `signing` has a rule for each."""

    CARD = "card"
    CORRECTION = "correction"
    CONCLUSIONS = "conclusions"


class PaperState(StrEnum):
    """Waits for signatures; all are there; returned with a reason; its author took it back."""

    OPEN = "open"
    DONE = "done"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"


class Paper(Base):
    """One version of a paper on a route: what stood in it when it was opened never changes.

    `subject_id`: the row that it is about (a version of the plan); `number`: the version that people read;
    `author_id`: the co-author who agreed with it for the team, and so does not decide on it (X27);
    `stage`: whose turn it is, from 0, since `stage_at`; `reminded_on`, `told_on`: when those who are silent heard a
    gentle word, and when others did. `seal`: the secret behind the code that proves it (services/verify.py).
    """

    __tablename__ = "papers"

    id: Mapped[int] = identity()
    route_id: Mapped[int] = mapped_column(ForeignKey("routes.id"), index=True)
    kind: Mapped[PaperKind] = mapped_column(by_value(PaperKind))
    subject_id: Mapped[int]
    number: Mapped[int]
    content: Mapped[dict[str, Any]]
    fingerprint: Mapped[str]
    seal: Mapped[str] = mapped_column(default=lambda: token_hex(16), server_default="")
    regulation: Mapped[str]
    edition: Mapped[int]
    author_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    state: Mapped[PaperState] = mapped_column(by_value(PaperState), default=PaperState.OPEN, index=True)
    stage: Mapped[int] = mapped_column(default=0)
    stage_at: Mapped[datetime]
    reminded_on: Mapped[date | None]
    told_on: Mapped[date | None]
    version: Mapped[int] = drawn_version()
    opened_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]

    route: Mapped[Route] = relationship(lazy="raise")
    slots: Mapped[list[PaperSlot]] = relationship(lazy="raise", order_by="PaperSlot.id")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    @property
    def due(self) -> list[PaperSlot]:
        """The slots whose turn it is."""
        waiting = (one for one in self.slots if one.state is SlotState.WAITING and one.stage == self.stage)
        return list(waiting) if self.state is PaperState.OPEN else []

    def only_open(self) -> None:
        """Refuses Outdated once nobody's word is awaited: signed by all, returned, taken back."""
        if self.state is not PaperState.OPEN:
            raise Outdated("signing-not-waiting", state=self.state.value)

    def slot(self, slot_id: int) -> PaperSlot:
        """One of its slots; refuses NotYours for another's."""
        for one in self.slots:
            if one.id == slot_id:
                return one
        raise NotYours("refusal-not-yours")

    def only_due(self, slot: PaperSlot, drawn: int, title: Callable[[str], Any] = str) -> None:
        """Refuses Outdated: signed, returned or taken back meanwhile; «Ждёт: …» while others come before (S-06.1).

        `title` names a role.
        """
        slot.drawn(drawn)
        self.only_open()
        if slot not in self.due:
            raise Refusal("signing-waits-for", role=title(self.due[0].held_by[0]))

    def go_on(self, at: datetime) -> bool:
        """A slot was signed: a full stage gives way to the next. Whether a stage has ended."""
        flag_modified(self, "stage")
        if self.due:
            return False
        self._turn(self.stage + 1, at)
        if not self.due:
            self.state, self.closed_at = PaperState.DONE, at
        return True

    def acted_on(self, slot: PaperSlot, at: datetime) -> bool:
        """Whether somebody has signed or returned since a signature was given at this moment."""
        others = (one for one in self.slots if one is not slot and one.state is not SlotState.WAITING)
        later = any(one.stage > slot.stage or (one.at is not None and one.at > at) for one in others)
        return later or self.state in (PaperState.RETURNED, PaperState.WITHDRAWN)

    def go_back(self, stage: int, at: datetime) -> None:
        """A signature of this stage was taken back: its turn is again."""
        self.state, self.closed_at = PaperState.OPEN, None
        self._turn(stage, at)
        flag_modified(self, "stage")

    def _turn(self, stage: int, at: datetime) -> None:
        self.stage, self.stage_at, self.reminded_on, self.told_on = stage, at, None, None

    def silence_noted(self, *, reminded_on: date | None = None, told_on: date | None = None) -> None:
        """Those who are silent, or others, have heard on that local day."""
        self.reminded_on, self.told_on = reminded_on or self.reminded_on, told_on or self.told_on

    def give_back(self, at: datetime) -> None:
        """The paper goes back to be mended; the next version is another paper (X31)."""
        self.only_open()
        self.state, self.closed_at = PaperState.RETURNED, at

    def withdraw(self, at: datetime) -> None:
        """Whoever brought it takes it back before everybody has signed."""
        self.only_open()
        self.state, self.closed_at = PaperState.WITHDRAWN, at


class PaperLook(Base):
    """Who has opened a paper to read it: «Подписать все просмотренные» takes only these."""

    __tablename__ = "paper_looks"
    __table_args__ = (UniqueConstraint("paper_id", "person_id"),)

    id: Mapped[int] = identity()
    paper_id: Mapped[int] = mapped_column(ForeignKey("papers.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    at: Mapped[datetime]


def fingerprint_of(content: Mapping[str, Any]) -> str:
    """SHA-256 of a content as canonical JSON: the same facts, the same hash."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def whole_papers() -> Select[Paper]:
    """Papers with their slots, route, teacher, school, team, and where everybody works: all that a turn looks at."""
    route = joinedload(Paper.route)
    return select(Paper).options(
        joinedload(Paper.slots).joinedload(PaperSlot.entered_by).joinedload(Person.organisation),
        route.joinedload(Route.teacher).joinedload(Person.organisation),
        route.joinedload(Route.organisation),
        route.joinedload(Route.team).joinedload(TeamMember.person).joinedload(Person.organisation),
    )


def paper_of_slot(slot_id: int) -> Select[Paper]:
    """The paper that a slot belongs to, whole."""
    mine = select(PaperSlot.paper_id).where(PaperSlot.id == slot_id).scalar_subquery()
    return whole_papers().where(Paper.id == mine)


def to_hold(slot_ids: Collection[int]) -> Select[int]:
    """The papers that these slots belong to, for `Work.hold`: who signs at once signs in turn."""
    return select(Paper.id).where(Paper.id.in_(select(PaperSlot.paper_id).where(PaperSlot.id.in_(slot_ids))))


def papers_about(route_id: int, kind: str) -> Select[Paper]:
    """Every version of a paper of one kind, the newest first."""
    return whole_papers().where(Paper.route_id == route_id, Paper.kind == kind).order_by(Paper.id.desc())


def paper_by_id(paper_id: int) -> Select[Paper]:
    """One paper, whole."""
    return whole_papers().where(Paper.id == paper_id)


def papers_of(route_id: int) -> Select[Paper]:
    """Every paper of a route, whole, the oldest first."""
    return whole_papers().where(Paper.route_id == route_id).order_by(Paper.id)


def looks_of(person_id: int) -> Select[int]:
    """The papers that a person has opened."""
    return select(PaperLook.paper_id).where(PaperLook.person_id == person_id)


def papers_of_slots(slot_ids: Collection[int]) -> Select[Paper]:
    """The papers that these slots belong to, whole."""
    return whole_papers().where(Paper.id.in_(select(PaperSlot.paper_id).where(PaperSlot.id.in_(slot_ids))))


def papers_waiting_around(
    person_id: int, schools: Collection[int], regions: Collection[str], roles: Collection[str]
) -> Select[Paper]:
    """Open papers that may wait for a person: their own route's, their teams', or by an office of theirs.

    `schools`, `regions`: of the offices; `roles`: the offices themselves. Wider than the truth, which
    services/signing_offices.py tells.
    """
    due = (PaperSlot.paper_id == Paper.id) & (PaperSlot.stage == Paper.stage)
    waiting = due & (PaperSlot.state == SlotState.WAITING)
    teams = select(TeamMember.route_id).where(TeamMember.person_id == person_id)
    around = or_(Organisation.id.in_(schools), Organisation.region.in_(regions))
    named = or_(false(), *(PaperSlot.roles.contains(f",{role},") for role in sorted(roles)))
    mine = or_(Route.teacher_id == person_id, Route.id.in_(teams), around & named)
    asked = (
        select(Paper.id)
        .join(Route, Route.id == Paper.route_id)
        .join(Organisation, Organisation.id == Route.organisation_id)
        .join(PaperSlot, waiting)
        .where(Paper.state == PaperState.OPEN, mine)
    )
    return whole_papers().where(Paper.id.in_(asked)).order_by(Paper.id)


def papers_signed_by(person_id: int) -> Select[Paper]:
    """The papers that a person has signed or entered a signature in, the latest first."""
    mine = or_(PaperSlot.person_id == person_id, PaperSlot.entered_by_id == person_id)
    signed = select(PaperSlot.paper_id).where(mine, PaperSlot.state == SlotState.SIGNED)
    return whole_papers().where(Paper.id.in_(signed)).order_by(Paper.id.desc())


def signed_together(person_id: int, at: datetime) -> Select[int]:
    """The slots that a person signed with one code, at one moment, in the order of signing."""
    mine = (PaperSlot.person_id == person_id) & (PaperSlot.at == at) & (PaperSlot.state == SlotState.SIGNED)
    return select(PaperSlot.id).where(mine, PaperSlot.way == Way.PIN).order_by(PaperSlot.id)


def papers_silent(before: datetime) -> Select[Paper]:
    """Open papers whose turn began before a moment, and about which not everybody has heard."""
    waiting = (Paper.state == PaperState.OPEN) & (Paper.stage_at <= before)
    return whole_papers().where(waiting, Paper.told_on.is_(None)).order_by(Paper.id)
