"""`python -m bench.load.figures`: whole routes on SQLite and on PostgreSQL, a line a figure."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator

from bench.figure import Figure
from tests.machine import server

TEACHERS = 6
PARTS = (("sqlite", 1), ("postgres", 1), ("postgres", 2), ("postgres", 4))
CORES_FOR_TWO = 4
"""The generator, two workers, the server of the database: on fewer cores two workers cannot be twice one."""


def run(database: str, workers: int, teachers: int) -> dict[str, float]:
    """One run with nobody thinking, the generator pinned to a core of its own."""
    flags = ("--people", str(teachers), "--seconds", "0", "--think", "0", "--pin", "--json")
    command = (sys.executable, "-m", "bench.load", *flags, "--database", database, "--workers", str(workers))
    ended = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    found: dict[str, float] = json.loads(ended.stdout.splitlines()[-1])
    return found


def figures(teachers: int = TEACHERS) -> Iterator[Figure]:
    """Nothing lost; one worker beside SQLite; two workers beside one, as seen here and as their processor time says."""
    parts = PARTS if server() is not None else PARTS[:1]
    found = {}
    for database, workers in parts:
        one = found[database, workers] = run(database, workers, teachers)
        name = f"{database}, {workers} workers"
        yield Figure(f"{teachers} routes, {name}: lost, twice, not ended", one["faults"], "", 0)
        yield Figure(f"{name}: p99 of an answer", one["p99"], "ms", 3000)
        yield Figure(f"{name}: memory of a worker", one["memory"], "MB", 400)
    if len(parts) > 1:
        sqlite, single, double, _ = (found[part] for part in PARTS)
        yield Figure(
            "a PostgreSQL worker, times SQLite", single["rate"] / sqlite["rate"], "x", 0.7, least=True
        )
        cores = os.cpu_count() or 1
        seen = double["rate"] / single["rate"]
        yield Figure(
            f"two workers, times one, {cores} cores (needs {CORES_FOR_TWO})", seen, "x", 1.5, least=True
        )
        spent = 2 * single["bot"] / double["bot"]
        yield Figure("two workers, times one, by their processor time", spent, "x", 1.5, least=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m bench.load.figures", description=__doc__)
    parser.add_argument("--people", type=int, default=TEACHERS)
    for figure in figures(parser.parse_args().people):
        print(figure.line(), flush=True)
