"""`marshrut backup` while the bot works, every day by itself, and `marshrut restore`: whole or not at all."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from bot import backup, ticks
from bot.backup import BackupRefused, Backups, Listed
from bot.database import migrate
from models.people import Organisation, Person, Role
from tests.stories.town import Town, open_town
from tests.wire.operator import Operator, files

ROOT = Path(__file__).parents[2]
NOON = datetime(2026, 9, 14, 12, tzinfo=UTC)
KEY = "evidence/ab/abcdef"
DIES = """
import os, signal, sys
from bot import backup
count, wanted = 0, int(sys.argv.pop(1))
def mortal(act):
    def acts(*given, **more):
        global count
        count += 1
        if count == wanted:
            os.kill(os.getpid(), signal.SIGKILL)
        return act(*given, **more)
    return acts
backup.shutil.copyfile = mortal(backup.shutil.copyfile)
backup.to_disk = mortal(backup.to_disk)
backup.sha256 = mortal(backup.sha256)
backup.os.link = mortal(backup.os.link)
backup.Path.replace = mortal(backup.Path.replace)
backup.Path.unlink = mortal(backup.Path.unlink)
from bot.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def people(database: Path) -> list[str]:
    """The names in a database that is in order."""
    with closing(sqlite3.connect(database)) as found:
        assert found.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return [name for (name,) in found.execute("SELECT full_name FROM people ORDER BY id")]


def adds(database: Path, name: str) -> None:
    """One more person."""
    engine = create_engine(f"sqlite:///{database}")
    with Session(engine) as session, session.begin():
        session.connection().exec_driver_sql("PRAGMA foreign_keys=ON")
        school = session.get(Organisation, 1) or Organisation(id=1, name="Школа", timezone="Europe/Samara")
        school.municipality = school.region = school.regulation = "x"
        session.add(school)
        session.flush()
        session.add(Person(external_id=name, organisation_id=1, full_name=name))
    engine.dispose()


@pytest.fixture(scope="module")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with every table, as the migrations make it."""
    made = tmp_path_factory.mktemp("migrated") / "bot.sqlite"
    migrate(f"sqlite+aiosqlite:///{made}")
    return made


@pytest.fixture
def home(operator: Operator, migrated: Path) -> Path:
    """The operator's database, with one person in it."""
    database = operator.folder / "data" / "marshrut.sqlite"
    database.parent.mkdir()
    shutil.copy(migrated, database)
    with closing(sqlite3.connect(database)) as found:
        found.execute("PRAGMA journal_mode=WAL")
    adds(database, "Первая")
    return database


def only_backup(operator: Operator, folder: str = "backups") -> Path:
    """The one that is there."""
    [made] = (operator.folder / folder).glob("marshrut-*")
    return made


def test_a_backup_brings_everything_back(operator: Operator, home: Path) -> None:
    assert operator.types("backup", "backups") == 0, operator.err
    made = only_backup(operator)
    assert f"backups/{made.name}: the database and 0 files. Kept: 1.\n" == operator.out
    assert files(made) == ["backup.json", "database.sqlite"]
    adds(home, "Вторая")
    assert operator.types("restore", f"backups/{made.name}") == 1
    assert "is there: --force puts the backup in its place" in operator.err
    assert people(home) == ["Первая", "Вторая"]
    assert operator.types("restore", f"backups/{made.name}", "--force") == 0, operator.err
    assert people(home) == ["Первая"]
    assert people(home.with_name("marshrut.sqlite.before-restore")) == ["Первая", "Вторая"]
    assert operator.types("migrate") == 0


def test_a_lost_database_comes_back_without_force(operator: Operator, home: Path) -> None:
    assert operator.types("backup", "backups") == 0
    log = home.with_name("marshrut.sqlite-wal")
    log.write_bytes(b"the log of a database that is no more")
    home.unlink()
    assert operator.types("restore", str(only_backup(operator))) == 0, operator.err
    assert people(home) == ["Первая"]


@pytest.mark.parametrize("died", range(1, 12))
def test_a_killed_restore_leaves_the_old_or_the_new_whole(operator: Operator, home: Path, died: int) -> None:
    assert operator.types("backup", "backups") == 0
    adds(home, "Вторая")
    asked = ["restore", str(only_backup(operator)), "--force"]
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    line = [sys.executable, "-c", DIES, str(died), *asked]
    done = subprocess.run(line, cwd=operator.folder, env=environment, capture_output=True, check=False)
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    assert done.returncode == -signal.SIGKILL or died > 9
    assert people(home) in (["Первая"], ["Первая", "Вторая"])
    assert operator.types(*asked) == 0, operator.err
    assert people(home) == ["Первая"]


def test_a_restore_under_a_working_bot_is_refused(operator: Operator, home: Path) -> None:
    assert operator.types("backup", "backups") == 0
    with closing(sqlite3.connect(home)) as bot:
        bot.execute("SELECT count(*) FROM people").fetchall()
        assert operator.types("restore", str(only_backup(operator)), "--force") == 1
        assert "a bot works on data/marshrut.sqlite: stop it first" in operator.err
        adds(home, "Вторая")
    assert people(home) == ["Первая", "Вторая"]


