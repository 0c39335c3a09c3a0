"""`marshrut import results|routes`: what was before this system, in somebody's name; faults beside the own cells."""

from __future__ import annotations

from datetime import date
from typing import Any
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.diagnosis_record import DiagnosisRecord, RecordScore
from models.entry import Account
from models.history import HistoryLine
from models.notice import Notice
from models.registry import RegistryEntry
from models.route import Route, RouteState
from tests.wire.operator import Operator, files
from tests.wire.rosters import csv, row
from tests.wire.workbooks import Value, workbook

RESULTS = ("Личный номер", "ФИО", "Дата", "Методика", "Предметные", "Общий балл")
ROUTES = ("Номер в реестре", "Личный номер", "Начало", "Окончание", "Тема", "Закрыт", "Итог")
RESULT = ("17", "Иванова Галина Петровна", "12.05.2026", "Тест ФИОКО", "27 из 50", 0.75)
ROUTE = ("2025-0012", "17", "01.09.2024", "31.05.2025", "Чтение", "28.05.2025", "выполнен")
CENTRE = {"organisation": "ЦНППМ", "municipality": "Ижевск"}
BY = ("--by", "m1")


@pytest.fixture
def region(operator: Operator) -> Operator:
    """A teacher and a deputy head of a school, a methodist of the centre, a teacher of another region."""
    people = (
        row(),
        row(external_id="d1", full_name="Зуева Нина Фёдоровна", role="deputy_head"),
        row(external_id="m1", full_name="Соколова Елена Викторовна", role="methodist", **CENTRE),
        row(external_id="99", full_name="Чужих Пётр Олегович", organisation="Лицей", region="Пермский край"),
    )
    operator.file("people.csv", csv(*people))
    assert operator.types("import", "people", "people.csv", "--codes", "codes.csv") == 0, operator.err
    return operator


def loads(operator: Operator, what: str, *rows: tuple[Value, ...], options: tuple[str, ...] = BY) -> int:
    """One import of a workbook; its exit code."""
    head = RESULTS if what == "results" else ROUTES
    operator.file("table.xlsx", workbook({"Лист1": [head, *rows]}))
    return operator.types("import", what, "table.xlsx", *options)


def count(operator: Operator, table: type) -> int:
    """How many rows of a table there are."""
    return int(operator.asks(lambda session: session.scalar(select(func.count()).select_from(table))))


def all_of(operator: Operator, query: Select[Any]) -> list[Any]:
    """Every row of a query, of its first column."""

    async def asked(session: AsyncSession) -> list[Any]:
        return list((await session.scalars(query)).all())

    found: list[Any] = operator.asks(asked)
    return found


def written(operator: Operator, name: str = "errors.xlsx") -> list[list[str]]:
    """The cells of a sheet of faults."""
    return CalamineWorkbook.from_path(str(operator.folder / name)).get_sheet_by_index(0).to_python()  # type: ignore[return-value]


def test_results_come_in_the_name_of_their_author_and_the_teacher_hears(region: Operator) -> None:
    assert loads(region, "results", RESULT) == 0, region.err
    assert "table.xlsx: 1 results; changed:\n       1 results new: each teacher hears" in region.out
    scores = {one.competency: one.score for one in all_of(region, select(RecordScore))}
    assert scores == {"overall": 750, "subject": 540}
    (record,) = all_of(region, select(DiagnosisRecord))
    (notice,) = all_of(region, select(Notice))
    assert (notice.kind, notice.facts["author"]) == ("diagnosis-record-new", "Соколова Е. В.")
    lines = all_of(region, select(HistoryLine))
    assert record.author_id in {one.person_id for one in lines}
    assert count(region, Account) == 0


def test_the_same_results_again_change_nothing(region: Operator) -> None:
    loads(region, "results", RESULT)
    assert loads(region, "results", RESULT) == 0
    assert region.out == "table.xlsx: 1 results; nothing changes.\n"
    assert (count(region, DiagnosisRecord), count(region, Notice)) == (1, 1)


