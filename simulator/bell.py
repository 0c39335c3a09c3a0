"""Waking whoever waits for news, so that nobody has to ask again and again."""

from __future__ import annotations

import asyncio


class Bell:
    """Rings for everybody who waits at that moment; after `close`, nobody waits any longer."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Event] = set()
        self.closed = False

    def ring(self) -> None:
        """There may be something new: let everybody look."""
        for event in self._waiting:
            event.set()

    def close(self) -> None:
        """The server stops: everybody looks one last time."""
        self.closed = True
        self.ring()

    async def wait(self, seconds: float) -> None:
        """Return at the next ring, after `seconds`, or at once when closed."""
        if self.closed:
            return
        event = asyncio.Event()
        self._waiting.add(event)
        try:
            async with asyncio.timeout(seconds):
                await event.wait()
        except TimeoutError:
            pass
        finally:
            self._waiting.discard(event)
