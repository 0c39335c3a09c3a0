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
from services import mentoring_school
from services.work import Work

SCREENS = {"note": "mentoring.note", "plan": "mentoring.plan"}


def ways(made: Mentorship, kind: str) -> list[Button]:
    """A button for each form."""
    return [
        button("mentoring-paper.pdf", tap(made, "pdf", kind)),
        button("mentoring-paper.word", tap(made, "docx", kind)),
    ]


def both(made: Mentorship) -> list[list[Button]]:
    """A row for each paper, by its name: for who reads the programme and writes nothing in it."""
    note = [
        button("mentoring-read-note.pdf", tap(made, "pdf", "note")),
        button("mentoring-read-note.word", tap(made, "docx", "note")),
    ]
    plan = [
        button("mentoring-read-plan.pdf", tap(made, "pdf", "plan")),
        button("mentoring-read-plan.word", tap(made, "docx", "plan")),
    ]
    return [note, plan]


async def file(tap: CallbackQuery, callback_data: MentorTap, work: Work) -> View:
    """The paper as it stands now: no version, it is made anew."""
    kind, programme = callback_data.value, callback_data.programme
    found = await mentoring_school.read(work, programme)
    inside = found.mentorship.place_of(work.person) is not None
    do = ("note" if kind == "note" else "plan") if inside else "read"
    back = button("papers-link.back", MentorTap(do=do, programme=programme, version=found.mentorship.version))
    return await with_paper(
        work,
        kind,
        programme,
        callback_data.do,
        lambda: places.go(work, SCREENS[kind] if inside else "mentoring.read", programme=programme),
        back,
    )


def router() -> Router:
    """Both forms of both papers."""
    routes = Router(name="mentoring-paper")
    routes.callback_query.register(file, MentorTap.filter(F.do.in_({"pdf", "docx"})))
    return routes
