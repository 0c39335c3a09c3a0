"""A reminder that waited is looked at once more before it goes: done, moved, the night (S-14.7)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from models.deadlines import activities_named
from models.people import Person
from models.plan import ActivityState
from regulations.ladder import Thing
from services import reminder_tasks
from services.reminder_quiet import in_the_day, who_is_away
from services.reminder_tasks import Task
from services.standing import Standing, Waiting
from services.work import Work


async def lines_that_stand(work: Work, waiting: Sequence[Waiting]) -> dict[int, Standing]:
    """Lines about what is done or moved are left out; without a line the reminder is needless.

    So it is to somebody who has gone on vacation since, or wants none any more.
    """
    things = {_thing(line) for one in waiting for line in one.facts["lines"]}
    tasks = await _tasks(work, waiting, things)
    away = await who_is_away(work, waiting)
    found = {}
    for one in waiting:
        lines = [
            task.line()
            for line in one.facts["lines"]
            if (task := tasks.get(_thing(line))) and _same(task, line, one.person, work)
        ]
        if one.person.id in away:
            continue
        if lines:
            found[one.id] = in_the_day(work, one, {**one.facts, "lines": lines})
    return found


async def questions_that_stand(work: Work, waiting: Sequence[Waiting]) -> dict[int, Standing]:
    """A question about what has been answered, moved or taken out is needless."""
    asked = {one.facts["activity"]: one for one in waiting}
    found = {}
    for row in await work.all(activities_named(list(asked))):
        one = asked[row.id]
        if row.state is ActivityState.PLANNED and row.on_date == one.facts["on"]:
            fresh = {**one.facts, "version": row.version, "title": row.title}
            fresh.pop("ago", None)  # written by an earlier edition of this program
            found[one.id] = in_the_day(work, one, fresh)
    return found


async def _tasks(work: Work, waiting: Sequence[Waiting], things: set[Thing]) -> dict[Thing, Task]:
    """The named things that are not done, by thing."""
    today = max(one.person.organisation.today(work.now) for one in waiting)
    return {task.deadline.thing: task for task in await reminder_tasks.named(work, things, today)}


def _same(task: Task, line: dict[str, Any], person: Person, work: Work) -> bool:
    """Whether a line says what is still so: whose it is, its date, and that something is left to do."""
    today = person.organisation.today(work.now)
    return task.person_id == person.id and task.deadline.on == line["on"] and task.matters(today)


def _thing(line: dict[str, Any]) -> Thing:
    return line["kind"], line["id"]
