"""Which rows of plans were taken from which events of the catalogue."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.base import Base
from models.catalogue import CatalogueEntry
from models.plan import Activity, ActivityState
from models.route import Route


class Chosen(Base):
    """A row of a plan was taken from the catalogue; only from there it hears what becomes of the event."""

    __tablename__ = "chosen"

    activity_id: Mapped[int] = mapped_column(ForeignKey("activities.id"), primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("catalogue.id"), index=True)

    activity: Mapped[Activity] = relationship(lazy="raise")
    entry: Mapped[CatalogueEntry] = relationship(lazy="raise")


def chosen_from(entry_id: int) -> Select[Chosen]:
    """The rows of plans that were taken from an event and still stand or are being written."""
    activity = joinedload(Chosen.activity)
    return (
        select(Chosen)
        .join(Activity, Activity.id == Chosen.activity_id)
        .options(activity.joinedload(Activity.route).joinedload(Route.organisation))
        .where(
            Chosen.entry_id == entry_id,
            Activity.state.in_((ActivityState.PLANNED, ActivityState.DRAFT)),
        )
        .order_by(Chosen.activity_id)
    )


def chosen_for(route_id: int) -> Select[Chosen]:
    """What a route has taken from the catalogue and not taken out again."""
    return (
        select(Chosen)
        .join(Activity, Activity.id == Chosen.activity_id)
        .options(joinedload(Chosen.activity))
        .where(Activity.route_id == route_id, Activity.state != ActivityState.REMOVED)
    )


def chosen_named(activity_ids: Collection[int]) -> Select[Chosen]:
    """These rows, with their events as they are now."""
    return (
        select(Chosen)
        .options(joinedload(Chosen.activity).joinedload(Activity.route), joinedload(Chosen.entry))
        .where(Chosen.activity_id.in_(activity_ids))
    )
