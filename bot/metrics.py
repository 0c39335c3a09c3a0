"""What a process counts of itself, for Prometheus: numbers and kinds, never who or what (docs/watching.md).

Among several workers PROMETHEUS_MULTIPROC_DIR (set before the start) lets any of them speak for all.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    generate_latest,
    multiprocess,
)

REGISTRY = CollectorRegistry()
TURN_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 3.0, 10.0)
TICK_BUCKETS = (0.01, 0.05, 0.25, 1.0, 2.0, 5.0, 20.0, 60.0)

UPDATES = Counter(
    "marshrut_updates",
    "Updates taken, by the task they belong to; again: delivered once more.",
    ["task", "again"],
    registry=REGISTRY,
)
TURNS = Histogram(
    "marshrut_turn_seconds",
    "From an update's arrival to its commit, by task.",
    ["task"],
    buckets=TURN_BUCKETS,
    registry=REGISTRY,
)
REFUSALS = Counter(
    "marshrut_refusals", "What the rules said no to, by kind of refusal.", ["kind"], registry=REGISTRY
)
SLOWED = Counter(
    "marshrut_slowed",
    "Updates of somebody who sends too much, by what was done: waited, unwatched, again (Telegram delivers it later).",
    ["how"],
    registry=REGISTRY,
)
BUGS = Counter("marshrut_bugs", "Errors that nobody foresaw, by where.", ["where"], registry=REGISTRY)
CALLS = Counter(
    "marshrut_calls",
    "Calls of the Bot API by method and end: ok, refused, slow_down, down.",
    ["method", "end"],
    registry=REGISTRY,
)
NOTICES = Counter(
    "marshrut_notices", "Notices in the postman's hand, by how it ended.", ["end"], registry=REGISTRY
)
TICKS = Histogram(
    "marshrut_tick_seconds", "One job of the clock.", ["job"], buckets=TICK_BUCKETS, registry=REGISTRY
)
WAITING = Gauge(
    "marshrut_notices_waiting",
    "Notices that are due and have not gone.",
    registry=REGISTRY,
    multiprocess_mode="mostrecent",
)
OLDEST = Gauge(
    "marshrut_notices_oldest_seconds",
    "How long the oldest of them has been due.",
    registry=REGISTRY,
    multiprocess_mode="mostrecent",
)
ProcessCollector(registry=REGISTRY)


@contextmanager
def timed(histogram: Histogram, label: str) -> Iterator[None]:
    """The seconds that a block takes, also when it fails."""
    began = time.perf_counter()
    try:
        yield
    finally:
        histogram.labels(label).observe(time.perf_counter() - began)


def exposition() -> bytes:
    """Everything as Prometheus reads it; among several workers, of all of them."""
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return generate_latest(REGISTRY)
    everybody = CollectorRegistry()
    multiprocess.MultiProcessCollector(everybody)  # type: ignore[no-untyped-call]
    return generate_latest(everybody)
