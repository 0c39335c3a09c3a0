"""«Перенесли»: the new day of an activity, asked like every day; the team hears (S-08)."""

from __future__ import annotations

from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import places, plan_lines
from handlers.anything import way_home
from handlers.callbacks import ActivityTap, MoveTap
from handlers.forms import Filling
from handlers.notices import notice
from handlers.questions import Form, Item
from handlers.report_question import question
from handlers.views import Say, View, button, say, view
from models.plan import ActivityState
from regulations.questions import Question, QuestionKind
from services import plan, report
from services.work import Work

TO = Question("to", QuestionKind.DATE)


async def moved(tap: CallbackQuery, callback_data: ActivityTap, work: Work) -> View:
    """«Перенесли»: the new date is asked."""
    activity = await report.own_activity(work, callback_data.activity, callback_data.version)
    return await DAY.screen(work, activity.id)


async def _draft(work: Work, activity_id: int) -> Form | None:
    found = await report.own_activity(work, activity_id)
    if found.state is not ActivityState.PLANNED:
        return None
    asked = Item(TO, "report-moved", {"title": found.title}, earliest=work.today)
    key = {"activity": found.id, "version": found.version}
    return Form((asked,), {}, lambda do, value: MoveTap(do=do, value=value, **key), whole=False)


async def _keep(work: Work, activity_id: int, code: str, answer: str | date, drawn: int | None) -> View:
    assert isinstance(answer, date)
    assert drawn is not None
    activity = await report.moved(work, activity_id, answer, drawn=drawn)
    work.account.leave()
    change = ActivityTap(do="moved", activity=activity.id, version=activity.version)
    return view(
        say("report-moved-kept", title=activity.title, on=answer),
        rows=[[button("report-moved-kept.change", change)], *way_home()],
    )


async def _remarks(work: Work, activity_id: int, code: str, day: date) -> list[Say]:
    """A day outside the term of the route, with the clause: a warning."""
    activity = await report.own_activity(work, activity_id)
    found = await plan.of_route(work, activity.route)
    return [plan_lines.outside(found)] if found.is_outside(day) else []


async def _back(work: Work, activity_id: int) -> View:
    """To «Было?»; to the list once it is answered."""
    activity = await report.own_activity(work, activity_id)
    if activity.state is ActivityState.PLANNED:
        return question(activity, work.today)
    return await places.go(work, "report")


DAY = Filling("report.moved", MoveTap, "activity", _draft, _keep, later=_back, leave=_back, remarks=_remarks)


@notice("report-moved")
def told_moved(teacher: str, title: str, before: date, to: date) -> View:
    """For the team: an activity was moved."""
    return view(say("report-told-moved", teacher=teacher, title=title, before=before, to=to), rows=way_home())


def router() -> Router:
    """The new day."""
    routes = Router(name="report-moved")
    routes.callback_query.register(moved, ActivityTap.filter(F.do == "moved"))
    routes.include_router(DAY.router())
    return routes
