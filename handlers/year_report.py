"""«Отчёт за год»: composed from the facts, mended by paragraph, sent to the deputy head (S001 4.3, R1-026)."""

from __future__ import annotations

from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places, year_report_read
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_year_report import YearReportTap
from handlers.notices import notice
from handlers.places import At, place, redraws
from handlers.plan_lines import cited
from handlers.views import Button, Say, View, button, say, view
from handlers.year_application import years
from models.year_report import YearReport, YearReportState
from regulations.questions import Question, QuestionKind, read_text
from services import year_report, year_report_sweep
from services.menu import OwnRoute
from services.work import Work

PARAGRAPH = Question("paragraph", QuestionKind.LONG_TEXT, 3, 2000, example="year-report-ask.example")
IN_A_ROW = 5


def menu_row(own: OwnRoute) -> list[Button]:
    """In the teacher's menu from the day on which it is asked to the end of the school year."""
    return [button("year-report-menu", Go(place="year-report"))] if own.reports_the_year else []


@place("year-report")
async def screen(work: Work) -> View:
    """The text with a number before each paragraph, how it stands, and what may be done."""
    found = await year_report.own(work)
    work.account.go("year-report")
    lines = [
        say("year-report-paragraph", number=at, text=text) for at, text in enumerate(found.paragraphs, 1)
    ]
    return view(_head(found), *lines, *_after(found), rows=[*_ways(found), *way_home()])


def _head(found: YearReport) -> Say:
    return say("year-report", years=years(found.year), state=found.state.value, hand=found.by_hand)


def _after(found: YearReport) -> list[Say]:
    back = found.returned and found.state is YearReportState.DRAFT
    return [say("year-report-came-back", reason=found.returned)] if back else []


def _ways(found: YearReport) -> list[list[Button]]:
    if found.state is YearReportState.SENT:
        return [[button("year-report.take-back", _tap(found, "take-back"))]]
    if found.state is YearReportState.ACCEPTED:
        return []
    numbers = [
        button("year-report.number", _tap(found, "mend", str(at)), number=at + 1)
        for at in range(len(found.paragraphs))
    ]
    return [
        [button("year-report.send", _tap(found, "send"), style="success")] if numbers else [],
        *[numbers[at : at + IN_A_ROW] for at in range(0, len(numbers), IN_A_ROW)],
        [button("year-report.add", _tap(found, "mend", str(len(numbers))))],
        [button("year-report.compose", _tap(found, "compose"))] if found.by_hand else [],
    ]


def _tap(found: YearReport, do: str, value: str = "") -> YearReportTap:
    return YearReportTap(do=do, report=found.id, version=found.version, value=value)


@redraws(YearReportTap)
async def fresh(work: Work, data: YearReportTap) -> View:
    """An outdated tap: the report as it is now."""
    return await screen(work)


async def mend(tap: CallbackQuery, callback_data: YearReportTap, work: Work) -> View:
    """The number of a paragraph, or «Добавить абзац»."""
    at = int(callback_data.value) if callback_data.value.isdecimal() and len(callback_data.value) < 4 else 0
    return await places.go(work, "year-report.paragraph", at=at)


@place("year-report.paragraph")
async def ask_paragraph(work: Work, at: int) -> View:
    """One paragraph is asked for; what stands there may be copied."""
    found = await year_report.own(work)
    there = found.paragraphs[at] if at < len(found.paragraphs) else ""
    out = button("year-report-ask.out", _tap(found, "out", str(at)))
    back = button("year-report-ask.back", Go(place="year-report"))
    shown = [say("year-report-paragraph", number=at + 1, text=there)] if there else []
    return view(*shown, say("year-report-ask"), rows=[[out] if there else [], [back]])


async def typed(message: Message, work: Work) -> View:
    """The paragraph anew; kept at once."""
    found = await year_report.own(work)
    text = read_text(PARAGRAPH, message.text or "")
    await year_report.write(work, found.id, work.account.place_ids["at"], text)
    return await screen(work)


async def take_out(tap: CallbackQuery, callback_data: YearReportTap, work: Work) -> View:
    """«Убрать абзац»."""
    at = int(callback_data.value) if callback_data.value.isdecimal() and len(callback_data.value) < 4 else 0
    await year_report.write(work, callback_data.report, at, "", drawn=callback_data.version)
    return await screen(work)


async def compose(tap: CallbackQuery, callback_data: YearReportTap, work: Work) -> View:
    """«Собрать заново из фактов»."""
    await year_report.compose_anew(work, callback_data.report, drawn=callback_data.version)
    return await screen(work)


async def send(tap: CallbackQuery, callback_data: YearReportTap, work: Work) -> View:
    """«Отправить завучу»."""
    await year_report.send(work, callback_data.report, drawn=callback_data.version)
    return await screen(work)


async def take_back(tap: CallbackQuery, callback_data: YearReportTap, work: Work) -> View:
    """«Забрать на правку»."""
    await year_report.take_back(work, callback_data.report, drawn=callback_data.version)
    return await screen(work)


@notice("year-report-asked", check=year_report_sweep.that_stand)
def told_asked(*, route: int, year: int, due: date, clause: str, again: bool) -> View:
    """For each teacher on the day of the regulation, and once more before it is due."""
    said = say("year-report-asked", years=years(year), due=due, clause=cited(clause), again=again)
    return view(said, rows=[[_open()], *way_home()])


@notice("year-report-decided")
def told_decided(*, by: str, year: int, reason: str) -> View:
    """For the teacher: accepted, or given back and why."""
    said = say("year-report-decided", by=by, years=years(year), reason=reason, back=bool(reason))
    return view(said, rows=[[_open()], *way_home()])


def _open() -> Button:
    return button("year-report-open", Go(place="year-report"), style="primary")


def router() -> Router:
    """The teacher's side; the reader's hangs below it."""
    routes = Router(name="year-report")
    verbs = {"mend": mend, "out": take_out, "compose": compose, "send": send, "take-back": take_back}
    for verb, handler in verbs.items():
        routes.callback_query.register(handler, YearReportTap.filter(F.do == verb))
    routes.message.register(typed, At("year-report.paragraph"), F.text, ~F.text.startswith("/"))
    routes.include_router(year_report_read.router())
    return routes
