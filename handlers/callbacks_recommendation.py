"""What the button of a recommendation carries (see handlers/callbacks.py)."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class RecommendTap(CallbackData, prefix="rc"):
    """Somebody of the team would advise something for the plan of this route."""

    route: int
