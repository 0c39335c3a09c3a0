"""A talk about a request for help: one to three times offered, the teacher takes one, either may call it off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from models.consultation import (
    MOST_TIMES,
    Consultation,
    ConsultationState,
    time_by_id,
    times_of,
)
from models.errors import BadAnswer, Outdated, Refusal
from models.help_request import HelpRequest
from services import help_request, speaking_hour
from services.work import Work


@dataclass(frozen=True)
class Times:
    """A request and the times that were named for it."""

    request: HelpRequest
    times: list[Consultation]

    def of(self, state: ConsultationState) -> list[Consultation]:
        """Those in one state, by day and hour."""
        return [one for one in self.times if one.state is state]

    @property
    def chosen(self) -> Consultation | None:
        """What the two have agreed on."""
        return next(iter(self.of(ConsultationState.CHOSEN)), None)


async def look(work: Work, request_id: int) -> Times:
    """The times of a request, for either of the two. Refuses NotYours to everybody else."""
    request = await help_request.look(work, request_id)
    return Times(request, await work.all(times_of(request_id)))


async def of_time(work: Work, consultation_id: int) -> Times:
    """The request that a time belongs to, for either of the two. Refuses NotYours to everybody else."""
    return await look(work, (await work.get(time_by_id(consultation_id))).request_id)


async def name(work: Work, request_id: int, on: date, at: time) -> Times:
    """The addressee names a time; kept at once, the teacher hears with `offer`.

    Refuses: as `help_request.asked_of`; a closed request; a moment gone by; the same twice; more than three.
    """
    request = await help_request.asked_of(work, request_id)
    if request.is_over:
        raise Outdated("help-request-over", state=request.state.value)
    _ahead(work, request, on, at)
    found = await look(work, request_id)
    named = found.of(ConsultationState.NAMED)
    if any((one.on_date, one.at_time) == (on, at) for one in named):
        raise Outdated("consultation-named-already")
    if len(named) >= MOST_TIMES:
        raise Refusal("consultation-enough", most=MOST_TIMES)
    work.session.add(
        Consultation(
            request=request, on_date=on, at_time=at, state=ConsultationState.NAMED, created_at=work.now
        )
    )
    await work.session.flush()
    return await look(work, request_id)


def _ahead(work: Work, request: HelpRequest, on: date, at: time) -> None:
    local = request.route.organisation.local(work.now)
    if (on, at) <= (local.date(), local.time()):
        raise BadAnswer("consultation-gone-by", on=on, hour=f"{at:%H:%M}")


async def unname(work: Work, consultation_id: int, *, drawn: int) -> Times:
    """The addressee takes a time off before it goes. Refuses NotYours, Outdated."""
    one = await _of_addressee(work, consultation_id)
    one.drawn(drawn)
    one.drop()
    await work.session.flush()
    return await look(work, one.request_id)


async def offer(work: Work, request_id: int, *, drawn: int) -> Times:
    """The named times go to the teacher, in place of those offered before. Refuses: Outdated; none named."""
    request = await help_request.asked_of(work, request_id)
    request.drawn(drawn)
    found = await look(work, request_id)
    named = found.of(ConsultationState.NAMED)
    if not named:
        raise Refusal("consultation-none")
    for one in found.of(ConsultationState.OFFERED):
        one.drop()
    for one in named:
        one.offer()
    request.offer_a_time(work.person)
    await work.session.flush()
    work.remember(request.route_id, "help.time-offered", request=request.id, times=[one.id for one in named])
    work.notify(
        request.route.teacher_id,
        "consultation-offered",
        once=f"consultation:{'.'.join(str(one.id) for one in named)}",
        times=[facts(one) for one in named],
        **help_request.letter(request),
    )
    return await look(work, request_id)


async def choose(work: Work, consultation_id: int, *, drawn: int) -> Times:
    """The teacher takes one of the times: the others are off, the addressee hears. Refuses NotYours, Outdated."""
    one = await _of_teacher(work, consultation_id)
    one.drawn(drawn)
    request = one.request
    _not_over(work, one)
    one.choose()
    for other in (await look(work, one.request_id)).of(ConsultationState.OFFERED):
        other.drop()
    _remind_from_now(work, one)
    await work.session.flush()
    work.remember(request.route_id, "help.time-chosen", request=request.id, time=one.id, on=one.on_date)
    work.notify(
        request.addressee_id,
        "consultation-chosen",
        once=f"consultation-chosen:{one.id}",
        time=facts(one),
        same_day=one.on_date == request.route.organisation.today(work.now),
        **help_request.letter(request),
    )
    return await look(work, one.request_id)


def _remind_from_now(work: Work, one: Consultation) -> None:
    """What is agreed on today, or this evening for tomorrow, needs no reminder today."""
    route = one.request.route
    local = route.organisation.local(work.now)
    if one.on_date == local.date() or local.time() >= speaking_hour.ladder_of(work, route).at:
        one.reminded_on = local.date()


def _not_over(work: Work, one: Consultation) -> None:
    local = one.request.route.organisation.local(work.now)
    if (one.on_date, one.at_time) <= (local.date(), local.time()):
        raise Outdated("consultation-over", on=one.on_date, hour=one.hour)


async def none_fits(work: Work, request_id: int, *, drawn: int) -> Times:
    """«Ни одно не подходит»: it is the addressee's turn again, they hear. Refuses NotYours, Outdated."""
    found = await look(work, request_id)
    request = found.request
    request.route.only_teacher(work.person)
    request.drawn(drawn)
    offered = found.of(ConsultationState.OFFERED)
    if not offered:
        raise Outdated("help-request-time-outdated")
    for one in offered:
        one.drop()
    request.wait_for_the_addressee(work.now)
    await work.session.flush()
    work.remember(request.route_id, "help.no-time-fits", request=request.id)
    once = f"consultation-none-fits:{offered[0].id}"
    work.notify(request.addressee_id, "consultation-none-fits", once=once, **help_request.letter(request))
    return await look(work, request_id)


