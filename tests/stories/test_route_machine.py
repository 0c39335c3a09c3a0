"""Random people make random moves over a route, by each regulation; what must hold holds after each (stateful).

Bounded and the same at each run; MARSHRUT_DEEP=1 goes far deeper.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import HealthCheck, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from models.base import Base
from models.entry import Account, account_of
from models.errors import Refusal
from models.evidence import Evidence, EvidenceKind
from models.history import HistoryLine
from models.notice import Notice
from models.paper import Paper, PaperKind, PaperState, fingerprint_of
from models.paper_slot import PaperSlot, SlotState
from models.people import OrganisationKind, Role
from models.plan import Activity, ActivityState
from models.plan_version import PlanVersion
from models.report import Report, ReportState
from models.route import Route, RouteState
from regulations import library
from regulations.approval import Act
from services import entry, review
from services.work import Work
from tests.stories.rights import TABLES
from tests.stories.test_rights import example, parameters, use_cases
from tests.stories.town import Guest, Town, open_town

DEEP = bool(os.environ.get("MARSHRUT_DEEP"))
REGULATIONS = tuple(one.id for one in library.load().regulations)
MOVES: dict[str, dict[str, Any]] = {
    "plan_row.add": {},
    "plan_row.answer": {"code": "title", "value": "Семинар о чтении"},
    "plan_row.remove": {},
    "plan_term.choose_months": {"months": 12},
    "plan_confirm.agree": {"reason": "Так нужно"},
    "plan_confirm.assent": {},
    "plan_confirm.confirm": {},
    "plan_confirm.take_back": {},
    "plan_confirm.give_back": {"reason": "Мало рядов"},
    "signing.sign": {},
    "signing.give_back": {"reason": "Нет срока"},
    "signing.undo": {},
    "signing_paper.enter": {"name": "Иванов И. И."},
    "report.held": {},
    "report.not_done": {"reason": "Болезнь"},
    "report.moved": {},
    "report.was_after_all": {},
    "report_draft.say": {},
    "report_draft.discard": {},
    "report_sent.submit": {},
    "report_sent.take_back": {},
    "report_reopen.ask": {},
    "report_reopen.give_back": {},
    "report_reopen.keep": {},
    "review.accept": {},
    "review.give_back": {"reason": "Нет вывода"},
    "review.undo": {},
    "correction.begin": {},
    "correction.explain": {"reason": "Перенесли"},
    "correction.leave_alone": {},
    "correction.send": {},
    "correction.withdraw": {},
    "correction.drop": {},
    "correction.give_back": {"reason": "Нет причины"},
    "suspension.begin": {},
    "suspension.explain": {},
    "suspension.answer": {},
    "suspension.confirm": {},
    "suspension.resume": {"prolong": False},
    "suspension.drop": {},
    "conclusions.begin": {},
    "conclusions.compose": {},
    "conclusions.choose": {"outcome": "success"},
    "conclusions.explain": {"code": "few"},
    "conclusions.send": {},
    "conclusions.take_back": {},
    "conclusions_known.tell": {},
    "staff_tutor.assign": {},
    "final_event.add": {},
    "help_request.ask": {"activity_id": 0},
}
"""What people do, with what they say. The rest is drawn: who, about which row, in which version."""
DONE: Counter[str] = Counter()
"""How often each was done: a machine that is always refused proves nothing."""
TRIES = 12
OFTEN = (
    *("plan_confirm.agree", "plan_confirm.confirm", "signing.sign"),
    *("report.held", "report_draft.say", "report_sent.submit"),
)


class RouteMachine(RuleBasedStateMachine):
    """One route, everybody around it, some who were and some who never were."""

    empty: Path

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = Path(tempfile.mkdtemp())
        self.opened = open_town(self.folder, self.empty)
        self.town: Town = self.runner.run(self.opened.__aenter__())
        self.people: list[Guest] = []
        self.said: list[Any] = []
        self.step = 0

    def teardown(self) -> None:
        """Everybody goes home."""
        self.runner.run(self.opened.__aexit__(None, None, None))
        self.runner.close()
        shutil.rmtree(self.folder)

    @initialize(regulation=st.sampled_from(REGULATIONS), walks=st.booleans())
    def begin(self, regulation: str, walks: bool) -> None:
        """A route with a plan of six rows, being agreed on or being walked."""
        self.runner.run(self._begin(regulation, walks))

    @rule(luck=st.integers(0, 2**32))
    def move(self, luck: int) -> None:
        """Somebody does something that can be done now; whoever may not, may not. Half of the moves lead on."""
        self.step += 1
        chance = Random(
            luck + self.step
        )  # hypothesis likes nought best: without the step it would do the same again
        names = chance.sample(sorted(MOVES), len(MOVES))
        if chance.random() < 0.5:
            names = [*OFTEN, *names]
        self.runner.run(self._move(names, chance))

    @rule(hours=st.sampled_from([1, 24, 24 * 14]))
    def wait(self, hours: float) -> None:
        """Time goes by."""
        self.town.wait(hours=hours)

    @invariant()
    def holds(self) -> None:
        """What must always hold."""
        if self.people:
            self.runner.run(self._holds())

    async def _begin(self, regulation: str, walks: bool) -> None:
        town = self.town
        await town.organisation("Школа № 3", regulation=regulation)
        await town.organisation("Центр", OrganisationKind.CENTRE, regulation=regulation)
        walker = Role(next(one.walker for one in library.load().regulations if one.id == regulation))
        tutor = await town.person("Орлова Мария Сергеевна", Role.TUTOR, Role.MENTOR)
        teacher = await town.person("Иванова Галина Петровна", walker, tutor=tutor)
        others = [
            await town.person(name, *roles, organisation=where)
            for name, roles, where in (
                ("Дубов Игорь Ильич", [Role.METHODIST], "Центр"),
                ("Рябова Елена Львовна", [Role.CENTRE_METHODIST], "Центр"),
                ("Вахрушева Ольга Геннадьевна", [Role.CENTRE_HEAD], "Центр"),
                ("Корепанов Андрей Леонидович", [Role.HEAD], "Школа № 3"),
                ("Белова Анна Павловна", [Role.DEPUTY_HEAD, Role.SUBJECT_LEAD], "Школа № 3"),
                ("Серова Ольга Ивановна", [Role.TUTOR, Role.MENTOR], "Школа № 3"),
                ("Чужой Иван Ильич", [Role.TEACHER], "Школа № 5"),
            )
        ]
        self.people = [teacher, tutor, *others]
        async with town.app.sessions() as session, session.begin():
            for guest in self.people:
                session.add(Account(telegram_id=guest.telegram_id, person_id=guest.person_id, language="ru"))
        async with town.app.sessions() as session, session.begin():
            work = await self._work(session, teacher)
            route = await entry.begin_route(work, work.person)
            assert route is not None
            session.add_all(row(town, route, number) for number in range(6))
            route.starts_on, route.ends_on = town.today, town.today + timedelta(days=365)
            if walks:
                route.start(town.now, town.today)

    async def _work(self, session: Any, guest: Guest) -> Work:
        account = (await session.scalars(account_of(guest.telegram_id))).one()
        return Work(session, account, self.town.now, self.town.app.turn.rules)

    async def _move(self, names: list[str], chance: Random) -> None:
        """The first of these that somebody can do is done."""
        for name in names[:TRIES]:
            for guest in chance.sample(self.people, len(self.people)):
                try:
                    async with self.town.app.sessions() as session, session.begin():
                        work = await self._work(session, guest)
                        given = await self._given(work, name, chance)
                        if given is None:
                            break
                        await use_cases()[name](work, **given)
                except (Refusal, IntegrityError):
                    continue
                DONE[name] += 1
                return

    async def _given(self, work: Work, name: str, chance: Random) -> dict[str, Any] | None:
        """Ids of rows that are there, and what is said; None where there is no such row yet."""
        given: dict[str, Any] = {}
        version = 1
        for one, kind in parameters(use_cases()[name]).items():
            if one in MOVES[name]:
                given[one] = MOVES[name][one]
            elif one in TABLES:
                table = Base.metadata.tables[TABLES[one]]
                rows = (await work.session.execute(select(table).order_by(table.c.id))).all()
                if not rows:
                    return None
                chosen = chance.choice(rows)
                given[one], version = chosen.id, getattr(chosen, "version", version)
            elif kind is Evidence:
                given[one] = Evidence(kind=EvidenceKind.PHOTO, file_id="f", unique_id="u", at=work.now)
            elif one != "drawn":
                given[one] = example(kind, self.town.today)
        if "drawn" in parameters(use_cases()[name]):
            given["drawn"] = version if chance.random() < 0.9 else version - 1
        return given

    async def _holds(self) -> None:
        async with self.town.app.sessions() as session, session.begin():
            for table in Base.metadata.sorted_tables:
                await session.execute(select(table))  # a state that the model does not name cannot be read
            await self._history_grows(session)
            work = Work(session, None, self.town.now, self.town.app.turn.rules)
            routes = (await session.scalars(select(Route))).all()
            for route in routes:
                await judged(session, work, route)
            await signed(session)
            await told(session)

    async def _history_grows(self, session: Any) -> None:
        lines = (await session.execute(select(HistoryLine.__table__).order_by("id"))).all()
        assert lines[: len(self.said)] == self.said, "history only grows"
        self.said = list(lines)


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
        on_date=town.today + timedelta(days=7 * number),
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


async def signed(session: Any) -> None:
    """An open paper waits for somebody; at most one goes round about each thing; no one enters their own signature."""
    papers = (await session.scalars(select(Paper))).unique().all()
    going = [(one.kind, one.subject_id) for one in papers if one.state is PaperState.OPEN]
    assert len(going) == len(set(going)), "two papers go round about one thing"
    for paper in papers:
        slots = (await session.scalars(select(PaperSlot).where(PaperSlot.paper_id == paper.id))).all()
        if paper.state is PaperState.OPEN:
            now = [one for one in slots if one.stage == paper.stage]
            assert any(one.state is SlotState.WAITING for one in now), "an open paper waits for nobody"
            assert all(one.roles for one in now)
            assert all(one.state is SlotState.WAITING for one in slots if one.stage > paper.stage)
        if paper.state is PaperState.DONE:
            assert all(one.state is SlotState.SIGNED for one in slots)
        await of_this_version(session, paper, slots)
        for one in slots:
            assert (one.at is None) == (one.state is SlotState.WAITING)
            assert one.entered_by_id is None or one.entered_by_id != one.person_id


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


async def told(session: Any) -> None:
    """Nobody is told the same twice at one moment."""
    kinds = (Notice.person_id, Notice.kind, Notice.facts, Notice.created_at)
    twice = select(*kinds).group_by(*kinds).having(func.count() > 1)
    assert (await session.execute(twice)).all() == []


def test_whatever_anybody_does_what_must_hold_holds(empty_database: Path) -> None:
    RouteMachine.empty = empty_database
    run_state_machine_as_test(
        seed(7)(RouteMachine),
        settings=settings(
            max_examples=400 if DEEP else int(os.environ.get("N", "10")),
            stateful_step_count=80 if DEEP else 40,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )
    assert len(DONE) >= 15 and DONE["signing.sign"], DONE
