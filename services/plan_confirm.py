"""The words on a plan: both co-authors agree, the card is signed, or it goes back (S000 3.1.2, X22, X27, X31)."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import joinedload

from models.approval import plans_of_team
from models.errors import NotYours, Outdated, Refusal
from models.history import HistoryLine, last_word
from models.paper import PaperKind
from models.paper_slot import PaperSlot
from models.people import Appointment, Role, methodists_of
from models.route import Route, RouteState, TeamMember, route_by_id
from services import plan, plan_assent, plan_card, plan_letter, signing, signing_seat
from services.plan import Plan
from services.plan_assent import Said
from services.work import Work


async def agree(work: Work, route_id: int, *, drawn: int, reason: str = "") -> Plan:
    """The teacher agrees with the draft; the co-author hears, with the whole plan and the reason for a departure.

    Where the co-author has agreed with this very draft before, or where the regulation leaves the plan to the teacher
    (X30), the card goes round to be signed; where nobody signs the route begins by the teacher's own word. Refuses:
    NotYours, plan-already-sent, plan-no-term, plan-empty, plan-needs-a-reason, plan-nobody-confirms.
    """
    found = await plan.look(work, route_id)
    found.route.agree_as_teacher(work.person, drawn)
    _has_rows(found)
    if found.needs_a_reason and not reason:
        raise Refusal("plan-needs-a-reason")
    asked = await _co_authors(work, found)
    said = await plan_assent.assent(work, found, Role.TEACHER)
    work.remember(route_id, "plan.sent", reason=reason, planned=len(found.activities))
    if said.of_team is not None or found.alone(work.today):
        await _open_card(work, found, said)
    else:
        await _ask(work, found, said, asked, reason)
    return found


def _has_rows(found: Plan) -> None:
    if not found.activities:
        raise Refusal("plan-empty")


async def _co_authors(work: Work, found: Plan) -> list[TeamMember]:
    """Who is to agree beside the teacher; refuses when there is nobody, and names whom to ask."""
    asked, route = found.co_authors(work.today), found.route
    if not asked and not found.alone(work.today):
        query = methodists_of(route.organisation.region, work.today).options(joinedload(Appointment.person))
        offices = await work.all(query)
        names = sorted({one.person.short_name for one in offices if one.person_id != route.teacher_id})
        raise Refusal("plan-nobody-confirms", names=", ".join(names), known=len(names))
    return asked


async def _ask(work: Work, found: Plan, said: Said, asked: list[TeamMember], reason: str) -> None:
    """The whole plan for every co-author whose word is due now."""
    await work.session.flush()
    news = await plan_assent.news(work, found)
    for member in asked:
        due = plan_letter.due(work, found, said, member.person_id)
        once = f"plan-waiting:{found.route.id}:{found.route.version}:{member.person_id}"
        facts = plan_letter.letter(found, due, news, reason, writable=True)
        work.notify(member.person_id, "plan-waiting", once=once, **facts)


async def assent(work: Work, route_id: int, *, drawn: int) -> Plan:
    """A co-author of the team agrees with a draft before the teacher does; the teacher hears once.

    Refuses: NotYours (also the own plan, X27), Outdated, plan-no-term, plan-empty.
    """
    found = await plan.of_route(work, await work.get(route_by_id(route_id)))
    route = found.route
    member = route.agree_as_team(work.person, work.today, drawn, found.co_author_roles)
    if route.state is not RouteState.DRAFT:
        raise Outdated("refusal-outdated")
    _has_rows(found)
    await plan_assent.assent(work, found, member.role)
    work.remember(route_id, "plan.agreed", role=member.role.value)
    await work.session.flush()
    once = f"plan-agreed:{route_id}:{route.version}"
    by = work.person.short_name
    work.notify(route.teacher_id, "plan-agreed", once=once, by=by, route=route_id, version=route.version)
    return found


async def confirm(work: Work, route_id: int, *, drawn: int) -> Plan:
    """A co-author of the team agrees with a plan that the teacher agrees with: the card goes round to be signed.

    Where nobody signs the route begins at once, and the teacher hears (X30). Refuses: NotYours (also the own plan,
    X27), plan-confirmed-already, plan-not-waiting, plan-waits-for.
    """
    found, said = await _due(work, route_id, drawn)
    if said.of_team is None:
        member = found.route.agree_as_team(work.person, work.today, drawn, found.co_author_roles)
        said = await plan_assent.assent(work, found, member.role)
        work.remember(route_id, "plan.agreed", role=member.role.value)
    await _open_card(work, found, said)
    return found


async def _open_card(work: Work, found: Plan, said: Said) -> None:
    """Both agree (X22): the card of this version is signed (S000 3.1.2, 4.8), or the route begins."""
    assert said.version is not None
    route, by = found.route, said.of_team
    route.touch()
    await work.session.flush()
    paper = await plan_card.open_card(work, route, said.version, by.person_id if by else None)
    if paper is not None:
        return
    await plan_card.start(work, route, work.today)
    if by is not None and work.person.id != route.teacher_id:
        once = f"plan-confirmed:{route.id}:{route.version}"
        plan_card.tell_teacher(work, route, by.person.short_name, work.today, once)


async def _due(work: Work, route_id: int, drawn: int) -> tuple[Plan, Said]:
    """The plan and what was said, where the co-author's word is due; «Ждёт: …» where it is another's (S-06.1)."""
    found = await plan.of_route(work, await work.get(route_by_id(route_id)))
    found.route.only_team(work.person, work.today)
    found.route.waits_for_a_word(drawn)
    said = await plan_assent.said(work, found.route)
    if said.card is not None and said.card.due:
        raise Refusal("plan-waits-for", role=found.regulation.role_title(said.card.due[0].held_by[0]))
    if not found.may_agree(work.person.id, work.today):
        first = next(iter(found.co_author_roles), found.regulation.walker)
        raise Refusal("plan-waits-for", role=found.regulation.role_title(first))
    return found, said


async def take_back(work: Work, route_id: int, *, drawn: int) -> Plan:
    """The teacher takes the plan, and the own word, back; signatures of it count no more.

    Refuses once it is approved, and NotYours.
    """
    found = await plan.look(work, route_id)
    found.route.take_back(work.person, drawn)
    said = await plan_assent.said(work, found.route)
    if said.of_teacher is not None:
        said.of_teacher.end(work.now)
    if said.card is not None and said.goes_round:
        await signing.withdraw(work, said.card)
    work.remember(route_id, "plan.taken_back")
    await work.session.flush()
    return found


async def of_team(work: Work) -> list[Route]:
    """The plans of the acting person's teams that are not approved yet, those that wait first."""
    found: list[Route] = await work.all(plans_of_team(work.person.id, work.today))
    return sorted(found, key=lambda route: route.state is not RouteState.ON_CONFIRMATION)


