"""«Итоги» for whoever the regulation names: the checklist, then text, outcome, signatures (S000 3.1.4; S-17, S-12)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import (
    conclusions_outcome,
    conclusions_signer,
    conclusions_text,
    conclusions_told,
    self_analysis,
)
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_conclusions import EndTap, ReadTap
from handlers.callbacks_product import ProductsTap
from handlers.conclusions_lines import checklist, outcome_lines, tap_of
from handlers.diagnosis_routes import page_of
from handlers.places import At, place, redraws
from handlers.views import Button, Say, View, button, say, view
from models.conclusions import ConclusionsState
from models.paper_slot import SlotState
from regulations.questions import Question, read_text
from services import conclusions, conclusions_desk, conclusions_known, signing_kind
from services.conclusions import Ending
from services.conclusions_desk import Line
from services.pages import Page
from services.work import Work

NAME = Question("name", minimum=2, maximum=60, example="conclusions-routes.example")


@place("conclusions.routes")
async def listed(work: Work, text: str = "", at: int = 0) -> View:
    """Whose end is mine to sum up: those near it first; a part of a name finds one of many."""
    found = await conclusions_desk.page(work, text, at)
    work.account.go("conclusions.routes", text=text, at=found.at)
    rows = [
        [
            button(
                "conclusions-route",
                EndTap(do="open", route=one.route.id, version=0),
                name=one.route.teacher.short_name,
                stage=one.stage,
            )
        ]
        for one in found.lines
    ]
    return view(
        say("conclusions-routes", count=found.total, asked=bool(text), text=text),
        rows=[*rows, *_pages(found, text), *way_home()],
    )


def _pages(found: Page[Line], text: str) -> list[list[Button]]:
    turn = []
    if found.at:
        turn.append(button("diagnosis-list.earlier", _page(found.at - 1)))
    if found.more:
        turn.append(button("diagnosis-list.later", _page(found.at + 1)))
    return [turn, [button("conclusions-routes.all", Go(place="conclusions.routes"))] if text else []]


def _page(at: int) -> EndTap:
    return EndTap(do="page", route=0, version=0, value=str(at))


async def turn_page(tap: CallbackQuery, callback_data: EndTap, work: Work) -> View:
    """Another page of the same list."""
    kept = work.account.place_ids if work.account.place == "conclusions.routes" else {}
    return await listed(work, str(kept.get("text", "")), page_of(callback_data.value))


async def name_typed(message: Message, work: Work) -> View:
    """A part of a teacher's name."""
    return await listed(work, read_text(NAME, message.text or ""))


@place("conclusions.card")
async def card(work: Work, route: int) -> View:
    """The end of one route on one screen: what is there, what is missing with its clause, what to do next."""
    found = await conclusions.look(work, route)
    work.account.go("conclusions.card", route=route)
    return drawn(work, found)


def drawn(work: Work, found: Ending) -> View:
    """The same of what was found."""
    head = say("conclusions", name=found.route.teacher.short_name, school=found.route.organisation.name)
    writing = found.one is None or found.one.state is ConclusionsState.DRAFT
    own = found.route.teacher_id == work.person.id
    said = [*outcome_lines(found.one), *_where(work, found)]
    return view(
        [head, *(checklist(found.checks, found.one) if writing else [])],
        *([said] if said else []),
        rows=[*_ways(work, found), *_earlier(found), [] if own else [_list()], *way_home()],
    )


def _where(work: Work, found: Ending) -> list[Say]:
    """Whose signature is awaited; when all was signed, and what the teacher says."""
    one, paper = found.one, found.paper
    if one is None:
        facts = {
            "due": found.checks.due,
            "dated": found.route.ends_on is not None,
            "ends": found.route.ends_on or "",
        }
        return [say("conclusions-not-begun", **facts)]
    if one.state is ConclusionsState.SIGNING and paper is not None:
        return [
            say("signing-waits-for", role=signing_kind.title(work, paper, slot.held_by[0]))
            for slot in paper.due
        ]
    if one.state is ConclusionsState.SIGNED:
        known = one.known.value if one.known else "none" if found.asks_word else "unasked"
        facts = {"known": known, "objection": one.objection, "signed": found.goes_round}
        return [say("conclusions-signed-at", at=one.signed_at, **facts)]
    back = next((slot for slot in (paper.slots if paper else []) if slot.state is SlotState.RETURNED), None)
    return [say("conclusions-came-back", by=back.short_name, reason=back.reason)] if back else []


