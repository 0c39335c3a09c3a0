"""«Напомнить завтра» (S-14)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.errors import NotYours, Outdated
from models.reminder import Snooze, day_notices, snooze_of
from models.reminder_settings import settings_of
from regulations.ladder import Thing
from services import reminder_tasks
from services.facts import unpacked
from services.reminder_settings import days_of
from services.reminder_tasks import Task
from services.work import Work


@dataclass(frozen=True)
class PutOff:
    """A reminder put off: to which local day, and what of it still waits (lines as in the reminder)."""

    again_on: date
    lines: list[dict[str, Any]]


async def put_off(work: Work, day: int) -> PutOff:
    """The acting person hears the reminder of that local day (an ordinal) once more, tomorrow at their hour.

    Where they have no reminders tomorrow, on the next day that has them.

    A second tap changes nothing. Refuses NotYours (no such reminder was written to them) and Outdated (it has
    been said again already; nothing of it will matter tomorrow).
    """
    said_on = _date(day)
    said = await _said(work, said_on)
    snooze = await work.find(snooze_of(work.person.id, said_on))
    if snooze is not None and snooze.again_on < work.today:
        raise Outdated("reminder-said-again", on=snooze.again_on)
    again_on = snooze.again_on if snooze else await _next_evening(work)
    waiting = await _waiting(work, said, again_on)
    if snooze is None:
        kept = {_name(task.deadline.thing): task.deadline.on.isoformat() for task in waiting}
        work.session.add(
            Snooze(person_id=work.person.id, said_on=said_on, again_on=again_on, things=kept),
        )
    return PutOff(again_on, [task.line() for task in waiting])


async def _next_evening(work: Work) -> date:
    settings = await work.find(settings_of(work.person.id))
    return days_of(settings).after(work.today)


async def still_waiting(work: Work, day: int) -> list[dict[str, Any]]:
    """What of the acting person's reminder of that local day (an ordinal) is still to be done, as lines.

    Refuses NotYours (no such reminder was written to them) and Outdated (nothing of it is left).
    """
    said = await _said(work, _date(day))
    return [task.line() for task in await _waiting(work, said, work.today)]


def _date(day: int) -> date:
    """Refuses NotYours for a number that is no day: somebody made the button."""
    if not 1 <= day <= date.max.toordinal():
        raise NotYours("refusal-not-yours")
    return date.fromordinal(day)


async def _said(work: Work, day: date) -> dict[Thing, date]:
    """What the acting person was reminded of on that day, and the dates it had."""
    notices = await work.all(day_notices(work.person.id, prefix(day, work.person.id)))
    if not notices:
        raise NotYours("refusal-not-yours")
    lines = [line for notice in notices for line in unpacked(notice.facts).get("lines", [])]
    return {(line["kind"], line["id"]): line["on"] for line in lines}


async def _waiting(work: Work, said: dict[Thing, date], again_on: date) -> list[Task]:
    """What of it is not done and not moved. Refuses Outdated when nothing of it will matter on `again_on`."""
    tasks = [
        task
        for task in await reminder_tasks.still_open(work, said)
        if task.matters(again_on) and said[task.deadline.thing] == task.deadline.on
    ]
    if not tasks:
        raise Outdated("reminder-nothing-left")
    return tasks


def things(snoozes: Iterable[Snooze]) -> dict[tuple[Thing, date], date]:
    """What snoozes are about, by thing and the date it had: the day to say it again."""
    found = {}
    for snooze in snoozes:
        for name, on in snooze.things.items():
            kind, _, id = name.partition(":")
            found[(kind, int(id)), date.fromisoformat(on)] = snooze.again_on
    return found


def prefix(day: date, person_id: int) -> str:
    """How the `once` keys of a person's reminder of that local day begin."""
    return f"reminder:{day.isoformat()}:{person_id}:"


def _name(thing: Thing) -> str:
    kind, id = thing
    return f"{kind}:{id}"
