"""Buttons: at most 64 bytes with the largest ids, one prefix each, each leads to a handler (DESIGN 23)."""

from __future__ import annotations

from handlers.callbacks import Go, PlanTap
from tests.guards.taps import KINDS, handlers_of, largest, name_of, packed, router_list, takers, taps

LIMIT = 64
"""Telegram's limit of callback_data, in bytes."""


def test_every_button_fits_with_the_largest_ids() -> None:
    sizes = {packed(one.data): one.where for one in taps()}
    assert len(sizes) > 50
    assert not {data: where for data, where in sizes.items() if len(data.encode()) > LIMIT}


def test_every_kind_of_button_has_its_own_prefix_and_is_drawn() -> None:
    prefixes = [kind.__prefix__ for kind in KINDS.values()]
    assert len(set(prefixes)) == len(prefixes)
    assert {type(one.data) for one in taps()} == set(KINDS.values())


async def test_every_button_leads_to_a_handler() -> None:
    dead = {packed(one.data): one.where for one in taps() if not await takers(one.data)}
    assert not dead


async def test_every_handler_of_a_tap_has_a_button_that_reaches_it() -> None:
    reached = {name for one in taps() for name in await takers(one.data)}
    registered = {name_of(handler) for handler in handlers_of(router_list())}
    assert not sorted(registered - reached)


async def test_a_made_up_button_is_told_from_a_real_one() -> None:
    assert await takers(largest(PlanTap, do="agree"))
    assert not await takers(largest(PlanTap, do="sing"))
    assert await takers(Go(place="help")) == ["handlers.menu.go"]
    assert len(packed(largest(PlanTap, do="x" * 40))) > LIMIT
