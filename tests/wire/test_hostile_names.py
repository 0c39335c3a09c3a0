"""Names from people, made to hurt: in archives, in the heads of uploads, on screens they are plain names, or none."""

from __future__ import annotations

import unicodedata
import zipfile
from email.message import Message
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from sqlalchemy import select, update

from bot.wire import HttpWire, Upload
from documents.archive import Archive
from documents.file_names import safe
from models.evidence import Evidence
from models.people import Person
from models.plan import Activity
from tests.stories.filing import archive, documents, orders_portfolio
from tests.stories.test_portfolio import reported_with_a_photo
from tests.stories.test_report import begin
from tests.stories.town import open_town

HOSTILE = [
    "../../../etc/passwd",
    "..\\..\\windows\\system32\\cmd.exe",
    "/etc/cron.d/root",
    "C:\\autoexec.bat",
    "а\0б.pdf",
    'x"; filename="y.html',
    "x\r\nContent-Type: text/html\r\n\r\n<script>",
    "\u202egpj.exe",
    "а" * 300 + ".pdf",
    "🌲" * 300,
    "con",
    "AUX.txt",
    "lpt1.docx",
    "'; rm -rf ~; '",
    "$(reboot)`id`",
    "%2e%2e%2fx",
    "<img src=x onerror=alert(1)>.html",
    ". . .",
    "",
    "\ud800.pdf",
]
FORBIDDEN = set('\\:*?"<>|')
KEPT_BY_WINDOWS = ("con", "prn", "aux", "nul", "com1", "lpt1")


def is_plain(name: str) -> bool:
    """One step of a path that any disk takes as it stands."""
    fine = name not in ("", ".", "..") and not name.endswith((".", " ")) and len(name.encode()) <= 255
    signs = not FORBIDDEN & set(name) and all(unicodedata.category(one)[0] != "C" for one in name)
    return fine and signs and name.partition(".")[0].casefold() not in KEPT_BY_WINDOWS


@pytest.mark.parametrize("name", HOSTILE)
def test_an_archive_unpacks_into_its_own_folder_whatever_people_call_things(
    tmp_path: Path, name: str
) -> None:
    with Archive(tmp_path, safe(name, ""), "часть") as made:
        made.add(f"{safe(name, '')}/{safe(name, 'pdf')}", b"one")
        made.add(f"{safe(name, '')}/{safe(name, 'pdf')}", b"two")
    (path,) = tmp_path.iterdir()
    assert is_plain(path.name)
    with zipfile.ZipFile(path) as found:
        entries = found.namelist()
        found.extractall(tmp_path / "unpacked")
    assert len(entries) == 2 and all(is_plain(step) for one in entries for step in one.split("/"))
    unpacked = [one for one in (tmp_path / "unpacked").rglob("*") if one.is_file()]
    assert sorted(one.read_bytes() for one in unpacked) == [b"one", b"two"]


class Telegram:
    """A server of the Bot API that reads an upload as it comes over the net."""

    def __init__(self) -> None:
        self.heads: list[Any] = []

    async def take(self, request: web.Request) -> web.Response:
        """Every part of one form: its head and its bytes."""
        async for part in await request.multipart():
            self.heads.append((dict(part.headers), part.name, part.filename, bytes(await part.read())))  # type: ignore[union-attr]
        return web.json_response({"ok": True, "result": True})


@pytest.mark.parametrize("name", HOSTILE)
async def test_an_upload_has_one_plain_name_and_no_head_of_its_senders(name: str) -> None:
    telegram, application = Telegram(), web.Application()
    application.router.add_post("/bot1:a/sendDocument", telegram.take)
    async with TestServer(application) as server, HttpWire("1:a", str(server.make_url("/"))) as wire:
        await wire.call("sendDocument", {"chat_id": 1}, {"file": Upload(name, b"content")})
    assert [one[1] for one in telegram.heads] == ["chat_id", "file"]
    head, _, _, content = telegram.heads[1]
    assert content == b"content"
    assert set(head) <= {"Content-Disposition", "Content-Type", "Content-Length"}
    assert head["Content-Type"] == "application/octet-stream"
    said = Message()
    said["Content-Disposition"] = head["Content-Disposition"]
    assert said.get_params(header="Content-Disposition", unquote=False)[3:] == []  # type: ignore[index]
    assert is_plain(head["Content-Disposition"].partition('filename="')[2].removesuffix('"'))


@pytest.mark.parametrize("name", ["../../" + "урок\u202egpj.EXE", "..\\..\\con", "а" * 300 + '".pdf\r\nX: y'])
async def test_a_portfolio_of_hostile_names_is_an_archive_like_any_other(
    tmp_path: Path, empty_database: Path, name: str
) -> None:
    async with open_town(tmp_path, empty_database) as town:
        teacher, _ = await reported_with_a_photo(town)
        async with town.app.sessions() as session, session.begin():
            await session.execute(update(Evidence).where(Evidence.key != "").values(name=name))
            await session.execute(update(Activity).values(title=name))
            await session.execute(
                update(Person).where(Person.id == teacher.person_id).values(full_name=f"{name} {name}")
            )
        await orders_portfolio(teacher)
        assert await town.files() == 1
        document = documents(teacher)[-1]
        assert is_plain(document["file_name"])
        with archive(town, document) as found:
            entries = found.namelist()
            found.extractall(tmp_path / "unpacked")
        assert len(entries) > 3
        assert all(is_plain(step) for one in entries for step in PurePosixPath(one).parts)
        assert not any(one.endswith("passwd") for one in entries)


async def test_what_a_file_is_called_is_shown_plainly_and_its_copy_is_named_by_its_content(
    tmp_path: Path, empty_database: Path
) -> None:
    async with open_town(tmp_path, empty_database) as town:
        teacher, _ = await begin(town)
        await teacher.taps("report-was.held")
        sent = [name for name in HOSTILE if name.isprintable() and name.strip()]
        for name in sent:
            await teacher.sends("document", name)
        assert await town.app.copyist.work_off() == len(sent)
        kept = await town.all(select(Evidence))
        assert len(kept) == len(sent)
        for one in kept:
            assert one.key == f"evidence/{one.sha256[:2]}/{one.sha256}"
            assert not set("/\\") & set(one.name) and one.name.isprintable() and len(one.name) <= 200
        names = {path.name for path in (tmp_path / "files").rglob("*") if path.is_file()}
        assert names == {one.sha256 for one in kept}
