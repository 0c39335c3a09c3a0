"""«Отчитаться»: was it, was it not; moved is handlers/report_moved.py, what was it handlers/report_draft.py (S-08)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places, report_draft, report_moved
from handlers.anything import way_home
from handlers.callbacks import ActivityTap, Go
from handlers.notices import notice
from handlers.places import At, place
from handlers.report_question import question
from handlers.views import Button, View, button, say, view
from models.errors import NotYours
from models.plan import ActivityState
from models.report import ReportState
from regulations.questions import Question, read_text
from services import report
from services.report import ToReport
from services.work import Work

REASON = Question(code="reason", minimum=3, maximum=300, example="report-missed.example")
REASONS = (
    say("report-reason.ill"),
    say("report-reason.cancelled"),
    say("report-reason.lessons"),
    say("report-reason.net"),
)


@place("report")
async def to_report(work: Work) -> View:
    """What can be reported on, the due ones first; a single one opens at once."""
    work.account.leave()
    lines = await report.to_report(work)
    if not lines:
        return view(say("report-nothing"), rows=[[button("menu-plan", Go(place="plan"))], *way_home()])
    if len(lines) == 1:
        return await _open(work, lines[0])
    return view(say("report-choose"), rows=[*([_line(one)] for one in lines), *way_home()])


def _line(line: ToReport) -> Button:
    activity = line.activity
    state = line.report.state.value if line.report else activity.state.value
    data = ActivityTap(do="report", activity=activity.id, version=activity.version)
    return button("report-line", data, title=activity.title, on=activity.on_date, state=state)


async def _open(work: Work, line: ToReport) -> View:
    if line.report is not None:
        return await places.go(work, "report.draft", report=line.report.id)
    return question(line.activity, work.today)


async def open_activity(tap: CallbackQuery, callback_data: ActivityTap, work: Work) -> View:
    """One line of the list, or of a reminder."""
    activity = await report.own_activity(work, callback_data.activity)
    begun = await report.of_activity(work, activity)
    if begun is not None and begun.state is ReportState.ACCEPTED:
        raise NotYours("report-line-accepted")
    return await _open(work, ToReport(activity, begun))


async def held(tap: CallbackQuery, callback_data: ActivityTap, work: Work) -> View:
    """«Была»: the draft opens at its first question."""
    made = await report.held(work, callback_data.activity, drawn=callback_data.version)
    return await places.go(work, "report.draft", report=made.id)


async def missed(tap: CallbackQuery, callback_data: ActivityTap, work: Work) -> View:
    """«Не была»: the reason is asked."""
    activity = await report.own_activity(work, callback_data.activity, callback_data.version)
    return await places.go(work, "report.missed", activity=activity.id)


@place("report.missed")
async def ask_reason(work: Work, activity: int) -> View:
    """Why not: ready phrases, or own words; no blame."""
    found = await report.own_activity(work, activity)
    if found.state is not ActivityState.PLANNED:
        return await to_report(work)
    key = {"activity": found.id, "version": found.version}
    phrases = [
        [Button(phrase, ActivityTap(do="reason", value=str(number), **key))]
        for number, phrase in enumerate(REASONS)
    ]
    back = button("report-missed.back", ActivityTap(do="report", **key))
    return view(say("report-missed", title=found.title), rows=[*phrases, [back]])


async def reason_tapped(tap: CallbackQuery, callback_data: ActivityTap, work: Work) -> View:
    """A ready phrase; it is kept in the words of the button that was tapped."""
    number = int(callback_data.value) if callback_data.value.isdecimal() else len(REASONS)
    if number >= len(REASONS):
        raise NotYours("refusal-not-yours")
    return await _not_done(work, callback_data.activity, tapped_words(tap), callback_data.version)


def tapped_words(tap: CallbackQuery) -> str:
    """The label of the tapped button, as the person read it."""
    message = tap.message
    markup = getattr(message, "reply_markup", None)
    for row in markup.inline_keyboard if markup else []:
        for one in row:
            if one.callback_data == tap.data:
                return str(one.text)
    raise NotYours("anything-old-button")


async def reason_typed(message: Message, work: Work) -> View:
    """The reason in own words."""
    text = read_text(REASON, message.text or "")
    activity = await report.own_activity(work, work.account.place_ids["activity"])
    return await _not_done(work, activity.id, text, activity.version)


async def _not_done(work: Work, activity_id: int, reason: str, drawn: int) -> View:
    activity, told = await report.not_done(work, activity_id, reason, drawn=drawn)
    work.account.leave()
    return view(
        say("report-not-done-kept", title=activity.title, reason=reason, told=told),
        rows=[[button("menu-plan", Go(place="plan"))], *way_home()],
    )


async def after_all(tap: CallbackQuery, callback_data: ActivityTap, work: Work) -> View:
    """«Всё-таки состоялось»."""
    activity = await report.was_after_all(work, callback_data.activity, drawn=callback_data.version)
    return question(activity, work.today)


@notice("report-not-done")
def told_not_done(teacher: str, title: str, reason: str) -> View:
    """For the team: an activity was not done, and why."""
    return view(say("report-told-not-done", teacher=teacher, title=title, reason=reason), rows=way_home())


@notice("report-nobody")
def told_nobody(teacher: str, title: str) -> View:
    """For the methodists: a report has nobody to review it."""
    return view(say("report-told-nobody", teacher=teacher, title=title), rows=way_home())


def router() -> Router:
    """The activity, then its draft."""
    routes = Router(name="report")
    typed = (F.text, ~F.text.startswith("/"))
    routes.callback_query.register(open_activity, ActivityTap.filter(F.do == "report"))
    routes.callback_query.register(held, ActivityTap.filter(F.do == "held"))
    routes.callback_query.register(missed, ActivityTap.filter(F.do == "missed"))
    routes.callback_query.register(reason_tapped, ActivityTap.filter(F.do == "reason"))
    routes.callback_query.register(after_all, ActivityTap.filter(F.do == "after-all"))
    routes.message.register(reason_typed, At("report.missed"), *typed)
    routes.include_router(report_moved.router())
    routes.include_router(report_draft.router())
    return routes
