"""«Ждут подписи»: the list, one paper on one screen, the receipt with its undo (S-06, people.md HEAD)."""

from __future__ import annotations

from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import plan_paper, signing_card, signing_pad, signing_reset
from handlers import signing_paper as paper_screens
from handlers import signing_protocol as protocol_screens
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_signing import SignAllTap, SignTap
from handlers.notices import notice
from handlers.places import place, redraws
from handlers.views import Button, Say, View, button, say, view
from models.paper_slot import SlotState
from services import signing, signing_kind, signing_list, signing_paper, signing_protocol
from services.signing_list import ToSign
from services.signing_seat import Seat
from services.work import Work

LISTED = 20


@notice("signing-waiting", check=signing_list.still_waiting)
def waiting_card(**facts: Any) -> View:
    """What a signer hears: enough to act without knowing any menu."""
    return signing_card.card(facts, [*signing_card.words(facts), *signing_card.more(facts), *way_home()])


@place("signing.card")
async def card(work: Work, slot: int) -> View:
    """A paper on one screen; opening it is kept."""
    found = await signing_list.open_paper(work, slot)
    work.account.go("signing.card", slot=slot)
    facts = await signing_kind.summary(work, found.paper, found.slot)
    ways = signing_card.words(facts) if found.is_due else []
    shown = signing_card.card(facts, [*ways, *signing_card.more(facts), _by_hand(found), *way_home()])
    return shown.followed_by(*_state(work, found))


def _by_hand(found: Seat) -> list[Button]:
    """The protocol; and, for who may enter it, that the slot whose turn it is was signed on paper (S-21)."""
    key = {"slot": found.slot.id, "version": found.slot.version}
    ways = [button("signing-card.protocol", SignTap(do="protocol", **key))]
    if found.enters is None or not found.paper.due:
        return ways
    due = found.slot if found.slot in found.paper.due else found.paper.due[0]
    return [button("signing-card.paper", SignTap(do="paper", slot=due.id, version=due.version)), *ways]


def _state(work: Work, found: Seat) -> list[Say]:
    """«Ждёт: директор ЦНППМ», or that the own signature is there (S-06.1)."""
    if found.slot.state is SlotState.SIGNED:
        return [say("signing-signed", name=found.slot.short_name, at=found.slot.at)]
    if found.is_due or not found.paper.due:
        return []
    role = signing_kind.title(work, found.paper, found.paper.due[0].held_by[0])
    return [say("signing-waits-for", role=role)]


@redraws(SignTap)
async def fresh(work: Work, data: SignTap) -> View:
    """The paper of a refused tap as it is now."""
    return await card(work, data.slot)


async def open_card(tap: CallbackQuery, callback_data: SignTap, work: Work) -> View:
    """A line of the list."""
    return await card(work, callback_data.slot)


@place("signing")
async def listed(work: Work) -> View:
    """What waits for this person, those already read first; all of these may be signed with one code."""
    work.account.go("signing")
    waiting, answers = await signing_list.waiting(work), await signing_protocol.answers_for(work)
    shown = [_line(one) for one in waiting[:LISTED]]
    others = len(await signing_paper.going_round(work))
    round_ = [button("signing.round", Go(place="signing.round"), count=others)] if others else []
    opened = [one for one in waiting if one.opened]
    every = SignAllTap(do="list", seal=signing_list.seal(opened))
    return view(
        say("signing", count=len(waiting), opened=len(opened)),
        rows=[
            *shown,
            [button("signing.all", every, count=len(opened))] if len(opened) > 1 else [],
            [button("signing.done", Go(place="signing.done")), *round_],
            [button("signing.act", Go(place="signing.act"))] if answers else [],
            *way_home(),
        ],
    )


def _line(one: ToSign) -> list[Button]:
    data = SignTap(do="card", slot=one.slot.id, version=one.slot.version)
    name = one.paper.route.teacher.short_name
    return [
        button(
            "signing.open", data, name=name, act=one.slot.act, paper=one.paper.kind.value, opened=one.opened
        )
    ]


@redraws(SignAllTap)
async def fresh_list(work: Work, data: SignAllTap) -> View:
    """The list of an outdated tap as it is now."""
    return await listed(work)


async def all_opened(tap: CallbackQuery, callback_data: SignAllTap, work: Work) -> View:
    """What one code would sign, line by line, before it is asked for."""
    opened = await signing_list.opened(work)
    if not opened:
        return await listed(work)
    lines = [
        say(
            "signing-all-line",
            name=one.paper.route.teacher.short_name,
            act=one.slot.act,
            paper=one.paper.kind.value,
        )
        for one in opened
    ]
    yes = SignAllTap(do="yes", seal=signing_list.seal(opened))
    return view(
        say("signing-all", count=len(opened)),
        lines,
        rows=[
            [button("signing-all.yes", yes, style="success", count=len(opened))],
            [button("signing-all.back", Go(place="signing"))],
        ],
    )


async def sign(tap: CallbackQuery, callback_data: SignTap, work: Work) -> View:
    """«Подписать»: the keypad."""
    return await signing_pad.begin(work, [(callback_data.slot, callback_data.version)])


async def sign_all(tap: CallbackQuery, callback_data: SignAllTap, work: Work) -> View:
    """«Подписать все просмотренные»: one keypad."""
    return signing_pad.drawn(work, await signing_list.sign_opened(work, callback_data.seal))


async def undo(tap: CallbackQuery, callback_data: SignTap, work: Work) -> View:
    """«Отменить», for two minutes."""
    found = await signing.undo(work, callback_data.slot)
    return (await card(work, found.slot.id)).led_by(say("signing-undone"))


async def undo_all(tap: CallbackQuery, callback_data: SignTap, work: Work) -> View:
    """«Отменить все», for two minutes: what goes back, and what stays."""
    undone = await signing.undo_all(work, callback_data.slot)
    names = ", ".join(one.paper.route.teacher.short_name for one in undone.stay)
    stays = [say("signing-undone-stay", count=len(undone.stay), names=names)] if undone.stay else []
    return (await listed(work)).led_by(say("signing-undone-all", count=len(undone.back)), *stays)


def router() -> Router:
    """The signer's side."""
    routes = Router(name="signing")
    routes.callback_query.register(open_card, SignTap.filter(F.do == "card"))
    routes.callback_query.register(sign, SignTap.filter(F.do == "sign"))
    routes.callback_query.register(undo, SignTap.filter(F.do == "undo"))
    routes.callback_query.register(undo_all, SignTap.filter(F.do == "undo-all"))
    routes.callback_query.register(all_opened, SignAllTap.filter(F.do == "list"))
    routes.callback_query.register(sign_all, SignAllTap.filter(F.do == "yes"))
    below = (plan_paper, signing_pad, signing_reset, paper_screens, protocol_screens)
    routes.include_routers(*(one.router() for one in below))
    return routes
