"""The personalised programme of mentoring (S004): its own term, its two papers."""

from regulations.duration import Duration
from regulations.rule import Rule


class Mentoring(Rule):
    """A short programme inside a long route; several may follow one another (X21).

    `note`, `plan`: codes of its documents.
    """

    duration: Duration
    note: str
    plan: str
