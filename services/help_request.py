"""A teacher asks for help, and gets an answer (S000 3.1.3, R0-043; S003 2.3, R3-033).

The term of an answer is internal (X17); what silence brings: help_silence.py. Talks: consultation.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from models.consultation import ConsultationState, times_of
from models.errors import BadAnswer, NotYours, Outdated, Refusal
from models.final_event_guest import people_here
from models.help_request import (
    MOST_OPEN,
    HelpRequest,
    help_request_by_id,
    help_requests_of_teacher,
    help_requests_to,
)
from models.people import Person
from models.plan import Activity, activities_of
from models.route import Route
from models.staff_search import walked_by
from regulations.pupils import is_list_of_pupils
from regulations.schema import Regulation
from regulations.words import Words
from services import final_event_roles, plan
from services.work import Work


@dataclass(frozen=True)
class Addressee:
    """Somebody whom the regulation lets the teacher ask; `here`: the bot can reach them."""

    person: Person
    role: str
    title: Words
    here: bool


@dataclass(frozen=True)
class Asking:
    """What a teacher may ask: whom, and about what."""

    route: Route
    regulation: Regulation
    addressees: list[Addressee]
    activities: list[Activity]

    @property
    def reachable(self) -> list[Addressee]:
        """Those who hear at once."""
        return [one for one in self.addressees if one.here]

    @property
    def days(self) -> int:
        """The internal term of an answer, in working days."""
        return self.regulation.internal_terms.help_answer

    def named(self, person_id: int) -> Addressee:
        """Whom the teacher chose. Refuses NotYours for anybody else."""
        for one in self.reachable:
            if one.person.id == person_id:
                return one
        raise NotYours("refusal-not-yours")

    def about(self, activity_id: int) -> Activity | None:
        """Which activity; None for 0. Refuses NotYours for one of another plan."""
        if not activity_id:
            return None
        for one in self.activities:
            if one.id == activity_id:
                return one
        raise NotYours("refusal-not-yours")


async def addressees(work: Work, route: Route) -> list[Addressee]:
    """The helpers of the regulation whom this route really has, in its order, each person once."""
    regulation = work.rules.of(route)
    roles = await final_event_roles.around(work, route)
    found: dict[int, tuple[Person, str]] = {}
    for role in regulation.team.helpers.roles:
        for person in roles.holding(role):
            found.setdefault(person.id, (person, role))
    here = set(await work.all(people_here(list(found))))
    return [
        Addressee(person, role, regulation.role(role).title, person.id in here)
        for person, role in found.values()
    ]


async def asking(work: Work) -> Asking:
    """What the acting teacher may ask. Refuses NotYours to people who walk no route."""
    route = await plan.own_route(work)
    activities = await work.all(activities_of(route.id))
    return Asking(route, work.rules.of(route), await addressees(work, route), activities)


async def ask(work: Work, person_id: int, activity_id: int, text: str) -> HelpRequest:
    """The teacher asks one person; who hears at once. Refuses: NotYours, help-request-enough, said already."""
    await work.hold(walked_by(work.person.id))
    found = await asking(work)
    to, activity = found.named(person_id), found.about(activity_id)
    _without_pupils(text)
    open_ones = [one for one in await mine(work) if not one.is_over]
    if len(open_ones) >= MOST_OPEN:
        raise Refusal("help-request-enough", most=MOST_OPEN)
    if any((one.addressee_id, one.lines[0].text) == (person_id, text) for one in open_ones):
        raise Outdated("help-request-said-already")
    request = HelpRequest.begun(found.route, to.person, to.role, activity, work.now)
    request.begin(work.person, text, work.now)
    work.session.add(request)
    await work.session.flush()
    _remember(work, request, "asked")
    work.notify(to.person.id, "help-request-asked", once=f"help:{request.id}", **letter(request))
    return request


async def mine(work: Work) -> list[HelpRequest]:
    """What the acting teacher has asked, the newest first."""
    return await work.all(help_requests_of_teacher(work.person.id))


async def waiting(work: Work) -> list[HelpRequest]:
    """What waits for the acting person's answer, the longest wait first."""
    return await work.all(help_requests_to(work.person.id))


async def look(work: Work, request_id: int) -> HelpRequest:
    """A request for its teacher or its addressee. Refuses NotYours to everybody else."""
    request = await work.get(help_request_by_id(request_id))
    request.only_parties(work.person)
    return request


