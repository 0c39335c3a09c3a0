"""`python -m bench`: three bots, the same load, one after another in turns, on the loopback only.

Whole updates per second of a questionnaire: a person taps an answer, the bot keeps it, answers the callback
and shows the next question. The rounds are interleaved and begin with another bot each time; medians are
quoted.
"""

import argparse
import math
import signal
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack, nullcontext
from pathlib import Path

from bench import ours, report
from bench.contestant import DURABLE, MEMORY, Contestant
from bench.plan import Outcome, Plan
from bench.trial import Beside, run_trial

FASTEST = 3000  # updates a second nobody reaches here: decides how many people wait for a seat
LONG_PEOPLE = 50
LONG_SECONDS = 1800.0
SLOWEST = 50  # updates a second below which a long run is not worth its end


def contestants(only: str | None) -> list[Contestant]:
    """Ours when the seam is filled, and the references; or only the one named."""
    everybody = [bot for bot in (ours.CONTESTANT, DURABLE, MEMORY) if bot is not None]
    return [bot for bot in everybody if only in (None, bot.name)]


def plan_for(bot: Contestant, at_once: int, people: int, seconds: float, updates: int) -> Plan:
    """The load of one trial, in this bot's words."""
    return Plan(at_once, people, seconds, updates, bot.answer, bot.onward, bot.opening)


class Bench:
    """The bots with their prepared folders; each trial works on a copy."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def folder(self, bot: Contestant, people: int) -> Path:
        """The prepared folder for that many people, made at the first use."""
        folder = self.place / f"{bot.name}-{people}"
        if not folder.exists():
            folder.mkdir()
            bot.prepare(folder, plan_for(bot, 1, people, 0, 0).ids())
        return folder

    def trial(self, bot: Contestant, at_once: int, seconds: float, beside: Beside = nullcontext) -> Outcome:
        """One short run against the clock."""
        people = at_once + math.ceil((seconds + 3) * FASTEST / bot.questions)
        plan = plan_for(bot, at_once, people, seconds, sys.maxsize)
        return run_trial(bot, plan, self.folder(bot, people), beside)

    def long(self, bot: Contestant, updates: int) -> Outcome:
        """One long run, until `updates` are done; its limit grows with their number."""
        people = 2 * LONG_PEOPLE + math.ceil((updates + 3 * FASTEST) / bot.questions)
        plan = plan_for(bot, LONG_PEOPLE, people, max(LONG_SECONDS, updates / SLOWEST), updates)
        return run_trial(bot, plan, self.folder(bot, people))


def compare(bench: Bench, bots: Sequence[Contestant], options: argparse.Namespace) -> str:
    """All the short runs, and the report on them."""
    results: dict[tuple[str, int], list[Outcome]] = {
        (bot.name, n): [] for n in options.people for bot in bots
    }
    for at_once in options.people:
        for turn in range(options.rounds):
            for bot in [*bots[turn % len(bots) :], *bots[: turn % len(bots)]]:
                outcome = bench.trial(bot, at_once, options.seconds)
                results[bot.name, at_once].append(outcome)
                print(
                    f"{at_once} people, round {turn + 1}, {bot.name}: {outcome.rate:.0f} updates/s",
                    flush=True,
                )
    parts = (report.table(results), report.ratios(results, options.people), report.remarks(results))
    return "\n\n".join(part for part in parts if part)


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The flags."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "--people", type=lambda text: [int(part) for part in text.split(",")], default=[1, 50, 500]
    )
    parser.add_argument("--seconds", type=float, default=8.0, help="length of one window of measurement")
    parser.add_argument("--rounds", type=int, default=3, help="windows per bot and number of people")
    parser.add_argument("--only", choices=["ours", "durable", "memory"])
    parser.add_argument(
        "--long", type=int, metavar="UPDATES", help="a memory run instead, of ours unless --only"
    )
    return parser.parse_args(arguments)


def main(arguments: Sequence[str]) -> int:
    """Run what the flags say and print the report."""
    options = parse(arguments)
    # An exception unwinds the trial and ends its processes; the signal's default would leave them.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    bots = contestants(options.only or ("ours" if options.long else None))
    if ours.CONTESTANT is None:
        print("Ours does not take part: bench/ours.py is not filled.")
    if not bots:
        return 1
    with ExitStack() as stack:
        bench = Bench(Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-"))))
        if options.long:
            print(report.memory(bench.long(bots[0], options.long)))
        else:
            print("\n" + compare(bench, bots, options))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
