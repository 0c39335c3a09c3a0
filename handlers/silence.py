"""A gentle word about reports that wait long: to the reviewers, later to the methodists (X17)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.notices import notice
from handlers.reminder_lines import brief
from handlers.views import Say, View, button, say, view
from services import silence

MOST_LINES = 4

Line = Mapping[str, Any]


@notice("silence-word", check=silence.lines_that_stand)
def word(lines: Sequence[Line]) -> View:
    """For a reviewer: whose reports wait, since when, and that it is an internal term."""
    open_queue = button("silence-word.open", Go(place="review"), style="primary")
    return view(say("silence-word", several=len(lines) > 1), _said(lines), rows=[[open_queue], *way_home()])


@notice("silence-passed", check=silence.lines_that_stand)
def passed(lines: Sequence[Line]) -> View:
    """For a methodist: which reports wait, and for whom; help may be needed there."""
    return view(
        say("silence-passed", several=len(lines) > 1), _said(lines), say("silence-help"), rows=way_home()
    )


def _said(lines: Sequence[Line]) -> list[Say]:
    shown = [_line(line) for line in lines[:MOST_LINES]]
    more = len(lines) - len(shown)
    return [*shown, say("silence-more", more=more)] if more else shown


def _line(line: Line) -> Say:
    teacher, title, since = line["teacher"], brief(line["title"]), line["since"]
    if line["by"]:
        return say("silence-line-by", teacher=teacher, title=title, since=since, by=line["by"])
    return say("silence-line", teacher=teacher, title=title, since=since)
