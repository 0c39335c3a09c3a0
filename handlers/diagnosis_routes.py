"""The teachers whose diagnosis somebody may look at or record: by pages, or by a part of a name."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_diagnosis import SourcesTap
from handlers.places import At, place
from handlers.views import Button, View, button, say, view
from models.route import Route
from regulations.questions import Question, read_text
from services import diagnosis_teachers
from services.pages import Page
from services.work import Work

NAME = Question("name", minimum=2, maximum=60, example="diagnosis-sources-teachers.example")


@place("diagnosis.routes")
async def teachers(work: Work, text: str = "", at: int = 0) -> View:
    """The teachers whose diagnoses I may look at or record; a part of a name finds one of many."""
    found = await diagnosis_teachers.page(work, text, at)
    work.account.go("diagnosis.routes", text=text, at=found.at)
    rows = [
        [
            button(
                "diagnosis-sources-teacher", SourcesTap(do="open", route=one.id), name=one.teacher.short_name
            )
        ]
        for one in found.lines
    ]
    return view(
        say("diagnosis-sources-teachers", count=found.total, asked=bool(text), text=text),
        rows=[*rows, *_pages(found, text), *way_home()],
    )


def _pages(found: Page[Route], text: str) -> list[list[Button]]:
    turn = []
    if found.at:
        turn.append(button("diagnosis-list.earlier", SourcesTap(do="page", route=0, value=str(found.at - 1))))
    if found.more:
        turn.append(button("diagnosis-list.later", SourcesTap(do="page", route=0, value=str(found.at + 1))))
    whole = [button("diagnosis-sources-teachers.all", Go(place="diagnosis.routes"))] if text else []
    return [turn, whole]


async def turn_page(tap: CallbackQuery, callback_data: SourcesTap, work: Work) -> View:
    """Another page of the same list."""
    kept = work.account.place_ids if work.account.place == "diagnosis.routes" else {}
    return await teachers(work, str(kept.get("text", "")), page_of(callback_data.value))


async def name_typed(message: Message, work: Work) -> View:
    """A part of a teacher's name."""
    return await teachers(work, read_text(NAME, message.text or ""))


def page_of(value: str) -> int:
    """The page that a tap carries; the first for a forged one."""
    return int(value) if value.isdecimal() and len(value) < 6 else 0


def router() -> Router:
    """The list."""
    routes = Router(name="diagnosis-routes")
    routes.callback_query.register(turn_page, SourcesTap.filter(F.do == "page"))
    typed = (F.text, ~F.text.startswith("/"))
    routes.message.register(name_typed, At("diagnosis.routes"), *typed)
    return routes
