"""What a person may always do with their own data: see it, and withdraw the consent (152-ФЗ art. 9 p. 2, S-19)."""

from __future__ import annotations

from models.entry import Consent, consents_of
from models.people import methodists_of
from models.route import routes_of_teacher
from services import amendment, calendar_link, consents, delegation, mydata_words, sheet
from services.sheet import SheetLook
from services.work import Work


async def consent(work: Work) -> Consent:
    """The consent by which the acting person is here."""
    return await work.get(consents_of(work.person.id))


async def own_sheet(work: Work) -> SheetLook | None:
    """What the acting person has told of themselves for the card; None for people who walk no route."""
    route = await work.find(routes_of_teacher(work.person.id))
    return await sheet.of_route(work, route) if route is not None else None


async def withdraw(work: Work) -> None:
    """The acting person withdraws the consent: the account is nobody's from now on, the withdrawal is recorded.

    E-mail, phone, what was typed to colleagues and the address of the calendar go at once. Messages stop, the
    methodists and the team hear once; what others have signed or decided stays, by law. The code lets the person in
    again from this account, and from no other.
    """
    person = work.person
    await consents.end_all(work)
    hearers = {one.person_id for one in await work.all(methodists_of(person.organisation.region, work.today))}
    for route in await work.all(routes_of_teacher(person.id)):
        hearers |= {member.person_id for member in route.team if member.holds(work.today)}
        work.remember(route.id, "consent.withdrawn")
        await delegation.end_all(work, route)
    await sheet.forget_contacts(work)
    await mydata_words.forget(work)
    await calendar_link.forget(work)
    await amendment.forget(work)
    for hearer in hearers - {person.id}:
        work.notify(hearer, "mydata-withdrawn", name=person.short_name, school=person.organisation.name)
    work.account.unbind()
