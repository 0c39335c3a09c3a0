"""`marshrut migrate`: bring the tables up to date. Safe to repeat, also while the bot runs."""

from __future__ import annotations

import argparse

import asyncpg  # type: ignore[import-untyped]
from alembic.util import CommandError
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from bot import database
from bot.commands import DONE, Failed, Subparsers
from bot.settings import Settings

OWNER_ONLY = 0o700
UNREACHABLE = (SQLAlchemyError, asyncpg.PostgresError, OSError)


def declare(commands: Subparsers) -> None:
    """The command and its options."""
    command = commands.add_parser("migrate", help="bring the database's tables up to date")
    command.set_defaults(act=act)


def act(asked: argparse.Namespace, settings: Settings) -> int:
    """Migrate, and say so."""
    prepare(settings)
    print(f"The tables of {shown(settings.database)} are up to date.")
    return DONE


def prepare(settings: Settings) -> None:
    """The folder and the tables, ready for work. Raises Failed when either cannot be had."""
    prepare_folders(settings)
    try:
        database.migrate(settings.database)
    except UNREACHABLE as error:
        raise Failed(f"{unreachable(settings.database, error)} `marshrut doctor` looks closer.") from error
    except CommandError as error:
        if database.MOVING in str(error):
            raise Failed(
                f"A move into {shown(settings.database)} was broken off: marshrut move-database again."
            ) from error
        raise Failed(
            f"The database was made by another version of Marshrut ({error}). Update the program."
        ) from error


def prepare_folders(settings: Settings) -> None:
    """DATA_DIR and the folder of the database. Raises Failed."""
    folders = [settings.data_dir]
    if (file := database.sqlite_file(settings.database)) is not None:
        folders.append(file.parent)
    for folder in folders:
        try:
            folder.mkdir(OWNER_ONLY, parents=True, exist_ok=True)
        except OSError as error:
            raise Failed(f"The folder '{folder}' cannot be made: {error.strerror}. See DATA_DIR.") from error


def unreachable(url: str, error: Exception) -> str:
    """Why the database does not answer, in one line without a password."""
    reason = str(getattr(error, "orig", None) or error).strip().splitlines() or [type(error).__name__]
    return f"The database {shown(url)} cannot be used: {reason[0].rstrip('.')}. See DATABASE_URL."


def shown(url: str) -> str:
    """A database's URL without its password; a file by its path."""
    file = database.sqlite_file(url)
    return str(file) if file is not None else make_url(url).render_as_string(hide_password=True)
