"""One update, one effect, one order: repeats, bursts, places that are gone, lasting faults (DESIGN 3)."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from aiogram import Router
from sqlalchemy import select, text, update
from sqlalchemy.exc import DataError, OperationalError, ProgrammingError

from bot.updates import person_behind
from models.diagnosis import Diagnosis, DiagnosisAnswer
from models.entry import Account
from models.notice import Notice, TakenUpdate
from models.people import Role
from tests.stories.town import Guest, Town, buttons
from tests.stories.walking import report, walks

STEPS = ("Пока трудно", "Получается с помощью", "Получается самостоятельно", "Могу показать другим")


async def waiting(town: Town) -> list[dict[str, Any]]:
    """What waits for the bot, not confirmed."""
    return town.telegram.updates(offset=town.offset, limit=100, allowed=None)


async def answering(town: Town, name: str = "Иванова Галина Петровна") -> Guest:
    """A teacher at the first statement of the diagnosis."""
    teacher = await town.member(name, Role.TEACHER)
    await teacher.taps("menu-diagnosis")
    await teacher.taps("diagnosis-intro.begin")
    return teacher


async def writing(town: Town) -> Guest:
    """A teacher with an empty report."""
    teacher, _ = await town.pair()
    await walks(town, teacher, ("Вебинар", town.today - timedelta(days=1)))
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await teacher.taps("report-was.held")
    return teacher


async def all_taken_before_any_answer(town: Town) -> None:
    """Telegram's answers take longer than our turns, as they do."""
    call, ready = town.wire.call, asyncio.Event()

    async def slow(*args: Any, **more: Any) -> Any:
        await ready.wait()
        return await call(*args, **more)

    town.wire.call = slow  # type: ignore[method-assign]
    for one in await waiting(town):
        await town.app.turn.take(one)
        town.offset = one["update_id"] + 1
    ready.set()
    await town.settle()


async def test_an_update_that_comes_again_changes_nothing_and_shows_the_place(town: Town) -> None:
    teacher = await answering(town)
    message, data = teacher.button("diagnosis-question.step", STEPS[1])
    town.telegram.tap(teacher.telegram_id, message["message_id"], data)
    updates = await waiting(town)
    town.offset = updates[-1]["update_id"] + 1
    for _ in range(3):
        town.polling._taken.clear()  # as after a restart
        assert await town.polling.take(updates)
        await town.app.post.settle()
    assert [(one.statement, one.value) for one in await town.all(select(DiagnosisAnswer))] == [(0, 1)]
    assert "Вопрос 2 из" in teacher.last_text
    ids = [one.id for one in await town.all(select(TakenUpdate))]
    assert len(ids) == len(set(ids))


async def test_a_notice_is_not_written_again_by_a_repeated_update(town: Town) -> None:
    teacher = await writing(town)
    await teacher.says("Взяли три приёма.")
    message, data = teacher.button("report-draft.send")
    town.telegram.tap(teacher.telegram_id, message["message_id"], data)
    updates = await waiting(town)
    town.offset = updates[-1]["update_id"] + 1
    for _ in range(2):
        town.polling._taken.clear()
        assert await town.polling.take(updates)
    await town.settle()
    kinds = [one.kind for one in await town.all(select(Notice).where(Notice.kind == "review-new"))]
    assert kinds == ["review-new"]


async def test_two_quick_texts_are_both_kept_in_their_order(town: Town) -> None:
    teacher = await writing(town)
    town.telegram.say(teacher.telegram_id, "Первое.")
    town.telegram.say(teacher.telegram_id, "Второе.")
    await town.settle()
    assert (await report(town, "Вебинар")).text == "Первое.\nВторое."


async def test_updates_that_come_mixed_up_are_taken_in_the_order_of_their_ids(town: Town) -> None:
    teacher = await writing(town)
    for number in range(6):
        town.telegram.say(teacher.telegram_id, f"Строка {number}.")
    updates = await waiting(town)
    town.offset = updates[-1]["update_id"] + 1
    assert await town.polling.take(updates[::-1])
    await town.app.post.settle()
    assert (await report(town, "Вебинар")).text == "\n".join(f"Строка {number}." for number in range(6))


