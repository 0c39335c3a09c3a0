"""The process of an import: it does the work of a row in the database, and dies alone."""

from __future__ import annotations

import shutil
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.clock import Clock
from bot.database import Sessions, open_engine, sessions
from bot.import_order import Failed, Order, in_a_process
from bot.settings import Settings
from models.entry import Account
from models.import_file import ImportFile, ImportState
from models.people import Appointment, Organisation, Person, Role
from services import import_tables
from services.people_file import FileRefused
from tests.wire.workbooks import workbook

NOW = datetime(2026, 9, 14, 9, 0, tzinfo=UTC)
ROWS = [("Табельный номер", "ФИО", "Роль"), ("101", "Петрова Анна Ивановна", "педагог")]


async def waiting(made: Sessions) -> int:
    """A deputy head of a school has sent a file that nobody has read yet."""
    async with made() as session, session.begin():
        home = Organisation(
            name="Школа № 3",
            municipality="Глазов",
            region="Удмуртская Республика",
            timezone="Europe/Samara",
            regulation="udmurtia",
        )
        session.add(home)
        await session.flush()
        person = Person(
            external_id="p1", organisation_id=home.id, full_name="Зуева Нина Фёдоровна", position=""
        )
        session.add(person)
        await session.flush()
        session.add(
            Appointment(
                person_id=person.id, organisation_id=home.id, role=Role.DEPUTY_HEAD, since=date(2026, 1, 1)
            )
        )
        account = Account(telegram_id=5, language="ru", place="", place_ids={}, person_id=person.id)
        account.wrong_codes = 0
        session.add(account)
        found = ImportFile(
            person_id=person.id, file_id="f", name="x.xlsx", headings=[], samples=[], mapping={}, at=NOW
        )
        found.outcome, found.tries = {}, 1
        session.add(found)
        await session.flush()
        return found.id


async def test_a_child_reads_the_file_and_writes_what_it_found(tmp_path: Path, empty_database: Path) -> None:
    shutil.copy(empty_database, tmp_path / "m.sqlite")
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        database_url=f"sqlite+aiosqlite:///{tmp_path / 'm.sqlite'}",
        data_dir=tmp_path,
    )
    engine = open_engine(settings.database)
    carry = in_a_process(settings, Clock(source=NOW.timestamp))
    order = Order(await waiting(sessions(engine)), "f", tmp_path / "table", "bot")
    order.path.write_bytes(workbook({"Лист1": ROWS}))
    await carry(order)
    async with sessions(engine)() as session, session.begin():
        (found,) = (await session.scalars(select(ImportFile))).all()
        assert (found.state, found.outcome["counts"]["people.new"]) == (ImportState.READY, 1)
        assert len((await session.scalars(select(Person))).all()) == 1
    with pytest.raises(Failed):
        await carry(replace(order, path=tmp_path / "nothing", import_id=99))
    await engine.dispose()


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
