"""The final diagnosis by the regulation: required, offered, or a reflection instead (S000 3.1.4, 4.10; X10).

`state` is what the conclusions ask: whether it is settled, and by what.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from models.diagnosis import Diagnosis, DiagnosisState, Phase, finished_of
from models.diagnosis_final import FinalDiagnosis, final_diagnosis_of, final_of
from models.diagnosis_record import DiagnosisRecord, records_of
from models.errors import NotYours, Outdated, Refusal
from models.final_event import FinalEventState, final_events_of
from models.route import Route, RouteState, route_by_id
from regulations.diagnosis import FinalDiagnosis as FinalRule
from services import diagnosis, diagnosis_record
from services.once import already_told
from services.standing import Standing, Waiting
from services.work import Work

LAST_DAYS = timedelta(days=30)
"""So long before its last day a route is in its final stage, event or not."""
LATER = timedelta(minutes=10)
"""A final event marked by a slip is taken back sooner than that."""


class Stage(StrEnum):
    """How the final diagnosis of a route stands."""

    EARLY = "early"
    WAITING = "waiting"
    GOING = "going"
    DONE = "done"
    DECLINED = "declined"
    REFLECTING = "reflecting"
    REFLECTED = "reflected"


@dataclass(frozen=True)
class FinalLook:
    """How it stands. `records`: those by others; `said`: the teacher's word; `due`: the final stage is here."""

    route: Route
    rule: FinalRule
    stage: Stage
    due: bool
    said: FinalDiagnosis | None
    own: Diagnosis | None
    records: list[DiagnosisRecord]

    @property
    def settled(self) -> bool:
        """Whether the conclusions may rest on it: held (by whatever form), refused by right, or reflected."""
        return self.stage in (Stage.DONE, Stage.DECLINED, Stage.REFLECTED)

    @property
    def version(self) -> int:
        """What a card about it is drawn with; 0 before anybody has asked."""
        return self.said.version if self.said is not None else 0


async def state(work: Work, route_id: int) -> FinalLook:
    """How the final diagnosis of a route stands, for the teacher, the team and whoever may record. Refuses NotYours."""
    route = await work.get(route_by_id(route_id))
    await diagnosis_record.may_look(work, route)
    return await of(work, route)


async def of(work: Work, route: Route) -> FinalLook:
    """The same of a route that the asker is known to see."""
    rule = work.rules.of(route).diagnosis.final
    said, own = await work.find(final_of(route.id)), await work.find(final_diagnosis_of(route.id))
    records = [one for one in await work.all(records_of(route.id)) if one.phase is Phase.FINAL]
    stage = _stage(route, rule, said, own, records)
    return FinalLook(route, rule, stage, await _is_due(work, route), said, own, records)


def _stage(
    route: Route,
    rule: FinalRule,
    said: FinalDiagnosis | None,
    own: Diagnosis | None,
    records: Sequence[DiagnosisRecord],
) -> Stage:
    if own is not None:
        return Stage.DONE if own.state is DiagnosisState.FINISHED else Stage.GOING
    if any(one.scores for one in records):
        return Stage.DONE
    if said is not None and said.declined_at is not None:
        return Stage.DECLINED
    if rule.mode == "none" and said is not None and said.reflected_at is not None:
        return Stage.REFLECTED
    if route.state in (RouteState.DRAFT, RouteState.ON_CONFIRMATION):
        return Stage.EARLY
    return Stage.REFLECTING if rule.mode == "none" else Stage.WAITING


async def _is_due(work: Work, route: Route) -> bool:
    """A final event has taken place, or the last days of the term are here."""
    if route.state in (RouteState.DRAFT, RouteState.ON_CONFIRMATION):
        return False
    today = route.organisation.today(work.now)
    if route.ends_on is not None and today >= route.ends_on - LAST_DAYS:
        return True
    return any(one.state is FinalEventState.HELD for one in await work.all(final_events_of(route.id)))


