"""The bench itself runs: a reference bot is started, loaded over HTTP and killed, its answers counted."""

import subprocess
import sys
from pathlib import Path

import pytest

LOAD_SECONDS = 300
ROOT = Path(__file__).parents[2]


def bench(*flags: str) -> str:
    """What `python -m bench` prints."""
    command = [sys.executable, "-m", "bench", *flags]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


@pytest.mark.parametrize("name", ["ours", "durable"])
def test_a_durable_bot_keeps_every_answer_through_a_kill(name: str) -> None:
    printed = bench("--only", name, "--people", "3", "--seconds", "1", "--rounds", "1")
    headings, row = (line.split() for line in printed.strip().splitlines()[-2:])
    assert headings[0] == "bot"
    assert row[:2] == [name, "3"]
    assert int(row[2]) > 0
    assert row[-1] == "all"


def test_a_long_run_reports_memory_and_its_slope() -> None:
    printed = bench("--only", "memory", "--long", "200")
    assert "KiB per 1000 updates" in printed
    updates = int(printed.split(" updates in ")[0].split()[-1])
    assert updates >= 200


def test_a_whole_route_is_walked_under_load_and_nothing_is_lost() -> None:
    command = [sys.executable, "-m", "bench.load", "--people", "1", "--seconds", "0", "--think", "0"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=LOAD_SECONDS, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "1 routes to their end" in run.stdout
    assert "errors in the log: 0; faults: 0" in run.stdout
