"""Reminders are a sweep: at any moment, as often as one likes, after any downtime (DESIGN 16, S-08, S-14)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date
from typing import Any
from zoneinfo import ZoneInfo

from models.reminder import Swept, cohorts, facts_told, snoozes_between, sweeps_held
from regulations.ladder import Ladder, due
from regulations.reminder_days import USUAL
from services import once, reminder_nudge, reminder_personal, reminder_snooze, reminder_tasks, silence
from services.reminder_evening import Cohort, Evening, last_evening, leaves_alone, unwritten_since
from services.reminder_tasks import Task
from services.work import Work

Marks = Mapping[Cohort, Swept]
Letters = dict[str, tuple[Evening, int, list[dict[str, Any]]]]
"""Reminders by their `once` key: of which evening, for whom, about what."""


async def sweep(work: Work) -> int:
    """The clock writes what is due everywhere: one reminder a person and evening, and «Было?» questions.

    Returns how many notices. Safe at any moment, in several workers, after any downtime: only the most
    urgent rung that was reached is told, and nothing in the quiet hours.
    """
    if not await _unwritten(work) and not await reminder_personal.is_anybody_due(work):
        return 0
    marks = {Cohort.of(row): row for row in await work.all(sweeps_held())}
    personal = await reminder_personal.unwritten(work)
    apart = await reminder_personal.apart(work)
    usual = [replace(evening, apart=apart) for evening in await _unwritten(work)]
    evenings = [*usual, *personal]
    written = await _remind(work, evenings)
    for evening in evenings:
        written += await reminder_nudge.ask(work, evening)
    for evening in usual:
        written += await silence.tell(work, evening)
    _mark(work, usual, marks)
    await reminder_personal.mark(work, personal)
    await work.session.flush()
    return written


async def _unwritten(work: Work) -> list[Evening]:
    """The evenings whose hour has come and that are not written; none, in nearly every tick."""
    found: dict[tuple[str, Ladder, date, date, bool], set[Cohort]] = defaultdict(set)
    for organisation_id, timezone, regulation, edition, swept in await work.session.execute(cohorts()):
        ladder = work.rules.regulations.get(regulation, edition).reminders.ladder()
        local = work.now.astimezone(ZoneInfo(timezone))
        on = last_evening(ladder, USUAL, local)
        if swept != on and not leaves_alone(ladder, USUAL, local):
            cohort = Cohort(organisation_id, regulation, edition)
            again = swept is not None and swept > on
            found[timezone, ladder, unwritten_since(swept, on), on, again].add(cohort)
    return [
        Evening(ZoneInfo(timezone), ladder, after, on, frozenset(members), again=again)
        for (timezone, ladder, after, on, again), members in found.items()
    ]


async def _remind(work: Work, evenings: Iterable[Evening]) -> int:
    """One notice for each person and hour, with everything that is due then."""
    letters: Letters = {}
    for evening in evenings:
        for task, rung in await _due(work, evening):
            letter = (evening, task.person_id, list[dict[str, Any]]())
            letters.setdefault(_key(evening, task.person_id), letter)[2].append({**task.line(), "rung": rung})
    for key in await once.already_told(work, list(letters)):
        del letters[key]
    for key, (evening, person_id, lines) in letters.items():
        lines.sort(key=lambda line: (line["on"], line["kind"], line["id"]))
        back = evening.sums_up_a_vacation
        day = evening.on.toordinal()
        work.notify(person_id, "reminder-day", once=key, urgent=False, day=day, lines=lines, back=back)
    return len(letters)


def _key(evening: Evening, person_id: int) -> str:
    """A person hears once about an evening; routes with another hour or zone have another evening."""
    return f"{reminder_snooze.prefix(evening.on, person_id)}{evening.moment.astimezone(UTC):%H%M}"


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


def _mark(work: Work, evenings: Iterable[Evening], marks: Marks) -> None:
    """These evenings are written. A mark never goes back, whatever the clock does."""
    for evening in evenings:
        for one in evening.cohorts:
            if one in marks:
                marks[one].written(evening.on)
            else:
                work.session.add(Swept.of(one.organisation_id, one.regulation, one.edition, evening.on))
