"""«60 % попадает в пробел таблицы»: the neighbour level by a methodist or a tutor, with a reason, shown (X02)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places
from handlers.anything import way_home
from handlers.callbacks import SharedTap
from handlers.callbacks_diagnosis import LevelTap, RecordTap
from handlers.notices import notice
from handlers.places import At, place
from handlers.views import Button, View, button, say, view
from models.diagnosis import diagnosis_by_id
from models.route import Route
from regulations.questions import Question, read_text
from regulations.schema import Regulation
from services import diagnosis_level
from services.diagnosis_level import RECORD, Hole
from services.levels import Finding
from services.work import Work

REASON = Question("reason", minimum=5, maximum=300, example="diagnosis-level-reason.example")


async def rows(
    work: Work, kind: str, source: int, route: Route, regulation: Regulation, found: list[Finding]
) -> list[list[Button]]:
    """A button for each value in a hole, for whoever may choose."""
    holes = [one for one in found if one.reading.neighbour is not None]
    if not holes or not await diagnosis_level.may_choose(work, route):
        return []
    return [
        [
            button(
                "diagnosis-level.open",
                LevelTap(do="level", kind=kind, record=source, competency=one.competency),
                competency=regulation.competency(one.competency).title,
                score=one.reading.percent,
            )
        ]
        for one in holes
    ]


@place("diagnosis.level")
async def ask(work: Work, kind: str, source: int, competency: str) -> View:
    """Which level would stand instead, and the question for the reason."""
    hole = await diagnosis_level.look(work, kind, source, competency)
    reading, levels = hole.finding.reading, hole.regulation.thresholds
    title = hole.regulation.competency(competency).title
    other = levels.deficit_name(reading.neighbour) if reading.neighbour is not None else ""
    return view(
        say(
            "diagnosis-level",
            competency=title,
            score=reading.percent,
            now=levels.deficit_name(reading.deficit),
            other=other,
        ),
        say("diagnosis-level-reason"),
        rows=[[await _back(work, hole)], *way_home()],
    )


async def _back(work: Work, hole: Hole) -> Button:
    if hole.kind == RECORD:
        return button("diagnosis-level.leave", RecordTap(do="open", record=hole.source, version=1))
    found = await work.get(diagnosis_by_id(hole.source))
    shared = SharedTap(do="open", diagnosis=found.id, version=found.version)
    return button("diagnosis-level.leave", shared)


async def open_level(tap: CallbackQuery, callback_data: LevelTap, work: Work) -> View:
    """«Изменить уровень»."""
    data = callback_data
    return await places.go(
        work, "diagnosis.level", kind=data.kind, source=data.record, competency=data.competency
    )


async def reason_typed(message: Message, work: Work) -> View:
    """The reason: with it the level stands."""
    ids = work.account.place_ids
    reason = read_text(REASON, message.text or "")
    hole = await diagnosis_level.choose(work, ids["kind"], ids["source"], ids["competency"], reason)
    work.account.leave()
    deficit = hole.regulation.thresholds.deficit_name(hole.finding.reading.deficit)
    return view(
        say("diagnosis-level-set", deficit=deficit, reason=reason),
        rows=[[await _back(work, hole)], *way_home()],
    )


@notice("diagnosis-level-chosen")
def chosen(source_kind: str, source: int, author: str, reason: str) -> View:
    """For the teacher: a level was set by hand."""
    opening = RecordTap(do="open", record=source, version=1)
    seen = [button("diagnosis-record-new.open", opening)] if source_kind == RECORD else []
    return view(say("diagnosis-level-chosen", author=author, reason=reason), rows=[seen, *way_home()])


def router() -> Router:
    """The levels in the holes."""
    routes = Router(name="diagnosis-level")
    routes.callback_query.register(open_level, LevelTap.filter(F.do == "level"))
    typed = (F.text, ~F.text.startswith("/"))
    routes.message.register(reason_typed, At("diagnosis.level"), *typed)
    return routes
