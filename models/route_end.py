"""How far a route is, and its end: closed or prolonged by signed conclusions, never by a date (X15, X20)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlalchemy.orm import Mapped, mapped_column

from models.base import by_value
from models.errors import Outdated, Refusal


class RouteState(StrEnum):
    """How far a route is: being drawn up, waiting for the tutor's word, being walked, over."""

    DRAFT = "draft"
    ON_CONFIRMATION = "on_confirmation"
    ACTIVE = "active"
    CLOSED = "closed"


APPROVED = frozenset({RouteState.ACTIVE, RouteState.CLOSED})
"""The plan stands: nobody's word on it is awaited."""


class Ending:
    """The part of a route about its end.

    `ends_on`: the planned last day; `ended_on`: the actual end, the day of the last signature under the conclusions.
    """

    state: Mapped[RouteState] = mapped_column(by_value(RouteState), default=RouteState.DRAFT)
    ends_on: Mapped[date | None] = mapped_column(index=True)
    ended_on: Mapped[date | None]

    def only_going(self) -> None:
        """Refuses changes of a route that is over."""
        if self.state is RouteState.CLOSED:
            raise Refusal("conclusions-route-over", on=self.ended_on)

    def only_active(self) -> None:
        """Refuses Outdated for a route that is not walked: not begun, or over."""
        if self.state is not RouteState.ACTIVE:
            raise Outdated("conclusions-not-going", state=self.state.value)

    def close(self, on: date) -> None:
        """The conclusions are signed: the route is over on that local day (X20)."""
        self.only_active()
        self.state, self.ended_on = RouteState.CLOSED, on

    def reopen(self) -> None:
        """The last signature under the conclusions was taken back at once."""
        if self.state is RouteState.CLOSED:
            self.state, self.ended_on = RouteState.ACTIVE, None

    def prolong(self, until: date) -> None:
        """The route goes on to another last day (X15); also the way back."""
        self.only_active()
        self.ends_on = until
