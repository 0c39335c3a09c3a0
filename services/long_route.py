"""The long route of a mentee (S004, 4 to 5 years): begun beside another, its years, the word for the next (X21)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from models.errors import NotYours, Outdated, Refusal
from models.long_route import RouteYear, mentors_of_route, turned_to, years_of
from models.people import Person, Role, roles_of
from models.route import Route, route_by_id, routes_of_teacher
from regulations.calendar import add_months
from regulations.schema import Regulation
from services import entry
from services.work import Work

ASKED_BEFORE = timedelta(days=30)
YEAR = 12
"""Months of a stage."""


@dataclass(frozen=True)
class Year:
    """One year of a long route, both days inside; `word`: what was said about going on into it."""

    number: int
    starts_on: date
    ends_on: date
    word: RouteYear | None

    @property
    def is_confirmed(self) -> bool:
        """The first year needs no word: the plan was agreed with."""
        return self.number == 1 or (self.word is not None and self.word.is_confirmed)


@dataclass(frozen=True)
class LongRoute:
    """A route of years and who mentors it."""

    route: Route
    regulation: Regulation
    years: list[Year]
    mentors: list[Person]

    def asked(self, today: date) -> Year | None:
        """The year that waits for a word: from thirty days before it begins until both have said it."""
        waiting = (one for one in self.years if not one.is_confirmed)
        year = next(waiting, None)
        return year if year is not None and today >= year.starts_on - ASKED_BEFORE else None

    def said_by(self, person: Person, year: Year) -> bool:
        """Has this side given its word for a year?"""
        if year.word is None:
            return False
        own = person.id == self.route.teacher_id
        return (year.word.mentee_at if own else year.word.mentor_at) is not None


def years_between(starts_on: date | None, ends_on: date | None) -> list[tuple[date, date]]:
    """Stages of a calendar year; the last one ends with the route, a last day alone is no year of its own."""
    if starts_on is None or ends_on is None:
        return []
    found: list[tuple[date, date]] = []
    number = 0
    while (first := add_months(starts_on, YEAR * number)) < ends_on or not found:
        following = add_months(starts_on, YEAR * (number + 1))
        found.append((first, ends_on if ends_on <= following else following - timedelta(days=1)))
        number += 1
    return found


def is_long(regulation: Regulation) -> bool:
    """A text that knows mentoring is about routes of years (X21)."""
    return regulation.mentoring is not None


def text(work: Work) -> Regulation | None:
    """The newest regulation of long routes; None where there is none."""
    found = [one for one in work.rules.regulations.regulations if is_long(one)]
    return found[-1] if found else None


async def own(work: Work) -> LongRoute | None:
    """The acting mentee's long route; None before it is begun."""
    routes = await work.all(routes_of_teacher(work.person.id))
    route = next((one for one in routes if is_long(work.rules.of(one))), None)
    return await whole(work, route) if route is not None else None


async def look(work: Work, route_id: int) -> LongRoute:
    """A long route, for its mentee and its mentors. Refuses NotYours to everybody else."""
    route = await work.get(route_by_id(route_id))
    found = await whole(work, route)
    people = {route.teacher_id, *(one.id for one in found.mentors)}
    if not is_long(found.regulation) or work.person.id not in people:
        raise NotYours("refusal-not-yours")
    return found


async def whole(work: Work, route: Route) -> LongRoute:
    """A route with its years and its mentors."""
    words = {one.year: one for one in await work.all(years_of(route.id))}
    years = [
        Year(number, first, last, words.get(number - 1))
        for number, (first, last) in enumerate(years_between(route.starts_on, route.ends_on), 1)
    ]
    mentors = [one for one in await work.all(mentors_of_route(route.id)) if one.id != route.teacher_id]
    return LongRoute(route, work.rules.of(route), years, mentors)


async def may_begin(work: Work) -> bool:
    """A mentee by office, without a long route yet."""
    offices = await work.all(roles_of(work.person.id, work.today))
    is_mentee = any(one.role is Role.MENTEE for one in offices)
    return is_mentee and text(work) is not None and await own(work) is None


async def begin(work: Work) -> Route:
    """The mentee begins a long route beside whatever they walk already, and turns to it.

    Refuses: NotYours without the office; long-route-there, for one route of a text at a time (X21).
    """
    regulation = text(work)
    if await own(work) is not None:
        raise Refusal("long-route-there")
    if regulation is None or not await may_begin(work):
        raise NotYours("refusal-not-yours")
    route = await entry.new_route(work, work.person, regulation)
    await work.session.execute(turned_to(route, work.now))
    return route


async def others(work: Work) -> list[Route]:
    """The acting person's routes beside the one that the menu shows."""
    return (await work.all(routes_of_teacher(work.person.id)))[1:]


async def turn_to(work: Work, route_id: int) -> Route:
    """The menu shows another of one's own routes. Refuses NotYours."""
    route = await work.get(route_by_id(route_id))
    route.only_teacher(work.person)
    await work.session.execute(turned_to(route, work.now))
    return route


async def go_on(work: Work, route_id: int, number: int) -> LongRoute:
    """«Продолжаем» into a year, by the mentee or a mentor; with both words the other side hears.

    Refuses: NotYours; Outdated for another year than the one that is asked, and a second time.
    """
    found = await look(work, route_id)
    year = found.asked(work.today)
    if year is None or year.number != number:
        raise Outdated("long-route-not-now")
    word = year.word or RouteYear(route_id=route_id, year=number - 1)
    if work.person.id == found.route.teacher_id:
        word.go_on_as_mentee(work.now)
    else:
        word.go_on_as_mentor(work.person, work.now)
    work.session.add(word)
    await work.session.flush()
    work.remember(route_id, "long-route.goes-on", year=number)
    if word.is_confirmed:
        for person_id in {found.route.teacher_id, *(one.id for one in found.mentors)} - {work.person.id}:
            work.notify(
                person_id,
                "long-route-goes-on",
                once=f"long-route-goes-on:{route_id}:{number}:{person_id}",
                route=route_id,
                number=number,
                name=found.route.teacher.short_name,
                own=person_id == found.route.teacher_id,
            )
    return await look(work, route_id)
