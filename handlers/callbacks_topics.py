"""What buttons about the teachers of a school carry, who begin and who have a topic (see handlers/callbacks.py)."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class TopicTap(CallbackData, prefix="tw"):
    """Whoever leads a school about the topic of a route, as drawn in `version`."""

    do: str
    route: int
    version: int


class InclusionTap(CallbackData, prefix="in"):
    """Whoever leads a school about those who have not begun."""

    do: str
