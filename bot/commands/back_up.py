"""`marshrut backup` and `marshrut restore`: an SQLite database and its files, while the bot works, and back."""

from __future__ import annotations

import argparse
from pathlib import Path

from alembic.script import ScriptDirectory
from alembic.util import CommandError

from bot import backup, database
from bot.backup import BackupRefused, Backups
from bot.clock import Clock
from bot.commands import DONE, REFUSED, Failed, Subparsers
from bot.settings import Settings

TOO_MANY_TO_NAME = 5


def declare(commands: Subparsers) -> None:
    """Both commands and their options."""
    made = commands.add_parser("backup", help="a backup of an SQLite database, while the bot works")
    made.add_argument("folder", nargs="?", help="where backups are kept; BACKUP_DIR unless given")
    made.add_argument("--keep", type=int, metavar="N", help="how many stay; BACKUP_KEEP unless given")
    made.set_defaults(act=act)
    back = commands.add_parser(
        "restore", help="put a backup in the place of the database; stop the bot first"
    )
    back.add_argument("backup", help="the folder of one backup: BACKUP_DIR/marshrut-...")
    back.add_argument("--force", action="store_true", help="also where there is data; it is kept beside")
    back.set_defaults(act=restore)


def act(asked: argparse.Namespace, settings: Settings) -> int:
    """Make one, and say where it is. Raises Failed."""
    folder = Path(asked.folder) if asked.folder else settings.backup_dir
    keep = settings.backup_keep if asked.keep is None else asked.keep
    if folder is None:
        raise Failed("Where to? marshrut backup FOLDER, or set BACKUP_DIR.", REFUSED)
    if keep < 1:
        raise Failed("--keep takes 1 or more.", REFUSED)
    backups = Backups(_file(settings), settings.files, folder, keep)
    try:
        made = backups.make(Clock().now())
    except (BackupRefused, OSError) as refused:
        raise Failed(f"No backup was made: {refused}.") from refused
    print(f"{made}: the database and {len(backup.listed(made).files)} files. Kept: {len(backups.all())}.")
    return DONE


def restore(asked: argparse.Namespace, settings: Settings) -> int:
    """Put it in place, and say what is missing. Raises Failed."""
    chosen = Path(asked.backup)
    try:
        _known(backup.listed(chosen).revision)
        missing = backup.restore(chosen, _file(settings), settings.files, asked.force)
    except (BackupRefused, OSError) as refused:
        raise Failed(f"Nothing was restored: {refused}.") from refused
    print(f"{_file(settings)} is as it was at {backup.listed(chosen).made}. Start the bot.")
    if missing:
        named = ", ".join(missing[:TOO_MANY_TO_NAME])
        print(f"Files of evidence that are nowhere: {len(missing)} ({named}).")
    return DONE


def _file(settings: Settings) -> Path:
    """The database's file. Raises Failed for a server."""
    file = database.sqlite_file(settings.database)
    if file is None:
        raise Failed("PostgreSQL has pg_dump and pg_restore: docs/backup.md says how.", REFUSED)
    return file


def _known(revision: str) -> None:
    """Tables that this program can bring up to date. Raises BackupRefused."""
    try:
        ScriptDirectory.from_config(database.alembic_config("sqlite://")).get_revision(revision)
    except CommandError as error:
        raise BackupRefused(f"the backup is of a newer version of Marshrut ({revision})") from error
