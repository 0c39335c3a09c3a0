"""Questions to somebody who leaves: they go to the successor with everything said; agreed times are called off."""

from __future__ import annotations

from collections.abc import Collection

from models.consultation import ConsultationState, times_of
from models.help_request import HelpRequest
from models.people import Role
from models.staff_order import StaffOrder
from models.staff_search import help_under_way
from services import companion
from services.work import Work


async def move_help(work: Work, order: StaffOrder, route_ids: Collection[int]) -> set[int]:
    """What teachers asked the former member in this role waits for the successor. Nobody is told here.

    Returns the ids of the teachers whose talks were called off by it.
    """
    lost: set[int] = set()
    after = order.successor
    if after is None:
        return lost
    for request in await work.all(help_under_way(order.person_id, str(order.role), route_ids)):
        role = await _role(work, order, request)
        new = request.pass_on(request.addressee, after, role, work.now)
        work.session.add(new)
        if await _drop_times(work, request):
            lost.add(request.route.teacher_id)
        await work.session.flush()
        work.remember(request.route_id, "help.handed-over", request=request.id, after=new.id)
    return lost


async def _role(work: Work, order: StaffOrder, request: HelpRequest) -> str:
    if order.successor_id is None or order.role not in (Role.TUTOR, Role.MENTOR):
        return request.role
    regulation = work.rules.of(request.route)
    return (await companion.role_of(work, order.successor_id, regulation, work.today)).value


async def _drop_times(work: Work, request: HelpRequest) -> bool:
    """Times that were named are dropped, an agreed one to come is called off. Whether there was an agreed one."""
    agreed = False
    for one in await work.all(times_of(request.id)):
        if one.state in (ConsultationState.NAMED, ConsultationState.OFFERED):
            one.drop()
        elif one.state is ConsultationState.CHOSEN and one.on_date >= work.today:
            one.call_off()
            agreed = True
    return agreed
