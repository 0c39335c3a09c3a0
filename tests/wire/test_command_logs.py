"""Logs: readable or JSON, and nothing in them that opens a door or belongs to a person."""

from __future__ import annotations

import io
import json
import logging

import pytest
import structlog
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError

from bot import logs
from bot.logs import Curtain, Format

TOKEN = "123456789:AAEaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
SECRETS = (TOKEN, "webhook-secret-1234567", "p4ssw0rd")


@pytest.fixture
def paper() -> io.StringIO:
    """Where logs go in this test."""
    return io.StringIO()


def test_a_line_for_people_has_the_time_the_level_the_verb_and_the_ids(paper: io.StringIO) -> None:
    logs.configure("text", stream=paper)
    structlog.get_logger().warning("turn.not_yours", telegram_id=5, key="refusal-not-yours")
    assert paper.getvalue()[20:] == "warning turn.not_yours telegram_id=5 key=refusal-not-yours\n"


def test_a_line_for_machines_is_one_json_object_also_with_a_traceback(paper: io.StringIO) -> None:
    logs.configure("json", stream=paper)
    try:
        raise ValueError('a "quoted"\nword')
    except ValueError:
        structlog.get_logger().exception("turn.bug", number="K7")
    (line,) = paper.getvalue().splitlines()
    told = json.loads(line)
    assert (told["event"], told["level"], told["number"]) == ("turn.bug", "error", "K7")
    assert 'ValueError: a "quoted"\nword' in told["exception"]
    assert told["timestamp"].endswith("Z")


@pytest.mark.parametrize("shape", ["text", "json"])
def test_libraries_speak_in_the_same_shape_and_only_when_something_is_wrong(
    paper: io.StringIO, shape: Format
) -> None:
    logs.configure(shape, stream=paper)
    for name in logs.QUIET:
        logging.getLogger(f"{name}.some.part").info("chatter")
    logging.getLogger("aiogram.event").error("Update id=%s is not handled", 7)
    (line,) = paper.getvalue().splitlines()
    assert "Update id=7 is not handled" in line
    assert shape == "text" or json.loads(line)["level"] == "error"


@pytest.mark.parametrize("shape", ["text", "json"])
def test_no_secret_is_ever_written(paper: io.StringIO, shape: Format) -> None:
    logs.configure(shape, SECRETS, stream=paper)
    log = structlog.get_logger()
    log.info("post.fault", url=f"https://api.telegram.org/bot{TOKEN}/sendMessage", other="555555:" + "x" * 35)
    log.info("start", database="postgresql+asyncpg://bot:p4ssw0rd@db/x", header=b"webhook-secret-1234567")
    try:
        raise ConnectionError(f"POST /bot{TOKEN}/getUpdates")
    except ConnectionError:
        log.exception("poll.fault")
        logging.getLogger("aiohttp.client").exception("at https://user:hunter2@example.org/")
    written = paper.getvalue()
    for secret in (*SECRETS, TOKEN.split(":")[1], "x" * 35, "hunter2"):
        assert secret not in written
    assert written.count(logs.HIDDEN) >= 6


def test_a_fault_of_the_database_does_not_show_what_people_wrote(paper: io.StringIO) -> None:
    logs.configure("json", stream=paper)
    person = {"name": "Иванова Галина"}
    with create_engine("sqlite://").connect() as connection:
        connection.execute(text("CREATE TABLE people (name TEXT UNIQUE)"))
        add = text("INSERT INTO people VALUES (:name)")
        connection.execute(add, person)
        try:
            connection.execute(add, person)
        except IntegrityError:
            structlog.get_logger().exception("turn.bug")
    assert "UNIQUE constraint failed: people.name" in paper.getvalue()
    assert "Иванова" not in paper.getvalue()


def test_postgresqls_details_are_not_shown() -> None:
    said = 'duplicate key\nDETAIL:  Key (full_name)=(Иванова "Г".) already exists.\nHINT: none'
    assert Curtain().over(said) == f"duplicate key\nDETAIL: {logs.HIDDEN}\nHINT: none"


def test_what_a_person_wrote_is_not_quoted_by_an_exception(paper: io.StringIO) -> None:
    logs.configure("text", stream=paper)
    try:
        int("Показали три приёма, Иванова Г. П.")
    except ValueError:
        structlog.get_logger().exception("turn.bug", number="K7")
    told = paper.getvalue()
    assert "Иванова" not in told and "приёма" not in told
    assert "invalid literal for int() with base 10: '[hidden]" in told
