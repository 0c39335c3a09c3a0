"""«Ждут подписи»: the list, one paper on one screen, the receipt with its undo (S-06, people.md HEAD)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import plan_lines, signing_pad, signing_reset
from handlers.anything import way_home
from handlers.callbacks import Go, PlanTap
from handlers.callbacks_signing import SignAllTap, SignTap
from handlers.notices import notice
from handlers.places import place, redraws
from handlers.views import Button, Say, View, button, say, view
from models.paper_slot import SlotState
from services import plan_card, signing, signing_kind, signing_list
from services.signing_list import ToSign
from services.signing_seat import Seat
from services.work import Work

LISTED = 20


@notice("signing-waiting", check=signing_list.still_waiting)
def waiting_card(**facts: Any) -> View:
    """What a signer hears: enough to act without knowing any menu."""
    return _card(facts, [*_words(facts), *_more(facts), *way_home()])


def _card(facts: dict[str, Any], rows: Sequence[Sequence[Button]]) -> View:
    """One screen: whose paper, what is asked, term, count, what departs and why, what changed."""
    least, most = facts["bounds"]
    news = plan_lines.change_lines(facts["changes"])
    return view(
        [
            say("signing-card", name=facts["name"], school=facts["school"], number=facts["number"]),
            *([say("signing-instead", role=facts["instead"])] if facts["instead"] else []),
            *plan_lines.topic_lines(facts["topic"]),
            *([say("plan-card-term", starts=facts["starts"], ends=facts["ends"])] if facts["ends"] else []),
            *plan_lines.judged(facts["term"], least, most, facts["term_clause"]),
            plan_lines.count_line(facts["count"], facts["least"], facts["least_clause"]),
        ],
        *([[say("plan-news", number=facts["number"]), *news]] if news else []),
        *([say("plan-card-reason", reason=facts["reason"])] if facts["reason"] else []),
        rows=rows,
    )


def _key(facts: dict[str, Any]) -> dict[str, Any]:
    return {"slot": facts["slot"], "version": facts["version"]}


def _words(facts: dict[str, Any]) -> list[list[Button]]:
    """The word that is due: sign, agree or approve; or return it, but not one's own."""
    sign = button("signing-card.sign", SignTap(do="sign", **_key(facts)), style="success", act=facts["act"])
    back = PlanTap(do="return", route=facts["route"], version=facts["drawn"])
    return [[sign], [button("plan-card.return", back)] if not facts["own"] else []]


def _more(facts: dict[str, Any]) -> list[list[Button]]:
    whole = button("signing-card.rows", SignTap(do="rows", **_key(facts)))
    return [[whole, button("signing-card.list", Go(place="signing"))]]


@place("signing.card")
async def card(work: Work, slot: int) -> View:
    """A paper on one screen; opening it is kept."""
    found = await signing_list.open_paper(work, slot)
    work.account.go("signing.card", slot=slot)
    facts = await signing_kind.summary(work, found.paper, found.slot)
    ways = _words(facts) if found.is_due else []
    return _card(facts, [*ways, *_more(facts), *way_home()]).followed_by(*_state(work, found))


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


async def rows(tap: CallbackQuery, callback_data: SignTap, work: Work) -> View:
    """Every row that is signed."""
    found = await signing_list.open_paper(work, callback_data.slot)
    lines = plan_lines.full_lines(plan_card.rows(work.rules.of(found.paper.route), found.paper.content))
    back = SignTap(do="card", slot=found.slot.id, version=found.slot.version)
    head = say("signing-rows", name=found.paper.route.teacher.short_name, number=found.paper.number)
    return view(head, lines, rows=[[button("signing-rows.back", back)]])


@place("signing")
async def listed(work: Work) -> View:
    """What waits for this person, those already read first; all of these may be signed with one code."""
    work.account.go("signing")
    waiting = await signing_list.waiting(work)
    shown = [_line(one) for one in waiting[:LISTED]]
    opened = [one for one in waiting if one.opened]
    every = SignAllTap(do="list", seal=signing_list.seal(opened))
    return view(
        say("signing", count=len(waiting), opened=len(opened)),
        rows=[
            *shown,
            [button("signing.all", every, count=len(opened))] if len(opened) > 1 else [],
            *way_home(),
        ],
    )


def _line(one: ToSign) -> list[Button]:
    data = SignTap(do="card", slot=one.slot.id, version=one.slot.version)
    name = one.paper.route.teacher.short_name
    return [button("signing.open", data, name=name, act=one.slot.act, opened=one.opened)]


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
        say("signing-all-line", name=one.paper.route.teacher.short_name, act=one.slot.act) for one in opened
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


def router() -> Router:
    """The signer's side."""
    routes = Router(name="signing")
    routes.callback_query.register(open_card, SignTap.filter(F.do == "card"))
    routes.callback_query.register(rows, SignTap.filter(F.do == "rows"))
    routes.callback_query.register(sign, SignTap.filter(F.do == "sign"))
    routes.callback_query.register(undo, SignTap.filter(F.do == "undo"))
    routes.callback_query.register(all_opened, SignAllTap.filter(F.do == "list"))
    routes.callback_query.register(sign_all, SignAllTap.filter(F.do == "yes"))
    routes.include_routers(signing_pad.router(), signing_reset.router())
    return routes
