"""S-12, X15: prolongation and stop, signed like the conclusions; old conclusions stay readable."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import select

from models.history import HistoryLine
from models.paper import Paper
from models.registry import RegistryEntry
from models.route import Route, RouteState
from models.suspension import Suspension, SuspensionState
from tests.stories.concluding import (
    all_conclusions,
    at_the_end,
    opens_the_end,
    prolongs,
    route_now,
    signs,
    told,
)
from tests.stories.town import Guest, Town


async def test_s_12_2_3_4_prolonged_twice_the_old_ones_stay_readable(town: Town) -> None:
    people = await at_the_end(town)
    before = (await route_now(town)).ends_on
    await prolongs(people.methodist)
    people.head.sees("conclusions-outcome-line", "пролонгация № 1", "Два семинара ещё впереди")
    await signs(people.methodist, people.head)
    found = await route_now(town)
    assert found.state is RouteState.ACTIVE and before is not None and found.ends_on is not None
    assert found.ends_on - before >= timedelta(days=180)
    assert await town.all(select(RegistryEntry)) == []
    await told(town)
    people.teacher.sees("conclusions-signed-own", "продлён")
    town.wait(days=100)
    await prolongs(people.methodist, "+3", "Болезнь весной")
    people.head.sees("conclusions-outcome-line", "пролонгация № 2")
    await signs(people.methodist, people.head)
    newest, oldest = await all_conclusions(town)
    assert (newest.prolongation, oldest.prolongation) == (2, 1)
    await people.teacher.says("/menu")
    await people.teacher.taps("menu-conclusions-own")
    await people.teacher.taps("conclusions-own.open", "№ 1")
    people.teacher.sees("conclusions-read", "Выводы № 1", "Два семинара ещё впереди")


async def test_x15_s_12_1_past_the_longest_term_is_flagged_and_never_refused(town: Town) -> None:
    people = await at_the_end(town, months=22)
    await opens_the_end(people.methodist)
    await people.methodist.taps("conclusions.begin")
    await people.methodist.taps("conclusions.outcome")
    await people.methodist.taps("conclusions-outcome.choice", "Пролонгация")
    await people.methodist.taps("conclusions-end.months", "+6")
    people.methodist.sees("conclusions-why", "сверх предельного срока (24 мес.)", "нужен мотив")
    await people.methodist.says("Декретный отпуск")
    people.methodist.sees("conclusions-outcome-line", "Сверх предельного срока", "Декретный отпуск")
    await people.methodist.taps("conclusions.send")
    people.head.sees("conclusions-outcome-line", "Сверх предельного срока")
    await signs(people.methodist, people.head)
    (line,) = await town.all(select(HistoryLine).where(HistoryLine.verb == "route.prolonged"))
    assert (line.facts["past"], line.facts["number"]) == (True, 1)
    await told(town)
    people.teacher.sees("conclusions-signed-own", "сверх предельного")


async def test_a_new_end_before_the_old_one_and_nonsense_are_refused(town: Town) -> None:
    people = await at_the_end(town)
    await opens_the_end(people.methodist)
    await people.methodist.taps("conclusions.begin")
    await people.methodist.taps("conclusions.outcome")
    await people.methodist.taps("conclusions-outcome.choice", "Пролонгация")
    await people.methodist.says("32 мая")
    people.methodist.sees("date-impossible")
    await people.methodist.says(f"{town.today + timedelta(days=2):%d.%m.%Y}")
    people.methodist.sees("conclusions-end-early")
    (one,) = await all_conclusions(town)
    assert one.new_end is None
    await people.methodist.says("30.06.2028")
    people.methodist.sees("conclusions-why")
    (one,) = await all_conclusions(town)
    assert one.new_end == date(2028, 6, 30)


async def test_the_last_signature_under_a_prolongation_taken_back_restores_the_old_end(town: Town) -> None:
    people = await at_the_end(town)
    before = (await route_now(town)).ends_on
    await prolongs(people.methodist)
    await signs(people.methodist, people.head)
    await people.head.taps("signing-done.undo")
    assert (await route_now(town)).ends_on == before


async def stands_still(town: Town, methodist: Guest, days: int) -> None:
    """The route stands still for so many days, and its term grows by them."""
    async with town.app.sessions() as session, session.begin():
        (route,) = await session.scalars(select(Route))
        one = Suspension(route=route, author_id=methodist.person_id, reason="illness", made_at=town.now)
        one.state, one.starts_on, one.endless, one.days = SuspensionState.DRAFT, town.today, True, 0
        session.add(one)
        one.begin()
        one.end(town.today + timedelta(days=days), prolong=True)


async def test_a_break_before_the_last_signature_moves_the_end_that_an_undo_restores(town: Town) -> None:
    people = await at_the_end(town)
    await prolongs(people.methodist)
    await signs(people.methodist)
    await stands_still(town, people.methodist, 20)
    before = (await route_now(town)).ends_on
    await signs(people.head)
    assert (await route_now(town)).ends_on != before
    await people.head.taps("signing-done.undo")
    assert (await route_now(town)).ends_on == before


async def test_a_new_end_that_a_break_has_overtaken_is_refused_when_it_is_sent(town: Town) -> None:
    people = await at_the_end(town)
    await opens_the_end(people.methodist)
    await people.methodist.taps("conclusions.begin")
    await people.methodist.taps("conclusions.outcome")
    await people.methodist.taps("conclusions-outcome.choice", "Пролонгация")
    await people.methodist.taps("conclusions-end.months", "+3")
    await people.methodist.says("Два семинара ещё впереди")
    await stands_still(town, people.methodist, 200)
    await people.methodist.taps("conclusions.send")
    people.methodist.hears_toast("conclusions-end-early")
    assert await town.all(select(Paper)) == []


async def test_a_route_is_stopped_with_a_reason_and_closed(town: Town) -> None:
    people = await at_the_end(town)
    await opens_the_end(people.methodist)
    await people.methodist.taps("conclusions.begin")
    await people.methodist.taps("conclusions.outcome")
    await people.methodist.taps("conclusions-outcome.choice", "Прекращение")
    assert not people.methodist.has_button("conclusions.send")
    await people.methodist.says("-")
    people.methodist.sees("answer-too-short")
    await people.methodist.says("Педагог переходит в другую школу")
    await people.methodist.taps("conclusions.send")
    await signs(people.methodist, people.head)
    assert (await route_now(town)).state is RouteState.CLOSED
    (paper,) = await town.all(select(Paper).where(Paper.kind == "conclusions"))
    assert paper.content["outcome"] == "stopped"
    await told(town)
    people.teacher.sees("conclusions-signed-own", "прекращён")


async def test_a_closed_route_is_not_reminded_of_and_not_changed(town: Town) -> None:
    people = await at_the_end(town, accepted=3)
    await opens_the_end(people.methodist)
    await people.methodist.taps("conclusions.begin")
    await people.methodist.taps("conclusions.outcome")
    await people.methodist.taps("conclusions-outcome.choice", "Прекращение")
    await people.methodist.says("Педагог переходит в другую школу")
    await people.methodist.taps("conclusions.few")
    await people.methodist.says("Два семинара отменены")
    await people.methodist.taps("conclusions.send")
    await signs(people.methodist, people.head)
    await told(town)
    heard = len(people.teacher.heard)
    for _ in range(8):
        town.set_local(town.today + timedelta(days=1), 17)
        await town.tick()
    assert len(people.teacher.heard) == heard
    await people.teacher.says("/menu")
    people.teacher.sees("menu-stage", "Маршрут завершён")
    assert not people.teacher.has_button("menu-report")
    await people.teacher.taps("menu-plan")
    people.teacher.sees("plan", "маршрут завершён")
    assert not people.teacher.has_button("plan.add")
