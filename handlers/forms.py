"""A chat form being filled in: one place, one question at a time, every answer kept at once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message

from handlers import places, questions
from handlers.places import At
from handlers.questions import Form
from handlers.views import Say, View
from models.errors import Outdated
from services.work import Work


@dataclass(frozen=True)
class Filling:
    """How one kind of form is filled in: its place, its taps, and what its stage does with the answers.

    `thing`: the name of the id in a tap. `draft`: the form as it stands, None once it is closed; `keep`: an
    answer (id, question, value, version drawn or None for a text); `remarks`: warnings about a day; `later`:
    «Отложить»; `leave`: the way out, also of a closed form.
    """

    place: str
    taps: type[CallbackData]
    thing: str
    draft: Callable[[Work, int], Awaitable[Form | None]]
    keep: Callable[[Work, int, str, str | date, int | None], Awaitable[View]]
    remarks: Callable[[Work, int, str, date], Awaitable[list[Say]]]
    later: Callable[[Work, int], Awaitable[View]]
    leave: Callable[[Work, int], Awaitable[View]]

    async def screen(self, work: Work, id: int, at: str = "", day: str = "") -> View:
        """The question to ask now: the one that was returned to, the day to be agreed with, or the next."""
        form = await self.draft(work, id)
        item = form.asked(at) if form else None
        if form is None or item is None:
            return await self.leave(work, id)
        work.account.go(self.place, id=id, at=at, day=day)
        if not day:
            return questions.ask(form, item, work.today)
        meant = date.fromisoformat(day)
        remarks = await self.remarks(work, id, item.question.code, meant)
        return questions.echo(form, item, meant, work.today, *remarks)

    async def typed(self, message: Message, work: Work) -> View:
        """An answer in words; a date is echoed first."""
        id, at = work.account.place_ids["id"], work.account.place_ids["at"]
        form = await self.draft(work, id)
        item = form.asked(at) if form else None
        if item is None:
            return await self.leave(work, id)
        answer = questions.typed(item, message.text or "", work.today, work.account.language)
        if isinstance(answer, date):
            return await self.screen(work, id, item.question.code, answer.isoformat())
        return await self.keep(work, id, item.question.code, answer, None)

    async def pick(self, tap: CallbackQuery, callback_data: Any, work: Work) -> View:
        """An option."""
        form = await self._form(work, callback_data)
        item, rest = form.tapped(callback_data.value)
        code = questions.picked(item, rest)
        return await self.keep(work, self._id(callback_data), item.question.code, code, callback_data.version)

    async def day(self, tap: CallbackQuery, callback_data: Any, work: Work) -> View:
        """A quick date: echoed like a typed one."""
        item, rest = (await self._form(work, callback_data)).tapped(callback_data.value)
        meant = questions.day_of(item, rest).isoformat()
        return await self.screen(work, self._id(callback_data), item.question.code, meant)

    async def agree(self, tap: CallbackQuery, callback_data: Any, work: Work) -> View:
        """«Да», that day."""
        item, rest = (await self._form(work, callback_data)).tapped(callback_data.value)
        id, code = self._id(callback_data), item.question.code
        return await self.keep(work, id, code, questions.day_of(item, rest), callback_data.version)

    async def again(self, tap: CallbackQuery, callback_data: Any, work: Work) -> View:
        """«Изменить дату»: the same question."""
        item, _ = (await self._form(work, callback_data)).tapped(callback_data.value)
        return await self.screen(work, self._id(callback_data), item.question.code)

    async def back(self, tap: CallbackQuery, callback_data: Any, work: Work) -> View:
        """One question back, with what was given."""
        form = await self._form(work, callback_data)
        item, _ = form.tapped(callback_data.value)
        return await self.screen(work, self._id(callback_data), form.before(item.question.code))

    async def pass_on(self, tap: CallbackQuery, callback_data: Any, work: Work) -> View:
        """«Оставить как есть»: on to the question behind this one."""
        form = await self._form(work, callback_data)
        item, _ = form.tapped(callback_data.value)
        return await self.screen(work, self._id(callback_data), form.after(item.question.code))

    async def resume(self, tap: CallbackQuery, callback_data: Any, work: Work) -> View:
        """«Продолжить»: on to the first question without an answer."""
        return await self.screen(work, self._id(callback_data))

    async def rest(self, tap: CallbackQuery, callback_data: Any, work: Work) -> View:
        """«Отложить»: what was said stays."""
        work.account.leave()
        return await self.later(work, self._id(callback_data))

    async def out(self, tap: CallbackQuery, callback_data: Any, work: Work) -> View:
        """«Назад, без изменений»."""
        work.account.leave()
        return await self.leave(work, self._id(callback_data))

    async def _form(self, work: Work, data: Any) -> Form:
        form = await self.draft(work, self._id(data))
        if form is None:
            raise Outdated("refusal-outdated")
        return form

    def _id(self, data: Any) -> int:
        return int(getattr(data, self.thing))

    def router(self) -> Router:
        """The place is named, the taps and the texts are routed."""
        places.place(self.place)(self.screen)
        routes = Router(name=self.place)
        verbs = {
            "pick": self.pick,
            "day": self.day,
            "yes": self.agree,
            "again": self.again,
            "back": self.back,
            "keep": self.pass_on,
            "resume": self.resume,
            "later": self.rest,
            "leave": self.out,
        }
        for verb, handler in verbs.items():
            routes.callback_query.register(handler, self.taps.filter(F.do == verb))
        routes.message.register(self.typed, At(self.place), F.text, ~F.text.startswith("/"))
        return routes
