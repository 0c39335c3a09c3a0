"""Random people make random moves over a route, by each regulation; what must hold holds after each (stateful).

Bounded and the same at each run; MARSHRUT_DEEP=1 goes far deeper.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import Select, func, select

from bot import ticks
from models.base import Base
from models.entry import Account, account_of
from models.errors import Refusal
from models.evidence import Evidence, EvidenceKind
from models.notice import Notice
from models.paper import Paper, PaperKind, PaperState, fingerprint_of, paper_of_slot
from models.paper_slot import PaperSlot, SlotState
from models.people import ROUTE_ROLES, OrganisationKind, Role
from models.plan import Activity, ActivityState
from models.plan_version import PlanVersion
from models.report import Report, ReportState
from models.route import Route, RouteState
from regulations import library
from regulations.approval import Act
from services import entry, review, signing_offices
from services.work import Work
from tests.stories.concluding import accepts
from tests.stories.rights import TABLES
from tests.stories.route_moves import EVERY, WALKS
from tests.stories.test_rights import example, parameters, use_cases
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
EXAMPLES = 40 if DEEP else 4
STEPS = 80 if DEEP else 36
TRIES = 5
SPANS = (1 / 60, 1 / 60, 1, 24, 24 * 14)
"""So many hours go by at once."""
SELDOM = (".drop", ".remove", ".discard", ".withdraw", ".take_back")
"""What ends a thing before it has begun: not at once."""
DONE: dict[str, Counter[str]] = {topic: Counter() for topic in WALKS}
"""How often each move was done in the walks about something: a machine that is always refused proves nothing."""


class RouteMachine(RuleBasedStateMachine):
    """One route, everybody around it, some who were and some who never were."""

    empty: Path
    topic: str

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = Path(tempfile.mkdtemp())
        self.opened = open_town(self.folder, self.empty)
        self.town: Town = self.runner.run(self.opened.__aenter__())
        self.walk = WALKS[self.topic]
        self.people: dict[str, Guest] = {}
        self.rows: dict[str, list[Any]] = {}
        self.changed = True
        self.tried = defaultdict[str, float](float, {one: 2.0 for one in EVERY if one.endswith(SELDOM)})
        """How often each move was tried in this walk, a success counting more: what was seldom done comes first."""
        self.step = 0

    def teardown(self) -> None:
        """Everybody goes home."""
        self.runner.run(self.opened.__aexit__(None, None, None))
        self.runner.close()
        shutil.rmtree(self.folder)

    @initialize(regulation=st.sampled_from(REGULATIONS))
    def begin(self, regulation: str) -> None:
        """A route with a plan of six rows, as far as the walk needs it."""
        self.runner.run(self._begin(regulation))

    @rule(luck=st.integers(0, 2**32))
    def move(self, luck: int) -> None:
        """Somebody does something that can be done now; whoever may not, may not. Mostly what the walk is about."""
        self.step += 1
        self.town.wait(seconds=1)
        chance = Random(
            luck + self.step
        )  # hypothesis likes nought best: without the step it would do the same
        names = sorted(self.walk.moves, key=lambda one: self.tried[one] + chance.random())
        if chance.random() < 0.1:
            names = chance.sample(sorted(EVERY), TRIES)
        waits = chance.random() < 0.15
        self.runner.run(self._wait(chance) if waits else self._move(names[:TRIES], chance))

    async def _wait(self, chance: Random) -> None:
        """Time goes by, seldom much, and the clock looks around."""
        self.town.wait(hours=chance.choice(SPANS))
        await ticks.sweep(self.town.app)
        self.changed = True

    @invariant()
    def holds(self) -> None:
        """What must always hold."""
        if self.people:
            self.runner.run(self._holds())

    async def _begin(self, regulation: str) -> None:
        town = self.town
        await town.organisation("Школа № 3", regulation=regulation)
        await town.organisation("Центр", OrganisationKind.CENTRE, regulation=regulation)
        walker = Role(next(one.walker for one in library.load().regulations if one.id == regulation))
        tutor = await town.person("Орлова Мария Сергеевна", Role.TUTOR, Role.MENTOR)
        people = {
            "teacher": await town.person("Иванова Галина Петровна", walker, tutor=tutor),
            "tutor": tutor,
        }
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
            if self.walk.walks:
                route.start(town.now, town.today)
        if self.walk.accepted:
            await accepts(town, route.id, self.walk.accepted)
        self.people = people

    async def _work(self, session: Any, guest: Guest) -> Work:
        account = (await session.scalars(account_of(guest.telegram_id))).one()
        return Work(session, account, self.town.now, self.town.app.turn.rules)

    async def _move(self, names: list[str], chance: Random) -> None:
        """The first of these that somebody can do is done; two at once would not be refused, but fail."""
        self.changed = False
        for name in names:
            self.tried[name] += 0.3
            everybody = chance.sample(sorted(self.people), len(self.people))
            likely = [EVERY[name].by] if EVERY[name].by and chance.random() < 0.8 else []
            for guest in (self.people[one] for one in dict.fromkeys([*likely, *everybody])):
                try:
                    async with self.town.app.sessions() as session, session.begin():
                        work = await self._work(session, guest)
                        given = await self._given(work, name, chance)
                        if given is None:
                            break
                        await use_cases()[name](work, **given)
                except Refusal:
                    continue
                DONE[self.topic][name] += 1
                self.tried[name] += 1
                self.changed = True
                return

    async def _given(self, work: Work, name: str, chance: Random) -> dict[str, Any] | None:
        """Ids of rows that are there, and what is said; None where there is no such row yet."""
        move, taken = EVERY[name], parameters(use_cases()[name])
        given: dict[str, Any] = {one: self._said(value, chance) for one, value in move.said.items()}
        given |= {one: self.people[relation].person_id for one, relation in move.whom.items()}
        version = 1
        for one, kind in taken.items():
            if one in given or one == "drawn":
                continue
            if one in TABLES:
                rows = await rows_of(work, TABLES[one], name)
                if not rows:
                    return None
                chosen = rows[-1] if chance.random() < 0.8 else chance.choice(rows)
                given[one], version = chosen.id, getattr(chosen, "version", version)
            elif kind is Evidence:
                given[one] = Evidence(kind=EvidenceKind.PHOTO, file_id="f", unique_id="u", at=work.now)
            else:
                given[one] = example(kind, self.town.today)
        if "drawn" in taken:
            if move.version_of:
                newest = await rows_of(work, move.version_of, name)
                version = newest[-1].version if newest and name != "conclusions.begin" else 0
            given["drawn"] = version if chance.random() < 0.9 else version - 1
        return given

    def _said(self, value: Any, chance: Random) -> Any:
        """One of several, or by today's date."""
        one = chance.choice(value) if isinstance(value, tuple) else value
        return one(self.town.today) if callable(one) else one

    async def _holds(self) -> None:
        async with self.town.app.sessions() as session, session.begin():
            before, self.rows = self.rows, await everything(session)
            assert self.changed or not before or self.rows == before, "a refused move has changed something"
            lines = before.get("history", [])
            assert self.rows["history"][: len(lines)] == lines, "history only grows"
            work = Work(session, None, self.town.now, self.town.app.turn.rules)
            for route in (await session.scalars(select(Route))).all():
                await judged(session, work, route)
            await signed(session, work)
            await told(session)


