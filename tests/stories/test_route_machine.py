"""Random people make random moves over a route, by each regulation; what must hold holds after each (stateful).

Bounded and the same at each run; MARSHRUT_DEEP=1 goes far deeper. With TEST_DATABASE=postgres two at once are indeed.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import tempfile
from collections import Counter, defaultdict
from collections.abc import Collection
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, note, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import event, select
from sqlalchemy.orm import joinedload

from bot import database, ticks
from models.entry import Account, account_of
from models.errors import Refusal
from models.people import OrganisationKind, Person, Role
from models.plan import Activity, ActivityState
from models.route import Route
from regulations import library
from services import entry
from services.work import Work
from tests.stories import server
from tests.stories.concluding import accepts
from tests.stories.route_given import Rows, Seen
from tests.stories.route_moves import AT_ONCE, EVERY, WALKS
from tests.stories.route_truths import carried_out, everything, handed_over, holds, silent
from tests.stories.route_waiting import Around, everything_waits_for_somebody
from tests.stories.test_rights import BackAgain, use_cases
from tests.stories.town import Guest, Town, open_town

DEEP = bool(os.environ.get("MARSHRUT_DEEP"))
OTHERS = (
    ("methodist", "Дубов Игорь Ильич", [Role.METHODIST], "Центр"),
    ("centre methodist", "Рябова Елена Львовна", [Role.CENTRE_METHODIST], "Центр"),
    ("centre head", "Вахрушева Ольга Геннадьевна", [Role.CENTRE_HEAD], "Центр"),
    ("head", "Корепанов Андрей Леонидович", [Role.HEAD], "Школа № 3"),
    ("deputy", "Белова Анна Павловна", [Role.DEPUTY_HEAD, Role.SUBJECT_LEAD], "Школа № 3"),
    ("another tutor", "Серова Ольга Ивановна", [Role.TUTOR, Role.MENTOR], "Школа № 3"),
    ("a stranger", "Чужой Иван Ильич", [Role.TEACHER], "Школа № 5"),
)
REGULATIONS = tuple(one.id for one in library.load().regulations)
EXAMPLES = 8 if DEEP else 1
STEPS = 80 if DEEP else 28
TRIES = 3
SPANS = (1 / 60, 1, 24, 24 * 14)
"""So many hours go by at once."""
SELDOM = {
    ".drop": 4.0,
    ".remove": 1.4,
    ".withdraw": 1.4,
    ".take_back": 1.4,
    ".close": 1.4,
    "_known.tell": 1.4,
}
"""What ends a thing before it has begun, or leaves nothing to do: not at once."""
SOON = 9.0
ROUNDS = 8
"""So often the fullest regulation is walked once more, where a move has not been come to."""
FULLEST = "udmurtia"
DONE: dict[str, Counter[str]] = {topic: Counter() for topic in WALKS}
"""How often each move was done in the walks about something: a machine that is always refused proves nothing."""
CHANGES = re.compile(r'(?:INSERT INTO|UPDATE|DELETE FROM) "?(\w+)')
Pair = tuple[tuple[str, str, dict[str, Any]], tuple[str, str, dict[str, Any]]]


class RouteMachine(RuleBasedStateMachine):
    """One route, everybody around it, some who were and some who never were."""

    empty: Path
    url: str
    topic: str
    regulation: str
    round: int
    wanted: Collection[str]
    """What no walk has come to yet: done as soon as it can be."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = Path(tempfile.mkdtemp())
        if self.url:
            self.runner.run(server.empty(self.url))
        self.opened = open_town(self.folder, self.empty, self.url)
        self.town: Town = self.runner.run(self.opened.__aenter__())
        self.people: dict[str, Guest] = {}
        self.roles: dict[str, set[Role]] = {one: set(roles) for one, _, roles, _ in OTHERS}
        self.rows: Rows = {}
        self.touched: set[str] = set()
        self.able: dict[str, str] = {}
        """Who could do a move the last time."""
        self.tried = defaultdict[str, float](float)
        for name in EVERY:
            late = next((late for end, late in SELDOM.items() if name.endswith(end)), 0.0)
            self.tried[name] = -SOON if name in self.wanted else late
        """How often each move was tried in this walk, a success counting more: what was seldom done comes first."""
        self.count = 0

    def teardown(self) -> None:
        """Everybody goes home."""
        self.runner.run(self.opened.__aexit__(None, None, None))
        self.runner.close()
        shutil.rmtree(self.folder)

    @initialize()
    def begin(self) -> None:
        """A route with a plan of six rows, as far as the walk needs it."""
        self.runner.run(self._begin())

    @rule(luck=st.integers(0, 2**32))
    def step(self, luck: int) -> None:
        """Somebody does something that can be done now, mostly what the walk is about; or two at once; or time goes by.

        Hypothesis likes a luck of nought best: without the number of the step it would do the same again and again.
        """
        self.count += 1
        self.town.wait(seconds=1)
        chance = Random(f"{luck} {self.topic} {self.regulation} {self.round} {self.count}")
        ready = self._ready(chance)
        deciding = [one for one in ready if one in AT_ONCE]
        kind = chance.random()
        if kind < 0.12:
            self.runner.run(self._wait(chance))
        elif kind < 0.3 and deciding:
            self.runner.run(self._at_once(deciding[0], chance))
        else:
            names = chance.sample(sorted(EVERY), TRIES) if kind > 0.95 else ready
            self.runner.run(self._move(names[:TRIES], chance))

    @invariant()
    def holds(self) -> None:
        """What must always hold."""
        if self.people:
            self.runner.run(self._holds())

    @property
    def seen(self) -> Seen:
        """How things stand."""
        ids = {relation: guest.person_id for relation, guest in self.people.items()}
        return Seen(self.rows, ids, self.town.now, self.town.today, WALKS[self.topic].moves)

    def _ready(self, chance: Random) -> list[str]:
        """What the walk is about and what can be done now, the least tried first."""
        seen = self.seen
        order = sorted(WALKS[self.topic].moves, key=lambda one: self.tried[one] + chance.random())
        return [one for one in order if seen.things(one)]

    def _by(self, name: str, given: dict[str, Any], chance: Random) -> list[str]:
        """Who tries it: now and then somebody else first; then who could, as it seems; all where nobody is known to."""
        others = chance.sample(sorted(self.people), len(self.people))
        likely = self._likely(name, given)
        if chance.random() < 0.2:
            likely = [others[0], *likely]
        known = name in self.able or bool(self.seen.move(name).by)
        return list(dict.fromkeys([*likely, *(others[:1] if known else others)]))

    def _likely(self, name: str, given: dict[str, Any]) -> list[str]:
        """Who mostly does it, who did it the last time, whose role or signature it is."""
        slots = [one for one in self.rows["paper_slots"] if one.id == given.get("slot_id")]
        named = {role for one in slots for role in one.roles.strip(",").split(",")}
        by = [self.seen.move(name).by, self.able.get(name, "")]
        by += [one for one, roles in self.roles.items() if roles & named]
        own = {one.entered_by_id or one.person_id for one in slots} - {None}
        by += [one for one, guest in self.people.items() if guest.person_id in own]
        return [one for one in dict.fromkeys(by) if one]

    async def _begin(self) -> None:
        town, walk, regulation = self.town, WALKS[self.topic], self.regulation
        event.listen(town.app.sessions.kw["bind"].sync_engine, "before_cursor_execute", self._touch)
        await town.organisation("Школа № 3", regulation=regulation)
        await town.organisation("Центр", OrganisationKind.CENTRE, regulation=regulation)
        walker = Role(next(one.walker for one in library.load().regulations if one.id == regulation))
        tutor = await town.person("Орлова Мария Сергеевна", Role.TUTOR, Role.MENTOR)
        people = {
            "teacher": await town.person("Иванова Галина Петровна", walker, tutor=tutor),
            "tutor": tutor,
        }
        self.roles |= {"teacher": {walker}, "tutor": {Role.TUTOR, Role.MENTOR}}
        for relation, name, roles, where in OTHERS:
            people[relation] = await town.person(name, *roles, organisation=where)
        async with town.app.sessions() as session, session.begin():
            for guest in people.values():
                session.add(Account(telegram_id=guest.telegram_id, person_id=guest.person_id, language="ru"))
        async with town.app.sessions() as session, session.begin():
            work = await self._work(session, people["teacher"])
            route = await entry.begin_route(work, work.person)
            assert route is not None
            session.add_all(row(town, route, number) for number in range(6))
            route.starts_on, route.ends_on = town.today, town.today + timedelta(days=365)
            if walk.walks:
                route.start(town.now, town.today)
        if walk.accepted:
            await accepts(town, route.id, walk.accepted)
        async with town.app.sessions() as session, session.begin():
            self.rows = await everything(session)
        self.people = people
        self.touched.add("people")

    def _touch(self, _: Any, __: Any, statement: str, *___: Any) -> None:
        """A statement has changed a table."""
        self.touched |= set(CHANGES.findall(statement))

    async def _work(self, session: Any, guest: Guest) -> Work:
        await database.in_line(session, guest.telegram_id)
        account = (await session.scalars(account_of(guest.telegram_id))).one()
        return Work(session, account, self.town.now, self.town.app.turn.rules)

    async def _wait(self, chance: Random) -> None:
        """Time goes by, seldom much, and the clock looks around: about a route that stands still it says nothing."""
        self.town.wait(hours=chance.choice(SPANS))
        since = max((one.id for one in self.rows["notices"]), default=0)
        await ticks.sweep(self.town.app)
        async with self.town.app.sessions() as session, session.begin():
            await silent(session, since, self.town.today)
        self.touched.add("people")

    async def _move(self, names: list[str], chance: Random) -> None:
        """The first of these that somebody can do is done; where nobody can do anything, time goes by."""
        for name in names:
            self.tried[name] += 0.3
            given = self.seen.given(name, chance)
            if given is None:
                continue
            for relation in self._by(name, given, chance):
                if await self._does(name, relation, given):
                    self._done(name, relation, given)
                    return
        await self._wait(chance)

    def _done(self, name: str, relation: str, given: dict[str, Any]) -> None:
        note(f"{relation}: {name} {given}")
        DONE[self.topic][name] += 1
        self.tried[name] += 1
        self.able[name] = relation

    async def _does(self, name: str, relation: str, given: dict[str, Any], *, back: bool = False) -> bool:
        """Whether somebody can do it; it is done then, unless all goes `back` again."""
        try:
            async with self.town.app.sessions() as session, session.begin():
                work = await self._work(session, self.people[relation])
                await use_cases()[name](work, **given)
                if back:
                    raise BackAgain
        except Refusal:
            return False
        except BackAgain:
            return True
        return True

    async def _at_once(self, name: str, chance: Random) -> None:
        """Whoever could decide by themselves do so at once, as the turn lets them."""
        thing = chance.choice(self.seen.things(name))
        other = chance.choice(AT_ONCE[name])
        able: list[tuple[str, str, dict[str, Any]]] = []
        for one in (name, other):
            given = self.seen.given(one, chance, thing)
            assert given is not None
            for relation in self._by(one, given, chance):
                if await self._does(one, relation, given, back=True):
                    able.append((one, relation, given))
                    break
        self.tried[name] += 0.3
        if len(able) < 2:
            await self._move([name], chance)
            return
        done = await asyncio.gather(*(self._turn(*one) for one in able))
        assert sum(done) == 1, f"two at once: {able} came to {done}"
        self._done(*able[done.index(True)])

    async def _turn(self, name: str, relation: str, given: dict[str, Any], tries: int = 2) -> bool:
        """As the turn does it: whoever comes too late tries once more, and sees that it is decided."""
        try:
            return await self._does(name, relation, given)
        except Exception as fault:
            if not database.collided(fault):
                raise
            return tries > 1 and await self._turn(name, relation, given, tries - 1)

    async def _holds(self) -> None:
        """After a change; what was touched by refused moves only must be as before."""
        if not self.touched:
            return
        async with self.town.app.sessions() as session, session.begin():
            touched, before = frozenset(self.touched), self.rows
            self.rows = {**before, **await everything(session, *touched)}
            self.touched.clear()
            work = Work(session, None, self.town.now, self.town.app.turn.rules)
            await holds(session, work, before, self.rows)
        await self._queues(touched)
        for order in carried_out(before, self.rows):
            handed_over(order, before, self.rows, self.town.today)
            await self._may_nothing(order.person_id)

    async def _may_nothing(self, person_id: int) -> None:
        """Who has handed a route over, and has no other place on its team, may do nothing about it any more."""
        held = [one for one in self.rows["team_members"] if one.until is None or one.until >= self.town.today]
        if person_id in {one.person_id for one in held}:
            return
        former = next(one for one, guest in self.people.items() if guest.person_id == person_id)
        for name in sorted(EVERY):
            given = self.seen.given(name, Random(name))
            if given is not None:
                assert not await self._does(name, former, given, back=True), f"{former} still may {name}"

    async def _queues(self, touched: Collection[str]) -> None:
        """Whatever waits is looked at by everybody; looking changes nothing."""
        try:
            async with self.town.app.sessions() as session, session.begin():
                ours = Account.person_id.in_([one.person_id for one in self.people.values()])
                whole = joinedload(Account.person).joinedload(Person.organisation)
                accounts = await session.scalars(select(Account).where(ours).options(whole))
                rules = self.town.app.turn.rules
                desks = [Work(session, one, self.town.now, rules) for one in accounts]
                work = Work(session, None, self.town.now, rules)
                await everything_waits_for_somebody(Around(self.rows, work, desks, self._offices()), touched)
                raise BackAgain
        except BackAgain:
            self.touched.clear()

    def _offices(self) -> dict[Role, set[int]]:
        found = defaultdict[Role, set[int]](set)
        for relation, roles in self.roles.items():
            for role in roles if relation != "a stranger" else ():
                found[role].add(self.people[relation].person_id)
        return found


