"""The second code: asked for before what changes rights or lets data out; then the person is where they were."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import keypad, places, wanted
from handlers.anything import way_home
from handlers.callbacks_factor import FactorTap
from handlers.notices import notice
from handlers.places import At, place, redraws
from handlers.views import View, Wanted, button, say, view
from models.pin import PinPad
from models.second_factor import KEY_LASTS, LASTS
from services import second_factor
from services.work import Work

PLACE = "factor"
MINUTE = 60
IN_A_LINE = 2


async def ask(work: Work, about: Wanted) -> View:
    """The person must show the second code first: below what they were about to do, which goes on behind it."""
    account = work.account
    kept = wanted.kept(work, about)
    if account.place == PLACE:
        kept["back"] = account.place_ids.get("back") or {}
    account.go(PLACE, **kept)
    await second_factor.leave(work)
    return (await places.here(work)).in_new_message()


@place(PLACE)
async def screen(
    work: Work, back: Mapping[str, Any] | None = None, wanted: Mapping[str, Any] | None = None
) -> View:
    """The keypad; before the first time what it is for, afterwards until when it holds."""
    factor = await second_factor.own(work)
    pad = await second_factor.pad_under_way(work)
    if pad is None and factor.holds(work.account.id, work.now):
        return _confirmed()
    if pad is None and not factor.is_set:
        return _first_time()
    if pad is None and (minutes := factor.pause(work.now)):
        return view(say("factor-paused", minutes=minutes), rows=[[_leave()]])
    return _drawn(pad or await second_factor.open_pad(work, "confirm"))


def _first_time() -> View:
    key = button("factor-first.key", FactorTap(do="key"), style="primary")
    return view(say("factor-first"), rows=[[key], [_leave()]])


def _confirmed() -> View:
    rows = [
        [button("factor-confirmed.on", FactorTap(do="kept"), style="primary")],
        [button("factor-confirmed.spare", FactorTap(do="spare-new"))],
        [button("factor-confirmed.phone", FactorTap(do="key"))],
    ]
    return view(say("factor-confirmed", minutes=_minutes()), rows=rows)


def _minutes() -> int:
    return int(LASTS.total_seconds()) // MINUTE


def _leave() -> Any:
    return button("factor-first.leave", FactorTap(do="leave"))


def _drawn(pad: PinPad) -> View:
    number = pad.number
    digits = keypad.rows(
        lambda one: FactorTap(do="digit", pad=number, value=one), FactorTap(do="rub-out", pad=number)
    )
    spare = [button("factor-pad.spare", FactorTap(do="spare"))] if pad.purpose == "confirm" else []
    return view(
        say("factor-pad", purpose=pad.purpose, minutes=_minutes()),
        keypad.dots(pad),
        rows=[*digits, spare, [_leave()]],
    )


@redraws(FactorTap)
async def fresh(work: Work, data: FactorTap) -> View:
    """Behind a refused key: where the second code stands, while the person is at it."""
    return await places.here(work)


async def show_key(tap: CallbackQuery, work: Work) -> View:
    """A key for the app, in a message that the keypad replaces: it does not stay in the chat."""
    shown = await second_factor.show_key(work)
    letters = " ".join(shown.letters[at : at + 4] for at in range(0, len(shown.letters), 4))
    minutes = int(KEY_LASTS.total_seconds()) // MINUTE
    on = button("factor-key.on", FactorTap(do="enrol"), style="primary")
    return view(say("factor-key", letters=letters, minutes=minutes), rows=[[on], [_leave()]])


async def enrol(tap: CallbackQuery, work: Work) -> View:
    """The app shows a code: it is tapped."""
    return _drawn(await second_factor.open_pad(work, "enrol"))


async def spare(tap: CallbackQuery, work: Work) -> View:
    """«Нет телефона»: a code of the sheet."""
    return _drawn(await second_factor.open_pad(work, "spare"))


async def digit(tap: CallbackQuery, callback_data: FactorTap, work: Work) -> View:
    """A key: one dot more, the codes for the sheet, or the person is let through."""
    pressed = await second_factor.press(work, callback_data.pad, callback_data.value)
    if pressed.spare:
        return codes(pressed.spare)
    return await (_through(work) if pressed.through else places.here(work))


async def spare_new(tap: CallbackQuery, work: Work) -> View:
    """«Новые запасные коды»."""
    return codes(await second_factor.new_spare_codes(work))


def codes(made: Sequence[str]) -> View:
    """The codes for a sheet of paper, said once."""
    said = [f"{one[:4]} {one[4:]}" for one in made]
    lines = [" · ".join(said[at : at + IN_A_LINE]) for at in range(0, len(said), IN_A_LINE)]
    kept = button("factor-codes.kept", FactorTap(do="kept"), style="primary")
    return view(say("factor-codes"), [say("factor-codes-line", codes=line) for line in lines], rows=[[kept]])


async def kept(tap: CallbackQuery, work: Work) -> View:
    """«Записано»: the codes leave the chat."""
    return await _through(work)


async def rub_out(tap: CallbackQuery, callback_data: FactorTap, work: Work) -> View:
    """«Стереть»."""
    return _drawn(await second_factor.rub_out(work, callback_data.pad))


async def opened(tap: CallbackQuery, work: Work) -> View:
    """«Мой второй код», without anything that waits for it; nothing where no code is asked for."""
    account = work.account
    if work.rules.factor_key and account.place != PLACE:
        account.go(PLACE, **wanted.kept(work, None))
        await second_factor.leave(work)
    return await places.here(work)


async def leave(tap: CallbackQuery, work: Work) -> View:
    """«Вернуться»: nothing goes on."""
    await second_factor.leave(work)
    if work.account.place == PLACE:
        wanted.go_back(work)
    return await places.here(work)


async def _through(work: Work) -> View:
    """What waited for the code goes on, as long as it holds."""
    if work.account.place == PLACE and (await second_factor.own(work)).holds(work.account.id, work.now):
        return await wanted.go_on(work, say("factor-done", minutes=_minutes()))
    return await places.here(work)


async def typed(message: Message, work: Work) -> View:
    """Digits in the chat are no code."""
    number = any(letter.isdigit() for letter in message.text or "")
    shown = await places.here(work)
    return shown.led_by(say("factor-typed" if number else "signing-pad-tap")).in_new_message()


@notice("factor-set")
def was_set(name: str, school: str) -> View:
    """For who knows the person: somebody else could have set it up."""
    return view(say("factor-set", name=name, school=school), rows=way_home())


@notice("factor-reset")
def was_reset() -> View:
    """For whose phone was lost."""
    return view(say("factor-reset"), rows=way_home())


def router() -> Router:
    """The second code."""
    routes = Router(name="second-factor")
    for do, act in (
        ("open", opened),
        ("key", show_key),
        ("enrol", enrol),
        ("spare", spare),
        ("digit", digit),
        ("rub-out", rub_out),
        ("spare-new", spare_new),
        ("kept", kept),
        ("leave", leave),
    ):
        routes.callback_query.register(act, FactorTap.filter(F.do == do))
    routes.message.register(typed, At(PLACE), F.text, ~F.text.startswith("/"))
    return routes
