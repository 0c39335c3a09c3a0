"""The registry of finished routes: a number in sequence, by year and centre (S000 4.12)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import ForeignKey, Select, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, identity
from models.people import Organisation, OrganisationKind


class RegistryEntry(Base):
    """The number of one finished route; `region`: of the centre that keeps the registry. A number is never given twice.

    It stays with its route where the last signature is taken back and given anew. `outcome`: what a route that was
    walked on paper came to, as a code of regulations/tables.py; "" for all others: their conclusions say it.
    """

    __tablename__ = "registry_entries"
    __table_args__ = (UniqueConstraint("region", "year", "number"),)

    id: Mapped[int] = identity()
    route_id: Mapped[int] = mapped_column(ForeignKey("routes.id"), unique=True)
    region: Mapped[str]
    year: Mapped[int]
    number: Mapped[int]
    entered_on: Mapped[date]
    outcome: Mapped[str] = mapped_column(default="")

    @property
    def label(self) -> str:
        """As people write it: «2027-0012»."""
        return f"{self.year}-{self.number:04}"

    @property
    def on_paper(self) -> bool:
        """Was the route walked on paper, so that nothing of it can be printed here?"""
        return self.outcome != ""


def entry_of(route_id: int) -> Select[RegistryEntry]:
    """The number of a route."""
    return select(RegistryEntry).where(RegistryEntry.route_id == route_id)


def keeper_of(region: str) -> Select[int]:
    """The centre that keeps the registry of a region, for `Work.hold`: two at once number in turn."""
    centre = (Organisation.region == region) & (Organisation.kind == OrganisationKind.CENTRE)
    return select(Organisation.id).where(centre).order_by(Organisation.id).limit(1)


def last_number(region: str, year: int) -> Select[int]:
    """The highest number of a year; 0 before the first."""
    mine = (RegistryEntry.region == region) & (RegistryEntry.year == year)
    return select(func.coalesce(func.max(RegistryEntry.number), 0)).where(mine)


def entries_numbered(region: str, years: Collection[int]) -> Select[RegistryEntry]:
    """The numbers of a region that were given in these years."""
    return select(RegistryEntry).where(RegistryEntry.region == region, RegistryEntry.year.in_(years))
