"""An ordered file is made by a process of its own: what it finds, what it refuses, and how its end is told."""

from __future__ import annotations

import asyncio
import io
import zipfile
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

import pypdf
import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clerk import ErrandFailed, in_a_child
from models.entry import Account
from models.errors import NotYours
from models.file_order import FileKind, FileOrder
from services.address import Address
from tests.stories import signing
from tests.stories.filing import orders_portfolio
from tests.stories.test_portfolio import reported_with_a_photo
from tests.stories.town import Guest, Town, open_town
from tests.wire.operator import Operator, files
from tests.wire.s3_store import S3, s3
from tests.wire.test_bucket import bucket
from tests.wire.test_papers_command import with_one_teacher

NAMELESS = Address()
AT = datetime(2026, 9, 14, 9, tzinfo=UTC)


async def _orders(session: AsyncSession) -> None:
    session.add(Account(telegram_id=77, person_id=1, language="ru", place="", place_ids={}, wrong_codes=0))
    session.add_all(FileOrder.asked(1, kind, AT) for kind in (FileKind.PORTFOLIO, FileKind.CARDS))


@pytest.fixture
def ordered(operator: Operator, monkeypatch: pytest.MonkeyPatch) -> Operator:
    """A teacher in the bot who has ordered a portfolio, and what is not theirs to order."""
    with_one_teacher(operator)
    operator.asks(_orders)
    root = Path(__file__).parents[2]
    monkeypatch.setenv("PYTHONPATH", str(root))
    (operator.folder / "out").mkdir()
    return operator


def test_a_child_makes_the_file_as_the_person_who_asked(ordered: Operator) -> None:
    asyncio.run(in_a_child(1, ordered.folder / "out", NAMELESS))
    assert files(ordered.folder / "out") == ["Портфолио Иванова Г. П.zip"]


def test_a_child_asks_for_the_right_anew(ordered: Operator) -> None:
    for order in (2, 99):
        with pytest.raises(NotYours):
            asyncio.run(in_a_child(order, ordered.folder / "out", NAMELESS))
    assert files(ordered.folder / "out") == []


def test_a_child_that_dies_is_told_from_one_that_refuses(ordered: Operator) -> None:
    ordered.sets(database_url="sqlite+aiosqlite:////nowhere/at/all.sqlite")
    with pytest.raises(ErrandFailed):
        asyncio.run(in_a_child(1, ordered.folder / "out", NAMELESS))


@pytest.fixture
async def town(tmp_path: Path, empty_database: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Town]:
    """A town whose files a real process can make."""
    async with open_town(tmp_path, empty_database) as made:
        monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{tmp_path / 'town.sqlite'}")
        monkeypatch.setenv("DATA_DIR", str(tmp_path))
        monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
        (tmp_path / "out").mkdir()
        yield made


def in_the_bucket(store: S3, town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bot, and every process that it starts, keeps its copies there."""
    there = bucket(store)
    object.__setattr__(town.app.copyist, "store", there)
    monkeypatch.setenv("FILES_URL", there.url)
    monkeypatch.setenv("FILES_ENDPOINT", there.endpoint)
    monkeypatch.setenv("FILES_REGION", there.region)
    monkeypatch.setenv("FILES_KEY", there.key)
    monkeypatch.setenv("FILES_SECRET", there.secret)


async def made_by_a_child(town: Town, folder: Path) -> zipfile.ZipFile:
    """The archive of the one order, made by a process of its own; nothing else lies beside it."""
    (order,) = await town.all(select(FileOrder))
    await in_a_child(order.id, folder, town.app.rules.address)
    (path,) = folder.iterdir()
    return zipfile.ZipFile(io.BytesIO(path.read_bytes()))


async def orders_everything(guest: Guest) -> None:
    """The archive of everything about oneself."""
    await guest.says("/mydata")
    await guest.taps("mydata.archive")


@pytest.mark.parametrize("orders", [orders_portfolio, orders_everything])
async def test_evidence_in_a_bucket_is_in_the_archive(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, orders: Callable[[Guest], Awaitable[None]]
) -> None:
    async with s3() as store:
        in_the_bucket(store, town, monkeypatch)
        teacher, _ = await reported_with_a_photo(town)
        await orders(teacher)
        with await made_by_a_child(town, tmp_path / "out") as found:
            (photo,) = [name for name in found.namelist() if name.endswith(".jpg")]
            assert found.read(photo) == "урок.jpg".encode()
        assert not (tmp_path / "files").exists()


async def test_a_bucket_that_does_not_answer_is_no_lost_copy(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with s3() as store:
        in_the_bucket(store, town, monkeypatch)
        teacher, _ = await reported_with_a_photo(town)
        await orders_portfolio(teacher)
        monkeypatch.setenv("FILES_SECRET", "another-secret")
        with pytest.raises(ErrandFailed):
            await made_by_a_child(town, tmp_path / "out")


async def test_a_signed_card_in_an_archive_leads_to_the_bot_by_its_name(town: Town, tmp_path: Path) -> None:
    people = await signing.to_be_signed(town)
    await signing.signed_by_all(people)
    await orders_portfolio(people.teacher)
    with await made_by_a_child(town, tmp_path / "out") as found:
        (card,) = [name for name in found.namelist() if "Карта ИОМ" in name]
        pages = pypdf.PdfReader(io.BytesIO(found.read(card))).pages
    said = " ".join(" ".join(page.extract_text().split()) for page in pages)
    assert "наведите на знак камеру" in said
