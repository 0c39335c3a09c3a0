"""Loading a roster: what begins, what ends, what stays, in the database."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.database import open_engine, sessions
from models.base import Base
from models.entry import CODE_LASTS, Invitation
from models.history import HistoryLine
from models.people import Appointment, Organisation, OrganisationKind, Person, Role
from models.roster import people_by_external_ids, routes_of_people
from models.route import Route, TeamMember
from services import people, people_codes, people_sheet, rules
from services.people import Loaded
from services.rules import Rules
from services.work import Work
from tests.wire.rosters import COLUMNS, row, sheet, tutor

MONDAY = datetime(2026, 9, 14, 21, 0, tzinfo=UTC)
TUESDAY_THERE = date(2026, 9, 15)
"""21:00 in Greenwich is one o'clock of the next day in Izhevsk."""


@pytest.fixture(scope="module")
def known() -> Rules:
    """The regulations that are shipped."""
    return rules.load()


@pytest.fixture
async def session(tmp_path: Path) -> AsyncIterator[AsyncSession]:
    """One transaction in an empty database."""
    engine = open_engine(f"sqlite+aiosqlite:///{tmp_path / 'test.sqlite'}")
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with sessions(engine)() as opened, opened.begin():
        yield opened
    await engine.dispose()


class Office:
    """Where rosters are loaded, a day after the other."""

    def __init__(self, session: AsyncSession, known: Rules) -> None:
        self.session, self._known = session, known
        self._codes: Iterator[str] = (f"CODE{number}" for number in range(10**6))
        self.now = MONDAY
        self.giving = people_codes.Codes()

    async def load(self, *rows: dict[str, str], columns: tuple[str, ...] = COLUMNS) -> Loaded:
        """Loads these rows; the next load is a day later."""
        work = Work(self.session, None, self.now, self._known)
        roster = people_sheet.checked(
            sheet(*rows, columns=columns), self._known.regulations.ids(), await people.known(work)
        )
        loaded = await people.load(
            work, roster, "Europe/Moscow", replace(self.giving, make=lambda: next(self._codes))
        )
        await self.session.flush()
        self.now += timedelta(days=1)
        return loaded

    async def person(self, external_id: str) -> Person:
        """Somebody who is loaded."""
        return (await self.session.scalars(people_by_external_ids([external_id]))).one()

    async def offices(self, external_id: str) -> dict[Role, tuple[date, date | None]]:
        """Somebody's offices and their dates."""
        query = select(Appointment).join(Person, Person.id == Appointment.person_id)
        found = await self.session.scalars(query.where(Person.external_id == external_id))
        return {office.role: (office.since, office.until) for office in found}

    async def route_of(self, external_id: str) -> Route:
        """A route that this teacher has begun with their tutor."""
        teacher = await self.person(external_id)
        route = Route(
            teacher_id=teacher.id,
            organisation_id=teacher.organisation_id,
            regulation="udmurtia",
            edition=1,
            created_at=MONDAY,
        )
        self.session.add(route)
        await self.session.flush()
        if teacher.tutor_id is not None:
            member = TeamMember(
                route_id=route.id, person_id=teacher.tutor_id, role=Role.TUTOR, since=TUESDAY_THERE
            )
            self.session.add(member)
        await self.session.flush()
        self.session.expunge_all()
        return route

    async def team(self, route: Route) -> list[tuple[int, date, date | None]]:
        """Who is or was on the team of a route."""
        self.session.expunge_all()
        (found,) = await self.session.scalars(routes_of_people([route.teacher_id]))
        return [(member.person_id, member.since, member.until) for member in found.team]


@pytest.fixture
def office(session: AsyncSession, known: Rules) -> Office:
    """The office of one test."""
    return Office(session, known)


async def test_offices_begin_on_the_local_day(office: Office) -> None:
    await office.load(row(tutor="8"), row(role="mentor"), tutor())
    assert await office.offices("17") == {
        Role.TEACHER: (TUESDAY_THERE, None),
        Role.MENTOR: (TUESDAY_THERE, None),
    }
    assert (await office.person("17")).tutor_id == (await office.person("8")).id


async def test_the_same_roster_again_changes_nothing(office: Office) -> None:
    rows = row(tutor="8"), tutor(), row(external_id="18", role="methodist", organisation="ЦНППМ")
    first = await office.load(*rows)
    again = await office.load(*rows)
    assert first.counts["people.new"] == 3
    assert not again.counts
    assert [one.code for one in again.codes] == [""] * len(first.codes)


async def test_codes_of_an_earlier_list_are_carried_on(office: Office) -> None:
    (first,) = (await office.load(row())).codes
    office.giving = people_codes.Codes(earlier={first.external_id: first.code})
    (second,) = (await office.load(row())).codes
    assert second == first
    office.giving = people_codes.Codes(earlier={first.external_id: "OTHER"})
    (third,) = (await office.load(row())).codes
    assert third.code == ""


@pytest.mark.parametrize("giving", [{"again": ["17"]}, {"everybody_again": True}])
async def test_another_code_is_given_to_whom_the_operator_names(
    office: Office, giving: dict[str, Any]
) -> None:
    (first,) = (await office.load(row())).codes
    office.giving = people_codes.Codes(earlier={first.external_id: first.code}, **giving)
    loaded = await office.load(row())
    assert loaded.codes[0].code not in ("", first.code)
    assert loaded.counts == {"codes.new": 1}


async def test_a_code_that_is_over_is_replaced(office: Office) -> None:
    (first,) = (await office.load(row())).codes
    office.now += CODE_LASTS
    assert (await office.load(row())).codes[0].code not in ("", first.code)


