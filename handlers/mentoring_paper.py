"""The note and the plan of a mentoring programme as files, from the screens that show them (S004)."""

from __future__ import annotations

from dataclasses import replace

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import places
from handlers.callbacks_mentoring import MentorTap
from handlers.mentoring_card import tap
from handlers.paper_file import as_file
from handlers.views import Button, View, button, say
from models.mentoring import Mentorship
from services import mentoring_paper
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
    found = await mentoring_paper.paper(work, callback_data.programme, callback_data.value)
    made = as_file(work, found, callback_data.do)
    shown = await places.go(work, SCREENS[callback_data.value], programme=callback_data.programme)
    return replace(shown, files=(made,)).with_toast(say("papers-making"))


def router() -> Router:
    """Both forms of both papers."""
    routes = Router(name="mentoring-paper")
    routes.callback_query.register(file, MentorTap.filter(F.do.in_({"pdf", "docx"})))
    return routes
