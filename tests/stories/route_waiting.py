"""Whatever waits, waits for somebody: whom the rules ask, and whose screens show it, are the same people.

Nobody is asked only where nobody holds the office, and then somebody else was told; never the author of what is judged.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from models.correction import CorrectionState
from models.errors import Refusal
from models.paper import PaperState, paper_by_id
from models.people import ROUTE_ROLES, Role
from models.review_question import open_question_to
from models.route import Route, route_by_id
from services import (
    conclusions,
    conclusions_desk,
    conclusions_known,
    consultation,
    correction,
    help_request,
    plan_confirm,
    report_reopen,
    review_question,
    review_queue,
    signing_list,
    staff_order,
    suspension,
)
from services.staff import OF_A_REGION, OF_A_SCHOOL
from services.work import Work
from tests.stories.route_given import Rows


@dataclass(frozen=True)
class Waiting:
    """One thing that waits: whom the rules ask, who sees it, who must never be asked, where nobody had to be told."""

    what: str
    asked: Collection[int]
    shown: Collection[int]
    never: Collection[int] = ()
    nobody: str = ""

    def is_right(self, rows: Rows) -> None:
        """Exactly one set of people, and not an empty one."""
        assert set(self.shown) == set(self.asked), f"{self.what} is shown to others than are asked"
        assert not set(self.asked) & set(self.never), f"{self.what} waits for its author"
        said = bool(self.nobody) and any(one.kind == self.nobody for one in rows["notices"])
        assert self.asked or said, f"{self.what} waits for nobody, and nobody was told"


@dataclass(frozen=True)
class Around:
    """Everybody around the routes, each with a desk of their own; `offices`: who holds which role there."""

    rows: Rows
    work: Work
    desks: Sequence[Work]
    offices: Mapping[Role, Collection[int]]

    def of(self, table: str, *states: str) -> list[Any]:
        """The rows of a table in these states."""
        return [one for one in self.rows[table] if one.state in states]

    async def who(self, sees: Callable[[Work], Awaitable[Any]]) -> set[int]:
        """Those who are not refused, and see it."""
        found = set()
        for desk in self.desks:
            with suppress(Refusal):
                if await sees(desk):
                    found.add(desk.person.id)
        return found

    async def listed(self, ids: Callable[[Work], Awaitable[Collection[int]]]) -> dict[int, set[int]]:
        """By person: what stands in a list of theirs."""
        return {desk.person.id: set(await ids(desk)) for desk in self.desks}

    def officers(self, role: Role, route: Route) -> set[int]:
        """Who holds a role on the team of a route, else around it; the teacher only as the teacher."""
        if role in ROUTE_ROLES:
            return {route.teacher_id}
        return (self.team(role, route) or set(self.offices.get(role, ()))) - {route.teacher_id}

    def team(self, role: Role, route: Route) -> set[int]:
        """Who holds a role on the team of a route."""
        day = route.organisation.today(self.work.now)
        return {one.person_id for one in route.team if one.role is role and one.holds(day)}


def shown(lists: Mapping[int, Collection[int]], id: int) -> set[int]:
    """In whose list it stands."""
    return {person for person, ids in lists.items() if id in ids}


async def reports(around: Around) -> list[Waiting]:
    """A report under review, and one that its teacher wants back: the team's."""
    found, day = [], around.work.now
    if sent := around.of("reports", "submitted"):

        async def queue(work: Work) -> list[int]:
            return [one.report.id for one in await review_queue.waiting(work)]

        lists = await around.listed(queue)
        for one in sent:
            route = await around.work.get(route_by_id(one.route_id))
            team = {member.person_id for member in route.reviewers(route.organisation.today(day))}
            seen = shown(lists, one.id)
            found.append(Waiting(f"report {one.id}", team, seen, {route.teacher_id}, "report-nobody"))
    for one in [each for each in around.rows["reports"] if each.reopen_asked_at is not None]:
        route = await around.work.get(route_by_id(one.route_id))
        team = {member.person_id for member in route.reviewers(route.organisation.today(day))}

        async def wanted(work: Work) -> list[int]:
            return [each.id for each in await report_reopen.wanted(work)]

        seen, nobody = shown(await around.listed(wanted), one.id), "report-reopen-nobody"
        found.append(Waiting(f"report {one.id} wanted back", team, seen, {route.teacher_id}, nobody))
    return found


