"""The taps about days of a form: near days, the calendar of buttons, «Да» to a day, a period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from aiogram.types import CallbackQuery

from handlers import answers, days
from handlers.questions import Item
from handlers.views import View, say
from models.errors import NotYours
from services.work import Work

if TYPE_CHECKING:
    from handlers.forms import Filling


@dataclass(frozen=True)
class Days:
    """What is tapped about the days of one form."""

    form: Filling

    async def day(self, tap: CallbackQuery, callback_data: Any, work: Work) -> View:
        """A day by a button: echoed like a typed one. Refuses BadAnswer for one that the question does not take."""
        item, day = await self._tapped(work, callback_data)
        meant = answers.inside(item, day).isoformat()
        return await self.form.screen(work, self.form.id_of(callback_data), item.question.code, meant)

    async def month(self, tap: CallbackQuery, callback_data: Any, work: Work) -> View:
        """«Календарь», and the months in it."""
        item, day = await self._tapped(work, callback_data)
        id, code = self.form.id_of(callback_data), item.question.code
        return await self.form.screen(work, id, code, month=day.toordinal())

    async def none(self, tap: CallbackQuery, callback_data: Any, work: Work) -> View:
        """A place of the calendar without a day: what may be chosen; the calendar stays."""
        item, _ = await self._tapped(work, callback_data)
        shown = await self.month(tap, callback_data, work)
        first, last = days.bounds(item, work.today)
        return shown.with_toast(say("month-no-day", first=first, last=last))

    async def agree(self, tap: CallbackQuery, callback_data: Any, work: Work) -> View:
        """«Да», that day."""
        item, day = await self._tapped(work, callback_data)
        id, code = self.form.id_of(callback_data), item.question.code
        return await self.form.keep(work, id, code, answers.inside(item, day), callback_data.version)

    async def agree_with_both(self, tap: CallbackQuery, callback_data: Any, work: Work) -> View:
        """«Да» to a period."""
        item, rest = (await self.form.asked(work, callback_data)).tapped(callback_data.value)
        first, last = answers.days_of(item, rest)
        if self.form.period is None:
            raise NotYours("refusal-not-yours")
        return await self.form.period(
            work, self.form.id_of(callback_data), first, last, callback_data.version
        )

    async def several_days(self, tap: CallbackQuery, callback_data: Any, work: Work) -> View:
        """«Несколько дней»."""
        return await self._span(work, callback_data, True)

    async def one_day(self, tap: CallbackQuery, callback_data: Any, work: Work) -> View:
        """«Один день»."""
        return await self._span(work, callback_data, False)

    async def _tapped(self, work: Work, data: Any) -> tuple[Item, date]:
        item, rest = (await self.form.asked(work, data)).tapped(data.value)
        return item, answers.day_of(item, rest)

    async def _span(self, work: Work, data: Any, period: bool) -> View:
        item, _ = (await self.form.asked(work, data)).tapped(data.value)
        if self.form.span is None or item.span is None:
            raise NotYours("refusal-not-yours")
        return await self.form.span(work, self.form.id_of(data), period, data.version)
