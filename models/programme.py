"""The programme of the centre that a route includes: its name, the data of its approval, its file (S003 1.2, X38)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, mapped_column, relationship, selectinload

from models.base import Base, drawn_version
from models.errors import NotYours, Outdated
from models.evidence import Evidence

TEXTS = ("name", "approval")
FILE = "file"


class Programme(Base):
    """What is known of the programme of one route; an empty field is still to be said."""

    __tablename__ = "programmes"

    route_id: Mapped[int] = mapped_column(ForeignKey("routes.id"), primary_key=True)
    version: Mapped[int] = drawn_version()
    name: Mapped[str] = mapped_column(default="")
    approval: Mapped[str] = mapped_column(default="")
    changed_at: Mapped[datetime]

    evidence: Mapped[list[Evidence]] = relationship(
        lazy="raise", order_by="Evidence.id", cascade="all, delete-orphan"
    )

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    def drawn(self, version: int) -> None:
        """Refuses Outdated when the tapped card shows an earlier moment."""
        if version != self.version:
            raise Outdated("refusal-outdated")

    def value(self, code: str) -> str:
        """What stands in a field: its text, or the name of the file; "" where nothing does."""
        if code == FILE:
            return self.evidence[-1].name or self.evidence[-1].kind.value if self.evidence else ""
        return str(getattr(self, code)) if code in TEXTS else ""

    def write(self, code: str, text: str, at: datetime) -> None:
        """The name, or the data of its approval. Refuses another field."""
        if code not in TEXTS:
            raise NotYours("refusal-not-yours")
        setattr(self, code, text)
        self.changed_at = at

    def attach(self, file: Evidence, at: datetime) -> None:
        """Its file; another one takes its place, the same one twice is one."""
        if not any(one.unique_id == file.unique_id for one in self.evidence):
            self.evidence = [file]
        self.changed_at = at


def programme_of(route_id: int) -> Select[Programme]:
    """The programme of a route with its file."""
    return select(Programme).where(Programme.route_id == route_id).options(selectinload(Programme.evidence))