async def questions(around: Around) -> list[Waiting]:
    """A question about a report as it was sent: the teacher's, who can answer it."""
    sent = {one.id: one for one in around.of("reports", "submitted")}
    found = []
    for one in around.rows["review_questions"]:
        report = sent.get(one.report_id)
        if report is None or one.answered_at is not None or one.sent_at != report.submitted_at:
            continue
        route = await around.work.get(route_by_id(report.route_id))

        async def may(work: Work, id: int = one.id) -> bool:
            await review_question.own(work, id)
            return id in {each.id for each in await work.all(open_question_to(work.person.id))}

        found.append(Waiting(f"question {one.id}", {route.teacher_id}, await around.who(may)))
    return found


async def plans(around: Around) -> list[Waiting]:
    """A plan that waits for the co-author's word; with its card under way the signatures wait instead."""
    cards = {one.route_id for one in around.of("papers", "open") if one.kind == "card"}
    found = []
    for one in around.of("routes", "on_confirmation"):
        if one.id in cards:
            continue
        route = await around.work.get(route_by_id(one.id))
        roles = around.work.rules.of(route).team.co_authors.roles
        asked = set().union(*(around.team(Role(role), route) for role in roles)) - {route.teacher_id}

        async def may(work: Work, id: int = route.id, version: int = route.version) -> bool:
            ready = await plan_confirm.ready_to_return(work, id, drawn=version)
            listed = {each.id for each in await plan_confirm.of_team(work)}
            return id in listed and ready.slot is None

        found.append(Waiting(f"plan {route.id}", asked, await around.who(may), {route.teacher_id}))
    return found


async def signatures(around: Around) -> list[Waiting]:
    """A slot whose turn it is: whoever holds its role, but nobody who made what it decides on."""
    papers = around.of("papers", "open")
    if not papers:
        return []

    async def to_sign(work: Work) -> list[int]:
        return [one.slot.id for one in await signing_list.waiting(work)]

    lists, found = await around.listed(to_sign), []
    for paper in [await around.work.get(paper_by_id(one.id)) for one in papers]:
        for slot in paper.due:
            made = {paper.author_id, paper.route.teacher_id} if slot.decides else set()
            roles = [Role(one) for one in slot.held_by]
            asked = set().union(*(around.officers(one, paper.route) for one in roles)) - made
            found.append(Waiting(f"slot {slot.id}", asked, shown(lists, slot.id), made - {None}))
    return found


async def helps(around: Around) -> list[Waiting]:
    """A request for help: its addressee's to answer, then the teacher's; the times of a talk go with it."""
    found = []
    requests = {one.id: one for one in around.of("help_requests", "open", "answered")}
    routes = {one.id: one.teacher_id for one in around.rows["routes"]}
    if not requests:
        assert not around.of("consultations", "named", "offered"), (
            "a time of a talk is left of a request that is over"
        )
        return []

    async def to_answer(work: Work) -> list[int]:
        return [
            one.id for one in await help_request.waiting(work) if await help_request.asked_of(work, one.id)
        ]

    async def to_close(work: Work) -> list[int]:
        return [one.id for one in await help_request.mine(work) if one.state == "answered"]

    answering, closing = await around.listed(to_answer), await around.listed(to_close)
    for one in requests.values():
        teacher, open_ = routes[one.route_id], one.state == "open"
        asked = {one.addressee_id} if open_ else {teacher}
        seen = shown(answering if open_ else closing, one.id)
        found.append(Waiting(f"help {one.id}", asked, seen, {teacher} if open_ else {one.addressee_id}))
    for time in around.of("consultations", "named", "offered"):
        assert time.request_id in requests, "a time of a talk is left of a request that is over"
        request = requests[time.request_id]
        whose = request.addressee_id if time.state == "named" else routes[request.route_id]

        async def may(work: Work, id: int = time.id, whose: int = whose) -> bool:
            return work.person.id == whose and bool(await consultation.of_time(work, id))

        found.append(Waiting(f"time {time.id}", {whose}, await around.who(may)))
    return found