async def everything(session: Any) -> dict[str, list[Any]]:
    """Every row of every table; a state that the model does not name cannot be read."""
    every = Base.metadata.sorted_tables
    return {one.name: list(await session.execute(select(one).order_by(*one.primary_key))) for one in every}


async def rows_of(work: Work, name: str, move: str) -> list[Any]:
    """The rows of a table; of the slots those that the move is about: waiting ones, or signed ones to undo."""
    table = Base.metadata.tables[name]
    query = select(table).order_by(table.c.id)
    if name == "paper_slots":
        papers = Base.metadata.tables["papers"]
        due = select(papers.c.id).where(papers.c.state == PaperState.OPEN, papers.c.stage == table.c.stage)
        waiting = (table.c.state == SlotState.WAITING) & table.c.paper_id.in_(due)
        query = query.where(table.c.state == SlotState.SIGNED if "undo" in move else waiting)
    return list((await work.session.execute(query)).all())


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


async def judged(session: Any, work: Work, route: Route) -> None:
    """Nobody judges their own work; what is decided says by whom; as many count as are accepted."""
    reports = (await session.scalars(select(Report).where(Report.route_id == route.id))).all()
    for one in reports:
        assert one.decided_by_id != route.teacher_id, "nobody judges their own report"
        decided = one.state in (ReportState.ACCEPTED, ReportState.RETURNED)
        assert (one.decided_at is not None) >= decided
        assert one.state is ReportState.DRAFT or one.submitted_at is not None
    accepted = sum(one.state is ReportState.ACCEPTED for one in reports)
    assert await review.accepted_count(work, route) == accepted
    assert route.state is not RouteState.ACTIVE or route.began_on is not None
    assert (route.suspended_on is None) >= (route.suspended_until is None) or route.suspended_until is None


