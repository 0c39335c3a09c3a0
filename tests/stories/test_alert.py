"""Whoever looks after the bot hears of a bug, of a queue that stands still, of a full disk: once an hour each."""

from __future__ import annotations

import structlog
from structlog.contextvars import merge_contextvars
from structlog.testing import capture_logs

from bot import ticks
from models.people import OrganisationKind, Role
from services import alert
from services.work import Work
from tests.stories.test_turn import Breaking, breaking
from tests.stories.town import Guest, Town

__all__ = ["breaking"]


async def administrator(town: Town, name: str = "Лаптев Игорь Юрьевич", where: str = "ЦНППМ") -> Guest:
    """Who looks after the bot in a centre."""
    if where == "ЦНППМ":
        await town.organisation(where, OrganisationKind.CENTRE)
    return await town.member(name, Role.ADMIN, organisation=where)


def heard(guest: Guest, words: str) -> int:
    """How many messages with these words somebody has."""
    return sum(words in message["text"] for message in guest.heard if "text" in message)


async def looked_after(town: Town, free: int = alert.LEAST_FREE) -> int:
    """The minute's look, with so many bytes free on the disk."""
    async with town.app.sessions() as session, session.begin():
        written = await alert.look_after(Work(session, None, town.now, town.app.rules), free)
    await town.deliver()
    return written


async def test_a_bug_is_told_with_the_number_that_the_person_saw_and_the_log_has(
    town: Town, breaking: Breaking
) -> None:
    admin = await administrator(town)
    teacher = await town.member("Иванова Галина Петровна", Role.TEACHER)
    breaking(RuntimeError("a bug"))
    with capture_logs(processors=[merge_contextvars]) as lines:
        await teacher.says("сломайся")
    [bug] = [line for line in lines if line["event"] == "turn.bug"]
    assert bug["number"] in teacher.heard[-1]["text"]
    admin.sees("alert-bug")
    assert bug["number"] in admin.heard[-1]["text"]
    assert bug["update"] == town.offset - 1
    assert bug["task"] == "other"


async def test_many_bugs_of_an_hour_are_one_message(town: Town, breaking: Breaking) -> None:
    admin = await administrator(town)
    teacher = await town.member("Иванова Галина Петровна", Role.TEACHER)
    breaking(RuntimeError("a bug"))
    for _ in range(3):
        await teacher.says("сломайся")
    assert heard(admin, "В боте случилась ошибка") == 1
    town.wait(hours=1)
    await teacher.says("сломайся")
    assert heard(admin, "В боте случилась ошибка") == 2


async def test_a_queue_that_stands_still_is_told_and_what_waits_is_counted(town: Town) -> None:
    admin = await administrator(town)
    teacher, _ = await town.pair()
    assert await looked_after(town) == 0
    async with town.app.sessions() as session, session.begin():
        work = Work(session, None, town.now, town.app.rules)
        work.notify(teacher.person_id, "unreachable", name="Орлова М. С.")
    town.wait(minutes=9)
    assert await looked_after_without_post(town) == 0
    town.wait(minutes=2)
    assert await looked_after_without_post(town) == 1
    assert await looked_after_without_post(town) == 0
    await town.deliver()
    admin.sees("alert-queue")
    assert "ждёт 1 сообщение" in admin.heard[-1]["text"]


async def looked_after_without_post(town: Town) -> int:
    """The minute's look while the postman stands still."""
    async with town.app.sessions() as session, session.begin():
        return await alert.look_after(Work(session, None, town.now, town.app.rules), alert.LEAST_FREE)


async def test_a_full_disk_is_told_to_administrators_of_centres_and_not_of_every_school(town: Town) -> None:
    of_school = await administrator(town, "Титов Олег Ильич", "Школа № 3")
    assert await looked_after(town, alert.LEAST_FREE - 1) == 1
    of_school.sees("alert-disk")
    of_centre = await administrator(town)
    town.wait(hours=1)
    assert await looked_after(town, 5 * alert.MEGABYTE) == 1
    of_centre.sees("alert-disk")
    assert "свободно 5 МБ" in of_centre.heard[-1]["text"]
    assert heard(of_school, "мало места") == 1


async def test_the_minutes_look_looks_at_this_disk(town: Town) -> None:
    await administrator(town)
    await ticks.look_after(town.app)
    assert heard(town.guests["Лаптев Игорь Юрьевич"], "мало места") == 0


async def test_every_line_of_a_turn_and_of_its_reply_carries_the_updates_id(town: Town) -> None:
    teacher = await town.member("Иванова Галина Петровна", Role.TEACHER)
    stranger = await town.member("Петров Олег Ильич", Role.TEACHER)
    call = town.wire.call

    async def logging(*args: object, **more: object) -> object:
        structlog.get_logger().info("test.call")
        return await call(*args, **more)  # type: ignore[arg-type]

    town.wire.call = logging  # type: ignore[assignment, method-assign]
    with capture_logs(processors=[merge_contextvars]) as lines:
        await stranger.says("/help")
        await teacher.says("/menu")
    calls = [line["update"] for line in lines if line["event"] == "test.call"]
    assert sorted(set(calls)) == [town.offset - 2, town.offset - 1]
