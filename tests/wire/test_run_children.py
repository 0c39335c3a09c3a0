"""Processes of ours: ready, listened to, stopped, and never left behind; folders and ports that are taken."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from bot import local
from bot.child import Child, ChildEnded, child
from bot.local import LocalRefused

ROOT = Path(__file__).parents[2]
TALKER = """
import signal, sys
print("good morning", flush=True)
print("I am ready", len(sys.argv), file=sys.stderr, flush=True)
signal.pause()
"""
STUBBORN = "import signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\n" + TALKER
HASTY = "import sys\nprint('no time')\nsys.exit(3)\n"


class Nursery:
    """Modules to run, and what they say."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.heard = folder, list[str]()

    def child(self, source: str):  # type: ignore[no-untyped-def]  # what `child` returns
        """`python -m talker one two` with this source."""
        (self.folder / "talker.py").write_text(source)
        path = f"{self.folder}{os.pathsep}{ROOT}"
        return child(
            "The talker",
            ["talker", "one", "two"],
            ready="I am ready",
            hear=self.heard.append,
            environment={"PYTHONPATH": path},
        )


@pytest.fixture
def nursery(tmp_path: Path) -> Nursery:
    """A folder for modules."""
    return Nursery(tmp_path)


def alive(one: Child) -> bool:
    """Whether the process is there."""
    return one.process.returncode is None


async def test_a_child_is_ready_when_it_says_so_and_stopped_at_the_end(nursery: Nursery) -> None:
    async with nursery.child(TALKER) as one:
        assert await one.ready() == "I am ready 3"
        assert (alive(one), nursery.heard) == (True, ["good morning", "I am ready 3"])
    assert one.process.returncode == -signal.SIGTERM


async def test_a_child_that_does_not_stop_is_killed(
    nursery: Nursery, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.child.STOP_SECONDS", 0.05)
    async with nursery.child(STUBBORN) as one:
        await one.ready()
    assert one.process.returncode == -signal.SIGKILL


async def test_a_child_that_ends_before_it_is_ready_is_told_with_its_code(nursery: Nursery) -> None:
    with pytest.raises(ChildEnded, match="The talker has ended with code 3 before it was ready"):
        async with nursery.child(HASTY) as one:
            await one.ready()
    assert nursery.heard == ["no time"]


async def test_a_child_is_stopped_also_when_its_parent_fails(nursery: Nursery) -> None:
    with pytest.raises(ZeroDivisionError):
        async with nursery.child(TALKER) as one:
            await one.ready()
            raise ZeroDivisionError
    assert not alive(one)


def test_a_companion_ends_when_nobody_holds_its_input(nursery: Nursery) -> None:
    (nursery.folder / "talker.py").write_text(TALKER)
    command = [sys.executable, "-m", "bot.companion", "talker"]
    environment = {**os.environ, "PYTHONPATH": f"{nursery.folder}{os.pathsep}{ROOT}"}
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stdout.readline() == b"good morning\n"
        assert process.poll() is None
        process.stdin.close()
        assert process.wait(60) == -signal.SIGTERM


async def test_the_end_of_one_child_is_told_by_its_name(nursery: Nursery) -> None:
    async with nursery.child(TALKER) as one:
        await one.ready()
        waiting = asyncio.create_task(local.until_the_end(asyncio.Event(), [one]))
        one.process.kill()
        with pytest.raises(LocalRefused, match=r"The talker has ended by itself \(code -9\)"):
            await waiting


async def test_a_stop_is_not_mistaken_for_the_end_of_a_child(nursery: Nursery) -> None:
    async with nursery.child(TALKER) as one:
        await one.ready()
        stop = asyncio.Event()
        waiting = asyncio.create_task(local.until_the_end(stop, [one]))
        stop.set()
        await waiting
        assert alive(one)


def test_a_folder_is_used_by_one_run_at_a_time(tmp_path: Path) -> None:
    pauses: list[float] = []
    with local.alone(tmp_path, pauses.append):
        with (
            pytest.raises(LocalRefused, match="Stop it first, or set DATA_DIR"),
            local.alone(tmp_path, pauses.append),
        ):
            raise AssertionError("two runs in one folder")
        assert sum(pauses) == 8
    with local.alone(tmp_path, pauses.append):
        assert sum(pauses) == 8


def test_a_folder_stays_taken_while_a_child_of_a_dead_run_lives(tmp_path: Path) -> None:
    with local.alone(tmp_path, lambda _: None) as lock:
        kept = os.dup(lock)
    pauses = iter([lambda: None, lambda: os.close(kept)])
    with local.alone(tmp_path, lambda _: next(pauses)()):
        assert list(pauses) == []


def test_a_busy_port_gives_way_to_the_next() -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        assert port < local.free_port(port) <= port + local.PORTS_TRIED
    assert local.free_port(port) == port


def test_when_all_ports_are_busy_the_setting_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "PORTS_TRIED", 1)
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        with pytest.raises(LocalRefused, match=f"from {port} on are busy; set LOCAL_PORT"):
            local.free_port(port)
