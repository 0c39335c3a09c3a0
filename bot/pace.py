"""Telegram's limits for what nobody asked for: about 30 messages a second in all, one a second in a chat."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable

CHATS_REMEMBERED = 5000


class Pace:
    """Lets senders through at the allowed pace. Time and sleep are injected; seconds."""

    def __init__(
        self,
        *,
        per_second: float = 28.0,
        per_chat: float = 1.0,
        now: Callable[[], float] | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._gap, self._chat_gap = 1 / per_second, per_chat
        self._now = now or asyncio.get_running_loop().time
        self._sleep = sleep
        self._free_at = 0.0
        self._chats: OrderedDict[int, float] = OrderedDict()

    async def turn_of(self, chat_id: int) -> None:
        """Returns when a message to this chat may go."""
        at = max(self._now(), self._free_at, self._chats.get(chat_id, 0.0))
        self._free_at = max(self._free_at, self._now()) + self._gap
        self._chats[chat_id] = at + self._chat_gap
        self._chats.move_to_end(chat_id)
        if len(self._chats) > CHATS_REMEMBERED:
            self._chats.popitem(last=False)
        if at > self._now():
            await self._sleep(at - self._now())
