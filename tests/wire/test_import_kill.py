"""`kill -9` while a table is being loaded: nothing is half there, and the same table again loads all of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from bot import import_order
from bot.child import child
from models.entry import Invitation
from models.import_file import LEASE, ImportFile, ImportState
from models.notice import Notice
from models.people import Appointment, Person
from tests.wire.dying import COMMIT
from tests.wire.operator import Operator, files
from tests.wire.processes import PATIENCE, ROOT
from tests.wire.rosters import csv, row
from tests.wire.sent_tables import HEAD, Desk, desk
from tests.wire.workbooks import workbook

COUNT = 300
TABLE = workbook({"Лист1": [HEAD, *((str(n), f"Петрова Анна {n}", "педагог") for n in range(COUNT))]})
MOMENTS = ["INSERT INTO appointments", COMMIT]


class Killed(BaseException):
    """The bot is gone: nothing of it runs any more."""


def dies(monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    """The next children die at this moment."""

    def dying(name: str, module: Sequence[str], **options: Any) -> Any:
        return child(name, ("tests.wire.dying", moment, *module), **options)

    monkeypatch.setattr(import_order, "child", dying)


async def agreed(at: Desk) -> None:
    """The table is sent, read, agreed with."""
    found = await at.sends()
    assert await at.works_off(TABLE) == 1
    await at.agrees(found)


async def states(at: Desk) -> list[ImportState]:
    """How far each file is."""
    return [one.state for one in await at.all(select(ImportFile).order_by(ImportFile.id))]


async def loaded(at: Desk) -> tuple[int, int, int]:
    """How many people, offices and codes there are, beside the deputy head's."""
    people, offices = await at.all(select(Person)), await at.all(select(Appointment))
    return len(people) - 1, len(offices) - 1, len(await at.all(select(Invitation)))


@pytest.mark.parametrize("moment", MOMENTS)
async def test_a_child_killed_while_it_loads_leaves_nothing_and_the_same_file_loads_all(
    tmp_path: Path, empty_database: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    async with desk(tmp_path, empty_database) as at:
        await agreed(at)
        with monkeypatch.context() as patched:
            dies(patched, moment)
            assert await at.works_off(TABLE) == 1
        assert await loaded(at) == (0, 0, 0)
        (found,) = await at.all(select(ImportFile))
        assert (found.state, found.outcome["refused"]["key"]) == (ImportState.REFUSED, "import-file-hard")
        assert len(await at.all(select(Notice))) == 2, "read, and refused"
        await agreed(at)
        assert await at.works_off(TABLE) == 1
        assert await loaded(at) == (COUNT, COUNT, COUNT)
        assert await states(at) == [ImportState.REFUSED, ImportState.LOADED]


async def test_a_table_that_a_crash_has_left_goes_when_nobody_has_it_in_hand(
    tmp_path: Path, empty_database: Path
) -> None:
    async with desk(tmp_path, empty_database) as at:
        await agreed(at)
        assert await at.works_off(TABLE) == 1
        for name in ("1", "import-x7f3"):
            (tmp_path / "imports" / name).mkdir()
            (tmp_path / "imports" / name / "table").write_bytes(TABLE)
        assert await at.works_off(TABLE) == 0
        assert not list((tmp_path / "imports").iterdir())


async def test_a_bot_killed_with_its_child_loads_all_when_it_lives_again(
    tmp_path: Path, empty_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk(tmp_path, empty_database) as at:
        await agreed(at)

        async def both(order: import_order.Order) -> None:
            with pytest.raises(import_order.Failed):
                await at.carry()(order)
            raise Killed

        with monkeypatch.context() as patched, pytest.raises(Killed):
            dies(patched, COMMIT)
            await at.works_off(TABLE, both)
        assert (await loaded(at), await states(at)) == ((0, 0, 0), [ImportState.APPROVED])
        assert await at.works_off(TABLE) == 0, "the child of the dead one may still be at work"
        at.later(LEASE * 1.1)
        assert await at.works_off(TABLE) == 1
        assert (await loaded(at), await states(at)) == ((COUNT, COUNT, COUNT), [ImportState.LOADED])


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_command_killed_while_it_loads_leaves_nothing_and_loads_all_the_next_time(
    operator: Operator, moment: str
) -> None:
    people = csv(*(row(external_id=str(n), full_name=f"Петрова Анна {n}") for n in range(COUNT)))
    operator.file("people.csv", people)
    assert operator.types("migrate") == 0, operator.err
    command = (
        "-m",
        "tests.wire.dying",
        moment,
        "bot",
        "import",
        "people",
        "people.csv",
        "--codes",
        "codes.csv",
    )
    killed = subprocess.run(
        [sys.executable, *command],
        cwd=operator.folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
        timeout=PATIENCE,
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    assert count(operator) == 0 and "codes.csv" not in files(operator.folder)
    assert operator.types("import", "people", "people.csv", "--codes", "codes.csv") == 0, operator.err
    assert count(operator) == COUNT
    assert all(line["code"] for line in operator.sheet("codes.csv"))


def count(operator: Operator) -> int:
    """How many people there are."""
    return int(operator.asks(lambda session: session.scalar(select(func.count()).select_from(Person))))
