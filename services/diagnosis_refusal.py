"""The teacher does not take part, or stops: voluntary, recorded with the clause (S000 3.1.1, X09)."""

from __future__ import annotations

from models.diagnosis import Diagnosis, Phase, finished_of
from models.errors import Outdated
from models.route import route_by_id
from services import diagnosis
from services.work import Work


async def stop(work: Work, diagnosis_id: int, *, drawn: int) -> Diagnosis:
    """The teacher stops answering: an earlier result stays in force, or else taking part is declined (X09).

    A final one is only left: whether to take part at the end is asked elsewhere (X10).
    """
    standing = await diagnosis.look(work, diagnosis_id)
    left = standing.diagnosis
    left.drawn(drawn)
    if left.phase is Phase.FINAL or await has_earlier(work, left):
        left.set_aside(work.now)
        work.remember(left.route_id, "diagnosis.set-aside", diagnosis=left.id)
    else:
        left.decline(work.now)
        await _remember_refusal(work, left)
    await work.session.flush()
    return left


async def has_earlier(work: Work, than: Diagnosis) -> bool:
    """Is there a finished one besides this one?"""
    found = await work.all(finished_of(than.route_id))
    return any(one.id != than.id for one in found)


async def decline(work: Work, route_id: int) -> Diagnosis:
    """The teacher does not take part: voluntary, S000 3.1.1 (X09). Recorded; may be changed later.

    Refuses: NotYours, Outdated where a diagnosis has been begun or declined already.
    """
    (await work.get(route_by_id(route_id))).only_teacher(work.person)
    if await diagnosis.of_route(work, route_id) is not None:
        raise Outdated("diagnosis-outdated")
    begun = (await diagnosis.begin(work, route_id)).diagnosis
    begun.decline(work.now)
    await _remember_refusal(work, begun)
    await work.session.flush()
    return begun


async def _remember_refusal(work: Work, declined: Diagnosis) -> None:
    """The refusal and the clause that allows it, in the history of the route."""
    route = await work.get(route_by_id(declined.route_id))
    clause = work.rules.of(route).diagnosis.entry.clause
    work.remember(route.id, "diagnosis.declined", diagnosis=declined.id, clause=clause)
