"""A long list a page at a time, whatever it lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Select, func, select

from services.work import Work

Line = TypeVar("Line")
ON_A_PAGE = 8


@dataclass(frozen=True)
class Page(Generic[Line]):
    """Some `lines` of `total`; `at`: which page it is, from 0; `more`: whether another one follows."""

    lines: Sequence[Line]
    total: int
    at: int
    on_a_page: int = ON_A_PAGE

    @property
    def more(self) -> bool:
        """Does another page follow?"""
        return (self.at + 1) * self.on_a_page < self.total


@dataclass(frozen=True)
class Turn:
    """A page to be read: as near to the one asked for as there is one."""

    query: Select[*tuple[Any, ...]]
    total: int
    at: int
    on_a_page: int

    def of(self, lines: Sequence[Line]) -> Page[Line]:
        """The page with what was made of its rows."""
        return Page(lines, self.total, self.at, self.on_a_page)


async def turn(
    work: Work, query: Select[*tuple[Any, ...]], id: Any, at: int, on_a_page: int = ON_A_PAGE
) -> Turn:
    """The page `at` of a query's rows, which `id` tells apart."""
    count = select(func.count()).select_from(query.with_only_columns(id).order_by(None).subquery())
    total = await work.find(count) or 0
    at = min(max(at, 0), max((total - 1) // on_a_page, 0))
    return Turn(query.limit(on_a_page).offset(at * on_a_page), total, at, on_a_page)


async def page(work: Work, query: Select[Line], id: Any, at: int) -> Page[Line]:
    """The page itself, where a line is a row."""
    found = await turn(work, query, id, at)
    return found.of(await work.all(found.query))
