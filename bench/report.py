"""The tables which the bench prints."""

from collections.abc import Mapping, Sequence
from statistics import median

from bench.plan import Outcome

Rounds = Sequence[Outcome]

HEADINGS = (
    "bot", "people", "updates/s", "(lowest-highest)", "p50 ms", "p95 ms", "p99 ms", "oldest ms",
    "RSS MB", "bot CPU", "load CPU", "others", "letters", "repeated", "kept",
)  # fmt: skip


def _middle(rounds: Rounds, name: str) -> float:
    return float(median(getattr(outcome, name) for outcome in rounds))


def _kept(rounds: Rounds) -> str:
    """Answers found on the disk after the kill, beside those whose next question had been seen."""
    if any(outcome.stored is None for outcome in rounds):
        return "-"
    lost = sum(max(outcome.answers - (outcome.stored or 0), 0) for outcome in rounds)
    return f"LOST {lost}" if lost else "all"


def row(name: str, people: int, rounds: Rounds) -> tuple[str, ...]:
    """One line of the table: medians over the rounds."""
    rates = [outcome.rate for outcome in rounds]
    latencies = [f"{_middle(rounds, part):.1f}" for part in ("p50", "p95", "p99", "oldest")]
    shares = [median(outcome.cpu[who] for outcome in rounds) for who in ("bot", "load", "others")]
    return (
        name,
        str(people),
        f"{median(rates):.0f}",
        f"({min(rates):.0f}-{max(rates):.0f})",
        *latencies,
        f"{_middle(rounds, 'peak_kib') / 1024:.0f}",
        *(f"{share:.0%}" for share in shares),
        f"{_middle(rounds, 'letters'):.0f}",
        str(sum(outcome.repeated for outcome in rounds)),
        _kept(rounds),
    )


def table(results: Mapping[tuple[str, int], Rounds]) -> str:
    """Everything measured, one line per bot and number of people."""
    lines = [HEADINGS, *(row(name, people, rounds) for (name, people), rounds in results.items())]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
    return "\n".join(
        "  ".join(cell.rjust(width) for cell, width in zip(line, widths, strict=True)) for line in lines
    )


def ratios(results: Mapping[tuple[str, int], Rounds], people: Sequence[int]) -> str:
    """How many times faster ours is than each reference, and its p95 as a part of theirs."""
    lines = []
    for reference in ("durable", "memory"):
        for count in people:
            ours, theirs = results.get(("ours", count)), results.get((reference, count))
            if ours and theirs:
                speed = _middle(ours, "rate") / _middle(theirs, "rate")
                p95 = _middle(ours, "p95") / _middle(theirs, "p95")
                lines.append(f"ours / {reference}, {count} people: {speed:.2f} x updates/s, {p95:.2f} x p95")
    return "\n".join(lines)


def remarks(results: Mapping[tuple[str, int], Rounds]) -> str:
    """What the reader must know before believing a figure."""
    lines = []
    for (name, people), rounds in results.items():
        for number, outcome in enumerate(rounds, 1):
            where = f"{name}, {people} people, round {number}"
            if outcome.unknown:
                lines.append(f"{where}: methods this server does not know: {outcome.unknown}")
            if outcome.complaint:
                lines.append(f"{where}: {outcome.complaint}; the window was {outcome.seconds:.1f} s")
            if outcome.cpu["load"] > 0.7:
                lines.append(f"{where}: the load server used {outcome.cpu['load']:.0%} of a core")
    return "\n".join(lines)


def memory(outcome: Outcome) -> str:
    """The long run: resident memory of the bot against updates done, and its slope over the second half."""
    points = outcome.memory
    half = [point for point in points if point[0] >= points[-1][0] / 2]
    marks = [points[len(points) * part // 4 - (part == 4)] for part in range(5)]
    return "\n".join((
        f"{outcome.updates} updates in {outcome.seconds:.0f} s, {outcome.rate:.0f} updates/s",
        "resident: " + ", ".join(f"{kib / 1024:.1f} MB after {done}" for done, kib in marks),
        f"peak {outcome.peak_kib / 1024:.1f} MB, end {points[-1][1] / 1024:.1f} MB, "
        f"second half {_slope(half):+.1f} KiB per 1000 updates",
    ))  # fmt: skip


def _slope(points: Sequence[tuple[int, int]]) -> float:
    """Least squares, KiB per 1000 updates."""
    middle_x = sum(x for x, _ in points) / len(points)
    middle_y = sum(y for _, y in points) / len(points)
    spread = sum((x - middle_x) ** 2 for x, _ in points)
    return 1000 * sum((x - middle_x) * (y - middle_y) for x, y in points) / spread if spread else 0.0