@pytest.mark.parametrize(("what", "line"), [("results", RESULT), ("routes", ROUTE)])
def test_a_check_says_what_would_happen_and_changes_nothing(
    region: Operator, what: str, line: tuple[Value, ...]
) -> None:
    assert loads(region, what, line, options=(*BY, "--check", "--errors", "errors.xlsx")) == 0, region.err
    assert f"table.xlsx: 1 {what}; this would change:" in region.out
    assert (count(region, DiagnosisRecord), count(region, RegistryEntry), count(region, Notice)) == (0, 0, 0)
    assert "errors.xlsx" not in files(region.folder)


def test_routes_that_were_walked_on_paper_enter_the_registry(region: Operator) -> None:
    assert loads(region, "routes", ROUTE) == 0, region.err
    assert "       1 routes new in the registry" in region.out
    (entry,) = all_of(region, select(RegistryEntry))
    assert (entry.label, entry.entered_on) == ("2025-0012", date(2025, 5, 28))
    routes = all_of(region, select(Route))
    assert [one.topic for one in routes if one.state is RouteState.CLOSED] == ["Чтение"]
    assert loads(region, "routes", ROUTE) == 0
    assert region.out == "table.xlsx: 1 routes; nothing changes.\n"


def test_the_registry_tells_when_a_route_on_paper_ended_and_with_what(region: Operator) -> None:
    stopped = ("2025-0013", "17", "01.09.2023", "31.05.2024", "ИКТ", "01.02.2024", "прекращён")
    assert loads(region, "routes", ROUTE, stopped) == 0, region.err
    assert region.types("registry", "--out", "registry.csv") == 0, region.err
    found = {one["Номер в реестре"]: one for one in region.sheet("registry.csv") if one["Номер в реестре"]}
    told = [(number, one["Завершён"], one["Итог"]) for number, one in sorted(found.items())]
    assert told == [("2025-0012", "28.05.2025", "успешно"), ("2025-0013", "01.02.2024", "прекращён")]
    assert {one["Внесён в реестр"] for one in found.values()} == {"28.05.2025", "01.02.2024"}
    assert region.types("registry", "--cards", "cards.zip") == 0, region.err
    with ZipFile(region.folder / "cards.zip") as archive:
        assert archive.namelist() == ["Перечень.html"], "a card of ours would be blank"
        assert archive.read("Перечень.html").decode().count("пройден на бумаге") == 2


@pytest.mark.parametrize(
    ("what", "by", "said"),
    [
        ("results", "17", "'17' (--by) looks after nobody: no methodist, head or deputy head"),
        ("results", "x", "nobody has the external_id 'x' (--by)"),
        ("results", "d1", "row 2, external_id: somebody else records the results of '17'"),
        ("routes", "17", "'17' (--by) looks after nobody"),
        ("routes", "d1", "is a table that somebody with another office loads"),
    ],
)
def test_who_may_not_load_it_is_told_in_words(region: Operator, what: str, by: str, said: str) -> None:
    line = RESULT if what == "results" else ROUTE
    assert loads(region, what, line, options=("--by", by)) == 1
    assert said in region.err
    assert (count(region, DiagnosisRecord), count(region, RegistryEntry)) == (0, 0)


def test_nobody_loads_what_was_before_in_no_name(region: Operator) -> None:
    assert loads(region, "results", RESULT, options=()) == 2
    assert "--by" in region.err


@pytest.mark.parametrize(
    ("what", "line", "said"),
    [
        ("results", RESULT, "записывает другой человек"),
        ("routes", ROUTE, "есть у человека из другой организации"),
    ],
)
def test_rows_beyond_the_authors_region_are_faults_beside_their_cells(
    region: Operator, what: str, line: tuple[Value, ...], said: str
) -> None:
    foreign = tuple("99" if one == "17" else "2025-0013" if one == "2025-0012" else one for one in line)
    assert loads(region, what, line, foreign, options=(*BY, "--errors", "errors.xlsx")) == 1
    assert "nothing is loaded; 1 faults" in region.err and "errors.xlsx" in region.err
    head, fault = written(region)
    own = RESULTS if what == "results" else ROUTES
    assert head == ["Строка", *own, "Что исправить"]
    assert fault[0] == "3" and "99" in fault and fault[-1].startswith("Личный номер: ") and said in fault[-1]
    assert (count(region, DiagnosisRecord), count(region, RegistryEntry)) == (0, 0)