async def breaks(around: Around) -> list[Waiting]:
    """A break being entered: whoever enters it; in force: every officer who may let the route go on."""
    found = []
    for one in around.of("suspensions", "draft", "on"):
        route = await around.work.get(route_by_id(one.route_id))
        officers = set().union(*(around.offices.get(role, ()) for role in OF_A_REGION | OF_A_SCHOOL))
        asked = {one.author_id} if one.state == "draft" else officers - {route.teacher_id}

        async def may(work: Work, id: int = one.id) -> Any:
            return await suspension.look(work, id)

        found.append(Waiting(f"break {one.id}", asked, await around.who(may), {route.teacher_id}))
    return found


async def orders(around: Around) -> list[Waiting]:
    """An order being made: whoever makes it."""
    found = []
    for one in around.of("staff_orders", "draft"):

        async def may(work: Work, id: int = one.id) -> Any:
            return await staff_order.order_of(work, id)

        found.append(Waiting(f"order {one.id}", {one.author_id}, await around.who(may), {one.person_id}))
    return found


async def corrections(around: Around) -> list[Waiting]:
    """A correction: its author's, and then one paper that goes round, whose slots wait."""
    found = []
    for one in around.of("corrections", "draft", "signing"):
        route = await around.work.get(route_by_id(one.route_id))
        about = await correction.paper_of(around.work, one)
        open_ = about is not None and about.state is PaperState.OPEN
        assert open_ == (one.state is CorrectionState.SIGNING), "a correction and its paper disagree"

        async def may(work: Work, id: int = one.id) -> Any:
            return await correction.own(work, id)

        team = {member.person_id for member in route.team}
        assert one.author_id in team | {route.teacher_id}
        found.append(Waiting(f"correction {one.id}", {one.author_id}, await around.who(may)))
    return found


async def endings(around: Around) -> list[Waiting]:
    """Conclusions: whoever sums up writes them, one paper goes round, then the teacher reads them."""
    found = []
    for one in around.rows["conclusions"]:
        route = await around.work.get(route_by_id(one.route_id))
        rules = around.work.rules.of(route)
        papers = [each for each in around.of("papers", "open") if each.kind == "conclusions"]
        going = [each for each in papers if each.subject_id == one.id]
        assert len(going) == (one.state == "signing"), "conclusions and their paper disagree"
        if one.state == "draft":
            role = Role(rules.conclusion.summary_by)
            found.append(
                Waiting("draft of conclusions", around.officers(role, route), await _sum_up(around, route))
            )
        if one.state == "signed" and one.known is None and rules.signing.acknowledge is not None:

            async def may(work: Work, id: int = one.id) -> bool:
                listed = {each.id for each in await conclusions_known.own(work)}
                return id in listed and (await conclusions_known.read(work, id)).asked

            found.append(Waiting(f"conclusions {one.id}", {route.teacher_id}, await around.who(may)))
    return found


async def _sum_up(around: Around, route: Route) -> set[int]:
    """Who can write the conclusions; others than the teacher have the route on their list."""

    async def may(work: Work) -> bool:
        await conclusions.look(work, route.id)
        page = await conclusions_desk.page(work)
        return work.person.id == route.teacher_id or route.id in {one.route.id for one in page.lines}

    return await around.who(may)


Kind = Callable[[Around], Awaitable[list[Waiting]]]
KINDS: Mapping[Kind, frozenset[str]] = {
    reports: frozenset({"reports"}),
    questions: frozenset({"reports", "review_questions"}),
    plans: frozenset({"routes", "papers", "assents"}),
    signatures: frozenset({"papers", "paper_slots"}),
    helps: frozenset({"help_requests", "consultations"}),
    breaks: frozenset({"suspensions"}),
    orders: frozenset({"staff_orders"}),
    corrections: frozenset({"corrections", "papers"}),
    endings: frozenset({"conclusions", "papers"}),
}
"""What waits, and the tables that it stands in."""
EVERYBODY = frozenset({"team_members", "appointments", "people"})
"""Who is who: what changes there may change every queue."""


async def everything_waits_for_somebody(around: Around, touched: Collection[str]) -> None:
    """Every kind of thing that waits, as far as anything has changed about it."""
    for kind, tables in KINDS.items():
        if (tables | EVERYBODY) & set(touched):
            for one in await kind(around):
                one.is_right(around.rows)
