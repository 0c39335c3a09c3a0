"""Buttons about files that take a while; see handlers/callbacks.py for the rules."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class FileTap(CallbackData, prefix="fo"):
    """A file is asked for: a code of models.file_order.FileKind.

    No version: it is made anew from what stands when it is made.
    """

    do: str


class SubscriptionTap(CallbackData, prefix="cs"):
    """The address of the own calendar, as drawn in `version`."""

    do: str
    version: int


class CalendarTap(CallbackData, prefix="cf"):
    """Days as a calendar file: all, or one row of the plan as it stands now (`activity`, else 0)."""

    do: str
    activity: int
