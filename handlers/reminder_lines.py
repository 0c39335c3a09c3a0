"""The lines of a reminder: what, when, how many days are left; and what a tap about one of them does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from handlers import final_event_form
from handlers.callbacks import ActivityTap, FinalEventTap
from handlers.views import Data, Say, say

MOST_LINES = 5
LONGEST_TITLE = 60

Line = Mapping[str, Any]


def said(lines: Sequence[Line], today: date) -> list[Say]:
    """The lines in words, the nearest first; the rest is counted."""
    shown = [line_of(line, today) for line in lines[:MOST_LINES]]
    more = len(lines) - len(shown)
    return [*shown, say("reminder-more", more=more)] if more else shown


def line_of(line: Line, today: date) -> Say:
    """One line on that day; a late report without blame."""
    on: date = line["on"]
    title, left = brief(line["title"]), (on - today).days
    if line["kind"] == "activity":
        period = bool(line.get("period"))
        return say("reminder-activity", title=title, on=on, left=left, period=period)
    if line["kind"] == "route":
        return say("reminder-route-over", on=on) if left < 0 else say("reminder-route", on=on, left=left)
    if line["kind"] == "final_event":
        if left < 0:
            return say("reminder-final-event-over", title=title, on=on)
        return say("reminder-final-event", title=title, on=on, left=left)
    if left < 0:
        return say("reminder-report-late", title=title, on=on)
    return say("reminder-report", title=title, on=on, left=left)


def brief(title: str) -> str:
    """A title as a line of several has room for it, cut between words where it can be."""
    if len(title) <= LONGEST_TITLE:
        return title
    cut = title[: LONGEST_TITLE - 1]
    words, _, _ = cut.rpartition(" ")
    return f"{(words or cut).rstrip(' ,.:;')}…"


def done_tap(line: Line) -> Data | None:
    """«Уже сделано»: the question whether it was, the draft of the report, the card of the event."""
    if line["kind"] in ("activity", "report"):
        return ActivityTap(do="report", activity=line["id"], version=line["version"])
    if line["kind"] == "final_event":
        return FinalEventTap(do="open", event=line["id"], version=line["version"])
    return None


def move_tap(line: Line) -> Data | None:
    """«Перенести»: the question for the new date; None where the date is not the teacher's to change."""
    if not line["moves"]:
        return None
    if line["kind"] == "final_event":
        return final_event_form.date_tap(line["id"], line["version"])
    return ActivityTap(do="moved", activity=line["id"], version=line["version"])
