"""Who hears what of a final event: guests of the event as it is now, the teacher of the answers (S-17.1).

A sweep like the reminders: the tables know what each guest was told, the clock compares. So several changes in
a row are one piece of news, a change taken back is none, and nobody is disturbed in the quiet hours.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from models import notice
from models.final_event import FinalEvent, FinalEventState
from models.final_event_guest import Guest, GuestAnswer, events_with_answers, guests_of, guests_to_tell
from models.final_event_sweep import noted
from services import final_event_invited, speaking_hour
from services.facts import packed, unpacked
from services.work import Work

SETTLED = timedelta(minutes=2)
"""A teacher who moves a day often mends the hour and the place next: told together."""
CLOSE = timedelta(hours=1)
"""From the day before the event the teacher hears of answers hourly, not only in the evening."""


async def sweep(work: Work) -> int:
    """The clock tells guests what is new, and teachers who answered. Returns how many notices."""
    return await _tell_guests(work) + await _tell_teachers(work)


async def _tell_guests(work: Work) -> int:
    written = 0
    for guest in await work.all(guests_to_tell(work.now.date() - timedelta(days=1))):
        if _is_time_for(work, guest):
            written += await _tell(work, guest)
    return written


def _is_time_for(work: Work, guest: Guest) -> bool:
    """Nothing in the quiet hours or about a day gone by; a change is left to settle."""
    event = guest.event
    today = event.route.organisation.today(work.now)
    if speaking_hour.is_quiet(work, event.route) or event.on_date is None or event.on_date < today:
        return False
    changed = guest.told_news and guest.withdrawn_at is None and event.state is FinalEventState.PLANNED
    return not changed or event.news_at is None or work.now - event.news_at >= SETTLED


async def _tell(work: Work, guest: Guest) -> int:
    """One guest hears how things are; nothing when they know it already."""
    event = guest.event
    if guest.withdrawn_at is not None or event.state is FinalEventState.REMOVED:
        return await _call_off(work, guest)
    before, now = unpacked(guest.told), _details(event)
    invited = not guest.told_news
    asked_anew = not invited and (before["on"], before["hour"]) != (now["on"], now["hour"])
    guest.hear(packed(now), asked_anew=asked_anew)
    await work.session.flush()
    if before == now:
        return 0
    facts = final_event_invited.letter(guest, work.rules.of(event.route))
    once = f"{_letters(guest)}{guest.version}"
    if invited:
        work.notify(guest.person_id, "final-event-invited", once=once, **facts)
    else:
        work.notify(guest.person_id, "final-event-changed", once=once, before=before, **facts)
    return 1


async def _call_off(work: Work, guest: Guest) -> int:
    """The event is taken out, or this guest is not expected any more; who has not heard of it never does."""
    event = guest.event
    guest.call_off()
    await work.session.flush()
    await stop_letters(work, guest)
    if await work.find(notice.letters_gone(_letters(guest))) is None:
        return 0
    work.notify(
        guest.person_id,
        "final-event-off",
        once=f"{_letters(guest)}{guest.version}",
        title=event.title,
        on=unpacked(guest.told)["on"],
    )
    return 1


async def stop_letters(work: Work, guest: Guest) -> None:
    """Whatever waits for this guest and has not gone yet is no longer so."""
    await work.session.execute(notice.stop_letters(_letters(guest)))


def _letters(guest: Guest) -> str:
    return f"guest:{guest.id}:"


def _details(event: FinalEvent) -> dict[str, Any]:
    return {"on": event.on_date, "hour": event.hour, "place": event.place}


async def _tell_teachers(work: Work) -> int:
    """One digest of the answers an evening; hourly when the event is near."""
    told = []
    for event in await work.all(events_with_answers(work.now.date() - timedelta(days=1))):
        if not speaking_hour.is_quiet(work, event.route) and _is_digest_time(work, event):
            guests = [one for one in await work.all(guests_of(event.id)) if one.withdrawn_at is None]
            _digest(work, event, guests)
            told.append(event.id)
    if told:
        await work.session.execute(noted(told, heard_at=work.now))
    return len(told)


def _is_digest_time(work: Work, event: FinalEvent) -> bool:
    assert event.on_date is not None
    local = event.route.organisation.local(work.now)
    if event.on_date <= local.date() + timedelta(days=1):
        return event.heard_at is None or work.now - event.heard_at >= CLOSE
    evening = _at(local, speaking_hour.ladder_of(work, event.route).at)
    return local >= evening and (event.heard_at is None or event.heard_at < evening)


def _at(local: datetime, hour: time) -> datetime:
    return local.replace(hour=hour.hour, minute=hour.minute, second=0, microsecond=0)


def _digest(work: Work, event: FinalEvent, guests: list[Guest]) -> None:
    def names(answer: GuestAnswer) -> list[str]:
        return [one.person.short_name for one in guests if one.answer is answer]

    work.notify(
        event.route.teacher_id,
        "final-event-answers",
        once=f"answers:{event.id}:{work.now.isoformat(timespec='minutes')}",
        event=event.id,
        version=event.version,
        title=event.title,
        on=event.on_date,
        hour=event.hour,
        comes=names(GuestAnswer.COMES),
        absent=names(GuestAnswer.ABSENT),
        unsure=names(GuestAnswer.UNSURE),
        waiting=len(names(GuestAnswer.WAITING)),
    )
