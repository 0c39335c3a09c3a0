"""What proves a report: files that are put to it, exchanged and taken off while it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import Outdated, Refusal
from models.evidence import Evidence, Oversize

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped

MOST_EVIDENCE = 20


class ReportEvidence:
    """The part of a report that proves it."""

    if TYPE_CHECKING:
        evidence: Mapped[list[Evidence]]

    def is_with_the_team(self) -> None:
        """For the teacher: refuses what does not wait with the team."""
        raise NotImplementedError

    def open_for_writing(self) -> None:
        """Refuses when the report is not the teacher's to change."""
        raise NotImplementedError

    def attach(self, evidence: Evidence) -> bool:
        """One more photo or file. False when this very file is there already; refuses the one too many."""
        self.open_for_writing()
        return self._attach(evidence)

    def enclose(self, evidence: Evidence) -> bool:
        """A photo or file with the answer to a question: the report waits with the team meanwhile."""
        self.is_with_the_team()
        return self._attach(evidence)

    def _attach(self, evidence: Evidence) -> bool:
        if any(one.unique_id == evidence.unique_id for one in self.evidence):
            return False
        if sum(one.is_file for one in self.evidence) >= MOST_EVIDENCE:
            raise Refusal("report-enough-evidence", most=MOST_EVIDENCE)
        self.evidence.append(evidence)
        return True

    def piece(self, evidence_id: int) -> Evidence:
        """One attachment of this report. Refuses one that was taken off."""
        for one in self.evidence:
            if one.id == evidence_id:
                return one
        raise Outdated("report-outdated")

    def detach(self, evidence: Evidence) -> None:
        """One attachment is taken off the draft."""
        self.open_for_writing()
        self.evidence.remove(evidence)

    def swap(self, evidence: Evidence) -> None:
        """Another file in the same message: it takes the place of the one before (S-10)."""
        self.open_for_writing()
        for one in [one for one in self.evidence if one.is_file and one.message_id == evidence.message_id]:
            if one.unique_id == evidence.unique_id:
                return
            self.evidence.remove(one)
        self.attach(evidence)

    def replaced(self, way: Oversize) -> None:
        """What the teacher promised for a large file is here: the large one is no longer needed."""
        for one in [one for one in self.evidence if one.oversize is way]:
            self.evidence.remove(one)

    def detach_all(self) -> None:
        """The attachments are taken off the draft; the links stay with the text that says them."""
        self.open_for_writing()
        for one in [one for one in self.evidence if one.is_file]:
            self.evidence.remove(one)
