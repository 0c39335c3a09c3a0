"""The town of the demonstration: loadable by the same import, and with everybody whom a story needs."""

from __future__ import annotations

import asyncio
import re
from collections import Counter

import pytest
from sqlalchemy import func, select

from bot import demo_town
from bot.clock import Clock
from bot.settings import Settings
from models.people import ROUTE_ROLES, Person, Role
from regulations import library
from regulations.schema import Regulation
from services import people_file, people_sheet
from services.people_sheet import Roster
from tests.wire.operator import Operator
from tests.wire.rosters import csv, row


@pytest.fixture(scope="module")
def town() -> Roster:
    """The shipped file, checked."""
    return people_sheet.checked(people_file.read(demo_town.TOWN), library.load().ids(), {})


def test_the_town_has_centres_schools_and_every_office(town: Roster) -> None:
    assert town.warnings == []
    assert Counter(one.centre for one in town.organisations.values()) == {True: 4, False: 6}
    offices = {role for person in town.people.values() for _, role in person.offices}
    assert offices == set(Role)


@pytest.mark.parametrize("regulation", library.load().regulations, ids=lambda one: one.id)
def test_each_regulation_has_a_school_with_everybody_its_text_names(
    town: Roster, regulation: Regulation
) -> None:
    schools = {key for key, one in town.organisations.items() if one.regulation == regulation.id}
    offices = {role for person in town.people.values() for key, role in person.offices if key in schools}
    papers = ("card", "correction", "conclusions")
    signers = {
        role
        for kind in papers
        for stage in regulation.signing.stages(kind, chained=True)
        for slot in stage
        for role in slot.roles
    }
    team = regulation.team
    beside = {role for group in (team.drafting, team.reviewers, team.helpers) for role in group.roles}
    assert schools
    named = {regulation.walker, *team.companions, *signers, *beside}
    assert {role.value for role in offices} >= named


def test_every_teacher_but_one_has_somebody_beside_and_one_tutor_is_a_teacher_too(town: Roster) -> None:
    roles = {external_id: {role for _, role in person.offices} for external_id, person in town.people.items()}
    alone = [one for one, held in roles.items() if held & ROUTE_ROLES and not town.people[one].tutor]
    assert alone == ["demo-30"]  # their text leaves the route to the teacher
    assert [one for one, held in roles.items() if held == {Role.TEACHER, Role.TUTOR}] == ["demo-10"]


def seats(_: Operator) -> list[demo_town.Seat]:
    """Who sits at the local Telegram."""
    return asyncio.run(demo_town.seats(Settings(), Clock()))


def test_an_empty_database_gets_the_town_and_phones_that_stay_the_same(operator: Operator) -> None:
    operator.types("migrate")
    first, again = (seats(operator) for _ in range(2))
    assert (first == again, len(first)) == (True, 39)
    galina = first[0]
    assert (galina.first_name, galina.last_name) == ("Галина Петровна", "Иванова")
    assert galina.seat == "учитель географии, школа № 3"
    assert re.fullmatch("([A-Z2-9]{4}-){6}[A-Z2-9]{4}", galina.start or "")
    assert all(one.user_id > 1 << 32 for one in first)


def test_the_page_can_be_everybody_of_the_town(operator: Operator, town: Roster) -> None:
    operator.types("migrate")
    played = {f"{one.last_name} {one.first_name}" for one in seats(operator) if one.start}
    assert played == {person.full_name for person in town.people.values()}


def test_people_of_ones_own_are_played_instead_of_the_town(operator: Operator) -> None:
    operator.file("people.csv", csv(row(full_name="Ахмадулина", position="")))
    operator.types("import", "people", "people.csv", "--codes", "codes.csv")
    (seat,) = seats(operator)
    assert (seat.first_name, seat.last_name, seat.seat) == ("Ахмадулина", "", "школа № 3")
    assert operator.asks(lambda session: session.scalar(select(func.count()).select_from(Person))) == 1
