"""What somebody wanted when a question came first: kept beside the question, done by itself once that is answered.

Not after a while: who has tapped long ago sees the card with its button once more, so that nothing old is carried out.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from handlers import places
from handlers.views import Say, View, Wanted, say
from services.work import Work

FRESH = timedelta(minutes=15)
"""How long after the tap the bot goes on by itself. Ours: as long as the second code holds."""


def kept(work: Work, wanted: Wanted | None) -> dict[str, Any]:
    """The ids of a question's place: where the person is now, and what they wanted there."""
    account = work.account
    ids: dict[str, Any] = {"back": {"place": account.place, "ids": account.place_ids}}
    if wanted is not None:
        ids["wanted"] = {"tap": wanted.tap, "text": wanted.text, "at": work.now.isoformat()}
    return ids


def go_back(work: Work) -> Mapping[str, Any] | None:
    """The person is where they were before the question; what they wanted there, if anything."""
    account, ids = work.account, work.account.place_ids
    before = ids.get("back") or {}
    account.go(str(before.get("place", "")), **before.get("ids", {}))
    found: Mapping[str, Any] | None = ids.get("wanted")
    return found


async def go_on(work: Work, said: Say) -> View:
    """The question is answered: the turn goes on with what was wanted; its card, where that is long ago."""
    found = go_back(work)
    if found is None:
        return (await places.here(work)).led_by(said)
    if work.now - datetime.fromisoformat(found["at"]) < FRESH:
        return View((said,), goes_on=Wanted(found["tap"], found["text"]))
    return (await places.fresh_or_here(work, found["tap"])).led_by(said, say("wanted-late"))
