"""«Подписка на календарь»: an address that a calendar reads by itself, where the bot has a server of its own."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_files import SubscriptionTap
from handlers.places import place, redraws
from handlers.views import Button, View, button, say, view
from services import calendar_link
from services.work import Work


def rows(work: Work) -> list[list[Button]]:
    """The way to the address, from the days of the calendar."""
    return [[button("calendar.subscribe", Go(place="calendar.address"))]] if calendar_link.opens(work) else []


@place("calendar.address")
async def screen(work: Work) -> View:
    """The address with what to do with it; or what it would be."""
    work.account.go("calendar.address")
    found = await calendar_link.current(work)
    if found is None:
        shown = say("calendar-no-address")
        make = SubscriptionTap(do="make", version=0)
        taps = (
            [[button("calendar-no-address.make", make, style="primary")]] if calendar_link.opens(work) else []
        )
    else:
        address, version = calendar_link.address(work, found), found.version
        shown = say("calendar-address", address=address) if address else say("calendar-address-kept")
        taps = [
            [button("calendar-address.renew", SubscriptionTap(do="renew", version=version))],
            [button("calendar-address.end", SubscriptionTap(do="end", version=version))],
        ]
    return view(shown, rows=[*taps, [button("calendar-address.back", Go(place="calendar"))], *way_home()])


async def make(tap: CallbackQuery, callback_data: SubscriptionTap, work: Work) -> View:
    """An address; a second tap shows the same."""
    await calendar_link.subscribe(work)
    return await screen(work)


async def renew(tap: CallbackQuery, callback_data: SubscriptionTap, work: Work) -> View:
    """Another address in place of one that others may know."""
    await calendar_link.renew(work, callback_data.version)
    return (await screen(work)).with_toast(say("calendar-address-renewed"))


async def end(tap: CallbackQuery, callback_data: SubscriptionTap, work: Work) -> View:
    """No address any more."""
    await calendar_link.end(work, callback_data.version)
    return (await screen(work)).with_toast(say("calendar-address-ended"))


@redraws(SubscriptionTap)
async def fresh(work: Work, data: SubscriptionTap) -> View:
    """What a refused tap shows."""
    return await screen(work)


def router() -> Router:
    """The taps; the place is opened from the calendar."""
    routes = Router(name="calendar_link")
    routes.callback_query.register(make, SubscriptionTap.filter(F.do == "make"))
    routes.callback_query.register(renew, SubscriptionTap.filter(F.do == "renew"))
    routes.callback_query.register(end, SubscriptionTap.filter(F.do == "end"))
    return routes
