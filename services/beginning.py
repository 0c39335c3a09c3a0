"""The beginning of a route by the teacher's own wish: reasons, a small check of oneself (S002; R2-005, R2-029)."""

from __future__ import annotations

from dataclasses import dataclass

from models.beginning import RouteBeginning, beginning_of
from models.errors import BadAnswer, NotYours
from models.route import Route, RouteState, route_by_id
from regulations.directions import Beginning
from regulations.pupils import is_list_of_pupils
from regulations.rule import Named
from regulations.schema import Regulation
from services import plan
from services.work import Work

ATTESTATION = "attestation"


@dataclass(frozen=True)
class Beginnings:
    """What the text asks at the beginning, and what the teacher has said."""

    route: Route
    regulation: Regulation
    said: RouteBeginning

    @property
    def rule(self) -> Beginning:
        """Why a route is begun, by the text."""
        assert self.regulation.beginning is not None
        return self.regulation.beginning

    @property
    def questions(self) -> tuple[Named, ...]:
        """The questions of the text to check oneself."""
        return self.regulation.advice.questions if self.regulation.advice else ()

    @property
    def attested(self) -> bool:
        """The teacher walks the route for an attestation, too (S002, R2-004)."""
        return ATTESTATION in self.said.reasons


def asks(regulation: Regulation) -> bool:
    """Whether the text names reasons to begin."""
    return regulation.beginning is not None and bool(regulation.beginning.reasons)


async def own(work: Work) -> Beginnings:
    """The acting teacher's. Refuses NotYours to people who walk no route, and where the text names no reasons."""
    return await look(work, (await plan.own_route(work)).id)


async def look(work: Work, route_id: int) -> Beginnings:
    """The same by its route; begun when it is opened. Refuses NotYours."""
    route = await work.get(route_by_id(route_id))
    route.only_teacher(work.person)
    regulation = work.rules.of(route)
    if not asks(regulation) or route.state is RouteState.CLOSED:
        raise NotYours("refusal-not-yours")
    said = await work.find(beginning_of(route_id))
    if said is None:
        said = RouteBeginning(route_id=route_id, reasons=[], own="", checked=[], changed_at=work.now)
        work.session.add(said)
        await work.session.flush()
    return Beginnings(route, regulation, said)


async def toggle(work: Work, route_id: int, at: int, *, drawn: int) -> Beginnings:
    """The teacher names a reason of the text, or takes it back. Refuses: NotYours, Outdated."""
    found = await look(work, route_id)
    found.said.drawn(drawn)
    if not 0 <= at < len(found.rule.reasons):
        raise NotYours("refusal-not-yours")
    found.said.toggle(found.rule.reasons[at].code, work.now)
    await work.session.flush()
    return found


async def explain(work: Work, route_id: int, text: str) -> Beginnings:
    """A reason in own words. Refuses: NotYours, a list of pupils (X47)."""
    if is_list_of_pupils(text):
        raise BadAnswer("beginning-pupils")
    found = await look(work, route_id)
    found.said.explain(" ".join(text.split()), work.now)
    await work.session.flush()
    return found


async def check(work: Work, route_id: int, at: int) -> tuple[Beginnings, Named]:
    """The teacher looks at what the text says to one of its questions. Refuses NotYours for a forged one."""
    found = await look(work, route_id)
    if not 0 <= at < len(found.questions):
        raise NotYours("refusal-not-yours")
    one = found.questions[at]
    found.said.check(one.code, work.now)
    await work.session.flush()
    return found, one
