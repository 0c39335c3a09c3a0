"""All routers, in the order in which they are asked; the questionnaire, the most frequent, first."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Any

from aiogram import Router
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.dispatcher.event.handler import HandlerObject
from aiogram.dispatcher.event.telegram import TelegramEventObserver
from aiogram.filters.callback_data import CallbackQueryFilter
from aiogram.types import CallbackQuery, TelegramObject

from handlers import (
    alert,
    beginning,
    burden,
    calendar,
    calendar_link,
    catalogue,
    conclusions,
    consultation_told,
    correction,
    delegation,
    diagnosis,
    entry,
    file_order,
    final_event,
    help_request,
    house,
    import_file,
    load,
    long_route,
    mentoring,
    menu,
    mydata,
    need,
    overview,
    papers,
    plan,
    product,
    programme,
    remind,
    reminder,
    report,
    review,
    review_teachers,
    review_told,
    second_factor,
    sheet,
    signing,
    signing_silence,
    silence,
    staff,
    staff_told,
    why,
    year_application,
    year_desk,
    year_report,
)

ONLY_SCREENS = (
    alert,
    burden,
    consultation_told,
    review_teachers,
    review_told,
    signing_silence,
    silence,
    staff_told,
)
"""Stages without taps of their own: importing them names their screens (`Go` leads there) and notices."""
STAGES = (
    diagnosis,
    entry,
    sheet,
    menu,
    mydata,
    second_factor,
    file_order,
    calendar,
    calendar_link,
    remind,
    import_file,
    catalogue,
    need,
    load,
    year_application,
    year_desk,
    year_report,
    plan,
    beginning,
    correction,
    signing,
    conclusions,
    report,
    delegation,
    review,
    final_event,
    product,
    programme,
    help_request,
    staff,
    mentoring,
    long_route,
    papers,
    overview,
    house,
    reminder,
    why,
)
"""In this order; commands stand before the questions, so that they work in the middle of a form.

The sheet stands before the menu: /cancel in its questions is its own.
"""


class Root(Router):
    """What every update goes through; of a tap only the handlers of its own class of buttons are asked.

    There are hundreds of buttons, and a class that is asked reads the whole tap before it says no.
    """

    def __init__(self, *stages: Router) -> None:
        super().__init__(name="root")
        self.include_routers(*stages)
        self._taps = {prefix: self._asking(handlers) for prefix, handlers in _by_prefix(self).items()}

    async def propagate_event(self, update_type: str, event: TelegramObject, **kwargs: Any) -> Any:
        """As a router does: what the handler returned, or UNHANDLED."""
        if not isinstance(event, CallbackQuery):
            return await super().propagate_event(update_type, event, **kwargs)
        prefix, _, _ = (event.data or "").partition(":")
        asked = self._taps.get(prefix)
        return UNHANDLED if asked is None else await asked.trigger(event, event_router=self, **kwargs)

    def _asking(self, handlers: list[HandlerObject]) -> TelegramEventObserver:
        observer = TelegramEventObserver(self, "callback_query")
        observer.handlers = handlers
        return observer


def _by_prefix(stages: Router) -> dict[str, list[HandlerObject]]:
    """The handlers of every class of buttons, by its prefix and in the order of the stages."""
    found: dict[str, list[HandlerObject]] = defaultdict(list)
    for stage in stages.chain_tail:
        for handler in stage.callback_query.handlers:
            prefixes = [
                one.callback.callback_data.__prefix__
                for one in handler.filters or ()
                if isinstance(one.callback, CallbackQueryFilter)
            ]
            found[prefixes[0]].append(handler)
    return found


@cache
def root() -> Root:
    """Made once a process: a router keeps nothing of whom it serves."""
    return Root(*routers())


def routers() -> list[Router]:
    """One router per stage."""
    return [one.router() for one in STAGES]
