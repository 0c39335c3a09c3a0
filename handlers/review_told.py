"""What people hear of a review: the team of a new report, the teacher of the word on it (R0-065)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from handlers.anything import way_home
from handlers.callbacks import Go, ReportTap
from handlers.notices import notice
from handlers.review_card import told, ways
from handlers.views import File, Say, View, button, say, view
from services import review_digest

NOTHING_SAID: Mapping[str, Any] = MappingProxyType({})


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
    """For the team: a report with its evidence and everything that can be done with it."""
    facts = {
        "report_id": report_id,
        "version": version,
        "teacher": teacher,
        "title": title,
        "on": on,
        "text": text,
        "files": files,
        "practice": practice,
    }
    return view(
        say("review-new", again=again),
        *told(facts),
        rows=[*ways(facts), *way_home()],
        files=tuple(File(kind, file_id) for kind, file_id in files),
    )


@notice("review-accepted")
def accepted(
    title: str, by: str, accepted: int, least: int, clause: str, review: Mapping[str, Any] | None = None
) -> View:
    """For the teacher: accepted, what was strong, and how far the count is."""
    count = [say("review-accepted-count", accepted=accepted, least=least, clause=clause)] if least else []
    lines = [lines_of(review)] if review else []
    return view(say("review-accepted", title=title, by=by), *lines, *count, rows=way_home())


@notice("review-returned")
def returned(report_id: int, version: int, title: str, by: str, reason: str, voice: str = "") -> View:
    """For the teacher: what is good, what to add, one button to mend it (R0-065)."""
    mend = button(
        "review-returned.mend", ReportTap(do="mend", report=report_id, version=version), style="primary"
    )
    why = say("review-why", kind="text" if reason else "voice", reason=reason)
    files = (File("voice", voice),) if voice else ()
    return view(say("review-returned", title=title, by=by, why=why), rows=[[mend], *way_home()], files=files)


def lines_of(review: Mapping[str, Any]) -> list[Say]:
    """A short review: what is strong first, then the advice, then own words."""
    lines = [say("review-strong", words=review["strong"])]
    if review["advice"]:
        lines.append(say("review-advice", words=review["advice"]))
    return [*lines, say("review-words", words=review["words"])] if review["words"] else lines


@notice("review-digest", check=review_digest.that_stand)
def digest(day: date, waiting: int, long: int) -> View:
    """For whoever reviews: how many wait this morning, and one button to begin."""
    begin = button("review-digest.begin", Go(place="review"), style="primary")
    return view(say("review-digest", waiting=waiting, long=long), rows=[[begin], *way_home()])
