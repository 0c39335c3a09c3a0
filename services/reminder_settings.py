"""/remind: a person chooses the days, the hour, how many reminders, a vacation (S-14.1). Everybody for themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from zoneinfo import ZoneInfo

from models.errors import NotYours
from models.reminder import marks_of
from models.reminder_settings import ReminderSettings, Rungs, settings_of
from regulations.ladder import Ladder
from regulations.reminder_days import USUAL, ReminderDays
from services.reminder_evening import LOOK_BACK, last_evening
from services.work import Work


@dataclass(frozen=True)
class Chosen:
    """A person's settings and the usual ladder of their organisation."""

    settings: ReminderSettings
    usual: Ladder

    @property
    def hour(self) -> time:
        """The local hour of their reminders."""
        return self.settings.at(self.usual.at)

    def hours(self) -> list[int]:
        """The hours that may be chosen: none of the quiet ones."""
        return [hour for hour in range(24) if not self.usual.is_quiet(time(hour))]


def days_of(settings: ReminderSettings | None) -> ReminderDays:
    """The days on which a person is reminded; without settings the usual ones."""
    if settings is None:
        return USUAL
    return ReminderDays(settings.chosen_days, settings.vacation)


async def own(work: Work) -> Chosen:
    """The acting person's settings; the usual ones, not yet a row, as long as nothing was chosen."""
    usual = work.rules.of_organisation(work.person.organisation).reminders.ladder()
    found = await work.find(settings_of(work.person.id))
    return Chosen(found or ReminderSettings.usual(work.person.id, await _written_up_to(work, usual)), usual)


async def choose_days(work: Work, person_id: int, weekdays: int, *, drawn: int) -> Chosen:
    """Other weekdays (bits, Monday is 1). Refuses NotYours, Outdated, remind-no-day."""
    chosen = await _open(work, person_id, drawn)
    chosen.settings.choose_days(weekdays)
    return await _kept(work, chosen)


async def choose_hour(work: Work, person_id: int, hour: int | None, *, drawn: int) -> Chosen:
    """Another hour; None: the organisation's. Refuses NotYours (a quiet one), Outdated."""
    chosen = await _open(work, person_id, drawn)
    if hour is not None and hour not in chosen.hours():
        raise NotYours("refusal-not-yours")
    chosen.settings.hour = hour
    return await _kept(work, chosen)


async def choose_rungs(work: Work, person_id: int, rungs: Rungs, *, drawn: int) -> Chosen:
    """All reminders, only the evening before, or none. Refuses NotYours, Outdated."""
    chosen = await _open(work, person_id, drawn)
    chosen.settings.rungs = rungs
    return await _kept(work, chosen)


async def leave_from(work: Work, person_id: int, day: date, *, drawn: int | None = None) -> Chosen:
    """The first day of a vacation. Refuses NotYours, Outdated."""
    chosen = await _open(work, person_id, drawn)
    chosen.settings.leave_from(day)
    return await _kept(work, chosen)


async def leave_until(work: Work, person_id: int, day: date, *, drawn: int | None = None) -> Chosen:
    """Its last day: from now on nothing comes in it. Refuses as `leave_from`; a backward one, a year and more."""
    chosen = await _open(work, person_id, drawn)
    chosen.settings.leave_until(day)
    return await _kept(work, chosen)


async def end_vacation(work: Work, person_id: int, *, drawn: int) -> Chosen:
    """No vacation: what was held back comes at the next hour. Refuses NotYours, Outdated."""
    chosen = await _open(work, person_id, drawn)
    chosen.settings.end_vacation()
    return await _kept(work, chosen)


async def _open(work: Work, person_id: int, drawn: int | None) -> Chosen:
    if person_id != work.person.id:
        raise NotYours("refusal-not-yours")
    chosen = await own(work)
    if drawn is not None:
        chosen.settings.drawn(drawn)
    return chosen


async def _kept(work: Work, chosen: Chosen) -> Chosen:
    """The next evening by the new choice; one that is due already comes with the next tick."""
    settings = chosen.settings
    work.session.add(settings)
    day = None if settings.rungs is Rungs.NONE else days_of(settings).after(settings.evening)
    settings.next_on(day, chosen.hour, ZoneInfo(work.person.organisation.timezone))
    await work.session.flush()
    return chosen


async def _written_up_to(work: Work, usual: Ladder) -> date:
    """Up to which evening everybody of the person's routes has been reminded."""
    local = work.person.organisation.local(work.now)
    latest = last_evening(usual, USUAL, local)
    marks = [mark.evening for mark in await work.all(marks_of(work.person.id)) if mark.evening is not None]
    return max(min([latest, *marks]), latest - LOOK_BACK) if marks else USUAL.before(latest)
