"""When a word of the yearly round goes: at the person's own hour, on their days, not on vacation, not at night."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from models.people import Person
from models.reminder_settings import ReminderSettings, Rungs, settings_of_all
from services.reminder_settings import days_of
from services.standing import Standing, Waiting
from services.work import Work

Settings = dict[int, ReminderSettings]


async def settings_of(work: Work, those: Sequence[Waiting]) -> Settings:
    """What these people have chosen in /remind, by person."""
    people = [one.person.id for one in those]
    return {one.person_id: one for one in await work.all(settings_of_all(people))}


def at_their_hour(work: Work, one: Waiting, chosen: Settings, facts: dict[str, Any]) -> Standing:
    """Now, or not before their next moment; needless for who wants no reminders."""
    settings = chosen.get(one.person.id)
    if settings is not None and settings.rungs is Rungs.NONE:
        return Standing()
    until = _moment(work, one.person, settings)
    return Standing(until=until) if until is not None else Standing(facts)


def _moment(work: Work, person: Person, settings: ReminderSettings | None) -> datetime | None:
    """The next moment that suits a person; None: it is now."""
    school = person.organisation
    ladder = work.rules.of_organisation(school).reminders.ladder()
    hour = settings.at(ladder.at) if settings is not None else ladder.at
    days, local = days_of(settings), school.local(work.now)
    today, allowed = local.date(), days.allow(local.date())
    if allowed and local.time() >= hour and not ladder.is_quiet(local.time()):
        return None
    day = today if allowed and local.time() < hour else days.after(today)
    return datetime.combine(day, hour, ZoneInfo(school.timezone))
