"""A signature that waits longer than the internal term: a gentle word, then to who may enter it from paper (X17).

Working days of the regulation, never law; each hears once for each turn, nobody while the route stands still.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from models.paper import Paper, papers_of_slots, papers_silent
from models.paper_slot import Office, PaperSlot
from models.silence import who_is_in
from regulations.calendar import add_working_days
from services import signing_kind, signing_offices, speaking_hour
from services.reminder_quiet import in_the_day, who_is_away
from services.standing import Standing, Waiting
from services.work import Work


async def sweep(work: Work) -> int:
    """The clock tells silent signers, and some working days later who could help. Returns how many notices."""
    least = min(one.internal_terms.approval for one in work.rules.regulations.regulations)
    written = 0
    for paper in await work.all(papers_silent(work.now - timedelta(days=least))):
        today = signing_offices.day_of(work, paper.route)
        if not speaking_hour.has_come(work, paper.route) or paper.route.is_suspended(today):
            continue
        first, second = _steps(work, paper)
        if paper.reminded_on is None and first <= today:
            paper.silence_noted(reminded_on=today)
            written += await _remind(work, paper)
        elif paper.reminded_on is not None and second <= today and paper.reminded_on != today:
            paper.silence_noted(told_on=today)
            written += await _pass_on(work, paper)
    return written


def _steps(work: Work, paper: Paper) -> tuple[date, date]:
    """The local working days on which the signers and then the others hear."""
    terms = work.rules.of(paper.route).internal_terms
    first = add_working_days(paper.route.organisation.today(paper.stage_at), terms.approval)
    return first, add_working_days(first, terms.review_passed_on)


async def _remind(work: Work, paper: Paper) -> int:
    """Everybody whose signature is awaited, and who is in the bot."""
    asked = await _there(work, await _silent(work, paper))
    for slot, one in asked:
        once = _once("signing-word", paper, slot, one)
        work.notify(one.person.id, "signing-word", once=once, urgent=False, **_facts(work, paper, slot))
    return len(asked)


async def _pass_on(work: Work, paper: Paper) -> int:
    """Who may enter a signature from paper hears who is silent; not those themselves."""
    themselves = {one.person.id for _, one in await _silent(work, paper)}
    offices = await signing_offices.around(work, paper.route)
    slot, day = paper.due[0], signing_offices.day_of(work, paper.route)
    others = signing_offices.holders(paper, slot, day, offices, signing_offices.ENTERING)
    asked = await _there(work, [(slot, one) for one in others if one.person.id not in themselves])
    for _, one in asked:
        once = _once("signing-silent", paper, slot, one)
        work.notify(one.person.id, "signing-silent", once=once, urgent=False, **_facts(work, paper, slot))
    return len(asked)


async def _silent(work: Work, paper: Paper) -> list[tuple[PaperSlot, Office]]:
    offices = await signing_offices.around(work, paper.route)
    day = signing_offices.day_of(work, paper.route)
    return [(slot, one) for slot in paper.due for one in signing_offices.holders(paper, slot, day, offices)]


async def _there(work: Work, asked: list[tuple[PaperSlot, Office]]) -> list[tuple[PaperSlot, Office]]:
    """Those who have come into the bot."""
    there = (
        set(await work.session.scalars(who_is_in([one.person.id for _, one in asked]))) if asked else set()
    )
    return [(slot, one) for slot, one in asked if one.person.id in there]


def _once(kind: str, paper: Paper, slot: PaperSlot, office: Office) -> str:
    return f"{kind}:{slot.id}:{paper.stage_at.isoformat()}:{office.person.id}"


def _facts(work: Work, paper: Paper, slot: PaperSlot) -> dict[str, Any]:
    return {
        "slot": slot.id,
        "version": slot.version,
        "name": paper.route.teacher.short_name,
        "role": signing_kind.title(work, paper, slot.held_by[0]),
        "since": paper.route.organisation.today(paper.stage_at),
    }


async def that_stand(work: Work, those: Sequence[Waiting]) -> dict[int, Standing]:
    """A word about a signature that is there meanwhile is needless; nobody hears it on vacation."""
    papers = await work.all(papers_of_slots({one.facts["slot"] for one in those}))
    due = {slot.id for paper in papers for slot in paper.due}
    away = await who_is_away(work, those)
    return {
        one.id: in_the_day(work, one, dict(one.facts))
        for one in those
        if one.facts["slot"] in due and one.person.id not in away
    }
