"""«… было вчера?»: the question of the evening after an activity (S-08)."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from models.plan import Activity
from models.reminder import activities_unasked, asked, of_teachers
from regulations.ladder import Thing
from services import once
from services.reminder_evening import Cohort, Evening
from services.reminder_tasks import REPORT
from services.work import Work

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
    chosen: list[int] = []
    for person_id, activities in waiting.items():
        free = [key for key in keys[person_id] if key not in told]
        _ask_person(work, evening, activities, free)
        chosen += [activity.id for activity in activities[: len(free)]]
    if chosen:
        await work.session.execute(asked(chosen, evening.on))
    return len(chosen)


async def told_with_the_rest(work: Work, evening: Evening) -> set[Thing]:
    """What took place in a vacation, as reports to be told in its summary; never asked about again."""
    if not evening.sums_up_a_vacation:
        return set()
    chosen = [one.id for those in (await _unasked(work, evening)).values() for one in those]
    if chosen:
        await work.session.execute(asked(chosen, evening.on))
    return {(REPORT, id) for id in chosen}


async def _unasked(work: Work, evening: Evening) -> dict[int, list[Activity]]:
    """Activities to ask about, by their teacher."""
    waiting: dict[int, list[Activity]] = defaultdict(list)
    for activity in await work.all(of_teachers(activities_unasked(evening.on), evening.people)):
        still = activity.route.is_suspended(evening.on)
        if not still and evening.is_of(Cohort.of(activity.route), activity.route.teacher_id):
            waiting[activity.route.teacher_id].append(activity)
    return waiting


def _ask_person(work: Work, evening: Evening, activities: list[Activity], keys: list[str]) -> None:
    """One notice for each free key; the last one says how many activities wait besides."""
    asking = list(zip(activities, keys, strict=False))
    for number, (activity, key) in enumerate(asking, start=1):
        assert activity.on_date is not None
        work.notify(
            activity.route.teacher_id,
            "reminder-nudge",
            once=key,
            urgent=False,
            activity=activity.id,
            version=activity.version,
            title=activity.title,
            on=activity.on_date,
            more=len(activities) - len(asking) if number == len(asking) else 0,
        )


def _keys(day: date, person_id: int) -> list[str]:
    """The `once` keys of a person's questions of one evening: there are no more of them than questions."""
    return [f"nudge:{day.isoformat()}:{person_id}:{number}" for number in range(QUESTIONS_A_DAY)]
