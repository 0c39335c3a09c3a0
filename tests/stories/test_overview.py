"""What a school and a centre see of many routes: counts, deficits of groups, a gentle word; no ranking of people."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from models.overview import counted_deficits, counted_routes, routes_at_risk
from models.people import OrganisationKind, Role
from tests.stories.importing import sends_rows, works
from tests.stories.test_final_event import plans_an_event
from tests.stories.test_final_event_outcome import DAY_AFTER
from tests.stories.test_import_results import RESULTS
from tests.stories.town import Guest, Town
from tests.stories.walking import walks


async def methodist(town: Town) -> Guest:
    """A methodist of the centre."""
    await town.organisation("ЦНППМ", OrganisationKind.CENTRE)
    return await town.member("Соколова Елена Викторовна", Role.METHODIST, organisation="ЦНППМ")


async def teachers(town: Town, count: int, school: str = "Школа № 3") -> list[Guest]:
    """So many teachers of a school, in the bot."""
    names = ("Агеева", "Белова", "Власова", "Гусева", "Дёмина", "Ежова")[:count]
    return [
        await town.member(f"{name} Анна Ивановна", Role.TEACHER, organisation=school, position="учитель")
        for name in names
    ]


async def test_a_centre_sees_the_whole_and_hides_groups_under_five(town: Town) -> None:
    elena = await methodist(town)
    await teachers(town, 4)
    await elena.taps("menu-overview")
    elena.sees("overview", "Всего: 4", "Составляют план: 4")
    elena.sees("overview-hidden", "1", among_last=1)
    await town.member("Зимина Вера Ивановна", Role.TEACHER)
    await elena.says("/menu")
    await elena.taps("menu-overview")
    elena.sees("overview-group", "Глазов", "5")
    assert "Агеева" not in elena.last_text


async def test_deficits_are_of_groups_of_five_people_and_never_of_fewer(town: Town) -> None:
    elena = await methodist(town)
    await teachers(town, 5)
    rows = [(f"p{n}", "", "12.05.2026", "Тест", 0.4 + n / 20, 0.9, "") for n in range(2, 6)]
    await sends_rows(elena, RESULTS, *rows)
    await elena.taps("import-card.load")
    await works(town)
    await elena.says("/menu")
    await elena.taps("menu-overview")
    await elena.taps("overview.deficits")
    elena.sees("overview-deficits", "ни одной группы")
    await elena.says("/menu")
    await sends_rows(elena, RESULTS, ("p6", "", "12.05.2026", "Тест", "20 %", "90 %", ""))
    await elena.taps("import-card.load")
    await works(town)
    await elena.says("/menu")
    await elena.taps("menu-overview")
    await elena.taps("overview.deficits")
    elena.sees("overview-deficit", "большой дефицит у 4 из 5")
    await elena.taps("overview-deficits.by", "районам")
    elena.sees("overview-deficit", "Глазов: большой дефицит у 4 из 5")
    await elena.taps("overview-deficits.by", "должностям")
    elena.sees("overview-deficit", "учитель: большой дефицит у 4 из 5")


async def test_a_tutor_gives_a_gentle_word_once_a_week(town: Town) -> None:
    teacher, tutor = await town.pair()
    await walks(town, teacher)
    town.wait(days=120)
    await tutor.says("/menu")
    await tutor.taps("menu-teachers")
    await tutor.taps("overview-risks.open")
    tutor.sees("overview-risk", "Иванова Г. П.")
    message, data = tutor.button("overview-risks.word")
    await tutor.taps("overview-risks.word", "Иванова Г. П.")
    tutor.hears_toast("overview-told-now")
    teacher.sees("overview-word", "Орлова М. С.")
    assert not tutor.has_button("overview-risks.word")
    await tutor.taps_again(message["message_id"], data)
    tutor.hears_toast("overview-told")
    town.wait(days=7)
    await tutor.says("/menu")
    await tutor.taps("menu-teachers")
    await tutor.taps("overview-risks.open")
    tutor.button("overview-risks.word")


LATE = "ждём отчёт больше недели"


async def needs_attention(tutor: Guest) -> None:
    """The tutor's page of routes that may need a word."""
    await tutor.says("/menu")
    await tutor.taps("menu-teachers")
    await tutor.taps("overview-risks.open")


