"""`python -m bench.postman`: what a long queue of notices does to somebody who taps, and how fast it goes.

The bot, SQLite, a queue of notices that are all due, ten people who answer the questionnaire meanwhile; and nobody.
Who has answered everything makes room for the next one, who begins with a message: these replies, too, count for
Telegram's thirty a second, so beside people both are counted together.
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, insert

from bench import ours
from bench.__main__ import FASTEST, plan_for
from bench.contestant import DATABASE, Contestant, count_rows
from bench.figure import Figure
from bench.plan import Outcome
from bench.trial import run_trial
from models.entry import Account
from models.notice import Notice, NoticeState
from models.people import Person

QUEUE, CHATS, AT_ONCE, SECONDS = 100_000, 5_000, 10, 10.0
FIRST_CHAT = 8_000_000_001
LEAST_RATE = 29.0
AS_MUCH = 1.5
"""How much longer an answer may take beside the queue: more is a delay that a person notices."""
LATE = datetime(2026, 1, 12, 9, 0, tzinfo=UTC)


def queue_up(folder: Path, notices: int, chats: int = CHATS) -> None:
    """So many notices, due long ago, for people of whom nobody answers the questionnaire."""
    engine = create_engine(f"sqlite:///{folder / DATABASE}")
    with engine.begin() as connection:
        last = connection.exec_driver_sql("SELECT max(id) FROM people").scalar_one()
        people = range(last + 1, last + 1 + chats)
        connection.execute(insert(Person), [_person(id) for id in people])
        connection.execute(insert(Account), [ours._account(id, FIRST_CHAT + id) for id in people])
        connection.execute(insert(Notice), [_notice(people[n % chats], n) for n in range(notices)])
    engine.dispose()


def _person(id: int) -> dict[str, Any]:
    name = {"full_name": ours.NAME, "search_name": ours.NAME.casefold(), "position": "", "tutor_id": None}
    return {"id": id, "external_id": f"q{id}", "organisation_id": 1, **name}


def _notice(person: int, number: int) -> dict[str, Any]:
    facts = {"kind": "self-analysis-asked", "facts": {"clause": "3.1.4"}, "once": f"q{number}"}
    moments = {"created_at": LATE, "due_at": LATE, "attempts": 0}
    return {"person_id": person, **facts, **moments, "urgent": bool(number % 2), "state": NoticeState.WAITING}


def trial(bot: Contestant, place: Path, notices: int, at_once: int = AT_ONCE) -> tuple[Outcome, float]:
    """So many people beside so many notices; and notices sent a second, over the life of the bot."""
    people = 1 + at_once + int((SECONDS + 3) * FASTEST / bot.questions)
    plan = plan_for(bot, at_once, people, SECONDS, sys.maxsize)
    folder = place / f"queue-{notices}-{at_once}"
    folder.mkdir()
    bot.prepare(folder, plan.ids())
    if notices:
        queue_up(folder, notices)
    rates: list[float] = []

    def stored(kept: Path) -> int:
        rates.append(_rate(kept))
        return count_rows(kept, "SELECT count(*) FROM diagnosis_answers")

    return run_trial(replace(bot, stored=stored), plan, folder), rates[0]


def _rate(folder: Path) -> float:
    """Notices a second, from the first sent to the last; 0 where there were none."""
    database = sqlite3.connect(folder / DATABASE)
    span = "(julianday(max(sent_at)) - julianday(min(sent_at))) * 86400"
    count, seconds = database.execute(f"SELECT count(*), {span} FROM notices WHERE state = 'sent'").fetchone()
    database.close()
    return (count - 1) / seconds if count > 1 else 0.0


def figures(notices: int = QUEUE) -> Iterator[Figure]:
    """The p95 of an answer beside the queue, against the one without; how fast the queue goes, with them and alone."""
    bot = ours.CONTESTANT
    assert bot is not None
    with tempfile.TemporaryDirectory(prefix="bench-postman-") as name:
        quiet, _ = trial(bot, Path(name), 0)
        busy, told = trial(bot, Path(name), notices)
        _, alone = trial(bot, Path(name), notices, 0)
    what = f"p95 of an answer beside {notices} notices, without {quiet.p95:.1f} ms"
    yield Figure(what, busy.p95, "ms", AS_MUCH * quiet.p95)
    both = f"messages a second beside {AT_ONCE} people, {told:.1f} of them notices"
    yield Figure(both, busy.messages / busy.seconds, "", LEAST_RATE, least=True)
    yield Figure(f"notices a second out of {notices}, nobody else there", alone, "", LEAST_RATE, least=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m bench.postman", description=__doc__)
    parser.add_argument("--notices", type=int, default=QUEUE)
    for figure in figures(parser.parse_args().notices):
        print(figure.line(), flush=True)