async def signed(session: Any, work: Work) -> None:
    """An open paper waits for somebody; at most one goes round about each thing; no one enters their own signature."""
    papers = [await work.get(paper_of_slot(one)) for one in await session.scalars(first_slots())]
    going = [(one.kind, one.subject_id) for one in papers if one.state is PaperState.OPEN]
    assert len(going) == len(set(going)), "two papers go round about one thing"
    for paper in papers:
        slots = (await session.scalars(select(PaperSlot).where(PaperSlot.paper_id == paper.id))).all()
        if paper.state is PaperState.OPEN:
            now = [one for one in slots if one.stage == paper.stage]
            assert any(one.state is SlotState.WAITING for one in now), "an open paper waits for nobody"
            day, offices = (
                signing_offices.day_of(work, paper.route),
                await signing_offices.around(work, paper.route),
            )
            for one in now:
                asked = signing_offices.holders(paper, one, day, offices)
                assert asked or one.state is not SlotState.WAITING, f"nobody may sign as {one.roles}"
                others = all(office.person.id != paper.route.teacher_id for office in asked)
                assert others or ROUTE_ROLES & {Role(role) for role in one.held_by}
            assert all(one.state is SlotState.WAITING for one in slots if one.stage > paper.stage)
        if paper.state is PaperState.DONE:
            assert all(one.state is SlotState.SIGNED for one in slots)
        for one in slots:
            assert (one.at is None) == (one.state is SlotState.WAITING)
            assert one.entered_by_id is None or one.entered_by_id != one.person_id
        await of_this_version(session, paper, slots)


async def of_this_version(session: Any, paper: Paper, slots: Sequence[PaperSlot]) -> None:
    """What was signed is what stood there, in the version that counts now; nobody agrees with their own work."""
    assert paper.fingerprint == fingerprint_of(paper.content), "a signed content never changes"
    route = await session.get(Route, paper.route_id)
    if paper.kind is PaperKind.CARD and paper.state is PaperState.OPEN:
        version = await session.get(PlanVersion, paper.subject_id)
        assert version.draft == route.draft, "a card of an older version still goes round"
        assert version.content == paper.content
    for one in slots:
        decides = one.act in (Act.AGREE, Act.APPROVE)
        assert not (decides and one.person_id == route.teacher_id), "nobody decides on their own work"


def first_slots() -> Select[int]:
    """Of every paper one slot."""
    return select(func.min(PaperSlot.id)).group_by(PaperSlot.paper_id).order_by(PaperSlot.paper_id)


async def told(session: Any) -> None:
    """Nobody is told the same twice at one moment."""
    kinds = (Notice.person_id, Notice.kind, Notice.facts, Notice.created_at)
    twice = select(*kinds).group_by(*kinds).having(func.count() > 1)
    assert (await session.execute(twice)).all() == []


@pytest.mark.parametrize("topic", WALKS)
def test_whatever_anybody_does_what_must_hold_holds(topic: str, empty_database: Path) -> None:
    RouteMachine.empty = empty_database
    machine = type("Walk", (RouteMachine,), {"topic": topic})
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
    never = WALKS[topic].moves.keys() - DONE[topic].keys() - WALKS[topic].rare
    assert " ".join(sorted(never)) == "", "a move that was never done tells nothing"
