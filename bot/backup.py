"""Backups of an SQLite database while the bot works, and the way back: whole or not at all (docs/backup.md)."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import orjson

NAME = "marshrut-%Y%m%dT%H%M%SZ"
COMING = ".coming-"
DATABASE, LIST, FILES = "database.sqlite", "backup.json", "files"
KEPT_FILES = "SELECT key, max(size) FROM evidence WHERE key != '' GROUP BY key ORDER BY key"


class BackupRefused(Exception):
    """A backup cannot be made or used: one clear line."""


@dataclass(frozen=True)
class Listed:
    """What a backup says of itself; `files` are the copies of evidence that its database names, with their bytes."""

    made: str
    revision: str
    sha256: str
    files: dict[str, int]


@dataclass(frozen=True)
class Backups:
    """The folder of backups of one database, and of the folder of files where there is one (else they lie in S3).

    Each backup is a folder named by its moment (UTC). The files themselves lie once for all backups beside them.
    """

    database: Path
    files: Path | None
    folder: Path
    keep: int

    def make(self, at: datetime) -> Path:
        """One more backup, looked through; the oldest go, so that `keep` stay. Raises BackupRefused, OSError."""
        if not self.database.exists():
            raise BackupRefused(f"there is no file {self.database}")
        self.folder.mkdir(0o700, parents=True, exist_ok=True)
        for left_over in self.folder.glob(f"{COMING}*"):
            shutil.rmtree(left_over)
        name = at.astimezone(UTC).strftime(NAME)
        coming, there = self.folder / (COMING + name), self.folder / name
        if there.exists():
            raise BackupRefused(f"{there} is there already")
        try:
            coming.mkdir(0o700)
            self._fill(coming, at)
            to_disk(coming)
            coming.rename(there)
        except BaseException:
            shutil.rmtree(coming, ignore_errors=True)
            raise
        to_disk(self.folder)
        self._forget()
        return there

    def _fill(self, coming: Path, at: datetime) -> None:
        copy = coming / DATABASE
        with closing(sqlite3.connect(self.database)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)  # in one go: what is committed at this moment, and nobody waits for it
            target.execute("PRAGMA journal_mode=DELETE")  # one file, without a log beside it
        whole(copy)
        with closing(sqlite3.connect(copy)) as found:
            files = dict(found.execute(KEPT_FILES).fetchall())
            revision = str(found.execute("SELECT version_num FROM alembic_version").fetchone()[0])
        self._copy(files)
        listed = Listed(at.astimezone(UTC).isoformat(), revision, sha256(copy), files)
        (coming / LIST).write_bytes(orjson.dumps(asdict(listed), option=orjson.OPT_INDENT_2))
        for one in (copy, coming / LIST):
            to_disk(one)

    def _copy(self, names: Iterable[str]) -> None:
        """Files that no earlier backup has brought; named by content, none of them ever changes."""
        for name in names:
            if self.files is not None and (self.files / name).exists():
                bring(self.files / name, self.folder / FILES / name)

    def all(self) -> list[Path]:
        """Every finished backup, the oldest first."""
        return sorted(one for one in self.folder.glob("marshrut-*") if (one / LIST).exists())

    def newest(self) -> datetime | None:
        """When the last one was made."""
        there = self.all()
        return datetime.strptime(there[-1].name, NAME).replace(tzinfo=UTC) if there else None

    def _forget(self) -> None:
        """The oldest, and files that no backup names any more."""
        for old in self.all()[: -self.keep]:
            shutil.rmtree(old)
        named = {name for one in self.all() for name in listed(one).files}
        for file in (self.folder / FILES).rglob("*"):
            if file.is_file() and str(file.relative_to(self.folder / FILES)) not in named:
                file.unlink()


def listed(backup: Path) -> Listed:
    """What a backup holds. Raises BackupRefused."""
    try:
        return Listed(**orjson.loads((backup / LIST).read_bytes()))
    except (OSError, orjson.JSONDecodeError, TypeError) as error:
        raise BackupRefused(f"{backup} is no backup of Marshrut") from error


def checked(backup: Path) -> Listed:
    """The same, its database compared with the list and looked through. Raises BackupRefused."""
    found = listed(backup)
    if not (backup / DATABASE).exists() or sha256(backup / DATABASE) != found.sha256:
        raise BackupRefused(f"{backup / DATABASE} is not what was written: take another backup")
    whole(backup / DATABASE)
    return found


def restore(backup: Path, database: Path, files: Path | None, force: bool) -> list[str]:
    """The backup's database in the place of `database`, in one step; the old one stays beside it.

    Returns the files that neither the store nor the backup has. Raises BackupRefused when there is data and no
    `force`, when a bot has the database open, and when the backup is damaged; then nothing is changed.
    """
    found = checked(backup)
    if database.exists():
        if not force:
            raise BackupRefused(
                f"{database} is there: --force puts the backup in its place, and keeps it beside"
            )
        _closed(database)
    coming = database.with_name(f"{database.name}.coming")
    database.parent.mkdir(0o700, parents=True, exist_ok=True)
    shutil.copyfile(backup / DATABASE, coming)
    to_disk(coming)
    if sha256(coming) != found.sha256:
        raise BackupRefused(f"{coming} is not what was copied: is the disk in order?")
    missing = _bring_files(backup, files, found.files)
    for log in ("-wal", "-shm"):
        database.with_name(database.name + log).unlink(missing_ok=True)
    if database.exists():
        _keep_beside(database)
    coming.replace(database)
    to_disk(database.parent)
    return missing


def _closed(database: Path) -> None:
    """Nobody has it open, and its log is in it. Raises BackupRefused."""
    try:
        with closing(sqlite3.connect(database, timeout=0)) as alone:
            mode = alone.execute("PRAGMA journal_mode=DELETE").fetchone()[0]
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return  # damaged: that is why somebody restores
        mode = "busy"
    if mode != "delete":
        raise BackupRefused(f"a bot works on {database}: stop it first")


def _keep_beside(database: Path) -> None:
    """The old database under another name; it stays in its place until the new one takes it."""
    beside = database.with_name(f"{database.name}.before-restore")
    number = 1
    while beside.exists():
        number += 1
        beside = database.with_name(f"{database.name}.before-restore-{number}")
    os.link(database, beside)


def _bring_files(backup: Path, store: Path | None, names: Iterable[str]) -> list[str]:
    """Evidence that the store has no more; returns what is nowhere."""
    if store is None:
        return []
    missing = []
    for name in names:
        kept = backup.parent / FILES / name
        if not (store / name).exists():
            if kept.exists():
                bring(kept, store / name)
            else:
                missing.append(name)
    return missing


def bring(source: Path, target: Path) -> None:
    """A copy of a file that is there whole or not at all; one that is there already stays."""
    if target.exists():
        return
    target.parent.mkdir(0o700, parents=True, exist_ok=True)
    coming = target.with_name(f"{target.name}.coming")
    shutil.copyfile(source, coming)
    to_disk(coming)
    coming.replace(target)


def whole(database: Path) -> None:
    """Looks through a database that nobody uses. Raises BackupRefused."""
    said = ""
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(database)) as found:
        said = str(found.execute("PRAGMA integrity_check(1)").fetchone()[0])
        if said == "ok" and found.execute("PRAGMA foreign_key_check").fetchone() is not None:
            said = "rows that point to nothing"
    if said != "ok":
        raise BackupRefused(f"{database} is damaged ({said or 'no database'})")


def sha256(file: Path) -> str:
    """The checksum of a file's content."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def to_disk(path: Path) -> None:
    """A file's content, or a folder's names, survive a power cut."""
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
