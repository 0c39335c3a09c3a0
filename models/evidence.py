"""What proves a report: a photo, a file, a recording (S000 4.4)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, by_value, identity


class EvidenceKind(StrEnum):
    """What proves a report."""

    PHOTO = "photo"
    DOCUMENT = "document"
    VOICE = "voice"
    VIDEO = "video"


class Evidence(Base):
    """A photo, document, voice or video: Telegram's `file_id` first; `group` joins the parts of an album."""

    __tablename__ = "evidence"
    __table_args__ = (UniqueConstraint("report_id", "unique_id"),)

    id: Mapped[int] = identity()
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"), index=True)
    kind: Mapped[EvidenceKind] = mapped_column(by_value(EvidenceKind))
    file_id: Mapped[str]
    unique_id: Mapped[str]
    name: Mapped[str] = mapped_column(default="")
    size: Mapped[int | None] = mapped_column(BigInteger)
    group: Mapped[str] = mapped_column(default="")
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    at: Mapped[datetime]
