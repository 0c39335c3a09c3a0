"""The card of a route as a paper: what its signers read, and what follows when all have signed (S000 3.1.2, 4.8)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, cast

from sqlalchemy import CursorResult

from models.errors import Outdated
from models.history import last_word
from models.notice import recall
from models.paper import Paper, PaperKind, papers_about
from models.paper_slot import UNDO, PaperSlot
from models.plan_version import PlanVersion, differences
from models.route import Route
from regulations.duration import Term
from regulations.schema import Regulation
from services import plan_change, programme, signing, signing_kind
from services.plan import title_of, titles_of
from services.work import Work


async def open_card(work: Work, route: Route, version: PlanVersion, author_id: int | None) -> Paper | None:
    """Both co-authors agree: the card goes round. None where nobody signs (X30)."""
    return await signing.open_for(
        work,
        route,
        PaperKind.CARD,
        version.id,
        version.content,
        number=version.number,
        author_id=author_id,
    )


async def of_version(work: Work, version: PlanVersion) -> Paper | None:
    """The newest card over a version of the plan."""
    return await signing.state_of(work, version.route_id, PaperKind.CARD, version.id)


async def start(work: Work, route: Route, on: date) -> None:
    """The plan is approved: the route begins on that day."""
    route.start(work.now, on)
    work.remember(route.id, "plan.confirmed", on=on)
    await work.session.flush()


def tell_teacher(
    work: Work, route: Route, by: str, on: date, once: str, after: timedelta = timedelta()
) -> None:
    """The teacher hears once that the route has begun."""
    work.notify(route.teacher_id, "plan-confirmed", once=once, after=after, by=by, on=on, route=route.id)


async def done(work: Work, paper: Paper, slot: PaperSlot) -> None:
    """Everybody has signed (X20): the day of the last signature is the actual start.

    The teacher hears when it can no longer be taken back.
    """
    on = slot.paper_on or paper.route.organisation.today(work.now)
    await start(work, paper.route, on)
    tell_teacher(work, paper.route, slot.short_name, on, _once(paper), UNDO)


async def undone(work: Work, paper: Paper) -> None:
    """The last signature is taken back. Refuses where the teacher has been told already."""
    result = await work.session.execute(recall(_once(paper), work.now))
    if not cast("CursorResult[Any]", result).rowcount:
        raise Outdated("signing-no-undo")
    paper.route.unstart()


def _once(paper: Paper) -> str:
    closed = paper.closed_at.isoformat() if paper.closed_at else ""
    return f"plan-confirmed:{paper.id}:{closed}"


async def summary(work: Work, paper: Paper) -> dict[str, Any]:
    """Term, count and topic, what departs from the regulation and why, what changed since the version before."""
    regulation, content, route = work.rules.of(paper.route), paper.content, paper.route
    starts, ends = (date.fromisoformat(day) if day else None for day in content["term"])
    duration, least = regulation.duration, regulation.min_activities
    sent = await work.find(last_word(route.id, "plan.sent"))
    before = await _before(work, paper)
    changes = differences(before.content, content) if before else []
    return {
        "topic": content["topic"],
        "topic_title": regulation.topic_title,
        "starts": starts,
        "ends": ends,
        "term": duration.judge(starts, ends).value if starts and ends else Term.FITS.value,
        "bounds": [duration.min_months or 0, duration.max_months or 0],
        "term_clause": duration.clause,
        "count": len(content["rows"]),
        "least": least.planned if least else 0,
        "least_clause": least.clause if least else "",
        "reason": str(sent.facts.get("reason", "")) if sent is not None else "",
        "changes": plan_change.in_words(regulation, changes),
        "programme": [one.title for one in await programme.missing(work, route)],
        "programme_clause": regulation.programme.clause if regulation.programme is not None else "",
    }


async def _before(work: Work, paper: Paper) -> Paper | None:
    """The card that went round before this one."""
    found = await work.all(papers_about(paper.route_id, PaperKind.CARD.value))
    return next((one for one in found if one.id < paper.id and one.number < paper.number), None)


def rows(regulation: Regulation, content: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The rows that are signed, as people read them."""
    rules = regulation.activities
    return [
        {
            "title": row["title"],
            "kind": title_of(rules.kinds, row["kind"]),
            "competencies": titles_of(regulation.competencies, list(row["competencies"])),
            "organiser": title_of(rules.organisers, row["organiser"]),
            "level": title_of(rules.levels, row["level"]),
            "starts": date.fromisoformat(row["when"][0]) if row["when"][0] else None,
            "on": date.fromisoformat(row["when"][1]) if row["when"][1] else None,
            "presenting": title_of(rules.forms, row["presenting"]),
            "growth": row["growth"],
            "outside": False,
            "replaced": False,
        }
        for row in content["rows"]
    ]


signing_kind.paper_kind(PaperKind.CARD, signing_kind.Kind(done=done, undone=undone, summary=summary))
