"""The keypad for the code of signing: digits by buttons, dots in place of them, nothing typed in the chat."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import keypad, places
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_signing import PinTap, SignTap
from handlers.places import At, place, redraws
from handlers.views import View, button, say, view
from models.paper import PaperState
from services import signing_pad
from services.signing_pad import Pad
from services.signing_seat import Seat
from services.work import Work


async def begin(work: Work, picked: Sequence[tuple[int, int]]) -> View:
    """A keypad for these slots, as drawn."""
    return drawn(work, await signing_pad.begin(work, picked))


def drawn(work: Work, pad: Pad) -> View:
    """The person is at the keypad."""
    work.account.go("signing.pad")
    first = pad.seats[0]
    words = say(
        "signing-pad",
        purpose=pad.row.purpose,
        count=len(pad.seats),
        name=first.paper.route.teacher.short_name,
        act=first.slot.act,
        paper=first.paper.kind.value,
    )
    number = pad.row.number
    digits = keypad.rows(
        lambda one: PinTap(do="digit", pad=number, value=one), PinTap(do="rub-out", pad=number)
    )
    forgot = [button("signing-pad.forgot", PinTap(do="forgot", pad=number))]
    return view(
        words,
        keypad.dots(pad.row),
        rows=[
            *digits,
            forgot if pad.row.purpose == "sign" else [],
            [button("signing-pad.leave", PinTap(do="leave", pad=number))],
        ],
    )


@place("signing.pad")
async def screen(work: Work) -> View:
    """The keypad as it stands."""
    return drawn(work, await signing_pad.look(work))


@redraws(PinTap)
async def fresh(work: Work, data: PinTap) -> View:
    """Behind a refused key: the keypad, while what it signs still waits; else the list."""
    if work.account.place != "signing.pad":
        return await places.here(work)
    pad = await signing_pad.look(work)
    if any(one.is_due for one in pad.seats):
        return drawn(work, pad)
    return await places.go(work, "signing")


async def digit(tap: CallbackQuery, callback_data: PinTap, work: Work) -> View:
    """A key: one dot more, or everything is signed."""
    signed = await signing_pad.press(work, callback_data.pad, callback_data.value)
    return await (receipt(work, signed) if signed else screen(work))


async def receipt(work: Work, signed: Sequence[Seat]) -> View:
    """What is signed, the way to take it back, and what else waits."""
    work.account.leave()
    first, count = signed[0], len(signed)
    key = {"slot": first.slot.id, "version": first.slot.version}
    undo = button("signing-done.undo", SignTap(do="undo", **key))
    if count > 1:
        undo = button("signing-done.undo-all", SignTap(do="undo-all", **key), count=count)
    whole = first.paper.state is PaperState.DONE
    name, paper = first.paper.route.teacher.short_name, first.paper.kind.value
    return view(
        say("signing-done", count=count, name=name, act=first.slot.act, whole=whole, paper=paper),
        rows=[[undo], [button("signing-done.list", Go(place="signing"))], *way_home()],
    )


async def rub_out(tap: CallbackQuery, callback_data: PinTap, work: Work) -> View:
    """«Стереть»."""
    return drawn(work, await signing_pad.rub_out(work, callback_data.pad))


async def leave(tap: CallbackQuery, callback_data: PinTap, work: Work) -> View:
    """«Не подписывать»: the list as it was."""
    await signing_pad.leave(work, callback_data.pad)
    return (await places.go(work, "signing")).led_by(say("signing-left"))


async def typed(message: Message, work: Work) -> View:
    """Digits in the chat are no code: they stay readable there (63-FZ art. 9: the key is kept secret)."""
    number = any(letter.isdigit() for letter in message.text or "")
    pad = await signing_pad.look(work)
    warning = say("signing-pad-typed", purpose=pad.row.purpose) if number else say("signing-pad-tap")
    return drawn(work, pad).led_by(warning).in_new_message()


def router() -> Router:
    """The keypad."""
    routes = Router(name="signing-pad")
    routes.callback_query.register(digit, PinTap.filter(F.do == "digit"))
    routes.callback_query.register(rub_out, PinTap.filter(F.do == "rub-out"))
    routes.callback_query.register(leave, PinTap.filter(F.do == "leave"))
    routes.message.register(typed, At("signing.pad"), F.text, ~F.text.startswith("/"))
    return routes