async def test_twenty_messages_in_a_second_lose_nothing_and_are_not_twenty_answers(town: Town) -> None:
    teacher = await writing(town)
    before = len(teacher.heard)
    for number in range(20):
        town.telegram.say(teacher.telegram_id, f"Строка {number}.")
    await all_taken_before_any_answer(town)
    assert (await report(town, "Вебинар")).text == "\n".join(f"Строка {number}." for number in range(20))
    assert len(teacher.heard) - before <= 3
    assert "Строка 19." in teacher.last_text


async def test_twenty_greetings_in_a_second_get_few_answers_and_break_nothing(town: Town) -> None:
    teacher = await answering(town)
    before = len(teacher.heard)
    for _ in range(20):
        town.telegram.say(teacher.telegram_id, "Здравствуйте")
    await all_taken_before_any_answer(town)
    assert len(teacher.heard) - before <= 3
    assert "Вопрос 1 из" in teacher.last_text
    await teacher.taps("diagnosis-question.step", STEPS[0])
    assert "Вопрос 2 из" in teacher.last_text


async def test_a_hundred_taps_of_one_moment_are_one_answer_and_each_is_answered(town: Town) -> None:
    teacher = await answering(town)
    message, _ = teacher.button("diagnosis-question.step", STEPS[0])
    steps = [one["callback_data"] for one in buttons(message) if one["callback_data"].startswith("da:")]
    for number in range(100):
        town.telegram.tap(teacher.telegram_id, message["message_id"], steps[number % 4])
    await town.settle()
    assert [(one.statement, one.value) for one in await town.all(select(DiagnosisAnswer))] == [(0, 0)]
    assert not town.telegram.unanswered()
    assert "Вопрос 2 из" in teacher.last_text


async def test_fifty_people_at_once_stay_apart(town: Town) -> None:
    guests = [await town.person(f"Учитель{number} Анна Ильинична", Role.TEACHER) for number in range(50)]
    for guest in guests:
        town.telegram.say(guest.telegram_id, f"/start {guest.code}")
    await town.settle()
    for guest in guests:
        message, data = guest.button("entry-consent.agree")
        town.telegram.tap(guest.telegram_id, message["message_id"], data)
    await town.settle()
    accounts = await town.all(select(Account).where(Account.person_id.is_not(None)))
    owners = {one.telegram_id: one.person_id for one in accounts}
    assert owners == {guest.telegram_id: guest.person_id for guest in guests}


async def test_a_place_that_is_gone_gives_way_to_the_menu(town: Town) -> None:
    teacher = await answering(town)
    for place, ids in [
        ("diagnosis.question", {"diagnosis": 4711}),
        ("report.draft", {"report": 4711}),
        ("report.draft", {"renamed": 1}),
        ("an.old.place", {"x": 1}),
        ("diagnosis.question", {}),
    ]:
        async with town.app.sessions() as session, session.begin():
            mine = Account.telegram_id == teacher.telegram_id
            await session.execute(update(Account).where(mine).values(place=place, place_ids=ids))
        await teacher.says("Здравствуйте")
        teacher.sees("menu", among_last=1)
        await teacher.says("Здравствуйте")
        teacher.sees("menu", among_last=1)
    assert "refusal-bug" not in town.text.said


Breaking = Callable[[Exception], None]


@pytest.fixture
def breaking(town: Town, monkeypatch: pytest.MonkeyPatch) -> Breaking:
    """Makes the word «сломайся» break the bot's code, until the story ends or `monkeypatch` undoes it."""
    root = town.app.turn.root

    def breaks(fault: Exception) -> None:
        monkeypatch.setattr(root, "sub_routers", [_broken(fault), *root.sub_routers])

    return breaks


