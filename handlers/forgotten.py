"""Words that went with the consent of their author (S-19.1)."""

from __future__ import annotations

from handlers.views import Say, say


def kept(words: str) -> str | Say:
    """What was typed; where nothing is left of it, that it was deleted."""
    return words or say("mydata-forgotten")
