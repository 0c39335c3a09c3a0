"""Corrections of an approved plan: why, which activity gives way, which takes its place (S000 4.6, S003 3, X24)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Select, func, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.base import Base, by_value, drawn_version, identity
from models.errors import NotYours, Outdated, Refusal
from models.people import Person
from models.plan import Activity, ActivityState
from models.route import Route, TeamMember


class CorrectionState(StrEnum):
    """Being written, with its signers, in force, thrown away before it went round."""

    DRAFT = "draft"
    SIGNING = "signing"
    DONE = "done"
    DROPPED = "dropped"


OPEN = (CorrectionState.DRAFT, CorrectionState.SIGNING)


class Correction(Base):
    """One change of an approved plan; or, without an `activity`, the word that none is needed (X18).

    `number`: its place in the table of corrections, given when it is sent; 0 before. `activity`: the row that is not
    held; `instead`: the row written to take its place, None until there is one; `alone`: nothing takes its place.
    `returned`: why a signer gave it back.
    """

    __tablename__ = "corrections"

    id: Mapped[int] = identity()
    route_id: Mapped[int] = mapped_column(ForeignKey("routes.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    activity_id: Mapped[int | None] = mapped_column(ForeignKey("activities.id"), index=True)
    instead_id: Mapped[int | None] = mapped_column(ForeignKey("activities.id"))
    alone: Mapped[bool] = mapped_column(default=False)
    number: Mapped[int] = mapped_column(default=0)
    reason: Mapped[str] = mapped_column(default="")
    returned: Mapped[str] = mapped_column(default="")
    state: Mapped[CorrectionState] = mapped_column(by_value(CorrectionState), default=CorrectionState.DRAFT)
    version: Mapped[int] = drawn_version()
    created_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]

    route: Mapped[Route] = relationship(lazy="raise")
    author: Mapped[Person] = relationship(lazy="raise")
    activity: Mapped[Activity | None] = relationship(lazy="raise", foreign_keys=[activity_id])
    instead: Mapped[Activity | None] = relationship(lazy="raise", foreign_keys=[instead_id])

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    def drawn(self, version: int) -> None:
        """Refuses Outdated when the tapped card shows an older correction."""
        if version != self.version:
            raise Outdated("correction-outdated")

    def being_written(self) -> None:
        """Refuses Outdated once it is with its signers, in force, or thrown away."""
        if self.state is not CorrectionState.DRAFT:
            raise Outdated("correction-not-draft", state=self.state.value)

    def explain(self, reason: str) -> None:
        """Why the activity is not held."""
        self._of_a_row()
        self.reason = reason

    def replace_by(self, row: Activity | None) -> None:
        """A row that is written now takes the place; None: nothing does. What was written before is thrown away."""
        self._of_a_row()
        self._forget_instead()
        self.instead, self.alone = row, row is None

    def _of_a_row(self) -> None:
        self.being_written()
        if self.unchanged:
            raise NotYours("refusal-not-yours")

    def _forget_instead(self) -> None:
        if self.instead is not None and self.instead.state in (ActivityState.DRAFT, ActivityState.PROPOSED):
            self.instead.state = ActivityState.REMOVED

    @property
    def unchanged(self) -> bool:
        """«Изменений не требуется»: nothing gives way (X18)."""
        return self.activity_id is None

    @property
    def title(self) -> str:
        """The row that gives way; "" where none does."""
        return self.activity.title if self.activity is not None else ""

    @property
    def is_whole(self) -> bool:
        """Whether everything that its signers read is there."""
        if self.unchanged:
            return True
        written = self.instead is not None and self.instead.state is ActivityState.PROPOSED
        return bool(self.reason) and (written or self.alone)

    def send(self, number: int) -> None:
        """It goes to its signers: the old row waits for its replacement, and reminds of nothing (S-11.2, S-11.4)."""
        self.being_written()
        if not self.is_whole:
            raise Refusal("correction-not-whole")
        if self.activity is not None:
            self.activity.await_replacement()
        self.number, self.state, self.returned = number, CorrectionState.SIGNING, ""

    def come_back(self, reason: str = "") -> None:
        """A signer returns it with a reason, or its author takes it back: the old row stands as before."""
        if self.state is not CorrectionState.SIGNING:
            raise Outdated("correction-not-signing", state=self.state.value)
        if self.activity is not None:
            self.activity.stay()
        self.state, self.returned = CorrectionState.DRAFT, reason

    def drop(self, at: datetime) -> None:
        """Its author does not want it any more."""
        self.being_written()
        self._forget_instead()
        self.state, self.closed_at = CorrectionState.DROPPED, at

    def enter(self, at: datetime) -> None:
        """Everybody has signed: the new row stands in the plan, the old one gives way (S-11)."""
        if self.activity is not None:
            self.activity.give_way()
        if self.instead is not None:
            self.instead.take_place()
        self.state, self.closed_at = CorrectionState.DONE, at

    def leave(self) -> None:
        """The last signature was taken back."""
        if self.activity is not None:
            self.activity.wait_again()
        if self.instead is not None:
            self.instead.propose_again()
        self.state, self.closed_at = CorrectionState.SIGNING, None

    def content(self, on: date) -> dict[str, Any]:
        """What is signed (S000 4.6): date, reason, the row that changes, the row that takes its place."""
        return {
            "number": self.number,
            "on": on.isoformat(),
            "reason": self.reason,
            "old": _row(self.activity) if self.activity is not None else None,
            "new": _row(self.instead) if self.instead is not None else None,
        }


def _row(row: Activity) -> dict[str, Any]:
    days = [day.isoformat() if day else None for day in (row.starts_on, row.on_date)]
    cells = {"organiser": row.organiser, "level": row.level, "presenting": row.presenting}
    return {"title": row.title, "kind": row.kind, "competencies": row.competencies, "when": days, **cells}


def _whole() -> Select[Correction]:
    route = joinedload(Correction.route)
    return select(Correction).options(
        route.joinedload(Route.organisation),
        route.joinedload(Route.teacher),
        route.joinedload(Route.team).joinedload(TeamMember.person),
        joinedload(Correction.activity),
        joinedload(Correction.instead),
        joinedload(Correction.author),
    )


def correction_by_id(correction_id: int) -> Select[Correction]:
    """A correction with its rows, its route and the team."""
    return _whole().where(Correction.id == correction_id)


def corrections_of(route_id: int) -> Select[Correction]:
    """Every correction of a route that went round or is being written, in the order of their numbers."""
    kept = Correction.state != CorrectionState.DROPPED
    return _whole().where(Correction.route_id == route_id, kept).order_by(Correction.number, Correction.id)


def correction_about(activity_id: int) -> Select[Correction]:
    """The correction under way about a row."""
    return _whole().where(Correction.activity_id == activity_id, Correction.state.in_(OPEN))


def correction_writing(row_id: int) -> Select[Correction]:
    """The correction that a row is written for."""
    return _whole().where(Correction.instead_id == row_id)


def corrections_sent(route_ids: Collection[int]) -> Select[Correction]:
    """Corrections of these routes that go round or are in force, the newest first."""
    sent = Correction.state.in_((CorrectionState.SIGNING, CorrectionState.DONE))
    return (
        select(Correction).where(Correction.route_id.in_(route_ids), sent).order_by(Correction.number.desc())
    )


def unchanged_drafts(route_id: int) -> Select[Correction]:
    """«Изменений не требуется» that a signer gave back, or its author took back."""
    draft = Correction.state == CorrectionState.DRAFT
    return select(Correction).where(Correction.route_id == route_id, draft, Correction.activity_id.is_(None))


def last_number(route_id: int) -> Select[int]:
    """The greatest number that a correction of a route has."""
    return select(func.coalesce(func.max(Correction.number), 0)).where(Correction.route_id == route_id)
