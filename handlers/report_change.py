"""«Изменить» under a draft: the text, single attachments, the answers about practice; large files; a wrong «Было»."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places
from handlers.anything import way_home
from handlers.callbacks import EvidenceTap, PracticeTap, ReportTap
from handlers.evidence import saying_of
from handlers.notices import notice
from handlers.places import At, place, redraws
from handlers.report_card import draw
from handlers.report_question import question
from handlers.views import Button, File, View, button, say, view
from models.evidence import Oversize
from models.report import Report
from services import report, report_draft
from services.work import Work

MOST_BUTTONS = 6


@place("report.change")
async def change_screen(work: Work, report: int) -> View:
    """What can be changed in the draft."""
    found = await _open(work, report)
    key = {"report": found.id, "version": found.version}
    text = [button("report-change.rewrite", ReportTap(do="rewrite", **key))] if found.said else []
    anew = [button("report-change.practice", PracticeTap(do="anew", **key))] if found.applied else []
    gone = [button("report-change.discard", ReportTap(do="ask-discard", **key))] if found.is_unseen else []
    back = button("report-change.back", ReportTap(do="draft", **key))
    return view(
        say("report-change", title=found.activity.title),
        rows=[text, *_attachments(found), anew, gone, [back]],
    )


async def _open(work: Work, report_id: int) -> Report:
    found = await report.own_report(work, report_id)
    found.open_for_writing()
    return found


def _attachments(found: Report) -> list[list[Button]]:
    """A button for each of a few files; all at once for more than one."""
    key = {"report": found.id, "version": found.version}
    files = [one for one in found.evidence if one.is_file]
    rows = [
        [
            button(
                "report-change.remove",
                EvidenceTap(do="remove", evidence=one.id, **key),
                kind=one.kind.value,
                number=number,
                name=one.name[:40],
            )
        ]
        for number, one in enumerate(files, 1)
    ]
    every = [button("report-change.detach", ReportTap(do="detach", **key))] if len(files) > 1 else []
    return [*(rows if len(files) <= MOST_BUTTONS else []), every]


@redraws(EvidenceTap)
async def fresh_evidence(work: Work, data: EvidenceTap) -> View:
    """The report of an outdated tap on one attachment."""
    return await places.go(work, "report.draft", report=data.report)


async def ask_change(tap: CallbackQuery, callback_data: ReportTap, work: Work) -> View:
    """«Изменить»."""
    return await places.go(work, "report.change", report=callback_data.report)


async def ask_rewrite(tap: CallbackQuery, callback_data: ReportTap, work: Work) -> View:
    """«Изменить текст»."""
    return await places.go(work, "report.rewrite", report=callback_data.report)


@place("report.rewrite")
async def rewrite_screen(work: Work, report: int) -> View:
    """The new text is asked; the old one stays until it comes."""
    found = await _open(work, report)
    keep = button("report-rewrite.keep", ReportTap(do="draft", report=found.id, version=found.version))
    return view(say("report-rewrite", text=found.text), rows=[[keep]])


async def rewritten(message: Message, work: Work) -> View:
    """The new text in place of the old."""
    report_id = work.account.place_ids["report"]
    found = await report_draft.say(work, report_id, saying_of(message), anew=True)
    return _back(work, found)


def _back(work: Work, found: Report) -> View:
    work.account.go("report.draft", report=found.id)
    return draw(work, found)


async def detach_all(tap: CallbackQuery, callback_data: ReportTap, work: Work) -> View:
    """«Убрать все вложения»."""
    return _back(work, await report_draft.detach_all(work, callback_data.report, drawn=callback_data.version))


async def remove(tap: CallbackQuery, callback_data: EvidenceTap, work: Work) -> View:
    """«Убрать: фото 1»."""
    data = callback_data
    return _back(work, await report_draft.detach(work, data.report, data.evidence, drawn=data.version))


async def ask_anew(tap: CallbackQuery, callback_data: PracticeTap, work: Work) -> View:
    """The questions about practice once more."""
    return _back(work, await report_draft.ask_anew(work, callback_data.report, drawn=callback_data.version))


async def ask_discard(tap: CallbackQuery, callback_data: ReportTap, work: Work) -> View:
    """«Мероприятия не было»: what is written would be lost, so it is asked once more."""
    found = await _open(work, callback_data.report)
    key = {"report": found.id, "version": found.version}
    yes = button("report-discard.yes", ReportTap(do="discard", **key), style="danger")
    return view(
        say("report-discard", title=found.activity.title),
        rows=[[yes], [button("report-discard.no", ReportTap(do="draft", **key))]],
    )


async def discard(tap: CallbackQuery, callback_data: ReportTap, work: Work) -> View:
    """The draft goes, «… было?» is asked again."""
    gone = await report_draft.discard(work, callback_data.report, drawn=callback_data.version)
    work.account.leave()
    return question(gone.activity, work.today)


async def decide_large(tap: CallbackQuery, callback_data: EvidenceTap, work: Work) -> View:
    """One of the four ways for a file that is too large; the draft says what comes next."""
    data, way = callback_data, Oversize(callback_data.do)
    found = await report_draft.decide_large(work, data.report, data.evidence, way, drawn=data.version)
    return _back(work, found).led_by(say("report-large-decided", way=way.value))


@notice("report-large-handed")
def large_handed(teacher: str, title: str, file: list[str]) -> View:
    """For the methodist: a large file that is not on the server, to be kept elsewhere."""
    kind, file_id = file
    return view(
        say("report-large-handed", teacher=teacher, title=title),
        rows=way_home(),
        files=(File(kind, file_id),),
    )


def router() -> Router:
    """The change of a draft."""
    routes = Router(name="report-change")
    routes.message.register(rewritten, At("report.rewrite"), F.text, ~F.text.startswith("/"))
    routes.callback_query.register(ask_change, ReportTap.filter(F.do == "change"))
    routes.callback_query.register(ask_rewrite, ReportTap.filter(F.do == "rewrite"))
    routes.callback_query.register(detach_all, ReportTap.filter(F.do == "detach"))
    routes.callback_query.register(ask_discard, ReportTap.filter(F.do == "ask-discard"))
    routes.callback_query.register(discard, ReportTap.filter(F.do == "discard"))
    routes.callback_query.register(ask_anew, PracticeTap.filter(F.do == "anew"))
    routes.callback_query.register(remove, EvidenceTap.filter(F.do == "remove"))
    ways = {Oversize.LINK, Oversize.COMPRESS, Oversize.CHAT, Oversize.METHODIST}
    routes.callback_query.register(decide_large, EvidenceTap.filter(F.do.in_(ways)))
    return routes
