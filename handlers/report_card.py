"""The teacher's own report as they see it: the next question first, then everything so far, and the ways on."""

from __future__ import annotations

from collections import Counter
from math import ceil

from handlers import places
from handlers.anything import way_home
from handlers.callbacks import EvidenceTap, Go, PracticeTap, ReportTap
from handlers.practice import practice_lines
from handlers.review_card import reason_of
from handlers.views import Button, Say, View, button, say, view
from models.evidence import Evidence, Oversize
from models.practice import PracticeQuestion
from models.report import Report, ReportState
from services import report_reopen
from services.report import practice_facts
from services.work import Work

MEGABYTE = 1024 * 1024


def draw(work: Work, found: Report) -> View:
    """The report in its state."""
    key = {"report": found.id, "version": found.version}
    if found.state is ReportState.SUBMITTED:
        return _sent(found)
    if found.state is ReportState.ACCEPTED:
        own = report_reopen.is_own_mark(found)
        ask = button("report-accepted.ask", ReportTap(do="ask-back", **key), own=own)
        asked = found.reopen_asked_at is not None
        told = say("report-accepted", title=found.activity.title, at=found.decided_at, own=own)
        return view(
            told, *([say("report-reopen-asked")] if asked else []), rows=[[] if asked else [ask], *way_home()]
        )
    large = next((one for one in found.evidence if one.undecided), None)
    if large is not None:
        return _large(found, large, work.rules.largest_copy)
    return _draft(found)


def _sent(found: Report) -> View:
    key = {"report": found.id, "version": found.version}
    if not found.edits:
        back = button("report-sent.back", ReportTap(do="back", **key))
        return view(say("report-sent", title=found.activity.title), rows=[[back], *way_home()])
    yes = button("report-edited.yes", ReportTap(do="revise", **key), style="success")
    no = button("report-edited.no", ReportTap(do="forget", **key))
    text = "\n".join(edit.text for edit in found.edits)
    return view(say("report-edited", title=found.activity.title, text=text), rows=[[yes], [no]])


def _head(found: Report) -> list[Say]:
    if found.state is not ReportState.RETURNED:
        return []
    asked_for = not found.reason and not found.reason_voice
    return [say("report-open-again") if asked_for else say("report-returned", reason=reason_of(found))]


def _draft(found: Report) -> View:
    key = {"report": found.id, "version": found.version}
    later = button("report-draft.later", Go(place=places.HOME))
    if not found.said and not found.evidence:
        back = [button("report-ask.back", ReportTap(do="discard", **key))] if found.is_unseen else []
        return view(*_head(found), say("report-ask", title=found.activity.title), rows=[back, [later]])
    practice = practice_lines(practice_facts(found))
    asked, answers = _question(found)
    return view(
        *_head(found),
        say("report-draft", title=found.activity.title),
        [*_so_far(found), *practice],
        *asked,
        rows=[
            [button("report-draft.send", ReportTap(do="send", **key), style="success")],
            *answers,
            [button("report-draft.change", ReportTap(do="change", **key))],
            _recording(found),
            [later],
        ],
    )


def _recording(found: Report) -> list[Button]:
    """A reason that was given by voice can be heard again."""
    if found.state is not ReportState.RETURNED or not found.reason_voice:
        return []
    return [button("review-why.hear", ReportTap(do="hear", report=found.id, version=found.version))]


def _question(found: Report) -> tuple[list[Say], list[list[Button]]]:
    """What the draft would like to know: never needed, so the way on stands above it."""
    key = {"report": found.id, "version": found.version}
    if found.question is PracticeQuestion.APPLIED:
        return [say("report-applied")], [
            [
                button("report-applied.yes", PracticeTap(do="yes", **key)),
                button("report-applied.not-yet", PracticeTap(do="not_yet", **key)),
            ],
            [button("report-applied.not-fit", PracticeTap(do="not_fit", **key))],
        ]
    if found.question is PracticeQuestion.HOW:
        return [say("report-how")], [[button("report-how.skip", PracticeTap(do="skip", **key))]]
    if found.question is PracticeQuestion.SHARED:
        return [say("report-shared")], [
            [
                button("report-shared.yes", PracticeTap(do="shared", **key)),
                button("report-shared.no", PracticeTap(do="not-shared", **key)),
            ]
        ]
    return [], []


def _so_far(found: Report) -> list[Say]:
    lines = [say("report-draft-text", text=found.text)] if found.said else [say("report-draft-no-text")]
    counts = Counter(one.kind for one in found.evidence if not one.without_copy)
    lines += [say("report-draft-files", kind=kind.value, count=count) for kind, count in counts.items()]
    lines += [_only_in_chat(one) for one in found.evidence if one.without_copy]
    return lines if found.evidence else [*lines, say("report-draft-no-files")]


def megabytes(evidence: Evidence) -> int:
    """The size as people speak of it."""
    return ceil((evidence.size or 0) / MEGABYTE)


def _only_in_chat(one: Evidence) -> Say:
    way = one.oversize.value if one.oversize else Oversize.CHAT.value
    return say("report-draft-large", kind=one.kind.value, size=megabytes(one), way=way)


def _large(found: Report, one: Evidence, limit: int) -> View:
    """A file over Telegram's limit: four ways on, and the report is not lost (S-09)."""
    key = {"report": found.id, "version": found.version, "evidence": one.id}
    return view(
        say("report-large", kind=one.kind.value, size=megabytes(one), limit=limit // MEGABYTE),
        rows=[
            [button("report-large.link", EvidenceTap(do="link", **key))],
            [button("report-large.compress", EvidenceTap(do="compress", **key))],
            [button("report-large.chat", EvidenceTap(do="chat", **key))],
            [button("report-large.methodist", EvidenceTap(do="methodist", **key))],
            [button("report-draft.later", Go(place=places.HOME))],
        ],
    )