def test_columns_that_nobody_can_be_asked_about_are_named(region: Operator) -> None:
    head = ("Личный номер", "Дата", "Погода", "ФИО", "ФИО педагога", "Общий балл")
    region.file("table.xlsx", workbook({"Лист1": [head, ("17", "12.05.2026", "дождь", "", "", "54 %")]}))
    assert region.types("import", "results", "table.xlsx", *BY) == 1
    assert "unknown columns: Погода; doubled columns: ФИО педагога; missing columns: instrument" in region.err
    region.file("table.csv", "просто текст, и только")
    assert region.types("import", "routes", "table.csv", *BY) == 1
    assert region.err.count("\n") == 1 and "Nothing is loaded." in region.err


def test_people_and_events_have_a_sheet_of_faults_too(region: Operator) -> None:
    region.file("people.csv", csv(row(), row(external_id="18", full_name="=1+1", role="космонавт")))
    options = ("--check", "--errors", "errors.xlsx")
    assert region.types("import", "people", "people.csv", *options) == 1
    head, fault = written(region)
    assert head[:3] == ["Строка", "external_id", "full_name"]
    assert fault[:3] == ["3", "18", "=1+1"] and "космонавт" in fault[-1]
    region.file(
        "events.csv", "key;title;date;level;region\nk;Семинар;вчера;региональный;Удмуртская Республика\n"
    )
    assert region.types("import", "catalogue", "events.csv", "--check", "--errors", "events.xlsx") == 1
    assert written(region, "events.xlsx")[1][:4] == ["2", "k", "Семинар", "вчера"]


def test_people_and_events_may_have_the_headings_of_the_chat(region: Operator) -> None:
    head = ("Табельный номер", "ФИО", "Роль", "Школа", "Муниципалитет", "Регион", "Положение")
    anna = ("101", "Петрова Анна Ивановна", "педагог", "школа № 3", "Увинский район", "Удмуртская Республика")
    region.file("люди.xlsx", workbook({"Лист1": [head, (*anna, "udmurtia")]}))
    assert region.types("import", "people", "люди.xlsx", "--codes", "new.csv") == 0, region.err
    assert [line["external_id"] for line in region.sheet("new.csv")] == ["101"]
    region.file("люди.xlsx", workbook({"Лист1": [head, (*anna, "нет такого")]}))
    assert region.types("import", "people", "люди.xlsx", "--check", "--errors", "errors.xlsx") == 1
    assert written(region)[0] == ["Строка", *head, "Что исправить"]
    events = (
        ("Ключ", "Мероприятие", "Дата", "Уровень", "Регион"),
        ("k", "Семинар", "12.05.2027", "региональный"),
    )
    region.file("events.xlsx", workbook({"Лист1": [events[0], (*events[1], "Удмуртская Республика")]}))
    assert region.types("import", "catalogue", "events.xlsx") == 0, region.err
    assert "1 events new" in region.out


@pytest.mark.parametrize(
    ("errors", "code", "said"),
    [
        ("table.xlsx", 2, "--errors would overwrite table.xlsx"),
        ("errors.csv", 2, "ends in .xlsx"),
        ("nowhere/errors.xlsx", 1, "nowhere/errors.xlsx cannot be written: No such file"),
    ],
)
def test_a_sheet_of_faults_that_cannot_be_is_refused(
    region: Operator, errors: str, code: int, said: str
) -> None:
    wrong = (*RESULT[:2], "вчера", *RESULT[3:])
    assert loads(region, "results", wrong, options=(*BY, "--errors", errors)) == code
    assert said in region.err
