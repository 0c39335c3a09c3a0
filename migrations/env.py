"""Alembic's way into the database: the same engine as the bot's, run in Alembic's synchronous world."""

import asyncio

from alembic import context
from sqlalchemy import Connection

import models  # noqa: F401 (maps every table)
from bot.database import open_engine
from models.base import Base


def run(connection: Connection) -> None:
    """Migrate over an open connection."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        compare_type=True,
        render_as_batch=connection.dialect.name == "sqlite",
    )
    with context.begin_transaction():
        context.run_migrations()


async def main() -> None:
    """Open the database, migrate, close it."""
    given = context.get_x_argument(as_dictionary=True).get("url")
    engine = open_engine(given or context.config.get_main_option("sqlalchemy.url") or "")
    async with engine.connect() as connection:
        await connection.run_sync(run)
        await connection.commit()
    await engine.dispose()


asyncio.run(main())
