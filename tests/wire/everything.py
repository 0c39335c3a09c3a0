"""Rows in every table, whatever it holds: for whoever carries or keeps all of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import JSON, BigInteger, Boolean, Column, Date, Enum, Integer, Table, Time
from sqlalchemy.ext.asyncio import AsyncEngine

from models.base import Base, Instant

ROWS = 7
DAY = date(2026, 9, 14)
MOMENT = datetime(2026, 9, 14, 9, 30, 15, 123457, tzinfo=UTC)
WORDS = 'Ёлка «№ 5», 100 % — it\'s \\ "здесь" 🙂 {}\n'


async def fill(engine: AsyncEngine) -> None:
    """So many rows everywhere, of an SQLite file; each points to rows that are there."""
    for table in Base.metadata.sorted_tables:
        async with engine.begin() as connection:
            await connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            await connection.execute(table.insert(), [_row(table, number) for number in range(1, ROWS + 1)])


def _row(table: Table, number: int) -> dict[str, Any]:
    return {column.name: _value(table, column, number) for column in table.columns}


def _value(table: Table, column: Column[Any], number: int) -> Any:
    if any(one.references(table) for one in column.foreign_keys):
        return number % ROWS + 1  # the one behind it, and the last to the first
    if column.nullable and number % 3 == 0:
        return None
    if column.foreign_keys or column.name == "id":
        return number
    for kind, value in BY_KIND:
        if isinstance(column.type, kind):
            return value(column, number)
    return f"{column.name} {number} {WORDS}" if column.name != "timezone" else f"Zone/{number}"


BY_KIND: tuple[tuple[Any, Any], ...] = (
    (Enum, lambda column, number: list(column.type.enum_class)[number % len(column.type.enum_class)]),
    (Instant, lambda _, number: MOMENT + timedelta(days=number, microseconds=number)),
    (Date, lambda _, number: DAY + timedelta(days=number)),
    (Time, lambda _, number: time(9, number)),
    (Boolean, lambda _, number: bool(number % 2)),
    (JSON, lambda _, number: {"б": [number, 0.1, None, True], "а": WORDS}),
    (BigInteger, lambda _, number: 5_000_000_000 + number),
    (Integer, lambda _, number: number),
)
