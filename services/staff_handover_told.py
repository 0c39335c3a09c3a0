"""Who hears that routes went to somebody else: each teacher once, the new one in one digest, the former one once."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from services.work import Work

if TYPE_CHECKING:
    from services.staff_handover import Handover


def tell(work: Work, found: Handover, called_off: Collection[int]) -> None:
    """Everybody but who did it. `called_off`: teachers whose agreed talk fell away with it."""
    order, after = found.order, found.order.successor
    assert after is not None
    before, by = order.person.short_name, after.short_name
    for teacher_id in dict.fromkeys(route.teacher_id for route in found.routes):
        once = f"handed-over:{order.id}:{teacher_id}"
        times = teacher_id in called_off
        work.notify(teacher_id, "staff-changed", once=once, urgent=False, times=times, before=before, by=by)
    if after.id != work.person.id:
        work.notify(
            after.id,
            "staff-received",
            once=f"received:{order.id}",
            routes=len(found.routes),
            reports=found.reports,
            plans=found.plans,
            questions=found.questions,
            wanted=found.wanted,
            before=before,
            by=by,
        )
    if order.person_id != work.person.id:
        count = len(found.routes)
        work.notify(
            order.person_id, "staff-given", once=f"given:{order.id}", routes=count, before=before, by=by
        )