async def call_off(work: Work, consultation_id: int, *, drawn: int) -> Times:
    """Either of the two calls the talk off: the other hears; after the addressee's word it is their turn again."""
    one = await work.get(time_by_id(consultation_id))
    found = await look(work, one.request_id)
    request = found.request
    one.drawn(drawn)
    _not_called_off_late(work, request, one)
    one.call_off()
    by_teacher = work.person.id == request.route.teacher_id
    if not by_teacher and not request.is_over:
        request.wait_for_the_addressee(work.now)
    await work.session.flush()
    work.remember(request.route_id, "help.time-called-off", request=request.id, time=one.id)
    work.notify(
        request.addressee_id if by_teacher else request.route.teacher_id,
        "consultation-off",
        once=f"consultation-off:{one.id}",
        time=facts(one),
        who=work.person.short_name,
        to_teacher=not by_teacher,
        **help_request.letter(request),
    )
    return await look(work, one.request_id)


def _not_called_off_late(work: Work, request: HelpRequest, one: Consultation) -> None:
    if one.on_date < request.route.organisation.today(work.now):
        raise Outdated("consultation-over", on=one.on_date, hour=one.hour)


async def _of_addressee(work: Work, consultation_id: int) -> Consultation:
    one = await work.get(time_by_id(consultation_id))
    await help_request.asked_of(work, one.request_id)
    return one


async def _of_teacher(work: Work, consultation_id: int) -> Consultation:
    one = await work.get(time_by_id(consultation_id))
    request = await help_request.look(work, one.request_id)
    request.route.only_teacher(work.person)
    one.request = request
    return one


def facts(one: Consultation) -> dict[str, Any]:
    """A time as facts of a notice."""
    return {"id": one.id, "version": one.version, "on": one.on_date, "hour": one.hour}
