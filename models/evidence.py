"""What proves a report, an event, a product or a signature on paper: photo, file, recording, link (S000 4.4)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from sqlalchemy import BigInteger, ForeignKey, Select, UniqueConstraint, func, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, by_value, identity
from models.errors import Outdated

FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=6)


class EvidenceKind(StrEnum):
    """What proves that something was done."""

    PHOTO = "photo"
    DOCUMENT = "document"
    VOICE = "voice"
    VIDEO = "video"
    AUDIO = "audio"
    LINK = "link"


class Oversize(StrEnum):
    """A file too large to be copied: what the teacher is asked, or has chosen (S-09)."""

    ASKED = "asked"
    LINK = "link"
    COMPRESS = "compress"
    CHAT = "chat"
    METHODIST = "methodist"


class NotCopied(StrEnum):
    """Why there is no copy and will be none: too large for Telegram to hand out, or no longer to be had."""

    TOO_LARGE = "too_large"
    GONE = "gone"


class Evidence(Base):
    """One piece of evidence of a report, a final event, a product or a signature on paper.

    Telegram's `file_id`, later a copy; a link has a `url`. `group` joins the parts of an album. `copy_due_at`: when
    the copy is tried next; None: nothing is to be copied.
    """

    __tablename__ = "evidence"
    __table_args__ = (
        UniqueConstraint("report_id", "unique_id"),
        UniqueConstraint("event_id", "unique_id"),
        UniqueConstraint("slot_id", "unique_id"),
        UniqueConstraint("product_id", "unique_id"),
        UniqueConstraint("programme_id", "unique_id"),
    )

    id: Mapped[int] = identity()
    report_id: Mapped[int | None] = mapped_column(ForeignKey("reports.id"), index=True)
    event_id: Mapped[int | None] = mapped_column(ForeignKey("final_events.id"), index=True)
    slot_id: Mapped[int | None] = mapped_column(ForeignKey("paper_slots.id"), index=True)
    product_id: Mapped[int | None] = mapped_column(ForeignKey("products.id"), index=True)
    programme_id: Mapped[int | None] = mapped_column(ForeignKey("programmes.route_id"), index=True)
    kind: Mapped[EvidenceKind] = mapped_column(by_value(EvidenceKind))
    file_id: Mapped[str]
    unique_id: Mapped[str]
    name: Mapped[str] = mapped_column(default="")
    mime: Mapped[str] = mapped_column(default="", server_default="")
    url: Mapped[str] = mapped_column(default="", server_default="")
    size: Mapped[int | None] = mapped_column(BigInteger)
    group: Mapped[str] = mapped_column(default="")
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    at: Mapped[datetime]
    oversize: Mapped[Oversize | None] = mapped_column(by_value(Oversize))
    copy_due_at: Mapped[datetime | None] = mapped_column(index=True)
    attempts: Mapped[int] = mapped_column(default=0, server_default="0")
    copied_at: Mapped[datetime | None]
    key: Mapped[str] = mapped_column(default="", server_default="", index=True)
    sha256: Mapped[str] = mapped_column(default="", server_default="")
    not_copied: Mapped[NotCopied | None] = mapped_column(by_value(NotCopied))

    @classmethod
    def link(cls, url: str, message_id: int, at: datetime) -> Evidence:
        """A link that a message says: the same address is the same evidence."""
        known = "link:" + sha256(url.encode()).hexdigest()[:32]
        return cls(kind=EvidenceKind.LINK, file_id="", unique_id=known, url=url, message_id=message_id, at=at)

    @property
    def is_file(self) -> bool:
        """Whether Telegram has it; a link has no file."""
        return self.kind is not EvidenceKind.LINK

    @property
    def undecided(self) -> bool:
        """Too large to be copied, and the teacher has not said what is to become of it."""
        return self.oversize is Oversize.ASKED

    @property
    def without_copy(self) -> bool:
        """Whether it can only be seen in the chat, now and later."""
        return self.not_copied is not None

    def to_copy(self, largest: int) -> None:
        """The copy is due at once; of a file over `largest` bytes there is none, and the teacher is asked."""
        if self.size is not None and self.size > largest:
            self.oversize, self.not_copied, self.copy_due_at = Oversize.ASKED, NotCopied.TOO_LARGE, None
        elif self.is_file:
            self.copy_due_at = self.at

    def decide(self, way: Oversize) -> None:
        """The teacher chooses what becomes of a large file. Refuses a second choice, and a file that fits."""
        if not self.undecided or way is Oversize.ASKED:
            raise Outdated("report-outdated")
        self.oversize = way

    def take(self, at: datetime) -> None:
        """The copy is begun; a crash in the middle leads to another try, each later than the one before."""
        self.attempts += 1
        self.copy_due_at = at + min(FIRST_WAIT * 2 ** min(self.attempts - 1, 20), LONGEST_WAIT)

    def copied(self, at: datetime, place: str, digest: str, size: int) -> None:
        """The copy lies in the file store."""
        self.copied_at, self.copy_due_at = at, None
        self.key, self.sha256, self.size = place, digest, size

    def put_off(self, until: datetime) -> None:
        """No copy was possible (no room, Telegram is busy): not an attempt, again later."""
        self.attempts -= 1
        self.copy_due_at = until

    def give_up(self, why: NotCopied) -> None:
        """There will be no copy: the file can only be seen in the chat."""
        self.not_copied, self.copy_due_at = why, None


def copies_due(at: datetime, limit: int) -> Select[Evidence]:
    """What should be copied now, the longest waiting first; two workers never take the same."""
    due = select(Evidence).where(Evidence.copy_due_at <= at)
    return due.order_by(Evidence.copy_due_at, Evidence.id).limit(limit).with_for_update(skip_locked=True)


def evidence_by_id(evidence_id: int) -> Select[Evidence]:
    """One piece of evidence; it may have been taken off meanwhile."""
    return select(Evidence).where(Evidence.id == evidence_id)


def kept_keys(keys: list[str]) -> Select[str]:
    """Which of these files of the store are somebody's evidence."""
    return select(Evidence.key).where(Evidence.key.in_(keys)).distinct()


def other_photos(report_ids: Select[int], group: str) -> Select[int]:
    """How many photos these reports have, those of one album left out."""
    other = or_(Evidence.group != group, Evidence.group == "")
    photo = Evidence.kind == EvidenceKind.PHOTO
    return select(func.count()).where(Evidence.report_id.in_(report_ids), photo, other)


def scans_of(slot_ids: Collection[int]) -> Select[Evidence]:
    """What was attached to signatures on paper."""
    return select(Evidence).where(Evidence.slot_id.in_(slot_ids)).order_by(Evidence.id)
