"""Events out of a calendar file (.ics, RFC 5545), as rows of a catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar

from models.base import normalised
from services.catalogue_cells import CALLED_OFF, Words
from services.catalogue_rows import Numbered
from services.people_file import FileRefused
from services.people_sheet import Fault, RowsRefused, fault

CANCELLED = "CANCELLED"
MIDNIGHT = timedelta(microseconds=1)


def read(content: bytes, words: Words, region: str, level: str, zone: str) -> list[Numbered]:
    """Every event with its number in the file: its UID is the key, its categories name kind and competencies.

    A calendar knows no region and no level: all get these. Days are those of `zone`. Raises FileRefused, and
    RowsRefused for events without a day or that repeat.
    """
    try:
        events = icalendar.Calendar.from_ical(content).walk("VEVENT")
    except (ValueError, IndexError, KeyError, UnicodeDecodeError) as error:
        raise FileRefused("import-file-calendar") from error
    faults = [wrong for number, one in enumerate(events, 1) for wrong in _faults(number, one)]
    if faults:
        raise RowsRefused(faults)
    return [(number, _cells(one, words, region, level, zone)) for number, one in enumerate(events, 1)]


def _faults(number: int, event: Any) -> Iterable[Fault]:
    """What a catalogue cannot take over."""
    if event.get("DTSTART") is None:
        yield fault(number, "date", "import-row-no-start")
    if event.get("RRULE") is not None:
        yield fault(number, "date", "import-row-repeats")


def _cells(event: Any, words: Words, region: str, level: str, zone: str) -> dict[str, Any]:
    first, last = _days(event, ZoneInfo(zone))
    said = [normalised(one) for one in _categories(event)]
    return {
        "key": str(event.get("UID", "")),
        "title": str(event.get("SUMMARY", "")),
        "date": first,
        "until": last,
        "level": level,
        "region": region,
        "kind": next((one for one in said if one in words.kinds), ""),
        "competencies": ",".join(one for one in said if one in words.competencies),
        "organiser": _organiser(event),
        "link": str(event.get("URL", "")),
        "state": CALLED_OFF if str(event.get("STATUS", "")).upper() == CANCELLED else "",
    }


def _days(event: Any, zone: ZoneInfo) -> tuple[date, date]:
    """The first and the last local day; the end of an event lies behind it."""
    begins = event["DTSTART"].dt
    ends = event["DTEND"].dt if event.get("DTEND") is not None else begins
    if event.get("DTEND") is None and event.get("DURATION") is not None:
        ends = begins + event["DURATION"].dt
    if isinstance(begins, datetime):
        last = ends - MIDNIGHT if ends > begins else ends
        return _local(begins, zone), _local(last, zone)
    return begins, max(begins, ends - timedelta(days=1)) if ends > begins else begins


def _local(moment: datetime, zone: ZoneInfo) -> date:
    return moment.astimezone(zone).date() if moment.tzinfo is not None else moment.date()


def _categories(event: Any) -> list[str]:
    """One property with several values, several properties, or none."""
    found = event.get("CATEGORIES", [])
    lists = found if isinstance(found, list) else [found]
    return [str(one) for each in lists for one in getattr(each, "cats", [each])]


def _organiser(event: Any) -> str:
    """The name of whoever holds it; an address alone is no name."""
    organiser = event.get("ORGANIZER")
    return str(organiser.params.get("CN", "")) if organiser is not None else ""
