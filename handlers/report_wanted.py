"""Reports that teachers want back, and those that they are mending: for whoever reviews there now (S-10.3)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import report_edit
from handlers.anything import way_home
from handlers.callbacks import Go, ReopenTap
from handlers.places import place
from handlers.views import Button, View, button, say, view
from models.report import Report
from services import report_reopen
from services.work import Work

SHOWN = 15


@place("report.wanted")
async def wanted(work: Work) -> View:
    """What waits for a yes or no, each a button; and lines of what is being mended."""
    work.account.leave()
    asked, back = await report_reopen.wanted(work), await report_reopen.returned(work)
    lines = [say("report-wanted-with", teacher=_name(one), title=one.activity.title) for one in back[:SHOWN]]
    return view(
        say("report-wanted", count=len(asked)),
        *([[say("report-wanted-mended", count=len(back)), *lines]] if lines else []),
        rows=[
            *[[_open(one)] for one in asked[:SHOWN]],
            [button("review-plans.back", Go(place="review.teachers"))],
            *way_home(),
        ],
    )


def _name(one: Report) -> str:
    return one.route.teacher.short_name


def _open(one: Report) -> Button:
    data = ReopenTap(do="look", report=one.id, version=one.version)
    return button("report-wanted.open", data, name=_name(one), title=one.activity.title)


async def look(tap: CallbackQuery, callback_data: ReopenTap, work: Work) -> View:
    """One of them: give it back, or leave it accepted."""
    found = await report_reopen.look(work, callback_data.report)
    if found.reopen_asked_at is None:
        return await report_edit.answered(work, callback_data)
    shown = report_edit.wanted_back(found.id, found.version, _name(found), found.activity.title)
    back = [button("report-wanted.back", Go(place="report.wanted"))]
    return View(shown.parts, (*shown.rows, tuple(back)))


def menu_row(count: int) -> list[Button]:
    """In the menu and in the digest of a handover: only where a teacher waits."""
    data = Go(place="report.wanted")
    return [button("report-wanted-menu", data, count=count, style="primary")] if count else []


async def teachers_row(work: Work) -> list[Button]:
    """Under «Мои педагоги»: the way there, also to what is being mended."""
    back = len(await report_reopen.wanted(work)) + len(await report_reopen.returned(work))
    return [button("report-wanted.link", Go(place="report.wanted"), count=back)] if back else []


def router() -> Router:
    """From the list to one of them."""
    routes = Router(name="report-wanted")
    routes.callback_query.register(look, ReopenTap.filter(F.do == "look"))
    return routes