def _broken(fault: Exception) -> Router:
    routes = Router()

    async def broken(message: Any) -> None:
        raise fault

    routes.message.register(broken, lambda message: message.text == "сломайся")
    return routes


@pytest.mark.parametrize(
    ("fault", "key"),
    [
        (RuntimeError("a bug"), "refusal-bug"),
        (ProgrammingError("select", {}, Exception("no such column")), "refusal-bug"),
        (DataError("insert", {}, Exception("out of range")), "refusal-not-yours"),
        (OverflowError("too large"), "refusal-not-yours"),
    ],
)
async def test_a_fault_that_never_passes_is_told_and_holds_up_nobody(
    town: Town, breaking: Breaking, fault: Exception, key: str
) -> None:
    teacher = await answering(town)
    other = await town.member("Петров Олег Ильич", Role.TEACHER)
    breaking(fault)
    town.telegram.say(teacher.telegram_id, "сломайся")
    town.telegram.say(other.telegram_id, "/help")
    await town.settle()
    teacher.sees(key, among_last=1)
    other.sees("help", among_last=1)
    await teacher.says("/menu")
    teacher.sees("menu", among_last=1)


async def test_a_fault_that_passes_keeps_the_update_and_the_neighbours_go_on(
    town: Town, breaking: Breaking, monkeypatch: pytest.MonkeyPatch
) -> None:
    teacher = await answering(town)
    other = await town.member("Петров Олег Ильич", Role.TEACHER)
    breaking(OperationalError("insert", {}, Exception("database is locked")))
    town.telegram.say(teacher.telegram_id, "сломайся")
    town.telegram.say(other.telegram_id, "/help")
    updates = await waiting(town)
    heard = len(other.heard)
    for _ in range(3):
        assert not await town.polling.take(updates)
        await town.app.post.settle()
    assert len(other.heard) == heard + 1, "what was taken is not shown again"
    monkeypatch.undo()
    await town.settle()
    teacher.sees("anything-text", among_last=1)


async def test_one_persons_later_updates_wait_for_the_one_that_failed(
    town: Town, breaking: Breaking, monkeypatch: pytest.MonkeyPatch
) -> None:
    teacher = await writing(town)
    breaking(OperationalError("insert", {}, Exception("disk I/O error")))
    for words in ("Первое.", "сломайся", "Третье."):
        town.telegram.say(teacher.telegram_id, words)
    assert not await town.polling.take(await waiting(town))
    assert (await report(town, "Вебинар")).text == "Первое."
    monkeypatch.undo()
    await town.settle()
    assert (await report(town, "Вебинар")).text == "Первое.\nсломайся\nТретье."


async def test_two_people_who_turn_at_once_take_one_version(town: Town) -> None:
    teacher = await answering(town)
    message, data = teacher.button("diagnosis-question.step", STEPS[2])
    for _ in range(2):
        town.telegram.tap(teacher.telegram_id, message["message_id"], data)
    one, two = await waiting(town)
    town.offset = two["update_id"] + 1
    await asyncio.gather(town.app.turn.take(one), town.app.turn.take(two))
    await town.app.post.settle()
    assert [(each.statement, each.value) for each in await town.all(select(DiagnosisAnswer))] == [(0, 2)]
    [found] = await town.all(select(Diagnosis))
    assert found.version == 2


async def test_every_update_is_written_down_once(town: Town) -> None:
    await answering(town)
    async with town.app.sessions() as session, session.begin():
        rows = (await session.execute(text("SELECT count(*), count(DISTINCT id) FROM taken_updates"))).one()
    assert rows[0] == rows[1] > 0


@pytest.mark.parametrize(
    ("update", "person"),
    [
        ({"update_id": 1}, 0),
        ({"message": "x"}, 0),
        ({"message": {"from": {"id": 7}}}, 7),
        ({"message": {}}, 0),
    ],
)
def test_whose_update_it_is_can_be_told_of_anything(update: dict[str, Any], person: int) -> None:
    assert person_behind(update) == person
