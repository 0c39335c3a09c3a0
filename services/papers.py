"""The papers of a route: who may have them, how far each is, and each as a file (S000 3.1.4, X44)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from documents.paper_model import Paper
from models.errors import NotYours
from models.paper import Paper as SignedPaper
from models.people import Person, Role
from models.route import Route, route_by_id, routes_of_teacher
from models.route_search import routes_to_look_at
from services import discreet, mentoring_paper, pages, paper_facts, paper_protocol, paper_stage, staff
from services.pages import Page
from services.paper_kinds import BUILDERS
from services.paper_stage import FOLLOW_THE_PLAN, PaperStage
from services.work import Work


@dataclass(frozen=True)
class Shown:
    """One paper in the list: its kind, and how far it is."""

    kind: str
    stage: PaperStage


@dataclass(frozen=True)
class Folder:
    """Every paper of one route."""

    route: Route
    papers: Sequence[Shown]


def opens(roles: Collection[Role]) -> bool:
    """Do these offices open the papers of a school or of a region?"""
    return staff.opens(roles)


async def of_route(work: Work, route_id: int) -> Folder:
    """The papers of a route for the teacher, the team, the heads of the school and the centre. Refuses NotYours."""
    route = await seen(work, route_id)
    shown = [Shown(kind, await paper_stage.of(work, route, kind)) for kind in kinds(work, route)]
    return Folder(route, shown)


async def own(work: Work) -> Folder:
    """The papers of the acting teacher. Refuses NotYours to people who walk no route."""
    route = await work.get(routes_of_teacher(work.person.id))
    return await of_route(work, route.id)


async def paper(work: Work, route_id: int, kind: str) -> Paper:
    """One paper for the chat, as the acting person may read it. Refuses papers-discreet; NotYours as `readable`."""
    route = await readable(work, route_id, kind)
    discreet.only_open(work, route.teacher)
    return (await build(work, route, work.person, [kind]))[0]


async def readable(work: Work, route_id: int, kind: str) -> Route:
    """The route of a paper that the acting person may read. Refuses NotYours, also for a kind that is none."""
    route = await seen(work, route_id)
    if kind not in kinds(work, route):
        raise NotYours("refusal-not-yours")
    return route


async def card(work: Work, route: Route) -> Paper | None:
    """The paper that the words on the plan are given to, as the teacher reads it; None where there is no such form."""
    kind = next((one for one in kinds(work, route) if one in FOLLOW_THE_PLAN), None)
    return (await build(work, route, route.teacher, [kind]))[0] if kind is not None else None


async def every_paper(work: Work, route_id: int) -> list[Paper]:
    """Every paper of a route as the team may read it, for whoever keeps the server. Refuses NotYours: no such route."""
    route = await work.get(route_by_id(route_id))
    made = await build(work, route, None, kinds(work, route))
    programmes, protocols = mentoring_paper.inside(work, route_id), paper_protocol.of_route(work, route_id)
    return [*made, *await programmes, *await protocols]


async def page(work: Work, at: int = 0) -> Page[Route]:
    """Other people's routes whose papers the acting person may have, by name."""
    mine = await staff.reach_if_any(work)
    query = routes_to_look_at(work.person.id, mine.schools, mine.regions, work.today)
    return await pages.page(work, query, Route.id, at)


def kinds(work: Work, route: Route) -> list[str]:
    """The kinds of paper that the regulation of a route has and that can be made, in its order."""
    return [one.code for one in work.rules.of(route).documents if one.code in BUILDERS]


async def build(work: Work, route: Route, reader: Person | None, wanted: Sequence[str]) -> list[Paper]:
    """These kinds of paper of a route as `reader` may read them; None: as the team may. Asks nobody for rights."""
    facts = await paper_facts.load(work, route, reader)
    documents = {one.code: one for one in facts.regulation.documents}
    return [BUILDERS[kind](documents[kind], facts) for kind in wanted]


async def knows_whose(work: Work, paper: SignedPaper) -> bool:
    """May the asker read whose a signed paper is: who may have its papers, and whoever has signed it?"""
    if work.account.person is None:
        return False
    if work.person.id in {one.person_id for one in paper.slots}:
        return True
    try:
        await seen(work, paper.route_id)
    except NotYours:
        return False
    return True


async def seen(work: Work, route_id: int) -> Route:
    """A route, for the teacher, the team, the heads of the school and the centre. Refuses NotYours."""
    route = await work.get(route_by_id(route_id))
    today, person = work.today, work.person
    if route.teacher_id == person.id or any(
        one.person_id == person.id and one.holds(today) for one in route.team
    ):
        return route
    if not (await staff.reach_if_any(work)).covers(route.organisation):
        raise NotYours("refusal-not-yours")
    return route