def row(town: Town, route: Route, number: int) -> Activity:
    """A whole row of the plan."""
    return Activity(
        route_id=route.id,
        author_id=route.teacher_id,
        title=f"Семинар № {number}",
        kind="seminar",
        competencies=["method"],
        level="municipal",
        organiser="centre",
        on_date=town.today + timedelta(days=7 * (number - 2)),
        presenting="open_lesson",
        state=ActivityState.PLANNED,
        created_at=town.now,
    )


@pytest.mark.parametrize("topic", WALKS)
def test_whatever_anybody_does_what_must_hold_holds(
    topic: str, empty_database: Path, shared_database: str
) -> None:
    for number, regulation in enumerate((*REGULATIONS, *[FULLEST] * ROUNDS)):
        wanted = WALKS[topic].moves.keys() - DONE[topic].keys() if number >= len(REGULATIONS) else set()
        if wanted or number < len(REGULATIONS):
            walk = {"topic": topic, "empty": empty_database, "url": shared_database, "regulation": regulation}
            walks(type("Walk", (RouteMachine,), {**walk, "round": number, "wanted": wanted}))
    never = WALKS[topic].moves.keys() - DONE[topic].keys()
    assert " ".join(sorted(never)) == "", "a move that was never done tells nothing"


def walks(machine: type[RouteMachine]) -> None:
    """So many walks, the same at each run."""
    run_state_machine_as_test(
        seed(7)(machine),
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            database=None,
            phases=[Phase.generate],
        ),
    )
