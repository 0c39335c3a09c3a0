"""Requests for help that wait longer than the internal term: a gentle word to the addressee, then to the teacher (X17).

Each hears once; the second step comes as many working days after the first. Nobody hears while the route stands
still; a teacher on vacation hears after it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from models.help_request import HelpRequest, help_still_open, help_unanswered, silence_noted
from models.silence import who_is_in
from regulations.calendar import add_working_days
from services import speaking_hour
from services.help_request import letter
from services.reminder_quiet import in_the_day, on_vacation, who_is_away
from services.standing import Standing, Waiting
from services.work import Work


async def sweep(work: Work) -> int:
    """The clock tells addressees and teachers what waits. Returns how many notices."""
    least = min(one.internal_terms.help_answer for one in work.rules.regulations.regulations)
    late = await work.all(help_unanswered(work.now - timedelta(days=least)))
    due = [one for one in late if speaking_hour.has_come(work, one.route) and not _stands_still(work, one)]
    gone = await on_vacation(work, [one.route.teacher for one in due])
    words: dict[int, list[HelpRequest]] = defaultdict(list)
    passed = []
    for one in due:
        first, second = _steps(work, one)
        today = _today(work, one)
        if one.reminded_on is None and first <= today:
            words[one.addressee_id].append(one)
        elif one.reminded_on is not None and second <= today and one.reminded_on != today:
            passed += [one] if one.route.teacher_id not in gone else []
    return await _remind(work, words) + await _tell_teachers(work, passed)


def _today(work: Work, request: HelpRequest) -> date:
    return request.route.organisation.today(work.now)


def _stands_still(work: Work, request: HelpRequest) -> bool:
    return request.route.is_suspended(_today(work, request))


def _steps(work: Work, request: HelpRequest) -> tuple[date, date]:
    """The local working days on which the addressee and then the teacher hear."""
    term = work.rules.of(request.route).internal_terms.help_answer
    first = add_working_days(request.route.organisation.today(request.waits_since), term)
    return first, add_working_days(first, term)


async def _remind(work: Work, words: dict[int, list[HelpRequest]]) -> int:
    """One message a person; who is not in the bot is passed over, the teacher hears later."""
    there = set(await work.session.scalars(who_is_in(words.keys()))) if words else set()
    written = 0
    for person_id, requests in words.items():
        today = _today(work, requests[0])
        await work.session.execute(silence_noted([one.id for one in requests], reminded_on=today))
        if person_id in there:
            lines = [_line(one) for one in requests]
            once = f"help-word:{today}:{person_id}:{requests[0].id}"
            work.notify(person_id, "help-request-word", once=once, urgent=False, lines=lines)
            written += 1
    return written


async def _tell_teachers(work: Work, requests: Sequence[HelpRequest]) -> int:
    for one in requests:
        today = _today(work, one)
        await work.session.execute(silence_noted([one.id], told_on=today))
        once = f"help-silent:{one.id}:{one.waits_since.isoformat()}"
        work.notify(one.route.teacher_id, "help-request-silent", once=once, urgent=False, **letter(one))
    return len(requests)


def _line(request: HelpRequest) -> dict[str, Any]:
    since = request.route.organisation.today(request.waits_since)
    return {
        "request": request.id,
        "teacher": request.route.teacher.short_name,
        "title": request.title,
        "since": since,
    }


async def lines_that_stand(work: Work, waiting: Sequence[Waiting]) -> dict[int, Standing]:
    """Lines about what was answered or passed on meanwhile are left out; without a line the word is needless."""
    ids = {line["request"] for one in waiting for line in one.facts["lines"]}
    still = [one for one in await work.all(help_still_open(ids)) if not _stands_still(work, one)]
    since = {one.id: _line(one)["since"] for one in still}
    away = await who_is_away(work, waiting)
    found = {}
    for one in waiting:
        lines = [line for line in one.facts["lines"] if since.get(line["request"]) == line["since"]]
        if lines and one.person.id not in away:
            found[one.id] = in_the_day(work, one, {**one.facts, "lines": lines})
    return found


async def silences_that_stand(work: Work, waiting: Sequence[Waiting]) -> dict[int, Standing]:
    """What was answered meanwhile is not told as silence."""
    ids = {one.facts["request"] for one in waiting}
    still = {one.id: one for one in await work.all(help_still_open(ids)) if not _stands_still(work, one)}
    return {
        one.id: in_the_day(work, one, {**one.facts, **letter(still[one.facts["request"]])})
        for one in waiting
        if one.facts["request"] in still
    }
