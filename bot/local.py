"""The bot on a local Telegram: two real processes on this machine's loopback, no token needed."""

from __future__ import annotations

import asyncio
import errno
import fcntl
import signal
import socket
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, contextmanager
from itertools import chain
from pathlib import Path

import aiohttp

from bot.child import Child, ChildEnded, child
from bot.demo_town import Seat
from bot.settings import Settings

TOKEN = "1000000001:AAlocal-telegram-of-marshrut-000001"  # noqa: S105 (opens nothing but the local Telegram)
USERNAME = "marshrut_local_bot"
HOST = "127.0.0.1"
START_SECONDS = 60.0
LOCK_TRIES, LOCK_PAUSE = 32, 0.25
PORTS_TRIED = 20

Say = Callable[[str], None]


class LocalRefused(Exception):
    """The local Telegram cannot start, or not go on: one clear line."""


@contextmanager
def alone(folder: Path, pause: Callable[[float], None]) -> Iterator[int]:
    """A lock on the folder, shared by this run and its processes; the number of its file.

    A run that was killed takes its processes with it, which lasts a moment: waits 8 s. Raises LocalRefused.
    """
    with (folder / "local.lock").open("a+") as file:
        for _ in range(LOCK_TRIES):
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                pause(LOCK_PAUSE)
        else:
            raise LocalRefused(
                f"Marshrut runs on the folder '{folder}' already. Stop it first, or set DATA_DIR."
            )
        yield file.fileno()


def free_port(wanted: int) -> int:
    """The wanted port, or the next free one. Raises LocalRefused when the next twenty are busy, too."""
    for port in range(wanted, min(wanted + PORTS_TRIED, 65536)):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError as error:
                if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                    raise
                continue
            return int(probe.getsockname()[1])
    raise LocalRefused(f"The ports from {wanted} on are busy; set LOCAL_PORT to a free one.")


async def run(settings: Settings, seats: Sequence[Seat], lock: int, say: Say) -> None:
    """Both processes, until Ctrl-C or SIGTERM. Raises LocalRefused when one of them ends by itself."""
    stop = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    port = free_port(settings.local_port)
    if port != settings.local_port != 0:
        say(f"Port {settings.local_port} is busy; port {port} is taken instead.")
    address = f"http://{HOST}:{port}"
    say("Starting the bot and a local Telegram ...")
    try:
        async with (
            _telegram(settings, address, lock, say) as telegram,
            _bot(settings, address, lock, say) as bot,
        ):
            if await _before(stop, telegram.ready()):
                await sit_down(address, seats)
            if await _before(stop, bot.ready()):
                say(greeting(address, settings.data_dir))
                await until_the_end(stop, (telegram, bot))
            say("Stopping ...")
    except ChildEnded as ended:
        raise LocalRefused(f"{ended}; its last words stand above.") from ended


def greeting(address: str, folder: Path) -> str:
    """Where to look, and what to do there."""
    return (
        f"\n  Marshrut runs on a local Telegram: {address}\n"
        "  Open it in a browser, choose people on the left, and press START in their chats:\n"
        "  a teacher, her tutor, the head of the school, side by side. The clock above turns the days.\n"
        f"  Everything is kept in '{folder}'. Ctrl-C stops; the next start goes on from there.\n"
    )


async def sit_down(address: str, seats: Sequence[Seat]) -> None:
    """Everybody gets a phone in the local Telegram; who has one keeps it. Raises LocalRefused."""
    try:
        async with aiohttp.ClientSession(raise_for_status=True) as session:
            for seat in seats:
                async with session.post(f"{address}/sim/people", json=seat.asked()):
                    continue
    except aiohttp.ClientError as error:
        raise LocalRefused(f"The local Telegram has no seats for people: {error}") from error


def _telegram(settings: Settings, address: str, lock: int, say: Say) -> AbstractAsyncContextManager[Child]:
    options = {
        "--port": address.rpartition(":")[2],
        "--token": TOKEN,
        "--data": str(settings.data_dir / "telegram"),
        "--clock-offset-file": str(settings.clock_file),
    }
    asked = ["simulator", *chain.from_iterable(options.items())]
    heard = _others_than(address, say)
    return child("The local Telegram", asked, ready=address, hear=heard, environment={}, keeps=(lock,))


def _bot(settings: Settings, address: str, lock: int, say: Say) -> AbstractAsyncContextManager[Child]:
    environment = {
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": address,
        "DATABASE_URL": settings.database,
        "CLOCK_OFFSET_FILE": str(settings.clock_file),
        "SECOND_FACTOR": "off",
    }
    return child(
        "The bot", ["bot", "run"], ready="bot.started", hear=say, environment=environment, keeps=(lock,)
    )


def _others_than(beginning: str, say: Say) -> Say:
    """Passes on every line but those that only this module needs."""
    return lambda line: None if line.startswith(beginning) else say(line)


async def _before(stop: asyncio.Event, sign: Awaitable[str]) -> str | None:
    """The sign, or None when a stop comes before it. Raises ChildEnded, LocalRefused."""
    waiting = asyncio.ensure_future(sign)
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({waiting, stopping}, timeout=START_SECONDS, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if waiting.done():
        return waiting.result()
    waiting.cancel()
    if stop.is_set():
        return None
    raise LocalRefused(f"No sign of life in {START_SECONDS:.0f} seconds.")


async def until_the_end(stop: asyncio.Event, children: Sequence[Child]) -> None:
    """Waits for the stop. Raises LocalRefused, with its name, when a process ends before."""
    stopping = asyncio.create_task(stop.wait())
    ends = {asyncio.create_task(one.ended()): one for one in children}
    await asyncio.wait({stopping, *ends}, return_when=asyncio.FIRST_COMPLETED)
    for task in (stopping, *ends):
        task.cancel()
    if stop.is_set():
        return
    for task, one in ends.items():
        if task.done() and not task.cancelled():
            raise LocalRefused(
                f"{one.name} has ended by itself (code {task.result()}); the other is stopped, too."
            )
