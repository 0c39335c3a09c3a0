"""The result: per cent per competency and общий, both scales named in full, the way recommended (X01-X07)."""

from __future__ import annotations

from dataclasses import replace

from aiogram import F, Router
from aiogram.types import CallbackQuery

from documents import bars
from documents.bars import Bar
from handlers import companion, diagnosis_due, diagnosis_optional, own_competency
from handlers.anything import way_home
from handlers.callbacks import DiagnosisTap, Go
from handlers.diagnosis_words import paragraphs, table_of
from handlers.picture import file_of
from handlers.views import Button, Say, View, button, say, view
from services import diagnosis, diagnosis_result
from services.diagnosis_result import Result
from services.work import Work


async def screen(work: Work, diagnosis_id: int) -> View:
    """The whole result, as text; the table and the picture are extras for those who can see them."""
    work.account.leave()
    found = await diagnosis_result.own_result(work, diagnosis_id)
    latest = await diagnosis.of_route(work, found.route.id)
    newest = latest is not None and latest.id == diagnosis_id
    beside = [button("diagnosis-result.compare", tapping(found, "compare"))]
    compare = beside if await diagnosis_result.others(work, found) else []
    rows = _newest_rows(work, found, compare) if newest else _earlier_rows(work, found, compare)
    head = say("diagnosis-result" if newest else "diagnosis-result-earlier", on=found.ended_on)
    due = await diagnosis_due.lines(work, found.route) if newest else []
    return view(head, *paragraphs(found), *due, _seen(work, found), rows=[*rows, *way_home()])


def _seen(work: Work, found: Result) -> Say:
    """Who sees it, and whether it was changed after the end."""
    asked = found.diagnosis
    changed = asked.changed_at is not None
    facts = {"shared": asked.shared_at is not None, "changed": changed}
    who = companion.who(work, found.route)
    return say("diagnosis-seen", at=asked.changed_at or asked.answered_at, who=who, **facts)


def tapping(found: Result, do: str) -> DiagnosisTap:
    """A tap of the teacher about this result as drawn."""
    return DiagnosisTap(do=do, diagnosis=found.diagnosis.id, version=found.diagnosis.version)


def _newest_rows(work: Work, found: Result, compare: list[Button]) -> list[list[Button]]:
    return [
        [button("diagnosis-result.plan", Go(place="plan"), style="primary")],
        [_sharing(work, found)],
        [button("diagnosis-result.sources", Go(place="diagnosis.sources"))],
        own_competency.row(found),
        compare,
        [button("diagnosis-result.ways", tapping(found, "ways"))],
        [button("diagnosis-result.picture", tapping(found, "picture"))],
        [button("diagnosis-result.edit", tapping(found, "edit"))],
    ]


def _earlier_rows(work: Work, found: Result, compare: list[Button]) -> list[list[Button]]:
    """Readable for good: nothing here changes it, only who may read it."""
    return [
        compare,
        [_sharing(work, found)],
        [button("diagnosis-result.picture", tapping(found, "picture"))],
        [button("diagnosis-question.back", tapping(found, "earlier"))],
    ]


def _sharing(work: Work, found: Result) -> Button:
    to = companion.to(work, found.route)
    if found.diagnosis.shared_at is None:
        return button("diagnosis-result.share", tapping(found, "sharing"), to=to)
    return button("diagnosis-result.shared", tapping(found, "sharing"), to=to)


async def show(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """Back to the result."""
    return await screen(work, callback_data.diagnosis)


async def edit(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """«Изменить или пройти заново»: one answer, the marks, the conclusion, or all of it anew."""
    standing = await diagnosis.to_change(work, callback_data.diagnosis, drawn=callback_data.version)
    found = await diagnosis_result.own_result(work, standing.diagnosis.id)
    earlier = await diagnosis_result.others(work, found)
    return view(
        say("diagnosis-edit"),
        rows=[
            [button("diagnosis-edit.answer", tapping(found, "list"))],
            [button("diagnosis-edit.notes", tapping(found, "notes"))],
            [button("diagnosis-edit.conclusion", tapping(found, "conclusion"))],
            *diagnosis_optional.edits(found),
            [button("diagnosis-edit.again", tapping(found, "again"))],
            [button("diagnosis-edit.earlier", tapping(found, "earlier"), count=len(earlier))]
            if earlier
            else [],
            [button("diagnosis-question.back", tapping(found, "result"))],
        ],
    )


async def ways(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """Table 1 of the methodical text: what is recommended at which level, and where this teacher stands."""
    found = await diagnosis_result.own_result(work, callback_data.diagnosis)
    levels = found.regulation.thresholds
    mine = {one.reading.deficit for one in found.findings}
    lines = [
        say(
            "diagnosis-way",
            printed=band.printed,
            deficit=levels.deficit_name(band.deficit),
            way=band.way,
            mine=band.deficit in mine,
        )
        for band in levels.bands
    ]
    return view(
        say("diagnosis-ways"),
        *lines,
        say("diagnosis-boundary", rule=levels.boundary_text, source=levels.source),
        rows=[[button("diagnosis-question.back", tapping(found, "result"))], *way_home()],
    )


async def picture(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """The bars, drawn after the commit and sent as a photo; and the table where the server knows rich messages."""
    found = await diagnosis_result.own_result(work, callback_data.diagnosis)
    language = work.account.language
    rows = [
        Bar(
            found.regulation.competency(one.competency).title.get(language),
            one.reading.percent,
            found.regulation.thresholds.deficit_name(one.reading.deficit).get(language),
        )
        for one in found.findings
    ]
    drawn = bars.picture(rows, caption=found.asked.title.get(language), language=language)
    again = await screen(work, callback_data.diagnosis)
    return replace(again, files=(file_of(drawn),), table=table_of(found))


def router() -> Router:
    """The result and its ways on."""
    routes = Router(name="diagnosis-result")
    routes.callback_query.register(show, DiagnosisTap.filter(F.do == "result"))
    routes.callback_query.register(edit, DiagnosisTap.filter(F.do == "edit"))
    routes.callback_query.register(ways, DiagnosisTap.filter(F.do == "ways"))
    routes.callback_query.register(picture, DiagnosisTap.filter(F.do == "picture"))
    return routes
