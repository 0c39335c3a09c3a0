"""A route in time as a picture: the term, today, what took place, what waits for a report, what is ahead."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from models.final_event import FinalEvent, FinalEventState
from models.people import Role
from models.plan import Activity, ActivityState
from tests.stories.planning import adds, takes_a_year
from tests.stories.town import Guest, Town
from tests.stories.walking import reported, walks


def photos(town: Town) -> list[str]:
    """The words under every picture that was sent."""
    return [params["caption"] for method, params in town.wire.calls if method == "sendPhoto"]


async def mark(town: Town, title: str, state: ActivityState) -> None:
    """How a row of the plan stands, as if it had come to that."""
    async with town.app.sessions() as session, session.begin():
        (await session.scalars(select(Activity).where(Activity.title == title))).one().state = state


async def opens_the_plan(teacher: Guest) -> None:
    """From the menu."""
    await teacher.says("/menu")
    await teacher.taps("menu-plan")


async def test_the_picture_says_how_every_row_of_the_plan_stands(town: Town) -> None:
    teacher, _ = await town.pair()
    today = town.today
    days = [("Семинар", 1), ("Вебинар", 2), ("Курсы", 3), ("Урок", 30), ("Лекция", 40), ("Форум", 4)]
    route = await walks(town, teacher, *((title, today + timedelta(day)) for title, day in days))
    town.wait(days=2)
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await teacher.taps("report-line", "Семинар")
    await reported(town, teacher)
    town.wait(days=5)
    await mark(town, "Вебинар", ActivityState.HELD)
    await mark(town, "Курсы", ActivityState.NOT_DONE)
    await mark(town, "Лекция", ActivityState.ON_REPLACEMENT)
    async with town.app.sessions() as session, session.begin():
        event = FinalEvent(
            route_id=route.id, title="Чтения", form="", level="", place="", said="", reason="",
            on_date=today + timedelta(50), state=FinalEventState.PLANNED, news=1, created_at=town.now,
        )  # fmt: skip
        session.add(event)
    await opens_the_plan(teacher)
    await teacher.taps("picture.ask")
    [said] = photos(town)
    for words in (
        "состоялось, отчёт есть: 1 (15.09.26 Семинар)",
        "состоялось, отчёта ещё нет: 1 (16.09.26 Вебинар)",
        "день прошёл, отметки нет: 1 (18.09.26 Форум)",
        "впереди: 1 (14.10.26 Урок)",
        "заменяется: 1 (24.10.26 Лекция)",
        "не состоялось: 1 (17.09.26 Курсы)",
        "итоговое мероприятие, впереди: 1 (03.11.26 Чтения)",
    ):
        assert words in said
    teacher.sees("plan", "Семинар")


async def test_the_tutor_gets_it_from_the_card_and_a_stranger_nothing(town: Town) -> None:
    teacher, tutor = await town.pair()
    await takes_a_year(teacher)
    await adds(teacher, "Семинар № 1", "16 ноября")
    _, data = teacher.button("picture.ask")
    await tutor.taps_again(tutor.last["message_id"], data)
    tutor.sees("plan-card", "Иванова Г. П.")
    await tutor.taps("picture.ask")
    assert [one.split("\n")[0] for one in photos(town)] == ["Маршрут: Иванова Г. П."] * 2
    for role in (Role.TEACHER, Role.DEPUTY_HEAD):
        stranger = await town.member(f"Юдина Яна {role.value}", role, organisation="Школа № 9")
        await stranger.taps_again(stranger.last["message_id"], data)
        stranger.hears_toast("refusal-not-yours")
    assert len(photos(town)) == 2


async def test_an_empty_plan_offers_no_picture(town: Town) -> None:
    teacher, _ = await town.pair()
    await opens_the_plan(teacher)
    with pytest.raises(AssertionError):
        teacher.button("picture.ask")