async def open_own(work: Work, route_id: int) -> FinalLook:
    """The teacher opens it; from now on it counts as asked. Refuses NotYours, diagnosis-final-early."""
    route = await work.get(route_by_id(route_id))
    route.only_teacher(work.person)
    found = await of(work, route)
    if found.stage is Stage.EARLY:
        raise Refusal("diagnosis-final-early", clause=found.rule.clause)
    if found.said is None:
        work.session.add(FinalDiagnosis(route_id=route.id, asked_at=work.now))
        await work.session.flush()
        work.remember(route.id, "diagnosis.final-asked", clause=found.rule.clause)
        found = await of(work, route)
    return found


async def _said(work: Work, route_id: int) -> tuple[FinalLook, FinalDiagnosis]:
    found = await open_own(work, route_id)
    if found.said is None:
        raise NotYours("refusal-not-yours")
    return found, found.said


async def begin(work: Work, route_id: int, *, drawn: int) -> Diagnosis:
    """The teacher takes part: a self-diagnosis anew, or on with the one begun. Refuses NotYours, Outdated."""
    found, said = await _said(work, route_id)
    if found.own is not None:
        return found.own
    said.agree(drawn)
    going = await diagnosis.of_route(work, route_id)
    if going is not None and going.state is DiagnosisState.IN_PROGRESS:
        going.set_aside(work.now)
        work.remember(route_id, "diagnosis.set-aside", diagnosis=going.id)
    before = await work.find(finished_of(route_id))
    asked = work.rules.questionnaire(before.questionnaire) if before is not None else None
    begun = await diagnosis.new(work, found.route, Phase.FINAL, asked=asked)
    work.remember(route_id, "diagnosis.final-begun", diagnosis=begun.id)
    return begun


async def decline(work: Work, route_id: int, *, drawn: int) -> FinalLook:
    """The teacher does not take part; recorded with the clause (X10).

    Refuses: NotYours, Outdated, diagnosis-final-required where the regulation holds it for everybody.
    """
    found, said = await _said(work, route_id)
    if found.rule.mode != "offered":
        raise Refusal("diagnosis-final-required", clause=found.rule.clause)
    if found.stage is not Stage.WAITING:
        raise Outdated("diagnosis-final-outdated")
    said.decline(work.now, drawn)
    work.remember(route_id, "diagnosis.final-declined", clause=found.rule.clause)
    await work.session.flush()
    return await of(work, found.route)


async def reflect(work: Work, route_id: int, code: str, text: str) -> FinalLook:
    """The teacher writes one thought of the reflection; kept at once. Refuses NotYours."""
    found, said = await _said(work, route_id)
    said.reflect(code, text)
    await work.session.flush()
    return await of(work, found.route)


async def finish_reflection(work: Work, route_id: int, *, drawn: int) -> FinalLook:
    """«Готово»: the reflection stands. Refuses NotYours, Outdated, diagnosis-final-no-words."""
    found, said = await _said(work, route_id)
    said.finish(work.now, drawn)
    work.remember(route_id, "diagnosis.reflected")
    await work.session.flush()
    return await of(work, found.route)


async def offer(work: Work, route: Route) -> None:
    """The route has come to its end: the teacher is asked, once."""
    once = f"diagnosis-final-offer:{route.id}"
    found = await of(work, route)
    if found.settled or not found.due or once in await already_told(work, [once]):
        return
    mode = found.rule.mode
    work.notify(
        route.teacher_id, "diagnosis-final-offer", once=once, after=LATER, route_id=route.id, mode=mode
    )


async def still_offered(work: Work, notices: Sequence[Waiting]) -> dict[int, Standing]:
    """An offer stands while nothing is settled, and while the route is in its final stage at all."""
    found = {}
    for one in notices:
        look = await of(work, await work.get(route_by_id(one.facts["route_id"])))
        if look.due and not look.settled:
            found[one.id] = Standing(one.facts)
    return found
