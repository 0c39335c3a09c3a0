"""Telling pages and servers what happened, in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

from simulator.errors import Json

Listener = Callable[[str, Json], None]
KEPT = 5000


class Bulletin:
    """Numbered events; the last KEPT are remembered, listeners hear each one once it is on disk."""

    def __init__(self, first: int) -> None:
        self.listeners: list[Listener] = []
        self.number = first
        self._ring: deque[Json] = deque(maxlen=KEPT)
        self._waiting: deque[tuple[str, Json]] = deque()

    def announce(self, kind: str, chat_id: int, **facts: Any) -> None:
        """Notes an event; it is told by `deliver`."""
        self.number += 1
        event = {"n": self.number, "kind": kind, "chat_id": chat_id, **facts}
        self._ring.append(event)
        if self.listeners:
            self._waiting.append((kind, event))

    def queued(self, update: Json) -> None:
        """An update waits for the bot; no page needs it in the ring."""
        if self.listeners:
            self._waiting.append(("update", update))

    def deliver(self) -> None:
        """Calls the listeners, in order; what they cause is told after."""
        while self._waiting:
            kind, event = self._waiting.popleft()
            for listener in tuple(self.listeners):
                listener(kind, event)

    def after(self, number: int) -> list[Json]:
        """Events after a number; the first is `{"kind": "lost"}` when some in between are forgotten."""
        oldest = self._ring[0]["n"] if self._ring else self.number + 1
        events = [event for event in self._ring if event["n"] > number]
        if number < oldest - 1:
            return [{"n": oldest - 1, "kind": "lost", "chat_id": 0}, *events]
        return events
