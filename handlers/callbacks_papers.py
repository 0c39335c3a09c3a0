"""Buttons about the papers of a route; see handlers/callbacks.py for the rules."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class PaperTap(CallbackData, prefix="pa"):
    """About the papers of a route: open, page, pdf, docx; `value`: the kind of a paper, or a page of routes.

    No version: a paper is made anew from what stands now.
    """

    do: str
    route: int
    value: str = ""
