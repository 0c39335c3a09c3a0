"""A place for one signature under a paper, and the protocol of the signature (X24, X27, X39, 63-FZ art. 9)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, by_value, drawn_version, identity
from models.errors import Outdated
from models.people import Person, Role

UNDO = timedelta(minutes=2)
"""How long a signature may be taken back, where nobody has acted on it."""
SIGN = "sign"
"""The act of a signature that decides nothing: it stands under the paper."""


class SlotState(StrEnum):
    """Not signed; signed; the paper was returned from here."""

    WAITING = "waiting"
    SIGNED = "signed"
    RETURNED = "returned"


class Way(StrEnum):
    """How a slot was signed: with the person's code in the bot, or on paper and entered by somebody."""

    PIN = "pin"
    PAPER = "paper"


@dataclass(frozen=True)
class Office:
    """By what right somebody signs: the role, and its dates; an open end is None.

    `acting`: «и. о.»; `place`: the name of the organisation whose office it is, "" for the team's and the teacher's.
    """

    person: Person
    role: Role
    since: date | None = None
    until: date | None = None
    acting: bool = False
    place: str = ""


class PaperSlot(Base):
    """A place for one signature, and the protocol of it once it is there.

    `roles`: «,methodist,centre_methodist,» any of them; `instead_of`: the roles that nobody free held, where the
    slot went on to another. `name`, `role`, `since`, `until`, `acting`, `position`, `place` stay as they were at the
    signature (X39).
    `alias`: what the chat says instead of the name, "" for the name (149-FZ).
    `simple`: the act by which the organisation agreed to simple electronic signatures, "" where it has not.
    """

    __tablename__ = "paper_slots"
    __table_args__ = (UniqueConstraint("paper_id", "stage", "number"),)

    id: Mapped[int] = identity()
    paper_id: Mapped[int] = mapped_column(ForeignKey("papers.id"), index=True)
    stage: Mapped[int]
    number: Mapped[int]
    roles: Mapped[str]
    next_roles: Mapped[str] = mapped_column(default="")
    instead_of: Mapped[str] = mapped_column(default="")
    act: Mapped[str]
    state: Mapped[SlotState] = mapped_column(by_value(SlotState), default=SlotState.WAITING)
    version: Mapped[int] = drawn_version()
    way: Mapped[Way | None] = mapped_column(by_value(Way))
    at: Mapped[datetime | None]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    name: Mapped[str] = mapped_column(default="")
    alias: Mapped[str] = mapped_column(default="", server_default="")
    role: Mapped[Role | None] = mapped_column(by_value(Role))
    since: Mapped[date | None]
    until: Mapped[date | None]
    acting: Mapped[bool] = mapped_column(default=False, server_default=false())
    position: Mapped[str] = mapped_column(default="", server_default="")
    place: Mapped[str] = mapped_column(default="", server_default="")
    simple: Mapped[str] = mapped_column(default="")
    telegram_id: Mapped[int | None] = mapped_column(BigInteger)
    paper_on: Mapped[date | None]
    entered_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    reason: Mapped[str] = mapped_column(default="")

    entered_by: Mapped[Person | None] = relationship(lazy="raise", foreign_keys=[entered_by_id])

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    @classmethod
    def waiting(
        cls, stage: int, number: int, roles: Sequence[str], next_roles: Sequence[str], act: str
    ) -> PaperSlot:
        """A slot that nobody has signed yet."""
        slot = cls(stage=stage, number=number, act=act, state=SlotState.WAITING, entered_by=None)
        slot.roles, slot.next_roles, slot.instead_of = f",{','.join(roles)},", ",".join(next_roles), ""
        slot.name = slot.alias = slot.simple = slot.reason = slot.position = slot.place = ""
        slot.acting = False
        return slot

    @property
    def held_by(self) -> tuple[str, ...]:
        """The roles of which one signs here."""
        return tuple(self.roles.strip(",").split(","))

    @property
    def short_name(self) -> str:
        """Who signed, as a chat needs it: «Иванова Г. П.»; less where it is discreet."""
        return self.alias or self.surname_initials

    @property
    def chat_name(self) -> str:
        """Who signed, in full where a chat may say it."""
        return self.alias or self.name

    @property
    def surname_initials(self) -> str:
        """Who signed, as a paper says it."""
        return Person(full_name=self.name).surname_initials if self.name.strip() else ""

    def be_discreet(self, alias: str | None) -> None:
        """From now on the chat says this instead of the name; None: the initials of whoever signed; "": the name."""
        self.alias = (
            Person(full_name=self.name).initials if alias is None and self.name.strip() else alias or ""
        )

    @property
    def decides(self) -> bool:
        """Whether it agrees or approves; who made the paper may sign under it, never decide on it (X27)."""
        return self.act != SIGN

    def drawn(self, version: int) -> None:
        """Refuses Outdated: signed meanwhile, or changed since the card was drawn."""
        if self.state is SlotState.SIGNED:
            raise Outdated("signing-signed-already", at=self.at, name=self.short_name)
        if version != self.version:
            raise Outdated("refusal-outdated")

    def signed(self, way: Way, office: Office, at: datetime) -> None:
        """The signature stands, with who and by what right (X39). `Paper` sees to the turn."""
        self.state, self.way = SlotState.SIGNED, way
        self._by(office, at)

    def with_code(self, simple: str, telegram_id: int) -> None:
        """The person's code was right, in this account; `simple`: the act of their organisation."""
        self.simple, self.telegram_id = simple, telegram_id

    def on_paper(self, role: Role, name: str, on: date, by: Person, at: datetime) -> None:
        """It was signed by hand on a day by whoever holds the role, as somebody enters who may (X46)."""
        self.state, self.way, self.role, self.at = SlotState.SIGNED, Way.PAPER, role, at
        self.name, self.paper_on, self.entered_by_id, self.entered_by = name, on, by.id, by
        self.be_discreet(None if by.alias else "")

    def is_of(self, office: Office) -> None:
        """Whoever signed by hand is known here, with the dates of their office (X39)."""
        self.person_id, self.position = office.person.id, office.person.position
        self.be_discreet(office.person.alias)
        self._holds(office)

    def returned(self, office: Office, at: datetime, reason: str) -> None:
        """The paper goes back from here, and why (X31)."""
        self.state, self.reason = SlotState.RETURNED, reason
        self._by(office, at)

    def _by(self, office: Office, at: datetime) -> None:
        self.person_id, self.name, self.role = office.person.id, office.person.full_name, office.role
        self.position, self.at = office.person.position, at
        self.be_discreet(office.person.alias)
        self._holds(office)

    def _holds(self, office: Office) -> None:
        self.since, self.until = office.since, office.until
        self.acting, self.place = office.acting, office.place

    def is_fresh(self, by: Person, at: datetime) -> bool:
        """Whether this person gave or entered the signature less than two minutes ago."""
        own = self.state is SlotState.SIGNED and by.id == (self.entered_by_id or self.person_id)
        return own and self.at is not None and at - self.at < UNDO

    def take_back(self, by: Person, at: datetime) -> None:
        """Whoever gave or entered the signature takes it back. Refuses others, and after two minutes."""
        if not self.is_fresh(by, at):
            raise Outdated("signing-no-undo")
        self.state, self.way, self.at, self.person_id, self.name = SlotState.WAITING, None, None, None, ""
        self.role, self.since, self.until, self.telegram_id, self.simple = None, None, None, None, ""
        self.paper_on, self.entered_by_id, self.entered_by = None, None, None
        self.acting, self.position, self.place, self.alias = False, "", "", ""

    def go_to(self, role: str) -> None:
        """Nobody free holds the slot: another role decides, and the note says for whom."""
        self.instead_of, self.roles = self.instead_of or self.roles, f",{role},"
