"""What the clock looks for among final events, and what it notes about them (DESIGN 16)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import Select, Update, select, update
from sqlalchemy.orm import joinedload, selectinload

from models.final_event import FinalEvent, FinalEventState, whole_event
from models.route import Route


def final_events_over(before: date) -> Select[FinalEvent]:
    """Planned events that began before a day and about which nobody was asked for that day."""
    unasked = FinalEvent.asked_for.is_(None) | (FinalEvent.asked_for != FinalEvent.on_date)
    return (
        select(FinalEvent)
        .where(FinalEvent.state == FinalEventState.PLANNED, FinalEvent.on_date < before, unasked)
        .options(joinedload(FinalEvent.route).joinedload(Route.organisation))
        .order_by(FinalEvent.on_date, FinalEvent.id)
    )


def outcomes_untold(before: datetime) -> Select[FinalEvent]:
    """Events with an outcome, decided before a moment, of which the team has not heard."""
    decided = FinalEvent.state.in_((FinalEventState.HELD, FinalEventState.NOT_HELD))
    return (
        whole_event()
        .where(decided, FinalEvent.team_heard_at.is_(None), FinalEvent.decided_at <= before)
        .options(selectinload(FinalEvent.evidence))
        .order_by(FinalEvent.id)
    )


def final_events_named(ids: Collection[int]) -> Select[FinalEvent]:
    """These events, as they are now."""
    return select(FinalEvent).where(FinalEvent.id.in_(ids))


def noted(event_ids: Collection[int], **marks: date | datetime) -> Update:
    """What the clock has done about events. Not a change of the row: drawn cards stay valid, so does the version."""
    table = FinalEvent.__table__
    return update(table).where(table.c.id.in_(event_ids)).values(**marks)  # type: ignore[arg-type]


def final_events_to_check(first: date, last: date) -> Select[FinalEvent]:
    """Planned events of these days whose checklist was not sent round for that day."""
    unsent = FinalEvent.checked_for.is_(None) | (FinalEvent.checked_for != FinalEvent.on_date)
    return (
        whole_event()
        .where(FinalEvent.state == FinalEventState.PLANNED, FinalEvent.on_date.between(first, last), unsent)
        .order_by(FinalEvent.on_date, FinalEvent.id)
    )
