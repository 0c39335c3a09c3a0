"""Tables of results, of routes walked on paper, of events: each recognised, each loaded by whoever may."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from models.catalogue import CatalogueEntry
from models.diagnosis_record import DiagnosisRecord, RecordScore, RecordState
from models.people import OrganisationKind, Role
from models.registry import RegistryEntry
from models.route import Route, RouteState
from tests.stories.filing import archive, documents, orders_portfolio
from tests.stories.importing import got, sends, sends_rows, works
from tests.stories.town import Guest, Town

RESULTS = ("Личный номер", "ФИО", "Дата", "Методика", "Предметные", "Методические", "Общий балл")
FINISHED = ("Номер в реестре", "Личный номер", "Начало", "Окончание", "Тема", "Закрыт", "Итог")
EVENTS = ("Ключ", "Мероприятие", "Дата", "Уровень", "Вид")


async def methodist(town: Town, name: str = "Соколова Елена Викторовна") -> Guest:
    """A methodist of the centre, in the bot."""
    if not await town.all(select(Route).limit(1)):
        await town.organisation("ЦНППМ", OrganisationKind.CENTRE)
    return await town.member(name, Role.METHODIST, organisation="ЦНППМ")


async def records(town: Town) -> list[tuple[str, int]]:
    """Every score that stands recorded."""
    query = select(RecordScore).join(DiagnosisRecord, DiagnosisRecord.id == RecordScore.record_id)
    found = await town.all(query.where(DiagnosisRecord.state == RecordState.RECORDED))
    return sorted((one.competency, one.score) for one in found)


async def loads(guest: Guest, *rows: tuple[object, ...]) -> None:
    """A table is sent, agreed with, loaded."""
    await sends_rows(guest, *rows)  # type: ignore[arg-type]
    await guest.taps("import-card.load")
    await works(guest.town)
    guest.sees("import-loaded")


async def test_results_of_a_test_are_recorded_and_the_teacher_hears(town: Town) -> None:
    elena = await methodist(town)
    teacher = await town.member("Иванова Галина Петровна", Role.TEACHER)
    row = ("p2", teacher.name, "12.05.2026", "Тест ФИОКО", "27 из 50", 0.75, "")
    await sends_rows(elena, RESULTS, row)
    elena.sees("import-ready", "Результаты диагностики", "1")
    await elena.taps("import-card.load")
    await works(town)
    assert await records(town) == [("method", 750), ("subject", 540)]
    teacher.sees("diagnosis-record-new", "Соколова Е. В.")
    await sends_rows(elena, RESULTS, row)
    elena.sees("import-state", "всё уже загружено")
    await loads(elena, RESULTS, (*row[:4], "30 из 50", 0.75, ""))
    assert await records(town) == [("method", 750), ("subject", 600)]


async def test_a_column_of_shares_is_per_cent_to_its_end(town: Town) -> None:
    elena = await methodist(town)
    await town.member("Иванова Галина Петровна", Role.TEACHER)
    await town.member("Петрова Анна Ивановна", Role.TEACHER)
    rows = [("p2", "", "12.05.2026", "Тест", 0.5, "", ""), ("p3", "", "12.05.2026", "Тест", 1.0, "", "")]
    await loads(elena, RESULTS, *rows)
    assert await records(town) == [("subject", 500), ("subject", 1000)]


async def test_what_somebody_else_has_recorded_nobody_overwrites(town: Town) -> None:
    elena = await methodist(town)
    await town.member("Иванова Галина Петровна", Role.TEACHER)
    row = ("p2", "", "12.05.2026", "Тест ФИОКО", "54 %", "", "")
    await loads(elena, RESULTS, row)
    other = await methodist(town, "Белова Инна Олеговна")
    await sends_rows(other, RESULTS, (*row[:4], "99 %", "", ""))
    other.sees("import-faulty", "1 строку")
    assert "записан раньше и другим человеком: Соколова Е. В." in got(other)[1][-1]
    assert await records(town) == [("subject", 540)]


async def test_results_of_strangers_and_of_nobody_are_faults(town: Town) -> None:
    elena = await methodist(town)
    await town.organisation("Лицей", region="Пермский край")
    await town.member("Чужих Пётр Олегович", Role.TEACHER, organisation="Лицей")
    await sends_rows(
        elena,
        RESULTS,
        ("p2", "", "12.05.2026", "Тест", "54 %", "", ""),
        ("p9", "", "12.05.2026", "Тест", "54 %", "", ""),
        ("p1", "", "вчера", "", "много", "", ""),
    )
    said = [row[-1] for row in got(elena)[1:]]
    assert said[0].splitlines() == [
        "Дата: Это не дата. Например: 12.05.2026.",
        "Методика: Не заполнено.",
        "Предметные: «много» не похоже на результат. Например: 54,5 % или 27 из 50.",
    ]
    await sends_rows(
        elena,
        RESULTS,
        ("p2", "", "12.05.2026", "Тест", "54 %", "", ""),
        ("p9", "", "12.05.2026", "Тест", "54 %", "", ""),
        ("p1", "", "12.05.2026", "Тест", "54 %", "", ""),
    )
    said = [row[-1] for row in got(elena)[1:]]
    assert "записывает другой человек" in said[0]
    assert "нет ни в файле, ни в системе" in said[1]
    assert "не проходит маршрут" in said[2]


async def test_routes_walked_on_paper_enter_the_registry_and_the_menu_stays(town: Town) -> None:
    elena = await methodist(town)
    teacher = await town.member("Иванова Галина Петровна", Role.TEACHER)
    row = ("2025-0012", "p2", "01.09.2024", "31.05.2025", "Чтение", "28.05.2025", "выполнен")
    await loads(elena, FINISHED, row)
    (entry,) = await town.all(select(RegistryEntry))
    assert (entry.label, entry.entered_on) == ("2025-0012", date(2025, 5, 28))
    old = [one for one in await town.all(select(Route)) if one.state is RouteState.CLOSED]
    assert [(one.topic, one.ended_on) for one in old] == [("Чтение", date(2025, 5, 28))]
    await teacher.says("/menu")
    teacher.button("menu-plan")
    await sends_rows(elena, FINISHED, row)
    elena.sees("import-state", "всё уже загружено")
    await town.member("Петрова Анна Ивановна", Role.TEACHER)
    await sends_rows(elena, FINISHED, ("2025-0012", "p3", *row[2:]), ("12/", "p3", *row[2:]))
    said = [line[-1] for line in got(elena)[1:]]
    assert "Это не номер в реестре" in said[0]


async def test_a_route_walked_on_paper_is_a_line_of_the_portfolio_and_no_blank_card(town: Town) -> None:
    elena = await methodist(town)
    teacher = await town.member("Иванова Галина Петровна", Role.TEACHER)
    await loads(
        elena, FINISHED, ("2025-0012", "p2", "01.09.2024", "31.05.2025", "Чтение", "28.05.2025", "выполнен")
    )
    await orders_portfolio(teacher)
    assert await town.files() == 1
    with archive(town, documents(teacher)[-1]) as found:
        assert "2025-0012: маршрут пройден на бумаге" in found.read("Перечень.html").decode()
        assert not [one for one in found.namelist() if "2024–2025" in one]


async def test_only_the_centre_brings_finished_routes(town: Town) -> None:
    nina = await town.member("Зуева Нина Фёдоровна", Role.DEPUTY_HEAD)
    row = ("2025-0012", "p1", "01.09.2024", "31.05.2025", "Чтение", "28.05.2025", "выполнен")
    await sends_rows(nina, FINISHED, row)
    nina.sees("import-refused", "человек с другой должностью")


async def test_a_deputy_brings_events_of_the_own_school(town: Town) -> None:
    nina = await town.member("Зуева Нина Фёдоровна", Role.DEPUTY_HEAD)
    await loads(nina, EVENTS, ("ш3-1", "Семинар «Читаем»", "12.05.2027", "муниципальный", ""))
    (entry,) = await town.all(select(CatalogueEntry))
    assert (entry.title, entry.scope.value, entry.on_date) == (
        "Семинар «Читаем»", "school", date(2027, 5, 12),
    )  # fmt: skip
    other = await town.member("Юдина Яна Петровна", Role.DEPUTY_HEAD, organisation="Школа № 9")
    await sends_rows(other, EVENTS, ("ш3-1", "Свой семинар", "13.05.2027", "муниципальный", ""))
    assert "Ключ «ш3-1» есть у чужого мероприятия" in got(other)[1][-1]


async def test_a_calendar_is_a_table_of_events(town: Town) -> None:
    elena = await methodist(town)
    lines = (
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:e1@iro",
        "DTSTART;VALUE=DATE:20270512", "SUMMARY:Вебинар о чтении", "END:VEVENT", "END:VCALENDAR", "",
    )  # fmt: skip
    await sends(elena, "план.ics", "\r\n".join(lines).encode())
    await works(town)
    elena.sees("import-ready", "Мероприятия", "1")
    await elena.taps("import-card.load")
    await works(town)
    (entry,) = await town.all(select(CatalogueEntry))
    assert (entry.title, entry.region) == ("Вебинар о чтении", "Удмуртская Республика")


async def test_an_example_is_a_table_that_is_understood(town: Town) -> None:
    elena = await methodist(town)
    await elena.taps("menu-import")
    for kind in ("Люди", "Мероприятия", "Результаты", "Маршруты"):
        await elena.taps("import-card.samples")
        await elena.taps("import-kind.option", kind)
        head, example = got(elena)
        assert len(head) > 5 and any(example)
        await elena.taps("import-card.send")
