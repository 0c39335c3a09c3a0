"""Help before a diagnosis: what will be asked, and a team member who offers a talk (S000 3.1.3, S003 2.3; R0-054)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.diagnosis import Diagnosis, DiagnosisState, Phase, diagnoses_of_all
from models.errors import NotYours, Outdated
from models.route import Route, RouteState, route_by_id, routes_of_team
from regulations.questionnaire import Questionnaire
from regulations.rule import Named
from regulations.schema import Regulation
from services import plan
from services.diagnosis_final import LAST_DAYS
from services.once import already_told
from services.work import Work

OFFER = "diagnosis-prepare-offer"
OBJECTIVE = "objective"


@dataclass(frozen=True)
class Before:
    """A diagnosis that is ahead of a route: the one at its end (`final`), or at its beginning; `told`: this week."""

    route: Route
    final: bool
    told: bool


@dataclass(frozen=True)
class Preparing:
    """What the teacher may know before it begins. `final`: it is the one at the end of the route."""

    regulation: Regulation
    asked: Questionnaire
    final: bool

    @property
    def advice(self) -> Named | None:
        """What the text advises on judging oneself (R2-028)."""
        return objective(self.regulation)

    def count(self, competency: str) -> int:
        """How many statements are about it."""
        return sum(one.competency == competency for one in self.asked.statements)


def objective(regulation: Regulation) -> Named | None:
    """The text's advice to judge oneself objectively; None where it gives none."""
    return regulation.advice.rule(OBJECTIVE) if regulation.advice is not None else None


async def own(work: Work) -> Preparing:
    """What the acting teacher will be asked. Refuses NotYours to others, and where nothing is asked."""
    route = await plan.own_route(work)
    asked = work.rules.offered(route)
    if asked is None:
        raise NotYours("refusal-not-yours")
    return Preparing(work.rules.of(route), asked, route.state is RouteState.ACTIVE)


async def ahead(work: Work) -> list[Before]:
    """Whom the acting person accompanies, and may help with a diagnosis that is ahead, by name."""
    routes = [
        one
        for one in await work.all(routes_of_team(work.person.id, work.today))
        if one.teacher_id != work.person.id and not one.is_suspended(work.today)
    ]
    return await _of(work, routes)


async def _of(work: Work, routes: Sequence[Route]) -> list[Before]:
    taken = await work.all(diagnoses_of_all([one.id for one in routes]))
    found = [(one, _final(work, one, [each for each in taken if each.route_id == one.id])) for one in routes]
    waiting = {route.id: (route, final) for route, final in found if final is not None}
    told = await already_told(work, [_once(work, id) for id in waiting])
    return [Before(route, final, _once(work, id) in told) for id, (route, final) in waiting.items()]


def _final(work: Work, route: Route, taken: Sequence[Diagnosis]) -> bool | None:
    """Which one is ahead: True at the end, False at the beginning; None: none, it is held, or was declined."""
    if work.rules.offered(route) is None:
        return None
    if route.state is RouteState.DRAFT:
        return False if not taken or taken[0].state is DiagnosisState.IN_PROGRESS else None
    near = route.ends_on is not None and route.organisation.today(work.now) >= route.ends_on - LAST_DAYS
    if (
        route.state is not RouteState.ACTIVE
        or not near
        or work.rules.of(route).diagnosis.final.mode == "none"
    ):
        return None
    ends = [one.state for one in taken if one.phase is Phase.FINAL]
    return True if not ends or ends[0] is DiagnosisState.IN_PROGRESS else None


def _once(work: Work, route_id: int) -> str:
    year, week, _ = work.today.isocalendar()
    return f"{OFFER}:{route_id}:{year}-{week}"


async def offer(work: Work, route_id: int) -> Before:
    """A team member offers a talk before a diagnosis; the teacher hears, once a week from all of them together.

    Refuses: NotYours to strangers and to the teacher; diagnosis-prepare-told, diagnosis-prepare-held.
    """
    route = await work.get(route_by_id(route_id))
    route.only_team(work.person, work.today)
    found = [] if route.is_suspended(work.today) else await _of(work, [route])
    if not found:
        raise Outdated("diagnosis-prepare-held")
    if found[0].told:
        raise Outdated("diagnosis-prepare-told")
    name, final = work.person.short_name, found[0].final
    work.notify(route.teacher_id, OFFER, once=_once(work, route_id), name=name, final=final)
    work.remember(route_id, "diagnosis.help-offered")
    return found[0]
