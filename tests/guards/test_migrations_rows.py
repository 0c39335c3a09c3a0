"""Rows that are there already survive the migrations, on SQLite and PostgreSQL."""

from __future__ import annotations

from typing import Any

from alembic import command
from sqlalchemy import Connection, text

from bot.database import alembic_config, migrate
from models.calendar_link import mark_of as calendar_mark_of
from models.entry import mark_of
from tests.guards.test_migrations import seen, url  # noqa: F401 (a fixture)

PEOPLE = (
    "INSERT INTO organisations (id, kind, name, municipality, region, timezone, regulation)"
    " VALUES (1, 'school', 'S', 'M', 'R', 'UTC', 'any')",
    "INSERT INTO people (id, external_id, organisation_id, full_name, search_name, position)"
    " VALUES (1, 'p', 1, 'N', 'n', '')",
    "INSERT INTO routes (id, teacher_id, organisation_id, regulation, edition, state, version, created_at)"
    " VALUES (1, 1, 1, 'any', 1, 'draft', 1, '2026-09-14 09:00:00+00:00')",
)
ACCOUNT = (
    "INSERT INTO accounts (id, telegram_id, language, place, place_ids, wrong_codes)"
    " VALUES (1, 7, 'ru', 'entry.consent', :ids, 0)"
)
ROW = (
    "INSERT INTO activities"
    " (id, route_id, author_id, title, competency, presenting, state, reason, version, created_at)"
    " VALUES (:id, 1, 1, 'T', :competency, 'talk', 'planned', '', 1, '2026-09-14 09:00:00+00:00')"
)


def fill(connection: Connection) -> None:
    """A route with two rows as the first edition of the tables kept them."""
    for statement in PEOPLE:
        connection.execute(text(statement))
    connection.execute(text(ROW), [{"id": 1, "competency": "method"}, {"id": 2, "competency": ""}])
    connection.commit()


def rows(connection: Connection) -> Any:
    """What became of them."""
    found = connection.execute(
        text("SELECT competencies, kind, blank, period, starts_on FROM activities ORDER BY id")
    )
    return [tuple(str(cell) for cell in row) for row in found]


def drafts(connection: Connection) -> Any:
    """The count of the route's draft, and its topic."""
    return [tuple(row) for row in connection.execute(text("SELECT draft, topic FROM routes"))]


def first_competency(connection: Connection) -> Any:
    """The column of the first edition."""
    return [row[0] for row in connection.execute(text("SELECT competency FROM activities ORDER BY id"))]


def test_a_row_of_the_plan_keeps_its_competency_as_a_list_of_one(url: str) -> None:  # noqa: F811
    command.upgrade(alembic_config(url), "0001")
    seen(url, fill)
    migrate(url)
    first, second = seen(url, rows)
    assert [cell.replace("'", '"').casefold() for cell in first[:4]] in (
        ['["method"]', "", "[]", "0"],
        ['["method"]', "", "[]", "false"],
    )
    assert (second[0], second[4]) == ("[]", "None")
    assert seen(url, drafts) == [(1, None)]
    command.downgrade(alembic_config(url), "0001")
    assert seen(url, first_competency) == ["method", ""]


def test_of_a_code_its_hash_is_left_and_nobody_stands_before_a_code_of_before(url: str) -> None:  # noqa: F811
    command.upgrade(alembic_config(url), "0001")
    seen(url, fill)
    seen(url, invite)
    migrate(url)
    (invitation,) = seen(
        url, lambda connection: connection.execute(text("SELECT mark, until FROM invitations")).all()
    )
    assert invitation.mark == mark_of("AB12CD34EF") and invitation.until
    places = seen(url, lambda connection: connection.execute(text("SELECT place FROM accounts")).all())
    assert [tuple(one) for one in places] == [("",)]
    command.downgrade(alembic_config(url), "0001")


def invite(connection: Connection) -> None:
    """A code, and somebody who stands before the consent with it."""
    connection.execute(text("INSERT INTO invitations (id, code, person_id) VALUES (1, 'AB12CD34EF', 1)"))
    connection.execute(text(ACCOUNT), {"ids": '{"code": "AB12CD34EF"}'})
    connection.commit()


def test_of_the_address_of_a_calendar_its_hash_is_left_and_still_opens(url: str) -> None:  # noqa: F811
    command.upgrade(alembic_config(url), "0001")
    seen(url, fill)
    command.upgrade(alembic_config(url), "0050")
    seen(url, subscribe)
    migrate(url)
    assert seen(url, lambda one: one.execute(text("SELECT mark, salt FROM calendar_links")).all()) == [
        (calendar_mark_of("T0KEN"), "")
    ]
    command.downgrade(alembic_config(url), "0050")
    assert seen(url, lambda one: one.execute(text("SELECT token FROM calendar_links")).all()) == [(None,)]


def subscribe(connection: Connection) -> None:
    """An address as it was kept before."""
    connection.execute(
        text(
            "INSERT INTO calendar_links (person_id, token, made_at, version)"
            " VALUES (1, 'T0KEN', '2026-09-14 09:00:00+00:00', 1)"
        )
    )
    connection.commit()


def agree(connection: Connection) -> None:
    """One person agrees to edition 1, another one takes it back."""
    for statement in (*PEOPLE[:2], PEOPLE[1].replace("(1, 'p'", "(2, 'q'")):
        connection.execute(text(statement))
    consent = (
        "INSERT INTO consents (person_id, decision, version, language, fingerprint, at)"
        " VALUES (:person, :decision, '1', 'ru', 'f', '2026-09-14 09:00:00+00:00')"
    )
    said = [(1, "agreed"), (2, "agreed"), (2, "withdrawn")]
    connection.execute(text(consent), [{"person": who, "decision": what} for who, what in said])
    connection.commit()


def consents(connection: Connection) -> Any:
    """Who has said what to which purpose and edition."""
    kept = "SELECT person_id, purpose, decision, version FROM consents ORDER BY person_id, purpose, id"
    return [tuple(row) for row in connection.execute(text(kept))]


def test_who_agreed_to_edition_1_agreed_to_what_its_text_named_and_nobody_else(url: str) -> None:  # noqa: F811
    command.upgrade(alembic_config(url), "0055")
    seen(url, agree)
    migrate(url)
    assert seen(url, consents) == [
        (1, "centre", "agreed", "0"),
        (1, "evidence", "agreed", "0"),
        (1, "route", "agreed", "1"),
        (2, "route", "agreed", "1"),
        (2, "route", "withdrawn", "1"),
    ]
    command.downgrade(alembic_config(url), "0055")
    left = seen(
        url, lambda connection: connection.execute(text("SELECT count(*) FROM consents")).scalar_one()
    )
    assert left == 3
