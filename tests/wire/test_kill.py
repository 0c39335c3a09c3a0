"""`kill -9` in the middle of working days: nothing is lost, nothing happens twice, everybody can go on (DESIGN 3.2)."""

from __future__ import annotations

import asyncio
import hashlib
import random
from pathlib import Path

from simulator.core import TOKEN
from tests.wire.phones import Phone, Street, street
from tests.wire.processes import LOOK_EVERY, PATIENCE, Bot, Nursery, living, local_telegram
from tests.wire.records import FIRST_PHONE, Records, code_of, settle
from tests.wire.working_days import TITLES, accompanies, approves, step_of, teaches

NAMES = [
    "Орлова Мария Сергеевна",
    "Иванова Галина Петровна",
    "Петров Олег Ильич",
    "Кузнецова Анна Львовна",
    "Смирнов Игорь Павлович",
    "Волкова Ольга Юрьевна",
    "Дубов Игорь Ильич",
]
TUTOR, UNDISTURBED, OFFICES = 0, 1, len(NAMES) - 1
SIGNATURES = 3
"""Of the methodist and both heads, under each card."""
KILLS = 30
SEED = 20260914
NOT_COPIED = "SELECT count(*) FROM evidence WHERE copied_at IS NULL AND kind != 'link'"
NOT_YET = "SELECT count(*) FROM notices WHERE state IN ('waiting', 'sending')"


async def kills(bot: Bot, people: Street, chance: random.Random, day: asyncio.Future[None]) -> None:
    """Ends the bot at random moments of its work, and starts it again two minutes later, until the day is done."""
    while not day.done():
        some_work = asyncio.ensure_future(people.happened(people.number + chance.randint(2, 36)))
        await asyncio.wait({some_work, day}, return_when=asyncio.FIRST_COMPLETED)
        some_work.cancel()
        if not day.done():
            await asyncio.sleep(chance.uniform(0.0, 0.03))  # waits for nothing: the moment itself varies
            bot.kill()
            await people.do("clock", add_seconds=150)
            bot.start()


async def working_day(bot: Bot, people: Street, phones: list[Phone]) -> None:
    """One teacher whom nobody disturbs; then all others at once, and the bot is killed again and again."""
    count = OFFICES - UNDISTURBED
    tutor = asyncio.create_task(accompanies(phones[TUTOR], code_of(TUTOR), count))
    offices = asyncio.create_task(approves(phones[OFFICES], code_of(OFFICES), count * SIGNATURES))
    await teaches(phones[UNDISTURBED], code_of(UNDISTURBED), seed=1)
    teachers = (teaches(phones[one], code_of(one), one) for one in range(UNDISTURBED + 1, OFFICES))
    day = asyncio.ensure_future(asyncio.gather(tutor, offices, *teachers))
    await asyncio.gather(day, kills(bot, people, random.Random(SEED), day))  # type: ignore[arg-type]


async def everybody_goes_on(phones: list[Phone]) -> None:
    """The last card of each person works."""
    for phone in phones:
        await phone.says("/menu", lambda chat: chat.button(data="go:help"))
        await phone.goes("Помощь", "go:help", until=lambda chat: chat.says("Что здесь можно"))


async def all_told(records: Records, people: Street) -> None:
    """What a killed postman held in hand is decided on after two minutes."""
    await people.do("clock", add_seconds=150)
    async with asyncio.timeout(PATIENCE):
        while records.one(NOT_YET):
            await asyncio.sleep(LOOK_EVERY)


async def test_a_bot_killed_at_random_moments_loses_nothing_and_repeats_nothing(
    tmp_path: Path, nursery: Nursery
) -> None:
    await asyncio.to_thread(settle, tmp_path / "bot.sqlite", NAMES)
    records = Records(tmp_path / "bot.sqlite")
    async with local_telegram(tmp_path) as base, street(base) as people:
        phones = [await people.person(name, FIRST_PHONE + number) for number, name in enumerate(NAMES)]
        with living(nursery, tmp_path, base) as bot:
            bot.start()
            await working_day(bot, people, phones)
            await everybody_goes_on(phones)
            await people.quiet(TOKEN)
            await all_told(records, people)
            assert bot.lives > KILLS, "too few kills to say anything"
            nothing_lost_and_nothing_twice(records, phones)
            await everything_is_copied(records, people, tmp_path / "files")
            await told_once(bot, phones)
            assert bot.end() == 0


async def everything_is_copied(records: Records, people: Street, store: Path) -> None:
    """Every file that was sent lies in the store, whole: its name is the sum of its content."""
    async with asyncio.timeout(PATIENCE):
        while records.one(NOT_COPIED):
            await people.do("clock", add_seconds=150)
            await asyncio.sleep(LOOK_EVERY)
    keys = {key for (key,) in records.rows("SELECT key FROM evidence WHERE kind != 'link'")}
    for one in keys:
        assert hashlib.sha256((store / one).read_bytes()).hexdigest() == Path(one).name


def nothing_lost_and_nothing_twice(records: Records, phones: list[Phone]) -> None:
    """Each teacher has exactly what the undisturbed one has; each update was taken once."""
    wanted = records.of_teacher(UNDISTURBED + 1)
    assert wanted["answers"] == {number - 1: step_of(number) for number in range(1, 41)}
    assert wanted["evidence"] == [4, 4]
    assert [state for state, *_ in wanted["reports"]] == ["accepted", "accepted"]
    for person in range(UNDISTURBED + 2, OFFICES + 1):
        assert records.of_teacher(person) == wanted
    taken = records.one("SELECT count(*) FROM taken_updates")
    assert taken == sum(phone.updates for phone in phones)


async def told_once(bot: Bot, phones: list[Phone]) -> None:
    """Nobody hears a thing twice, but for urgent news that a killed postman held in hand (docs/decisions)."""
    doubts = sum(bool(line["urgent"]) for line in bot.events("postman.in_doubt"))
    repeats = 0
    for phone in phones[UNDISTURBED:OFFICES]:
        chat = await phone.chat()
        for news in ("Ваш план утверждён", *(f"Отчёт {title} принят\\. Спасибо" for title in TITLES)):
            assert chat.count(news) >= 1, f"{phone.name} was not told: {news}"
            repeats += chat.count(news) - 1
    assert repeats <= doubts
