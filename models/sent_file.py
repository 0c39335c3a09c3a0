"""Files that were made and that Telegram has: the same one goes again by its name there, without being made anew."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Delete, delete
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base

KEPT = timedelta(days=90)
"""After so long a paper is hardly asked for as it was; made anew, it is known again."""


class SentFile(Base):
    """What Telegram calls a file whose content `same` stands for (a digest, no facts); only this bot can use it."""

    __tablename__ = "sent_files"

    same: Mapped[str] = mapped_column(primary_key=True)
    file_id: Mapped[str]
    sent_at: Mapped[datetime] = mapped_column(index=True)


def sent_long_ago(now: datetime) -> Delete:
    """Takes out what was first sent more than KEPT ago."""
    return delete(SentFile).where(SentFile.sent_at < now - KEPT)
