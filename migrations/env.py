"""Alembic's way into the database: the same engine as the bot's, run in Alembic's synchronous world."""

import asyncio

from alembic import context
from sqlalchemy import Connection

import models  # noqa: F401 (maps every table)
from bot.database import open_engine
from models.base import Base


def run(connection: Connection) -> None:
    """Migrate over an open connection.

    SQLite changes a table by making it anew under its name; what points to it must not hold that up, and must
    still point to something in the end.
    """
    is_sqlite = connection.dialect.name == "sqlite"
    if is_sqlite:
        _let_tables_go(connection)
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        compare_type=True,
        render_as_batch=is_sqlite,
    )
    with context.begin_transaction():
        context.run_migrations()
        if is_sqlite:
            lost = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            assert not lost, f"rows that point to nothing: {lost[:5]}"


def _let_tables_go(connection: Connection) -> None:
    """Outside a transaction: inside one SQLite does not hear it."""
    cursor = connection.connection.cursor()
    cursor.execute("PRAGMA foreign_keys=OFF")
    cursor.close()


async def main() -> None:
    """Open the database, migrate, close it."""
    given = context.get_x_argument(as_dictionary=True).get("url")
    engine = open_engine(given or context.config.get_main_option("sqlalchemy.url") or "")
    async with engine.connect() as connection:
        await connection.run_sync(run)
        await connection.commit()
    await engine.dispose()


asyncio.run(main())
