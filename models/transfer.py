"""A route that moves with its teacher to another school or region: transferred, never copied (X45, R0-004)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.base import Base, by_value, drawn_version, identity
from models.errors import NotYours, Outdated, Refusal
from models.people import Organisation, Person
from models.route import Route
from models.team_member import TeamMember


class TransferState(StrEnum):
    """Being made, proposed to the receiving side, accepted, declined by it, or taken back."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    DROPPED = "dropped"


class Transfer(Base):
    """One move of one route. `keeps`: whether it keeps the edition of its regulation; None while nobody has chosen.

    The route keeps its number (its id), its history and everything that was decided on it.
    """

    __tablename__ = "transfers"

    id: Mapped[int] = identity()
    route_id: Mapped[int] = mapped_column(ForeignKey("routes.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    from_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    to_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    state: Mapped[TransferState] = mapped_column(by_value(TransferState), default=TransferState.DRAFT)
    keeps: Mapped[bool | None]
    reason: Mapped[str] = mapped_column(default="")
    made_at: Mapped[datetime]
    proposed_at: Mapped[datetime | None]
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    decided_at: Mapped[datetime | None]
    version: Mapped[int] = drawn_version()

    route: Mapped[Route] = relationship(lazy="raise")
    left: Mapped[Organisation] = relationship(lazy="raise", foreign_keys=[from_id])
    to: Mapped[Organisation | None] = relationship(lazy="raise", foreign_keys=[to_id])
    author: Mapped[Person] = relationship(lazy="raise", foreign_keys=[author_id])

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    def drawn(self, version: int | None) -> None:
        """Refuses Outdated for a card that shows an older transfer; None: words, which carry no version."""
        if version is not None and version != self.version:
            raise Outdated("refusal-outdated")

    def _is(self, *states: TransferState) -> None:
        if self.state not in states:
            raise Outdated("transfer-over", state=self.state.value)

    def is_draft(self) -> None:
        """Refuses Outdated once it was proposed."""
        self._is(TransferState.DRAFT)

    def is_open(self) -> None:
        """Refuses Outdated once it is decided or taken back."""
        self._is(TransferState.DRAFT, TransferState.PROPOSED)

    def lead_to(self, to: Organisation) -> None:
        """Where to; another regulation is to be looked at anew. Refuses the place where the route is."""
        self._is(TransferState.DRAFT)
        if to.id == self.from_id:
            raise Refusal("transfer-same-place")
        self.to, self.to_id, self.keeps = to, to.id, None

    def choose(self, *, keeps: bool) -> None:
        """Whether the route keeps the edition of its regulation, or takes the new place's."""
        self.is_open()
        self.keeps = keeps

    def propose(self, at: datetime) -> None:
        """The receiving side is asked."""
        self._is(TransferState.DRAFT)
        self.state, self.proposed_at = TransferState.PROPOSED, at

    def accept(self, by: Person, at: datetime) -> None:
        """The receiving side accepts; never who proposed it (X27)."""
        self._decide(by, at, TransferState.ACCEPTED)

    def decline(self, by: Person, at: datetime, reason: str) -> None:
        """The receiving side does not accept, with a reason; the route stays where it is."""
        self._decide(by, at, TransferState.DECLINED)
        self.reason = reason

    def _decide(self, by: Person, at: datetime, state: TransferState) -> None:
        self._is(TransferState.PROPOSED)
        if by.id == self.author_id:
            raise NotYours("transfer-own")
        self.state, self.decided_by_id, self.decided_at = state, by.id, at

    def drop(self) -> None:
        """Taken back by who made it."""
        self.is_open()
        self.state = TransferState.DROPPED


def _whole() -> Select[Transfer]:
    route = joinedload(Transfer.route)
    return select(Transfer).options(
        route.joinedload(Route.teacher).joinedload(Person.organisation),
        route.joinedload(Route.organisation),
        route.joinedload(Route.team).joinedload(TeamMember.person),
        joinedload(Transfer.left),
        joinedload(Transfer.to),
        joinedload(Transfer.author),
    )


def transfer_by_id(transfer_id: int) -> Select[Transfer]:
    """One transfer with its route and both places."""
    return _whole().where(Transfer.id == transfer_id)


def route_of(transfer_id: int) -> Select[int]:
    """The id of the route that is moved, for `Work.hold`: its team is changed by one at a time."""
    moved = select(Transfer.route_id).where(Transfer.id == transfer_id).scalar_subquery()
    return select(Route.id).where(Route.id == moved)


def open_transfer(route_id: int) -> Select[Transfer]:
    """The transfer of a route that is not decided."""
    return (
        _whole()
        .where(
            Transfer.route_id == route_id,
            Transfer.state.in_([TransferState.DRAFT, TransferState.PROPOSED]),
        )
        .order_by(Transfer.id.desc())
    )


def transfers_to(schools: Collection[int], regions: Collection[str]) -> Select[Transfer]:
    """What is proposed to these schools and regions and waits for a word, the earliest first."""
    here = select(Organisation.id).where(Organisation.id.in_(schools) | Organisation.region.in_(regions))
    return (
        _whole()
        .where(Transfer.state == TransferState.PROPOSED, Transfer.to_id.in_(here))
        .order_by(Transfer.proposed_at, Transfer.id)
    )
