"""The end of a route: whether a final diagnosis was asked for, refused, or a reflection stands instead (X10)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.orm.attributes import flag_modified

from models.base import Base, drawn_version
from models.diagnosis import Diagnosis, DiagnosisState, Phase
from models.errors import Outdated, Refusal


class FinalDiagnosis(Base):
    """What the teacher says of the final diagnosis of one route; the questionnaire itself is a `Diagnosis`.

    `achieved`, `hard`, `ahead`: the reflection, where the regulation has no final diagnosis.
    """

    __tablename__ = "final_diagnoses"

    route_id: Mapped[int] = mapped_column(ForeignKey("routes.id"), primary_key=True)
    version: Mapped[int] = drawn_version()
    asked_at: Mapped[datetime]
    declined_at: Mapped[datetime | None]
    achieved: Mapped[str] = mapped_column(default="")
    hard: Mapped[str] = mapped_column(default="")
    ahead: Mapped[str] = mapped_column(default="")
    reflected_at: Mapped[datetime | None]

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    def drawn(self, version: int) -> None:
        """Refuses Outdated when the tapped card shows an earlier moment."""
        if version != self.version:
            raise Outdated("diagnosis-final-outdated")

    def decline(self, at: datetime, drawn: int) -> None:
        """The teacher does not take part where the regulation leaves it open. Refuses a second time."""
        self.drawn(drawn)
        if self.declined_at is not None:
            raise Outdated("diagnosis-final-outdated")
        self.declined_at = at

    def agree(self, drawn: int) -> None:
        """The teacher takes part; a refusal of before is forgotten here and stays in the history."""
        self.drawn(drawn)
        self.declined_at = None
        flag_modified(self, "asked_at")

    def reflect(self, code: str, text: str) -> None:
        """One of the three thoughts of a reflection."""
        if code not in REFLECTION:
            raise Refusal("refusal-not-yours")
        setattr(self, code, text)

    def finish(self, at: datetime, drawn: int) -> None:
        """The reflection is whole. Refuses one with a thought left out."""
        self.drawn(drawn)
        if not all(getattr(self, code) for code in REFLECTION):
            raise Refusal("diagnosis-final-no-words")
        self.reflected_at = at


REFLECTION = ("achieved", "hard", "ahead")


def final_of(route_id: int) -> Select[FinalDiagnosis]:
    """What was said of the final diagnosis of a route."""
    return select(FinalDiagnosis).where(FinalDiagnosis.route_id == route_id)


def final_diagnosis_of(route_id: int) -> Select[Diagnosis]:
    """The final self-diagnosis of a route that counts, the latest first."""
    return (
        select(Diagnosis)
        .where(
            Diagnosis.route_id == route_id,
            Diagnosis.phase == Phase.FINAL,
            Diagnosis.state.in_([DiagnosisState.IN_PROGRESS, DiagnosisState.FINISHED]),
        )
        .order_by(Diagnosis.id.desc())
    )
