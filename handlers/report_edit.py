"""A message edited in the chat, and an accepted report wanted back (S-10)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers.anything import way_home
from handlers.callbacks import ReopenTap, ReportTap
from handlers.evidence import evidence_of, has_file, saying_of
from handlers.notices import notice
from handlers.places import redraws
from handlers.report_card import draw
from handlers.views import View, button, say, view
from services import report, report_reopen, report_sent
from services.report_sent import Edited
from services.work import Work

SAID = {
    Edited.TAKEN: say("report-edit-taken"),
    Edited.FILE_LATE: say("report-edit-file-late"),
    Edited.ACCEPTED: say("report-edit-accepted"),
}


async def edited(message: Message, work: Work) -> View | None:
    """The draft takes the new words; a sent report asks; an accepted one can be asked for. Others: silence."""
    if work.account.person is None:
        return None
    found = await report_sent.told_by(work, message.message_id)
    if found is None:
        return None
    file = evidence_of(message, work.now) if has_file(message) else None
    came_to = await report_sent.edit(work, found, saying_of(message), file)
    if came_to is Edited.NOTHING:
        return None
    shown = draw(work, found)
    return shown.led_by(SAID[came_to]) if came_to in SAID else shown


async def revise(tap: CallbackQuery, callback_data: ReportTap, work: Work) -> View:
    """«Да, новая версия»."""
    found = await report_sent.revise(work, callback_data.report, drawn=callback_data.version)
    return draw(work, found).led_by(say("report-edit-revised"))


async def forget(tap: CallbackQuery, callback_data: ReportTap, work: Work) -> View:
    """«Нет»: the report stays as it was sent."""
    return draw(work, await report_sent.forget_edits(work, callback_data.report, drawn=callback_data.version))


async def ask_back(tap: CallbackQuery, callback_data: ReportTap, work: Work) -> View:
    """«Попросить вернуть»; a report that the teacher marked alone is open again at once."""
    found = await report_reopen.ask(work, callback_data.report, drawn=callback_data.version)
    if found.state in report.OPEN:
        work.account.go("report.draft", report=found.id)
    return draw(work, found)


@notice("report-reopen")
def wanted_back(report_id: int, version: int, teacher: str, title: str) -> View:
    """For whoever accepted it: the teacher asks for the report back."""
    key = {"report": report_id, "version": version}
    return view(
        say("report-reopen", teacher=teacher, title=title),
        rows=[
            [button("report-reopen.give", ReopenTap(do="give", **key), style="primary")],
            [button("report-reopen.keep", ReopenTap(do="keep", **key))],
        ],
    )


@redraws(ReopenTap)
async def answered(work: Work, data: ReopenTap) -> View:
    """A request that was answered already: the way on. Refuses NotYours to strangers."""
    await report_reopen.look(work, data.report)
    return view(say("report-reopen-answered"), rows=way_home())


async def give_back(tap: CallbackQuery, callback_data: ReopenTap, work: Work) -> View:
    """«Вернуть»: the teacher hears and goes on writing."""
    found = await report_reopen.give_back(work, callback_data.report, drawn=callback_data.version)
    return view(say("report-reopen-given", title=found.activity.title), rows=way_home())


async def keep(tap: CallbackQuery, callback_data: ReopenTap, work: Work) -> View:
    """«Оставить принятым»: the teacher hears."""
    found = await report_reopen.keep(work, callback_data.report, drawn=callback_data.version)
    return view(say("report-reopen-kept", title=found.activity.title), rows=way_home())


@notice("report-reopened")
def reopened(report_id: int, version: int, title: str, by: str) -> View:
    """For the teacher: the report is theirs to change again."""
    mend = button(
        "report-reopened.mend", ReportTap(do="mend", report=report_id, version=version), style="primary"
    )
    return view(say("report-reopened", title=title, by=by), rows=[[mend], *way_home()])


@notice("report-kept-accepted")
def kept_accepted(title: str, by: str) -> View:
    """For the teacher: the report stays accepted."""
    return view(say("report-kept-accepted", title=title, by=by), rows=way_home())


@notice("report-reopen-nobody")
def nobody_reopens(teacher: str, title: str) -> View:
    """For the methodists: a report is wanted back, and nobody on the team can give it."""
    return view(say("report-reopen-nobody", teacher=teacher, title=title), rows=way_home())


def router() -> Router:
    """Edits from anywhere; what the teacher and the team tap about them."""
    routes = Router(name="report-edit")
    routes.edited_message.register(edited, F.text | F.caption | F.photo | F.document | F.video | F.audio)
    routes.callback_query.register(revise, ReportTap.filter(F.do == "revise"))
    routes.callback_query.register(forget, ReportTap.filter(F.do == "forget"))
    routes.callback_query.register(ask_back, ReportTap.filter(F.do == "ask-back"))
    routes.callback_query.register(give_back, ReopenTap.filter(F.do == "give"))
    routes.callback_query.register(keep, ReopenTap.filter(F.do == "keep"))
    return routes
