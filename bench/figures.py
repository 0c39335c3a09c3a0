"""`make bench`: every figure of bench/ beside its target, a line each; under ten minutes.

The long ones have commands of their own: `python -m bench` (three sizes, three rounds), `python -m bench --long N`
(memory), `make soak` (faults).
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bench import files, imports, ours, postman, start, sweep
from bench.__main__ import Bench
from bench.contestant import DURABLE, MEMORY, Contestant
from bench.figure import Figure
from bench.load import figures as load_figures
from bench.plan import Outcome
from tests.machine import server

AT_ONCE, CROWD = 50, 500
SECONDS, ROUNDS = 5.0, 2
SLOWEST_MS = 3000.0
MINUTES = 10.0


def turn() -> Iterator[Figure]:
    """The questionnaire against the two reference bots, interleaved; and five hundred people at once."""
    bot = ours.CONTESTANT
    assert bot is not None
    with tempfile.TemporaryDirectory(prefix="bench-turn-") as name:
        bench = Bench(Path(name))
        bots = (bot, DURABLE, MEMORY)
        runs: dict[str, list[Outcome]] = {one.name: [] for one in bots}
        for turn_of in range(ROUNDS):
            for one in (*bots[turn_of:], *bots[:turn_of]):
                runs[one.name].append(bench.trial(one, AT_ONCE, SECONDS))
        yield from _ratios(bot, runs)
        crowd = bench.trial(bot, CROWD, SECONDS)
        yield Figure(f"{CROWD} people at once, p99", crowd.p99, "ms", SLOWEST_MS)


def _ratios(bot: Contestant, runs: dict[str, list[Outcome]]) -> Iterator[Figure]:
    rate = {name: median(one.rate for one in outcomes) for name, outcomes in runs.items()}
    yield Figure(
        f"{AT_ONCE} people, times the durable reference",
        rate[bot.name] / rate[DURABLE.name],
        "x",
        4,
        least=True,
    )
    yield Figure(
        f"{AT_ONCE} people, times the in-memory reference",
        rate[bot.name] / rate[MEMORY.name],
        "x",
        1.2,
        least=True,
    )


def everything() -> Iterator[Figure]:
    """All figures; those of the sweep where a PostgreSQL answers."""
    yield from turn()
    yield from start.figures()
    yield from files.figures()
    yield from imports.figures()
    yield from postman.figures()
    yield from load_figures.figures()
    if server() is not None:
        yield from sweep.figures()


def _printed() -> None:
    begun = time.monotonic()
    for figure in everything():
        print(figure.line(), flush=True)
    print(Figure("all these figures", (time.monotonic() - begun) / 60, "min", MINUTES).line())


if __name__ == "__main__":
    _printed()