def _ways(work: Work, found: Ending) -> list[list[Button]]:
    one = found.one
    if one is None:
        return [[button("conclusions.begin", tap_of(found, "begin"), style="primary", due=found.checks.due)]]
    if one.state is ConclusionsState.SIGNING:
        return [
            [button("conclusions.text", tap_of(found, "text"))],
            [button("conclusions.take-back", tap_of(found, "take-back"))],
        ]
    if one.state is ConclusionsState.SIGNED:
        read = ReadTap(do="read", one=one.id, version=one.version)
        silent = [[button("conclusions.silent", tap_of(found, "silent"))]] if one.is_silent(work.now) else []
        again = [[button("conclusions.again", tap_of(found, "begin"))]] if found.may_begin else []
        return [[button("conclusions.read", read)], *silent, *again]
    return _writing(found)


def _writing(found: Ending) -> list[list[Button]]:
    """What is still to be said is marked; sending comes last."""
    one, checks = found.one, found.checks
    assert one is not None
    ready = one.is_ready(few=checks.is_few) and not checks.blocked_by_product(one)
    few = button("conclusions.few", tap_of(found, "few"), style=None if one.few else "primary")
    return [
        [button("conclusions.text", tap_of(found, "text"))],
        [button("conclusions.outcome", tap_of(found, "outcome"), style=None if one.outcome else "primary")],
        [few] if checks.is_few else [],
        _product(found),
        [button("conclusions.send", tap_of(found, "send"), style="success", signed=found.goes_round)]
        if ready
        else [],
    ]


def _product(found: Ending) -> list[Button]:
    """What the teacher handed in can be looked at; where nothing was, it may be named here (X46)."""
    if not found.checks.asks_product():
        return []
    handed = len(found.checks.products.handed)
    if not handed:
        return [button("conclusions.product", tap_of(found, "product"))]
    return [button("conclusions.products", ProductsTap(route=found.route.id), count=handed)]


def _earlier(found: Ending) -> list[list[Button]]:
    """Conclusions before a prolongation stay readable (S-12.3)."""
    signed = (one for one in found.earlier if one.state is ConclusionsState.SIGNED)
    return [
        [
            button(
                "conclusions.earlier", ReadTap(do="read", one=one.id, version=one.version), number=one.number
            )
        ]
        for one in signed
    ]


def _list() -> Button:
    return button("conclusions.list", Go(place="conclusions.routes"))


@redraws(EndTap)
async def fresh(work: Work, data: EndTap) -> View:
    """The end of the route of a refused tap as it is now."""
    return await card(work, data.route) if data.route else await listed(work)


async def open_card(tap: CallbackQuery, callback_data: EndTap, work: Work) -> View:
    """A line of the list."""
    return await card(work, callback_data.route)


async def begin(tap: CallbackQuery, callback_data: EndTap, work: Work) -> View:
    """«Подвести итоги»: the text is composed."""
    found = await conclusions.begin(work, callback_data.route, drawn=callback_data.version)
    work.account.go("conclusions.card", route=found.route.id)
    own = found.route.teacher_id == work.person.id
    return drawn(work, found).led_by(say("conclusions-begun", own=own))


async def send(tap: CallbackQuery, callback_data: EndTap, work: Work) -> View:
    """«Отправить на подпись»."""
    found = await conclusions.send(work, callback_data.route, drawn=callback_data.version)
    return drawn(work, found).led_by(say("conclusions-sent", signed=found.goes_round))


async def take_back(tap: CallbackQuery, callback_data: EndTap, work: Work) -> View:
    """«Забрать на правку»."""
    return drawn(work, await conclusions.take_back(work, callback_data.route, drawn=callback_data.version))


async def silent(tap: CallbackQuery, callback_data: EndTap, work: Work) -> View:
    """«Уведомлен(а), не ознакомлен(а)» (X32)."""
    found = await conclusions_known.fix_silence(work, callback_data.route, drawn=callback_data.version)
    return drawn(work, found)


def router() -> Router:
    """The end of a route."""
    routes = Router(name="conclusions")
    verbs = {
        "open": open_card,
        "page": turn_page,
        "begin": begin,
        "send": send,
        "take-back": take_back,
        "silent": silent,
    }
    for verb, handler in verbs.items():
        routes.callback_query.register(handler, EndTap.filter(F.do == verb))
    routes.message.register(name_typed, At("conclusions.routes"), F.text, ~F.text.startswith("/"))
    routes.include_routers(
        conclusions_text.router(),
        conclusions_outcome.router(),
        conclusions_told.router(),
        conclusions_signer.router(),
        self_analysis.router(),
    )
    return routes
