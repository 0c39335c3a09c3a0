"""A paper that Telegram has goes again by its name there, behind a restart too; refused, it is made anew."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import OperationalError

from bot import own_name, ticks
from bot.app import build
from bot.database import open_engine
from bot.pace import Pace
from bot.settings import Settings
from bot.updates import Polling
from models.sent_file import KEPT, SentFile
from services import paper_files
from tests.stories.planning import plans
from tests.stories.test_papers import made, opens_own, sent
from tests.stories.town import ZONE, Guest, Town


async def with_a_card(town: Town) -> Guest:
    """A teacher who has got the card once."""
    teacher, _ = await town.pair()
    await plans(teacher, 1)
    await gets_the_card(teacher)
    return teacher


async def gets_the_card(teacher: Guest) -> None:
    await opens_own(teacher)
    await teacher.taps("papers-pdf", "Карта ИОМ")
    assert sent(teacher)["file_name"] == "Карта ИОМ Иванова Г. П.pdf"


async def no_wait(_: float) -> None:
    return


@asynccontextmanager
async def restarted(town: Town) -> AsyncIterator[None]:
    """Another process on the same database."""
    engine = open_engine(str(town.app.sessions.kw["bind"].url))
    settings = Settings(  # type: ignore[call-arg]
        _env_file=None, bot_token=town.telegram.token, default_timezone=ZONE, data_dir=town.app.data_dir
    )
    pace = Pace(now=lambda: 0.0, sleep=no_wait)
    town.app = build(settings, town.wire, engine, town.app.clock, pace, town.text)
    town.polling = Polling(town.wire, town.app.turn)
    await own_name.learn(town.wire, town.app.rules.address)
    try:
        yield
    finally:
        await engine.dispose()


async def test_after_a_restart_the_same_card_is_not_made_again(town: Town) -> None:
    teacher = await with_a_card(town)
    before, file_id = made(town), sent(teacher)["file_id"]
    async with restarted(town):
        await gets_the_card(teacher)
        assert made(town) == before and sent(teacher)["file_id"] == file_id


async def test_what_another_edition_of_the_program_has_drawn_is_made_anew(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    teacher = await with_a_card(town)
    before = made(town)
    monkeypatch.setattr(paper_files, "drawing", lambda: "another")
    await gets_the_card(teacher)
    assert made(town) == before + 1


async def test_a_name_that_telegram_refuses_is_forgotten_and_the_card_made_anew(town: Town) -> None:
    teacher = await with_a_card(town)
    before = made(town)
    async with town.app.sessions() as session, session.begin():
        await session.execute(update(SentFile).values(file_id="of-another-bot"))
    await gets_the_card(teacher)
    assert made(town) == before + 1
    (known,) = await town.all(select(SentFile))
    assert known.file_id == sent(teacher)["file_id"]
    await gets_the_card(teacher)
    assert made(town) == before + 1


async def test_a_database_that_fails_here_holds_no_file_up(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    teacher, _ = await town.pair()
    await plans(teacher, 1)

    def away(*_: Any) -> None:
        raise OperationalError("", {}, Exception("away"))

    monkeypatch.setattr(town.app.sent_files, "_sessions", away)
    await gets_the_card(teacher)
    assert await town.all(select(SentFile)) == []


async def test_what_was_sent_long_ago_is_not_looked_for(town: Town) -> None:
    await with_a_card(town)
    await ticks.forget_sent_files(town.app)
    assert len(await town.all(select(SentFile))) == 1
    town.wait(seconds=(KEPT + timedelta(minutes=1)).total_seconds())
    await ticks.forget_sent_files(town.app)
    assert await town.all(select(SentFile)) == []
