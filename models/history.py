"""The history of a route: who did what, and when; it only grows."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, Select, select
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, identity


class HistoryLine(Base):
    """Who did what to a route, and when. `verb` is a word of ours, `facts` the particulars."""

    __tablename__ = "history"
    __table_args__ = (Index("ix_history_route", "route_id", "id"),)

    id: Mapped[int] = identity()
    route_id: Mapped[int] = mapped_column(ForeignKey("routes.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    verb: Mapped[str]
    facts: Mapped[dict[str, Any]]
    at: Mapped[datetime]


def last_word(route_id: int, *verbs: str) -> Select[HistoryLine]:
    """What was last said about a route, of these verbs."""
    return (
        select(HistoryLine)
        .where(HistoryLine.route_id == route_id, HistoryLine.verb.in_(verbs))
        .order_by(HistoryLine.id.desc())
        .limit(1)
    )


def lines_of(route_id: int, verb: str) -> Select[HistoryLine]:
    """Everything of one verb that was said about a route, the first one first."""
    return (
        select(HistoryLine)
        .where(HistoryLine.route_id == route_id, HistoryLine.verb == verb)
        .order_by(HistoryLine.id)
    )


def words_since(route_id: int, at: datetime) -> Select[HistoryLine]:
    """What was said or done about a route after a moment."""
    return select(HistoryLine).where(HistoryLine.route_id == route_id, HistoryLine.at > at).limit(1)
