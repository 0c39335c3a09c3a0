"""Who agrees with a draft and who approves it: assents of both co-authors, then a chain of steps (X22, X27)."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Select, UniqueConstraint, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.base import Base, by_value, drawn_version, identity
from models.errors import Outdated
from models.people import Person, Role
from models.plan_version import PlanVersion
from models.route import Route, RouteState, routes_of_team


class Assent(Base):
    """«Согласие с проектом» of a co-author (S000 1.2): given to one version; a later change takes it away."""

    __tablename__ = "assents"

    id: Mapped[int] = identity()
    plan_version_id: Mapped[int] = mapped_column(ForeignKey("plan_versions.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    role: Mapped[Role] = mapped_column(by_value(Role))
    at: Mapped[datetime]
    gone_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship(lazy="raise")
    plan_version: Mapped[PlanVersion] = relationship(lazy="raise")

    def end(self, at: datetime) -> None:
        """The draft is another one now, or the co-author took the word back."""
        self.gone_at = at


class StepState(StrEnum):
    """A step of the chain: not decided; approved or agreed; the draft was returned from here."""

    WAITING = "waiting"
    DONE = "done"
    RETURNED = "returned"


class Step(Base):
    """One decision of the chain over one version: whose role, which act of the regulation, who, when."""

    __tablename__ = "approval_steps"
    __table_args__ = (UniqueConstraint("plan_version_id", "number"),)

    id: Mapped[int] = identity()
    plan_version_id: Mapped[int] = mapped_column(ForeignKey("plan_versions.id"))
    number: Mapped[int]
    role: Mapped[Role] = mapped_column(by_value(Role))
    act: Mapped[str]
    state: Mapped[StepState] = mapped_column(by_value(StepState), default=StepState.WAITING)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(default="")
    version: Mapped[int] = drawn_version()

    person: Mapped[Person | None] = relationship(lazy="raise")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    def decide(self, by: Person, at: datetime) -> None:
        """The act of this step is done. Refuses Outdated when it is decided already."""
        self._decided(by, at, StepState.DONE)

    def give_back(self, by: Person, at: datetime, reason: str) -> None:
        """The draft goes back from this step; the reason as it is kept in the history."""
        self._decided(by, at, StepState.RETURNED)
        self.reason = reason

    def _decided(self, by: Person, at: datetime, state: StepState) -> None:
        if self.state is not StepState.WAITING:
            raise Outdated("plan-not-waiting")
        self.state, self.person_id, self.at = state, by.id, at


def chain(version_id: int, roles_and_acts: list[tuple[str, str]]) -> list[Step]:
    """The steps of a version, all waiting, in the order of the regulation."""
    return [
        Step(plan_version_id=version_id, number=number, role=Role(role), act=act, state=StepState.WAITING)
        for number, (role, act) in enumerate(roles_and_acts, 1)
    ]


def assents_of(version_id: int) -> Select[Assent]:
    """The assents to a version that still count."""
    return (
        select(Assent)
        .where(Assent.plan_version_id == version_id, Assent.gone_at.is_(None))
        .options(joinedload(Assent.person))
        .order_by(Assent.id)
    )


def steps_of(version_id: int) -> Select[Step]:
    """The chain over a version, in order."""
    return (
        select(Step)
        .where(Step.plan_version_id == version_id)
        .options(joinedload(Step.person))
        .order_by(Step.number)
    )


def plans_of_team(person_id: int, day: date) -> Select[Route]:
    """The routes of a person's teams whose plan is still a draft, or waits for a word; never the own one."""
    return routes_of_team(person_id, day).where(
        Route.state != RouteState.ACTIVE, Route.teacher_id != person_id
    )
