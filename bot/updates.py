"""Where updates come from: polling that confirms only after the commit (DESIGN 2)."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

import structlog

from bot import metrics
from bot.allowance import Allowance
from bot.pulse import Pulse
from bot.turn import Turn
from bot.wire import ApiError, Wire, WireDown

log = structlog.get_logger()
ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member"]
POLL_SECONDS = 25
BATCH = 100
REPLIES_AT_MOST = 2.0
LONGEST_PAUSE = 30.0
NO_SUCH_BOT = (401, 404)


class TokenRefused(Exception):
    """Telegram does not know this token: nothing to wait for."""


class Polling:
    """Takes updates in batches: different people side by side, one person's in order; then confirms them."""

    def __init__(
        self, wire: Wire, turn: Turn, pulse: Pulse | None = None, allowance: Allowance | None = None
    ) -> None:
        self.wire, self.turn, self.pulse = wire, turn, pulse or Pulse()
        self._allowance = allowance or Allowance()
        self.stopping = asyncio.Event()
        self._offset: int | None = None
        self._taken: set[int] = set()
        self._pause = self._silence = 0.0

    async def run(self) -> None:
        """Until stopped. Raises TokenRefused."""
        await insist(self.wire, "deleteWebhook", {}, self.stopping)
        while not self.stopping.is_set():
            updates = await self._fetch()
            if updates and not await self.take(updates):
                await self._rest()
        await self._confirm()

    def stop(self) -> None:
        """No further batch is begun."""
        self.stopping.set()

    async def take(self, updates: Sequence[dict[str, Any]]) -> bool:
        """One batch, to the commit; quick replies are waited for. False when something was not taken.

        Not the replies to somebody who sends too much: Telegram makes these wait, and the next batch is everybody's.
        What was taken is not even shown again when the batch comes again because of a neighbour.
        """
        groups: dict[int, list[dict[str, Any]]] = {}
        for update in sorted(updates, key=lambda one: int(one["update_id"])):
            if update["update_id"] not in self._taken:
                groups.setdefault(person_behind(update), []).append(update)
        results = await asyncio.gather(*(self._in_order(group) for group in groups.values()))
        replies = [task for tasks, _ in results for task in tasks]
        if replies:
            await asyncio.wait(replies, timeout=REPLIES_AT_MOST)
        failed = [first for _, first in results if first is not None]
        if not await self._on_disk():
            failed.append(min(int(update["update_id"]) for update in updates))
        self._offset = min(failed) if failed else max(update["update_id"] for update in updates) + 1
        self._taken = {one for one in self._taken if one >= self._offset}
        self._pause = min(self._pause * 2 + 1, LONGEST_PAUSE) if failed else 0.0
        return not failed

    async def _on_disk(self) -> bool:
        """One fsync for the whole batch. False when the disk failed: the batch comes again and changes nothing."""
        try:
            await self.turn.on_disk()
        except OSError:
            log.exception("updates.not_on_disk")
            return False
        return True

    async def _in_order(
        self, updates: Sequence[dict[str, Any]]
    ) -> tuple[list[asyncio.Task[None]], int | None]:
        """One person's updates. Returns the replies to wait for, and the first id that was not taken."""
        tasks, ahead = list[asyncio.Task[None]](), False
        for update in updates:
            try:
                task = await self.turn.take(update)
            except Exception:
                metrics.BUGS.labels("updates").inc()
                log.exception("updates.not_taken", update=update["update_id"])
                return tasks, int(update["update_id"])
            self._taken.add(update["update_id"])
            ahead = self._allowance.spend(person_behind(update)) > 0
            if ahead:
                metrics.SLOWED.labels("unwatched").inc()
            elif task is not None:
                tasks.append(task)
        return ([] if ahead else tasks), None

    async def _fetch(self) -> list[dict[str, Any]]:
        params: dict[str, Any] = {"timeout": POLL_SECONDS, "limit": BATCH, "allowed_updates": ALLOWED}
        if self._offset is not None:
            params["offset"] = self._offset
        poll = asyncio.create_task(self.wire.call("getUpdates", params, seconds=POLL_SECONDS + 10.0))
        stop = asyncio.create_task(self.stopping.wait())
        await asyncio.wait({poll, stop}, return_when=asyncio.FIRST_COMPLETED)
        stop.cancel()
        if not poll.done():
            poll.cancel()
            return []
        return await self._fetched(poll)

    async def _fetched(self, poll: asyncio.Task[Any]) -> list[dict[str, Any]]:
        try:
            updates: list[dict[str, Any]] = poll.result()
        except ApiError as error:
            if error.code in NO_SUCH_BOT:
                raise TokenRefused(error.description) from error
            log.warning("updates.refused", error=error.description)
            await self._rest(error.retry_after or 3.0)
            return []
        except WireDown as error:
            log.warning("updates.no_answer", error=str(error), seconds=self._silence)
            await until(self.stopping, self._silence)
            self._silence = min(self._silence * 2 + 1, LONGEST_PAUSE)
            return []
        self._silence = 0.0
        self.pulse.beat("updates")
        return updates

    async def _rest(self, seconds: float | None = None) -> None:
        """Waits, but not past a stop."""
        await until(self.stopping, self._pause if seconds is None else seconds)

    async def _confirm(self) -> None:
        """The last batch is confirmed, so that it does not come again at the next start."""
        if self._offset is None:
            return
        try:
            await self.wire.call("getUpdates", {"offset": self._offset, "limit": 1, "timeout": 0})
        except (ApiError, WireDown) as error:
            log.info("updates.not_confirmed", error=str(error))


async def insist(wire: Wire, method: str, params: dict[str, Any], stopping: asyncio.Event) -> None:
    """A call without which no update would come: again and again, until it is done or the bot stops.

    Polling begins with deleteWebhook: a left-over webhook would answer every getUpdates with 409.
    Raises TokenRefused.
    """
    pause = 0.0
    while not stopping.is_set():
        try:
            await wire.call(method, params)
            return
        except (ApiError, WireDown) as error:
            if isinstance(error, ApiError) and error.code in NO_SUCH_BOT:
                raise TokenRefused(error.description) from error
            pause = min(pause * 2 + 1, LONGEST_PAUSE)
            wait = (error.retry_after if isinstance(error, ApiError) else None) or pause
            log.warning("updates.not_ready", method=method, error=str(error), seconds=wait)
            await until(stopping, wait)


async def until(event: asyncio.Event, seconds: float) -> None:
    """Waits, but not past the event."""
    try:
        await asyncio.wait_for(event.wait(), seconds)
    except TimeoutError:
        return


def person_behind(update: dict[str, Any]) -> int:
    """Whose update it is; 0 for what no person did."""
    for kind in ALLOWED:
        event = update.get(kind)
        if isinstance(event, dict):
            return int((event.get("from") or {}).get("id", 0))
    return 0
