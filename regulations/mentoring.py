"""The personalised programme of mentoring (S004): its own term, its parties, how it is made, its two papers."""

from pydantic import Field

from regulations.approval import Signers
from regulations.duration import Duration
from regulations.rule import Named, Rule


class Parties(Rule):
    """Who a programme is for: a pair, or a group of mentors and mentees (X48)."""

    mentor: str
    mentee: str
    least_mentors: int = Field(default=1, ge=1)
    least_mentees: int = Field(default=1, ge=1)
    group: bool = True

    def named_roles(self) -> tuple[str, ...]:
        """The roles it mentions."""
        return (self.mentor, self.mentee)


class Making(Named):
    """A way a programme is made: `signers` confirm it; `acknowledged_by` only reads what the others wrote."""

    signers: Signers
    acknowledged_by: str = ""

    def named_roles(self) -> tuple[str, ...]:
        """The roles it mentions."""
        return (self.acknowledged_by,) if self.acknowledged_by else ()


class Mentoring(Rule):
    """A short programme inside a long route; several may follow one another (X21).

    `goal`: what it is made for. `note`, `plan`: codes of its documents. `ways`: how it may be made, the usual first.
    """

    duration: Duration
    parties: Parties
    goal: Rule
    ways: tuple[Making, ...] = Field(min_length=1)
    note: str
    plan: str
