"""Carries everything from one database to another, in portions; a killed move goes on where it was (docs/decisions)."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Connection, Table, bindparam, func, inspect, select, text, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.database import MOVING, alembic_config
from models.base import Base

PORTION = 500
"""Rows that are written, and committed, together."""
MODULUS = 2**256
Say = Callable[[str], None]
Row = Sequence[Any]


class MoveRefused(Exception):
    """The move cannot begin, or has not ended as it should: one clear line."""


@dataclass(frozen=True)
class Content:
    """What a table holds, in whatever order: how many rows, and a sum of their checksums."""

    rows: int
    sum: int


class Move:
    """From `source`, which stands still meanwhile, to `target`, which nobody can use before the end.

    `name` says which source it is: another one may not go on with what this one has begun. The target's revision
    is no revision until everything has come and is the same: no bot starts on a half of the data.
    """

    def __init__(self, source: AsyncEngine, target: AsyncEngine, name: str, say: Say) -> None:
        self._source, self._target, self._say = source, target, say
        self._mark = MOVING + hashlib.sha256(name.encode()).hexdigest()[:20]

    async def run(self, prepare: Callable[[], None]) -> int:
        """Everything; returns how many rows. `prepare` makes the tables of an empty target. Raises MoveRefused."""
        if await self._revision(self._target) is None and not await self._tables():
            await _aside(prepare)
        async with self._source.connect() as source:
            await _hold_still(source)
            await self._agree(source)
            total = 0
            for table in Base.metadata.sorted_tables:
                total += await self._carry(source, table)
            for table in Base.metadata.sorted_tables:
                await self._tie(source, table)
            await self._compare(source)
            await source.rollback()
        await self._finish()
        return total

    async def _agree(self, source: AsyncConnection) -> None:
        """Both have this program's tables, and the target nothing but what this move has brought."""
        head = _head()
        if (there := await source.run_sync(_revision_of)) != head:
            raise MoveRefused(
                f"the tables of the source are at {there}, the program at {head}: marshrut migrate first"
            )
        there = await self._revision(self._target)
        if there == self._mark:
            self._say("A move that was broken off goes on.")
            return
        if there is not None and there.startswith(MOVING):
            raise MoveRefused("the target has a part of another database, whose move was broken off")
        if there != head:
            raise MoveRefused(f"the tables of the target are at {there}, the program at {head}")
        async with self._target.begin() as target:
            for table in Base.metadata.sorted_tables:
                if await target.scalar(select(func.count()).select_from(table)):
                    raise MoveRefused(f"the target has data already (table {table.name}): name an empty one")
            await _set_revision(target, self._mark)

    async def _carry(self, source: AsyncConnection, table: Table) -> int:
        """The rows of a table that are not there yet; what points into the table itself is tied later."""
        async with self._target.connect() as target:
            there = int(await target.scalar(select(func.count()).select_from(table)) or 0)
        own = {column.name for column in _own_references(table)}
        async for rows in _portions(source, table, there):
            brought = [
                {name: None if name in own else value for name, value in row._mapping.items()} for row in rows
            ]
            async with self._target.begin() as target:
                await target.execute(table.insert(), brought)
            there += len(rows)
        if there:
            self._say(f"{table.name}: {there}")
        return there

    async def _tie(self, source: AsyncConnection, table: Table) -> None:
        """References of a table to itself: whom they point to has come by now. May be done again."""
        for column in _own_references(table):
            change = (
                update(table)
                .where(*(one == bindparam(f"key_{one.name}") for one in table.primary_key))
                .values({column.name: bindparam("points_to")})
            )
            async for rows in _portions(source, table, 0):
                ties = [
                    {f"key_{one.name}": row._mapping[one.name] for one in table.primary_key}
                    | {"points_to": row._mapping[column.name]}
                    for row in rows
                    if row._mapping[column.name] is not None
                ]
                if ties:
                    async with self._target.begin() as target:
                        await target.execute(change, ties)

    async def _compare(self, source: AsyncConnection) -> None:
        """Raises MoveRefused when a table is not the same on both sides."""
        async with self._target.connect() as target:
            await _without_hurry(target)
            for table in Base.metadata.sorted_tables:
                here, there = await content(source, table), await content(target, table)
                if here != there:
                    raise MoveRefused(
                        f"table {table.name} is not the same: {here.rows} rows in the source, {there.rows} in "
                        "the target. Somebody has used the source meanwhile? Begin anew with an empty target"
                    )

    async def _finish(self) -> None:
        """Keys go on behind the last one; the target becomes a database of this program."""
        async with self._target.begin() as target:
            if target.dialect.name == "postgresql":
                for table in Base.metadata.sorted_tables:
                    if "id" in table.primary_key.columns:
                        await target.execute(text(NEXT_KEY.format(table.name)))
            await _set_revision(target, _head())

    async def _revision(self, engine: AsyncEngine) -> str | None:
        async with engine.connect() as connection:
            return await connection.run_sync(_revision_of)

    async def _tables(self) -> set[str]:
        async with self._target.connect() as connection:
            return set(await connection.run_sync(lambda one: inspect(one).get_table_names()))


