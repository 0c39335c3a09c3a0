"""`python -m simulator`: the local Telegram as a process of its own."""

from __future__ import annotations

import argparse
import asyncio
import signal
import time
from pathlib import Path

from simulator.clock import Clock
from simulator.core import TOKEN, Telegram
from simulator.seats import Seats
from simulator.server import LocalServer, serving
from simulator.store import Store


def arguments() -> argparse.Namespace:
    """The command line."""
    line = argparse.ArgumentParser(prog="python -m simulator", description=__doc__)
    line.add_argument("--port", type=int, default=8081, help="0 chooses a free one (default: 8081)")
    line.add_argument(
        "--data", type=Path, help="folder that keeps chats and files; without it all is forgotten"
    )
    line.add_argument("--clock-offset-file", type=Path, help="seconds by which the simulated clock is ahead")
    line.add_argument("--token", default=TOKEN, help="the token of the one bot")
    line.add_argument("--seed", type=int, default=0, help="decides faults and identifiers")
    return line.parse_args()


def build(line: argparse.Namespace) -> LocalServer:
    """Telegram on its clock and its folder."""
    folder: Path | None = line.data
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
    offset = line.clock_offset_file or (folder / "clock-offset" if folder else None)
    clock = Clock(time.time, offset)
    store = Store(folder / "telegram.sqlite") if folder else None
    telegram = Telegram(now=clock, store=store, token=line.token, seed=line.seed)
    return LocalServer(
        telegram, clock, seats=Seats(folder / "seats.json" if folder else None), run=str(time.time_ns())
    )


async def run(line: argparse.Namespace) -> None:
    """Serve until SIGINT or SIGTERM."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    async with serving(build(line), line.port) as address:
        print(address, flush=True)
        await stop.wait()


if __name__ == "__main__":
    asyncio.run(run(arguments()))
