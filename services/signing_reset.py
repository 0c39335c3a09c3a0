"""A forgotten code of signing: who knows the person clears it, and a new one is thought of."""

from __future__ import annotations

import structlog

from models.errors import NotYours, Outdated, Refusal
from models.people import Person, person_by_id, who_may_clear
from models.pin import pad_of, pin_of
from services import second_factor, signing_pad
from services.work import Work

log = structlog.get_logger()


async def ask(work: Work, number: int) -> list[str]:
    """«Не помню код»: the centre of the region and the administrator of the own place hear; their names.

    Refuses: signing-pad-over; signing-pin-nobody where nobody could clear it.
    """
    await signing_pad.leave(work, number)
    pin = await work.get(pin_of(work.person.id))
    offices = await work.all(who_may_clear(work.person, work.today))
    if not offices:
        raise Refusal("signing-pin-nobody")
    pin.ask(work.now)
    await work.session.flush()
    people = {one.person_id: one.person for one in offices}
    for hearer in people:
        once = f"signing-pin-forgotten:{work.person.id}:{pin.version}:{hearer}"
        work.notify(
            hearer,
            "signing-pin-forgotten",
            once=once,
            person=work.person.id,
            version=pin.version,
            name=work.person.short_name,
            school=work.person.organisation.name,
        )
    return sorted({one.short_name for one in people.values()})


async def clear(work: Work, person_id: int, drawn: int) -> Person:
    """Somebody who knows the person clears the code; the person hears and thinks of a new one when they sign.

    Refuses: NotYours to everybody else and for the own code; signing-pin-not-asked a second time.
    """
    person = await work.find(person_by_id(person_id))
    if person is None:
        raise NotYours("refusal-not-yours")
    offices = await work.all(who_may_clear(person, work.today))
    if work.person.id not in {one.person_id for one in offices}:
        raise NotYours("refusal-not-yours")
    pin = await work.find(pin_of(person_id))
    if pin is None:
        raise Outdated("signing-pin-not-asked")
    await second_factor.only_confirmed(work)
    pin.clear(work.person.id, drawn)
    pad = await work.find(pad_of(person_id))
    if pad is not None:
        pad.close()
    await work.session.flush()
    log.info("signing.pin_cleared", person_id=person_id, by=work.person.id)
    once = f"signing-pin-cleared:{person_id}:{pin.version}"
    work.notify(person_id, "signing-pin-cleared", once=once, by=work.person.short_name)
    return person
