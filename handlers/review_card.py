"""How a report looks to the team: the card, what can be done with it, what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handlers.anything import way_home
from handlers.callbacks import Go, ReviewTap
from handlers.practice import practice_lines
from handlers.views import Button, Say, View, button, say, view
from models.report import Report, ReportState
from models.review_question import ReviewQuestion
from services.report import card_facts

SHOWN_TEXT = 500
"""Letters of a report that a card shows; the rest is one tap away."""


def told(facts: Mapping[str, Any]) -> list[Say]:
    """The card itself, from `card_facts`."""
    words = say(
        "review-card",
        teacher=facts["teacher"],
        title=facts["title"],
        on=facts["on"],
        text=shortened(facts["text"]),
        files=len(facts["files"]),
    )
    return [words, *practice_lines(facts.get("practice", {}))]


def shortened(text: str) -> str:
    """A long report ends at a word, with an ellipsis."""
    if len(text) <= SHOWN_TEXT:
        return text
    return f"{text[:SHOWN_TEXT].rpartition(' ')[0] or text[:SHOWN_TEXT]}…"


def card(report: Report, *marks: Say) -> View:
    """One report as a team member sees it: what stands there, what is known besides, what can be done now."""
    facts = card_facts(report)
    lines = [[*marks]] if marks else []
    if report.state is ReportState.SUBMITTED:
        return view(*told(facts), *lines, rows=[*ways(facts), *way_home()])
    return view(*told(facts), *lines, _outcome(report), rows=[*_decided_rows(report), *way_home()])


def ways(facts: Mapping[str, Any]) -> list[list[Button]]:
    """Принять / Вернуть / Вопрос / Позже and the evidence, as drawn in a version."""
    ids = {"report": facts["report_id"], "version": facts["version"]}
    return [
        [
            button("review-card.accept", ReviewTap(do="accept", **ids), style="success"),
            button("review-card.return", ReviewTap(do="return", **ids)),
        ],
        [
            button("review-card.question", ReviewTap(do="question", **ids)),
            button("review-card.later", ReviewTap(do="later", **ids)),
        ],
        _evidence(facts, ids),
        _for_the_desk(ids),
    ]


def _for_the_desk(ids: dict[str, int]) -> list[Button]:
    """What is not a decision: a review for the teacher, a line for oneself."""
    return [
        button("review-card.write", ReviewTap(do="write", **ids)),
        button("review-card.note", ReviewTap(do="note", **ids)),
    ]


def _evidence(facts: Mapping[str, Any], ids: dict[str, int]) -> list[Button]:
    """What does not stand on the card: files, and the rest of a long text."""
    files, long = len(facts["files"]), len(facts["text"]) > SHOWN_TEXT
    row = [button("review-card.files", ReviewTap(do="files", **ids), files=files)] if files else []
    return [*row, button("review-card.text", ReviewTap(do="text", **ids))] if long else row


def _decided_rows(report: Report) -> list[list[Button]]:
    """What happened since, said on the way to the next one."""
    onward = [button("review-card.next", Go(place="review"), state=report.state.value)]
    if report.state is not ReportState.ACCEPTED:
        return [onward]
    return [onward, _for_the_desk({"report": report.id, "version": report.version})]


def _outcome(report: Report) -> Say:
    """What was decided, by whom and when; or that the teacher has taken it back."""
    if report.decided_at is None:
        return say("review-taken-back")
    return say(
        "review-outcome",
        state=report.state.value,
        by=report.decided_by.short_name if report.decided_by else "",
        at=report.decided_at,
        reason=reason_of(report),
    )


def reason_of(report: Report) -> Say:
    """Why it was returned, in words or by voice; nothing for an accepted one."""
    kind = "text" if report.reason else "voice" if report.reason_voice else "none"
    return say("review-why", kind=kind, reason=report.reason)


def asked(question: ReviewQuestion) -> Say:
    """A question about the report, and the answer if there is one."""
    words = question_words(question.text, spoken=bool(question.voice))
    if question.answered_at is None:
        return say("review-card-asked", question=words)
    return say(
        "review-card-answered", question=words, answer=shortened(question.answer), files=question.files
    )


def question_words(text: str, *, spoken: bool) -> Say:
    """A question as it was asked; a voice message without words is named."""
    return say("review-question-words", kind="text" if text or not spoken else "voice", text=text)


def undoing(report: Report) -> list[Button]:
    """«Отменить»: under whatever is shown after a decision."""
    return [button("review-done.undo", ReviewTap(do="undo", report=report.id, version=report.version))]
