"""The draft of a report: a sentence, photos, files, an album as one line; sent, taken back, mended (S-08, S-10)."""

from __future__ import annotations

from dataclasses import replace

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places
from handlers.anything import way_home
from handlers.callbacks import Go, ReportTap
from handlers.evidence import evidence_of
from handlers.places import At, place
from handlers.review_card import reason_of
from handlers.views import Button, File, Say, View, button, say, view
from models.evidence import Evidence
from models.report import Report, ReportState
from regulations.questions import Question, QuestionKind, read_text
from services import report
from services.work import Work

SENTENCE = Question(
    code="text", kind=QuestionKind.LONG_TEXT, minimum=3, maximum=3000, example="report-ask.example"
)


@place("report.draft")
async def draft_screen(work: Work, report: int) -> View:
    """The draft, or what became of it."""
    return draw(await _look(work, report))


async def _look(work: Work, report_id: int) -> Report:
    return await report.own_report(work, report_id)


def draw(found: Report) -> View:
    """The teacher's own report in its state: the next question first, then everything so far."""
    key = {"report": found.id, "version": found.version}
    if found.state is ReportState.SUBMITTED:
        back = button("report-sent.back", ReportTap(do="back", **key))
        return view(say("report-sent", title=found.activity.title), rows=[[back], *way_home()])
    if found.state is ReportState.ACCEPTED:
        return view(say("report-accepted", title=found.activity.title, at=found.decided_at), rows=way_home())
    head = [say("report-returned", reason=reason_of(found))] if found.state is ReportState.RETURNED else []
    if not found.said and not found.evidence:
        return view(*head, say("report-ask", title=found.activity.title), rows=[*_later()])
    return view(*head, say("report-draft", title=found.activity.title), _so_far(found), rows=_ways(found))


def _so_far(found: Report) -> list[Say]:
    lines = [say("report-draft-text", text=found.text)] if found.said else [say("report-draft-no-text")]
    if found.evidence:
        counts = {
            kind: sum(one.kind.value == kind for one in found.evidence) for kind in ("photo", "document")
        }
        other = len(found.evidence) - sum(counts.values())
        return [
            *lines,
            say("report-draft-files", photos=counts["photo"], documents=counts["document"], other=other),
        ]
    return [*lines, say("report-draft-no-files")]


def _ways(found: Report) -> list[list[Button]]:
    key = {"report": found.id, "version": found.version}
    change = []
    if found.said:
        change.append(button("report-draft.rewrite", ReportTap(do="rewrite", **key)))
    if found.evidence:
        change.append(button("report-draft.detach", ReportTap(do="detach", **key)))
    return [[button("report-draft.send", ReportTap(do="send", **key), style="success")], change, *_later()]


def _later() -> list[list[Button]]:
    return [[button("report-draft.later", Go(place=places.HOME))]]


async def said(message: Message, work: Work) -> View:
    """A sentence; a second message is one more line, nothing is lost."""
    text = read_text(SENTENCE, message.text or "")
    return draw(await report.say(work, work.account.place_ids["report"], text, message.message_id))


async def attached(message: Message, work: Work) -> View:
    """A photo, file, voice or video; an album comes part by part and stays one card."""
    evidence = evidence_of(message, work.now)
    caption = read_text(SENTENCE, message.caption) if message.caption else ""
    shown = draw(await report.attach(work, work.account.place_ids["report"], evidence, caption))
    return replace(shown, merge=f"album:{evidence.group}") if evidence.group else shown


async def ask_rewrite(tap: CallbackQuery, callback_data: ReportTap, work: Work) -> View:
    """«Изменить текст»."""
    return await places.go(work, "report.rewrite", report=callback_data.report)


@place("report.rewrite")
async def rewrite_screen(work: Work, report: int) -> View:
    """The new text is asked; the old one stays until it comes."""
    found = await _look(work, report)
    found.open_for_writing()
    keep = button("report-rewrite.keep", ReportTap(do="draft", report=found.id, version=found.version))
    return view(say("report-rewrite", text=found.text), rows=[[keep]])


async def rewritten(message: Message, work: Work) -> View:
    """The new text in place of the old."""
    text = read_text(SENTENCE, message.text or "")
    report_id = work.account.place_ids["report"]
    found = await report.say(work, report_id, text, message.message_id, anew=True)
    work.account.go("report.draft", report=report_id)
    return draw(found)


async def detach(tap: CallbackQuery, callback_data: ReportTap, work: Work) -> View:
    """«Убрать вложения»."""
    return draw(await report.detach_all(work, callback_data.report, drawn=callback_data.version))


async def open_draft(tap: CallbackQuery, callback_data: ReportTap, work: Work) -> View:
    """Back to the draft, or «Исправить» under a returned report."""
    return await places.go(work, "report.draft", report=callback_data.report)


async def send(tap: CallbackQuery, callback_data: ReportTap, work: Work) -> View:
    """«Отправить»: the team gets it; the teacher may take it back until somebody decides."""
    found = await report.submit(work, callback_data.report)
    work.account.leave()
    return draw(found)


async def take_back(tap: CallbackQuery, callback_data: ReportTap, work: Work) -> View:
    """«Забрать»."""
    found = await report.take_back(work, callback_data.report, drawn=callback_data.version)
    work.account.go("report.draft", report=found.id)
    return draw(found)


async def edited(message: Message, work: Work) -> View | None:
    """A message was edited in the chat: the draft takes the new words; a sent report says what can be done (S-10)."""
    if work.account.person is None:
        return None
    text = message.text or message.caption or ""
    found = await report.edited(work, message.message_id, read_text(SENTENCE, text))
    if found is None:
        return None
    if found.state is ReportState.SUBMITTED:
        return draw(found).led_by(say("report-edit-too-late"))
    return draw(found).led_by(say("report-edit-taken"))


def files_of(evidence: list[Evidence]) -> tuple[File, ...]:
    """Evidence as files that Telegram has."""
    return tuple(File(one.kind.value, one.file_id) for one in evidence if one.is_file)


def router() -> Router:
    """Text and files at the draft; the buttons under it; edits from anywhere."""
    routes = Router(name="report-draft")
    typed = (F.text, ~F.text.startswith("/"))
    routes.message.register(said, At("report.draft"), *typed)
    routes.message.register(rewritten, At("report.rewrite"), *typed)
    routes.message.register(
        attached, At("report.draft", "report.rewrite"), F.photo | F.document | F.voice | F.video
    )
    routes.edited_message.register(edited, F.text | F.caption)
    routes.callback_query.register(send, ReportTap.filter(F.do == "send"))
    routes.callback_query.register(take_back, ReportTap.filter(F.do == "back"))
    routes.callback_query.register(ask_rewrite, ReportTap.filter(F.do == "rewrite"))
    routes.callback_query.register(detach, ReportTap.filter(F.do == "detach"))
    routes.callback_query.register(open_draft, ReportTap.filter(F.do.in_({"draft", "mend"})))
    return routes