def test_a_damaged_backup_is_refused(operator: Operator, home: Path) -> None:
    assert operator.types("backup", "backups") == 0
    made = only_backup(operator)
    with (made / "database.sqlite").open("r+b") as file:
        file.seek(5000)
        file.write(b"rotten")
    assert operator.types("restore", str(made), "--force") == 1
    assert "is not what was written" in operator.err
    assert operator.types("restore", "backups", "--force") == 1
    assert "is no backup of Marshrut" in operator.err
    assert people(home) == ["Первая"]


def test_a_backup_of_a_newer_version_is_refused(operator: Operator, home: Path) -> None:
    with closing(sqlite3.connect(home)) as found:
        found.execute("UPDATE alembic_version SET version_num = '9999'")
        found.commit()
    assert operator.types("backup", "backups") == 0
    assert operator.types("restore", str(only_backup(operator)), "--force") == 1
    assert "of a newer version of Marshrut (9999)" in operator.err


def test_a_damaged_database_makes_no_backup_and_leaves_nothing_half(operator: Operator, home: Path) -> None:
    with closing(sqlite3.connect(home)) as found:
        found.execute("PRAGMA foreign_keys=OFF")
        found.execute("DELETE FROM organisations")
        found.commit()
    assert operator.types("backup", "backups") == 1
    assert "is damaged (rows that point to nothing)" in operator.err
    assert files(operator.folder / "backups") == []


def test_where_to_is_asked(operator: Operator, home: Path) -> None:
    assert operator.types("backup") == 2
    assert operator.types("backup", "backups", "--keep", "0") == 2
    operator.sets(backup_dir="kept")
    assert operator.types("backup") == 0
    assert only_backup(operator, "kept")
    operator.sets(database_url="postgresql+asyncpg://nobody@127.0.0.1:9/nothing")
    assert operator.types("backup") == 2
    assert operator.err == "marshrut: BACKUP_DIR: is for SQLite; PostgreSQL has pg_dump (docs/backup.md)\n"


@pytest.fixture
def backups(tmp_path: Path, migrated: Path) -> Backups:
    """A database with evidence, its files, and no backup yet."""
    made = Backups(tmp_path / "bot.sqlite", tmp_path / "files", tmp_path / "backups", keep=2)
    shutil.copy(migrated, made.database)
    return made


def test_only_so_many_stay_and_files_go_with_the_last_that_names_them(
    backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = backups.folder / "files" / KEY
    (backups.database.parent / "files" / KEY).parent.mkdir(parents=True)
    (backups.database.parent / "files" / KEY).write_bytes(b"a photo")
    monkeypatch.setattr(backup, "KEPT_FILES", f"SELECT '{KEY}', 7")
    first = backups.make(NOON)
    assert backup.listed(first).files == {KEY: 7}
    assert kept.read_bytes() == b"a photo"
    monkeypatch.setattr(backup, "KEPT_FILES", "SELECT '', 0 WHERE 0")
    second = backups.make(NOON + timedelta(days=1))
    assert kept.exists()
    third = backups.make(NOON + timedelta(days=2))
    assert backups.all() == [second, third]
    assert backups.newest() == NOON + timedelta(days=2)
    assert not kept.exists()


def test_lost_files_come_back_and_what_is_nowhere_is_named(backups: Backups, tmp_path: Path) -> None:
    made = backups.make(NOON)
    kept = backups.folder / "files" / KEY
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"a photo")
    names = {KEY: 7, "evidence/no/nowhere": 5}
    found = backup.listed(made)
    listed = Listed(found.made, found.revision, found.sha256, names)
    (made / "backup.json").write_bytes(backup.orjson.dumps(vars(listed)))
    assert backup.restore(made, backups.database, backups.files, force=True) == ["evidence/no/nowhere"]
    assert (tmp_path / "files" / KEY).read_bytes() == b"a photo"


def test_a_full_disk_leaves_the_earlier_backups(backups: Backups, monkeypatch: pytest.MonkeyPatch) -> None:
    first = backups.make(NOON)

    def full(_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "to_disk", full)
    with pytest.raises(OSError, match="No space left"):
        backups.make(NOON + timedelta(days=1))
    assert backups.all() == [first]
    assert files(backups.folder) == [first.name]


def test_a_missing_database_is_named(tmp_path: Path) -> None:
    with pytest.raises(BackupRefused, match="there is no file"):
        Backups(tmp_path / "nothing.sqlite", None, tmp_path / "backups", keep=1).make(NOON)


async def test_a_working_bot_makes_one_a_day(tmp_path: Path, empty_database: Path) -> None:
    async with open_town(tmp_path, empty_database, backups=tmp_path / "backups") as town:
        await stamped(town)
        await town.member("Иванова Галина Петровна", Role.TEACHER)
        await ticks.back_up(town.app)
        await ticks.back_up(town.app)
        assert town.app.backups is not None
        [first] = town.app.backups.all()
        assert people(first / "database.sqlite") == ["Иванова Галина Петровна"]
        town.wait(hours=25)
        await town.member("Петров Олег Ильич", Role.TEACHER)
        await ticks.back_up(town.app)
        _, second = town.app.backups.all()
        assert len(people(second / "database.sqlite")) == 2


async def stamped(town: Town) -> None:
    """The tables of a town were not made by migrations."""
    async with town.app.sessions() as session, session.begin():
        connection = await session.connection()
        await connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32))")
        await connection.exec_driver_sql("INSERT INTO alembic_version VALUES ('0001')")
