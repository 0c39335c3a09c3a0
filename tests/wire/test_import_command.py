"""`marshrut import people`: what the operator types, and what comes of it."""

from __future__ import annotations

import json
import stat
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from sqlalchemy import func, select

from bot import code_list
from models.people import Person
from services.people_codes import Code
from services.people_file import Dialect
from tests.wire.operator import Operator, files
from tests.wire.rosters import csv, row, tutor

TOKEN = "123456789:AAEaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"


def people(operator: Operator) -> int:
    """How many are loaded."""
    return int(operator.asks(lambda session: session.scalar(select(func.count()).select_from(Person))))


def test_people_come_in_and_everybody_gets_a_code_and_a_link(operator: Operator) -> None:
    operator.file("people.csv", csv(row(tutor="8"), row(role="mentor"), tutor()))
    assert operator.types("import", "people", "people.csv", "--codes", "codes.csv") == 0
    first, second = operator.sheet("codes.csv")
    assert (first["external_id"], first["full_name"], first["role"]) == (
        "17",
        "Иванова Галина Петровна",
        "teacher, mentor",
    )
    assert second["role"] == "tutor"
    assert first["link"] == f"https://t.me/marshrut_local_bot?start={first['code']}"
    assert len({first["code"], second["code"]}) == 2
    assert first["code"] not in operator.out + operator.err


def test_the_list_of_codes_is_for_its_owner_alone(operator: Operator) -> None:
    operator.file("people.csv", csv(row()))
    operator.types("import", "people", "people.csv", "--codes", "codes.csv")
    assert stat.S_IMODE((operator.folder / "codes.csv").stat().st_mode) == 0o600
    assert files(operator.folder) == ["codes.csv", "data", "people.csv"]


def test_the_same_file_again_changes_nothing_and_keeps_the_codes(operator: Operator) -> None:
    operator.file("people.csv", csv(row(tutor="8"), tutor()))
    operator.types("import", "people", "people.csv", "--codes", "codes.csv")
    before = (operator.folder / "codes.csv").read_bytes()
    assert operator.types("import", "people", "people.csv", "--codes", "codes.csv") == 0
    assert (operator.folder / "codes.csv").read_bytes() == before
    assert "2 people; nothing changes." in operator.out


def test_codes_are_kept_nowhere_but_in_the_list(operator: Operator) -> None:
    operator.file("people.csv", csv(row(tutor="8"), tutor()))
    operator.types("import", "people", "people.csv", "--codes", "codes.csv")
    code = operator.sheet("codes.csv")[0]["code"]
    whole = (operator.folder / "data" / "marshrut.sqlite").read_bytes()
    assert code.encode() not in whole and code.replace("-", "").encode() not in whole
    operator.types("import", "people", "people.csv", "--codes", "other.csv")
    line = operator.sheet("other.csv")[0]
    assert (line["code"], line["link"]) == ("", "")
    assert line["note"].startswith("given before, valid until") and line["note"].endswith("--again 17")


@pytest.mark.parametrize("whom", [[], ["17"]])
def test_a_lost_code_is_replaced(operator: Operator, whom: list[str]) -> None:
    operator.file("people.csv", csv(row(tutor="8"), tutor()))
    operator.types("import", "people", "people.csv", "--codes", "codes.csv")
    before = operator.sheet("codes.csv")
    assert operator.types("import", "people", "people.csv", "--codes", "codes.csv", "--again", *whom) == 0
    after = operator.sheet("codes.csv")
    changed = [one["external_id"] for one, other in zip(before, after, strict=True) if one != other]
    assert changed == (whom or ["17", "8"])
    assert f"{len(changed):>6} codes new" in operator.out


def test_a_faulty_file_loads_nobody_and_writes_no_list(operator: Operator) -> None:
    operator.file("people.csv", csv(row(), tutor(role="космонавт"), tutor(full_name="")))
    assert operator.types("import", "people", "people.csv", "--codes", "codes.csv") == 1
    assert "nothing is loaded; 2 faults" in operator.err
    assert "  row 3, role: 'космонавт'" in operator.err
    assert "  row 4, full_name: is empty" in operator.err
    assert (people(operator), files(operator.folder)) == (0, ["data", "people.csv"])


