"""Where no text names signers of the conclusions, the one who sums up closes the route by their own word (X26, X30)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from models.people import Role
from models.registry import RegistryEntry
from models.route import RouteState
from tests.stories.concluding import accepts, opens_the_end
from tests.stories.schools import pair, route
from tests.stories.town import Guest, Town
from tests.stories.walking import walks

ENDS = [
    ("grozny_gymnasium_4", Role.DEPUTY_HEAD, Role.TEACHER, False),
    ("methodical_guide", Role.CENTRE_METHODIST, Role.TEACHER, True),
    ("mentoring", Role.MENTOR, Role.MENTEE, True),
]


async def opens(guest: Guest, *, own: bool) -> None:
    """The end of the own route, or of a teacher's."""
    if own:
        await guest.says("/menu")
        await guest.taps("menu-conclusions")
    else:
        await opens_the_end(guest, "Исаева")


@pytest.mark.parametrize(("regulation", "beside", "walks_as", "own"), ENDS)
async def test_x26_x30_a_route_is_closed_by_whom_its_text_names_and_nobody_signs(
    town: Town, regulation: str, beside: Role, walks_as: Role, own: bool
) -> None:
    walker, companion = await pair(town, regulation, beside, walker=walks_as)
    rows = [(f"Семинар № {number}", town.today + timedelta(days=number)) for number in range(1, 6)]
    found = await walks(town, walker, *rows)
    town.wait(days=30 * 12 - 21)
    await accepts(town, found.id, 5)
    summing = walker if own else companion
    await opens(summing, own=own)
    await summing.taps("conclusions.begin")
    await summing.taps("conclusions.outcome")
    await summing.taps("conclusions-outcome.choice", "спешн")
    if summing.has_button("conclusions.product"):
        await summing.taps("conclusions.product")
        await summing.says("Сборник заданий")
    await summing.taps("conclusions.send")
    closed = await route(town)
    assert (closed.state, closed.ended_on) == (RouteState.CLOSED, town.today)
    assert await town.all(select(RegistryEntry)) == []
