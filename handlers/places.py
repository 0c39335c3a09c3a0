"""Where a person can be: each place draws itself anew after a restart, a week, on a second phone."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import lru_cache
from inspect import signature
from typing import Any, TypeVar

from aiogram.filters import Filter
from aiogram.filters.callback_data import CallbackData
from aiogram.types import TelegramObject

from handlers.views import View
from models.entry import Account
from models.errors import Refusal
from services.work import Work

AnyTap = TypeVar("AnyTap", bound=CallbackData)
Redraw = Callable[[Work, Any], Awaitable[View]]
REDRAWS: dict[str, tuple[type[CallbackData], Redraw]] = {}
Screen = Callable[..., Awaitable[View]]
SCREENS: dict[str, Screen] = {}
HOME = "menu"
STRANGER = "entry.stranger"


def place(name: str) -> Callable[[Screen], Screen]:
    """Names a screen: `async (work, **ids) -> View`, where ids are what `account.go` was given."""

    def named(screen: Screen) -> Screen:
        SCREENS[name] = screen
        return screen

    return named


def redraws(kind: type[AnyTap]) -> Callable[[Callable[[Work, AnyTap], Awaitable[View]]], Redraw]:
    """Names how the card of a refused tap is drawn anew: `async (work, data) -> View`."""

    def named(drawing: Redraw) -> Redraw:
        REDRAWS[kind.__prefix__] = (kind, drawing)
        return drawing

    return named


async def fresh(work: Work, data: str | None) -> View:
    """The fresh card for a tap that was refused; where the person is, if it has no drawing of its own."""
    kind, drawing = REDRAWS.get((data or "").partition(":")[0], (None, None))
    if kind is None or drawing is None or data is None:
        return await here(work)
    return await drawing(work, kind.unpack(data))


async def fresh_or_here(work: Work, data: str | None) -> View:
    """The fresh card for a tap; where the person is, if that card is not theirs to see any more."""
    try:
        return await fresh(work, data)
    except Refusal:
        return await here(work)


class At(Filter):
    """The person is at one of these places: what is typed belongs to its question."""

    def __init__(self, *names: str) -> None:
        self.names = frozenset(names)

    async def __call__(self, event: TelegramObject, account: Account) -> bool:
        """True when the account stands there, with the ids that the place needs."""
        if account.place not in self.names:
            return False
        screen = SCREENS.get(account.place)
        return screen is None or _fits(screen, account.place_ids)


class Stranger(Filter):
    """Nobody we know is behind this account, and no consent waits for an answer."""

    async def __call__(self, event: TelegramObject, account: Account) -> bool:
        """True at the door."""
        return account.person_id is None and account.place in ("", STRANGER, "entry.refused")


class Known(Filter):
    """Somebody who has come in: an organisation, and so a regulation, stands behind them."""

    async def __call__(self, event: TelegramObject, account: Account) -> bool:
        """True behind the door."""
        return account.person_id is not None


async def here(work: Work) -> View:
    """The screen where the person is; the menu when they are nowhere; the door for a stranger.

    A place whose thing is gone or no longer theirs gives way to the menu.
    """
    account = work.account
    if account.person is None and not account.place.startswith("entry."):
        account.go(STRANGER)
    try:
        return await draw(work, account.place or HOME, account.place_ids)
    except Refusal:
        if account.place in ("", HOME):
            raise
        return await go(work, HOME if account.person is not None else STRANGER)


async def draw(work: Work, name: str, ids: dict[str, Any]) -> View:
    """One named screen with its ids. An unknown name or other ids (an upgrade, a forgery): the menu."""
    screen = SCREENS.get(name)
    if screen is None or not _fits(screen, ids):
        work.account.leave()
        return await SCREENS[HOME if work.account.person is not None else STRANGER](work)
    return await screen(work, **ids)


def _fits(screen: Screen, ids: dict[str, Any]) -> bool:
    needed, known = _ids_of(screen)
    return needed <= ids.keys() <= known


@lru_cache(256)
def _ids_of(screen: Screen) -> tuple[frozenset[str], frozenset[str]]:
    """The ids that a screen must have beside the work, and all that it takes."""
    taken = list(signature(screen).parameters.values())[1:]
    needed = frozenset(one.name for one in taken if one.default is one.empty)
    return needed, frozenset(one.name for one in taken)


async def go(work: Work, name: str, **ids: Any) -> View:
    """The person goes to a place, and sees it."""
    work.account.go(name, **ids)
    return await draw(work, name, ids)
