"""Evidence is copied to the file store in the background: once, whole, and no turn waits for it (S-09)."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from bot import ticks
from bot.wire import ApiError, WireDown
from models.evidence import Evidence, NotCopied
from models.report import ReportState
from simulator import core
from tests.stories.test_report import TITLE, begin
from tests.stories.test_report_large import MEGABYTE, sends_large
from tests.stories.town import Guest, Town
from tests.stories.walking import report

PATIENCE = 30.0
"""Seconds after which somebody who should have come at once does not come."""


async def begun(town: Town) -> Guest:
    """A teacher at the empty draft."""
    teacher, _ = await begin(town)
    await teacher.taps("report-was.held")
    return teacher


async def kept(town: Town) -> list[Evidence]:
    """All evidence."""
    return await town.all(select(Evidence).order_by(Evidence.id))


def files(town: Town) -> list[Path]:
    """The files of the store."""
    return sorted(one for one in town.app.copyist.store.folder.rglob("*") if one.is_file())


async def copies(town: Town) -> int:
    """A tick of the copyist."""
    return await ticks.copy_evidence(town.app)


async def test_what_is_sent_is_copied_under_the_name_of_its_content(town: Town) -> None:
    teacher = await begun(town)
    await teacher.sends("photo", "1.jpg", "2.jpg")
    await teacher.sends("document", "Иванова.pdf")
    await teacher.sends("voice", "рассказ.ogg")
    await teacher.says("И ссылка: https://disk.ru/1")
    assert await copies(town) == 4
    for one in (await kept(town))[:4]:
        path = town.app.copyist.store.folder / one.key
        assert hashlib.sha256(path.read_bytes()).hexdigest() == one.sha256 == path.name
        assert (one.copied_at, one.attempts, one.size) == (town.now, 1, path.stat().st_size)
    assert len(files(town)) == 4
    assert not [path for path in files(town) if "Иванова" in path.name]
    assert await copies(town) == 0


async def test_the_same_content_lies_there_once(town: Town) -> None:
    teacher = await begun(town)
    await teacher.sends("document", "а.pdf")
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await teacher.taps("report-line", "Открытый урок")
    await teacher.taps("report-was.held")
    await teacher.sends("document", "а.pdf")
    assert await copies(town) == 2
    assert len(files(town)) == 1
    assert len({one.key for one in await kept(town)}) == 1


async def test_at_most_three_come_at_once(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    teacher = await begun(town)
    await teacher.sends("photo", *(f"{number}.jpg" for number in range(8)))
    now, most, plain, three_are_in = 0, 0, town.wire.download, asyncio.Event()

    async def counted(path: str) -> AsyncIterator[bytes]:
        nonlocal now, most
        now += 1
        most = max(most, now)
        if now == 3:
            three_are_in.set()
        async with asyncio.timeout(PATIENCE):
            await three_are_in.wait()
        async for piece in plain(path):
            yield piece
        now -= 1

    monkeypatch.setattr(town.wire, "download", counted)
    assert await copies(town) == 8
    assert most == 3


async def test_a_bad_line_is_tried_again_later_and_later(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    teacher = await begun(town)
    await teacher.sends("document", "а.pdf")

    async def broken(path: str) -> AsyncIterator[bytes]:
        yield b"half"
        raise WireDown("cut")

    with monkeypatch.context() as cut:
        cut.setattr(town.wire, "download", broken)
        assert await copies(town) == 0
        town.wait(seconds=29)
        assert (await copies(town), (await kept(town))[0].attempts) == (0, 1)
        town.wait(seconds=1)
        assert (await copies(town), (await kept(town))[0].attempts) == (0, 2)
    assert [one for one in files(town) if "evidence" in one.parts] == []
    town.wait(minutes=1)
    assert await copies(town) == 1
    assert files(town)[0].read_bytes() == "а.pdf".encode()


async def test_killed_in_the_middle_it_goes_on_after_the_start(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    teacher = await begun(town)
    await teacher.sends("photo", "1.jpg", "2.jpg")

    async def killed(path: str) -> AsyncIterator[bytes]:
        yield b"half"
        raise asyncio.CancelledError

    with monkeypatch.context() as death:
        death.setattr(town.wire, "download", killed)
        with pytest.raises(asyncio.CancelledError):
            await copies(town)
    assert [one.copied_at for one in await kept(town)] == [None, None]
    town.wait(minutes=1)
    assert await copies(town) == 2
    assert [path.read_bytes() for path in files(town)] == [
        (town.app.copyist.store.folder / one.key).read_bytes()
        for one in sorted(await kept(town), key=lambda one: one.key)
    ]


async def test_a_full_disk_keeps_it_for_later_and_is_no_attempt(town: Town) -> None:
    teacher = await begun(town)
    await teacher.sends("document", "а.pdf")
    room, store = town.app.copyist.store.room, town.app.copyist.store
    store.room = lambda folder: 1000
    assert await copies(town) == 0
    await teacher.says("А бот отвечает.")
    teacher.sees("report-draft-text", "А бот отвечает.", among_last=1)
    [one] = await kept(town)
    assert (one.attempts, one.copied_at, one.not_copied) == (0, None, None)
    store.room = room
    assert await copies(town) == 0
    town.wait(minutes=10)
    assert await copies(town) == 1


async def test_a_folder_that_cannot_be_written_to_is_tried_again(town: Town) -> None:
    teacher = await begun(town)
    await teacher.sends("document", "а.pdf")
    store = town.app.copyist.store
    (store.folder / "incoming").parent.mkdir(exist_ok=True)
    (store.folder / "incoming").write_text("in the way")
    assert await copies(town) == 0
    (store.folder / "incoming").unlink()
    town.wait(minutes=1)
    assert await copies(town) == 1


async def test_no_turn_waits_for_a_copy(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    teacher = await begun(town)
    await teacher.sends("document", "а.pdf")
    begun_, go, plain = asyncio.Event(), asyncio.Event(), town.wire.download

    async def slow(path: str) -> AsyncIterator[bytes]:
        begun_.set()
        await go.wait()
        async for piece in plain(path):
            yield piece

    monkeypatch.setattr(town.wire, "download", slow)
    copying = asyncio.create_task(copies(town))
    await begun_.wait()
    await teacher.says("Пока копируется.")
    await teacher.taps("report-draft.send")
    assert (await report(town, TITLE)).state is ReportState.SUBMITTED
    go.set()
    assert await copying == 1


async def test_taken_off_the_copy_goes_after_a_day(town: Town) -> None:
    teacher = await begun(town)
    await teacher.says("Было полезно.")
    await teacher.sends("document", "а.pdf")
    await teacher.sends("document", "б.pdf")
    assert await copies(town) == 2
    await teacher.taps("report-draft.change")
    await teacher.taps("report-change.remove", "а.pdf")
    later = max(path.stat().st_mtime for path in files(town))
    town.moment[0] = town.moment[0].fromtimestamp(later + 3600, town.moment[0].tzinfo)
    await ticks.forget_copies(town.app)
    assert len(files(town)) == 2
    town.wait(days=1)
    await ticks.forget_copies(town.app)
    assert [path.read_bytes() for path in files(town)] == ["б.pdf".encode()]


async def test_removed_before_the_copy_is_done_nothing_is_marked(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    teacher = await begun(town)
    await teacher.says("Было полезно.")
    await teacher.sends("document", "а.pdf")
    plain = town.wire.download

    async def meanwhile(path: str) -> AsyncIterator[bytes]:
        await teacher.taps("report-draft.change")
        await teacher.taps("report-change.remove")
        async for piece in plain(path):
            yield piece

    monkeypatch.setattr(town.wire, "download", meanwhile)
    assert await copies(town) == 1
    assert await kept(town) == []


@pytest.mark.parametrize(
    ("refusal", "why"),
    [
        (ApiError(400, "Bad Request: file is too big"), NotCopied.TOO_LARGE),
        (ApiError(400, "Bad Request: invalid file_id"), NotCopied.GONE),
        (ApiError(429, "Too Many Requests", 60), None),
        (ApiError(401, "Unauthorized"), None),
    ],
)
async def test_what_telegram_refuses_is_given_up_or_waits(
    town: Town, monkeypatch: pytest.MonkeyPatch, refusal: ApiError, why: NotCopied | None
) -> None:
    teacher = await begun(town)
    await teacher.sends("document", "а.pdf")
    plain = town.wire.call

    async def refused(method: str, *more: object, **options: object) -> object:
        if method == "getFile":
            raise refusal
        return await plain(method, *more, **options)  # type: ignore[arg-type]

    with monkeypatch.context() as no:
        no.setattr(town.wire, "call", refused)
        assert await copies(town) == 0
    [one] = await kept(town)
    assert (one.not_copied, one.copied_at) == (why, None)
    town.wait(minutes=2)
    assert await copies(town) == (why is None)


async def test_with_an_own_server_a_video_of_40_mb_is_accepted_and_copied(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.files.DOWNLOAD_LIMIT", 2000 * MEGABYTE)
    rules = replace(town.app.rules, largest_copy=2000 * MEGABYTE)
    object.__setattr__(town.app.turn, "rules", rules)
    teacher = await begun(town)
    await sends_large(teacher, size=40)
    teacher.sees("report-draft-files", "1 видео", among_last=1)
    assert await copies(town) == 1
    [one] = await kept(town)
    assert (one.size, one.oversize) == (40 * MEGABYTE, None)


async def test_a_file_of_unknown_size_that_is_too_large_is_only_in_the_chat(town: Town) -> None:
    teacher = await begun(town)
    town.telegram.send(teacher.telegram_id, "video", core.Upload("1.mp4", bytes(21 * MEGABYTE)))
    await town.settle()
    async with town.app.sessions() as session, session.begin():
        one = (await session.scalars(select(Evidence))).one()
        one.size, one.oversize, one.not_copied, one.copy_due_at = None, None, None, one.at
    assert await copies(town) == 0
    [one] = await kept(town)
    assert (one.not_copied, one.oversize) == (NotCopied.TOO_LARGE, None)
    await teacher.says("Было полезно.")
    teacher.sees("report-draft-large", "без копии на сервере", among_last=1)
