"""Earlier results, and two of them side by side in neutral words (X13): a difference, never a judgement."""

from __future__ import annotations

from dataclasses import replace

from aiogram import F, Router
from aiogram.types import CallbackQuery

from documents import bars
from documents.bars import Bar
from handlers.anything import way_home
from handlers.callbacks import DiagnosisTap, Go
from handlers.picture import file_of
from handlers.views import Say, Table, View, button, say, view
from regulations.comparison import Change
from regulations.scales import percent
from services import diagnosis, diagnosis_result
from services.diagnosis_result import Comparison
from services.work import Work


def comparison(found: Comparison) -> list[Say | list[Say]]:
    """«Методические: 54,2 % → 62,5 %, на 8,3 п.п. больше», one line a competency."""
    head = say("diagnosis-comparison", earlier=found.earlier.ended_on, later=found.later.ended_on)
    parts: list[Say | list[Say]] = [head, [_line(found, one) for one in found.changes]]
    remarks = [] if found.same_statements else [say("diagnosis-comparison-editions")]
    if found.accepted:
        remarks.append(say("diagnosis-comparison-between", accepted=found.accepted))
    return [*parts, remarks] if remarks else parts


def _line(found: Comparison, one: Change) -> Say:
    title = found.later.regulation.competency(one.competency).title
    return say("diagnosis-comparison-line", competency=title, **numbers(one))


def numbers(one: Change) -> dict[str, object]:
    """A change as facts: what was measured, which way, both numbers and the difference."""
    difference = one.difference
    return {
        "measured": "both" if difference is not None else ("earlier" if one.later is None else "later"),
        "way": "same" if not difference else ("more" if difference > 0 else "less"),
        "earlier": percent(one.earlier or 0),
        "later": percent(one.later or 0),
        "points": percent(abs(difference or 0)),
    }


async def compare(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """The earlier and the later one as text; table and picture are one tap away."""
    return _screen(await _own(work, callback_data), callback_data)


async def _own(work: Work, data: DiagnosisTap) -> Comparison:
    return await diagnosis_result.compare(work, await diagnosis_result.own_result(work, data.diagnosis))


def _screen(found: Comparison, data: DiagnosisTap) -> View:
    key = {"diagnosis": data.diagnosis, "version": data.version}
    return view(
        *comparison(found),
        rows=[
            [button("diagnosis-result.picture", DiagnosisTap(do="compare-picture", **key))],
            [button("diagnosis-question.back", DiagnosisTap(do="result", **key))],
            *way_home(),
        ],
    )


async def picture(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """Two bars for each competency, and the table where the server knows rich messages."""
    found = await _own(work, callback_data)
    language = work.account.language
    drawn = bars.picture(
        [_bar(found, one, language) for one in found.changes],
        caption=found.later.asked.title.get(language),
        language=language,
        days=(found.earlier.ended_on, found.later.ended_on),
    )
    return replace(_screen(found, callback_data), files=(file_of(drawn),), table=_table(found))


def _bar(found: Comparison, one: Change, language: str) -> Bar:
    title = found.later.regulation.competency(one.competency).title.get(language)
    before, now = (None if score is None else percent(score) for score in (one.earlier, one.later))
    return Bar(title, now, "", earlier=before)


def _table(found: Comparison) -> Table:
    head = (
        say("diagnosis-table.competency"),
        say("diagnosis-table.before"),
        say("diagnosis-table.after"),
        say("diagnosis-table.difference"),
    )
    rows = tuple(
        (
            say("diagnosis-cell", words=found.later.regulation.competency(one.competency).title),
            _cell(one.earlier),
            _cell(one.later),
            say("diagnosis-cell-difference", **numbers(one)),
        )
        for one in found.changes
    )
    return Table(head, rows)


def _cell(score: int | None) -> Say:
    return say("diagnosis-cell-none") if score is None else say("diagnosis-cell-score", score=percent(score))


async def list_earlier(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """«Прежние результаты»: each of them can be read, none can be changed."""
    standing = await diagnosis.look(work, callback_data.diagnosis)
    organisation = work.person.organisation
    rows = [
        [
            button(
                "diagnosis-earlier-list.one",
                DiagnosisTap(do="result", diagnosis=one.id, version=one.version),
                on=organisation.today(one.ended_at or one.answered_at),
            )
        ]
        for one in await diagnosis_result.before_the_latest(work, standing.diagnosis.route_id)
    ]
    back = [button("diagnosis-question.back", Go(place="diagnosis"))]
    return view(say("diagnosis-earlier-list", count=len(rows)), rows=[*rows, back, *way_home()])


def router() -> Router:
    """Earlier results."""
    routes = Router(name="diagnosis-compare")
    routes.callback_query.register(compare, DiagnosisTap.filter(F.do == "compare"))
    routes.callback_query.register(picture, DiagnosisTap.filter(F.do == "compare-picture"))
    routes.callback_query.register(list_earlier, DiagnosisTap.filter(F.do == "earlier"))
    return routes
