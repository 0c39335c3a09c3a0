"""The teacher's own look back at the end of a route: short answers, and how content they are (S000 3.1.4; R3-011)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, drawn_version
from models.errors import NotYours, Outdated

QUESTIONS = ("changed", "pupils", "hard", "ahead")
"""Ours, four short ones: the texts name the self-analysis and no questions."""
CONTENT = ("yes", "partly", "no")
"""The three taps of the survey."""


class SelfAnalysis(Base):
    """What a teacher says looking back. `answers`: by `QUESTIONS`; `content`: by the regulation's survey."""

    __tablename__ = "self_analyses"

    route_id: Mapped[int] = mapped_column(ForeignKey("routes.id"), primary_key=True)
    version: Mapped[int] = drawn_version()
    answers: Mapped[dict[str, Any]]
    content: Mapped[dict[str, Any]]
    changed_at: Mapped[datetime]

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    @property
    def is_whole(self) -> bool:
        """Whether every question of ours has an answer."""
        return all(self.answers.get(code) for code in QUESTIONS)

    def drawn(self, version: int) -> None:
        """Refuses Outdated when the tapped card shows an earlier moment."""
        if version != self.version:
            raise Outdated("refusal-outdated")

    def answer(self, code: str, text: str, at: datetime) -> None:
        """One answer; the newest counts. Refuses another question."""
        if code not in QUESTIONS:
            raise NotYours("refusal-not-yours")
        self.answers, self.changed_at = {**self.answers, code: text}, at

    def rate(self, code: str, how: str, at: datetime) -> None:
        """One tap of the survey. Refuses what is not offered."""
        if how not in CONTENT:
            raise NotYours("refusal-not-yours")
        self.content, self.changed_at = {**self.content, code: how}, at


def self_analysis_of(route_id: int) -> Select[SelfAnalysis]:
    """What the teacher of a route said looking back."""
    return select(SelfAnalysis).where(SelfAnalysis.route_id == route_id)
