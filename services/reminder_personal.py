"""The evenings of people who chose their own days, hour or vacation: each person has a mark of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from models.reminder_settings import (
    ReminderSettings,
    Rungs,
    first_due,
    settings_due,
    written,
)
from regulations.ladder import Ladder
from regulations.reminder_days import ReminderDays
from services.in_portions import batched
from services.reminder_evening import Evening, last_evening, leaves_alone, unwritten_since
from services.reminder_settings import days_of
from services.work import Work

Alike = tuple[str, Ladder, Ladder, ReminderDays, Rungs, date, date]


async def is_anybody_due(work: Work) -> bool:
    """Whether somebody's own hour has come: one statement."""
    return await work.session.scalar(first_due(work.now)) is not None


async def unwritten(work: Work) -> list[Evening]:
    """The evenings of people whose own hour has come; people who chose alike are one evening, many are several."""
    found: dict[Alike, set[int]] = defaultdict(set)
    for settings in await work.all(settings_due(work.now)):
        alike = _evening_of(work, settings)
        if alike is not None:
            found[alike].add(settings.person_id)
    return [
        Evening(
            ZoneInfo(zone),
            ladder,
            after,
            on,
            usual=usual.at,
            days=days,
            rungs=rungs,
            people=frozenset(some),
        )
        for (zone, ladder, usual, days, rungs, after, on), people in found.items()
        for some in batched(sorted(people))
    ]


def _evening_of(work: Work, settings: ReminderSettings) -> Alike | None:
    """What this person's evening depends on; None when they are left alone now, and when there is nothing to write."""
    organisation = settings.person.organisation
    usual = work.rules.of_organisation(organisation).reminders.ladder()
    ladder, days = replace(usual, at=settings.at(usual.at)), days_of(settings)
    local = organisation.local(work.now)
    on = last_evening(ladder, days, local)
    if leaves_alone(ladder, days, local) or on <= settings.evening:
        return None
    after = unwritten_since(settings.evening, on)
    if days.vacation is not None and days.vacation[1] < after:
        days = replace(days, vacation=None)
    return organisation.timezone, ladder, usual, days, settings.rungs, after, on


async def mark(work: Work, evenings: Iterable[Evening]) -> None:
    """These evenings are written: the people's next ones are computed."""
    rows = [
        {"who": person_id, "upto": evening.on, "next": evening.next_moment}
        for evening in evenings
        for person_id in sorted(evening.people or ())
    ]
    if rows:
        await work.session.execute(written(), rows)
