"""What an organisation has decided where its regulation leaves it to acts of its own («порядок школы»)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from sqlalchemy import ForeignKey, Select, func, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.base import Base, drawn_version
from models.diagnosis import Diagnosis, DiagnosisState
from models.diagnosis_record import DiagnosisRecord, RecordState
from models.errors import Outdated
from models.people import Appointment, Organisation, OrganisationKind, Person, Role, in_office
from models.route import Route, RouteState


class HouseRules(Base):
    """The own rules of a school, or of a centre for the schools of its region; what is empty is not decided.

    `development`: where the employer wants to get on (S003 1.3). `diagnosis_months`: every so many calendar months
    by the act named in `diagnosis_act` (S000 3.1.1); None: no act says how often. `reapproval`, `reapproval_rows`:
    in place of the regulation's (X25), "" leaves them. `looked_on`: when the clock last looked who is due.
    """

    __tablename__ = "house_rules"

    organisation_id: Mapped[int] = mapped_column(
        ForeignKey("organisations.id"), primary_key=True, autoincrement=False
    )
    version: Mapped[int] = drawn_version()
    development: Mapped[str] = mapped_column(default="")
    diagnosis_months: Mapped[int | None]
    diagnosis_act: Mapped[str] = mapped_column(default="")
    reapproval: Mapped[str] = mapped_column(default="")
    reapproval_rows: Mapped[int] = mapped_column(default=0)
    looked_on: Mapped[date | None]
    changed_at: Mapped[datetime]
    changed_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))

    organisation: Mapped[Organisation] = relationship(lazy="raise")
    changed_by: Mapped[Person | None] = relationship(lazy="raise")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    def drawn(self, version: int) -> None:
        """Refuses Outdated when the tapped card shows an earlier moment."""
        if version != self.version:
            raise Outdated("refusal-outdated")

    def want(self, development: str, by: int | None, at: datetime) -> None:
        """The directions of the employer's plan of development; "" takes them away."""
        self.development = development
        self._changed(by, at)

    def order_diagnosis(self, months: int | None, by: int | None, at: datetime) -> None:
        """How often a diagnosis is held; None: nobody has ordered it, and no act is named."""
        self.diagnosis_months, self.looked_on = months, None
        if months is None:
            self.diagnosis_act = ""
        self._changed(by, at)

    def name_act(self, act: str, by: int | None, at: datetime) -> None:
        """Name and number of the act behind it. Refuses Outdated where nothing is ordered."""
        if self.diagnosis_months is None:
            raise Outdated("refusal-outdated")
        self.diagnosis_act = act
        self._changed(by, at)

    def approve_again(self, reapproval: str, rows: int, by: int | None, at: datetime) -> None:
        """Whether the plan's approvers approve a correction; "" as the regulation says."""
        self.reapproval, self.reapproval_rows = reapproval, rows
        self._changed(by, at)

    def _changed(self, by: int | None, at: datetime) -> None:
        self.changed_by_id, self.changed_at = by, at


def house_rules_of(organisation_id: int) -> Select[HouseRules]:
    """What one organisation has decided, and who did last."""
    return (
        select(HouseRules)
        .where(HouseRules.organisation_id == organisation_id)
        .options(joinedload(HouseRules.changed_by))
    )


def diagnosis_ordered_for(school: Organisation) -> Select[HouseRules]:
    """Who has said how often a diagnosis is held at a school: the school itself, else the centre of its region."""
    centre = (Organisation.region == school.region) & (Organisation.kind == OrganisationKind.CENTRE)
    return (
        select(HouseRules)
        .join(Organisation, Organisation.id == HouseRules.organisation_id)
        .where(
            (HouseRules.organisation_id == school.id) | centre,
            HouseRules.diagnosis_months.is_not(None),
        )
        .order_by((HouseRules.organisation_id == school.id).desc(), HouseRules.organisation_id)
        .options(joinedload(HouseRules.organisation))
    )


def diagnosis_orders_not_looked_at(day: date) -> Select[HouseRules]:
    """Organisations that say how often, and that the clock has not looked at since `day` (UTC, so wide).

    A look of a day to come is one of a clock that ran ahead, and counts for nothing.
    """
    return (
        select(HouseRules)
        .where(
            HouseRules.diagnosis_months.is_not(None),
            HouseRules.looked_on.is_(None) | ~HouseRules.looked_on.between(day, day + timedelta(days=1)),
        )
        .order_by(HouseRules.organisation_id)
        .options(joinedload(HouseRules.organisation))
    )


def schools_under(ordering: Organisation) -> Select[Organisation]:
    """The school itself; of a centre the schools of its region that have not decided for themselves."""
    if ordering.kind is not OrganisationKind.CENTRE:
        return select(Organisation).where(Organisation.id == ordering.id)
    own = select(HouseRules.organisation_id).where(HouseRules.diagnosis_months.is_not(None))
    return (
        select(Organisation)
        .where(
            Organisation.region == ordering.region,
            Organisation.kind == OrganisationKind.SCHOOL,
            Organisation.id.not_in(own),
        )
        .order_by(Organisation.id)
    )


def leaders_in(region: str, day: date) -> Select[int]:
    """Who leads a school of a region on a day."""
    held = in_office(day).join(Organisation, Organisation.id == Appointment.organisation_id)
    return (
        held.with_only_columns(Appointment.person_id)
        .distinct()
        .where(
            Organisation.region == region,
            Organisation.kind == OrganisationKind.SCHOOL,
            Appointment.role.in_([Role.HEAD, Role.DEPUTY_HEAD]),
        )
    )


def open_routes_at(school_id: int) -> Select[Route]:
    """Routes of a school that are not over."""
    return (
        select(Route)
        .where(Route.organisation_id == school_id, Route.state != RouteState.CLOSED)
        .options(joinedload(Route.organisation))
        .order_by(Route.id)
    )


def last_self_diagnoses(route_ids: Collection[int]) -> Select[int, datetime | None]:
    """By route: when the teacher last finished a diagnosis."""
    return (
        select(Diagnosis.route_id, func.max(Diagnosis.ended_at))
        .where(Diagnosis.route_id.in_(route_ids), Diagnosis.state == DiagnosisState.FINISHED)
        .group_by(Diagnosis.route_id)
    )


def last_records(route_ids: Collection[int]) -> Select[int, date | None]:
    """By route: on which day somebody else last held one."""
    return (
        select(DiagnosisRecord.route_id, func.max(DiagnosisRecord.held_on))
        .where(DiagnosisRecord.route_id.in_(route_ids), DiagnosisRecord.state == RecordState.RECORDED)
        .group_by(DiagnosisRecord.route_id)
    )
