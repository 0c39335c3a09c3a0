"""What came of an activity: was it tried in class, did colleagues hear of it (трансляция опыта); both optional."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column

from models.base import by_value


class Applied(StrEnum):
    """«Применили ли в классе»: yes; not yet; it does not fit the class, or there is nothing to say."""

    YES = "yes"
    NOT_YET = "not_yet"
    NOT_FIT = "not_fit"


class PracticeQuestion(StrEnum):
    """What a draft would like to know beside the sentence; never asked twice, never needed for sending."""

    APPLIED = "applied"
    HOW = "how"
    SHARED = "shared"
    NONE = "none"


class Practice:
    """The part of a report about practice. `how`: None until it is said, "" when it was skipped."""

    applied: Mapped[Applied | None] = mapped_column(by_value(Applied))
    applied_how: Mapped[str | None]
    applied_message_id: Mapped[int | None] = mapped_column(BigInteger)
    shared: Mapped[bool | None]

    @property
    def question(self) -> PracticeQuestion:
        """The next open question, computed from what is there."""
        if self.applied is None:
            return PracticeQuestion.APPLIED
        if self.applied is Applied.YES and self.applied_how is None:
            return PracticeQuestion.HOW
        return PracticeQuestion.SHARED if self.shared is None else PracticeQuestion.NONE

    def open_for_writing(self) -> None:
        """Refuses when the report is not the teacher's to change."""
        raise NotImplementedError

    def apply(self, applied: Applied) -> None:
        """Tried in class, or not; how it was done is asked anew."""
        self.open_for_writing()
        self.applied, self.applied_how, self.applied_message_id = applied, None, None

    def tell_how(self, how: str, message_id: int | None = None) -> None:
        """How it was tried; "" skips the question."""
        self.open_for_writing()
        self.applied_how, self.applied_message_id = how, message_id

    def share(self, shared: bool) -> None:
        """Colleagues have heard of it, or not yet."""
        self.open_for_writing()
        self.shared = shared

    def ask_anew(self) -> None:
        """The questions about practice are asked again; the old answers are forgotten."""
        self.open_for_writing()
        self.applied = self.applied_how = self.applied_message_id = self.shared = None
