"""Who may do what about a route, its things and its people: every use case that takes an id, tried by everybody.

docs/rights.md is what comes out, written anew with MARSHRUT_WRITE_RIGHTS=1; nobody outside may anything (issue 6).
"""

from __future__ import annotations

import importlib
import inspect
import os
import pkgutil
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import date, time, timedelta
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

import services
from models.base import Base
from models.entry import account_of
from models.errors import NotYours, Refusal
from models.evidence import Evidence, EvidenceKind
from regulations.suggestions import Suggestion
from services.catalogue_search import Wish
from services.report_draft import Saying
from services.work import Work
from tests.stories.filled import Filled, filled
from tests.stories.rights import ALSO, AT, GONE, INSIDE, NOBODY, OFFICES, TABLES, At, Life
from tests.stories.town import Guest, Town

UseCase = Callable[..., Awaitable[Any]]
PAGE = Path(__file__).parents[2] / "docs" / "rights.md"
NO = "no"
HEAD = """# Who may do what

Written by `tests/stories/test_rights.py`, which tries every use case that takes an id: by everybody around a route
of Udmurtia (the columns), and by everybody else: a colleague, another tutor, the tutor, head and methodist of before,
people of another school and another region, somebody whose office has ended, somebody who withdrew the consent, a
stranger. They may nothing. `yes`: the rights are there; whether it can be done now depends on how things stand.
Use cases of the yearly round and of topics are tried where the school works by the text that has them (S001).
What an office opens without an id (`staff.reach`, `overview.progress`, …) others may with an office of theirs.
"""


async def live(made: Filled, session: AsyncSession, life: Life) -> None:
    """Things stand otherwise."""
    for name, column, value in life:
        table = Base.metadata.tables[name]
        one = made.ids.get(value, value) if isinstance(value, str) and column.endswith("_id") else value
        await session.execute(update(table).where(table.c.id == made.ids[name]).values({column: one}))


@cache
def use_cases() -> dict[str, UseCase]:
    """Every use case that takes an id of something, by module and name."""
    found = {}
    for module in pkgutil.iter_modules(services.__path__):
        named = importlib.import_module(f"services.{module.name}")
        for name, function in vars(named).items():
            if (
                inspect.iscoroutinefunction(function)
                and function.__module__ == named.__name__
                and name[0] != "_"
            ):
                taken = set(inspect.signature(function).parameters)
                of_a_thing = any(one.endswith("_id") or one in TABLES for one in taken)
                if "work" in taken and (of_a_thing or f"{module.name}.{name}" in OFFICES):
                    found[f"{module.name}.{name}"] = function
    assert OFFICES | INSIDE.keys() | NOBODY.keys() | AT.keys() <= found.keys(), "a use case is gone"
    return {name: function for name, function in sorted(found.items()) if name not in INSIDE}


@cache
def parameters(function: UseCase) -> dict[str, Any]:
    """What a use case must be given, with the types."""
    hints = get_type_hints(function)
    taken = list(inspect.signature(function).parameters.values())[1:]
    return {one.name: hints[one.name] for one in taken if one.default is one.empty or one.name == "drawn"}


def example(kind: Any, today: date) -> Any:
    """Something of this type that a person could have said."""
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind))
    plain: Mapping[Any, Any] = {
        str: "слово",
        int: 1,
        bool: True,
        date: today + timedelta(days=10),
        time: time(10),
        Saying: Saying("слово", 1),
        Wish: Wish(),
        Suggestion: None,
        Evidence: Evidence(kind=EvidenceKind.PHOTO, file_id="f", unique_id="u"),
    }
    if kind in plain:
        return plain[kind]
    choices = [one for one in getattr(kind, "__args__", ()) if one is not type(None)]
    if "Collection" in str(kind) or "Sequence" in str(kind):
        return [example(choices[0], today)]
    return example(choices[0], today)


