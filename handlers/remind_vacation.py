"""A vacation in /remind: two days, typed, picked, or both in one message; nothing comes in it (S-14.1)."""

from __future__ import annotations

from datetime import date
from typing import Any

from aiogram import F, Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from handlers import places
from handlers.callbacks import Go, RemindTap
from handlers.forms import Filling
from handlers.places import At, place
from handlers.questions import Form, Item
from handlers.views import Say, View, button, say, view
from models.reminder_settings import ReminderSettings
from regulations.questions import Question, QuestionKind
from regulations.typed_spans import read_span
from services import reminder_settings
from services.work import Work

FIRST, LAST = Question("from", QuestionKind.DATE), Question("to", QuestionKind.DATE)


def vacation_line(settings: ReminderSettings) -> Say:
    """The vacation in force, the one being said, or none."""
    first, last = settings.vacation_from, settings.vacation_to
    if first is None:
        return say("remind-vacation-none")
    return (
        say("remind-vacation-begun", first=first)
        if last is None
        else say("remind-vacation", first=first, last=last)
    )


@place("remind.vacation")
async def screen(work: Work) -> View:
    """The vacation that is known, or the question for one."""
    settings = (await reminder_settings.own(work)).settings
    if settings.vacation is None:
        return await VACATION.screen(work, work.person.id)
    work.account.go("remind.vacation")
    gone = RemindTap(do="no-vacation", person=settings.person_id, version=settings.version)
    return view(
        vacation_line(settings),
        say("remind-vacation-quiet"),
        rows=[[button("remind-vacation-ask.none", gone)], [button("remind-back", Go(place="remind"))]],
    )


async def _draft(work: Work, person_id: int) -> Form | None:
    """Two questions, as long as one is open. None for somebody else's."""
    settings = (await reminder_settings.own(work)).settings
    if person_id != work.person.id or settings.vacation is not None:
        return None
    given = {"from": settings.vacation_from} if settings.vacation_from else {}
    last = Item(LAST, "remind-vacation-to", earliest=max(settings.vacation_from or work.today, work.today))
    version = settings.version
    return Form(
        (Item(FIRST, "remind-vacation-from"), last),
        given,
        lambda do, value: RemindTap(do=do, person=person_id, version=version, value=value),
    )


async def _keep(work: Work, person_id: int, code: str, answer: Any, drawn: int | None) -> View:
    if code == "from":
        await reminder_settings.leave_from(work, person_id, answer, drawn=drawn)
        return await VACATION.screen(work, person_id)
    await reminder_settings.leave_until(work, person_id, answer, drawn=drawn)
    return await _done(work)


async def _done(work: Work) -> View:
    return (await places.go(work, "remind")).with_toast(say("remind-kept"))


async def _remarks(work: Work, person_id: int, code: str, day: date) -> list[Say]:
    return []


async def _out(work: Work, person_id: int) -> View:
    return await places.go(work, "remind")


VACATION = Filling("remind.away", RemindTap, "person", _draft, _keep, _out, _out, remarks=_remarks)


class BothDays(Filter):
    """A text that names the first and the last day at once: «с 1 по 14 июля», «01–14.07»."""

    async def __call__(self, message: Message, work: Work) -> bool | dict[str, Any]:
        """The two days, for the handler."""
        found = read_span(message.text or "", work.today, lang=work.account.language)
        return False if found is None else {"both": found}


async def both_days(message: Message, work: Work, both: tuple[date, date]) -> View:
    """The whole vacation in one message; the settings say what was understood."""
    first, last = both
    await reminder_settings.leave_from(work, work.person.id, first)
    await reminder_settings.leave_until(work, work.person.id, last)
    return await places.go(work, "remind")


async def no_vacation(tap: CallbackQuery, callback_data: RemindTap, work: Work) -> View:
    """«Отпуска нет»."""
    await reminder_settings.end_vacation(work, callback_data.person, drawn=callback_data.version)
    return await _done(work)


def router() -> Router:
    """The two questions, and both at once."""
    routes = Router(name="remind-vacation")
    routes.message.register(both_days, At(VACATION.place), F.text, ~F.text.startswith("/"), BothDays())
    routes.callback_query.register(no_vacation, RemindTap.filter(F.do == "no-vacation"))
    routes.include_router(VACATION.router())
    return routes
