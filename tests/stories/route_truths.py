"""What holds about a route whatever anybody did: verdicts, signatures, breaks, the history, what was told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, String, cast, func, select

from models.base import Base
from models.conclusions import PROLONGED
from models.notice import Notice
from models.paper import Paper, PaperKind, PaperState, fingerprint_of, paper_of_slot
from models.paper_slot import PaperSlot, SlotState
from models.people import ROUTE_ROLES, Role
from models.plan_version import PlanVersion
from models.report import Report, ReportState
from models.route import Route, RouteState
from models.suspension import SuspensionState, suspensions_of
from regulations.approval import Act
from services import review, signing_offices
from services.work import Work
from tests.stories.route_given import Rows

MORNING = ("review-digest",)
"""What reviewers hear of their own queue."""


async def everything(session: Any, *tables: str) -> dict[str, list[Any]]:
    """Every row of every table, or of these; a state that the model does not name cannot be read."""
    every = [one for one in Base.metadata.sorted_tables if not tables or one.name in tables]
    return {one.name: list(await session.execute(select(one).order_by(*one.primary_key))) for one in every}


async def holds(session: Any, work: Work, before: Rows, after: Rows) -> None:
    """All of it, after a move that changed something; `before`: as the rows were."""
    lines = before["history"]
    assert after["history"][: len(lines)] == lines, "history only grows"
    for route in (await session.scalars(select(Route))).all():
        await judged(session, work, route)
        await stands_still(work, route)
    ended(before, after)
    await signed(session, work)
    await told(session)


async def judged(session: Any, work: Work, route: Route) -> None:
    """Nobody judges their own work; what is decided says by whom; as many count as are accepted."""
    reports = (await session.scalars(select(Report).where(Report.route_id == route.id))).all()
    alone = work.rules.of(route).team.reviewers.alone
    for one in reports:
        assert alone or one.decided_by_id != route.teacher_id, "nobody judges their own report"
        decided = one.state in (ReportState.ACCEPTED, ReportState.RETURNED)
        assert (one.decided_at is not None) >= decided
        assert one.state is ReportState.DRAFT or one.submitted_at is not None
    accepted = sum(one.state is ReportState.ACCEPTED for one in reports)
    assert await review.accepted_count(work, route) == accepted
    assert route.state is not RouteState.ACTIVE or route.began_on is not None


async def stands_still(work: Work, route: Route) -> None:
    """A route stands still on the days of its one break in force, and otherwise goes on."""
    breaks = await work.all(suspensions_of(route.id, SuspensionState.ON))
    days = [(one.starts_on, one.ends_on) for one in breaks]
    assert days == ([(route.suspended_on, route.suspended_until)] if route.suspended_on else [])
    for one in await work.all(suspensions_of(route.id, SuspensionState.OVER)):
        assert one.resumed_on is not None
        assert one.days >= 0


def ended(before: Rows, after: Rows) -> None:
    """Signed conclusions end the route or move its last day, as written; taken back, all is as it was before them.

    A break that ends with a longer term moves the last day by its days, and nothing else moves the end of an approved
    route.
    """
    were = {one.id: one for one in before["routes"]}
    states = {one.id: one.state for one in before["conclusions"]}
    signed = [one for one in after["conclusions"] if one.state == "signed" != states.get(one.id)]
    undone = [one for one in after["conclusions"] if (one.state, states.get(one.id)) == ("signing", "signed")]
    on = {one.id for one in before["suspensions"] if one.state == "on"}
    grown = sum(one.days for one in after["suspensions"] if one.id in on and one.state == "over")
    for route in after["routes"]:
        was = were[route.id]
        for one in signed:
            ends = one.new_end if one.outcome == PROLONGED else was.ends_on
            assert route.ends_on == ends
            assert route.state == ("active" if one.outcome == PROLONGED else "closed")
            assert one.outcome != PROLONGED or one.old_end == was.ends_on, (
                "where the end was before is another day"
            )
        for one in undone:
            assert route.state == "active"
            assert route.ends_on == (one.old_end if one.outcome == PROLONGED else was.ends_on)
        if not signed and not undone and was.state == "active" and was.ends_on is not None:
            assert (route.ends_on - was.ends_on).days == grown


async def signed(session: Any, work: Work) -> None:
    """An open paper waits for somebody; at most one goes round about each thing; no one enters their own signature."""
    papers = [await work.get(paper_of_slot(one)) for one in await session.scalars(first_slots())]
    going = [(one.kind, one.subject_id) for one in papers if one.state is PaperState.OPEN]
    assert len(going) == len(set(going)), "two papers go round about one thing"
    for paper in papers:
        slots = (await session.scalars(select(PaperSlot).where(PaperSlot.paper_id == paper.id))).all()
        if paper.state is PaperState.OPEN:
            await waits(work, paper, slots)
        if paper.state is PaperState.DONE:
            assert all(one.state is SlotState.SIGNED for one in slots)
        for one in slots:
            assert (one.at is None) == (one.state is SlotState.WAITING)
            assert one.entered_by_id is None or one.entered_by_id != one.person_id
        await of_this_version(session, paper, slots)


async def waits(work: Work, paper: Paper, slots: Sequence[PaperSlot]) -> None:
    """Whose turn it is can sign; the teacher only as the teacher; who comes later has not signed."""
    now = [one for one in slots if one.stage == paper.stage]
    assert any(one.state is SlotState.WAITING for one in now), "an open paper waits for nobody"
    day, offices = signing_offices.day_of(work, paper.route), await signing_offices.around(work, paper.route)
    for one in now:
        asked = signing_offices.holders(paper, one, day, offices)
        assert asked or one.state is not SlotState.WAITING, f"nobody may sign as {one.roles}"
        others = all(office.person.id != paper.route.teacher_id for office in asked)
        assert others or ROUTE_ROLES & {Role(role) for role in one.held_by}
    assert all(one.state is SlotState.WAITING for one in slots if one.stage > paper.stage)


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
    kinds = (Notice.person_id, Notice.kind, cast(Notice.facts, String), Notice.created_at)
    twice = select(*kinds).group_by(*kinds).having(func.count() > 1)
    assert (await session.execute(twice)).all() == []


async def silent(session: Any, since: int, day: date) -> None:
    """About a route that stands still the clock says nothing; reviewers hear of what waits for them each morning."""
    for route in (await session.scalars(select(Route))).all():
        if route.is_suspended(day):
            kinds = select(Notice.kind).where(Notice.id > since, Notice.kind.not_in(MORNING))
            assert (await session.scalars(kinds)).all() == [], (
                "somebody is reminded of a route that stands still"
            )


def carried_out(before: Rows, after: Rows) -> list[Any]:
    """Orders by which routes have just gone to somebody else."""
    were = {one.id for one in before["staff_orders"] if one.state == "done"}
    return [one for one in after["staff_orders"] if one.state == "done" and one.id not in were]


def handed_over(order: Any, before: Rows, after: Rows, today: date) -> None:
    """The former member stands nowhere in that role; whatever they were asked waits for the successor, word by word."""
    own = {one.id for one in after["routes"] if one.teacher_id == order.successor_id}
    held = [one for one in after["team_members"] if one.until is None or one.until >= today]
    gone = {one.route_id for one in after["team_members"] if one.order_id == order.id} - own
    places = [one for one in held if one.route_id in gone]
    assert gone
    assert not [one for one in places if (one.person_id, one.role) == (order.person_id, order.role)]
    assert gone == {one.route_id for one in places if one.person_id == order.successor_id}
    asked = [
        one for one in before["help_requests"] if one.route_id in gone and one.state in ("open", "answered")
    ]
    lines = Counter(one.request_id for one in after["help_lines"])
    now = {one.id: one for one in after["help_requests"]}
    after_them = {one.origin_id: one for one in after["help_requests"]}
    for one in asked:
        if (one.addressee_id, one.role) == (order.person_id, order.role):
            new = after_them[one.id]
            assert now[one.id].state == "passed_on"
            assert (new.addressee_id, new.state) == (order.successor_id, "open")
            assert lines[new.id] == lines[one.id]
            times = [
                each for each in after["consultations"] if each.request_id == one.id and each.on_date >= today
            ]
            assert not [each for each in times if each.state in ("named", "offered", "chosen")]
