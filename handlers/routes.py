"""All routers, in the order in which they are asked; the questionnaire, the most frequent, first."""

from __future__ import annotations

from aiogram import Router

from handlers import diagnosis, entry, menu, report, review


def routers() -> list[Router]:
    """One router per stage; commands stand before the questions, so that they work in the middle of a form."""
    return [
        diagnosis.router(),
        entry.router(),
        menu.router(),
        report.router(),
        review.router(),
    ]
