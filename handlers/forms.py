"""A chat form being filled in: one place, one question at a time, every answer kept at once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message

from handlers import answers, places, questions
from handlers.choices import NOT_TOUCHED, codes_of, read_selection
from handlers.form_days import Days
from handlers.places import At
from handlers.questions import Form, Item
from handlers.views import Say, View
from models.errors import BadAnswer, NotYours, Outdated
from services.work import Work

LONG_AGO = timedelta(hours=4)
"""After so long a text may be a greeting as well as the answer."""


async def no_remarks(work: Work, id: int, code: str, day: date) -> list[Say]:
    """A form without days, or one that warns of none."""
    return []


@dataclass(frozen=True)
class Filling:
    """How one kind of form is filled in: its place, its taps, and what its stage does with the answers.

    `thing`: the name of the id in a tap. `draft`: the form as it stands, None once it is closed; `keep`: an
    answer (id, question, value, version drawn or None for a text); `remarks`: warnings about a day; `later`:
    «Отложить»; `leave`: the way out, also of a closed form. `right`: «Верно» to what is known already;
    `rested`: a text that comes long after its question (id, question, text), where it is not the answer;
    `span`: a day becomes a period (True) or a period a day (id, which, version drawn); `period`: both days of
    one at once (id, first, last, version drawn).
    """

    place: str
    taps: type[CallbackData]
    thing: str
    draft: Callable[[Work, int], Awaitable[Form | None]]
    keep: Callable[[Work, int, str, str | date, int | None], Awaitable[View]]
    later: Callable[[Work, int], Awaitable[View]]
    leave: Callable[[Work, int], Awaitable[View]]
    remarks: Callable[[Work, int, str, date], Awaitable[list[Say]]] = no_remarks
    right: Callable[[Work, int, str, int], Awaitable[View]] | None = None
    rested: Callable[[Work, int, str, str], Awaitable[View]] | None = None
    span: Callable[[Work, int, bool, int], Awaitable[View]] | None = None
    period: Callable[[Work, int, date, date, int], Awaitable[View]] | None = None

    async def screen(
        self,
        work: Work,
        id: int,
        at: str = "",
        day: str = "",
        mend: bool = False,
        since: str = "",
        picked: int = NOT_TOUCHED,
        more: bool = False,
        month: int = 0,
    ) -> View:
        """The question to ask now: the one that was returned to, the day to be agreed with, or the next.

        `mend`: what is known already is to be typed anew; `since`: when the question was asked; `picked`: what
        is selected so far of several options; `more`: the whole of a long list; `month`: a day (ordinal) of the
        calendar that is open.
        """
        form = await self.draft(work, id)
        item = form.asked(at) if form else None
        if form is None or item is None:
            return await self.leave(work, id)
        at, since = item.question.code, work.now.isoformat()
        work.account.go(self.place, id=id, at=at, day=day, mend=mend, since=since, picked=picked, month=month)
        if month and not day:
            return questions.ask_in_month(form, item, work.today, date.fromordinal(month))
        if form.is_offered(item) and not mend and not day:
            return questions.ask_offered(form, item)
        if not day:
            return questions.ask(form, item, work.today, picked=picked, more=more)
        first, _, last = day.partition("/")
        remarks = await self.remarks(work, id, item.question.code, date.fromisoformat(last or first))
        if last:
            period = date.fromisoformat(first), date.fromisoformat(last)
            return questions.echo_period(form, item, *period, *remarks)
        return questions.echo(form, item, date.fromisoformat(first), work.today, *remarks)

    async def typed(self, message: Message, work: Work) -> View:
        """An answer in words; long after the question it may be none."""
        ids, text = work.account.place_ids, message.text or ""
        since = ids.get("since")
        if self.rested and since and work.now - datetime.fromisoformat(since) > LONG_AGO:
            return await self.rested(work, ids["id"], ids["at"], text)
        return await self.answer(work, ids["id"], ids["at"], text, mend=ids.get("mend", False))

    async def answer(self, work: Work, id: int, at: str, text: str, *, mend: bool = False) -> View:
        """A text as the answer to the question; a date is echoed first."""
        form = await self.draft(work, id)
        item = form.asked(at) if form else None
        if form is None or item is None:
            return await self.leave(work, id)
        if form.is_offered(item) and not mend:
            raise BadAnswer("questions-offer-tap")
        answer = answers.typed(item, text, work.today, work.account.language)
        if isinstance(answer, tuple):
            both = "/".join(day.isoformat() for day in answer)
            return await self.screen(work, id, item.question.code, both, mend)
        if isinstance(answer, date):
            return await self.screen(work, id, item.question.code, answer.isoformat(), mend)
        return await self.keep(work, id, item.question.code, answer, None)

    async def pick(self, tap: CallbackQuery, callback_data: Any, work: Work) -> View:
        """An option."""
        form = await self.asked(work, callback_data)
        item, rest = form.tapped(callback_data.value)
        code = answers.picked(item, rest)
        return await self.keep(
            work, self.id_of(callback_data), item.question.code, code, callback_data.version
        )

    async def toggle(self, tap: CallbackQuery, callback_data: Any, work: Work) -> View:
        """One option more or less of several; kept with «Готово»."""
        item, rest = (await self.asked(work, callback_data)).tapped(callback_data.value)
        picked = read_selection(item.question, rest)
        return await self.screen(work, self.id_of(callback_data), item.question.code, picked=picked)

    async def done(self, tap: CallbackQuery, callback_data: Any, work: Work) -> View:
        """«Готово»: the selection is the answer."""
        item, rest = (await self.asked(work, callback_data)).tapped(callback_data.value)
        codes = codes_of(item.question, read_selection(item.question, rest))
        id, code = self.id_of(callback_data), item.question.code
        return await self.keep(work, id, code, ",".join(codes), callback_data.version)

    async def more(self, tap: CallbackQuery, callback_data: Any, work: Work) -> View:
        """«Ещё варианты»."""
        item, _ = (await self.asked(work, callback_data)).tapped(callback_data.value)
        return await self.screen(work, self.id_of(callback_data), item.question.code, more=True)

    async def again(self, tap: CallbackQuery, callback_data: Any, work: Work) -> View:
        """«Изменить дату»: the same question."""
        item, _ = (await self.asked(work, callback_data)).tapped(callback_data.value)
        return await self.screen(work, self.id_of(callback_data), item.question.code)

    async def agree_with_known(self, tap: CallbackQuery, callback_data: Any, work: Work) -> View:
        """«Верно»."""
        item = await self._offered(work, callback_data)
        if self.right is None:
            raise NotYours("refusal-not-yours")
        return await self.right(work, self.id_of(callback_data), item.question.code, callback_data.version)

    async def mend(self, tap: CallbackQuery, callback_data: Any, work: Work) -> View:
        """«Исправить»: the question itself."""
        item = await self._offered(work, callback_data)
        if not item.mend:
            raise NotYours("refusal-not-yours")
        return await self.screen(work, self.id_of(callback_data), item.question.code, mend=True)

    async def skip(self, tap: CallbackQuery, callback_data: Any, work: Work) -> View:
        """«Нет», where a question may stay without an answer."""
        item, _ = (await self.asked(work, callback_data)).tapped(callback_data.value)
        if not item.question.optional:
            raise NotYours("refusal-not-yours")
        return await self.keep(work, self.id_of(callback_data), item.question.code, "", callback_data.version)

    async def back(self, tap: CallbackQuery, callback_data: Any, work: Work) -> View:
        """One question back, with what was given."""
        form = await self.asked(work, callback_data)
        item, _ = form.tapped(callback_data.value)
        return await self.screen(work, self.id_of(callback_data), form.before(item.question.code))

    async def pass_on(self, tap: CallbackQuery, callback_data: Any, work: Work) -> View:
        """«Оставить как есть»: on to the question behind this one."""
        form = await self.asked(work, callback_data)
        item, _ = form.tapped(callback_data.value)
        return await self.screen(work, self.id_of(callback_data), form.after(item.question.code))

    async def resume(self, tap: CallbackQuery, callback_data: Any, work: Work) -> View:
        """«Продолжить»: on to the first question without an answer."""
        return await self.screen(work, self.id_of(callback_data))

    async def rest(self, tap: CallbackQuery, callback_data: Any, work: Work) -> View:
        """«Отложить»: what was said stays."""
        work.account.leave()
        return await self.later(work, self.id_of(callback_data))

    async def out(self, tap: CallbackQuery, callback_data: Any, work: Work) -> View:
        """«Назад, без изменений»."""
        work.account.leave()
        return await self.leave(work, self.id_of(callback_data))

    async def asked(self, work: Work, data: Any) -> Form:
        """The form that a tap is about; refuses Outdated once it is closed."""
        form = await self.draft(work, self.id_of(data))
        if form is None:
            raise Outdated("refusal-outdated")
        return form

    async def _offered(self, work: Work, data: Any) -> Item:
        form = await self.asked(work, data)
        item, _ = form.tapped(data.value)
        if not form.is_offered(item):
            raise Outdated("refusal-outdated")
        return item

    def id_of(self, data: Any) -> int:
        """The id of the thing that a tap is about."""
        return int(getattr(data, self.thing))

    def router(self) -> Router:
        """The place is named, the taps and the texts are routed."""
        places.place(self.place)(self.screen)
        routes, days = Router(name=self.place), Days(self)
        verbs = {
            "pick": self.pick,
            "toggle": self.toggle,
            "done": self.done,
            "more": self.more,
            "span": days.several_days,
            "single": days.one_day,
            "day": days.day,
            "month": days.month,
            "none": days.none,
            "yes": days.agree,
            "both": days.agree_with_both,
            "again": self.again,
            "right": self.agree_with_known,
            "mend": self.mend,
            "skip": self.skip,
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
