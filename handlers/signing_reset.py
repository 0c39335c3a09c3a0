"""A forgotten code: whom the person asked, and the one tap of who knows them."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_signing import PinResetTap, PinTap
from handlers.notices import notice
from handlers.views import View, button, say, view
from services import signing_reset
from services.work import Work


async def forgot(tap: CallbackQuery, callback_data: PinTap, work: Work) -> View:
    """«Не помню код»: who was asked."""
    names = await signing_reset.ask(work, callback_data.pad)
    work.account.leave()
    asked = say("signing-pin-asked", names=", ".join(names))
    return view(asked, rows=[[button("signing-done.list", Go(place="signing"))], *way_home()])


@notice("signing-pin-forgotten")
def forgotten(person: int, version: int, name: str, school: str) -> View:
    """For who may clear it: only behind a word with the person."""
    data = PinResetTap(do="clear", person=person, version=version)
    clear = button("signing-pin-forgotten.clear", data)
    return view(say("signing-pin-forgotten", name=name, school=school), rows=[[clear], *way_home()])


async def clear(tap: CallbackQuery, callback_data: PinResetTap, work: Work) -> View:
    """«Сбросить код»."""
    person = await signing_reset.clear(work, callback_data.person, callback_data.version)
    return view(say("signing-pin-clear-done", name=person.short_name), rows=way_home())


@notice("signing-pin-cleared")
def cleared(by: str) -> View:
    """For the person: the next signature begins with a new code."""
    rows = [[button("signing-done.list", Go(place="signing"))], *way_home()]
    return view(say("signing-pin-cleared", by=by), rows=rows)


def router() -> Router:
    """The way of a forgotten code."""
    routes = Router(name="signing-reset")
    routes.callback_query.register(forgot, PinTap.filter(F.do == "forgot"))
    routes.callback_query.register(clear, PinResetTap.filter(F.do == "clear"))
    return routes
