"""The process of an import: it does the work of a row in the database, and dies alone."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.import_order import Failed, Order, fault_in
from models.import_file import ImportFile, ImportState
from models.people import Person
from services import import_tables
from services.people_file import FileRefused
from tests.wire.sent_tables import ROWS, desk
from tests.wire.workbooks import workbook


async def test_a_child_reads_the_file_and_writes_what_it_found(tmp_path: Path, empty_database: Path) -> None:
    async with desk(tmp_path, empty_database) as at:
        order = Order(await at.sends(), "f", tmp_path / "table", "bot")
        order.path.write_bytes(workbook({"Лист1": ROWS}))
        await at.carry()(order)
        (found,) = await at.all(select(ImportFile))
        assert (found.state, found.outcome["counts"]["people.new"]) == (ImportState.READY, 1)
        assert len(await at.all(select(Person))) == 1
        with pytest.raises(Failed):
            await at.carry()(replace(order, path=tmp_path / "nothing", import_id=99))


def test_of_a_fault_only_its_kind_is_kept() -> None:
    said = [
        "Traceback (most recent call last):",
        '  File "import_job.py", line 1, in _load',
        "sqlalchemy.exc.IntegrityError: (UniqueViolationError) duplicate key: Петрова",
        "DETAIL:  Key (external_id)=(Петрова Анна) already exists.",
        "[parameters: ('Петрова Анна',)]",
        "(Background on this error at: https://sqlalche.me/e/21/gkpj)",
    ]
    assert fault_in(said) == "sqlalchemy.exc.IntegrityError"
    assert fault_in(["MemoryError"]) == "MemoryError"
    assert fault_in([]) == ""


def test_a_workbook_that_is_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/worksheets/sheet1.xml", b"0" * 2_000_000)
    monkeypatch.setattr(import_tables, "MOST_UNPACKED", 1_000_000)
    with pytest.raises(FileRefused) as refused:
        import_tables.read(whole.getvalue())
    assert refused.value.key == "import-file-bomb"


def test_more_rows_than_a_list_can_have_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_tables, "MOST_ROWS", 2)
    with pytest.raises(FileRefused) as refused:
        import_tables.read(workbook({"Лист1": [*ROWS, *ROWS]}))
    assert refused.value.key == "import-file-many"


def test_a_merged_cell_belongs_to_each_of_its_rows() -> None:
    book = workbook({"Лист1": [("Школа", "ФИО"), ("№ 3", "Иванова"), (None, "Петрова")]})
    whole = BytesIO(book)
    with zipfile.ZipFile(whole, "a") as file:
        sheet = file.read("xl/worksheets/sheet1.xml").decode()
        merged = sheet.replace(
            "</worksheet>", '<mergeCells><mergeCell ref="A2:A3"/></mergeCells></worksheet>'
        )
        parts = {one: file.read(one) for one in file.namelist()} | {
            "xl/worksheets/sheet1.xml": merged.encode()
        }
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    (found,) = import_tables.read(made.getvalue())
    assert [row.cells[0] for row in found.rows] == ["Школа", "№ 3", "№ 3"]
