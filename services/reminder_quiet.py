"""Whom a reminder that is about to go would disturb: the night, a vacation, a wish for none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from models.people import Person
from models.reminder_settings import ReminderSettings, Rungs, settings_of_all
from services.reminder_settings import days_of
from services.standing import Standing, Waiting
from services.work import Work


def in_the_day(work: Work, one: Waiting, facts: dict[str, Any]) -> Standing:
    """Now, or in the morning when Telegram let it wait into the quiet hours."""
    quiet = quiet_until(work, one.person)
    return Standing(until=quiet) if quiet else Standing(facts)


def quiet_until(work: Work, person: Person) -> datetime | None:
    """When the quiet hours of a person's organisation end, if they are now."""
    ladder = work.rules.of_organisation(person.organisation).reminders.ladder()
    local = person.organisation.local(work.now)
    if ladder.quiet_to is None or not ladder.is_quiet(local.time()):
        return None
    morning = local.replace(hour=ladder.quiet_to.hour, minute=ladder.quiet_to.minute, second=0, microsecond=0)
    return morning if morning > local else morning + timedelta(days=1)


async def who_is_away(work: Work, waiting: Sequence[Waiting]) -> set[int]:
    """Who is on vacation today, or wants no reminders."""
    return await away(work, [one.person for one in waiting])


async def away(work: Work, people: Iterable[Person]) -> set[int]:
    """Those of these people who are on vacation today, or want no reminders."""
    found = await _settings(work, people)
    return {one.person_id for one, there in found if there or one.rungs is Rungs.NONE}


async def on_vacation(work: Work, people: Iterable[Person]) -> set[int]:
    """Those of these people who are on vacation today: news waits for them until they are back."""
    return {one.person_id for one, there in await _settings(work, people) if there}


async def _settings(work: Work, people: Iterable[Person]) -> list[tuple[ReminderSettings, bool]]:
    """The settings of those people who have any, and whether today is in their vacation."""
    known = {one.id: one for one in people}
    return [
        (one, days_of(one).in_vacation(known[one.person_id].organisation.today(work.now)))
        for one in (await work.all(settings_of_all(list(known))) if known else ())
    ]
