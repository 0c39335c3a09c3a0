"""Entry, reviews, final: the comparison as text, as a table, and as a picture of bars (S-17.3, X13)."""

from __future__ import annotations

from dataclasses import replace

from aiogram import F, Router
from aiogram.types import CallbackQuery

from documents import bars
from documents.bars import Bar
from handlers.anything import way_home
from handlers.callbacks_diagnosis import SourcesTap
from handlers.diagnosis_compare import numbers
from handlers.picture import file_of
from handlers.views import Button, Say, Table, View, button, say, view
from models.errors import Refusal
from regulations.comparison import Change
from regulations.scales import percent
from services import diagnosis_progress
from services.diagnosis_progress import Pair, Progress
from services.diagnosis_sources import Source
from services.work import Work


async def show(tap: CallbackQuery, callback_data: SourcesTap, work: Work) -> View:
    """The comparison as text; the picture and the table are one tap away."""
    found = await diagnosis_progress.of_route(work, callback_data.route)
    return _screen(found, _at(found, callback_data.value))


def _at(found: Progress, value: str) -> int:
    place = int(value) if value.isdecimal() else 0
    return place if place < len(found.whole) else 0


def _screen(found: Progress, at: int) -> View:
    route = found.route.id
    back = [button("diagnosis-question.back", SourcesTap(do="open", route=route))]
    reviews = say("diagnosis-progress-reviews", reviews=found.reviews, accepted=found.reports)
    if not found.whole:
        return view(say("diagnosis-progress-none"), reviews, rows=[back, *way_home()])
    entry, final = sides(found.whole[at])
    drawing = SourcesTap(do="progress-picture", route=route, value=str(at))
    return view(
        say("diagnosis-progress", form=final.form.title, entry=entry.on, final=final.on),
        [_line(found, one) for one in found.whole[at].changes],
        [_overall(entry, final), reviews],
        rows=[
            [button("diagnosis-result.picture", drawing)],
            *[[_other(found, place)] for place in range(len(found.whole)) if place != at],
            back,
            *way_home(),
        ],
    )


def sides(pair: Pair) -> tuple[Source, Source]:
    """Entry and final of a pair that has both; refuses another one."""
    if pair.entry is None or pair.final is None:
        raise Refusal("diagnosis-nothing-to-compare")
    return pair.entry, pair.final


def _line(found: Progress, one: Change) -> Say:
    title = found.regulation.competency(one.competency).title
    return say("diagnosis-progress-line", competency=title, **numbers(one))


def _overall(entry: Source, final: Source) -> Say:
    known = entry.overall is not None and final.overall is not None
    return say(
        "diagnosis-progress-overall",
        known=known,
        entry=percent(entry.overall or 0),
        final=percent(final.overall or 0),
    )


def _other(found: Progress, place: int) -> Button:
    """The same comparison by another form of diagnosis."""
    data = SourcesTap(do="progress", route=found.route.id, value=str(place))
    _, final = sides(found.whole[place])
    return button("diagnosis-progress.other", data, form=final.form.title)


async def picture(tap: CallbackQuery, callback_data: SourcesTap, work: Work) -> View:
    """Two bars for each competency, and the table where the server knows rich messages."""
    found = await diagnosis_progress.of_route(work, callback_data.route)
    at = _at(found, callback_data.value)
    shown = _screen(found, at)
    if not found.whole:
        return shown
    language = work.account.language
    entry, final = sides(found.whole[at])
    drawn = bars.picture(
        [_bar(found, one, language) for one in found.whole[at].changes],
        caption=final.form.title.get(language),
        language=language,
        days=(entry.on, final.on),
        ends=True,
    )
    return replace(shown, files=(file_of(drawn),), table=_table(found, found.whole[at]))


def _bar(found: Progress, one: Change, language: str) -> Bar:
    title = found.regulation.competency(one.competency).title.get(language)
    before, now = (None if score is None else percent(score) for score in (one.earlier, one.later))
    return Bar(title, now, "", earlier=before)


def _table(found: Progress, pair: Pair) -> Table:
    """Entry, what was accepted in between as a count, final; the middle column never holds a per cent (X13)."""
    head = (
        say("diagnosis-table.competency"),
        say("diagnosis-progress-table.entry"),
        say("diagnosis-progress-table.reviews"),
        say("diagnosis-progress-table.final"),
    )
    rows = tuple(
        (
            say("diagnosis-cell", words=found.regulation.competency(one.competency).title),
            _cell(one.earlier),
            say("diagnosis-progress-accepted", accepted=found.accepted.get(one.competency, 0)),
            _cell(one.later),
        )
        for one in pair.changes
    )
    return Table(head, rows)


def _cell(score: int | None) -> Say:
    return say("diagnosis-cell-none") if score is None else say("diagnosis-cell-score", score=percent(score))


def router() -> Router:
    """The comparison."""
    routes = Router(name="diagnosis-progress")
    routes.callback_query.register(show, SourcesTap.filter(F.do == "progress"))
    routes.callback_query.register(picture, SourcesTap.filter(F.do == "progress-picture"))
    return routes
