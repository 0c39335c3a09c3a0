"""What came of an activity, in words: tried in class, told to colleagues; for the teacher and the team."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handlers.views import Say, say


def practice_lines(facts: Mapping[str, Any]) -> list[Say]:
    """A line for each answer; nothing for a question that was not answered."""
    lines = []
    if facts.get("how"):
        lines.append(say("report-practice-how", how=facts["how"]))
    elif "applied" in facts:
        lines.append(say("report-practice-applied", applied=facts["applied"]))
    if "shared" in facts:
        lines.append(say("report-practice-shared", shared=facts["shared"]))
    return lines
