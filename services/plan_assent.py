"""What has been said about a draft as it stands: assents of both co-authors, and the card that is signed (X22)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from models.approval import Assent, assents_of
from models.paper import Paper, PaperState
from models.people import Role
from models.plan_version import PlanVersion, content_of, differences, versions_of
from models.route import Route
from services import plan_card, plan_change, programme
from services.plan import Plan
from services.work import Work


@dataclass(frozen=True)
class Said:
    """The version that words are given to (None: nobody has said one), who agreed, the card that goes round."""

    route: Route
    version: PlanVersion | None
    assents: list[Assent]
    card: Paper | None = None

    @property
    def of_teacher(self) -> Assent | None:
        """The teacher's assent."""
        return next((one for one in self.assents if one.person_id == self.route.teacher_id), None)

    @property
    def of_team(self) -> Assent | None:
        """The other co-author's assent."""
        return next((one for one in self.assents if one.person_id != self.route.teacher_id), None)

    @property
    def goes_round(self) -> bool:
        """Whether signatures are being given: nothing in it may change."""
        return self.card is not None and self.card.state is PaperState.OPEN


async def said(work: Work, route: Route) -> Said:
    """What counts for the draft as it is now; words given to an earlier one do not."""
    version = await work.find(versions_of(route.id))
    if version is None or version.draft != route.draft:
        return Said(route, None, [])
    return Said(
        route, version, await work.all(assents_of(version.id)), await plan_card.of_version(work, version)
    )


async def assent(work: Work, found: Plan, role: Role) -> Said:
    """The acting co-author's word is written down, with the version it is given to."""
    version = await _version(work, found)
    given = Assent(plan_version_id=version.id, person_id=work.person.id, role=role, at=work.now)
    work.session.add(given)
    await work.session.flush()
    return await said(work, found.route)


async def _version(work: Work, found: Plan) -> PlanVersion:
    """The version of the draft as it is now; the first word about it makes it."""
    latest = await work.find(versions_of(found.route.id))
    if latest is not None and latest.draft == found.route.draft:
        return latest
    made = PlanVersion(
        route_id=found.route.id,
        number=latest.number + 1 if latest else 1,
        draft=found.route.draft,
        content=content_of(found.route, found.activities),
        made_at=work.now,
    )
    work.session.add(made)
    await work.session.flush()
    return made


async def news(work: Work, found: Plan) -> dict[str, Any]:
    """The number of the version, and what is different from the version sent before it (S-06.4)."""
    versions = await work.all(versions_of(found.route.id).limit(2))
    current = versions and versions[0].draft == found.route.draft
    before = versions[1:2] if current else versions[:1]
    number = versions[0].number + (0 if current else 1) if versions else 1
    facts = await _programme(work, found)
    if not before:
        return {"number": number, "changes": [], **facts}
    changes = differences(before[0].content, content_of(found.route, found.activities))
    return {"number": number, "changes": plan_change.in_words(found.regulation, changes), **facts}


async def _programme(work: Work, found: Plan) -> dict[str, Any]:
    """What the programme of the centre still lacks, where the text includes one (X38)."""
    rule, lacks = found.regulation.programme, await programme.missing(work, found.route)
    clause = rule.clause if rule is not None else ""
    return {"programme": [one.title for one in lacks], "programme_clause": clause}
