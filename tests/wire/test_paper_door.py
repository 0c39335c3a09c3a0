"""A discreet school's papers come from our own server: once, within the hour, by the rights of that moment."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import select, update

from bot.file_door import FileDoor
from bot.paper_door import PaperDoor
from bot.webhook import Webhook
from models.file_order import FileOrder, OrderState
from models.paper_link import PaperLink
from models.people import Appointment
from tests.stories.filing import opens
from tests.stories.gymnasium import gymnasium
from tests.stories.mentors import pair, runs
from tests.stories.signing import signed_by_all, to_be_signed
from tests.stories.test_discreet import goes_quiet, told
from tests.stories.test_registry import two_schools
from tests.stories.town import Guest, Town, buttons, open_town
from tests.wire.test_webhook import settings_of

WEB = "https://bot.example.org"
Client = TestClient[Any, Any]


@pytest.fixture
async def town(tmp_path: Path, empty_database: Path) -> AsyncIterator[Town]:
    """A town with a server of its own."""
    async with open_town(tmp_path, empty_database) as made:
        made.app.rules.address.web = WEB
        yield made


@pytest.fixture
async def client(town: Town) -> AsyncIterator[Client]:
    """Who follows addresses."""
    app, clerk = town.app, town.app.clerk
    files = FileDoor(app.sessions, app.clock, app.rules, app.data_dir / "door", clerk.carry)
    door = PaperDoor(app.sessions, app.clock, app.rules, files)
    hook = Webhook(settings_of(town), town.wire, town.app.turn, papers=door)
    async with TestClient(TestServer(hook.application())) as made:
        yield made


async def asks(town: Town, guest: Guest, key: str = "papers-pdf") -> str:
    """The address of the card, as the newest button has it."""
    await opens(guest, "menu-papers", key)
    guest.sees("papers-link")
    return next(str(one["url"]) for one in buttons(guest.last) if "url" in one)


async def fetches(client: Client, address: str) -> ClientResponse:
    """A browser at the address."""
    answer = await client.get(address.removeprefix(WEB))
    await answer.read()
    return answer


async def test_a_paper_is_fetched_once_and_never_sent(town: Town, client: Client) -> None:
    teacher, _ = await town.pair()
    start = await goes_quiet(town)
    address = await asks(town, teacher)
    head = await client.head(address.removeprefix(WEB))
    assert head.status == 405
    answer = await fetches(client, address)
    assert (answer.status, answer.content_type) == (200, "application/pdf")
    assert answer.headers["Cache-Control"] == "no-store"
    assert (await answer.read()).startswith(b"%PDF")
    assert (await fetches(client, address)).status == 404
    assert "sendDocument" not in [method for method, _ in town.wire.calls[start:]]
    assert not told(town, start)
    (link,) = await town.all(select(PaperLink))
    assert address.rsplit("/", 1)[1] not in (link.mark, link.kind) and len(link.mark) == 64


async def test_word_too_and_a_new_address_ends_the_one_before(town: Town, client: Client) -> None:
    teacher, _ = await town.pair()
    await goes_quiet(town)
    first = await asks(town, teacher)
    second = await asks(town, teacher, "papers-word")
    assert (await fetches(client, first)).status == 404
    answer = await fetches(client, second)
    assert answer.status == 200 and (await answer.read()).startswith(b"PK")
    assert answer.headers["Content-Disposition"].endswith('.docx"')


async def test_after_an_hour_or_without_the_rights_there_is_nothing(town: Town, client: Client) -> None:
    teacher, _ = await town.pair()
    await goes_quiet(town)
    late = await asks(town, teacher)
    town.wait(hours=1)
    assert (await fetches(client, late)).status == 404
    town.wait(days=3650)
    ahead = await asks(town, teacher)
    town.wait(days=-3650)
    assert (await fetches(client, ahead)).status == 404, "of a clock that ran ahead"
    gone = await asks(town, teacher)
    await teacher.says("/mydata")
    await teacher.taps("mydata.withdraw")
    await teacher.taps("mydata-sure.yes")
    assert (await fetches(client, gone)).status == 404
    assert (await fetches(client, f"{WEB}/paper/{'x' * 32}")).status == 404


async def test_where_names_are_said_the_paper_comes_through_the_chat(town: Town, client: Client) -> None:
    teacher, _ = await town.pair()
    await opens(teacher, "menu-papers", "papers-pdf")
    assert "sendDocument" in [method for method, _ in town.wire.calls]
    assert await town.all(select(PaperLink)) == []


async def orders(guest: Guest, key: str, *way: str) -> str:
    """The address of a file that is ordered."""
    await opens(guest, *way)
    await guest.taps(key)
    guest.sees("file-link")
    return next(str(one["url"]) for one in buttons(guest.last) if "url" in one)


async def test_files_that_take_a_while_are_fetched_once_with_names_and_never_sent(
    town: Town, client: Client
) -> None:
    teacher, head, _ = await two_schools(town)
    start = await goes_quiet(town)
    left = town.app.data_dir / "door" / "left by a crash"
    left.mkdir(parents=True)
    os.utime(left, (0, 0))
    address = await orders(head, "registry.csv", "menu-registry")
    answer = await fetches(client, address)
    assert answer.status == 200 and teacher.name in (await answer.read()).decode("utf-8-sig")
    assert answer.headers["Cache-Control"] == "no-store"
    assert (await fetches(client, address)).status == 404
    assert await town.files() == 0
    assert "sendDocument" not in [method for method, _ in town.wire.calls[start:]]
    assert not told(town, start)
    (order,) = await town.all(select(FileOrder))
    assert order.state is OrderState.SENT and not list((town.app.data_dir / "door").iterdir())


async def test_everything_about_oneself_once_a_day_and_nothing_once_the_office_is_over(
    town: Town, client: Client
) -> None:
    teacher, head, _ = await two_schools(town)
    await goes_quiet(town)
    await teacher.says("/mydata")
    await teacher.taps("mydata.archive")
    address = next(str(one["url"]) for one in buttons(teacher.last) if "url" in one)
    assert (await (await fetches(client, address)).read()).startswith(b"PK")
    await teacher.says("/mydata")
    await teacher.taps("mydata.archive")
    teacher.hears_toast("file-too-often")
    gone = await orders(head, "registry.csv", "menu-registry")
    async with town.app.sessions() as session, session.begin():
        over = Appointment.person_id == head.person_id
        await session.execute(update(Appointment).where(over).values(until=town.today.replace(day=1)))
    assert (await fetches(client, gone)).status == 404
    assert [one.state for one in await town.all(select(FileOrder))] == [OrderState.SENT, OrderState.HELD]


async def follows(town: Town, client: Client, guest: Guest, key: str, start: int) -> None:
    """The paper behind a button comes from the server, once, with its way back; no name and no file in the chat."""
    await guest.taps(key)
    guest.sees("papers-link")
    address = next(str(one["url"]) for one in buttons(guest.last) if "url" in one)
    answer = await fetches(client, address)
    assert (answer.status, (await answer.read())[:4]) == (200, b"%PDF")
    assert (await fetches(client, address)).status == 404
    await guest.taps("papers-link.back")
    assert not guest.has_button("papers-link.fetch") and guest.has_button(key)
    assert "sendDocument" not in [method for method, _ in town.wire.calls[start:]]
    assert not told(town, start)


async def test_papers_of_mentoring_too(town: Town, client: Client) -> None:
    mentor, mentee = await pair(town)
    made = await runs(town, mentor, mentee)
    start = await goes_quiet(town)
    await mentee.says("/menu")
    await mentee.taps("mentoring-menu")
    for kind in ("note", "plan"):
        await mentee.taps_again(mentee.last["message_id"], f"mt:{kind}:{made.id}:{made.version}:")
        await follows(town, client, mentee, "mentoring-paper.pdf", start)


async def test_a_protocol_of_signatures_too(town: Town, client: Client) -> None:
    people = await to_be_signed(town)
    await signed_by_all(people)
    start = await goes_quiet(town)
    await opens(people.methodist, "menu-sign", "signing.done")
    await people.methodist.taps("signing-papers.open")
    await follows(town, client, people.methodist, "signing-protocol.pdf", start)


async def test_the_plan_of_a_school_year_too_and_no_longer_without_the_office(
    town: Town, client: Client
) -> None:
    deputy = (await gymnasium(town)).deputy
    start = await goes_quiet(town)
    await opens(deputy, "year-desk-menu", "year-desk.plan")
    await follows(town, client, deputy, "year-plan.pdf", start)
    await deputy.taps("year-plan.word")
    address = next(str(one["url"]) for one in buttons(deputy.last) if "url" in one)
    async with town.app.sessions() as session, session.begin():
        await session.execute(update(Appointment).values(until=town.today - timedelta(days=1)))
    assert (await fetches(client, address)).status == 404
