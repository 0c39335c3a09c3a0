"""A photo, document, voice or video of a message as evidence (telegram.md 19, 20)."""

from __future__ import annotations

from datetime import datetime

from aiogram.types import Document, Message, PhotoSize, Video, Voice

from models.errors import BadAnswer
from models.evidence import Evidence, EvidenceKind

LONGEST_NAME = 200


def evidence_of(message: Message, at: datetime) -> Evidence:
    """The largest photo, or the file, with Telegram's ids. Refuses what is none of these."""
    kind, file = _file(message)
    return Evidence(
        kind=kind,
        file_id=file.file_id,
        unique_id=file.file_unique_id,
        name=(getattr(file, "file_name", None) or "")[:LONGEST_NAME],
        size=file.file_size,
        group=message.media_group_id or "",
        message_id=message.message_id,
        at=at,
    )


def _file(message: Message) -> tuple[EvidenceKind, PhotoSize | Document | Voice | Video]:
    if message.photo:
        return EvidenceKind.PHOTO, message.photo[-1]
    if message.document:
        return EvidenceKind.DOCUMENT, message.document
    if message.voice:
        return EvidenceKind.VOICE, message.voice
    if message.video:
        return EvidenceKind.VIDEO, message.video
    raise BadAnswer("anything-other")
