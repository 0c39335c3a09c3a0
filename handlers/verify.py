"""`/start verify_…`: what the square on a paper leads to; to strangers nothing of whose it is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from handlers import places
from handlers.anything import way_home
from handlers.callbacks_signing import SignTap
from handlers.views import Button, Say, View, button, say, view
from models.paper import Paper
from services import papers, verify
from services.verify import Standing, Verdict
from services.work import Work

SHOWN = 16
"""Letters of the check sum: enough to compare by eye."""


async def checked(work: Work, code: str) -> View:
    """Genuine or not, and whether it still counts; where the person is stays as it was."""
    found = await verify.check(work, code)
    if found.paper is None:
        return await _beside(work, [say("verify-unknown")])
    lines = [_verdict(found), *_about(work, found.paper)]
    if not await papers.knows_whose(work, found.paper):
        return await _beside(work, lines)
    lines.insert(1, say("verify-whose", name=found.paper.route.teacher.short_name))
    return await _beside(work, lines, _ways(found.paper))


async def _beside(work: Work, lines: list[Say], ways: tuple[Button, ...] = ()) -> View:
    """What was found; a stranger is told below it what this bot is."""
    if work.account.person is None:
        shown = await places.here(work)
        return replace(shown, parts=(tuple(lines), *shown.parts)).in_new_message()
    return view(lines, rows=[ways, *way_home()]).in_new_message()


def _verdict(found: Standing) -> Say:
    facts: dict[str, Any] = {"verdict": found.verdict.value, "count": found.corrections}
    paper, newer = found.paper, found.newer
    assert paper is not None
    at = paper.closed_at or paper.opened_at
    replaced = newer if found.verdict is Verdict.REPLACED else None
    return say(
        "verify",
        **facts,
        on=paper.route.organisation.today(at),
        newer=replaced.number if replaced is not None else 0,
        going=newer is not None and replaced is None,
    )


def _about(work: Work, paper: Paper) -> list[Say]:
    regulation = work.rules.of(paper.route)
    return [
        say("verify-paper", paper=paper.kind.value, number=paper.number),
        say("signing-base", regulation=regulation.short_title, edition=paper.edition),
        say("verify-sha", sha=paper.fingerprint[:SHOWN]),
    ]


def _ways(paper: Paper) -> tuple[Button, ...]:
    data = [SignTap(do="protocol", slot=one.id, version=one.version) for one in paper.slots[:1]]
    return tuple(button("verify.protocol", one) for one in data)
