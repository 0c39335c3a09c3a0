"""«Своя» competency: named by the teacher where the regulation's list is open, rated with the self-diagnosis (X12)."""

from __future__ import annotations

from models.base import normalised
from models.errors import BadAnswer, NotYours, Refusal
from models.own_competency import OwnCompetency, OwnRating, own_competencies_of, own_ratings_of
from models.route import Route, route_by_id
from regulations import frameworks
from regulations.scales import tenths
from regulations.schema import Regulation
from services.work import Work

MOST = 3
"""More would make a questionnaire of its own."""


async def of_route(work: Work, route: Route) -> list[OwnCompetency]:
    """What the teacher has named; nothing where the regulation's list is closed."""
    if work.rules.of(route).own_competency is None:
        return []
    return await work.all(own_competencies_of(route.id))


async def extended(work: Work, route: Route, regulation: Regulation) -> Regulation:
    """The regulation with the teacher's own competencies behind its own; the framework of managers stays as it is."""
    own = await of_route(work, route)
    if not own or frameworks.is_managers(regulation):
        return regulation
    return frameworks.with_own(regulation, {one.code: one.title for one in own})


async def scores(work: Work, route: Route, diagnosis_id: int, top: int) -> dict[str, int]:
    """The ratings of one self-diagnosis as scores in tenths of a per cent; `top`: the highest step of its scale."""
    own = {one.id: one for one in await of_route(work, route)}
    if not own:
        return {}
    rated = await work.all(own_ratings_of(diagnosis_id))
    return {own[one.competency_id].code: tenths(one.value, top) for one in rated if one.competency_id in own}


async def add(work: Work, route_id: int, title: str) -> OwnCompetency:
    """The teacher names one. Refuses: NotYours, one that stands there already, the fourth."""
    route = await work.get(route_by_id(route_id))
    route.only_teacher(work.person)
    regulation = work.rules.of(route)
    if regulation.own_competency is None:
        raise NotYours("refusal-not-yours")
    own = await of_route(work, route)
    if len(own) >= MOST:
        raise Refusal("own-competency-enough", most=MOST)
    known = {one.title.get("ru") for one in regulation.competencies} | {one.title for one in own}
    if normalised(title) in {normalised(one) for one in known}:
        raise BadAnswer("own-competency-known")
    made = OwnCompetency(route_id=route_id, title=title, added_at=work.now)
    work.session.add(made)
    await work.session.flush()
    work.remember(route_id, "diagnosis.own-named", competency=made.code)
    return made


async def one(work: Work, route: Route, competency_id: int) -> OwnCompetency:
    """One of the route's own competencies. Refuses NotYours."""
    for found in await of_route(work, route):
        if found.id == competency_id:
            return found
    raise NotYours("refusal-not-yours")


async def rate(work: Work, competency: OwnCompetency, diagnosis_id: int, value: int) -> None:
    """The teacher says how well it goes; a later word takes the place of the earlier."""
    kept = await work.session.get(OwnRating, (competency.id, diagnosis_id))
    if kept is None:
        kept = OwnRating(competency_id=competency.id, diagnosis_id=diagnosis_id)
        work.session.add(kept)
    kept.value = value
    await work.session.flush()
