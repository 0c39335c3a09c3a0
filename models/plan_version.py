"""A draft as it was when somebody agreed with it: what a word was given to, and what has changed since (X22, X31)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Select, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, identity
from models.plan import Activity
from models.route import Route

CELLS = ("title", "kind", "competencies", "organiser", "level", "when", "presenting", "place", "growth")
"""The cells of a row, in the order in which a person writes them; `when` is its first and its last day."""


class PlanVersion(Base):
    """One version of a route's draft; `draft` is the route's count at that moment, `number` what people read."""

    __tablename__ = "plan_versions"
    __table_args__ = (UniqueConstraint("route_id", "number"),)

    id: Mapped[int] = identity()
    route_id: Mapped[int] = mapped_column(ForeignKey("routes.id"))
    number: Mapped[int]
    draft: Mapped[int]
    content: Mapped[dict[str, Any]]
    made_at: Mapped[datetime]


@dataclass(frozen=True)
class Change:
    """One thing that is different: a row `added`, `removed` or `mended` (one of CELLS), the `term`, the `topic`."""

    what: str
    title: str = ""
    cell: str = ""
    before: Any = ""
    after: Any = ""


def content_of(route: Route, rows: Sequence[Activity]) -> dict[str, Any]:
    """The draft as JSON: topic, term and rows; codes stay codes."""
    return {
        "topic": route.topic or "",
        "term": _days(route.starts_on, route.ends_on),
        "rows": [_row(one) for one in rows],
    }


def _row(row: Activity) -> dict[str, Any]:
    cells = {
        "title": row.title,
        "kind": row.kind,
        "competencies": row.competencies,
        "organiser": row.organiser,
        "level": row.level,
        "when": _days(row.starts_on, row.on_date),
        "presenting": row.presenting,
        "growth": row.growth,
    }
    return {"id": row.id, **cells, **({"place": row.place} if row.interim else {})}


def _days(first: date | None, last: date | None) -> list[str]:
    return [day.isoformat() if day else "" for day in (first, last)]


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Change]:
    """What is different between two contents: the term and topic, then the rows in the order of the newer one."""
    whole = [
        Change(what, before=before[what], after=after[what])
        for what in ("topic", "term")
        if before[what] != after[what]
    ]
    was = {row["id"]: row for row in before["rows"]}
    stays = {row["id"] for row in after["rows"]}
    changes = [change for row in after["rows"] for change in _of_row(was.get(row["id"]), row)]
    gone = [
        Change("removed", row["title"], "when", row["when"]) for row in was.values() if row["id"] not in stays
    ]
    return [*whole, *changes, *gone]


def _of_row(before: Mapping[str, Any] | None, after: Mapping[str, Any]) -> list[Change]:
    if before is None:
        return [Change("added", after["title"], "when", after=after["when"])]
    return [
        Change("mended", before["title"], cell, before.get(cell, ""), after.get(cell, ""))
        for cell in CELLS
        if before.get(cell, "") != after.get(cell, "")
    ]


def versions_of(route_id: int) -> Select[PlanVersion]:
    """The versions of a route's draft, the newest first."""
    return select(PlanVersion).where(PlanVersion.route_id == route_id).order_by(PlanVersion.number.desc())
