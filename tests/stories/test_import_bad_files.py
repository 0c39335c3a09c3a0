"""Files that nobody should send, and people's names as they should not be: a clear answer, nothing half-written."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from sqlalchemy import select

from models.import_file import ImportFile, ImportState
from models.people import Person, Role
from services import import_tables
from tests.stories.importing import ANNA, HEAD, OLGA, got, sends, sends_rows, works
from tests.stories.test_import import deputy, names
from tests.stories.test_import_results import RESULTS, loads, methodist, records
from tests.stories.town import Town
from tests.wire.test_import_files import encrypted
from tests.wire.workbooks import workbook

OLD = Path(__file__).parent.parent / "wire" / "people.xls"
"""Two teachers as a spreadsheet program writes them for Excel 97."""
HOSTILE = [
    "Ёлкина \"Яна\" & <b>Ко</b> 'x'",
    "{{ title }} {% for x in y %} {_{ x }_}",
    "#panic() #include <x> @ref $x^2$ *b*",
    '=HYPERLINK("http://example.org";"x")',
    "Седова 🎓 Ольга",
    "Ким Ли",
    "Ж" * 200,
]


def bomb() -> bytes:
    """A small archive with much inside."""
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/worksheets/sheet1.xml", b"0" * 2_000_000)
    return whole.getvalue()


async def test_each_bad_file_is_answered_with_what_to_do_and_changes_nothing(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_tables, "MOST_UNPACKED", 1_000_000)
    nina = await deputy(town)
    await nina.taps("menu-import")
    for name, content, said in (
        ("закрыт.xlsx", encrypted(), "закрыт паролем"),
        ("бомба.xlsx", bomb(), "Оставьте в нём только таблицу"),
        ("длинный.csv", b"1;2;3\n" * 100_001, "Разделите её на части"),
        ("старый.xls", OLD.read_bytes()[:3000], "не открывается"),
        ("чужой.xlsx", workbook({"Титул": [["Отчёт"]], "Итоги": [["y"]]}), "не видно строки с названиями"),
    ):
        await sends(nina, name, content)
        await works(town)
        nina.sees("import-refused", said)
    assert await names(town) == ["Зуева Нина Фёдоровна"]
    assert {one.state for one in await town.all(select(ImportFile))} == {ImportState.REFUSED}


async def test_an_old_workbook_is_read_as_a_new_one(town: Town) -> None:
    nina = await deputy(town)
    await sends(nina, "список.xls", OLD.read_bytes())
    await works(town)
    await nina.taps("import-card.load")
    await works(town)
    assert await names(town) == ["Зуева Нина Фёдоровна", "Орехова Вера Павловна", "Ким Ли"]


async def test_the_right_sheet_is_found_behind_a_title_page(town: Town) -> None:
    nina = await deputy(town)
    await sends(nina, "список.xlsx", workbook({"Титул": [["Отчёт за год"]], "Люди": [[], HEAD, ANNA, OLGA]}))
    await works(town)
    nina.sees("import-ready", "2")


async def test_a_formula_counts_by_its_value_and_a_failed_one_loads_nobody(town: Town) -> None:
    nina = await deputy(town)
    counted = (ANNA[0], ('A1&" "&B1', ANNA[1]), *ANNA[2:])
    await sends_rows(nina, HEAD, counted, OLGA)
    nina.sees("import-first", ANNA[1])
    failed = (ANNA[0], ("VLOOKUP(1,A:B,2)", "#N/A"), *ANNA[2:])
    await sends_rows(nina, HEAD, failed, OLGA)
    nina.sees("import-faulty", "1 строк")
    (_, wrong) = got(nina)
    assert wrong[0] == "2" and "#N/A" in wrong[-1]
    assert await names(town) == ["Зуева Нина Фёдоровна"]


async def test_names_of_every_kind_come_in_as_they_were_typed(town: Town) -> None:
    nina = await deputy(town)
    rows = [(str(300 + at), name, "педагог", "", "") for at, name in enumerate(HOSTILE)]
    await loads(nina, HEAD, *rows)
    assert await names(town) == ["Зуева Нина Фёдоровна", *HOSTILE]
    await nina.taps("import-waiting.give")
    assert {str(row[1]).lstrip("'") for row in got(nina)[1:]} == set(HOSTILE)


async def test_a_name_of_300_letters_is_a_fault_of_its_row(town: Town) -> None:
    nina = await deputy(town)
    await sends_rows(nina, HEAD, ANNA, OLGA, ("103", "Ж" * 300, "педагог", "", ""))
    (_, wrong) = got(nina)
    assert wrong[0] == "4" and "300" in wrong[-1]
    assert len(await town.all(select(Person))) == 1


@pytest.mark.parametrize("day", ["12.05.2026", "2026-05-12", "12/05/2026"])
async def test_a_day_as_text_is_a_day(town: Town, day: str) -> None:
    elena = await methodist(town)
    await town.member("Иванова Галина Петровна", Role.TEACHER)
    await loads(elena, RESULTS, ("p2", "", day, "Тест ФИОКО", "54 %", "", ""))
    assert len(await records(town)) == 1


@pytest.mark.parametrize("day", ["31.02.2026", "вчера", "12 мая", "46154"])
async def test_a_text_that_is_no_day_is_a_fault_of_its_row(town: Town, day: str) -> None:
    elena = await methodist(town)
    await town.member("Иванова Галина Петровна", Role.TEACHER)
    await sends_rows(elena, RESULTS, ("p2", "", day, "Тест ФИОКО", "54 %", "", ""))
    (_, wrong) = got(elena)
    assert wrong[0] == "2" and day in wrong and wrong[-1] == "Дата: Это не дата. Например: 12.05.2026."
    assert await records(town) == []
