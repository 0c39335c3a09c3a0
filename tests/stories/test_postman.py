"""S-13 and S-14: a person who blocks the bot, a flood, a kill in the middle of the evening's reminders."""

from datetime import date, timedelta

from sqlalchemy import select

from bot import ticks
from models.entry import Account
from models.notice import Notice, NoticeState
from models.people import Role
from tests.stories.town import Guest, Town
from tests.stories.walking import walks

WEBINAR = date(2026, 9, 25)
TITLE = "Вебинар о чтении"


async def evenings(town: Town, *days: int) -> None:
    """17:00 so many days before the webinar."""
    for left in days:
        town.set_local(WEBINAR - timedelta(days=left), 17)
        await town.tick()


def calls_to(town: Town, guest: Guest) -> int:
    """How often the bot tried to write to a person."""
    return sum(params.get("chat_id") == guest.telegram_id for _, params in town.wire.calls)


async def test_who_blocked_the_bot_is_not_written_to_again_and_the_tutor_hears_once(town: Town) -> None:
    teacher, tutor = await town.pair()
    await walks(town, teacher, (TITLE, WEBINAR))
    town.telegram.block(teacher.telegram_id)
    before, heard = calls_to(town, teacher), len(tutor.heard)
    await evenings(town, 7, 3, 1, 0, -1)
    assert calls_to(town, teacher) == before + 1
    assert len(tutor.heard) == heard + 1
    tutor.sees("unreachable", "Иванова Г. П.", among_last=1)
    account = (await town.all(select(Account).where(Account.person_id == teacher.person_id)))[0]
    assert account.unreachable_since is not None


async def test_who_comes_back_gets_one_digest_and_goes_on(town: Town) -> None:
    teacher, _ = await town.pair()
    await walks(town, teacher, (TITLE, WEBINAR))
    town.telegram.block(teacher.telegram_id)
    await evenings(town, 7, 3, 1)
    town.telegram.unblock(teacher.telegram_id)
    before = len(teacher.heard)
    await teacher.says("привет")
    teacher.sees("menu-missed", among_last=2)
    assert len(teacher.heard) <= before + 2
    await evenings(town, 0)
    teacher.sees("reminder-activity", "Сегодня", among_last=1)


async def test_killed_in_the_middle_of_the_evening_nobody_hears_twice(town: Town) -> None:
    tutor = await town.member("Орлова Мария Сергеевна", Role.TUTOR)
    names = ["Иванова Галина Петровна", "Петров Олег Ильич", "Зуева Анна Ивановна"]
    teachers = [await town.member(name, Role.TEACHER, tutor=tutor) for name in names]
    for teacher in teachers:
        await walks(town, teacher, (TITLE, WEBINAR))
    town.set_local(WEBINAR, 17)
    assert await ticks.sweep(town.app) == 3
    in_hand = await town.app.postman._take()
    await town.app.postman._deliver(in_hand[0])
    town.wait(minutes=5)
    await town.tick()
    told = [len([one for one in teacher.heard if TITLE in one.get("text", "")]) for teacher in teachers]
    assert sorted(told) == [0, 0, 1]
    states = {one.state for one in await town.all(select(Notice).where(Notice.kind == "reminder-day"))}
    assert states == {NoticeState.SENT}