async def test_a_report_that_was_begun_and_never_sent_is_waited_for(town: Town) -> None:
    teacher, tutor = await town.pair()
    await walks(town, teacher, ("Вебинар", town.today))
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await teacher.taps("report-was.held")
    town.wait(days=7)
    await needs_attention(tutor)
    assert LATE not in tutor.last_text
    town.wait(days=1)
    await needs_attention(tutor)
    tutor.sees("overview-risk", "Иванова Г. П.", LATE)
    await teacher.says("Взяли три приёма.")
    await teacher.taps("report-draft.send")
    await needs_attention(tutor)
    assert LATE not in tutor.last_text


async def test_s000_4_5_the_mark_of_a_final_event_is_waited_for_and_no_report(town: Town) -> None:
    teacher, tutor = await town.pair()
    await walks(town, teacher)
    await teacher.says("/menu")
    await teacher.taps("menu-final-event")
    await plans_an_event(teacher, "Читаем вместе")
    town.set_local(DAY_AFTER + timedelta(days=6), 12)
    await needs_attention(tutor)
    assert LATE not in tutor.last_text
    town.set_local(DAY_AFTER + timedelta(days=7), 12)
    await needs_attention(tutor)
    tutor.sees("overview-risk", "Иванова Г. П.", LATE)
    await teacher.says("/menu")
    await teacher.taps("menu-final-event")
    await teacher.taps("final-event-open")
    await teacher.taps("final-event-was.held")
    await needs_attention(tutor)
    assert LATE not in tutor.last_text


async def test_a_stranger_gives_no_word_and_sees_nobody(town: Town) -> None:
    teacher, tutor = await town.pair()
    await walks(town, teacher)
    town.wait(days=120)
    await tutor.says("/menu")
    await tutor.taps("menu-teachers")
    await tutor.taps("overview-risks.open")
    _, data = tutor.button("overview-risks.word")
    other = await town.member("Юдина Яна Петровна", Role.DEPUTY_HEAD, organisation="Школа № 9")
    await other.taps_again(other.last["message_id"], data)
    other.hears_toast("refusal-not-yours")
    await other.says("/menu")
    await other.taps("menu-overview")
    await other.taps("overview.risks")
    assert "Иванова" not in other.last_text


async def test_twenty_thousand_routes_are_found_by_their_indexes(town: Town) -> None:
    queries = (
        counted_routes([], ["Удмуртская Республика"], town.today),
        counted_deficits([1], [], "competency", 600),
        routes_at_risk(1, [1], [], town.now, town.today - timedelta(days=1), {"udmurtia": 5}),
    )
    async with town.app.sessions() as session, session.begin():
        for query in queries:
            sql = query.compile(session.get_bind(), compile_kwargs={"literal_binds": True})
            scans = await scanned(session, str(sql))
            assert not {one for one in scans if "activities" in one or "reports" in one}, scans


async def scanned(session: AsyncSession, sql: str) -> set[str]:
    """The steps of a query that read a table from end to end, where an index could be used."""
    if session.get_bind().dialect.name == "sqlite":
        plan = [str(row[3]) for row in await session.execute(text(f"EXPLAIN QUERY PLAN {sql}"))]
        return {line for line in plan if line.startswith("SCAN ")}
    await session.execute(text("SET LOCAL enable_seqscan = off"))
    plan = [str(row[0]) for row in await session.execute(text(f"EXPLAIN {sql}"))]
    return {line for line in plan if "Seq Scan on " in line}


async def test_the_overview_comes_as_a_picture_that_says_the_same_in_words(town: Town) -> None:
    elena = await methodist(town)
    await teachers(town, 5)
    await town.member("Зимина Вера Ивановна", Role.TEACHER, organisation="Школа № 9")
    await elena.taps("menu-overview")
    await elena.taps("picture.ask")
    [photo] = [params for method, params in town.wire.calls if method == "sendPhoto"]
    assert "Все маршруты: всего 6; составляют план 6" in photo["caption"]
    assert "Агеева" not in photo["caption"]
    elena.sees("overview", "Всего: 6")


async def test_a_teacher_gets_no_picture_of_others(town: Town) -> None:
    elena = await methodist(town)
    teacher = (await teachers(town, 5))[0]
    await elena.taps("menu-overview")
    _, data = elena.button("picture.ask")
    await teacher.taps_again(teacher.last["message_id"], data)
    teacher.hears_toast("refusal-not-yours")
    assert not [method for method, _ in town.wire.calls if method == "sendPhoto"]
