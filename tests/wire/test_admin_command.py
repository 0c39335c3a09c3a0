"""`marshrut admin second-factor`: a lost phone, a key that is handed over in person."""

from __future__ import annotations

import re
from base64 import b32decode
from datetime import UTC, datetime

from sqlalchemy import select

from models.notice import Notice
from models.second_factor import SecondFactor
from tests.wire.operator import Operator
from tests.wire.rosters import csv, row

TOKEN = "123456789:" + "a" * 35
NAME = "Иванова Галина Петровна"


def loads(operator: Operator, *rows: dict[str, str]) -> None:
    operator.file("people.csv", csv(*rows))
    assert operator.types("import", "people", "people.csv", "--codes", "codes.csv") == 0
    operator.sets(bot_token=TOKEN)


def factors(operator: Operator) -> list[SecondFactor]:
    async def read(session):  # type: ignore[no-untyped-def]
        return list(await session.scalars(select(SecondFactor)))

    found: list[SecondFactor] = operator.asks(read)
    return found


def confirm(operator: Operator) -> None:
    """The person has tapped a code."""

    async def write(session):  # type: ignore[no-untyped-def]
        (one,) = await session.scalars(select(SecondFactor))
        one.set_at = datetime(2026, 9, 14, tzinfo=UTC)

    operator.asks(write)


def test_a_key_is_shown_here_and_counts_by_the_key_of_the_server(operator: Operator) -> None:
    loads(operator, row(external_id="7", full_name=NAME))
    assert operator.types("admin", "second-factor", "--enrol", " иванова  галина петровна") == 0
    assert "█" in operator.out
    letters = re.search(r"^7: ([A-Z2-7]{32})$", operator.out, re.MULTILINE)
    (found,) = factors(operator)
    assert letters and b32decode(letters[1]) == found.secret(TOKEN.encode())
    assert not found.is_set and NAME not in operator.out


def test_a_lost_phone_is_taken_out_once_and_the_person_hears(operator: Operator) -> None:
    loads(operator, row(external_id="7", full_name=NAME))
    assert operator.types("admin", "second-factor", "--reset", "7") == 2
    assert "there is no second code" in operator.err
    operator.types("admin", "second-factor", "--enrol", "7")
    confirm(operator)
    assert operator.types("admin", "second-factor", "--reset", "7") == 0
    assert [one.is_set for one in factors(operator)] == [False]

    async def told(session):  # type: ignore[no-untyped-def]
        return [one.kind for one in await session.scalars(select(Notice))]

    assert operator.asks(told) == ["factor-reset"]
    assert operator.types("admin", "second-factor", "--reset", "7") == 2


def test_nobody_and_several_are_refused_and_so_is_a_server_without_second_codes(operator: Operator) -> None:
    loads(operator, row(external_id="7", full_name=NAME), row(external_id="8", full_name=NAME))
    assert operator.types("admin", "second-factor", "--reset", NAME) == 2
    assert "say which key (7, 8)" in operator.err
    assert operator.types("admin", "second-factor", "--reset", "9") == 2
    operator.sets(second_factor="off")
    assert operator.types("admin", "second-factor", "--reset", "7") == 2
    assert "No second code is asked for" in operator.err
