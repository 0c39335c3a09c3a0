"""What people read about a plan that waits: the facts of the card and of the notices around it."""

from __future__ import annotations

from typing import Any

from models.history import last_word
from models.paper_slot import PaperSlot
from models.people import ROUTE_ROLES
from models.plan import Activity
from models.route import APPROVED, RouteState
from regulations.words import Words
from services import plan, plan_assent, plan_row, signing_seat
from services.plan import Plan
from services.plan_assent import Said
from services.work import Work


def due(work: Work, found: Plan, said: Said, person_id: int) -> str:
    """The word of the team that a person may give now: `assent` before the teacher's, `agree`, or none ("")."""
    if found.route.state in APPROVED or said.goes_round:
        return ""
    if not found.may_agree(person_id, work.today):
        return ""
    if found.route.state is RouteState.DRAFT:
        return "assent" if said.of_team is None and found.activities and found.term else ""
    return "agree"


def rows(found: Plan) -> list[dict[str, Any]]:
    """The rows of a plan, each with what a button to it carries."""
    return [{"id": one.id, "version": one.version, **plan.row_facts(found, one)} for one in found.activities]


async def awaited(work: Work, found: Plan) -> list[Words | str]:
    """Whose word the teacher is waiting for now: co-authors by name, signers by their office."""
    said = await plan_assent.said(work, found.route)
    if said.card is None or not said.goes_round:
        return [one.person.short_name for one in found.co_authors(work.today)]
    roles = [slot.held_by[0] for slot in said.card.due]
    return [found.regulation.role_title(role) for role in roles if role not in ROUTE_ROLES]


def letter(
    found: Plan,
    due: str,
    news: dict[str, Any],
    reason: str = "",
    *,
    writable: bool = False,
    slot: PaperSlot | None = None,
) -> dict[str, Any]:
    """Everything that the one who gives a word should see, as facts of a notice."""
    route, duration, least = found.route, found.regulation.duration, found.least
    return {
        "route": route.id,
        "version": route.version,
        "state": route.state.value,
        "due": due,
        "name": route.teacher.short_name,
        "school": route.organisation.name,
        "topic": route.topic or "",
        "topic_title": found.regulation.topic_title,
        "starts": route.starts_on,
        "ends": route.ends_on,
        "term": found.term.value if found.term else "",
        "bounds": [duration.min_months or 0, duration.max_months or 0],
        "term_clause": duration.clause,
        "rows": rows(found),
        "least": least.planned if least else 0,
        "least_clause": least.clause if least else "",
        "reason": reason,
        "writable": writable,
        "slot": [slot.id, slot.version] if slot else [],
        **news,
    }


async def read(work: Work, route_id: int) -> dict[str, Any]:
    """The plan for somebody of the team, with the reason it was sent with. Refuses NotYours, the own plan too."""
    found = await plan.see(work, route_id)
    found.route.only_team(work.person, work.today)
    sent = await work.find(last_word(route_id, "plan.sent", "plan.returned"))
    reason = str(sent.facts.get("reason", "")) if sent is not None and sent.verb == "plan.sent" else ""
    said = await plan_assent.said(work, found.route)
    slot = await signing_seat.due_for(work, said.card)
    word = "sign" if slot else due(work, found, said, work.person.id)
    news, writable = await plan_assent.news(work, found), await plan_row.may_write(work, found.route)
    return letter(found, word, news, reason, writable=writable, slot=slot)


async def tell_returned(work: Work, found: Plan, phrase: str, reason: str, about: Activity | None) -> None:
    """The teacher and the other co-authors hear that the draft came back, why, and about which row."""
    route = found.route
    others = {one.person_id for one in found.co_authors(work.today)} - {work.person.id}
    for hearer in (route.teacher_id, *sorted(others)):
        work.notify(
            hearer,
            "plan-returned",
            once=f"plan-returned:{route.id}:{route.version}:{hearer}",
            by=work.person.short_name,
            phrase=phrase,
            reason=reason,
            own=hearer == route.teacher_id,
            name=route.teacher.short_name,
            route=route.id,
            version=route.version,
            activity=about.id if about else 0,
            drawn=about.version if about else 0,
            title=about.title if about else "",
        )
