"""The command line as a whole: light, documented, and clear about what it cannot do."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from models.people import Role
from services.people_sheet import NEEDED, OPTIONAL
from tests.wire.operator import Operator
from tests.wire.rosters import csv, row

ROOT = Path(__file__).parents[2]
LOOK = """
import sys
from bot.__main__ import main
code = main(sys.argv[1:])
heavy = {"aiogram", "apscheduler", "fluent.runtime", "typst", "simulator"} & set(sys.modules)
sys.exit(f"imported: {heavy}" if heavy else code)
"""


@pytest.mark.parametrize(
    "arguments",
    [["migrate"], ["doctor", "--quick"], ["import", "people", "people.csv", "--codes", "codes.csv"]],
)
def test_no_command_but_run_imports_the_messenger(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "people.csv").write_text(csv(row()))
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    prepared = [sys.executable, "-m", "bot", "migrate"]
    subprocess.run(prepared, cwd=tmp_path, env=environment, check=True, capture_output=True)
    look = [sys.executable, "-c", LOOK, *arguments]
    done = subprocess.run(look, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_help_names_every_command(operator: Operator) -> None:
    assert operator.types("--help") == 0
    for command in ("run", "migrate", "doctor", "import"):
        assert f"\n    {command} " in operator.out


def test_an_unknown_command_is_refused(operator: Operator) -> None:
    assert operator.types("fly") == 2
    assert "invalid choice: 'fly'" in operator.err


def test_tables_are_made_and_making_them_again_does_no_harm(operator: Operator) -> None:
    for _ in range(2):
        assert operator.types("migrate") == 0
        assert operator.out == "The tables of data/marshrut.sqlite are up to date.\n"


def test_the_folder_of_data_is_for_its_owner_alone(operator: Operator) -> None:
    operator.types("migrate")
    assert stat.S_IMODE((operator.folder / "data").stat().st_mode) == 0o700


def test_the_help_of_the_import_names_every_column_and_role(operator: Operator) -> None:
    assert operator.types("import", "people", "--help") == 0
    said = " ".join(operator.out.split())
    assert all(f"{name}" in said for name in (*NEEDED, *OPTIONAL, *Role))


def test_a_folder_that_cannot_be_made_is_refused_in_one_line(operator: Operator) -> None:
    operator.file("data", "a file stands here")
    for command in ("migrate", "run"):
        assert operator.types(command) == 1
        assert operator.err == "marshrut: The folder 'data' cannot be made: File exists. See DATA_DIR.\n"


@pytest.mark.parametrize("command", [["migrate"], ["run"], ["import", "people", "people.csv", "--check"]])
def test_a_database_that_does_not_answer_is_refused_in_one_line_without_its_password(
    operator: Operator, command: list[str]
) -> None:
    operator.file("people.csv", csv(row()))
    operator.sets(database_url="postgresql+asyncpg://bot:p4ssw0rd@127.0.0.1:9/marshrut")
    assert operator.types(*command) == 1
    assert (
        "The database postgresql+asyncpg://bot:[hidden]@127.0.0.1:9/marshrut cannot be used" in operator.err
    )
    assert operator.err.count("\n") == 1
    assert "p4ssw0rd" not in operator.err


def test_a_file_that_is_no_database_is_refused_in_one_line(operator: Operator) -> None:
    (operator.folder / "data").mkdir()
    operator.file(
        "data/marshrut.sqlite", "this is a text and no database, and long enough to be looked at" * 100
    )
    assert operator.types("migrate") == 1
    assert "The database data/marshrut.sqlite cannot be used: file is not a database" in operator.err
    assert operator.err.count("\n") == 1


def test_the_image_holds_what_the_program_reads() -> None:
    kept = {
        line.removeprefix("!")
        for line in (ROOT / ".dockerignore").read_text().splitlines()
        if line[:1] == "!"
    }
    packages = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["packages"]
    assert kept >= {name.partition(".")[0] for name in packages} | {"locales", "migrations", "alembic.ini"}
    assert {"pyproject.toml", "requirements.lock"} <= kept
    assert not [name for name in kept if not (ROOT / name).exists() and name != "README.md"]


def test_the_image_runs_as_nobody_special_from_locked_packages() -> None:
    image = (ROOT / "Dockerfile").read_text()
    assert "--require-hashes -r requirements.lock" in image
    assert image.index("USER marshrut") < image.index('ENTRYPOINT ["marshrut"]')
    assert 'CMD ["marshrut", "doctor", "--quick"]' in image
    lock = (ROOT / "requirements.lock").read_text()
    packages = [line for line in lock.splitlines() if line[:1].isalnum()]
    assert packages
    assert all(line.endswith("\\") for line in packages), "each package is followed by its hashes"
    assert "://" not in lock