NEXT_KEY = """SELECT setval(sequence, (SELECT coalesce(max(id), 0) + 1 FROM "{0}"), false)
FROM pg_get_serial_sequence('{0}', 'id') AS sequence WHERE sequence IS NOT NULL"""


async def content(connection: AsyncConnection, table: Table) -> Content:
    """What a table holds: the same on SQLite and PostgreSQL."""
    count = total = 0
    async for rows in _portions(connection, table, 0):
        count += len(rows)
        total = (total + sum(map(_checksum, rows))) % MODULUS
    return Content(count, total)


def _checksum(row: Row) -> int:
    written = orjson.dumps(list(row), option=orjson.OPT_SORT_KEYS)
    return int.from_bytes(hashlib.sha256(written).digest(), "big")


async def _portions(connection: AsyncConnection, table: Table, skipped: int) -> AsyncIterator[Sequence[Any]]:
    """The rows of a table by its key, without the first ones."""
    keys = list(table.primary_key)
    query = select(table).order_by(*keys).limit(PORTION)
    rows = (await connection.execute(query.offset(skipped))).all()
    while rows:
        yield rows
        last = [rows[-1]._mapping[key.name] for key in keys]
        rows = (await connection.execute(query.where(tuple_(*keys) > tuple_(*_typed(keys, last))))).all()


def _typed(keys: Sequence[Column[Any]], values: Sequence[Any]) -> list[Any]:
    return [
        bindparam(None, value, type_=key.type, unique=True) for key, value in zip(keys, values, strict=True)
    ]


def _own_references(table: Table) -> list[Column[Any]]:
    return [column for column in table.columns if any(one.references(table) for one in column.foreign_keys)]


async def _hold_still(source: AsyncConnection) -> None:
    """Nobody writes while everything is read; a bot that still runs waits. SQLite's begin does it by itself."""
    await source.begin()
    if source.dialect.name == "postgresql":
        await _without_hurry(source)
        names = ", ".join(f'"{table.name}"' for table in Base.metadata.sorted_tables)
        await source.execute(text(f"LOCK TABLE {names} IN SHARE MODE"))


async def _without_hurry(connection: AsyncConnection) -> None:
    """One side waits while the other reads: a server must not take that for a process that hangs."""
    if connection.dialect.name == "postgresql":
        await connection.execute(text("SET idle_in_transaction_session_timeout = 0"))


def _revision_of(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


async def _set_revision(target: AsyncConnection, revision: str) -> None:
    await target.execute(text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})


def _head() -> str:
    return str(ScriptDirectory.from_config(alembic_config("sqlite://")).get_current_head())


async def _aside(work: Callable[[], None]) -> None:
    """Alembic has a loop of its own."""
    import asyncio

    await asyncio.to_thread(work)