def test_a_check_says_what_would_happen_and_changes_nothing(operator: Operator) -> None:
    operator.file("people.csv", csv(row(tutor="8"), tutor(role="head")))
    assert operator.types("import", "people", "people.csv", "--check") == 0
    assert "2 people; this would change:" in operator.out
    assert "please look: row 2, tutor: '8' is no tutor, mentor, deputy head or methodist" in operator.err
    assert (people(operator), files(operator.folder)) == (0, ["data", "people.csv"])


def test_a_check_finds_the_same_faults(operator: Operator) -> None:
    operator.file("people.csv", csv(row(tutor="99")))
    assert operator.types("import", "people", "people.csv", "--check") == 1
    assert "nobody has the external_id '99'" in operator.err


def test_an_old_list_of_codes_stays_when_the_import_fails(operator: Operator) -> None:
    operator.file("codes.csv", "old")
    operator.file("people.csv", csv(row(role="?")))
    operator.types("import", "people", "people.csv", "--codes", "codes.csv")
    assert (operator.folder / "codes.csv").read_text() == "old"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["people.csv"], 2, "--codes OUT.csv is needed"),
        (["people.csv", "--codes", "./people.csv"], 2, "would overwrite the file of people"),
        (
            ["people.csv", "--codes", "nowhere/codes.csv"],
            1,
            "nowhere/codes.csv cannot be written: No such file",
        ),
        (["missing.csv", "--codes", "codes.csv"], 1, "missing.csv: cannot be read: No such file"),
    ],
)
def test_a_command_that_cannot_be_done_is_refused_in_one_line(
    operator: Operator, arguments: list[str], code: int, said: str
) -> None:
    operator.file("people.csv", csv(row()))
    assert operator.types("import", "people", *arguments) == code
    assert said in operator.err
    assert operator.err.count("\n") == 1
    assert people(operator) == 0 if "nowhere" in said else True


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_no_cell_of_the_list_is_a_formula(operator: Operator, sign: str) -> None:
    formula = f'{sign}HYPERLINK("http://example.org";"Иванова")'
    operator.file("people.csv", csv(row(full_name=formula, external_id=f"{sign}17")))
    assert operator.types("import", "people", "people.csv", "--codes", "codes.csv") == 0
    (line,) = operator.sheet("codes.csv")
    assert (line["full_name"], line["external_id"]) == (f"'{formula}", f"'{sign}17")


def test_the_list_of_a_comma_file_has_commas() -> None:
    content = code_list.content(
        [Code("1", "Ян, мл.", (), "X", datetime(2026, 11, 13, tzinfo=UTC))], "bot", Dialect(",", mark=False)
    ).decode()
    assert content.splitlines()[1] == '1,"Ян, мл.",,X,https://t.me/bot?start=X,valid until 2026-11-13'


class BotApi(BaseHTTPRequestHandler):
    """Knows one token."""

    def do_POST(self) -> None:
        """getMe, or 401."""
        known = self.path == f"/bot{TOKEN}/getMe"
        answer = {"ok": True, "result": {"id": 1, "username": "school_bot"}} if known else UNAUTHORIZED
        body = json.dumps(answer).encode()
        self.send_response(200 if known else 401)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


UNAUTHORIZED = {"ok": False, "error_code": 401, "description": "Unauthorized"}


@pytest.fixture
def bot_api() -> Iterator[str]:
    """The address of a Bot API server that knows getMe."""
    server = HTTPServer(("127.0.0.1", 0), BotApi)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_links_lead_to_the_bot_of_the_token(operator: Operator, bot_api: str) -> None:
    operator.sets(bot_token=TOKEN, telegram_api_url=bot_api)
    operator.file("people.csv", csv(row()))
    assert operator.types("import", "people", "people.csv", "--codes", "codes.csv") == 0
    (line,) = operator.sheet("codes.csv")
    assert line["link"] == f"https://t.me/school_bot?start={line['code']}"


@pytest.mark.parametrize("reached", [True, False])
def test_without_telegrams_answer_people_are_loaded_and_links_stay_empty(
    operator: Operator, bot_api: str, reached: bool
) -> None:
    token = "987654321:BBBbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
    operator.sets(bot_token=token, telegram_api_url=bot_api if reached else "http://127.0.0.1:9")
    operator.file("people.csv", csv(row()))
    assert operator.types("import", "people", "people.csv", "--codes", "codes.csv") == 0
    (line,) = operator.sheet("codes.csv")
    assert (line["link"], people(operator)) == ("", 1)
    assert "the links are empty" in operator.err
    assert token not in operator.err + operator.out
