"""`marshrut run` without a token, as real processes: the town, a talk, Ctrl-C, `kill -9`."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
GALINA = "Галина Петровна"


class Run:
    """A running `marshrut run`: what it has printed, its children, the people's side of its Telegram."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process, self.printed = process, ""

    def until(self, words: str) -> str:
        """Reads on until these words (a pattern) have been printed; the line."""
        assert self.process.stdout
        for line in self.process.stdout:
            self.printed += line
            if found := re.search(words, line):
                return found[0]
        raise AssertionError(f"'{words}' was never printed:\n{self.printed}")

    @property
    def address(self) -> str:
        """The page's address, when it has been printed."""
        address = self.until(r"http://127\.0\.0\.1:\d+")
        self.until("Ctrl-C stops")
        return address

    def children(self) -> dict[str, int]:
        """The ids of its processes by their module."""
        found = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return {Path(f"/proc/{child}/cmdline").read_text().split("\0")[3]: int(child) for child in found}

    def end(self) -> int:
        """Reads to the end; the exit code."""
        assert self.process.stdout
        self.printed += self.process.stdout.read()
        return self.process.wait(PATIENCE)


@contextmanager
def running(folder: Path, **settings: str) -> Iterator[Run]:
    """`marshrut run` in a folder, on any free port unless one is named."""
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LOCAL_PORT": "0"} | settings
    command = [sys.executable, "-m", "bot", "run"]
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        try:
            yield Run(process)
        finally:
            process.kill()


def ask(address: str, path: str, body: dict[str, Any] | None = None) -> Any:
    """The people's side of the local Telegram."""
    data = None if body is None else json.dumps(body).encode()
    with urlopen(Request(address + path, data), timeout=PATIENCE) as answer:
        return json.loads(answer.read())


def galina(address: str) -> Any:
    """A teacher of the town."""
    (person,) = [one for one in ask(address, "/sim/people")["people"] if one["first_name"] == GALINA]
    return person


def answer_to_start(address: str) -> list[str]:
    """She presses START; what the bot says to it."""
    person = galina(address)
    number = ask(address, f"/sim/chats/{person['id']}/start", {})["message"]["message_id"]
    latest = 0
    while True:
        said = ask(address, f"/sim/chats/{person['id']}")["messages"]
        after = [one.get("text", "") for one in said if one["by_bot"] and one["message_id"] > number]
        if after:
            return after
        events = ask(address, f"/sim/events?after={latest}&timeout=30")["events"]
        latest = max([latest, *(one.get("n", 0) for one in events)])


def gone(pid: int) -> bool:
    """Whether a process has ended, waiting for a while."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        os.sched_yield()
    return False


def test_the_town_talks_and_goes_on_after_ctrl_c_after_kill_9_and_after_the_death_of_the_bot(
    tmp_path: Path,
) -> None:
    with running(tmp_path) as first:
        address = first.address
        people = ask(address, "/sim/people")["people"]
        assert (len(people), all(one["start"] and one["seat"] for one in people)) == (39, True)
        assert any(GALINA in said for said in answer_to_start(address))
        children = first.children()
        first.process.send_signal(signal.SIGINT)
        assert first.end() == 0
        assert set(children) == {"simulator", "bot"}
        assert all(gone(child) for child in children.values())
    with running(tmp_path) as second:
        address = second.address
        assert galina(address)["last"]["text"]
        assert answer_to_start(address)
        children = second.children()
        second.process.kill()
    with running(tmp_path) as third:
        assert answer_to_start(third.address)
        assert all(gone(child) for child in children.values())
        children = third.children()
        os.kill(children["bot"], signal.SIGKILL)
        assert third.end() == 1
        assert "marshrut: The bot has ended by itself (code -9); the other is stopped, too." in third.printed
        assert all(gone(child) for child in children.values())
    assert "Traceback" not in first.printed + second.printed + third.printed
