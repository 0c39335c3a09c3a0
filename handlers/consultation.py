"""«Предложить время»: one to three times by buttons or typed, the teacher takes one, either may call it off."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from aiogram import F, Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from handlers import places
from handlers.callbacks_help import ConsultationTap, HelpTap, TimeTap
from handlers.final_event_form import read_hour
from handlers.forms import Filling
from handlers.help_request_card import tap
from handlers.places import At, place, redraws
from handlers.questions import Form, Item
from handlers.views import Say, View, button, say, view
from models.consultation import MOST_TIMES, ConsultationState
from models.errors import NotYours
from regulations.questions import Question, QuestionKind
from regulations.typed_moments import read_moment
from services import consultation, help_request
from services.consultation import Times
from services.work import Work

DAY = Question("day", QuestionKind.DATE)
HOURS = (9, 11, 13, 14, 15, 16, 17, 18)
LATEST_DAY = date.max.toordinal()


@place("consultation.times")
async def times(work: Work, request: int) -> View:
    """What was named so far; another time, or off to the teacher."""
    found = await consultation.look(work, request)
    named = found.of(ConsultationState.NAMED)
    if found.request.is_over or not named:
        return await places.go(work, "help-request.card", request=request)
    lines = [say("consultation-line", on=one.on_date, hour=one.hour) for one in named]
    drops = [
        [
            button(
                "consultation-times.drop",
                ConsultationTap(do="unname", consultation=one.id, version=one.version),
                on=one.on_date,
                hour=one.hour,
            )
        ]
        for one in named
    ]
    more = (
        [button("consultation-times.more", tap(found.request, "more-time"))]
        if len(named) < MOST_TIMES
        else []
    )
    send = button("consultation-times.send", tap(found.request, "offer"), style="success")
    back = [button("help-request-ask-answer.back", tap(found.request, "card"))]
    teacher = found.request.route.teacher.short_name
    return view([say("consultation-times", teacher=teacher), *lines], rows=[[send], more, *drops, back])


async def begin(tap: CallbackQuery, callback_data: HelpTap, work: Work) -> View:
    """«Предложить время»: which day, or the times named so far."""
    found = await consultation.look(work, callback_data.request)
    if found.of(ConsultationState.NAMED):
        return await places.go(work, "consultation.times", request=callback_data.request)
    return await another(tap, callback_data, work)


async def another(tap: CallbackQuery, callback_data: HelpTap, work: Work) -> View:
    """«Добавить ещё время», «Другой день»."""
    found = await help_request.asked_of(work, callback_data.request)
    return await DAYS.screen(work, found.id)


async def _draft(work: Work, request_id: int) -> Form | None:
    found = await help_request.asked_of(work, request_id)
    if found.is_over:
        return None
    item = Item(DAY, "consultation-ask-day", {"teacher": found.route.teacher.short_name}, earliest=work.today)
    key = {"request": found.id, "version": found.version}
    return Form((item,), {}, lambda do, value: TimeTap(do=do, value=value, **key), whole=False)


async def _keep(work: Work, request_id: int, code: str, answer: str | date, drawn: int | None) -> View:
    day = answer.isoformat() if isinstance(answer, date) else ""
    return await places.go(work, "consultation.hour", request=request_id, day=day)


async def _remarks(work: Work, request_id: int, code: str, day: date) -> list[Say]:
    return []


async def _back(work: Work, request_id: int) -> View:
    return await places.go(work, "consultation.times", request=request_id)


DAYS = Filling(
    "consultation.day", TimeTap, "request", _draft, _keep, later=_back, leave=_back, remarks=_remarks
)


class Moment(Filter):
    """A text that names the day and the hour at once: «12 октября в 15:30»."""

    async def __call__(self, message: Message, work: Work) -> bool | dict[str, Any]:
        """The day and the hour, for the handler."""
        found = read_moment(message.text or "", work.today, lang=work.account.language)
        return False if found is None else {"moment": found}


async def day_and_hour(message: Message, work: Work, moment: tuple[date, time]) -> View:
    """Both in one message; the list says what was understood."""
    return await _named(work, work.account.place_ids["id"], *moment)


@place("consultation.hour")
async def hour(work: Work, request: int, day: str) -> View:
    """Which hour of the day: usual ones by a tap, any other typed."""
    found = await help_request.asked_of(work, request)
    on = date.fromisoformat(day)
    hours = [
        button(
            "consultation-ask-hour.at",
            tap(found, "hour", f"{on.toordinal()}.{one:02}00"),
            hour=f"{one:02}:00",
        )
        for one in HOURS
    ]
    back = [button("consultation-ask-hour.back", tap(found, "more-time"))]
    return view(say("consultation-ask-hour", on=on), rows=[hours[:4], hours[4:], back])


async def hour_tapped(tap: CallbackQuery, callback_data: HelpTap, work: Work) -> View:
    """One of the usual hours."""
    day, _, hours = callback_data.value.partition(".")
    if not day.isdecimal() or not 0 < int(day) <= LATEST_DAY:
        raise NotYours("refusal-not-yours")
    return await _named(work, callback_data.request, date.fromordinal(int(day)), read_hour(hours))


async def hour_typed(message: Message, work: Work) -> View:
    """«15:30», «в 15»."""
    ids = work.account.place_ids
    return await _named(work, ids["request"], date.fromisoformat(ids["day"]), read_hour(message.text or ""))


async def _named(work: Work, request_id: int, on: date, at: time) -> View:
    await consultation.name(work, request_id, on, at)
    return await places.go(work, "consultation.times", request=request_id)


async def unname(tap: CallbackQuery, callback_data: ConsultationTap, work: Work) -> View:
    """«Убрать»."""
    found = await consultation.unname(work, callback_data.consultation, drawn=callback_data.version)
    return await places.go(work, "consultation.times", request=found.request.id)


async def offer(tap: CallbackQuery, callback_data: HelpTap, work: Work) -> View:
    """«Отправить педагогу»."""
    found = await consultation.offer(work, callback_data.request, drawn=callback_data.version)
    return await _card(work, found, say("consultation-sent", teacher=found.request.route.teacher.short_name))


async def choose(tap: CallbackQuery, callback_data: ConsultationTap, work: Work) -> View:
    """The teacher takes a time."""
    found = await consultation.choose(work, callback_data.consultation, drawn=callback_data.version)
    talk = found.chosen
    today = talk is not None and talk.on_date == found.request.route.organisation.today(work.now)
    return await _card(work, found, say("consultation-chosen-now", today=today))


async def none_fits(tap: CallbackQuery, callback_data: HelpTap, work: Work) -> View:
    """«Ни одно не подходит»."""
    found = await consultation.none_fits(work, callback_data.request, drawn=callback_data.version)
    return await _card(work, found, say("consultation-none-sent", name=found.request.addressee.short_name))


async def call_off(tap: CallbackQuery, callback_data: ConsultationTap, work: Work) -> View:
    """«Отменить консультацию»."""
    found = await consultation.call_off(work, callback_data.consultation, drawn=callback_data.version)
    return await _card(work, found, say("consultation-off-now"))


async def _card(work: Work, found: Times, *said: Say) -> View:
    return (await places.go(work, "help-request.card", request=found.request.id)).led_by(*said)


@redraws(ConsultationTap)
async def fresh(work: Work, data: ConsultationTap) -> View:
    """An outdated tap about a time: the request as it is now."""
    found = await consultation.of_time(work, data.consultation)
    return await places.go(work, "help-request.card", request=found.request.id)


def router() -> Router:
    """The times."""
    routes = Router(name="consultation")
    routes.callback_query.register(begin, HelpTap.filter(F.do == "times"))
    routes.callback_query.register(another, HelpTap.filter(F.do == "more-time"))
    routes.callback_query.register(hour_tapped, HelpTap.filter(F.do == "hour"))
    routes.callback_query.register(offer, HelpTap.filter(F.do == "offer"))
    routes.callback_query.register(none_fits, HelpTap.filter(F.do == "no-fit"))
    routes.callback_query.register(unname, ConsultationTap.filter(F.do == "unname"))
    routes.callback_query.register(choose, ConsultationTap.filter(F.do == "choose"))
    routes.callback_query.register(call_off, ConsultationTap.filter(F.do == "off"))
    routes.message.register(hour_typed, At("consultation.hour"), F.text, ~F.text.startswith("/"))
    routes.message.register(day_and_hour, At(DAYS.place), F.text, ~F.text.startswith("/"), Moment())
    routes.include_router(DAYS.router())
    return routes
