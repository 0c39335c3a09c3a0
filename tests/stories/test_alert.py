"""Whoever looks after the bot hears of a bug, of a queue that stands still, of a full disk: once an hour each."""

from __future__ import annotations

import re

import structlog
from structlog.contextvars import merge_contextvars
from structlog.testing import capture_logs

from bot import ticks
from models.people import OrganisationKind, Role
from services import alert
from services.work import Work
from tests.stories.factors import asks_for_it
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


async def test_an_administrator_sees_how_the_bot_fares_and_which_command_does_what(
    town: Town, breaking: Breaking
) -> None:
    admin = await administrator(town)
    teacher = await town.member("Иванова Галина Петровна", Role.TEACHER)
    breaking(RuntimeError("a bug"))
    with capture_logs(processors=[merge_contextvars]):
        await teacher.says("сломайся")
    number = re.search(r"№ (\S+?)</b>|№ (\S+)", admin.heard[-1]["text"])
    await admin.says("/menu")
    await admin.taps("alert-state-menu")
    admin.sees("alert-state-queue", "все отправлены", among_last=1)
    admin.sees("alert-state-people", "Люди: 2", "вошли в бот: 2", among_last=1)
    admin.sees("alert-state-backup", "бот их не делает", among_last=1)
    assert number and (number[1] or number[2]).rstrip(".") in admin.last_text
    assert "Иванова" not in admin.last_text
    town.app.rules.machine.seen(alert.LEAST_FREE - 1, backs_up=True, backed_up=town.now)
    async with town.app.sessions() as session, session.begin():
        work = Work(session, None, town.now, town.app.rules)
        work.notify(teacher.person_id, "unreachable", name="Орлова М. С.")
    town.wait(days=3)
    await admin.taps("alert-state.again")
    admin.sees("alert-state-backup", "копия давно", among_last=1)
    admin.sees("alert-state-disk", "Этого мало", among_last=1)
    await admin.taps("alert-state.commands")
    admin.sees("alert-command", "marshrut doctor", "marshrut backup", among_last=1)
    await admin.taps("alert-commands.back")
    assert not admin.has_button("alert-state.code")
    asks_for_it(town)
    await admin.taps("alert-state.again")
    await admin.taps("alert-state.code")
    admin.sees("factor-first", among_last=1)
    await admin.taps("factor-first.leave")
    admin.sees("alert-state", among_last=1)


async def test_the_minutes_look_tells_what_the_machine_says(town: Town) -> None:
    await ticks.look_after(town.app)
    machine = town.app.rules.machine
    assert machine.free and not machine.backs_up and machine.backed_up is None


async def test_figures_are_for_who_looks_after_the_bot_and_for_nobody_else(town: Town) -> None:
    teacher, _ = await town.pair()
    await administrator(town)
    of_a_school = await administrator(town, "Зорин Егор Львович", "Школа № 1")
    await of_a_school.says("/menu")
    await of_a_school.taps("alert-state-menu")
    of_a_school.sees("alert-state-elsewhere", among_last=1)
    assert "Люди" not in of_a_school.last_text
    for where in ("alert.state", "alert.commands"):
        await teacher.taps_again(teacher.last["message_id"], f"go:{where}")
        teacher.hears_toast("refusal-not-yours")
