"""Telegram's limits on how fast a bot may send."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field

from simulator.errors import too_many
from simulator.wire import Request, lenient_integer

SENDING = ("send", "copy", "forward")
TOTAL_RATE = 30.0
CHAT_RATE, CHAT_BURST = 1.0, 5.0
GROUP_RATE, GROUP_BURST = 1 / 3, 20.0


@dataclass
class Bucket:
    """`burst` messages at once, then `rate` a second."""

    rate: float
    burst: float
    level: float = 0.0
    at: float = 0.0

    def wait(self, count: int, now: float) -> float:
        """Seconds until `count` more fit; 0 if they fit now."""
        self.level = max(0.0, self.level - (now - self.at) * self.rate)
        self.at = now
        return max(0.0, self.level + min(count, self.burst) - self.burst) / self.rate

    def pour(self, count: int) -> None:
        """`count` messages were sent."""
        self.level += count


@dataclass
class Flood:
    """429 for what is too fast: 30 a second in all, 1 a second to a person, 20 a minute to a group.

    Off unless `on`; a chat given to `slow_down` answers 429 in any case.
    """

    now: Callable[[], float]
    on: bool = False
    total: Bucket = field(default_factory=lambda: Bucket(TOTAL_RATE, TOTAL_RATE))
    chats: dict[int, Bucket] = field(default_factory=dict)
    slowed: dict[int, float] = field(default_factory=dict)

    def slow_down(self, chat_id: int, seconds: float) -> None:
        """Everything sent to or edited in this chat in the next `seconds` is refused."""
        self.slowed[chat_id] = self.now() + seconds

    def check(self, method: str, request: Request) -> None:
        """Raises 429 with `retry_after`, or counts the message."""
        if not (self.on or self.slowed) or not method.startswith((*SENDING, "edit")):
            return
        chat_id = lenient_integer(request.text("chat_id"))
        if (left := self.slowed.get(chat_id, 0.0) - self.now()) > 0:
            raise too_many(math.ceil(left))
        if self.on and method.startswith(SENDING) and method != "sendchataction":
            self._count(chat_id, _messages(method, request))

    def _count(self, chat_id: int, count: int) -> None:
        if chat_id not in self.chats:
            group = chat_id < 0
            self.chats[chat_id] = Bucket(GROUP_RATE, GROUP_BURST) if group else Bucket(CHAT_RATE, CHAT_BURST)
        buckets = self.total, self.chats[chat_id]
        seconds = max(bucket.wait(count, self.now()) for bucket in buckets)
        if seconds > 1e-9:
            raise too_many(math.ceil(seconds - 1e-9))
        for bucket in buckets:
            bucket.pour(count)


def _messages(method: str, request: Request) -> int:
    """An album or a batch counts as many messages."""
    name = "media" if method == "sendmediagroup" else "message_ids" if method.endswith("messages") else ""
    value = request.json(name, "Can't parse JSON object") if name else None
    return max(1, len(value)) if isinstance(value, list) else 1
