"""Updates waiting for the bot, as getUpdates has it: an offset confirms what is below, a long poll waits."""

import asyncio
from collections import deque
from typing import Any

import orjson


class Mailbox:
    """The queue of one bot. Updates are serialised once, when they are put in."""

    def __init__(self) -> None:
        self.updates: deque[tuple[int, bytes]] = deque()
        self.last_id = 1000
        self.waiter: asyncio.Future[None] | None = None

    def put(self, update: dict[str, Any]) -> None:
        """Queue one update and wake the long poll."""
        self.last_id += 1
        self.updates.append((self.last_id, orjson.dumps({"update_id": self.last_id, **update})))
        self._wake()

    async def take(self, offset: int, limit: int, seconds: float) -> bytes:
        """The body of a getUpdates answer, after at most `seconds`. A newer poll ends an older one."""
        while self.updates and self.updates[0][0] < offset:
            self.updates.popleft()
        self._wake()
        if not self.updates and seconds > 0:
            self.waiter = waiter = asyncio.get_running_loop().create_future()
            await asyncio.wait([waiter], timeout=seconds)
        return self._first(limit)

    def _first(self, limit: int) -> bytes:
        chosen = [self.updates[index][1] for index in range(min(limit, len(self.updates)))]
        return b'{"ok":true,"result":[' + b",".join(chosen) + b"]}"

    def _wake(self) -> None:
        waiter, self.waiter = self.waiter, None
        if waiter is not None and not waiter.done():
            waiter.set_result(None)