def arguments(made: Filled, name: str, versions: Mapping[str, int]) -> dict[str, Any]:
    """Ids of what is really there, in the version that is drawn, and an example of everything else."""
    taken = parameters(use_cases()[name])
    otherwise = {**AT.get(name, At()).ids}
    tables = {one: otherwise.get(one, TABLES[one]) for one in taken if one in TABLES}
    given: dict[str, Any] = {one: made.ids[table] for one, table in tables.items()}
    plain = [one for one in taken if one not in tables and one != "drawn"]
    said = AT.get(name, At()).said
    given |= {one: said[one] if one in said else example(taken[one], made.town.today) for one in plain}
    given |= {one: made.within[relation].person_id for one, relation in AT.get(name, At()).whom.items()}
    if "drawn" in taken:
        given["drawn"] = versions.get(next(iter(tables.values())), 1)
    return given


async def outcomes(
    made: Filled, guest: Guest, cases: Mapping[str, dict[str, Any]], life: Life
) -> dict[str, str]:
    """What becomes of each try of one person; whatever it changed is rolled back."""
    left, said = list(cases.items()), {}
    while left:
        with suppress(BackAgain):
            async with made.town.app.sessions() as session, session.begin():
                await live(made, session, life)
                account = (await session.scalars(account_of(guest.telegram_id))).one()
                work = Work(session, account, made.town.now, made.town.app.turn.rules)
                while left:
                    name, given = left.pop(0)
                    said[name] = await outcome(work, name, given)
                    if said[name] != NO or session.new or session.dirty:
                        break
                raise BackAgain
    return said


async def outcome(work: Work, name: str, given: dict[str, Any]) -> str:
    """One try: `no`, or how far it came. A fault shows that the rights were there: the rows here are bare."""
    try:
        await use_cases()[name](work, **given)
    except NotYours:
        return NO
    except Refusal as refusal:
        return f"refused: {refusal.key}"
    except Exception as fault:
        return f"broke: {fault!r}"
    return "may"


class BackAgain(Exception):
    """Nothing of a try stays."""


async def versions(made: Filled) -> dict[str, int]:
    """The versions of the rows."""
    found = {}
    async with made.town.app.sessions() as session, session.begin():
        for table in Base.metadata.sorted_tables:
            if "version" in table.c and "id" in table.c and made.ids.get(table.name):
                row = select(table.c.version).where(table.c.id == made.ids[table.name])
                found[table.name] = await session.scalar(row) or 1
    return found


async def tried(made: Filled) -> dict[str, dict[str, str]]:
    """By use case and relation: what became of it."""
    drawn = await versions(made)
    cases = {name: arguments(made, name, drawn) for name in use_cases()}
    lives = {AT.get(name, At()).life: None for name in cases}
    found: dict[str, dict[str, str]] = {name: {} for name in cases}
    for life in lives:
        alike = {name: given for name, given in cases.items() if AT.get(name, At()).life == life}
        for relation, guest in made.everybody.items():
            for name, said in (await outcomes(made, guest, alike, life)).items():
                found[name][relation] = said
    return found


def page(made: Filled, found: Mapping[str, Mapping[str, str]]) -> str:
    """docs/rights.md."""
    lines = [HEAD, "| | " + " | ".join(made.within) + " |", "|---" * (len(made.within) + 1) + "|"]
    for name, said in found.items():
        cells = ["" if said[relation] == NO else "yes" for relation in made.within]
        lines.append(f"| `{name}` | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def also(made: Filled, name: str) -> frozenset[str]:
    """Who of those outside may, of their own."""
    return frozenset(made.without) - GONE if name in OFFICES else ALSO.get(name, frozenset())


async def test_whoever_has_nothing_to_do_with_a_route_may_nothing_about_it(town: Town) -> None:
    made = await filled(town)
    before = await everything(town)
    found = await tried(made)
    may = {
        name: {one: said[one] for one in made.without if said[one] != NO and one not in also(made, name)}
        for name, said in found.items()
    }
    assert {name: said for name, said in may.items() if said} == {}
    nobody = {name for name, said in found.items() if set(said.values()) == {NO}}
    assert " ".join(sorted(nobody ^ NOBODY.keys())) == "", (
        "a use case that nobody may tells nothing of rights: see AT"
    )
    assert await everything(town) == before
    if os.environ.get("MARSHRUT_WRITE_RIGHTS"):
        PAGE.write_text(page(made, found), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page(made, found)


async def everything(town: Town) -> dict[str, list[Any]]:
    """Every row of every table."""
    async with town.app.sessions() as session, session.begin():
        tables = Base.metadata.sorted_tables
        return {table.name: list((await session.execute(select(table))).all()) for table in tables}
