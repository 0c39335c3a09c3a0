"""X21, R4-001: the long route of a mentee beside another, its years, and the word for each of them."""

from datetime import date, timedelta

from sqlalchemy import select

from models.history import HistoryLine
from models.long_route import RouteYear
from models.people import Role
from models.route import Route, RouteState
from regulations.calendar import add_months
from tests.stories.mentors import pair, runs
from tests.stories.town import Guest, Town

BEGAN = date(2026, 9, 15)


async def years(town: Town) -> list[RouteYear]:
    """What was said about the years."""
    return await town.all(select(RouteYear).order_by(RouteYear.year))


async def routes(town: Town, guest: Guest) -> list[Route]:
    """Somebody's routes, the earliest first."""
    return await town.all(select(Route).where(Route.teacher_id == guest.person_id).order_by(Route.id))


async def begins(mentee: Guest) -> None:
    """From the menu to a long route."""
    await mentee.says("/menu")
    await mentee.taps("mentoring-menu")
    await mentee.taps("long-route-menu")
    await mentee.taps("long-route.begin")


async def walks_long(town: Town, months: int = 60) -> tuple[Guest, Guest, Route]:
    """A long route that is being walked, with a programme of mentoring inside it."""
    mentor, mentee = await pair(town)
    await begins(mentee)
    await runs(town, mentor, mentee)
    long = (await routes(town, mentee))[-1]
    async with town.app.sessions() as session, session.begin():
        route = await session.get_one(Route, long.id)
        route.starts_on, route.ends_on = BEGAN, add_months(BEGAN, months) - timedelta(days=1)
    async with town.app.sessions() as session, session.begin():
        table = Route.__table__
        await session.execute(
            table.update().where(table.c.id == long.id).values(state=RouteState.ACTIVE.value)  # type: ignore[attr-defined]
        )
    return mentor, mentee, long


async def test_x21_a_long_route_goes_beside_another_and_one_turns_between_them(town: Town) -> None:
    _, mentee = await pair(town)
    await begins(mentee)
    mentee.sees("long-route-begun", among_last=1)
    mentee.sees("menu-stage", "ИОМ наставляемого", among_last=1)
    assert [one.regulation for one in await routes(town, mentee)] == ["udmurtia", "mentoring"]
    await mentee.says("/menu")
    await mentee.taps("mentoring-menu")
    await mentee.taps("long-route-menu")
    assert not mentee.has_button("long-route.begin")
    await mentee.taps("long-route-turn", times=2)
    await mentee.says("/menu")
    assert "ИОМ наставляемого" not in mentee.last_text
    await mentee.taps("mentoring-menu")
    await mentee.taps("long-route-menu")
    await mentee.taps("long-route-turn", "ИОМ наставляемого")
    mentee.sees("menu-stage", "ИОМ наставляемого", among_last=1)


async def test_x21_only_one_route_of_a_profile_at_a_time(town: Town) -> None:
    _, mentee = await pair(town)
    await begins(mentee)
    await mentee.taps_again(mentee.last["message_id"], "go:long-route.begin")
    mentee.hears_toast("long-route-there")
    assert len(await routes(town, mentee)) == 2
    teacher = await town.member("Юдина Вера Ильинична", Role.TEACHER)
    await teacher.says("/menu")
    assert not teacher.has_button("mentoring-menu")
    await teacher.taps_again(teacher.last["message_id"], "go:long-route.begin")
    teacher.hears_toast("refusal-not-yours")
    assert len(await routes(town, teacher)) == 1


async def test_x21_both_are_asked_thirty_and_seven_days_before_and_one_tap_each_goes_on(town: Town) -> None:
    mentor, mentee, long = await walks_long(town)
    town.set_local(date(2027, 8, 15), 18)
    await town.tick()
    heard = len(mentee.heard)
    assert not [one for one in mentee.heard if "год 2" in str(one.get("text"))]
    town.set_local(date(2027, 8, 16), 18)
    await town.tick()
    await town.tick()
    assert len(mentee.heard) == heard + 1
    mentee.sees("long-route-year", "15 сентября 2027", "год 2", among_last=1)
    await mentee.taps("long-route-go-on", times=2)
    mentee.hears_toast("long-route-said-already")
    mentee.sees("long-route-other", among_last=1)
    told = len(mentee.heard)
    town.set_local(date(2027, 9, 8), 18)
    await town.tick()
    assert len(mentee.heard) == told, "who has said it is not asked again"
    mentor.sees("long-route-year", "Иванова Г. П.", among_last=3)
    assert len([one for one in mentor.heard if "год 2" in str(one.get("text"))]) == 2
    await mentor.taps("long-route-go-on")
    mentee.sees("long-route-goes-on", "год 2", among_last=1)
    (word,) = await years(town)
    assert word.is_confirmed and word.mentor_id == mentor.person_id
    lines = await town.all(select(HistoryLine).where(HistoryLine.route_id == long.id))
    assert [one.verb for one in lines].count("long-route.goes-on") == 2
    town.set_local(date(2027, 9, 20), 18)
    await town.tick()
    assert len(await years(town)) == 1
    await mentee.taps("long-route-open")
    mentee.sees("long-route-line", "Год 2", "подтверждён", among_last=1)
    assert not mentee.has_button("long-route-go-on")


async def test_forged_words_about_a_year_are_refused(town: Town) -> None:
    mentor, mentee, long = await walks_long(town)
    stranger = await town.member("Серов Олег Ильич", Role.MENTOR)
    town.set_local(date(2027, 9, 1), 12)
    for do in ("go-on", "open"):
        await stranger.taps_again(stranger.last["message_id"], f"yr:{do}:{long.id}:2")
        stranger.hears_toast("refusal-not-yours")
    await mentor.taps_again(mentor.last["message_id"], f"yr:turn:{long.id}:0")
    mentor.hears_toast("refusal-not-yours")
    for year in (0, 1, 3, 9):
        await mentee.taps_again(mentee.last["message_id"], f"yr:go-on:{long.id}:{year}")
        mentee.hears_toast("long-route-not-now")
    other = (await routes(town, mentee))[0]
    await mentee.taps_again(mentee.last["message_id"], f"yr:go-on:{other.id}:2")
    mentee.hears_toast("refusal-not-yours")
    assert await years(town) == []


async def test_a_year_is_not_to_be_confirmed_long_before_it(town: Town) -> None:
    mentor, mentee, long = await walks_long(town, months=48)
    town.set_local(date(2027, 8, 15), 12)
    await mentee.taps_again(mentee.last["message_id"], f"yr:go-on:{long.id}:2")
    mentee.hears_toast("long-route-not-now")
    await mentee.says("/menu")
    await mentee.taps("mentoring-menu")
    await mentee.taps("long-route-menu")
    mentee.sees("long-route-card", "4 года", among_last=1)
    mentee.sees("long-route-line", "Год 4", "14 сентября 2030", among_last=1)
    assert not mentee.has_button("long-route-go-on") and mentor
