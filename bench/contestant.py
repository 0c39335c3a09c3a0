"""What the bench must know of a bot to run it, load it and check what it kept."""

import sqlite3
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.questions import COUNT

DATABASE = "bench.db"


@dataclass(frozen=True, slots=True)
class Contestant:
    """A bot under load.

    `answer` finds the callback data of buttons which answer the question shown; `onward` of buttons which
    only lead to a question. A person begins by sending `opening`. `questions` is how many answers one person
    gives. `prepare(folder, people)` fills an empty folder for people with these Telegram ids.
    `stored(folder)` counts the answers on the disk once the bot was killed; None for a bot without a promise.
    """

    name: str
    command: tuple[str, ...]
    answer: str
    onward: str
    opening: str
    questions: int
    prepare: Callable[[Path, range], None]
    stored: Callable[[Path], int] | None


def nothing_to_prepare(folder: Path, people: range) -> None:
    """The reference bots meet their people at /start."""


def count_rows(folder: Path, query: str) -> int:
    """The one number that `query` gives on the database of a killed bot."""
    database = sqlite3.connect(folder / DATABASE)
    try:
        return int(database.execute(query).fetchone()[0])
    finally:
        database.close()


MEMORY = Contestant(
    name="memory",
    command=(sys.executable, "-m", "bench.reference_memory"),
    answer="^answer:",
    onward="^(?!)",
    opening="/start",
    questions=COUNT,
    prepare=nothing_to_prepare,
    stored=None,
)
DURABLE = Contestant(
    name="durable",
    command=(sys.executable, "-m", "bench.reference_durable"),
    answer="^answer:",
    onward="^(?!)",
    opening="/start",
    questions=COUNT,
    prepare=nothing_to_prepare,
    stored=lambda folder: count_rows(folder, "SELECT count(*) FROM answer"),
)
