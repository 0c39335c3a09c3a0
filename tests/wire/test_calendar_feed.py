"""«Подписка на календарь»: the own days at an address, for whoever has it and nobody else."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import select

from bot.calendar_feed import CalendarFeed
from bot.webhook import Webhook
from models.calendar_link import CalendarLink
from models.plan import Activity
from tests.stories.filing import opens
from tests.stories.town import Guest, Town, open_town
from tests.stories.walking import activity, walks
from tests.wire.test_webhook import settings_of

WEB = "https://bot.example.org"


class Street:
    """A town with a server of its own, and a calendar that asks it."""

    def __init__(self, town: Town, client: TestClient[Any, Any]) -> None:
        self.town, self.client = town, client

    async def asks(self, address: str) -> tuple[int, bytes]:
        """What a calendar gets at an address."""
        async with self.client.get(address.removeprefix(WEB)) as answer:
            return answer.status, await answer.read()

    async def titles(self, address: str) -> dict[str, Any]:
        """The entries behind an address."""
        status, content = await self.asks(address)
        assert status == 200
        return {str(one["SUMMARY"]): one for one in icalendar.Calendar.from_ical(content).walk("VEVENT")}

    async def teacher(self) -> Guest:
        """Somebody with one day ahead, at the screen of the address."""
        teacher, _ = await self.town.pair()
        await walks(self.town, teacher, ("Вебинар", self.town.today + timedelta(days=30)))
        await opens(teacher, "menu-papers", "papers-calendar", "calendar.subscribe")
        return teacher


def address_of(guest: Guest) -> str:
    """The address that stands in the last message."""
    found = re.search(rf"{WEB}/calendar/[\w-]+\.ics", guest.last_text)
    assert found, guest.last_text
    return found[0]


@pytest.fixture
async def street(tmp_path: Path, empty_database: Path) -> AsyncIterator[Street]:
    """Open for calendars."""
    async with open_town(tmp_path, empty_database) as town:
        town.app.rules.address.web = WEB
        feed = CalendarFeed(town.app.sessions, town.app.clock, town.app.rules)
        hook = Webhook(settings_of(town), town.wire, town.app.turn, None, feed)
        async with TestClient(TestServer(hook.application())) as client:
            yield Street(town, client)


async def test_a_calendar_reads_the_days_as_they_stand_and_follows_a_move(street: Street) -> None:
    teacher = await street.teacher()
    teacher.sees("calendar-no-address")
    await teacher.taps("calendar-no-address.make", times=2)
    address = address_of(teacher)
    before = (await street.titles(address))["Вебинар"]
    row = await activity(street.town, "Вебинар")
    async with street.town.app.sessions() as session, session.begin():
        (await session.get_one(Activity, row.id)).on_date = street.town.today + timedelta(days=40)
    after = (await street.titles(address))["Вебинар"]
    assert after["UID"] == before["UID"] and after["DTSTART"].dt - before["DTSTART"].dt == timedelta(days=10)
    assert "Иванова" not in (await street.asks(address))[1].decode()
    assert len(await street.town.all(select(CalendarLink))) == 1


async def test_a_calendar_that_has_the_days_is_told_so_until_they_change(street: Street) -> None:
    teacher = await street.teacher()
    await teacher.taps("calendar-no-address.make")
    path = address_of(teacher).removeprefix(WEB)
    async with street.client.get(path) as first:
        tag = first.headers["ETag"]
        assert first.content_type == "text/calendar"
    for known, status in ((tag, 304), (f'"other", {tag}', 304), ('"other"', 200), ("", 200)):
        async with street.client.get(path, headers={"If-None-Match": known}) as again:
            assert (again.status, again.headers["ETag"]) == (status, tag)
            assert bool(await again.read()) == (status == 200)
    row = await activity(street.town, "Вебинар")
    async with street.town.app.sessions() as session, session.begin():
        (await session.get_one(Activity, row.id)).on_date = street.town.today + timedelta(days=40)
    async with street.client.get(path, headers={"If-None-Match": tag}) as moved:
        assert moved.status == 200 and moved.headers["ETag"] != tag


async def test_another_address_ends_the_one_before_and_an_old_button_changes_nothing(street: Street) -> None:
    teacher = await street.teacher()
    await teacher.taps("calendar-no-address.make")
    first, old = address_of(teacher), teacher.button("calendar-address.renew")
    await teacher.taps("calendar-address.renew")
    second = address_of(teacher)
    assert (await street.asks(first))[0] == 404 and (await street.asks(second))[0] == 200
    for data in (old[1], old[1].replace("renew", "end")):
        await teacher.taps_again(old[0]["message_id"], data)
        teacher.hears_toast("calendar-address-changed")
    assert (await street.asks(second))[0] == 200
    await teacher.taps("calendar-address.end")
    teacher.sees("calendar-no-address")
    assert (await street.asks(second))[0] == 404


async def test_whoever_withdraws_the_consent_has_no_address_any_more(street: Street) -> None:
    teacher = await street.teacher()
    await teacher.taps("calendar-no-address.make")
    address = address_of(teacher)
    await teacher.says("/mydata")
    await teacher.taps("mydata.withdraw")
    await teacher.taps("mydata-sure.yes")
    assert (await street.asks(address))[0] == 404
    (link,) = await street.town.all(select(CalendarLink))
    assert (link.mark, link.salt) == (None, "")


async def test_the_address_stands_in_no_table_and_is_shown_again(street: Street) -> None:
    teacher = await street.teacher()
    await teacher.taps("calendar-no-address.make")
    address = address_of(teacher)
    await teacher.says("/menu")
    await opens(teacher, "menu-papers", "papers-calendar", "calendar.subscribe")
    assert address_of(teacher) == address
    token = address.rpartition("/")[2].removesuffix(".ics")
    (link,) = await street.town.all(select(CalendarLink))
    kept = {str(value) for value in (link.mark, link.salt)}
    files = [one.read_bytes() for one in street.town.app.data_dir.glob("town.sqlite*")]
    assert files and not any(token.encode() in one for one in files)
    for guess in kept | {one[: len(token)] for one in kept}:
        assert (await street.asks(f"/calendar/{guess}.ics"))[0] == 404


async def test_an_address_of_another_token_goes_on_and_is_not_shown(street: Street) -> None:
    teacher = await street.teacher()
    await teacher.taps("calendar-no-address.make")
    address = address_of(teacher)
    street.town.app.rules.address.secret = "987654321:another-token-of-the-same-bot"
    await teacher.says("/menu")
    await opens(teacher, "menu-papers", "papers-calendar", "calendar.subscribe")
    teacher.sees("calendar-address-kept")
    assert (await street.asks(address))[0] == 200
    await teacher.taps("calendar-address.renew")
    assert (await street.asks(address))[0] == 404 and (await street.asks(address_of(teacher)))[0] == 200


@pytest.mark.parametrize(
    "path", ["x", "x.ics", "A" * 32 + ".ics", "A" * 31 + ".ics", "..%2f" + "A" * 32 + ".ics", ""]
)
async def test_a_guess_finds_nothing(street: Street, path: str) -> None:
    teacher = await street.teacher()
    await teacher.taps("calendar-no-address.make")
    assert (await street.asks(f"/calendar/{path}"))[0] == 404


async def test_without_a_server_nobody_is_offered_an_address(street: Street) -> None:
    street.town.app.rules.address.web = ""
    teacher, _ = await street.town.pair()
    await opens(teacher, "menu-papers", "papers-calendar")
    assert not teacher.has_button("calendar.subscribe")
    await teacher.taps_again(teacher.last["message_id"], "cs:make:0")
    teacher.hears_toast("refusal-not-yours")
    assert await street.town.all(select(CalendarLink)) == []
