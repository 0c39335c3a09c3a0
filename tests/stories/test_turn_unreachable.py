"""Somebody blocks the bot and comes back: marked at once, told of once, welcome with one word (S-13)."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from models.entry import Account
from models.notice import Notice
from models.report import ReportState
from services.work import Work
from tests.stories.town import Guest, Town
from tests.stories.walking import report, walks


async def account(town: Town, guest: Guest) -> Account:
    """The account of a guest."""
    found: list[Account] = await town.all(select(Account).where(Account.telegram_id == guest.telegram_id))
    return found[0]


async def writing(town: Town) -> tuple[Guest, Guest]:
    """A teacher in the middle of a report, and the tutor."""
    teacher, tutor = await town.pair()
    await walks(town, teacher, ("Вебинар", town.today - timedelta(days=1)))
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await teacher.taps("report-was.held")
    await teacher.says("Первая строка.")
    return teacher, tutor


async def blocks(town: Town, guest: Guest) -> None:
    """The person presses «Заблокировать»."""
    town.telegram.block(guest.telegram_id)
    await town.settle()


async def unblocks(town: Town, guest: Guest) -> None:
    """The person presses «Разблокировать»."""
    town.telegram.unblock(guest.telegram_id)
    await town.settle()


async def told(town: Town, guest: Guest, words: str) -> None:
    """Something that the guest must hear, as a stage writes it."""
    async with town.app.sessions() as session, session.begin():
        work = Work(session, None, town.now, town.app.rules)
        work.notify(guest.person_id, "unreachable", name=words)
    await town.settle()


async def test_a_block_is_marked_at_once_and_the_tutor_hears_once(town: Town) -> None:
    teacher, tutor = await writing(town)
    heard = len(tutor.heard)
    await blocks(town, teacher)
    assert (await account(town, teacher)).unreachable_since == town.now
    tutor.sees("unreachable", "Иванова Г. П.", among_last=1)
    assert len(tutor.heard) == heard + 1
    await told(town, teacher, "Петров О. И.")
    assert len(tutor.heard) == heard + 1, "one mark, one word"


async def test_whoever_writes_again_hears_how_much_was_missed_and_goes_on_where_they_were(town: Town) -> None:
    teacher, _ = await writing(town)
    await blocks(town, teacher)
    for name in ("Петров О. И.", "Дубов И. И."):
        await told(town, teacher, name)
    before = len(teacher.heard)
    await unblocks(town, teacher)
    assert len(teacher.heard) == before + 1, "one digest, not each message"
    teacher.sees("menu-missed", "2 сообщения", among_last=1)
    teacher.sees("report-draft-text", "Первая строка.", among_last=1)
    assert (await account(town, teacher)).unreachable_since is None
    await teacher.says("Вторая строка.")
    assert "menu-missed" not in teacher.last_text
    assert (await report(town, "Вебинар")).text == "Первая строка.\nВторая строка."
    await teacher.taps("report-draft.send")
    assert (await report(town, "Вебинар")).state is ReportState.SUBMITTED


async def test_without_anything_missed_a_return_is_silent(town: Town) -> None:
    teacher, _ = await writing(town)
    await blocks(town, teacher)
    before = len(teacher.heard)
    await unblocks(town, teacher)
    assert len(teacher.heard) == before
    assert (await account(town, teacher)).unreachable_since is None


async def test_the_answer_to_an_update_from_before_the_block_is_lost_and_breaks_nothing(town: Town) -> None:
    teacher, tutor = await writing(town)
    town.telegram.say(teacher.telegram_id, "Вторая строка.")
    town.telegram.block(teacher.telegram_id)
    await town.settle()
    assert (await report(town, "Вебинар")).text == "Первая строка.\nВторая строка."
    tutor.sees("unreachable", "Иванова Г. П.", among_last=1)


async def test_a_block_that_is_told_late_or_twice_is_told_to_the_tutor_once(town: Town) -> None:
    teacher, tutor = await writing(town)
    heard = len(tutor.heard)
    town.telegram.block(teacher.telegram_id)
    late = town.telegram.updates(offset=town.offset, limit=100, allowed=None)
    town.offset = late[-1]["update_id"] + 1
    await told(town, teacher, "Петров О. И.")  # 403: the postman marks first
    for _ in range(2):
        town.polling._taken.clear()
        assert await town.polling.take(late)
    await town.settle()
    assert len(tutor.heard) == heard + 1
    kinds = await town.all(select(Notice.kind).where(Notice.person_id == tutor.person_id))
    assert kinds.count("unreachable") == 1
    assert (await account(town, teacher)).unreachable_since is not None


async def test_a_stranger_who_blocks_and_comes_back_is_a_stranger(town: Town) -> None:
    stranger = await town.person("Чужой Пётр Ильич")
    await stranger.says("/start")
    await blocks(town, stranger)
    await unblocks(town, stranger)
    await stranger.says("/start")
    stranger.sees("entry-stranger", among_last=1)
    assert (await account(town, stranger)).unreachable_since is None


async def test_a_group_that_throws_the_bot_out_marks_nobody(town: Town) -> None:
    teacher, tutor = await writing(town)
    chat = town.telegram.group("Учителя", [teacher.telegram_id, tutor.telegram_id])
    await town.settle()
    member = {"user": {"id": 1, "is_bot": True, "first_name": "Бот"}}
    update = {
        "update_id": 10**9,
        "my_chat_member": {
            "chat": {"id": chat, "type": "group", "title": "Учителя"},
            "from": {"id": teacher.telegram_id, "is_bot": False, "first_name": "Галина"},
            "date": int(town.now.timestamp()),
            "old_chat_member": {**member, "status": "member"},
            "new_chat_member": {**member, "status": "kicked", "until_date": 0},
        },
    }
    assert await town.polling.take([update])
    assert (await account(town, teacher)).unreachable_since is None
