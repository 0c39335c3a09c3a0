"""The programme of the centre inside a route: who drafts the route fills it in, a missing field only warns (X38)."""

from __future__ import annotations

from dataclasses import dataclass

from models.errors import BadAnswer, NotYours, Outdated
from models.evidence import Evidence, Oversize
from models.people import ROUTE_ROLES, Role
from models.programme import Programme, programme_of
from models.route import Route, RouteState, route_by_id
from regulations import programme as rules
from regulations.pupils import is_list_of_pupils
from regulations.rule import Named
from services.work import Work


@dataclass(frozen=True)
class Included:
    """The programme of one route. `rule`: what the text wants of it; `may_fill`: the acting person drafts the route."""

    route: Route
    rule: rules.Programme
    said: Programme
    may_fill: bool

    @property
    def missing(self) -> list[Named]:
        """The fields that are still empty."""
        return [one for one in self.rule.fields if not self.said.value(one.code)]


def asks(work: Work, route: Route) -> bool:
    """Whether the text includes a programme in the route."""
    return work.rules.of(route).programme is not None


async def missing(work: Work, route: Route) -> list[Named]:
    """The fields that are still empty; none where the text knows no programme. The asker is known to see the route."""
    rule = work.rules.of(route).programme
    if rule is None:
        return []
    said = await work.find(programme_of(route.id))
    return [one for one in rule.fields if said is None or not said.value(one.code)]


async def of_route(work: Work, route: Route) -> Programme | None:
    """What is known of it, for the card."""
    return await work.find(programme_of(route.id))


async def look(work: Work, route_id: int) -> Included:
    """The programme for the teacher or the team. Refuses NotYours to strangers, and where the text knows none."""
    route = await work.get(route_by_id(route_id))
    if route.teacher_id != work.person.id:
        route.only_team(work.person, work.today)
    rule = work.rules.of(route).programme
    if rule is None:
        raise NotYours("refusal-not-yours")
    said = await work.find(programme_of(route_id))
    if said is None:
        said = Programme(route_id=route_id, name="", approval="", changed_at=work.now, evidence=[])
        work.session.add(said)
        await work.session.flush()
    return Included(route, rule, said, _drafts(work, route))


def _drafts(work: Work, route: Route) -> bool:
    """Whether the acting person is one of those who draft the route."""
    roles = work.rules.of(route).team.drafting.roles
    if route.teacher_id == work.person.id:
        return any(Role(one) in ROUTE_ROLES for one in roles)
    return any(
        one.person_id == work.person.id and one.role in roles and one.holds(work.today) for one in route.team
    )


async def to_fill(work: Work, route_id: int) -> Included:
    """The same for whoever fills it in. Refuses NotYours to others, Outdated once the route is over."""
    found = await look(work, route_id)
    if not found.may_fill:
        raise NotYours("refusal-not-yours")
    if found.route.state is RouteState.CLOSED:
        raise Outdated("refusal-outdated")
    return found


async def write(work: Work, route_id: int, code: str, text: str) -> Included:
    """One field in words; kept at once. Refuses: as `to_fill`; a list of pupils (X47)."""
    if is_list_of_pupils(text):
        raise BadAnswer("programme-pupils")
    found = await to_fill(work, route_id)
    found.said.write(code, " ".join(text.split()), work.now)
    work.remember(route_id, "programme.written", field=code)
    await work.session.flush()
    return found


async def attach(work: Work, route_id: int, file: Evidence) -> Included:
    """Its file; copied in the background, one too large stays in the chat. Refuses as `to_fill`."""
    found = await to_fill(work, route_id)
    file.to_copy(work.rules.largest_copy)
    if file.undecided:
        file.decide(Oversize.CHAT)
    found.said.attach(file, work.now)
    work.remember(route_id, "programme.written", field="file")
    await work.session.flush()
    return found
