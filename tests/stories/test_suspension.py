"""Row 57: a route stands still (illness, leave) and goes on; the term is shown, nobody is reminded."""

from datetime import date, timedelta

from sqlalchemy import select

from models.history import HistoryLine
from models.people import Role
from models.route import Route
from models.suspension import Suspension, SuspensionState
from tests.stories.staffing import Staff, opens, staff, told
from tests.stories.town import Guest, Town
from tests.stories.walking import walks

WEBINAR = date(2026, 9, 25)


async def _walking(town: Town) -> Staff:
    found = await staff(town)
    await walks(town, found.teacher, ("Вебинар о чтении", WEBINAR))
    return found


async def _suspends(officer: Guest, first: str, last: str = "") -> None:
    await opens(officer, "Иванова")
    await officer.taps("staff-card.suspend")
    await officer.taps("suspension-why", "Болезнь")
    await officer.says(first)
    await officer.taps("questions-echo.yes")
    if last:
        await officer.says(last)
        await officer.taps("questions-echo.yes")
    else:
        await officer.taps("questions-ask.skip")


async def _evening(town: Town, day: date) -> None:
    town.set_local(day, 17)
    await town.tick()


async def _route(town: Town) -> Route:
    return (await town.all(select(Route)))[0]


async def test_a_break_is_entered_with_a_reason_and_days_and_nobody_is_reminded(town: Town) -> None:
    found = await _walking(town)
    await _suspends(found.methodist, "14.09.2026", "20.09.2026")
    found.methodist.sees("suspension", "Приостановить маршрут", among_last=1)
    found.methodist.sees("suspension-because", "Болезнь", among_last=1)
    await found.methodist.taps("suspension.confirm", times=2)
    found.teacher.sees("suspension-told", "приостановлен", among_last=1)
    found.tutor.sees("suspension-told", "Иванова Г. П.", among_last=1)
    assert len(await told(town, "suspension-told")) == 2
    await found.teacher.says("/menu")
    found.teacher.sees("suspension-days", "14 сентября 2026", "20 сентября 2026", among_last=1)
    heard = len(found.teacher.heard)
    await _evening(town, WEBINAR - timedelta(days=7))
    assert len(found.teacher.heard) == heard, "a reminder came in the break"
    await _evening(town, WEBINAR - timedelta(days=1))
    assert len(found.teacher.heard) == heard + 1, "after the last day reminders come again"


async def test_a_route_that_is_over_stands_still_no_more(town: Town) -> None:
    found = await _walking(town)
    await _suspends(found.methodist, "14.09.2026", "20.09.2026")
    message, begun = found.methodist.button("suspension.confirm")
    await opens(found.deputy, "Иванова")
    card, again = found.deputy.button("staff-card.suspend")
    async with town.app.sessions() as session, session.begin():
        (route,) = await session.scalars(select(Route))
        route.close(town.today)
    await found.methodist.taps_again(message["message_id"], begun)
    found.methodist.hears_toast("conclusions-route-over")
    await found.deputy.taps_again(card["message_id"], again)
    found.deputy.hears_toast("conclusions-route-over")
    await opens(found.deputy, "Иванова")
    assert not found.deputy.has_button("staff-card.suspend")
    assert not await told(town, "suspension-told")


async def test_without_the_break_the_same_evening_reminds(town: Town) -> None:
    found = await _walking(town)
    heard = len(found.teacher.heard)
    await _evening(town, WEBINAR - timedelta(days=7))
    assert len(found.teacher.heard) == heard + 1


async def test_x20_it_goes_on_with_a_longer_term_or_the_same(town: Town) -> None:
    found = await _walking(town)
    end = (await _route(town)).ends_on
    assert end is not None
    await _suspends(found.deputy, "14.09.2026")
    await found.deputy.taps("suspension.confirm")
    town.set_local(date(2026, 9, 24), 9)
    await opens(found.methodist, "Иванова")
    await found.methodist.taps("staff-card.resume")
    found.methodist.sees("suspension-grows", "дней: 10", among_last=1)
    await found.methodist.taps("suspension.prolong", times=2)
    found.methodist.hears_toast("refusal-outdated")
    found.teacher.sees("suspension-told-over", among_last=1)
    found.teacher.sees("suspension-told-term", "Срок продлён", among_last=1)
    route = await _route(town)
    assert (route.ends_on, route.suspended_on) == (end + timedelta(days=10), None)
    await _suspends(found.deputy, "24.09.2026", "30.09.2026")
    await found.deputy.taps("suspension.confirm")
    town.set_local(date(2026, 9, 26), 9)
    await found.deputy.taps("suspension.as-before")
    assert (await _route(town)).ends_on == end + timedelta(days=10)
    verbs = await town.all(
        select(HistoryLine).where(HistoryLine.verb.in_(["route.suspended", "route.resumed"]))
    )
    assert [one.verb for one in verbs] == ["route.suspended", "route.resumed"] * 2


async def test_who_may_not_and_forged_taps_change_nothing(town: Town) -> None:
    found = await _walking(town)
    far = await town.member("Дальняя Нина Петровна", Role.HEAD, organisation="Школа № 9")
    for guest in (far, found.tutor, found.teacher):
        for verb in ("suspend", "go-on"):
            await guest.taps_again(guest.last["message_id"], f"pe:{verb}:{found.teacher.person_id}:")
            guest.hears_toast("refusal-not-yours")
    await _suspends(found.deputy, "14.09.2026")
    one = (await town.all(select(Suspension)))[0]
    for guest in (far, found.tutor, found.teacher, found.methodist):
        for verb in ("confirm", "drop", "prolong", "as-before"):
            await guest.taps_again(guest.last["message_id"], f"su:{verb}:{one.id}:{one.version}:")
            guest.hears_toast("refusal-not-yours")
    forged = f"su:why:{one.id}:{one.version}:whim"
    await found.deputy.taps_again(found.deputy.last["message_id"], forged)
    found.deputy.hears_toast("refusal-not-yours")
    assert (await _route(town)).suspended_on is None


async def test_own_words_a_changed_mind_and_a_second_break(town: Town) -> None:
    found = await _walking(town)
    await opens(found.deputy, "Иванова")
    await found.deputy.taps("staff-card.suspend")
    await found.deputy.says("Санаторное лечение")
    await found.deputy.says("20.09.2026")
    await found.deputy.taps("questions-echo.yes")
    await found.deputy.says("19.09.2026")
    found.deputy.sees("date-too-early", among_last=1)
    await found.deputy.says("25.09.2026")
    await found.deputy.taps("questions-echo.yes")
    found.deputy.sees("suspension-because", "Санаторное лечение", among_last=1)
    await found.deputy.taps("suspension.drop")
    assert (await town.all(select(Suspension)))[0].state is SuspensionState.DROPPED
    await _suspends(found.deputy, "14.09.2026")
    await found.deputy.taps("suspension.confirm")
    await found.methodist.taps_again(
        found.methodist.last["message_id"], f"pe:suspend:{found.teacher.person_id}:"
    )
    found.methodist.hears_toast("suspension-already")
