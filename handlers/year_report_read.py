"""Yearly reports for whoever reads them: the list, one report, accepted or given back with a reason (S001 4.3)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_year_report import YearReadTap
from handlers.notices import notice
from handlers.places import At, place, redraws
from handlers.views import Button, View, button, say, view
from handlers.year_application import years
from models.year_report import YearReport, YearReportState
from regulations.questions import Question, QuestionKind, read_text
from services import year_report
from services.work import Work

REASON = Question("reason", QuestionKind.LONG_TEXT, 3, 500, example="year-report-back.example")
SHOWN = 10


@place("year-report.list")
async def listed(work: Work) -> View:
    """The reports that wait for a word, the first one sent first."""
    found = await year_report.waiting(work)
    work.account.go("year-report.list")
    rows = [[_open(one)] for one in found[:SHOWN]]
    back = [button("year-plan.back", Go(place="year.desk"))]
    return view(say("year-report-list", count=len(found)), rows=[*rows, back, *way_home()])


def _open(one: YearReport) -> Button:
    name = one.route.teacher.short_name
    return button("year-report-line", _tap(one, "open"), name=name, years=years(one.year))


def _tap(one: YearReport, do: str) -> YearReadTap:
    return YearReadTap(do=do, report=one.id, version=one.version)


@place("year-report.card")
async def card(work: Work, report: int) -> View:
    """One report, whole."""
    found = await year_report.look(work, report)
    work.account.go("year-report.card", report=report)
    lines = [
        say("year-report-paragraph", number=at, text=text) for at, text in enumerate(found.paragraphs, 1)
    ]
    name = found.route.teacher.short_name
    head = say("year-report-card", name=name, years=years(found.year), state=found.state.value)
    words = [
        [button("year-report-card.accept", _tap(found, "accept"), style="success")],
        [button("year-report-card.back", _tap(found, "back"))],
    ]
    ways = words if found.state is YearReportState.SENT else []
    return view(head, *lines, rows=[*ways, [_to_list()], *way_home()])


def _to_list() -> Button:
    return button("year-report-list.open", Go(place="year-report.list"))


@redraws(YearReadTap)
async def fresh(work: Work, data: YearReadTap) -> View:
    """An outdated tap: the list as it is now."""
    return await listed(work)


async def open_card(tap: CallbackQuery, callback_data: YearReadTap, work: Work) -> View:
    """A report of the list."""
    return await card(work, callback_data.report)


async def accept(tap: CallbackQuery, callback_data: YearReadTap, work: Work) -> View:
    """«Принять»."""
    await year_report.accept(work, callback_data.report, drawn=callback_data.version)
    return (await listed(work)).with_toast(say("year-report-accepted"))


async def back(tap: CallbackQuery, callback_data: YearReadTap, work: Work) -> View:
    """«Вернуть»: why?"""
    return await places.go(
        work, "year-report.back", report=callback_data.report, version=callback_data.version
    )


@place("year-report.back")
async def ask_reason(work: Work, report: int, version: int) -> View:
    """Own words, for the teacher."""
    found = await year_report.look(work, report)
    found.drawn(version)
    return view(say("year-report-back"), rows=[[button("year-report-back.no", _tap(found, "open"))]])


async def reason(message: Message, work: Work) -> View:
    """The reason is said: it is back with the teacher."""
    ids = work.account.place_ids
    words = read_text(REASON, message.text or "")
    await year_report.give_back(work, ids["report"], words, drawn=ids["version"])
    return (await listed(work)).led_by(say("year-report-given-back"))


@notice("year-report-sent")
def told_sent(*, report: int, version: int, name: str, year: int) -> View:
    """For the deputy head: a report has come."""
    opened = button(
        "year-report-read", YearReadTap(do="open", report=report, version=version), style="primary"
    )
    return view(say("year-report-sent", name=name, years=years(year)), rows=[[opened], *way_home()])


def router() -> Router:
    """The reader's side."""
    routes = Router(name="year-report-read")
    for verb, handler in {"open": open_card, "accept": accept, "back": back}.items():
        routes.callback_query.register(handler, YearReadTap.filter(F.do == verb))
    routes.message.register(reason, At("year-report.back"), F.text, ~F.text.startswith("/"))
    return routes
