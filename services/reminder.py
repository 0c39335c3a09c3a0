"""Reminders are a sweep: at any moment, as often as one likes, after any downtime (DESIGN 16, S-08, S-14)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date
from typing import Any
from zoneinfo import ZoneInfo

from models.reminder import (
    Cohort,
    Group,
    cohorts_begun,
    facts_told,
    grouped,
    groups,
    snoozes_between,
    sweeps_held,
    written_up_to,
)
from regulations.ladder import due
from regulations.reminder_days import USUAL
from services import reminder_nudge, reminder_personal, reminder_snooze, reminder_tasks, silence
from services.reminder_evening import Evening, last_evening, leaves_alone, unwritten_since
from services.reminder_tasks import Task
from services.work import Letter, Work

Letters = dict[str, tuple[Evening, int, list[dict[str, Any]]]]
"""Reminders by their `once` key: of which evening, for whom, about what."""


async def sweep(work: Work) -> int:
    """The clock writes what is due everywhere: one reminder a person and evening, and «Было?» questions.

    Returns how many notices. Safe at any moment, in several workers, after any downtime: only the most
    urgent rung that was reached is told, and nothing in the quiet hours.
    """
    await work.session.execute(cohorts_begun())
    waiting = any(_waits(work, Group._make(row)) for row in await work.session.execute(groups()))
    if not waiting and not await reminder_personal.is_anybody_due(work):
        return 0
    await work.session.execute(sweeps_held())
    personal = await reminder_personal.unwritten(work)
    usual = await _unwritten(work)
    evenings = [*usual, *personal]
    written = await _remind(work, evenings)
    for evening in evenings:
        written += await reminder_nudge.ask(work, evening)
    for evening in usual:
        written += await silence.tell(work, evening)
        await work.session.execute(written_up_to(evening.groups, evening.on))
    await reminder_personal.mark(work, personal)
    await work.session.flush()
    return written


async def _unwritten(work: Work) -> list[Evening]:
    """The evenings whose hour has come and that are not written."""
    members: dict[Group, set[Cohort]] = defaultdict(set)
    for *alike, organisation_id in await work.session.execute(grouped()):
        group = Group._make(alike)
        members[group].add(Cohort(organisation_id, group.regulation, group.edition))
    found: dict[Evening, list[Group]] = defaultdict(list)
    for group in members:
        evening = _waits(work, group)
        if evening is not None:
            found[evening].append(group)
    return [
        replace(evening, groups=frozenset(alike), cohorts=frozenset().union(*(members[one] for one in alike)))
        for evening, alike in found.items()
    ]


def _waits(work: Work, group: Group) -> Evening | None:
    """The evening of a group, without its cohorts; None where it is written, or people are left alone now."""
    ladder = work.rules.regulations.get(group.regulation, group.edition).reminders.ladder()
    zone, swept = ZoneInfo(group.timezone), group.evening
    local = work.now.astimezone(zone)
    on = last_evening(ladder, USUAL, local)
    if swept == on or leaves_alone(ladder, USUAL, local):
        return None
    again = swept is not None and swept > on
    return Evening(zone, ladder, unwritten_since(swept, on), on, again=again)


async def _remind(work: Work, evenings: Iterable[Evening]) -> int:
    """One notice for each person and hour, with everything that is due then."""
    letters: Letters = {}
    for evening in evenings:
        hour = f"{evening.moment.astimezone(UTC):%H%M}"
        for task, rung in await _due(work, evening):
            key = reminder_snooze.prefix(evening.on, task.person_id) + hour
            letter = (evening, task.person_id, list[dict[str, Any]]())
            letters.setdefault(key, letter)[2].append({**task.line(), "rung": rung})
    return await work.notify_many("reminder-day", _written(letters))


def _written(letters: Letters) -> Iterator[Letter]:
    """A person hears once about an evening; routes with another hour or zone have another evening."""
    for key, (evening, person_id, lines) in letters.items():
        lines.sort(key=lambda line: (line["on"], line["kind"], line["id"]))
        day, back = evening.on.toordinal(), evening.sums_up_a_vacation
        yield person_id, key, {"day": day, "lines": lines, "back": back}


async def _due(work: Work, evening: Evening) -> list[tuple[Task, str]]:
    """What the ladder tells now, what was put off to now and still matters, what took place in a vacation.

    Each with the key of its rung.
    """
    local = work.now.astimezone(evening.zone)
    snoozes = await work.all(snoozes_between(evening.first, evening.on))
    again = reminder_snooze.things(snoozes)
    missed = await reminder_nudge.told_with_the_rest(work, evening)
    tasks = await reminder_tasks.around(work, evening, {thing for thing, _ in again} | missed)
    by_thing = {task.deadline.thing: task for task in tasks if task.matters(local.date())}
    due_again = {thing: again[thing, on] for thing, on in again if _stands(by_thing.get(thing), on)}
    deadlines = [task.deadline for task in by_thing.values()]
    told = await _told_before(work, by_thing.values()) if evening.again else frozenset()
    clock = local.date(), local.time()
    found = due(deadlines, evening.ladder, *clock, snoozes=due_again, told=told, days=evening.days)
    rungs = dict.fromkeys(missed, "") | {one.deadline.thing: one.once for one in found}
    return [(task, rungs[thing]) for thing, task in by_thing.items() if thing in rungs]


async def _told_before(work: Work, tasks: Iterable[Task]) -> frozenset[str]:
    """The rungs that these people have heard of: asked only after the clock was moved back."""
    found = await work.session.execute(facts_told({task.person_id for task in tasks}, "reminder-day"))
    return frozenset(line.get("rung", "") for _, facts in found for line in facts.get("lines", ()))


def _stands(task: Task | None, on: date) -> bool:
    return task is not None and task.deadline.on == on
