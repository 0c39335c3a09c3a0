"""The postman over a real database and a wire that fails on purpose: once, in order, who can be reached."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.wire import ApiError, WireDown
from handlers import notices
from handlers.views import say, view
from models.entry import Account
from models.notice import Notice, NoticeState
from tests.wire.post_office import Office, open_office

BLOCKED = ApiError(403, "Forbidden: bot was blocked by the user")
FLOOD = ApiError(429, "Too Many Requests: retry after 7", 7)


@pytest.fixture
async def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Office]:
    """A postman with three people: a teacher (1), the tutor (2), a colleague (3)."""
    monkeypatch.setitem(notices.KINDS, "news", lambda text: view(say("news", text=text)))
    async with open_office(tmp_path) as made:
        yield made


async def test_a_notice_goes_once(office: Office) -> None:
    await office.write(1, "one")
    assert await office.postman.round() == 1
    assert await office.postman.round() == 0
    assert office.sent == [(101, "one")]
    (notice,) = await office.notices()
    assert (notice.state, notice.sent_at) == (NoticeState.SENT, office.now)


async def test_the_same_news_cannot_be_written_twice(office: Office) -> None:
    await office.write(1, "one", once="news:1")
    with pytest.raises(Exception, match="UNIQUE"):
        await office.write(1, "one", once="news:1")
    await office.rounds()
    assert office.sent == [(101, "one")]


async def test_interactive_goes_before_bulk_and_the_oldest_first(office: Office) -> None:
    await office.write(1, "bulk", urgent=False)
    await office.write(2, "old")
    await office.write(3, "new")
    await office.rounds()
    assert [text for _, text in office.sent] == ["old", "new", "bulk"]


async def test_what_is_due_later_waits(office: Office) -> None:
    await office.write(1, "later", after=timedelta(minutes=2))
    assert await office.postman.round() == 0
    office.wait(minutes=2)
    await office.rounds()
    assert office.sent == [(101, "later")]


async def test_many_notices_for_one_person_hold_up_nobody(office: Office) -> None:
    for number in range(40):
        await office.write(1, f"many {number}")
    await office.write(2, "one")
    assert await office.postman.round() == 2
    assert office.sent == [(101, "many 0"), (102, "one")]
    await office.rounds()
    assert [text for chat, text in office.sent if chat == 101] == [f"many {number}" for number in range(40)]


async def test_where_the_oldest_are_all_of_one_person_the_others_are_found_behind(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.sorting.AMONG", 3)
    for number in range(5):
        await office.write(1, f"many {number}")
    await office.write(2, "bulk", urgent=False)
    await office.write(3, "one")
    assert await office.postman.round() == 3
    assert office.sent == [(101, "many 0"), (103, "one"), (102, "bulk")]


async def test_a_slow_chat_holds_up_no_batch(office: Office) -> None:
    await office.write(1, "slow")
    for person in await office.crowd(70):
        await office.write(person, "quick")
    gate = office.holds(101)
    running = asyncio.create_task(office.postman.run())
    async with asyncio.timeout(20):
        while len(office.sent) < 70:
            office.arrived.clear()
            await office.arrived.wait()
    assert "slow" not in {text for _, text in office.sent}
    gate.open.set()
    office.postman.stop()
    await running
    assert office.sent[-1] == (101, "slow")


async def test_429_rests_that_chat_only_and_is_waited_out(office: Office) -> None:
    for number in range(3):
        await office.write(1, f"first {number}")
    await office.write(2, "second")
    office.fails(101, FLOOD)
    await office.rounds()
    assert office.sent == [(102, "second")]
    assert office.asked.count(101) == 1
    office.wait(seconds=6.9)
    await office.rounds()
    assert office.asked.count(101) == 1
    office.wait(seconds=0.1)
    await office.rounds()
    assert sorted(office.sent[1:]) == [(101, "first 0"), (101, "first 1"), (101, "first 2")]


async def test_a_long_429_is_obeyed_to_the_end(office: Office) -> None:
    await office.write(1, "one")
    office.fails(101, ApiError(429, "Too Many Requests: retry after 3600", 3600))
    await office.rounds()
    office.wait(minutes=59)
    await office.rounds()
    assert office.sent == []
    office.wait(minutes=1)
    await office.rounds()
    assert office.sent == [(101, "one")]


@pytest.mark.parametrize(
    "refusal",
    [
        BLOCKED,
        ApiError(403, "Forbidden: user is deactivated"),
        ApiError(403, "Forbidden: bot can't initiate conversation with a user"),
        ApiError(400, "Bad Request: chat not found"),
    ],
)
async def test_who_blocked_the_bot_is_marked_and_the_tutor_hears_once(
    office: Office, refusal: ApiError
) -> None:
    await office.team()
    await office.write(1, "one")
    await office.write(1, "two", after=timedelta(seconds=1))
    office.fails(101, refusal, times=9)
    await office.rounds()
    office.wait(seconds=1)
    await office.rounds()
    assert office.asked.count(101) == 1
    assert office.sent == [(102, "unreachable Иванова Г. П.")]
    states = [one.state for one in await office.notices() if one.person_id == 1]
    assert states == [NoticeState.DROPPED, NoticeState.DROPPED]
    account = (await office.rows(select(Account).where(Account.person_id == 1)))[0]
    assert account.unreachable_since == office.now - timedelta(seconds=1)


@pytest.mark.parametrize(
    "fault", [WireDown("timeout"), ApiError(401, "Unauthorized"), ApiError(404, "Not Found")]
)
async def test_a_fault_backs_off_and_loses_nothing(office: Office, fault: Exception) -> None:
    await office.write(1, "one", urgent=False)
    office.fails(101, fault, times=4)
    moments = []
    for _ in range(40):
        before = len(office.asked)
        await office.rounds()
        moments += [(office.now - office.start).seconds] * (len(office.asked) - before)
        office.wait(seconds=1)
    assert moments == [0, 2, 6, 14, 30]
    assert office.sent == [(101, "one")]


async def test_a_tutor_of_two_routes_hears_once_and_what_failed_counts_as_missed(office: Office) -> None:
    await office.team()
    await office.team()
    await office.write(1, "one")
    written = office.now
    office.wait(seconds=3)
    office.fails(101, BLOCKED)
    await office.rounds()
    assert office.sent == [(102, "unreachable Иванова Г. П.")]
    account = (await office.rows(select(Account).where(Account.person_id == 1)))[0]
    assert account.unreachable_since == written


async def test_the_backoff_ends_at_ten_minutes(office: Office) -> None:
    await office.write(1, "one")
    office.fails(101, WireDown("gone"), times=12)
    for _ in range(12):
        await office.rounds()
        office.wait(minutes=10)
    await office.rounds()
    assert office.sent == [(101, "one")]


async def test_a_message_that_telegram_refuses_is_given_up_and_the_rest_goes_on(office: Office) -> None:
    await office.write(1, "bad")
    await office.write(2, "good")
    office.fails(101, ApiError(400, "Bad Request: can't parse entities"))
    await office.rounds()
    assert office.sent == [(102, "good")]
    assert [one.state for one in await office.notices()] == [NoticeState.DROPPED, NoticeState.SENT]


async def test_a_notice_that_nobody_can_draw_any_more_blocks_nobody(office: Office) -> None:
    await office.write(1, "old", kind="of-an-older-version")
    await office.write(2, "good")
    await office.rounds()
    assert office.sent == [(102, "good")]
    assert "postman.unreadable" in [line["event"] for line in office.logs]


async def test_a_person_without_an_account_is_waited_for_a_month(office: Office) -> None:
    await office.write(4, "come in")
    for _ in range(31):
        assert await office.postman.round() == 0
        office.wait(days=1)
    assert [one.state for one in await office.notices()] == [NoticeState.WAITING]
    await office.postman.round()
    assert [one.state for one in await office.notices()] == [NoticeState.DROPPED]


@pytest.mark.parametrize(("urgent", "again"), [(True, ["one"]), (False, [])])
async def test_after_a_crash_a_decision_is_told_again_and_a_reminder_is_not(
    office: Office, urgent, again
) -> None:
    await office.write(1, "one", urgent=urgent)
    await office.dies_with_it_in_hand()
    await office.rounds()
    assert office.sent == []
    office.wait(minutes=3)
    await office.rounds()
    assert [text for _, text in office.sent] == again
    (notice,) = await office.notices()
    assert notice.state is NoticeState.SENT


async def test_killed_in_the_middle_of_a_mailing_nobody_hears_a_reminder_twice(office: Office) -> None:
    people = await office.crowd(200)
    for person in people:
        await office.write(person, f"to {person}", urgent=False)
    await office.killed_on_the_way(80)
    office.wait(minutes=3)
    await office.rounds()
    texts = [text for _, text in office.sent]
    assert len(texts) == len(set(texts))
    assert len(texts) >= 200 - 30


async def test_a_stop_finishes_what_is_in_hand(office: Office) -> None:
    await office.write(1, "in hand")
    gate = office.holds(101)
    running = asyncio.create_task(office.postman.run())
    await gate.reached.wait()
    await office.write(2, "not begun")
    office.postman.stop()
    gate.open.set()
    await asyncio.wait_for(running, 5)
    assert office.sent == [(101, "in hand")]
    assert [one.state for one in await office.notices()] == [NoticeState.SENT, NoticeState.WAITING]


async def test_the_bell_wakes_the_postman(office: Office) -> None:
    running = asyncio.create_task(office.postman.run())
    await office.write(1, "one")
    office.postman.bell.set()
    await asyncio.wait_for(office.arrived.wait(), 5)
    office.postman.stop()
    await asyncio.wait_for(running, 5)
    assert office.sent == [(101, "one")]


async def test_a_fault_of_the_database_is_waited_out(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    await office.write(1, "one")
    take, tries = office.postman._take, []

    async def broken() -> Any:
        tries.append(1)
        if len(tries) < 3:
            raise OSError("the disk is full")
        return await take()

    monkeypatch.setattr(type(office.postman), "_take", lambda *_: broken())
    monkeypatch.setattr("bot.postman.LOOK_EVERY", 0.001)
    running = asyncio.create_task(office.postman.run())
    await asyncio.wait_for(office.arrived.wait(), 5)
    office.postman.stop()
    await asyncio.wait_for(running, 5)
    assert office.sent == [(101, "one")]


async def test_a_notice_speaks_the_language_of_its_reader(office: Office) -> None:
    async with office.sessions() as session, session.begin():
        account = (await session.scalars(select(Account).where(Account.person_id == 1))).one()
        account.language = "en"
    await office.write(1, "one")
    await office.rounds()
    assert office.sent == [(101, "EN one")]


async def test_nothing_is_marked_as_sent_before_it_is(office: Office) -> None:
    await office.write(1, "one")
    gate = office.holds(101)
    going = asyncio.create_task(office.postman.round())
    await gate.reached.wait()
    assert [one.state for one in await office.notices()] == [NoticeState.SENDING]
    gate.open.set()
    await going
    assert (await office.rows(select(Notice)))[0].state is NoticeState.SENT


async def test_the_log_has_no_names_and_no_words(office: Office) -> None:
    await office.team()
    await office.write(1, "a secret")
    office.fails(101, BLOCKED)
    await office.rounds()
    assert office.logs
    assert not any("secret" in str(line) or "Иванова" in str(line) for line in office.logs)


async def test_what_cannot_be_marked_stays_in_doubt(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    await office.write(1, "one", urgent=False)
    await office.write(2, "two", urgent=False)
    mark = office.postman._mark

    async def broken(letter: Any, *rest: Any) -> None:
        if letter.chat_id == 101:
            raise OSError("the disk is full")
        await mark(letter, *rest)

    monkeypatch.setattr(type(office.postman), "_mark", lambda self, *rest: broken(*rest))
    await office.rounds()
    assert [one.state for one in await office.notices()] == [NoticeState.SENDING, NoticeState.SENT]
    office.wait(minutes=3)
    await office.rounds()
    assert [text for _, text in office.sent] == ["one", "two"]
    assert [one.state for one in await office.notices()] == [NoticeState.SENT, NoticeState.SENT]
