"""«Исправить»: what the school keeps of somebody is wrong; they say how it should be, the school answers.

What people say themselves (the sheet: phone, e-mail, education, courses) they correct themselves (`sheet.answer`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from models.amendment import (
    OF_THE_SCHOOL,
    Amendment,
    AmendmentState,
    Fact,
    amendment_by_id,
    amendments_of,
    who_may_amend,
)
from models.errors import BadAnswer, NotYours, Refusal
from models.people import Person, Role
from models.route import routes_of_teacher
from services import discreet, second_factor, sheet
from services.work import Work

SHOWN = 3
TOLD = frozenset({*OF_THE_SCHOOL, Role.METHODIST, Role.CENTRE_METHODIST})


@dataclass(frozen=True)
class Kept:
    """What the school keeps of the acting person, by what it is; their latest requests; whether a sheet is theirs."""

    facts: Mapping[Fact, str]
    requests: list[Amendment]
    walks: bool


def named(value: str) -> Fact:
    """The fact that a button names. Refuses NotYours for what is none."""
    found = next((one for one in Fact if one.value == value), None)
    if found is None:
        raise NotYours("refusal-not-yours")
    return found


async def kept(work: Work) -> Kept:
    """What there is to correct, and what was asked before."""
    person = work.person
    facts = {
        Fact.NAME: person.chat_name,
        Fact.POSITION: person.position,
        Fact.PLACE: person.organisation.name,
        Fact.OFFICE: "",
    }
    requests = await work.all(amendments_of(person.id).limit(SHOWN))
    route = await work.find(routes_of_teacher(person.id))
    return Kept(facts, requests, route is not None and await sheet.of_route(work, route) is not None)


async def ask(work: Work, what: Fact, text: str) -> list[str]:
    """The acting person asks for a correction; the school and the methodists hear. Returns their names.

    A request about the same that waits gives way. Refuses: amendment-name for what is no whole name; amendment-same;
    amendment-discreet where names do not go by the chat; amendment-nobody where nobody could answer.
    """
    person = work.person
    if what is Fact.NAME:
        _whole_name(person, text)
    before = (await kept(work)).facts[what]
    if text == before:
        raise BadAnswer("amendment-same")
    hearers = {one.person_id: one for one in await work.all(who_may_amend(person, work.today))}
    if not hearers:
        raise Refusal("amendment-nobody")
    for earlier in await work.all(amendments_of(person.id)):
        if earlier.what is what and earlier.state is AmendmentState.OPEN:
            earlier.drop(work.now)
    made = Amendment(person=person, what=what, before=before, text=text, asked_at=work.now)
    work.session.add(made)
    await work.session.flush()
    told = [one for one in hearers.values() if one.role in TOLD] or list(hearers.values())
    for one in told:
        _tell(work, made, one.person_id)
    return sorted(one.person.short_name for one in told)


def _whole_name(person: Person, text: str) -> None:
    if person.alias:
        raise Refusal("amendment-discreet")
    words = text.split()
    if len(words) < 2 or not all(one.replace("-", "").isalpha() for one in words):
        raise BadAnswer("amendment-name")


def _tell(work: Work, made: Amendment, hearer: int) -> None:
    work.notify(
        hearer,
        "amendment-asked",
        once=f"amendment:{made.id}:{hearer}",
        amendment=made.id,
        version=made.version,
        name=made.person.short_name,
        school=made.person.organisation.name,
        what=made.what.value,
        before=made.before,
        text=made.text,
    )


async def take_back(work: Work, amendment_id: int, *, drawn: int) -> Amendment:
    """Who asked does not want it any more. Refuses NotYours, amendment-over."""
    found = await work.get(amendment_by_id(amendment_id))
    if found.person_id != work.person.id:
        raise NotYours("refusal-not-yours")
    found.drawn(drawn)
    found.drop(work.now)
    await work.session.flush()
    return found


async def look(work: Work, amendment_id: int) -> Amendment:
    """A request, for whoever may answer it. Refuses NotYours."""
    found = await work.get(amendment_by_id(amendment_id))
    offices = await work.all(who_may_amend(found.person, work.today))
    if work.person.id not in {one.person_id for one in offices}:
        raise NotYours("refusal-not-yours")
    return found


async def grant(work: Work, amendment_id: int, *, drawn: int) -> Amendment:
    """It is corrected: a name and a position at once; the person hears, their routes remember who did it.

    Papers that are signed stay as they were signed. Refuses NotYours, amendment-over, Unconfirmed.
    """
    found = await look(work, amendment_id)
    found.drawn(drawn)
    await second_factor.only_confirmed(work)
    found.grant(work.person, work.now)
    await discreet.name(work, [found.person])
    for route in await work.all(routes_of_teacher(found.person_id)):
        work.remember(route.id, "person.amended", amendment=found.id, what=found.what.value)
    await work.session.flush()
    _answer(work, found)
    return found


async def decline(work: Work, amendment_id: int, reason: str, *, drawn: int | None = None) -> Amendment:
    """It stays as it is; the person hears why. Refuses NotYours, amendment-over."""
    found = await look(work, amendment_id)
    found.drawn(drawn)
    found.decline(work.person, work.now, reason)
    await work.session.flush()
    _answer(work, found)
    return found


def _answer(work: Work, found: Amendment) -> None:
    work.notify(
        found.person_id,
        "amendment-answered",
        once=f"amendment-answered:{found.id}",
        what=found.what.value,
        granted=found.state is AmendmentState.GRANTED,
        done=found.changes_the_list,
        by=work.person.short_name,
        text=found.text,
        reason=found.reason,
    )


async def forget(work: Work) -> None:
    """The acting person withdraws the consent: what waits is taken back."""
    for one in await work.all(amendments_of(work.person.id)):
        if one.state is AmendmentState.OPEN:
            one.drop(work.now)
