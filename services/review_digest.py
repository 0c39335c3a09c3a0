"""One digest at 08:30 on working days for whoever has reports to review: how many, how many for long (S-15.1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from models.reminder_settings import settings_of_all
from models.review_queue import Morning, mornings_held, reports_waited_for, zones
from regulations.calendar import weekend_or_holiday
from services import once
from services.standing import Standing, Waiting
from services.work import Work

AT = time(8, 30)
LATEST = time(12)
"""After a longer silence the morning is over: whoever opens the bot sees the queue in the menu."""
LONG = timedelta(days=7)


@dataclass(frozen=True)
class Queue:
    """What waits for one person in the morning; what waits for a teacher's answer is left out."""

    waiting: int
    long: int


async def sweep(work: Work) -> int:
    """The clock writes the morning's digests, one a person and working day. Returns how many.

    Safe at any moment, in several workers, after a restart. Whose queue is empty hears nothing.
    """
    if not await _mornings(work):
        return 0
    marks = {one.timezone: one for one in await work.all(mornings_held())}
    written = 0
    for timezone, day in await _mornings(work):
        written += await _write(work, timezone, day)
        if timezone in marks:
            marks[timezone].written(day)
        else:
            work.session.add(Morning(timezone=timezone, day=day))
    await work.session.flush()
    return written


async def _mornings(work: Work) -> list[tuple[str, date]]:
    """The zones whose morning has come and is not written; none, in nearly every tick."""
    found = []
    for timezone, written in await work.session.execute(zones()):
        local = work.now.astimezone(ZoneInfo(timezone))
        if written != local.date() and AT <= local.time() < LATEST and not weekend_or_holiday(local.date()):
            found.append((timezone, local.date()))
    return found


async def _write(work: Work, timezone: str, day: date) -> int:
    queues = await _queues(work, day, timezone=timezone)
    keys = {person_id: f"digest:{day.isoformat()}:{person_id}" for person_id in queues}
    told = await once.already_told(work, list(keys.values()))
    away = await _on_vacation(work, day, list(queues))
    left = {person_id: key for person_id, key in keys.items() if key not in told and person_id not in away}
    for person_id, key in left.items():
        queue = queues[person_id]
        work.notify(
            person_id,
            "review-digest",
            once=key,
            urgent=False,
            day=day,
            waiting=queue.waiting,
            long=queue.long,
        )
    return len(left)


async def _on_vacation(work: Work, day: date, people: list[int]) -> set[int]:
    """Who has said in /remind that they are away that day."""
    return {
        one.person_id
        for one in await work.all(settings_of_all(people))
        if one.vacation is not None and one.vacation[0] <= day <= one.vacation[1]
    }


async def _queues(
    work: Work, day: date, *, timezone: str = "", people: Collection[int] = ()
) -> dict[int, Queue]:
    """The queues of everybody in a zone, or of these people, by person: one query."""
    sent: dict[int, list[date]] = defaultdict(list)
    query = reports_waited_for(day, timezone=timezone, people=people)
    for person_id, at, zone in await work.session.execute(query):
        sent[person_id].append((at or work.now).astimezone(ZoneInfo(zone)).date())
    return {
        person_id: Queue(len(days), sum(day - one > LONG for one in days)) for person_id, days in sent.items()
    }


async def that_stand(work: Work, waiting: Sequence[Waiting]) -> dict[int, Standing]:
    """A digest that could not go in time: with the numbers of now, and only on its own day."""
    found = {}
    for one in waiting:
        day = one.person.organisation.today(work.now)
        queue = (await _queues(work, day, people=[one.person.id])).get(one.person.id)
        if day == one.facts["day"] and queue is not None:
            facts = {**one.facts, "waiting": queue.waiting, "long": queue.long}
            found[one.id] = Standing(facts)
    return found
