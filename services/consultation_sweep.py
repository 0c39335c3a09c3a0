"""Agreed talks: both are reminded the evening before and in the morning; the teacher is asked afterwards (X17)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from models.consultation import Consultation, consultation_noted, consultations_around, consultations_named
from models.help_request import HelpState
from services import speaking_hour
from services.consultation import facts
from services.help_request import letter
from services.once import unheard
from services.reminder_quiet import away, on_vacation, who_is_away
from services.standing import Standing, Waiting
from services.work import Work

MORNING = time(8)
"""Where a regulation has no quiet hours."""
ASKED_WITHIN = timedelta(days=5)


async def sweep(work: Work) -> int:
    """The clock looks at the talks of these days. Returns how many notices."""
    day, written = work.now.date(), 0
    around = consultations_around(day - ASKED_WITHIN, day + timedelta(days=2))
    for one in await work.all(around):
        route = one.request.route
        local = route.organisation.local(work.now)
        if speaking_hour.is_quiet(work, route) or route.is_suspended(local.date()):
            continue
        if _is_to_remind(work, one, local):
            written += await _remind(work, one, local.date())
        elif _is_to_ask(work, one, local):
            written += await _ask(work, one, local.date())
    return written


def _is_to_remind(work: Work, one: Consultation, local: datetime) -> bool:
    """On the eve at the hour of reminders, on the day in the morning, before it begins."""
    ladder = speaking_hour.ladder_of(work, one.request.route)
    today = local.date()
    if one.reminded_on == today:
        return False
    if today == one.on_date - timedelta(days=1):
        return local.time() >= ladder.at
    return today == one.on_date and (ladder.quiet_to or MORNING) <= local.time() < one.at_time


def _is_to_ask(work: Work, one: Consultation, local: datetime) -> bool:
    """The evening after, unless the teacher has said it already."""
    at = speaking_hour.ladder_of(work, one.request.route).at
    waits = one.asked_on is None and one.request.state is HelpState.ANSWERED
    return waits and local.date() > one.on_date and local.time() >= at


async def _remind(work: Work, one: Consultation, today: date) -> int:
    request = one.request
    await work.session.execute(consultation_noted([one.id], reminded_on=today))
    gone = await away(work, (request.route.teacher, request.addressee))
    people = {request.route.teacher_id, request.addressee_id} - gone
    hearing = await unheard(work, f"consultation-soon:{one.id}:{today}", people)
    for person_id, once in hearing.items():
        own = person_id == request.route.teacher_id
        work.notify(
            person_id, "consultation-soon", once=once, time=facts(one), to_teacher=own, **letter(request)
        )
    return len(hearing)


async def _ask(work: Work, one: Consultation, today: date) -> int:
    """Asked once; a teacher on vacation is asked when they are back, within these days."""
    if await on_vacation(work, [one.request.route.teacher]):
        return 0
    await work.session.execute(consultation_noted([one.id], asked_on=today))
    work.notify(
        one.request.route.teacher_id,
        "consultation-after",
        once=f"consultation-after:{one.id}",
        urgent=False,
        time=facts(one),
        **letter(one.request),
    )
    return 1


async def talks_that_stand(work: Work, waiting: Sequence[Waiting]) -> dict[int, Standing]:
    """A reminder of what was called off or has begun is needless; so is one in a break or a vacation."""
    ids = {one.facts["time"]["id"] for one in waiting}
    still = {one.id: one for one in await work.all(consultations_named(ids))}
    gone, found = await who_is_away(work, waiting), {}
    for one in waiting:
        talk = still.get(one.facts["time"]["id"])
        if talk is not None and one.person.id not in gone and _is_ahead(work, talk):
            found[one.id] = Standing({**one.facts, "time": facts(talk)})
    return found


def _is_ahead(work: Work, one: Consultation) -> bool:
    local = one.request.route.organisation.local(work.now)
    still = one.request.route.is_suspended(local.date())
    return not still and (local.date(), local.time()) < (one.on_date, one.at_time)
