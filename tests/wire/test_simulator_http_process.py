"""The local Telegram as a process: says where it listens, remembers, heeds the clock file, stops cleanly."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

ROOT = Path(__file__).parents[2]


class Process:
    """A running simulator and its address."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout
        self.process, self.base = process, process.stdout.readline().strip()

    def ask(self, path: str, body: dict[str, Any] | None = None) -> Any:
        """GET, or POST of a JSON body."""
        data = None if body is None else json.dumps(body).encode()
        with urlopen(Request(self.base + path, data), timeout=10) as answer:
            return json.loads(answer.read())

    def stop(self, how: signal.Signals) -> int:
        """End it; the exit code."""
        self.process.send_signal(how)
        return self.process.wait(10)


@contextmanager
def simulator(folder: Path, *options: str) -> Iterator[Process]:
    """`python -m simulator` on a free port."""
    command = [sys.executable, "-m", "simulator", "--port", "0", "--data", str(folder), *options]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield Process(process)
        finally:
            process.kill()


def test_it_remembers_chats_and_seats_over_a_kill_and_a_clean_stop(tmp_path: Path) -> None:
    for how, code in ((signal.SIGKILL, -9), (signal.SIGTERM, 0), (signal.SIGINT, 0)):
        with simulator(tmp_path) as running:
            assert running.base.startswith("http://127.0.0.1:")
            anna = running.ask("/sim/people", {"first_name": "Анна", "user_id": 77, "seat": "учитель"})["id"]
            running.ask(f"/sim/chats/{anna}/text", {"text": how.name})
            assert running.stop(how) == code
    with simulator(tmp_path) as running:
        [person] = running.ask("/sim/people")["people"]
        assert (person["seat"], person["last"]["text"]) == ("учитель", "SIGINT")
        texts = [message["text"] for message in running.ask("/sim/chats/77")["messages"]]
        assert texts == ["SIGKILL", "SIGTERM", "SIGINT"]


def test_the_clock_stands_in_a_file_that_anybody_may_move(tmp_path: Path) -> None:
    file = tmp_path / "clock" / "offset"
    with simulator(tmp_path, "--clock-offset-file", str(file)) as running:
        assert running.ask("/sim/clock")["offset_seconds"] == 0
        running.ask("/sim/clock", {"add_seconds": 3600})
        assert file.read_text().strip() == "3600"
        file.write_text("7200.5\n")
        assert running.ask("/sim/clock")["offset_seconds"] == 7200.5
        file.write_text("nonsense")
        assert running.ask("/sim/clock")["offset_seconds"] == 0


def test_the_token_is_the_one_given(tmp_path: Path) -> None:
    with simulator(tmp_path, "--token", "42:AAother") as running:
        assert running.ask("/bot42:AAother/getMe")["result"]["id"] == 42
