"""Telegram's limits for what nobody asked for: about 30 messages a second in all, one a second in a chat."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

CHATS_REMEMBERED = 5000
LIMIT, BESIDE_OTHERS = 30.0, 25.0
"""Messages a second: all that Telegram allows; and where other workers answer people whom the postman does not see."""


@dataclass
class _Chat:
    """Whoever wants to write here, one after another; from when on the next message may go."""

    queue: asyncio.Lock = field(default_factory=asyncio.Lock)
    free_at: float = 0.0


class Pace:
    """Lets senders through at the allowed pace. Time and sleep are injected; seconds."""

    def __init__(
        self,
        *,
        per_second: float = LIMIT,
        per_chat: float = 1.0,
        now: Callable[[], float] | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._gap, self._chat_gap = 1 / per_second, per_chat
        self._now = now or asyncio.get_running_loop().time
        self._sleep = sleep
        self._free_at = 0.0
        self._chats: OrderedDict[int, _Chat] = OrderedDict()

    async def turn_of(self, chat_id: int) -> None:
        """Returns when a message to this chat may go.

        The chat's second is waited out first, and only then a place among all chats is taken: a busy chat
        holds up nobody else, and no places pile up.
        """
        chat = self._chat(chat_id)
        async with chat.queue:
            await self._until(chat.free_at)
            at = max(self._now(), self._free_at)
            self._free_at = at + self._gap
            chat.free_at = at + self._chat_gap
            await self._until(at)

    def spent(self) -> None:
        """A reply went, which waits for nobody: the next notice leaves room for it."""
        self._free_at = max(self._free_at, self._now()) + self._gap

    def _chat(self, chat_id: int) -> _Chat:
        """The chat, now the latest remembered; the oldest is forgotten unless somebody waits there."""
        chat = self._chats.setdefault(chat_id, _Chat())
        self._chats.move_to_end(chat_id)
        oldest = next(iter(self._chats))
        if len(self._chats) > CHATS_REMEMBERED and not self._chats[oldest].queue.locked():
            del self._chats[oldest]
        return chat

    async def _until(self, at: float) -> None:
        wait = at - self._now()
        if wait > 0:
            await self._sleep(wait)
