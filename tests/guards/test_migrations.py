"""Migrations: up, down and up again, and equal to the models, on SQLite and PostgreSQL (DESIGN 23)."""

from __future__ import annotations

import ast
import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Connection, Integer, MetaData, Table, inspect

import models
from bot.database import alembic_config, migrate, open_engine
from models.base import Base
from tests.guards.tree import ROOT, modules

VERSIONS = ROOT / "migrations" / "versions"


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of each kind."""
    if request.param == "postgres":
        return str(request.getfixturevalue("postgres_url"))
    return f"sqlite+aiosqlite:///{tmp_path / 'empty.sqlite'}"


def seen(url: str, look: Callable[[Connection], Any]) -> Any:
    """What a function sees over a connection."""

    async def open_and_look() -> Any:
        engine = open_engine(url)
        async with engine.connect() as connection:
            found = await connection.run_sync(look)
        await engine.dispose()
        return found

    return asyncio.run(open_and_look())


def tables(connection: Connection) -> set[str]:
    """The names of the tables, without Alembic's own."""
    return set(inspect(connection).get_table_names()) - {"alembic_version"}


def differences(connection: Connection, wanted: MetaData = Base.metadata) -> list[Any]:
    """What Alembic would still change to make the tables equal to the models."""
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, wanted))


def test_up_down_and_up_again(url: str) -> None:
    migrate(url)
    assert seen(url, tables) == set(Base.metadata.tables)
    command.downgrade(alembic_config(url), "base")
    assert seen(url, tables) == set()
    migrate(url)
    assert seen(url, tables) == set(Base.metadata.tables)


def test_the_migrated_tables_are_those_of_the_models(url: str) -> None:
    migrate(url)
    assert seen(url, differences) == []


def test_the_keys_and_indexes_have_the_names_of_the_models(url: str) -> None:
    migrate(url)
    for name, table in Base.metadata.tables.items():
        found = seen(url, lambda connection, name=name: _names(connection, name))
        wanted = {str(one.name) for one in table.foreign_key_constraints} | {
            str(one.name) for one in table.indexes
        }
        assert wanted <= found, name


def _names(connection: Connection, table: str) -> set[str]:
    look = inspect(connection)
    return {str(one["name"]) for one in [*look.get_foreign_keys(table), *look.get_indexes(table)]}


def test_a_made_up_column_is_missed(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'empty.sqlite'}"
    migrate(url)
    more = MetaData()
    for table in Base.metadata.tables.values():
        table.to_metadata(more)
    Table("routes", more, Column("colour", Integer), extend_existing=True)
    kinds = [one[0] for one in seen(url, lambda connection: differences(connection, more))]
    assert kinds == ["add_column"]


def test_there_is_one_line_of_revisions() -> None:
    revisions = ScriptDirectory.from_config(alembic_config("sqlite+aiosqlite://"))
    assert len(revisions.get_heads()) == 1
    assert len(list(VERSIONS.glob("*.py"))) == len(list(revisions.walk_revisions()))


def test_every_module_of_tables_is_known_to_the_models() -> None:
    with_tables = {one.name for one in modules("models") if "__tablename__ = " in one.text}
    imported = {
        f"models.{alias.name}"
        for node in ast.walk(ast.parse(Path(models.__file__).read_text("utf-8")))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert with_tables <= imported
