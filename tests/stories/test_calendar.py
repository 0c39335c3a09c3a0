"""«В календарь»: the own days as a file, with the zone, stable names and nobody's facts."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import icalendar
from sqlalchemy import update

from models.final_event import FinalEvent, FinalEventState
from models.plan import Activity
from models.route import Route
from tests.stories.filing import content, documents, opens
from tests.stories.town import Guest, Town
from tests.stories.walking import activity, walks


async def walking(town: Town) -> tuple[Guest, Route]:
    """Two rows ahead, and a final event at 15:00."""
    teacher, _ = await town.pair()
    days = town.today + timedelta(days=30), town.today + timedelta(days=60)
    route = await walks(town, teacher, ("Семинар «Чтение»", days[0]), ("Вебинар", days[1]))
    async with town.app.sessions() as session, session.begin():
        session.add(
            FinalEvent(
                route_id=route.id,
                title="Мастер-класс",
                form="master_class",
                level="school",
                place="актовый зал",
                on_date=days[1],
                at_time=time(15),
                state=FinalEventState.PLANNED,
                created_at=town.now,
            )
        )
    return teacher, route


def entries(town: Town, guest: Guest) -> dict[str, Any]:
    """The newest calendar of a chat, by title."""
    document = documents(guest)[-1]
    assert document["file_name"] == "Сроки маршрута.ics"
    found = icalendar.Calendar.from_ical(content(town, document))
    return {str(one["SUMMARY"]): one for one in found.walk("VEVENT")}


async def test_all_days_come_as_one_file_in_the_zone_of_the_school(town: Town) -> None:
    teacher, route = await walking(town)
    await opens(teacher, "menu-papers", "papers-calendar")
    teacher.sees("calendar", "4")
    await teacher.taps("calendar.take")
    found = entries(town, teacher)
    assert set(found) == {"Семинар «Чтение»", "Вебинар", "Мастер-класс", "Последний день маршрута"}
    seminar, event = found["Семинар «Чтение»"], found["Мастер-класс"]
    day = town.today + timedelta(days=30)
    assert (seminar["DTSTART"].dt, seminar["DTEND"].dt) == (day, day + timedelta(days=1))
    assert isinstance(seminar["DTSTART"].dt, date) and seminar.walk("VALARM")
    assert event["DTSTART"].params["TZID"] == "Europe/Samara" and event["DTSTART"].dt.hour == 15
    assert found["Последний день маршрута"]["DTSTART"].dt == route.ends_on
    whole = content(town, documents(teacher)[-1]).decode()
    assert "Иванова" not in whole and "актовый" not in whole and "BEGIN:VTIMEZONE" in whole


async def test_a_moved_day_keeps_its_name_and_grows_its_number(town: Town) -> None:
    teacher, _ = await walking(town)
    await opens(teacher, "menu-papers", "papers-calendar")
    await teacher.taps("calendar.take")
    before = entries(town, teacher)["Вебинар"]
    row = await activity(town, "Вебинар")
    async with town.app.sessions() as session, session.begin():
        moved = await session.get_one(Activity, row.id)
        moved.on_date = town.today + timedelta(days=90)
    await teacher.taps("calendar.take")
    after = entries(town, teacher)["Вебинар"]
    assert after["UID"] == before["UID"] and int(after["SEQUENCE"]) == int(before["SEQUENCE"]) + 1


async def test_one_row_and_nothing_for_a_strangers_guess(town: Town) -> None:
    teacher, _ = await walking(town)
    row = await activity(town, "Вебинар")
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    await teacher.taps_again(teacher.last["message_id"], f"cf:row:{row.id}")
    assert set(entries(town, teacher)) == {"Вебинар"}
    for guest in town.guests.values():
        if guest is not teacher:
            await guest.says("/menu")
            await guest.taps_again(guest.last["message_id"], f"cf:row:{row.id}")
            guest.hears_toast("refusal-not-yours")
            assert not documents(guest)


async def test_without_a_day_there_is_nothing_to_take(town: Town) -> None:
    teacher, route = await walking(town)
    async with town.app.sessions() as session, session.begin():
        await session.execute(update(Activity).values(on_date=None))
        await session.execute(update(FinalEvent).values(state=FinalEventState.REMOVED))
        await session.execute(update(Route).where(Route.id == route.id).values(ends_on=None))
    await opens(teacher, "menu-papers", "papers-calendar")
    teacher.sees("calendar", "нет")
    assert not teacher.has_button("calendar.take")
