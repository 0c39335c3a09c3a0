"""The draft of a report: a sentence, photos, files, practice by a tap; sent, taken back (S-08)."""

from __future__ import annotations

from dataclasses import replace

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import delegation, places, report_change, report_edit, report_wanted
from handlers.callbacks import PracticeTap, ReportTap
from handlers.evidence import evidence_of, saying_of
from handlers.places import At, place, redraws
from handlers.report_card import draw
from handlers.views import View, say
from models.practice import Applied
from models.report import Report
from services import report, report_draft, report_sent
from services.work import Work


@place("report.draft")
async def draft_screen(work: Work, report: int) -> View:
    """The draft, or what became of it."""
    return draw(work, await _look(work, report))


async def _look(work: Work, report_id: int) -> Report:
    return await report.own_report(work, report_id)


@redraws(ReportTap)
async def fresh_report(work: Work, data: ReportTap) -> View:
    """The report of an outdated tap as it is now; what is typed next belongs to it."""
    return await places.go(work, "report.draft", report=data.report)


@redraws(PracticeTap)
async def fresh_practice(work: Work, data: PracticeTap) -> View:
    """The same for a question about practice."""
    return await places.go(work, "report.draft", report=data.report)


async def said(message: Message, work: Work) -> View:
    """A sentence; a second message is one more line, nothing is lost."""
    return draw(work, await report_draft.say(work, work.account.place_ids["report"], saying_of(message)))


async def attached(message: Message, work: Work) -> View:
    """A photo, file, voice or video; an album comes part by part and stays one card."""
    evidence, saying = evidence_of(message, work.now), saying_of(message)
    caption = saying if saying.text else None
    kept = await report_draft.attach(work, work.account.place_ids["report"], evidence, caption)
    shown = draw(work, kept.report)
    if kept.first_photo:
        shown = shown.followed_by(say("report-children"))
    return replace(shown, merge=f"album:{evidence.group}") if evidence.group else shown


async def apply(tap: CallbackQuery, callback_data: PracticeTap, work: Work) -> View:
    """«Применили ли в классе»."""
    applied = Applied(callback_data.do)
    return await _at(
        work, await report_draft.apply(work, callback_data.report, applied, drawn=callback_data.version)
    )


async def skip_how(tap: CallbackQuery, callback_data: PracticeTap, work: Work) -> View:
    """«Без подробностей»."""
    return await _at(
        work, await report_draft.skip_how(work, callback_data.report, drawn=callback_data.version)
    )


async def share(tap: CallbackQuery, callback_data: PracticeTap, work: Work) -> View:
    """«Рассказали коллегам»."""
    shared = callback_data.do == "shared"
    return await _at(
        work, await report_draft.share(work, callback_data.report, shared, drawn=callback_data.version)
    )


async def _at(work: Work, found: Report) -> View:
    """The draft after a tap: what is typed next belongs to it, wherever the card was tapped."""
    work.account.go("report.draft", report=found.id)
    return draw(work, found)


async def open_draft(tap: CallbackQuery, callback_data: ReportTap, work: Work) -> View:
    """Back to the draft, or «Исправить» under a returned report."""
    return await places.go(work, "report.draft", report=callback_data.report)


async def send(tap: CallbackQuery, callback_data: ReportTap, work: Work) -> View:
    """«Отправить»: the team gets it; the teacher may take it back until somebody decides."""
    found = await report_sent.submit(work, callback_data.report, drawn=callback_data.version)
    work.account.leave()
    return delegation.handed_on(found) if found.state in report.OPEN else draw(work, found)


async def take_back(tap: CallbackQuery, callback_data: ReportTap, work: Work) -> View:
    """«Забрать»."""
    return await _at(
        work, await report_sent.take_back(work, callback_data.report, drawn=callback_data.version)
    )


def router() -> Router:
    """Text and files at the draft; the buttons under it; then what changes it and what comes after it."""
    routes = Router(name="report-draft")
    files = F.photo | F.document | F.voice | F.video | F.audio
    routes.message.register(said, At("report.draft"), F.text, ~F.text.startswith("/"))
    routes.message.register(attached, At("report.draft", "report.rewrite", "report.change"), files)
    routes.callback_query.register(send, ReportTap.filter(F.do == "send"))
    routes.callback_query.register(take_back, ReportTap.filter(F.do == "back"))
    routes.callback_query.register(open_draft, ReportTap.filter(F.do.in_({"draft", "mend"})))
    routes.callback_query.register(apply, PracticeTap.filter(F.do.in_(set(Applied))))
    routes.callback_query.register(skip_how, PracticeTap.filter(F.do == "skip"))
    routes.callback_query.register(share, PracticeTap.filter(F.do.in_({"shared", "not-shared"})))
    routes.include_routers(report_change.router(), report_edit.router(), report_wanted.router())
    return routes
