"""Who gets the papers, the registry, the archives and the days of a route: each office at each place, no other."""

from __future__ import annotations

from datetime import timedelta

import pytest

from models.people import ROUTE_ROLES, OrganisationKind, Role
from tests.stories.filing import archive, documents
from tests.stories.test_registry import names
from tests.stories.town import Guest, Town
from tests.stories.walking import activity, walks

OF_THE_SCHOOL = {Role.HEAD, Role.DEPUTY_HEAD}
OF_A_REGION = {Role.METHODIST, Role.CENTRE_METHODIST, Role.CENTRE_HEAD}
PLACES = {
    "Школа № 3": (OrganisationKind.SCHOOL, "Удмуртская Республика", OF_THE_SCHOOL | OF_A_REGION),
    "Школа № 8": (OrganisationKind.SCHOOL, "Удмуртская Республика", set[Role]()),
    "ЦНППМ": (OrganisationKind.CENTRE, "Удмуртская Республика", OF_A_REGION),
    "ЦНППМ края": (OrganisationKind.CENTRE, "Пермский край", set[Role]()),
}
"""Who of each place has the papers of a teacher of «Школа № 3»; whom a school employs sees no other school's."""


async def a_route(town: Town) -> tuple[Guest, int]:
    """A teacher of «Школа № 3» with an approved plan of one row; and the id of the row."""
    for place, (kind, region, _) in PLACES.items():
        await town.organisation(place, kind, region=region)
    teacher, _ = await town.pair()
    await walks(town, teacher, ("Вебинар", town.today + timedelta(days=30)))
    return teacher, (await activity(town, "Вебинар")).id


async def gets(guest: Guest, forged: str) -> bool:
    """Does a file come at a tap that nobody drew for this person? If not, it is refused in words."""
    before = len(documents(guest))
    await guest.says("/menu")
    await guest.taps_again(guest.last["message_id"], forged)
    if len(documents(guest)) == before:
        guest.hears_toast("refusal-not-yours")
        return False
    return True


@pytest.mark.parametrize("place", PLACES)
async def test_each_office_gets_exactly_the_papers_that_it_may_see(town: Town, place: str) -> None:
    _, row = await a_route(town)
    allowed = PLACES[place][2]
    for at, role in enumerate(Role):
        guest = await town.member(f"Зайцева Нина {at}", role, organisation=place)
        for kind in ("card", "marks", "order"):
            assert await gets(guest, f"pa:pdf:1:{kind}") == (role in allowed), (role, kind)
        assert not await gets(guest, f"cf:row:{row}"), role


@pytest.mark.parametrize("place", PLACES)
async def test_each_office_orders_exactly_the_files_that_it_may_have(town: Town, place: str) -> None:
    teacher, _ = await a_route(town)
    for at, role in enumerate(Role):
        guest = await town.member(f"Зайцева Нина {at}", role, organisation=place)
        await guest.taps_again(guest.last["message_id"], "cu:open:evidence:0")
        await guest.taps("consents-text.yes")
        for kind in ("registry-xlsx", "registry-csv", "registry-json", "cards", "portfolio"):
            await guest.taps_again(guest.last["message_id"], f"fo:{kind}")
            may = role in ROUTE_ROLES if kind == "portfolio" else role in OF_THE_SCHOOL | OF_A_REGION
            guest.hears_toast("file-ordered-toast" if may else "refusal-not-yours")
            arrived = await town.files()
            assert bool(arrived) == may, (role, kind)
            if may and kind == "registry-xlsx":
                assert (teacher.name in names(town, guest)) == (role in PLACES[place][2]), role
            if may and kind == "portfolio":
                with archive(town, documents(guest)[-1]) as found:
                    assert not any("Иванова" in one for one in found.namelist())
