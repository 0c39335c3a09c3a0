"""The round of a school year: which schools the clock has looked at today, and whose routes are corrected yearly."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from sqlalchemy import ForeignKey, Select, or_, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column

from models.base import Base
from models.people import Organisation
from models.route import Route, RouteState, TeamMember


class YearlyLook(Base):
    """On which local day the clock has last looked at the yearly round of a school."""

    __tablename__ = "yearly_looks"

    organisation_id: Mapped[int] = mapped_column(
        ForeignKey("organisations.id"), primary_key=True, autoincrement=False
    )
    looked_on: Mapped[date]


def look_of(organisation_id: int) -> Select[YearlyLook]:
    """The last look at a school, if there was one."""
    return select(YearlyLook).where(YearlyLook.organisation_id == organisation_id)


def schools_of_the_round(regulations: Collection[str], day: date) -> Select[Organisation]:
    """Schools that work by these texts, or where routes are walked by them, not looked at on `day` (UTC, so wide).

    A look of a day to come is one of a clock that ran ahead, and counts for nothing.
    """
    walked = select(Route.organisation_id).where(
        Route.regulation.in_(regulations), Route.state == RouteState.ACTIVE
    )
    looked = select(YearlyLook.organisation_id).where(
        YearlyLook.looked_on.between(day, day + timedelta(days=1))
    )
    return (
        select(Organisation)
        .where(
            or_(Organisation.regulation.in_(regulations), Organisation.id.in_(walked)),
            Organisation.id.not_in(looked),
        )
        .order_by(Organisation.id)
    )


def routes_walked_at(organisation_id: int, begun_before: date) -> Select[Route]:
    """Routes of a school that are being walked, those known to be younger left out, with teachers and teams."""
    return (
        select(Route)
        .options(
            joinedload(Route.teacher),
            joinedload(Route.organisation),
            joinedload(Route.team).joinedload(TeamMember.person),
        )
        .where(
            Route.organisation_id == organisation_id,
            Route.state == RouteState.ACTIVE,
            or_(Route.began_on.is_(None), Route.began_on <= begun_before),
        )
        .order_by(Route.id)
    )
