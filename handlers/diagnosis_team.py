"""Self-diagnoses as a member of the team sees them: done or not; the result only once the teacher shows it."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import diagnosis_level, diagnosis_words
from handlers.anything import way_home
from handlers.callbacks import Go, SharedTap
from handlers.diagnosis_compare import comparison
from handlers.diagnosis_words import paragraphs
from handlers.notices import notice
from handlers.places import place, redraws
from handlers.views import Button, Say, View, button, say, view
from models.diagnosis import DiagnosisState
from services import diagnosis_news, diagnosis_result, diagnosis_share
from services.diagnosis_result import Result
from services.diagnosis_share import TeacherDiagnosis
from services.work import Work

TEACHERS_SHOWN = 40


@place("diagnosis.teachers")
async def teachers(work: Work) -> View:
    """«Самодиагностика педагогов»: one line each, a button where there is something to read; no ranking."""
    work.account.leave()
    known = (await diagnosis_share.of_team(work))[:TEACHERS_SHOWN]
    opening = [
        [_open(one.shown.id, one.shown.version, one.route.teacher.short_name)]
        for one in known
        if one.shown is not None
    ]
    lines = [_line(work, one) for one in known]
    back = [button("diagnosis-question.back", Go(place="review.teachers"))]
    return view(
        say("diagnosis-teachers", count=len(lines)),
        *([lines] if lines else []),
        rows=[*opening, back, *way_home()],
    )


def _open(diagnosis_id: int, version: int, teacher: str) -> Button:
    data = SharedTap(do="open", diagnosis=diagnosis_id, version=version)
    return button("diagnosis-teachers.open", data, teacher=teacher)


def _line(work: Work, one: TeacherDiagnosis) -> Say:
    entry = diagnosis_words.entry(work.rules.of(one.route))
    return say("diagnosis-teacher", name=one.route.teacher.short_name, state=_state(one), **entry)


def _state(one: TeacherDiagnosis) -> str:
    """Done or not, and whether it is shown; how far somebody has got is nobody's business."""
    if one.shown is not None:
        return "shown"
    if one.latest is None or one.latest.state is DiagnosisState.IN_PROGRESS:
        return "open"
    return one.latest.state.value


@redraws(SharedTap)
async def fresh(work: Work, data: SharedTap) -> View:
    """Where a result was taken back: who has shown what today."""
    return await teachers(work)


async def open_result(tap: CallbackQuery, callback_data: SharedTap, work: Work) -> View:
    """The card: levels with both scales, what was marked, the teacher's own conclusion."""
    found = await diagnosis_share.open_shared(work, callback_data.diagnosis)
    return await _card(work, found)


async def _card(work: Work, found: Result) -> View:
    asked = found.diagnosis
    changed = (
        asked.changed_at is not None and asked.shared_at is not None and asked.changed_at > asked.shared_at
    )
    data = SharedTap(do="compare", diagnosis=asked.id, version=asked.version)
    levels = await diagnosis_level.rows(
        work, "diagnosis", asked.id, found.route, found.regulation, found.findings
    )
    compare = [button("diagnosis-result.compare", data)] if await diagnosis_result.others(work, found) else []
    return view(
        say("diagnosis-shown", teacher=found.route.teacher.short_name, on=found.ended_on),
        *([say("diagnosis-shown-changed", at=asked.changed_at)] if changed else []),
        *paragraphs(found),
        rows=[
            compare,
            *levels,
            [button("diagnosis-question.back", Go(place="diagnosis.teachers"))],
            *way_home(),
        ],
    )


async def compare(tap: CallbackQuery, callback_data: SharedTap, work: Work) -> View:
    """Two results that the teacher has shown, side by side."""
    found = await diagnosis_share.open_shared(work, callback_data.diagnosis)
    back = SharedTap(do="open", diagnosis=found.diagnosis.id, version=found.diagnosis.version)
    return view(
        say("diagnosis-shown-name", teacher=found.route.teacher.short_name),
        *comparison(await diagnosis_result.compare(work, found)),
        rows=[[button("diagnosis-question.back", back)], *way_home()],
    )


@notice("diagnosis-shared", check=diagnosis_news.still_shown)
def shown_now(diagnosis_id: int, version: int, teacher: str) -> View:
    """For the tutor: a teacher shows the result of a self-diagnosis."""
    rows = [[_open(diagnosis_id, version, teacher)], *way_home()]
    return view(say("diagnosis-shared", teacher=teacher), rows=rows)


@notice("diagnosis-changed", check=diagnosis_news.still_shown)
def changed_now(diagnosis_id: int, version: int, teacher: str) -> View:
    """For the tutor: a result that they may read is different now."""
    rows = [[_open(diagnosis_id, version, teacher)], *way_home()]
    return view(say("diagnosis-changed", teacher=teacher), rows=rows)


def router() -> Router:
    """The team's view."""
    routes = Router(name="diagnosis-team")
    routes.callback_query.register(open_result, SharedTap.filter(F.do == "open"))
    routes.callback_query.register(compare, SharedTap.filter(F.do == "compare"))
    return routes
