"""Files of people as they come: written by Excel, by hand, by mistake."""

from __future__ import annotations

import random
import struct
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis.strategies import binary, sampled_from

from bot import import_words
from services import people_file
from services.people_file import FileRefused, Sheet
from services.people_sheet import RowsRefused, checked
from tests.wire.rosters import COLUMNS, KNOWN, TEACHER, csv, refuses, row, tutor
from tests.wire.workbooks import Value, workbook

NAME = "Иванова Галина Петровна"


def read(tmp_path: Path, content: bytes | str) -> Sheet:
    """The sheet of a file with this content."""
    file = tmp_path / "people"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return people_file.read(file)


def words_of(refused: FileRefused | RowsRefused) -> str:
    """What the operator reads."""
    if isinstance(refused, RowsRefused):
        return "".join(map(import_words.line, refused.faults))
    return import_words.why(refused)


def names(sheet: Sheet) -> list[str]:
    """Everybody in it."""
    return [one.full_name for one in checked(sheet, KNOWN, {}).people.values()]


def cells(**changed: Value) -> list[Value]:
    """A teacher's cells of a workbook."""
    return list((dict[str, Value](TEACHER) | changed).values())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_csv_file_is_read_in_every_way_in_which_programs_write_it(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    sheet = read(tmp_path, csv(row(), tutor(), delimiter=delimiter).encode(encoding))
    assert names(sheet) == [NAME, "Быкова Татьяна Сергеевна"]


def test_columns_come_in_any_order_and_spelling(tmp_path: Path) -> None:
    shuffled = list(COLUMNS)
    random.Random(7).shuffle(shuffled)
    whole = csv(row(), columns=shuffled)
    header, rest = whole.split("\r\n", 1)
    assert names(read(tmp_path, header.upper().replace("_", "  ") + "\r\n" + rest)) == [NAME]


def test_titles_above_and_empty_lines_between_do_not_matter_and_rows_keep_their_numbers(
    tmp_path: Path,
) -> None:
    header, first, second = csv(row(), tutor()).splitlines()
    content = "\r\n".join(["Список педагогов", "", header, first, ";;;", "", second, ""])
    assert [one.number for one in read(tmp_path, content).rows] == [4, 7]


def test_a_line_break_inside_a_cell_is_a_space_and_not_a_row(tmp_path: Path) -> None:
    sheet = read(tmp_path, csv(row(full_name="Иванова\r\nГалина\u00a0Петровна\u200b"), tutor()))
    assert names(sheet)[0] == NAME
    assert [one.number for one in sheet.rows] == [2, 3]


def test_codes_are_written_for_the_program_that_wrote_the_people(tmp_path: Path) -> None:
    assert read(tmp_path, csv(row(), delimiter=",")).dialect == people_file.Dialect(",", mark=False)
    assert read(tmp_path, csv(row()).encode("utf-8-sig")).dialect == people_file.Dialect(";", mark=True)
    assert read(tmp_path, workbook({"Лист1": [COLUMNS, cells()]})).dialect == people_file.Dialect(
        ";", mark=True
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\r\n", "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "neither a CSV file nor a workbook"),
        (b"%PDF-1.7 text", "no row with the column names"),
        ("Иванова;учитель\n".encode(), "no row with the column names"),
        (b"PK\x03\x04 not a workbook", "no workbook that can be read"),
        (b"\xd0\xcf\x11\xe0 not a workbook", "no workbook that can be read"),
        (b'external_id\n"' + b"x" * 200_000 + b'"', "no CSV file"),
    ],
)
def test_what_is_no_table_is_refused_in_words(tmp_path: Path, content: bytes, reason: str) -> None:
    with refuses(reason):
        read(tmp_path, content)


@given(binary(max_size=200), sampled_from([b"", csv(row()).encode(), b"PK\x03\x04", b"\xff\xfe"]))
def test_no_bytes_whatever_bring_the_import_down(junk: bytes, before: bytes) -> None:
    content = before + junk
    try:
        reader = people_file.workbook if content.startswith(people_file.WORKBOOK_SIGNS) else people_file.text
        assert checked(reader(content), KNOWN, {}).people
    except (FileRefused, RowsRefused) as refused:
        assert words_of(refused)


def test_a_missing_file_and_a_folder_are_refused_in_words(tmp_path: Path) -> None:
    with refuses("No such file"):
        people_file.read(tmp_path / "people.csv")
    with refuses("directory"):
        people_file.read(tmp_path)


def test_a_file_that_is_too_large_is_not_even_opened(tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    with file.open("wb") as large:
        large.truncate(people_file.LARGEST_FILE + 1)
    with refuses("larger than 50 MB"):
        people_file.read(file)


def test_a_workbook_gives_numbers_as_they_were_typed(tmp_path: Path) -> None:
    rows = [
        COLUMNS,
        cells(external_id=17.0, tutor=8),
        cells(external_id=8, role="tutor", full_name="Быкова Т."),
    ]
    people = checked(read(tmp_path, workbook({"Лист1": rows})), KNOWN, {}).people
    assert people["17"].tutor == "8"


def test_a_workbook_is_looked_through_for_the_sheet_with_the_columns(tmp_path: Path) -> None:
    book = workbook({"Титул": [["Отчёт за 2026 год"]], "Люди": [[], ["Список"], COLUMNS, [], cells()]})
    sheet = read(tmp_path, book)
    assert [one.number for one in sheet.rows] == [5]
    with refuses("its sheets: Титул, Итоги"):
        read(tmp_path, workbook({"Титул": [["x"]], "Итоги": [["y"]]}))


def test_a_formula_gives_its_value_and_a_failed_one_is_refused(tmp_path: Path) -> None:
    kept = workbook({"Лист1": [COLUMNS, cells(full_name=('A1&" "&B1', NAME))]})
    assert names(read(tmp_path, kept)) == [NAME]
    failed = workbook(
        {"Титул": [["x"]], "Лист1": [COLUMNS, cells(), cells(tutor=("VLOOKUP(1,A:B,2)", "#N/A"))]}
    )
    with pytest.raises(RowsRefused) as refused:
        checked(read(tmp_path, failed), KNOWN, {})
    assert "row 3, tutor: holds a formula that has failed (#N/A)" in map(
        import_words.line, refused.value.faults
    )


@pytest.mark.parametrize(
    ("cell", "reason"),
    [(date(2027, 5, 12), "a date"), (True, "true or false"), (1234567890123456789, "more than 15 digits")],
)
def test_a_cell_that_a_spreadsheet_has_changed_is_refused(tmp_path: Path, cell: Value, reason: str) -> None:
    with pytest.raises(RowsRefused) as refused:
        checked(read(tmp_path, workbook({"Лист1": [COLUMNS, cells(external_id=cell)]})), KNOWN, {})
    (fault,) = refused.value.faults
    assert (fault.row, fault.column) == (2, "external_id")
    assert reason in import_words.line(fault)


def test_a_workbook_with_a_password_says_so(tmp_path: Path) -> None:
    with refuses("protected by a password"):
        read(tmp_path, encrypted())


def encrypted() -> bytes:
    """An OLE file as Excel writes a workbook with a password: a header, a directory, two streams."""
    names = ("Root Entry", "EncryptionInfo", "EncryptedPackage")
    entries = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 2 * len(name) + 2) for name in names
    )
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + entries.ljust(4096, b"\0")
