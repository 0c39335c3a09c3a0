"""The teacher reads the conclusions and says so; silence is fixed after some days; they hold without it (X32)."""

from __future__ import annotations

from dataclasses import dataclass

from models.conclusions import Conclusions, ConclusionsState, Known, conclusions_by_id, conclusions_of
from models.errors import NotYours, Outdated
from models.registry import RegistryEntry
from models.route import Route
from services import conclusions, conclusions_paper, plan, signing_offices
from services.work import Work


@dataclass(frozen=True)
class Reading:
    """Signed conclusions as somebody reads them. `own`: the reader's own route; `asked`: the regulation asks for the
    teacher's word, and it is not there; `entry`: the number in the registry; `signed`: by anybody, `acknowledged`: by
    the teacher, as the regulation wants it.
    """

    one: Conclusions
    own: bool
    asked: bool
    entry: RegistryEntry | None
    signed: bool
    acknowledged: bool


async def read(work: Work, conclusions_id: int) -> Reading:
    """Signed conclusions, those of a route before its prolongation too (S-12.3); for the teacher and those around.

    Refuses NotYours, also while they are not signed.
    """
    one = await work.get(conclusions_by_id(conclusions_id))
    await _may_read(work, one.route)
    if one.state is not ConclusionsState.SIGNED:
        raise NotYours("refusal-not-yours")
    own = one.route.teacher_id == work.person.id
    signing = work.rules.of(one.route).signing
    asks, waits = signing.acknowledge is not None, one.known in (None, Known.SILENT)
    entry = await conclusions_paper.number_of(work, one.route_id)
    return Reading(one, own, own and asks and waits, entry, bool(signing.stages("conclusions")), asks)


async def _may_read(work: Work, route: Route) -> None:
    if work.person.id in {route.teacher_id, *(one.person_id for one in route.team if one.holds(work.today))}:
        return
    offices = await signing_offices.own(work)
    roles = [one.role for one in offices]
    if signing_offices.holds(route, work.person.id, work.today, offices, roles) is None:
        raise NotYours("refusal-not-yours")


async def own(work: Work) -> list[Conclusions]:
    """Every signed conclusion on the acting teacher's route, the newest first."""
    route = await plan.own_route(work)
    every = await work.all(conclusions_of(route.id))
    return [one for one in every if one.state is ConclusionsState.SIGNED]


async def tell(work: Work, conclusions_id: int, known: Known, objection: str = "", *, drawn: int) -> Reading:
    """«Ознакомлен(а)», or «не согласен(на)» with words; whoever wrote them hears; nothing else depends on it.

    Refuses: NotYours to all but the teacher, Outdated after a word.
    """
    found = await read(work, conclusions_id)
    one = found.one
    one.route.only_teacher(work.person)
    if known is Known.SILENT:
        raise NotYours("refusal-not-yours")
    if one.known is None:
        one.drawn(drawn)
    one.tell(known, work.now, objection)
    work.remember(one.route_id, "conclusions.known", number=one.number, known=known.value)
    await work.session.flush()
    work.notify(
        one.author_id,
        "conclusions-known",
        once=f"conclusions-known:{one.id}:{known.value}",
        name=one.route.teacher.short_name,
        known=known.value,
        objection=objection,
    )
    return await read(work, conclusions_id)


async def fix_silence(work: Work, route_id: int, *, drawn: int) -> conclusions.Ending:
    """«Уведомлен(а), не ознакомлен(а)»: by whoever wrote them, after the days of waiting.

    Refuses: NotYours, Outdated, conclusions-silence-early.
    """
    found = await conclusions.look(work, route_id)
    if found.one is None:
        raise Outdated("refusal-outdated")
    found.one.drawn(drawn)
    found.one.fix_silence(work.now)
    work.remember(route_id, "conclusions.silent", number=found.one.number)
    await work.session.flush()
    return found
