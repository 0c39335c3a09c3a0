"""What has been said about a draft as it stands: assents of both co-authors, and the chain over it (X22, X27)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from models.approval import Assent, Step, StepState, assents_of, chain, steps_of
from models.people import Role
from models.plan_version import PlanVersion, content_of, differences, versions_of
from models.route import Route, TeamMember
from services import plan_change
from services.plan import Plan
from services.work import Work


@dataclass(frozen=True)
class Said:
    """The version that words are given to (None: nobody has said one), who agreed, the steps of its chain."""

    route: Route
    version: PlanVersion | None
    assents: list[Assent]
    steps: list[Step]

    @property
    def of_teacher(self) -> Assent | None:
        """The teacher's assent."""
        return next((one for one in self.assents if one.person_id == self.route.teacher_id), None)

    @property
    def of_team(self) -> Assent | None:
        """The other co-author's assent."""
        return next((one for one in self.assents if one.person_id != self.route.teacher_id), None)

    @property
    def waiting(self) -> Step | None:
        """The step whose turn it is."""
        return next((one for one in self.steps if one.state is StepState.WAITING), None)


async def said(work: Work, route: Route) -> Said:
    """What counts for the draft as it is now; words given to an earlier one do not."""
    version = await work.find(versions_of(route.id))
    if version is None or version.draft != route.draft:
        return Said(route, None, [], [])
    assents, steps = await work.all(assents_of(version.id)), await work.all(steps_of(version.id))
    return Said(route, version, assents, steps)


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


async def begin_chain(work: Work, found: Plan, now: Said) -> Said:
    """Both co-authors agree: the decisions that the regulation asks for wait, in order."""
    assert now.version is not None
    steps = [(one.role, one.act.value) for one in found.regulation.signing.steps]
    work.session.add_all(chain(now.version.id, steps))
    await work.session.flush()
    return await said(work, found.route)


def deciders(work: Work, found: Plan, step: Step) -> list[TeamMember]:
    """Who may decide a step: the holders of its role, or of the nearest one instead; never the teacher (X27)."""
    rule = found.regulation.signing.steps[step.number - 1]
    return found.route.holders(work.today, rule.role, *rule.instead)


async def news(work: Work, found: Plan) -> dict[str, Any]:
    """The number of the version, and what is different from the version sent before it (S-06.4)."""
    versions = await work.all(versions_of(found.route.id).limit(2))
    current = versions and versions[0].draft == found.route.draft
    before = versions[1:2] if current else versions[:1]
    number = versions[0].number + (0 if current else 1) if versions else 1
    if not before:
        return {"number": number, "changes": []}
    changes = differences(before[0].content, content_of(found.route, found.activities))
    return {"number": number, "changes": plan_change.in_words(found.regulation, changes)}
