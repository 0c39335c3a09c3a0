"""Deadlines and events as a calendar file (.ics, RFC 5545) for the calendar of a telephone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

PRODUCT = "-//Marshrut//ru"
EVENING_BEFORE = timedelta(hours=-7)
"""Of a whole day: at 17:00 of the day before."""
HOURS_BEFORE = timedelta(hours=-3)
LASTS = timedelta(hours=1)


@dataclass(frozen=True)
class Entry:
    """One day, several (`until` is the last one), or an hour of a day, all local to the organisation.

    `uid` stays the same and `sequence` grows with every change, so that a calendar replaces what it has.
    """

    uid: str
    sequence: int
    title: str
    begins: date
    made_at: datetime
    until: date | None = None


def ics(name: str, zone: str, entries: Iterable[Entry]) -> bytes:
    """The file; nothing but titles and times is in it. The same entries give the same bytes."""
    calendar = Calendar()
    for key, value in (("prodid", PRODUCT), ("version", "2.0"), ("calscale", "GREGORIAN")):
        calendar.add(key, value)
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", zone)
    for entry in entries:
        calendar.add_component(_event(entry, ZoneInfo(zone)))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(entry: Entry, zone: ZoneInfo) -> Event:
    event, at = Event(), entry.begins
    by_hour = isinstance(at, datetime)
    begins = at.replace(tzinfo=zone) if isinstance(at, datetime) else at
    ends = begins + LASTS if by_hour else (entry.until or at) + timedelta(days=1)
    facts = {"uid": entry.uid, "sequence": entry.sequence, "dtstamp": entry.made_at, "summary": entry.title}
    for key, value in {**facts, "dtstart": begins, "dtend": ends}.items():
        event.add(key, value)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", HOURS_BEFORE if by_hour else EVENING_BEFORE)
    event.add_component(alarm)
    return event
