"""«Подписка на календарь»: the own days at an address that a calendar reads again by itself."""

from __future__ import annotations

from dataclasses import replace

from documents import calendar_file, typeset
from models.calendar_link import CalendarLink, link_by_token, link_of
from models.entry import account_of_person
from models.errors import NotYours
from services import own_calendar
from services.work import Work

FOLDER = "/calendar/"
"""Under the address of the bot's own server: <token>.ics."""


def opens(work: Work) -> bool:
    """Is there a server of the bot's own that a calendar could ask?"""
    return work.rules.address.web != ""


async def current(work: Work) -> CalendarLink | None:
    """The acting person's link; None while there is no address."""
    found = await work.find(link_of(work.person.id))
    return found if found is not None and found.mark is not None else None


def address(work: Work, link: CalendarLink) -> str | None:
    """What is put into a calendar; None where nobody but the calendar knows it any more."""
    token = link.token(work.rules.address.secret)
    return f"{work.rules.address.web}{FOLDER}{token}.ics" if token is not None else None


async def subscribe(work: Work) -> CalendarLink:
    """The acting person gets an address; a second tap finds the first one. Refuses NotYours without a server."""
    if not opens(work):
        raise NotYours("refusal-not-yours")
    found = await work.find(link_of(work.person.id))
    if found is None:
        found = CalendarLink(person_id=work.person.id)
        work.session.add(found)
    if found.mark is None:
        found.give(work.rules.address.secret, work.now)
    await work.session.flush()
    return found


async def renew(work: Work, version: int) -> None:
    """Another address; the one before leads nowhere. Refuses Outdated, and NotYours where there was none."""
    found = await work.get(link_of(work.person.id))
    found.drawn(version)
    found.give(work.rules.address.secret, work.now)
    await work.session.flush()


async def end(work: Work, version: int) -> None:
    """The address leads nowhere from now on. Refuses Outdated, and NotYours where there was none."""
    found = await work.get(link_of(work.person.id))
    found.drawn(version)
    found.end()


async def forget(work: Work) -> None:
    """Whoever withdraws the consent has no address any more."""
    found = await work.find(link_of(work.person.id))
    if found is not None:
        found.end()


async def file(reading: Work, token: str) -> bytes:
    """The days behind an address, as they stand now. Refuses NotYours: nobody's token, or its person has left."""
    link = await reading.get(link_by_token(token))
    account = await reading.get(account_of_person(link.person_id))
    work = replace(reading, actor=account)
    name = typeset.words("archive", account.language)["calendar"]
    return calendar_file.ics(name, work.person.organisation.timezone, await own_calendar.entries(work))
