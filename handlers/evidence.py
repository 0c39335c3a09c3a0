"""What a message brings to a report: a photo, file or recording, its words, the links in them (telegram.md 19, 20)."""

from __future__ import annotations

import re
from datetime import datetime

from aiogram.types import Audio, Document, Message, PhotoSize, Video, Voice

from handlers.views import File
from models.errors import BadAnswer
from models.evidence import Evidence, EvidenceKind
from regulations.questions import Question, QuestionKind, read_text
from regulations.texts import clean
from services.report_draft import Saying

LONGEST_NAME = 200
LONGEST_ADDRESS = 2000
MIME = re.compile(r"^[a-z0-9.+-]{1,40}/[a-z0-9.+-]{1,80}$")
SENTENCE = Question(
    code="text", kind=QuestionKind.LONG_TEXT, minimum=3, maximum=3000, example="report-ask.example"
)
CAPTION = Question(code="text", kind=QuestionKind.LONG_TEXT, maximum=3000, optional=True)

Sent = PhotoSize | Document | Voice | Video | Audio


def evidence_of(message: Message, at: datetime) -> Evidence:
    """The largest photo, or the file, with Telegram's ids. Refuses what is none of these."""
    kind, file = _file(message)
    return Evidence(
        kind=kind,
        file_id=file.file_id,
        unique_id=file.file_unique_id,
        name=shown_name(getattr(file, "file_name", None)),
        mime=_mime(getattr(file, "mime_type", None)),
        size=file.file_size,
        group=message.media_group_id or "",
        message_id=message.message_id,
        at=at,
        attempts=0,
        copy_due_at=at,
    )


def shown_name(given: str | None) -> str:
    """A file's name as one may show it: no folders, no invisible marks; it never names a file of ours."""
    return clean((given or "").replace("\\", "/").rpartition("/")[2].replace("\0", ""))[:LONGEST_NAME]


def _mime(given: str | None) -> str:
    kind = (given or "").casefold()
    return kind if MIME.match(kind) else ""


def has_file(message: Message) -> bool:
    """Whether a message shows something that can prove a report."""
    return bool(message.photo or message.document or message.voice or message.video or message.audio)


def _file(message: Message) -> tuple[EvidenceKind, Sent]:
    if message.photo:
        return EvidenceKind.PHOTO, message.photo[-1]
    if message.document:
        return EvidenceKind.DOCUMENT, message.document
    if message.voice:
        return EvidenceKind.VOICE, message.voice
    if message.video:
        return EvidenceKind.VIDEO, message.video
    if message.audio:
        return EvidenceKind.AUDIO, message.audio
    raise BadAnswer("anything-other")


def saying_of(message: Message) -> Saying:
    """The words of a message with its links; a hidden address is written out, so that everybody sees it.

    Raises BadAnswer for what is no sentence. A file may have no words at all.
    """
    question = CAPTION if message.text is None else SENTENCE
    text = message.text or message.caption or ""
    found = [*(message.entities or []), *(message.caption_entities or [])]
    hidden = [one.url for one in found if one.type == "text_link" and _address(one.url or "")]
    shown = [one.extract_from(text) for one in found if one.type == "url"]
    written = " ".join([text, *(f"({url})" for url in hidden)])
    urls = [_address(url) for url in (*shown, *map(str, hidden))]
    return Saying(read_text(question, written), message.message_id, tuple(dict.fromkeys(filter(None, urls))))


def _address(url: str) -> str:
    """The address with its scheme; "" for what is no page of the web."""
    whole = url if "://" in url else f"https://{url}"
    fine = whole.casefold().startswith(("http://", "https://")) and len(whole) <= LONGEST_ADDRESS
    return whole if fine else ""


def files_of(evidence: list[Evidence]) -> tuple[File, ...]:
    """Evidence as files that Telegram has."""
    return tuple(File(one.kind.value, one.file_id) for one in evidence if one.is_file)
