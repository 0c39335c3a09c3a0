"""A team member's desk: the queue card by card, one tap to accept, a reason to return (S-07, S-15)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places
from handlers.anything import way_home
from handlers.callbacks import Go, ReportTap, ReviewTap
from handlers.notices import notice
from handlers.places import At, place, redraws
from handlers.practice import practice_lines
from handlers.report import tapped_words
from handlers.report_draft import files_of
from handlers.views import Button, File, View, button, say, view
from models.errors import NotYours
from models.report import Report, ReportState
from regulations.questions import Question, QuestionKind, read_text
from services import review
from services.report import card_facts
from services.work import Work

REASON = Question(
    code="reason", kind=QuestionKind.LONG_TEXT, minimum=3, maximum=1000, example="review-reason.example"
)
NOTHING_SAID: Mapping[str, Any] = MappingProxyType({})
PHRASES = (
    say("review-phrase.date"),
    say("review-phrase.proof"),
    say("review-phrase.applied"),
    say("review-phrase.wrong-file"),
)


@place("review")
async def queue(work: Work) -> View:
    """«Ждут меня»: the one that waits longest; the next appears in its place."""
    work.account.leave()
    waiting = await review.waiting(work)
    if not waiting:
        return view(
            say("review-empty"), rows=[[button("menu-teachers", Go(place="review.teachers"))], *way_home()]
        )
    return card(waiting[0], waiting=len(waiting))


def card(report: Report, *, waiting: int = 0) -> View:
    """One report as a team member sees it: what stands there, and what can be done now."""
    facts = card_facts(report)
    head = [say("review-waiting", waiting=waiting)] if waiting > 1 else []
    return view(
        *head,
        _told(facts),
        *practice_lines(facts["practice"]),
        rows=[*_decided_rows(report), *_open_rows(report), *way_home()],
    )


def _told(facts: dict[str, Any]) -> Any:
    return say(
        "review-card",
        teacher=facts["teacher"],
        title=facts["title"],
        on=facts["on"],
        text=facts["text"],
        files=len(facts["files"]),
    )


def _open_rows(report: Report) -> list[list[Button]]:
    if report.state is not ReportState.SUBMITTED:
        return []
    rows = verdict(report.id, report.version)
    if report.evidence:
        data = ReviewTap(do="files", report=report.id, version=report.version)
        rows.append([button("review-card.files", data, files=len(report.evidence))])
    return rows


def _decided_rows(report: Report) -> list[list[Button]]:
    """What happened since, said on the way to the next one."""
    if report.state is ReportState.SUBMITTED:
        return []
    return [[button("review-card.next", Go(place="review"), state=report.state.value)]]


def verdict(report_id: int, version: int) -> list[list[Button]]:
    """Принять / Вернуть, as drawn in a version."""
    key = {"report": report_id, "version": version}
    return [
        [
            button("review-card.accept", ReviewTap(do="accept", **key), style="success"),
            button("review-card.return", ReviewTap(do="return", **key)),
        ]
    ]


@redraws(ReviewTap)
async def fresh_card(work: Work, data: ReviewTap) -> View:
    """The card of an outdated tap as it is now; refuses NotYours to strangers."""
    found = await review.look(work, data.report)
    return with_outcome(found)


def with_outcome(found: Report) -> View:
    """The card with what was decided, by whom and when."""
    if found.decided_at is None or found.state is ReportState.SUBMITTED:
        return card(found)
    by = found.decided_by.short_name if found.decided_by else ""
    outcome = say("review-outcome", state=found.state.value, by=by, at=found.decided_at, reason=found.reason)
    shown = card(found)
    return View((*shown.parts, outcome), shown.rows)


async def accept(tap: CallbackQuery, callback_data: ReviewTap, work: Work) -> View:
    """«Принять»: one tap; what was decided stays on the card, the next is one tap away."""
    found = await review.accept(work, callback_data.report, drawn=callback_data.version)
    return await _done(work, found)


async def _done(work: Work, found: Report) -> View:
    found = await review.look(work, found.id)
    left = len(await review.waiting(work))
    by = work.person.short_name
    outcome = say("review-outcome", state=found.state.value, by=by, at=found.decided_at, reason=found.reason)
    on = [button("review-done.next", Go(place="review"), waiting=left, style="primary")] if left else []
    return view(_told(card_facts(found)), outcome, say("review-left", waiting=left), rows=[on, *way_home()])


async def ask_reason(tap: CallbackQuery, callback_data: ReviewTap, work: Work) -> View:
    """«Вернуть»: the reason is asked; the card stays as it was until then."""
    found = await review.look(work, callback_data.report)
    found.drawn(callback_data.version)
    return await places.go(work, "review.reason", report=found.id, version=found.version)


@place("review.reason")
async def reason_screen(work: Work, report: int, version: int) -> View:
    """Why: ready phrases, or own words; it is what the teacher reads."""
    found = await review.look(work, report)
    if found.state is not ReportState.SUBMITTED or found.version != version:
        return with_outcome(found)
    key = {"report": report, "version": version}
    phrases = [
        [Button(phrase, ReviewTap(do="phrase", value=number, **key))] for number, phrase in enumerate(PHRASES)
    ]
    back = button("review-reason.back", ReviewTap(do="card", **key))
    return view(
        say("review-reason", teacher=found.route.teacher.short_name, title=found.activity.title),
        rows=[*phrases, [back]],
    )


async def reason_tapped(tap: CallbackQuery, callback_data: ReviewTap, work: Work) -> View:
    """A ready phrase, in the words of its button."""
    if callback_data.value >= len(PHRASES):
        raise NotYours("refusal-not-yours")
    return await _give_back(work, callback_data.report, tapped_words(tap), callback_data.version)


async def reason_typed(message: Message, work: Work) -> View:
    """The reason in own words; a version that changed meanwhile is refused."""
    reason = read_text(REASON, message.text or "")
    ids = work.account.place_ids
    return await _give_back(work, ids["report"], reason, ids["version"])


async def _give_back(work: Work, report_id: int, reason: str, drawn: int) -> View:
    found = await review.give_back(work, report_id, reason, drawn=drawn)
    work.account.leave()
    return await _done(work, found)


async def show_card(tap: CallbackQuery, callback_data: ReviewTap, work: Work) -> View:
    """Back from the reason to the card."""
    work.account.leave()
    return with_outcome(await review.look(work, callback_data.report))


async def files(tap: CallbackQuery, callback_data: ReviewTap, work: Work) -> View:
    """The evidence, and the card anew under it."""
    found = await review.look(work, callback_data.report)
    shown = with_outcome(found)
    return View(shown.parts, shown.rows, files=files_of(found.evidence))


@notice("review-new")
def new_report(
    report_id: int,
    version: int,
    teacher: str,
    title: str,
    on: date,
    text: str,
    files: list[list[str]],
    again: bool,
    practice: Mapping[str, Any] = NOTHING_SAID,
) -> View:
    """For the team: a report with its evidence and the two buttons."""
    facts = {"teacher": teacher, "title": title, "on": on, "text": text, "files": files}
    return view(
        say("review-new", again=again),
        _told(facts),
        *practice_lines(practice),
        rows=[*verdict(report_id, version), *way_home()],
        files=tuple(File(kind, file_id) for kind, file_id in files),
    )


@notice("review-accepted")
def accepted(title: str, by: str, accepted: int, least: int, clause: str) -> View:
    """For the teacher: accepted, and how far the count is."""
    count = [say("review-accepted-count", accepted=accepted, least=least, clause=clause)] if least else []
    return view(say("review-accepted", title=title, by=by), *count, rows=way_home())


@notice("review-returned")
def returned(report_id: int, version: int, title: str, by: str, reason: str) -> View:
    """For the teacher: what is good, what to add, one button to mend it (R0-065)."""
    mend = button(
        "review-returned.mend", ReportTap(do="mend", report=report_id, version=version), style="primary"
    )
    return view(say("review-returned", title=title, by=by, reason=reason), rows=[[mend], *way_home()])


def router() -> Router:
    """The desk."""
    routes = Router(name="review")
    routes.callback_query.register(accept, ReviewTap.filter(F.do == "accept"))
    routes.callback_query.register(ask_reason, ReviewTap.filter(F.do == "return"))
    routes.callback_query.register(reason_tapped, ReviewTap.filter(F.do == "phrase"))
    routes.callback_query.register(show_card, ReviewTap.filter(F.do == "card"))
    routes.callback_query.register(files, ReviewTap.filter(F.do == "files"))
    routes.message.register(reason_typed, At("review.reason"), F.text, ~F.text.startswith("/"))
    return routes
