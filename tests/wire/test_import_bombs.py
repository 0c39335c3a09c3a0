"""Tables that are made to fill a memory: read in a process with bounds, answered in words; the bot lives on."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from models.import_file import ImportFile, ImportState
from models.notice import Notice
from models.people import Person
from services.import_tables import MOST_UNPACKED
from services.import_told import NEWS
from tests.wire.sent_tables import ROWS, desk
from tests.wire.workbooks import MAIN, workbook

SHEET = "xl/worksheets/sheet1.xml"
MEGABYTE = 1024 * 1024
HEAD, TAIL = f'<worksheet xmlns="{MAIN}"><sheetData>'.encode(), b"</sheetData></worksheet>"
ROW = b'<row><c t="inlineStr"><is><t>x</t></is></c></row>'
ROWS_OF_A_MEGABYTE = ROW * (MEGABYTE // len(ROW))
LAST_CELL = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


def packed(content: bytes) -> bytes:
    """A piece of a deflated stream that may stand beside others, and be repeated."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush(zlib.Z_FULL_FLUSH)


def book(middle: bytes, times: int = 1, says: int | None = None) -> bytes:
    """A workbook whose sheet is HEAD, `middle` so many times, TAIL; never unpacked here. `says`: its size, as a lie."""
    end = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    stream = packed(HEAD) + packed(middle) * times + end.compress(TAIL) + end.flush()
    total = zlib.crc32(HEAD)
    for _ in range(times):
        total = zlib.crc32(middle, total)
    size = len(HEAD) + len(middle) * times + len(TAIL) if says is None else says
    return _with_sheet(stream, size, zlib.crc32(TAIL, total))


def _with_sheet(stream: bytes, size: int, crc: int) -> bytes:
    """An archive with this stream in it: the sheet is stored as it is, then declared to be deflated."""
    whole = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook({"Лист1": ROWS}))) as old, zipfile.ZipFile(whole, "w") as made:
        for name in old.namelist():
            if name != SHEET:
                made.writestr(name, old.read(name))
        made.writestr(SHEET, stream)
        at = made.getinfo(SHEET).header_offset
    content = bytearray(whole.getvalue())
    central = content.rindex(b"PK\x01\x02")
    for method, sizes in ((at + 8, at + 14), (central + 10, central + 16)):
        struct.pack_into("<H", content, method, zipfile.ZIP_DEFLATED)
        struct.pack_into("<III", content, sizes, crc, len(stream), size)
    return bytes(content)


def bomb() -> bytes:
    """A small file with more in it than a table may have."""
    return book(ROWS_OF_A_MEGABYTE, MOST_UNPACKED // MEGABYTE + 1)


def lie() -> bytes:
    """The same; it says that it holds a thousand bytes."""
    return book(ROWS_OF_A_MEGABYTE, MOST_UNPACKED // MEGABYTE + 1, says=1000)


def wide() -> bytes:
    """Two cells, one of them the last that a sheet can have: a square of 17 thousand million between them."""
    return book(ROW + LAST_CELL)


def endless() -> bytes:
    """Eight hundred thousand rows, in a file of some kilobytes that may be unpacked."""
    return book(ROWS_OF_A_MEGABYTE, 40)


@pytest.mark.parametrize(
    ("made", "answer"),
    [
        (bomb, "import-file-bomb"),
        (lie, "import-file-workbook"),
        (wide, "import-file-hard"),
        (endless, "import-file-many"),
    ],
)
async def test_a_bomb_is_refused_in_words_and_the_bot_goes_on(
    tmp_path: Path, empty_database: Path, made: Callable[[], bytes], answer: str
) -> None:
    async with desk(tmp_path, empty_database) as at:
        await at.sends()
        assert await at.works_off(made()) == 1
        (found,) = await at.all(select(ImportFile))
        assert (found.state, found.outcome["refused"]["key"]) == (ImportState.REFUSED, answer)
        (news,) = await at.all(select(Notice))
        assert (news.kind, news.facts["import_id"]) == (NEWS, found.id)
        assert len(await at.all(select(Person))) == 1
        assert not list((tmp_path / "imports").iterdir()), "the file is not kept"
