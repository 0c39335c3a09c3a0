"""The note and the plan of a mentoring programme as files, from the screens that show them (S004)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import places
from handlers.callbacks_mentoring import MentorTap
from handlers.mentoring_card import tap
from handlers.paper_file import with_paper
from handlers.views import Button, View, button
from models.mentoring import Mentorship
from services.work import Work

SCREENS = {"note": "mentoring.note", "plan": "mentoring.plan"}


def ways(made: Mentorship, kind: str) -> list[Button]:
    """A button for each form."""
    return [
        button("mentoring-paper.pdf", tap(made, "pdf", kind)),
        button("mentoring-paper.word", tap(made, "docx", kind)),
    ]


async def file(tap: CallbackQuery, callback_data: MentorTap, work: Work) -> View:
    """The paper as it stands now: no version, it is made anew."""
    kind, programme = callback_data.value, callback_data.programme
    note = callback_data.model_copy(update={"do": "note", "value": ""})
    plan = callback_data.model_copy(update={"do": "plan", "value": ""})
    back = button("papers-link.back", note if kind == "note" else plan)
    return await with_paper(
        work,
        kind,
        programme,
        callback_data.do,
        lambda: places.go(work, SCREENS[kind], programme=programme),
        back,
    )


def router() -> Router:
    """Both forms of both papers."""
    routes = Router(name="mentoring-paper")
    routes.callback_query.register(file, MentorTap.filter(F.do.in_({"pdf", "docx"})))
    return routes
