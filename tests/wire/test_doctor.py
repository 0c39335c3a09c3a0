"""`marshrut doctor`: every problem is seen, named, and comes with what to do."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from bot import check_machine
from regulations import library
from services import rules
from tests.wire.operator import Operator, files
from tests.wire.rosters import csv, row
from tests.wire.test_import_command import TOKEN, bot_api

__all__ = ["bot_api"]


def problems(operator: Operator) -> list[str]:
    """What the last look found wrong."""
    return [
        line.removeprefix("problem").strip()
        for line in operator.out.splitlines()
        if line.startswith("problem")
    ]


@pytest.fixture
def ready(operator: Operator) -> Operator:
    """An operator whose tables are made."""
    operator.types("migrate")
    return operator


def test_when_all_is_well_every_line_says_so(ready: Operator) -> None:
    assert ready.types("doctor") == 0
    *lines, last = ready.out.splitlines()
    assert all(line.startswith("ok ") for line in lines)
    assert last == "Everything is in order."
    seen = [line[9:].split(":")[0] for line in lines]
    wanted = [
        "Telegram",
        "database",
        "migrations",
        "people",
        "data folder",
        "disk",
        "clock",
        "regulations",
        "SQLite",
    ]
    assert [name for name in wanted if name not in seen] == []


def test_a_look_leaves_nothing_behind(ready: Operator) -> None:
    before = files(ready.folder), files(ready.folder / "data")
    ready.types("doctor")
    assert (files(ready.folder), files(ready.folder / "data")) == before


def test_the_quick_look_does_not_ask_telegram(ready: Operator) -> None:
    ready.sets(bot_token=TOKEN, telegram_api_url="http://127.0.0.1:9")
    assert ready.types("doctor", "--quick") == 0
    assert "Telegram" not in ready.out


BROKEN = (
    ("min_months = 6", "month_min = 6", "duration.month_min: unknown key"),
    ('role = "centre_head"', 'role = "minister"', "no role 'minister' in this regulation"),
    ('role = "head"\nact', 'role = "centre_head"\nact', "'centre_head' decides twice in this chain"),
)


@pytest.mark.parametrize(("old", "new", "said"), BROKEN)
def test_a_broken_regulation_is_named_with_file_line_and_key_and_nothing_starts(
    ready: Operator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str, said: str
) -> None:
    folder = tmp_path / "regulations"
    folder.mkdir()
    for file in library.DATA.glob("*.toml"):
        text = file.read_text(encoding="utf-8")
        changed = text.replace(old, new, 1) if file.stem == "udmurtia" else text
        (folder / file.name).write_text(changed, encoding="utf-8")

    def load() -> rules.Rules:
        return rules.Rules(library.load(folder), ())

    monkeypatch.setattr(rules, "load", load)
    assert ready.types("doctor") == 1
    (problem,) = problems(ready)
    assert problem.startswith("regulations: udmurtia.toml, line ")
    assert said in problem
    ready.file("people.csv", csv(row()))
    assert ready.types("import", "people", "people.csv", "--codes", "codes.csv") == 2
    assert ready.err.startswith("marshrut: a regulation cannot be used: udmurtia.toml, line ")


def test_every_regulation_of_the_product_is_looked_at(ready: Operator) -> None:
    assert ready.types("doctor") == 0
    (line,) = [one for one in ready.out.splitlines() if "regulations:" in one]
    assert all(id in line for id in library.load().ids())


def test_nothing_is_there_yet(operator: Operator) -> None:
    assert operator.types("doctor") == 1
    assert problems(operator) == [
        "database: data/marshrut.sqlite is not there yet",
        "data folder: data is not there",
    ]
    assert "what to do: marshrut migrate makes it" in operator.out
    assert files(operator.folder) == []


def test_old_tables_are_a_problem_and_so_are_newer_ones(ready: Operator) -> None:
    for revision in ("0000", "9999"):
        with sqlite3.connect("data/marshrut.sqlite") as base:
            base.execute("UPDATE alembic_version SET version_num = ?", [revision])
        base.close()
        assert ready.types("doctor", "--quick") == 1
        (said,) = problems(ready)
        assert said.startswith(f"migrations: the tables are at {revision}, the program at ")


def test_a_damaged_database_is_a_problem(ready: Operator) -> None:
    file = ready.folder / "data" / "marshrut.sqlite"
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])
    assert ready.types("doctor") == 1
    assert any(said.startswith("database") for said in problems(ready))


def test_a_database_that_does_not_answer_is_a_problem_without_its_password(operator: Operator) -> None:
    operator.sets(database_url="postgresql+asyncpg://bot:p4ssw0rd@127.0.0.1:9/marshrut")
    assert operator.types("doctor", "--quick") == 1
    assert (
        "database: The database postgresql+asyncpg://bot:[hidden]@127.0.0.1:9/marshrut cannot be used"
        in operator.out
    )
    assert "p4ssw0rd" not in operator.out


def test_the_token_is_asked_for_its_bot(ready: Operator, bot_api: str) -> None:
    ready.sets(bot_token=TOKEN, telegram_api_url=bot_api)
    assert ready.types("doctor") == 0
    assert "ok       Telegram: the bot is @school_bot" in ready.out


def test_a_token_that_telegram_does_not_know_is_a_problem(ready: Operator, bot_api: str) -> None:
    other = "987654321:BBBbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
    ready.sets(bot_token=other, telegram_api_url=bot_api)
    assert ready.types("doctor") == 1
    assert problems(ready) == ["Telegram: getMe was refused: 401 Unauthorized"]
    assert "what to do: set BOT_TOKEN to the token that @BotFather shows" in ready.out
    assert other not in ready.out


def test_a_telegram_that_does_not_answer_is_a_problem(ready: Operator) -> None:
    ready.sets(bot_token=TOKEN, telegram_api_url="http://127.0.0.1:9")
    assert ready.types("doctor") == 1
    assert problems(ready) == ["Telegram: http://127.0.0.1:9 does not answer (getMe: ClientConnectorError)"]


def test_a_moved_clock_is_told_and_is_a_problem_with_a_real_token(ready: Operator, bot_api: str) -> None:
    ready.file("clock", "86400\n")
    ready.sets(clock_offset_file="clock")
    assert ready.types("doctor") == 0
    assert "ok       clock: clock moves the clock by 86400 s" in ready.out
    ready.sets(bot_token=TOKEN, telegram_api_url=bot_api)
    assert ready.types("doctor") == 1
    assert problems(ready) == ["clock: clock moves the clock by 86400 s"]


def test_a_clock_file_without_a_number_is_a_problem(ready: Operator) -> None:
    ready.file("clock", "tomorrow")
    ready.sets(clock_offset_file="clock")
    assert ready.types("doctor") == 1
    assert problems(ready) == ["clock: clock holds no number of seconds: the real time is used"]


def test_a_misspelt_setting_is_a_problem_and_a_foreign_one_is_not(ready: Operator) -> None:
    ready.file(".env", "POSTGRES_PASSWORD=x\nWEBHOK_URL=\nlog_format=json\n")
    assert ready.types("doctor") == 1
    assert problems(ready) == ["settings: .env has WEBHOK_URL (is it WEBHOOK_URL?)"]


def test_organisations_by_an_unknown_regulation_or_zone_are_a_problem(ready: Operator) -> None:
    ready.file("people.csv", csv(row()))
    ready.types("import", "people", "people.csv", "--codes", "codes.csv")
    with sqlite3.connect("data/marshrut.sqlite") as base:
        base.execute("UPDATE organisations SET regulation = 'atlantis', timezone = 'Europe/Atlantis'")
    base.close()
    assert ready.types("doctor") == 1
    assert problems(ready) == [
        "organisations: go by regulations that are not there: atlantis",
        "zones of organisations: not known: Europe/Atlantis",
    ]
    assert "people: 1 loaded" in ready.out


def test_a_webhook_that_does_not_answer_is_a_problem_of_the_quick_look(ready: Operator) -> None:
    ready.sets(
        bot_token=TOKEN, webhook_url="https://bot.example.org", webhook_secret="s" * 16, webhook_port="9"
    )
    assert ready.types("doctor", "--quick") == 1
    assert problems(ready) == ["webhook: http://127.0.0.1:9/healthz does not answer"]


def test_a_full_disk_an_old_library_and_a_folder_without_rights_are_problems(tmp_path: Path) -> None:
    assert not check_machine.disk(tmp_path, least=1 << 62).fine
    assert check_machine.disk(tmp_path / "not" / "there", least=1).fine
    assert not check_machine.sqlite((3, 34, 1)).fine
    assert check_machine.sqlite((3, 35, 0)).fine
    locked = tmp_path / "locked"
    locked.write_text("a file where a folder should be")
    assert not check_machine.folder(locked).fine
