"""What stories about the end of a route begin with: accepted reports, a held event, everybody who signs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select

from models.conclusions import Conclusions, conclusions_of
from models.final_event import FinalEvent, FinalEventState
from models.people import OrganisationKind, Role
from models.plan import Activity, ActivityState
from models.practice import Applied
from models.report import Report, ReportState
from models.route import Route
from tests.stories.signing import taps_code
from tests.stories.town import Guest, Town
from tests.stories.walking import walks


@dataclass
class Ended:
    """A route in its last days, and everybody around it; `route`: as it was then."""

    teacher: Guest
    tutor: Guest
    methodist: Guest
    head: Guest
    route: Route


async def at_the_end(
    town: Town, accepted: int = 5, *, regulation: str = "udmurtia", months: int = 12
) -> Ended:
    """A year of a route is over but three weeks: so many reports accepted, the final event held."""
    await town.organisation("Школа № 3", regulation=regulation)
    await town.organisation("Центр", OrganisationKind.CENTRE, regulation=regulation)
    teacher, tutor = await town.pair()
    methodist = await town.member("Дубов Игорь Ильич", Role.METHODIST, organisation="Центр")
    head = await town.member("Корепанов Андрей Леонидович", Role.HEAD)
    rows = [(f"Семинар № {number}", town.today + timedelta(days=number)) for number in range(1, 6)]
    route = await walks(town, teacher, *rows, months=months)
    town.wait(days=30 * months - 21)
    await accepts(town, route.id, accepted)
    return Ended(teacher, tutor, methodist, head, route)


async def accepts(town: Town, route_id: int, count: int) -> None:
    """So many reports are there and accepted; the first tells of the class; the final event is held."""
    async with town.app.sessions() as session, session.begin():
        rows = (await session.scalars(select(Activity).where(Activity.route_id == route_id))).all()
        for number, row in enumerate(rows[:count]):
            row.state = ActivityState.HELD
            session.add(
                Report(
                    activity_id=row.id,
                    route_id=route_id,
                    state=ReportState.ACCEPTED,
                    began_at=town.now,
                    submitted_at=town.now,
                    decided_at=town.now,
                    said={"1": "Показали три приёма."},
                    applied=None if number else Applied.YES,
                    applied_how=None if number else "Кластер на уроке литературы",
                )
            )
        session.add(
            FinalEvent(
                route_id=route_id,
                title="Мастер-класс",
                form="master_class",
                level="school",
                place="актовый зал",
                on_date=town.today,
                state=FinalEventState.HELD,
                created_at=town.now,
            )
        )


async def opens_the_end(guest: Guest, name: str = "Иванова") -> None:
    """From the menu to the end of a route."""
    await guest.says("/menu")
    await guest.taps("menu-conclusions")
    await guest.taps("conclusions-route", name)


async def sums_up(guest: Guest) -> None:
    """The text is composed, the route ends with success, the conclusions go round."""
    await opens_the_end(guest)
    await guest.taps("conclusions.begin")
    await guest.taps("conclusions.outcome")
    await guest.taps("conclusions-outcome.choice", "Успешное")
    await guest.taps("conclusions.send")


async def prolongs(guest: Guest, months: str = "+6", reason: str = "Два семинара ещё впереди") -> None:
    """The end is opened (for another time, where it was before): prolongation, so many months, why; sent."""
    await opens_the_end(guest)
    await guest.taps("conclusions.again" if guest.has_button("conclusions.again") else "conclusions.begin")
    await guest.taps("conclusions.outcome")
    await guest.taps("conclusions-outcome.choice", "Пролонгация")
    await guest.taps("conclusions-end.months", months)
    await guest.says(reason)
    await guest.taps("conclusions.send")


async def signs(*guests: Guest) -> None:
    """Each signs the newest paper with their code, twice the first time."""
    for guest in guests:
        await guest.taps("signing-card.sign")
        again = "Придумайте" in guest.last_text
        await taps_code(guest)
        if again:
            await taps_code(guest)


async def told(town: Town) -> None:
    """Two minutes later nothing can be taken back: everybody hears."""
    town.wait(minutes=2)
    await town.deliver()


async def all_conclusions(town: Town, route_id: int = 1) -> list[Conclusions]:
    """The conclusions of a route, the newest first."""
    found: list[Conclusions] = await town.all(conclusions_of(route_id))
    return found


async def route_now(town: Town, route_id: int = 1) -> Route:
    """The route as it is now."""
    (found,) = await town.all(select(Route).where(Route.id == route_id))
    return found
