"""A process of ours that is started, listened to, and stopped by its id."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress

STOP_SECONDS = 10.0
LONGEST_LINE = 1024 * 1024


class ChildEnded(Exception):
    """The process is gone before it was ready: its name and exit code."""


class Child:
    """A running process; its lines go to `hear` until its end."""

    def __init__(
        self, name: str, process: asyncio.subprocess.Process, ready: str, hear: Callable[[str], None]
    ) -> None:
        self.name, self.process = name, process
        self._ready, self._hear = ready, hear
        self._sign: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._listening = asyncio.create_task(self._listen())

    async def ready(self) -> str:
        """The first line that holds the sign of readiness. Raises ChildEnded when it ends first."""
        return await asyncio.shield(self._sign)

    async def ended(self) -> int:
        """Waits for its end; the exit code (negative: the signal that killed it)."""
        return await self.process.wait()

    async def stop(self) -> None:
        """Asks it to stop; after ten seconds it must."""
        if self.process.returncode is None:
            with suppress(ProcessLookupError):
                self.process.terminate()
            try:
                await asyncio.wait_for(self.process.wait(), STOP_SECONDS)
            except TimeoutError:
                self.process.kill()
                await self.process.wait()
        await self._listening

    async def _listen(self) -> None:
        assert self.process.stdout is not None
        async for raw in self.process.stdout:
            line = raw.decode(errors="replace").rstrip()
            if not self._sign.done() and self._ready in line:
                self._sign.set_result(line)
            self._hear(line)
        if not self._sign.done():
            code = await self.process.wait()
            self._sign.set_exception(
                ChildEnded(f"{self.name} has ended with code {code} before it was ready")
            )
            self._sign.exception()  # somebody may never ask: that is no error


@asynccontextmanager
async def child(
    name: str,
    module: Sequence[str],
    *,
    ready: str,
    hear: Callable[[str], None],
    environment: Mapping[str, str],
    keeps: Sequence[int] = (),
) -> AsyncIterator[Child]:
    """`python -m module` in a session of its own while the block runs: Ctrl-C reaches the parent alone.

    `ready` is a part of the line by which it says that it works; `keeps` are open files it inherits.
    """
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot.companion", *module),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        env={**os.environ, "PYTHONUNBUFFERED": "1", **environment},
        start_new_session=True,
        pass_fds=keeps,
        limit=LONGEST_LINE,
    )
    running = Child(name, process, ready, hear)
    try:
        yield running
    finally:
        await running.stop()
