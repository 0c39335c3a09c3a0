"""Two workers of the bot on one PostgreSQL, and a third party that makes them collide at a chosen point."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.app import App, build
from bot.database import open_engine
from bot.pace import Pace
from bot.settings import Settings
from bot.updates import ALLOWED
from tests.stories.town import ZONE, Town

LOOK_EVERY = 0.02
LOOKS = 500
LOOK_ANEW = text("SELECT pg_stat_clear_snapshot()")
WAITING = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
)


@dataclass(frozen=True)
class Workers:
    """The town's own worker and a second one; `engine` is a third connection to their database."""

    town: Town
    second: App
    engine: AsyncEngine

    @property
    def both(self) -> tuple[App, App]:
        """The two that take updates."""
        return self.town.app, self.second

    def waiting_updates(self) -> list[dict[str, Any]]:
        """What people did and no worker has taken yet."""
        town = self.town
        found = town.telegram.updates(offset=town.offset, limit=100, allowed=ALLOWED)
        if found:
            town.offset = found[-1]["update_id"] + 1
        return found

    async def collide(self, hold: str, updates: Sequence[dict[str, Any]], **ids: Any) -> None:
        """Both workers take an update each while a third party holds what they need; then it lets go.

        `hold` is SQL that locks it. Both are seen to wait before it lets go: the race is no matter of luck.
        """
        async with self.engine.connect() as holder:
            await holder.execute(text(hold), ids)
            takes = [
                asyncio.create_task(app.turn.take(update))
                for app, update in zip(self.both, updates, strict=True)
            ]
            await self.until_waiting(takes)
            await holder.rollback()
        for take in takes:
            shown = await take
            if shown is not None:
                await shown
        await self.town.settle()

    async def until_waiting(self, takes: Sequence[asyncio.Task[Any]]) -> None:
        """Until as many connections wait for a lock as there are tasks."""
        async with self.engine.connect() as looker:
            for _ in range(LOOKS):
                await looker.execute(LOOK_ANEW)
                if (await looker.execute(WAITING)).scalar_one() == len(takes):
                    return
                await asyncio.sleep(LOOK_EVERY)
        raise AssertionError(f"the workers do not meet: {takes}")


@asynccontextmanager
async def two_workers(town: Town, url: str) -> AsyncIterator[Workers]:
    """A second worker beside the town's, each with connections of its own."""
    mine, third = open_engine(url), open_engine(url)
    settings = Settings(_env_file=None, bot_token=town.telegram.token, default_timezone=ZONE)  # type: ignore[call-arg]
    clock = town.app.clock
    second = build(settings, town.wire, mine, clock, Pace(), town.text)
    try:
        yield Workers(town, second, third)
    finally:
        await second.post.settle()
        await mine.dispose()
        await third.dispose()