async def test_changed_values_update_and_the_code_stays(office: Office) -> None:
    first = await office.load(row())
    changed = row(full_name="Петрова Галина Петровна", position="учитель биологии", timezone="Asia/Omsk")
    second = await office.load(changed)
    person = await office.person("17")
    place = await office.session.get_one(Organisation, person.organisation_id)
    assert (person.full_name, person.search_name) == ("Петрова Галина Петровна", "петрова галина петровна")
    assert (person.position, place.timezone) == ("учитель биологии", "Asia/Omsk")
    assert second.codes[0].until == first.codes[0].until
    assert second.counts == {"organisations.changed": 1, "people.changed": 1}


async def test_an_organisation_with_a_role_of_the_centre_is_a_centre(office: Office) -> None:
    await office.load(row(), row(external_id="2", role="centre_head", organisation="ЦНППМ"))
    await office.load(row(external_id="3", role="admin", organisation="ЦНППМ"))
    kinds = dict((await office.session.execute(select(Organisation.name, Organisation.kind))).all())
    assert kinds == {"школа № 3": OrganisationKind.SCHOOL, "ЦНППМ": OrganisationKind.CENTRE}


async def test_an_office_that_a_named_person_no_longer_has_ends_with_yesterday_and_may_begin_again(
    office: Office,
) -> None:
    await office.load(row(), row(role="mentor"))
    loaded = await office.load(row())
    assert loaded.counts == {"offices.ended": 1}
    assert (await office.offices("17"))[Role.MENTOR] == (TUESDAY_THERE, TUESDAY_THERE)
    await office.load(row())
    await office.load(row(), row(role="mentor"))
    assert (await office.offices("17"))[Role.MENTOR] == (date(2026, 9, 18), None)


async def test_people_whom_the_roster_does_not_name_stay_as_they_are(office: Office) -> None:
    await office.load(row(tutor="8"), tutor())
    loaded = await office.load(tutor(external_id="9", full_name="Ложкин Максим Андреевич"))
    assert loaded.counts == {"people.new": 1, "offices.new": 1, "codes.new": 1}
    assert (await office.offices("17"))[Role.TEACHER] == (TUESDAY_THERE, None)


async def test_a_tutor_who_was_loaded_before_is_found(office: Office) -> None:
    await office.load(tutor())
    await office.load(row(tutor="8"))
    assert (await office.person("17")).tutor_id == (await office.person("8")).id


async def test_a_changed_tutor_takes_the_place_on_the_team_of_the_route(office: Office) -> None:
    other = tutor(external_id="9", full_name="Ложкин Максим Андреевич")
    await office.load(row(tutor="8"), tutor(), other)
    route = await office.route_of("17")
    loaded = await office.load(row(tutor="9"))
    before, after = (await office.person("8")).id, (await office.person("9")).id
    wednesday = TUESDAY_THERE + timedelta(days=1)
    assert (loaded.counts["tutors.changed"], loaded.counts["teams.changed"]) == (1, 1)
    assert await office.team(route) == [(before, TUESDAY_THERE, TUESDAY_THERE), (after, wednesday, None)]
    (line,) = await office.session.scalars(select(HistoryLine))
    assert (line.route_id, line.verb, line.facts) == (
        route.id,
        "route.tutor-changed",
        {"before": before, "after": after},
    )


async def test_a_tutor_who_is_taken_away_leaves_the_team(office: Office) -> None:
    await office.load(row(tutor="8"), tutor())
    route = await office.route_of("17")
    await office.load(row(tutor=""))
    ((_, _, until),) = await office.team(route)
    assert (until, (await office.person("17")).tutor_id) == (TUESDAY_THERE, None)


async def test_a_first_tutor_joins_the_team_once(office: Office) -> None:
    await office.load(row(), tutor())
    route = await office.route_of("17")
    await office.load(row(tutor="8"))
    await office.load(row(tutor="8"))
    assert await office.team(route) == [
        ((await office.person("8")).id, TUESDAY_THERE + timedelta(days=1), None)
    ]


async def test_columns_that_are_left_out_leave_what_was(office: Office) -> None:
    await office.load(row(tutor="8"), tutor())
    short = tuple(one for one in COLUMNS if one not in ("timezone", "position", "tutor"))
    loaded = await office.load(row(), tutor(), columns=short)
    person = await office.person("17")
    assert (loaded.counts, person.position, person.tutor_id is not None) == ({}, "учитель географии", True)


async def test_a_new_organisation_without_a_zone_gets_the_default(office: Office) -> None:
    await office.load(row(timezone=""))
    assert (await office.session.scalars(select(Organisation.timezone))).one() == "Europe/Moscow"


async def test_two_thousand_people_are_loaded_in_seconds(office: Office) -> None:
    tutors = [tutor(external_id=f"t{number}", full_name=f"Тьютор {number}") for number in range(50)]
    teachers = [
        row(
            external_id=f"p{number}",
            full_name=f"Педагог {number}",
            organisation=f"школа {number % 90}",
            tutor=f"t{number % 50}",
        )
        for number in range(1950)
    ]
    begin = time.process_time()
    loaded = await office.load(*tutors, *teachers)
    again = await office.load(*tutors, *teachers)
    assert time.process_time() - begin < 10
    assert (loaded.counts["people.new"], loaded.counts["tutors.changed"], again.counts) == (2000, 1950, {})
    assert await office.session.scalar(select(func.count()).select_from(Invitation)) == 2000
