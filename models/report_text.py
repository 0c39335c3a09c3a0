"""The words of a report: said message by message, with the links in them; and edits that came after sending (S-10)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, BigInteger, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from models.base import Base, identity
from models.errors import BadAnswer
from models.evidence import Evidence, EvidenceKind
from models.practice import Practice

LONGEST_TEXT = 3000
MOST_LINKS = 10


class ReportEdit(Base):
    """What a message of a sent report says since it was edited, with its links, until the teacher decides.

    A row of its own: the report itself has not changed, so the cards of the team stay valid.
    """

    __tablename__ = "report_edits"
    __table_args__ = (UniqueConstraint("report_id", "message_id"),)

    id: Mapped[int] = identity()
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"), index=True)
    message_id: Mapped[int] = mapped_column(BigInteger)
    text: Mapped[str]
    urls: Mapped[list[str]] = mapped_column(JSON)


class ReportText(Practice):
    """The part of a report that is words. `said`: texts by the message that said them."""

    said: Mapped[dict[str, Any]] = mapped_column(default=dict)

    @declared_attr
    def edits(cls) -> Mapped[list[ReportEdit]]:
        """Edits of its messages that came after it was sent."""
        return relationship(lazy="raise", order_by=ReportEdit.id, cascade="all, delete-orphan")

    if TYPE_CHECKING:
        evidence: Mapped[list[Evidence]]

    @property
    def text(self) -> str:
        """Everything said, message by message, a line each."""
        return "\n".join(self.said.values())

    def say(self, text: str, message_id: int, links: Sequence[Evidence] = ()) -> None:
        """One more sentence, or a new wording of the message that said it, with its links.

        Refuses when all is over 3,000 letters.
        """
        self.open_for_writing()
        self.put(text, message_id, links)

    def say_anew(self, text: str, message_id: int, links: Sequence[Evidence] = ()) -> None:
        """The whole text is replaced, with its links."""
        self.open_for_writing()
        said = self._fitting({str(message_id): text})
        self._link(links, self._links())
        self.said = said

    def is_told_by(self, message_id: int) -> bool:
        """Whether a message of the chat has said or shown something of it."""
        shown = any(one.is_file and one.message_id == message_id for one in self.evidence)
        return shown or str(message_id) in self.said or self.applied_message_id == message_id

    def told(self, message_id: int) -> str:
        """What a message has said for it; "" for a photo without words."""
        if self.applied_message_id == message_id:
            return self.applied_how or ""
        return str(self.said.get(str(message_id), ""))

    def edit(self, text: str, message_id: int, links: Sequence[Evidence]) -> None:
        """A message of the draft was edited: its words are the new ones (S-10)."""
        self.open_for_writing()
        self.take(text, message_id, links)

    def take(self, text: str, message_id: int, links: Sequence[Evidence]) -> None:
        """The words of a message go where they belong: «как именно», or the text."""
        if self.applied_message_id == message_id:
            self.applied_how = text
        else:
            self.put(text, message_id, links)

    def keep_edit(self, text: str, message_id: int, urls: Sequence[str]) -> None:
        """What an edited message says now, until the teacher decides. Refuses what would be too long."""
        self._fitting({**self.said, str(message_id): text})
        for edit in self.edits:
            if edit.message_id == message_id:
                edit.text, edit.urls = text, list(urls)
                return
        self.edits.append(ReportEdit(message_id=message_id, text=text, urls=list(urls)))

    def forget_edits(self) -> None:
        """«Нет»: the sent report stays as it was."""
        self.edits.clear()

    def put(self, text: str, message_id: int, links: Sequence[Evidence]) -> None:
        """The words of a message and its links in place of what it said before. Refuses over 3,000 letters."""
        self.said = self._fitting({**self.said, str(message_id): text})
        self._link(links, [one for one in self._links() if one.message_id == message_id])

    def _fitting(self, said: Mapping[str, str]) -> dict[str, str]:
        length = sum(map(len, said.values()))
        if length > LONGEST_TEXT:
            raise BadAnswer("report-too-long", length=length, longest=LONGEST_TEXT)
        return {key: words for key, words in said.items() if words}

    def _links(self) -> list[Evidence]:
        return [one for one in self.evidence if one.kind is EvidenceKind.LINK]

    def _link(self, links: Sequence[Evidence], before: Sequence[Evidence]) -> None:
        """These links in place of those; what is said again stays the row that it was."""
        wanted = {one.unique_id: one for one in links[:MOST_LINKS]}
        for one in before:
            if one.unique_id not in wanted:
                self.evidence.remove(one)
        there = {one.unique_id for one in self.evidence}
        self.evidence += [one for unique_id, one in wanted.items() if unique_id not in there]
