"""How far a row of the plan is, and the moves that a correction makes with it (S000 4.4, 4.6)."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy.orm import Mapped

from models.errors import Outdated


class ActivityState(StrEnum):
    """A row of the plan: being written, planned, held or attended, not done (with the reason), taken out.

    By a correction (S000 4.6): waiting for its replacement, replaced; written to take a place, not signed yet.
    """

    DRAFT = "draft"
    PLANNED = "planned"
    HELD = "held"
    NOT_DONE = "not_done"
    REMOVED = "removed"
    ON_REPLACEMENT = "on_replacement"
    REPLACED = "replaced"
    PROPOSED = "proposed"


STANDING = (
    ActivityState.PLANNED,
    ActivityState.HELD,
    ActivityState.NOT_DONE,
    ActivityState.ON_REPLACEMENT,
)


class Replaceable:
    """A row that a correction may take out of the plan, or bring in."""

    state: Mapped[ActivityState]
    reason: Mapped[str]

    def propose(self) -> None:
        """The last question of a row that is to take another's place is answered: it waits for the signatures."""
        self._is(ActivityState.DRAFT)
        self.state = ActivityState.PROPOSED

    def propose_again(self) -> None:
        """The last signature was taken back."""
        self._is(ActivityState.PLANNED)
        self.state = ActivityState.PROPOSED

    def take_place(self) -> None:
        """The correction is signed: the row stands in the plan."""
        self._is(ActivityState.PROPOSED)
        self.state = ActivityState.PLANNED

    @property
    def may_give_way(self) -> bool:
        """Whether a correction may take the row out: it is still to come, or was not done."""
        return self.state in (ActivityState.PLANNED, ActivityState.NOT_DONE)

    def await_replacement(self) -> None:
        """A correction that replaces the row is with its signers: nothing is reported, nobody reminded."""
        self._is(ActivityState.PLANNED, ActivityState.NOT_DONE)
        self.state = ActivityState.ON_REPLACEMENT

    def stay(self) -> None:
        """The correction came back: the row stands as before, planned or not done."""
        self._is(ActivityState.ON_REPLACEMENT)
        self.state = ActivityState.NOT_DONE if self.reason else ActivityState.PLANNED

    def give_way(self) -> None:
        """The correction is signed: another row, or none, stands in the row's place."""
        self._is(ActivityState.ON_REPLACEMENT)
        self.state = ActivityState.REPLACED

    def wait_again(self) -> None:
        """The last signature was taken back."""
        self._is(ActivityState.REPLACED)
        self.state = ActivityState.ON_REPLACEMENT

    def _is(self, *states: ActivityState) -> None:
        if self.state not in states:
            raise Outdated("plan-activity-outdated")
