"""What the database of the bot under load holds, and whether it is what everybody did."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncEngine

from bench.load.day import Days
from bench.load.phone import Street
from bench.load.signing import SIGN
from bench.load.teacher import ACCEPTED, APPROVED, ROWS, Way
from bot.database import sqlite_file
from models.notice import Notice, NoticeState
from models.people import Role

TAKEN_BACK = timedelta(minutes=10)
ANSWERS = (
    "SELECT teacher_id, statement, value FROM diagnosis_answers JOIN diagnoses ON diagnoses.id = diagnosis_id"
)
ROUTES = "SELECT teacher_id, state FROM routes"
REPORTS = """SELECT teacher_id, count(*) FROM reports JOIN routes ON routes.id = route_id
WHERE reports.state = 'accepted' GROUP BY teacher_id"""
EVIDENCE = "SELECT count(DISTINCT unique_id) FROM evidence"
SIGNED = "SELECT count(*) FROM paper_slots WHERE state = 'signed'"
TWICE = "SELECT kind, count(*) FROM notices WHERE attempts > 1 GROUP BY kind"
LEFT = """SELECT kind, count(*) FROM notices
WHERE state IN ('sending', 'dropped') OR (state = 'waiting' AND urgent) GROUP BY kind"""


async def rows(engine: AsyncEngine, query: str) -> list[Any]:
    """The rows of a query."""
    async with engine.connect() as connection:
        return [tuple(row) for row in await connection.execute(text(query))]


async def one(engine: AsyncEngine, query: str) -> int:
    """The one number of a query."""
    return int((await rows(engine, query))[0][0])


async def waiting(engine: AsyncEngine, now: datetime) -> tuple[int, int]:
    """How many notices are due or in hand, and how many with those that can still be taken back."""
    return await _due(engine, now), await _due(engine, now + TAKEN_BACK)


async def _due(engine: AsyncEngine, at: datetime) -> int:
    due = (Notice.state == NoticeState.WAITING) & (Notice.due_at <= at)
    async with engine.connect() as connection:
        counted = select(func.count()).where(due | (Notice.state == NoticeState.SENDING))
        return int(await connection.scalar(counted) or 0)


async def size(engine: AsyncEngine) -> int:
    """Bytes of the database, indexes and all."""
    file = sqlite_file(str(engine.url))
    if file is None:
        return await one(engine, "SELECT pg_database_size(current_database())")
    return sum(path.stat().st_size for path in (file, Path(f"{file}-wal")) if path.exists())


async def faults(engine: AsyncEngine, days: Days) -> list[str]:
    """Everything that was lost, done twice, or ended otherwise than it should; nothing where all is well."""
    found = [*days.stuck, *_letters(days.street, days)]
    taken = await one(engine, "SELECT count(*) FROM taken_updates")
    if taken != days.street.updates:
        found.append(f"updates: {days.street.updates} done, {taken} taken")
    found += await _answers(engine, days.ways) + await _ends(engine, days.ways)
    sent, kept = sum(way.reports for way in days.ways), await one(engine, EVIDENCE)
    if sent != kept:
        found.append(f"photos: {sent} sent, {kept} kept")
    own = sum(phone.letters_begun(SIGN) for phone in days.street.phones.values())
    signed = await one(engine, SIGNED)
    if own != signed and not days.stuck:
        found.append(f"signatures: asked for {own} times, {signed} given")
    found += [f"notice sent more than once: {kind}, {count}" for kind, count in await rows(engine, TWICE)]
    return found + [f"notice not sent: {kind}, {count}" for kind, count in await rows(engine, LEFT)]


def _letters(street: Street, days: Days) -> list[str]:
    """What must have come to each phone exactly once."""
    found = []
    for way in days.ways:
        phone = street.phones[way.member.phone]
        wanted = {APPROVED: way.at not in ("", "comes_in"), ACCEPTED: len(ROWS)}
        if way.at != "known":
            continue
        for said, count in wanted.items():
            if (heard := phone.heard(said)) != count:
                found.append(f"{phone.name} heard «{said}» {heard} times instead of {int(count)}")
    for phone in street.phones.values():
        twice = [
            data
            for data, count in phone.letters.items()
            if count > 1 and data.startswith(("rv:accept", "fe:held", "er:read"))
        ]
        found += [f"{phone.name} got {data} twice" for data in twice]
    return found


async def _answers(engine: AsyncEngine, ways: list[Way]) -> list[str]:
    kept: dict[int, dict[int, int]] = {}
    for teacher, statement, value in await rows(engine, ANSWERS):
        kept.setdefault(teacher, {})[statement] = value
    return [
        f"{way.member.name}: {len(way.steps)} answers given, {len(kept.get(way.member.id, {}))} kept as given"
        for way in ways
        if dict(enumerate(way.steps)) != kept.get(way.member.id, {})
    ]


async def _ends(engine: AsyncEngine, ways: list[Way]) -> list[str]:
    states, accepted = dict(await rows(engine, ROUTES)), dict(await rows(engine, REPORTS))
    found = []
    for way in ways:
        who = way.member
        wanted = "closed" if way.at == "known" else states.get(who.id)
        if states.get(who.id) != wanted or (wanted == "closed" and accepted.get(who.id) != len(ROWS)):
            found.append(f"{who.name}: {states.get(who.id)}, {accepted.get(who.id, 0)} reports accepted")
    return found


def by_role(days: Days) -> Counter[Role]:
    """How many updates each role sent."""
    found: Counter[Role] = Counter()
    for way in days.ways:
        found[Role.TEACHER] += days.street.phones[way.member.phone].updates
    for desk in days.desks:
        found[desk.member.role] += desk.phone.updates
    return found
