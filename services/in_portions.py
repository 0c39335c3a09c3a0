"""Rows of a query over any number of values: no database takes them all in one statement."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Select

if TYPE_CHECKING:
    from services.work import Work

AT_ONCE = 5_000  # values in one IN (...), well below what SQLite and PostgreSQL take
Row = TypeVar("Row")
Value = TypeVar("Value")


def batched(values: Sequence[Value], size: int = AT_ONCE) -> Iterator[Sequence[Value]]:
    """All of them, so many at a time."""
    for start in range(0, len(values), size):
        yield values[start : start + size]


async def rows(
    work: Work, values: Iterable[Any], query: Callable[[Collection[Any]], Select[Row]]
) -> list[Row]:
    """The rows of a query over all these values."""
    left, found = iter(values), list[Row]()
    while chunk := list(islice(left, AT_ONCE)):
        found += await work.all(query(chunk))
    return found
