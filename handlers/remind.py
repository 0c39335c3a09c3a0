"""/remind: how a person is reminded, and every part of it one tap away (S-14.1)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import places, remind_vacation
from handlers.anything import way_home
from handlers.callbacks import Go, RemindTap
from handlers.places import place, redraws
from handlers.remind_vacation import vacation_line
from handlers.views import Button, Say, View, button, say, view
from models.errors import NotYours
from models.reminder_settings import EVERY_DAY, Rungs
from services import reminder_settings
from services.reminder_settings import Chosen
from services.work import Work

WORKING, FREE = 0b001_1111, 0b110_0000
HOURS_IN_A_ROW = 4


@place("remind")
async def screen(work: Work) -> View:
    """How it is now, and what can be changed."""
    work.account.go("remind")
    return shown(await reminder_settings.own(work))


@redraws(RemindTap)
async def fresh(work: Work, data: RemindTap) -> View:
    """Where the person is in the settings, or these as they are: for a tap on older ones."""
    if work.account.place.startswith("remind"):
        return await places.here(work)
    return await screen(work)


def shown(chosen: Chosen) -> View:
    """The settings in words."""
    lines = [
        say("remind-days", days=days_in_words(chosen.settings.weekdays)),
        say("remind-hour", hour=f"{chosen.hour:%H:%M}"),
        say("remind-rungs", rungs=chosen.settings.rungs.value),
        vacation_line(chosen.settings),
        say("remind-language"),
    ]
    rows = [
        [button("remind.days", Go(place="remind.days")), button("remind.hour", Go(place="remind.hour"))],
        [
            button("remind.rungs", Go(place="remind.rungs")),
            button("remind.vacation", Go(place="remind.vacation")),
        ],
        [button("menu-language", Go(place="entry.language")), *way_home()[0]],
    ]
    return view(say("remind"), lines, rows=rows)


def days_in_words(weekdays: int) -> Say:
    """«каждый день, кроме праздников», «в будни», or the weekdays by name."""
    kind = {EVERY_DAY: "every", WORKING: "working", FREE: "free"}.get(weekdays, "chosen")
    first, *rest = [say("remind-weekday", day=day) for day in range(7) if weekdays & 1 << day]
    listed = first
    for name in rest:
        listed = say("remind-listed", before=listed, last=name)
    return say("remind-weekdays", kind=kind, listed=listed)


@place("remind.days")
async def days(work: Work) -> View:
    """Three usual choices, or single weekdays."""
    work.account.go("remind.days")
    chosen = await reminder_settings.own(work)
    usual = ((EVERY_DAY, "every"), (WORKING, "working"), (FREE, "free"))
    now = chosen.settings.weekdays
    rows = [[_day_button(chosen, mask, kind, now == mask)] for mask, kind in usual]
    single = [button("remind-days-ask.single", Go(place="remind.weekdays"))]
    return view(say("remind-days-ask"), rows=[*rows, single, _back()])


def _day_button(chosen: Chosen, mask: int, kind: str, now: bool) -> Button:
    tap = _tap(chosen, "days", str(mask))
    return button("remind-days-ask.usual", tap, kind=kind, now=now)


@place("remind.weekdays")
async def weekdays(work: Work) -> View:
    """Each weekday by itself; kept at once."""
    work.account.go("remind.weekdays")
    return _weekdays(await reminder_settings.own(work))


def _weekdays(chosen: Chosen) -> View:
    now = chosen.settings.weekdays
    toggles = [
        button(
            "remind-weekdays-ask.day",
            _tap(chosen, "weekday", str(now ^ 1 << day)),
            day=day,
            on=bool(now & 1 << day),
        )
        for day in range(7)
    ]
    pairs = [toggles[start : start + 2] for start in range(0, 7, 2)]
    ready = [button("remind-weekdays-ask.ready", Go(place="remind"), style="primary")]
    return view(say("remind-weekdays-ask"), rows=[*pairs, ready])


@place("remind.hour")
async def hour(work: Work) -> View:
    """Every hour that is not quiet."""
    work.account.go("remind.hour")
    chosen = await reminder_settings.own(work)
    now = chosen.settings.hour
    hours = [
        button("remind-hour-ask.hour", _tap(chosen, "hour", str(one)), hour=f"{one}:00", now=one == now)
        for one in chosen.hours()
    ]
    rows = [hours[start : start + HOURS_IN_A_ROW] for start in range(0, len(hours), HOURS_IN_A_ROW)]
    usual = button(
        "remind-hour-ask.usual", _tap(chosen, "hour"), hour=f"{chosen.usual.at:%H:%M}", now=now is None
    )
    return view(say("remind-hour-ask"), rows=[*rows, [usual], _back()])


@place("remind.rungs")
async def rungs(work: Work) -> View:
    """All, one on the evening before, none."""
    work.account.go("remind.rungs")
    chosen = await reminder_settings.own(work)
    rows = [
        [
            button(
                "remind-rungs-ask.one",
                _tap(chosen, "rungs", one.value),
                rungs=one.value,
                now=one is chosen.settings.rungs,
            )
        ]
        for one in Rungs
    ]
    return view(say("remind-rungs-ask"), rows=[*rows, _back()])


def _tap(chosen: Chosen, do: str, value: str = "") -> RemindTap:
    settings = chosen.settings
    return RemindTap(do=do, person=settings.person_id, version=settings.version, value=value)


def _back() -> list[Button]:
    return [button("remind-back", Go(place="remind"))]


async def show(message: Message, work: Work) -> View:
    """/remind."""
    if work.account.person is None:
        return await places.here(work)
    return await screen(work)


async def choose_days(tap: CallbackQuery, callback_data: RemindTap, work: Work) -> View:
    """«Только по выходным»."""
    return _kept(work, await _days(callback_data, work))


async def toggle_weekday(tap: CallbackQuery, callback_data: RemindTap, work: Work) -> View:
    """One weekday more or less; the list stays."""
    return _weekdays(await _days(callback_data, work))


async def _days(data: RemindTap, work: Work) -> Chosen:
    mask = _number(data.value)
    return await reminder_settings.choose_days(work, data.person, mask, drawn=data.version)


async def choose_hour(tap: CallbackQuery, callback_data: RemindTap, work: Work) -> View:
    """An hour, or the organisation's."""
    data = callback_data
    chosen_hour = _number(data.value) if data.value else None
    return _kept(
        work, await reminder_settings.choose_hour(work, data.person, chosen_hour, drawn=data.version)
    )


async def choose_rungs(tap: CallbackQuery, callback_data: RemindTap, work: Work) -> View:
    """How many."""
    data = callback_data
    if data.value not in {one.value for one in Rungs}:
        raise NotYours("refusal-not-yours")
    wanted = Rungs(data.value)
    return _kept(work, await reminder_settings.choose_rungs(work, data.person, wanted, drawn=data.version))


def _number(value: str) -> int:
    if not value.isdecimal() or len(value) > 3:
        raise NotYours("refusal-not-yours")
    return int(value)


def _kept(work: Work, chosen: Chosen) -> View:
    work.account.go("remind")
    return shown(chosen).with_toast(say("remind-kept"))


def router() -> Router:
    """The command, the choices, the vacation."""
    routes = Router(name="remind")
    routes.message.register(show, Command("remind"))
    routes.callback_query.register(choose_days, RemindTap.filter(F.do == "days"))
    routes.callback_query.register(toggle_weekday, RemindTap.filter(F.do == "weekday"))
    routes.callback_query.register(choose_hour, RemindTap.filter(F.do == "hour"))
    routes.callback_query.register(choose_rungs, RemindTap.filter(F.do == "rungs"))
    routes.include_router(remind_vacation.router())
    return routes
