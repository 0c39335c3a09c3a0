"""«… было вчера?»: the question of the evening after an activity (S-08)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import cast

from models.deadlines import Falling, activities_unasked, going_on
from models.reminder import asked
from regulations.ladder import Thing
from services import once
from services.in_portions import batched
from services.reminder_evening import Evening
from services.reminder_tasks import REPORT
from services.work import Letter, Work

QUESTIONS_A_DAY = 3


async def ask(work: Work, evening: Evening) -> int:
    """The clock asks about activities whose day is over: a few a day for each person, the latest first.

    Returns how many questions. The rest stays in the menu and is asked on the next evenings. On the first
    evening after a vacation nothing is asked here: the summary tells it.
    """
    if evening.sums_up_a_vacation:
        return 0
    waiting = await _unasked(work, evening)
    keys = {person_id: _keys(evening.on, person_id) for person_id in waiting}
    told = await once.already_told(work, [key for of_person in keys.values() for key in of_person])
    questions: list[Letter] = []
    for person_id, activities in waiting.items():
        free = [key for key in keys[person_id] if key not in told]
        questions += _questions(person_id, activities, free)
    await _asked(work, [facts["activity"] for _, _, facts in questions], evening.on)
    return await work.notify_many("reminder-nudge", questions)


async def told_with_the_rest(work: Work, evening: Evening) -> set[Thing]:
    """What took place in a vacation, as reports to be told in its summary; never asked about again."""
    if not evening.sums_up_a_vacation:
        return set()
    chosen = [one.id for those in (await _unasked(work, evening)).values() for one in those]
    await _asked(work, chosen, evening.on)
    return {(REPORT, id) for id in chosen}


async def _unasked(work: Work, evening: Evening) -> dict[int, list[Falling]]:
    """Activities to ask about, by their teacher."""
    waiting: dict[int, list[Falling]] = defaultdict(list)
    unasked = evening.nearly_its(going_on(activities_unasked(evening.on), evening.on))
    for activity in await work.session.execute(unasked):
        if evening.is_of(activity):
            waiting[activity.teacher_id].append(cast("Falling", activity))
    return waiting


async def _asked(work: Work, activity_ids: list[int], on: date) -> None:
    """They have been asked about; in portions, as many as a database takes."""
    for portion in batched(activity_ids):
        await work.session.execute(asked(portion, on))


def _questions(person_id: int, activities: list[Falling], keys: list[str]) -> Iterator[Letter]:
    """One notice for each free key; the last one says how many activities wait besides."""
    asking = list(zip(activities, keys, strict=False))
    for number, (activity, key) in enumerate(asking, start=1):
        more = len(activities) - len(asking) if number == len(asking) else 0
        known = {"activity": activity.id, "version": activity.version, "title": activity.title}
        yield person_id, key, {**known, "on": activity.on_date, "more": more}


def _keys(day: date, person_id: int) -> list[str]:
    """The `once` keys of a person's questions of one evening: there are no more of them than questions."""
    return [f"nudge:{day.isoformat()}:{person_id}:{number}" for number in range(QUESTIONS_A_DAY)]
