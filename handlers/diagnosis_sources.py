"""All diagnoses of a route side by side, in neutral words (S-04.1)."""

from __future__ import annotations

from dataclasses import replace

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import diagnosis_routes, places
from handlers.anything import way_home
from handlers.callbacks import Go, SharedTap
from handlers.callbacks_diagnosis import RecordTap, SourcesTap
from handlers.diagnosis_record_words import phase_words
from handlers.places import place, redraws
from handlers.views import Button, Say, Table, View, button, say, view
from models.diagnosis import Phase
from models.route import RouteState
from regulations.scales import percent
from services import diagnosis_sources, plan
from services.diagnosis_sources import Source, Sources
from services.work import Work

SHOWN = 6
"""Sources in the list; older ones are behind «Раньше»."""


@place("diagnosis.sources")
async def own(work: Work) -> View:
    """«Все источники»: the teacher's own summary."""
    work.account.leave()
    return await screen(work, (await plan.own_route(work)).id)


async def screen(work: Work, route_id: int, page: int = 0) -> View:
    """Each source with its day; how far self and others lie apart; a way to each of them."""
    found = await diagnosis_sources.of_route(work, route_id)
    shown = found.found[page * SHOWN : (page + 1) * SHOWN]
    mine = found.route.teacher_id == work.person.id
    return view(
        say("diagnosis-sources", mine=mine, teacher=found.route.teacher.short_name, count=len(found.found)),
        *([[_line(one) for one in shown]] if shown else []),
        *([_gaps(found)] if found.gaps else []),
        rows=[
            *[[_open(one, mine)] for one in shown],
            *_more(found, page),
            *([_side(found)] if _scored(found) else []),
            *_ends(found, mine),
            *_recording(found),
            [_back(mine)],
            *way_home(),
        ],
    )


def _line(one: Source) -> Say:
    """«Экспертная оценка (входная), 12 мая: 55 %, Орлова М. С.»"""
    record = one.record
    return say(
        "diagnosis-sources-line",
        form=one.form.title,
        phase=phase_words(one.phase),
        on=one.on,
        scored=one.overall is not None,
        score=percent(one.overall or 0),
        author=record.author.short_name if record is not None else "",
        by="other" if record is not None else "self",
    )


def _gaps(found: Sources) -> list[Say]:
    lines = [
        say("diagnosis-sources-gap", form=one.form.code, points=percent(one.points), common=one.common)
        for one in found.gaps
    ]
    return [*lines, say("diagnosis-sources-gap-meaning")]


def _open(one: Source, mine: bool) -> Button:
    if one.record is not None:
        data = RecordTap(do="open", record=one.record.id, version=one.record.version)
        return button("diagnosis-sources-open", data, form=one.form.title, on=one.on)
    if mine or one.diagnosis is None:
        return button("diagnosis-sources-open", Go(place="diagnosis"), form=one.form.title, on=one.on)
    shared = SharedTap(do="open", diagnosis=one.diagnosis.id, version=one.diagnosis.version)
    return button("diagnosis-sources-open", shared, form=one.form.title, on=one.on)


def _more(found: Sources, page: int) -> list[list[Button]]:
    """Older and newer ones, where there are more than a screen takes."""
    route, row = found.route.id, []
    if page:
        row.append(
            button("diagnosis-sources-newer", SourcesTap(do="older", route=route, value=str(page - 1)))
        )
    if (page + 1) * SHOWN < len(found.found):
        row.append(
            button("diagnosis-sources-older", SourcesTap(do="older", route=route, value=str(page + 1)))
        )
    return [row] if row else []


def _scored(found: Sources) -> list[Source]:
    """The newest of each form that has measured competencies; nothing to lay side by side below two."""
    newest: dict[str, Source] = {}
    for one in found.found:
        if one.scores and one.framework == found.framework:
            newest.setdefault(one.form.code, one)
    return list(newest.values()) if len(newest) > 1 else []