@dataclass(frozen=True)
class Returning:
    """A plan that the acting person may return now; `slot`: instead of signing there."""

    plan: Plan
    said: Said
    slot: PaperSlot | None


async def ready_to_return(work: Work, route_id: int, *, drawn: int) -> Returning:
    """A co-author or a signer is about to return the plan: refuses what `give_back` would refuse, changes nothing."""
    route = await work.get(route_by_id(route_id))
    said = await plan_assent.said(work, route)
    if said.card is None or not said.goes_round:
        found, said = await _due(work, route_id, drawn)
        return Returning(found, said, None)
    slot = await signing_seat.own_slot(work, said.card)
    route.waits_for_a_word(drawn)
    return Returning(await plan.of_route(work, route), said, slot)


async def give_back(
    work: Work, route_id: int, *, drawn: int, phrase: str = "own", reason: str = "", row: int = 0
) -> Returning:
    """A co-author or a signer returns the plan with a reason: a ready phrase by its code, or own words (X31).

    `row`: the activity it is about, 0 for the whole plan. The teacher and the other co-authors hear once.
    Refuses: NotYours, plan-no-reason, plan-confirmed-already, plan-not-waiting, plan-waits-for, sign-waits-for.
    """
    found = await ready_to_return(work, route_id, drawn=drawn)
    if phrase == "own" and not reason:
        raise Refusal("plan-no-reason")
    about = next((one for one in found.plan.activities if one.id == row), None)
    if row and about is None:
        raise NotYours("refusal-not-yours")
    for one in found.said.assents:
        one.end(work.now)
    if found.slot is not None:
        slot, why = found.slot, reason or phrase
        await signing.give_back(work, slot.id, slot.version, why, kind=PaperKind.CARD)
    found.plan.route.give_back(drawn)
    title = about.title if about else ""
    work.remember(route_id, "plan.returned", phrase=phrase, reason=reason, activity=row, title=title)
    await work.session.flush()
    await plan_letter.tell_returned(work, found.plan, phrase, reason, about)
    return found


async def returned(work: Work, route: Route) -> HistoryLine | None:
    """Why the draft came back, as long as nothing else has been said about it."""
    last = await work.find(last_word(route.id, "plan.sent", "plan.returned", "plan.confirmed"))
    return last if last is not None and last.verb == "plan.returned" else None


async def unmended(work: Work, found: Plan) -> HistoryLine | None:
    """Why the draft came back, as long as nobody has changed it since, or agreed with it as it is."""
    line = await returned(work, found.route)
    if line is None or (await plan_assent.said(work, found.route)).of_team is not None:
        return None
    return None if (await plan_assent.news(work, found))["changes"] else line