async def asked_of(work: Work, request_id: int) -> HelpRequest:
    """A request for its addressee, while they hold their office. Refuses NotYours; help-request-office-over."""
    request = await look(work, request_id)
    request.only_addressee(work.person)
    if work.person.id not in {one.person.id for one in await addressees(work, request.route)}:
        raise Refusal("help-request-office-over")
    return request


async def answer(work: Work, request_id: int, text: str) -> HelpRequest:
    """The addressee answers in words; the teacher hears once. Refuses: as `asked_of`; a closed request."""
    request = await asked_of(work, request_id)
    _without_pupils(text)
    request.answer(work.person, text, work.now)
    await work.session.flush()
    _remember(work, request, "answered")
    said = request.lines[-1]
    work.notify(
        request.route.teacher_id, "help-request-answered", once=f"help-answer:{said.id}", **letter(request)
    )
    return request


async def ask_more(work: Work, request_id: int, text: str) -> HelpRequest:
    """«Нужно ещё»: the teacher says what is missing; the addressee hears. Refuses NotYours; a closed request."""
    request = await look(work, request_id)
    _without_pupils(text)
    request.ask_more(work.person, text, work.now)
    await work.session.flush()
    _remember(work, request, "asked-more")
    said = request.lines[-1]
    work.notify(request.addressee_id, "help-request-more", once=f"help-more:{said.id}", **letter(request))
    return request


async def close(work: Work, request_id: int, *, drawn: int, helped: bool) -> HelpRequest:
    """«Помогло», or without an answer «Больше не нужно»: the addressee hears. Refuses NotYours, Outdated."""
    request = await look(work, request_id)
    request.drawn(drawn)
    request.close(work.person, helped=True if helped else None)
    await _drop_times(work, request)
    await work.session.flush()
    _remember(work, request, "closed", helped=helped)
    once = f"help-closed:{request.id}"
    facts = letter(request)
    work.notify(request.addressee_id, "help-request-closed", once=once, urgent=False, helped=helped, **facts)
    return request


async def others(work: Work, request_id: int) -> list[Addressee]:
    """To whom the acting addressee may pass a request on: who can be reached, but not who had it before."""
    request = await asked_of(work, request_id)
    had, origin = {request.addressee_id}, request.origin_id
    while origin is not None:
        before = await work.get(help_request_by_id(origin))
        had.add(before.addressee_id)
        origin = before.origin_id
    return [one for one in await addressees(work, request.route) if one.here and one.person.id not in had]


async def pass_on(work: Work, request_id: int, person_id: int, *, drawn: int) -> HelpRequest:
    """The addressee passes it on, with everything said; the other and the teacher hear. Returns the new request.

    Refuses: as `asked_of`; Outdated; NotYours for somebody who may not be asked.
    """
    request = await asked_of(work, request_id)
    request.drawn(drawn)
    to = next((one for one in await others(work, request_id) if one.person.id == person_id), None)
    if to is None:
        raise NotYours("refusal-not-yours")
    after = request.pass_on(work.person, to.person, to.role, work.now)
    work.session.add(after)
    await _drop_times(work, request)
    await work.session.flush()
    _remember(work, request, "passed-on", after=after.id)
    facts = letter(after)
    work.notify(person_id, "help-request-asked", once=f"help:{after.id}", **facts)
    teacher_id = request.route.teacher_id
    before = request.addressee.short_name
    work.notify(teacher_id, "help-request-passed", once=f"help-passed:{after.id}", before=before, **facts)
    return after


async def _drop_times(work: Work, request: HelpRequest) -> None:
    """What was offered or agreed for a request that is over."""
    for one in await work.all(times_of(request.id)):
        if one.state in (ConsultationState.NAMED, ConsultationState.OFFERED):
            one.drop()
        elif one.state is ConsultationState.CHOSEN and one.on_date >= request.route.organisation.today(
            work.now
        ):
            one.call_off()


def letter(request: HelpRequest) -> dict[str, Any]:
    """A request as facts of a notice: who asks whom, about what, the last words."""
    return {
        "request": request.id,
        "version": request.version,
        "teacher": request.route.teacher.short_name,
        "school": request.route.organisation.name,
        "by": request.addressee.short_name,
        "title": request.title,
        "text": request.lines[-1].text,
    }


def _without_pupils(text: str) -> None:
    if is_list_of_pupils(text):
        raise BadAnswer("report-pupils")


def _remember(work: Work, request: HelpRequest, verb: str, **facts: Any) -> None:
    work.remember(request.route_id, f"help.{verb}", request=request.id, **facts)