def _side(found: Sources) -> list[Button]:
    return [button("diagnosis-sources-side", SourcesTap(do="side", route=found.route.id))]


def _ends(found: Sources, mine: bool) -> list[list[Button]]:
    """The comparison once something final is there; the teacher's way to the final diagnosis."""
    compare = button("diagnosis-progress.open", SourcesTap(do="progress", route=found.route.id))
    final = button("diagnosis-sources-final", Go(place="diagnosis.final"))
    has_final = any(one.phase is Phase.FINAL and one.scores for one in found.found)
    walked = mine and found.route.state not in (RouteState.DRAFT, RouteState.ON_CONFIRMATION)
    return [[compare] if has_final else [], [final] if walked else []]


def _recording(found: Sources) -> list[list[Button]]:
    codes = [one.code for one in found.regulation.diagnosis.forms]
    return [
        [
            button(
                "diagnosis-sources-record",
                SourcesTap(do="record", route=found.route.id, value=str(codes.index(one.code))),
                form=one.title,
            )
        ]
        for one in found.forms
    ]


def _back(mine: bool) -> Button:
    if mine:
        return button("diagnosis-question.back", Go(place="diagnosis"))
    return button("diagnosis-question.back", Go(place="diagnosis.routes"))


async def open_sources(tap: CallbackQuery, callback_data: SourcesTap, work: Work) -> View:
    """A teacher of the list, or back from a record."""
    work.account.leave()
    return await screen(work, callback_data.route)


async def older(tap: CallbackQuery, callback_data: SourcesTap, work: Work) -> View:
    """«Раньше», «Позже»."""
    return await screen(work, callback_data.route, diagnosis_routes.page_of(callback_data.value))


async def side(tap: CallbackQuery, callback_data: SourcesTap, work: Work) -> View:
    """«Рядом по компетенциям»: the newest of each form, as text and as a table."""
    found = await diagnosis_sources.of_route(work, callback_data.route)
    beside = _scored(found)
    back = button("diagnosis-question.back", SourcesTap(do="open", route=found.route.id))
    shown = view(
        say("diagnosis-sources-beside"),
        [_competency(found, beside, one.code) for one in found.framed.competencies],
        *([_gaps(found)] if found.gaps else []),
        rows=[[back], *way_home()],
    )
    return replace(shown, table=_table(found, beside))


def _competency(found: Sources, beside: list[Source], code: str) -> Say:
    title = found.framed.competency(code).title
    words = [
        say(
            "diagnosis-sources-short",
            form=one.form.code,
            measured=code in one.scores,
            score=percent(one.scores.get(code, 0)),
        )
        for one in beside
    ]
    line: Say = words[0] if words else say("diagnosis-record-blank")
    for one in words[1:]:
        line = say("diagnosis-and", first=line, second=one)
    return say("diagnosis-sources-competency", competency=title, words=line)


def _table(found: Sources, beside: list[Source]) -> Table:
    head = (
        say("diagnosis-table.competency"),
        *(say("diagnosis-sources-column", form=one.form.code) for one in beside),
    )
    rows = tuple(
        (
            say("diagnosis-cell", words=competency.title),
            *(
                say("diagnosis-cell-score", score=percent(one.scores[competency.code]))
                if competency.code in one.scores
                else say("diagnosis-record-blank")
                for one in beside
            ),
        )
        for competency in found.framed.competencies
    )
    return Table(head, rows)


@redraws(SourcesTap)
async def fresh(work: Work, data: SourcesTap) -> View:
    """Where a tap is refused: where the person is."""
    return await places.here(work)


def router() -> Router:
    """The sources; the teachers hang below."""
    routes = Router(name="diagnosis-sources")
    for verb, handler in {"open": open_sources, "older": older, "side": side}.items():
        routes.callback_query.register(handler, SourcesTap.filter(F.do == verb))
    routes.include_router(diagnosis_routes.router())
    return routes
