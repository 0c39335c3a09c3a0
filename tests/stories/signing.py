"""People who sign, and how: the methodist, the heads of the centre and of the school, the keypad."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from models.paper import Paper, papers_about
from models.people import OrganisationKind, Role
from models.route import Route
from tests.stories.planning import sends
from tests.stories.town import Guest, Town

CODE = "2580"


@dataclass
class Signers:
    """Everybody whom the card of a route needs."""

    teacher: Guest
    tutor: Guest
    methodist: Guest
    centre_head: Guest
    head: Guest


async def offices(town: Town, school: str = "Школа № 3", **where: str) -> tuple[Guest, Guest, Guest]:
    """The methodist, the head of the centre, the head of the school, all in the bot; `where`: the centre's region."""
    await town.organisation("Центр", OrganisationKind.CENTRE, **where)
    methodist = await town.member("Дубов Игорь Ильич", Role.METHODIST, organisation="Центр")
    centre_head = await town.member("Вахрушева Ольга Геннадьевна", Role.CENTRE_HEAD, organisation="Центр")
    head = await town.member("Корепанов Андрей Леонидович", Role.HEAD, organisation=school)
    return methodist, centre_head, head


async def everybody(town: Town) -> Signers:
    """A teacher and a tutor with everybody whose signature the card needs."""
    teacher, tutor = await town.pair()
    return Signers(teacher, tutor, *await offices(town))


async def to_be_signed(town: Town) -> Signers:
    """Both co-authors agree with a plan of five rows: the card goes round."""
    people = await everybody(town)
    await sends(people.teacher)
    await people.tutor.taps("plan-card.confirm")
    return people


async def taps_code(guest: Guest, code: str = CODE) -> None:
    """The digits, one after the other."""
    for digit in code:
        await guest.taps("signing-pad.digit", digit)


async def signs(guest: Guest, words: str = "") -> None:
    """The newest button «Подписать» («Согласовать», «Утвердить»), and the code; twice for the first time."""
    await guest.taps("signing-card.sign", words)
    again = "Придумайте" in guest.last_text or "Think of" in guest.last_text
    await taps_code(guest)
    if again:
        await taps_code(guest)


async def signed_by_all(people: Signers) -> None:
    """The whole chain of S000."""
    for guest in (people.methodist, people.teacher, people.centre_head, people.head):
        await signs(guest)


async def papers(town: Town) -> list[Paper]:
    """Every card, the oldest first."""
    found: list[Paper] = await town.all(papers_about(1, "card"))
    return found[::-1]


async def route(town: Town) -> Route:
    """The only route."""
    (found,) = await town.all(select(Route))
    return found
