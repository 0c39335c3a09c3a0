"""The protocol of a paper in words; the actual start; the act by which an organisation signs electronically."""

from __future__ import annotations

from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_signing import SignTap
from handlers.evidence import files_of
from handlers.paper_file import with_paper
from handlers.places import At, place
from handlers.views import Button, Say, View, button, say, view
from models.paper_slot import PaperSlot, SlotState, Way
from models.route import RouteState
from regulations.questions import Question, QuestionKind, read_date_answer, read_text
from services import paper_beside, signing_kind, signing_protocol
from services.signing_protocol import Protocol
from services.work import Work

ACT = Question("act", minimum=5, maximum=200, example="signing-act.example")
DAY = Question("day", QuestionKind.DATE, past=True)


@place("signing.protocol")
async def protocol(work: Work, slot: int) -> View:
    """Every signature: who, by what right, when, how; then the hash of what was signed."""
    found = await signing_protocol.of(work, slot)
    work.account.go("signing.protocol", slot=slot)
    paper, regulation = found.paper, work.rules.of(found.paper.route)
    head = say(
        "signing-protocol",
        name=paper.route.teacher.short_name,
        paper=paper.kind.value,
        number=paper.number,
        loops=found.loops,
    )
    visas = [
        say("signing-visa", name=one.person.short_name, role=regulation.role_title(one.role.value), at=one.at)
        for one in found.visas
    ]
    base = say("signing-base", regulation=regulation.short_title, edition=paper.edition)
    seal = say("signing-sha", sha=paper.fingerprint)
    key = {"slot": slot, "version": found.seat.slot.version}
    files = [
        button("signing-protocol.pdf", SignTap(do="protocol-file", value="pdf", **key)),
        button("signing-protocol.word", SignTap(do="protocol-file", value="docx", **key)),
    ]
    ways = [files, [button("signing-rows.back", SignTap(do="card", **key))], *way_home()]
    lines = [_line(work, found, one) for one in paper.slots]
    rows, scans = [*_start(found), *ways], files_of(found.scans)
    return view(head, lines, *([visas] if visas else []), [base, seal], rows=rows, files=scans)


def _line(work: Work, found: Protocol, slot: PaperSlot) -> Say:
    role = signing_kind.title(work, found.paper, slot.role.value if slot.role else slot.held_by[0])
    if slot.state is SlotState.WAITING:
        return say("signing-slot-waits", role=role)
    if slot.state is SlotState.RETURNED:
        return say("signing-slot-returned", role=role, name=slot.chat_name, at=slot.at)
    if slot.way is Way.PAPER:
        by = slot.entered_by.short_name if slot.entered_by else ""
        return say(
            "signing-slot-paper", act=slot.act, role=role, name=slot.chat_name, on=slot.paper_on, by=by
        )
    dates = say("signing-office", **_office(slot)) if slot.since else ""
    simple = say("signing-simple", simple=bool(slot.simple), by_act=slot.simple)
    return say(
        "signing-slot", act=slot.act, role=role, name=slot.chat_name, office=dates, at=slot.at, simple=simple
    )


def _office(slot: PaperSlot) -> dict[str, Any]:
    """The days of an office; the last one is said where it is held for a time."""
    return {"acting": slot.acting, "since": slot.since, "until": slot.until or slot.since}


def _start(found: Protocol) -> list[list[Button]]:
    """The methodist's way to the actual start (X20)."""
    route = found.paper.route
    if not found.may_date or route.state is not RouteState.ACTIVE:
        return []
    data = SignTap(do="began", slot=found.seat.slot.id, version=route.version)
    return [[button("signing-protocol.began", data, on=route.began_on)]]


async def open_protocol(tap: CallbackQuery, callback_data: SignTap, work: Work) -> View:
    """«Подписи»."""
    return await protocol(work, callback_data.slot)


async def file(tap: CallbackQuery, callback_data: SignTap, work: Work) -> View:
    """The protocol as a paper, made from what stands now."""
    slot = callback_data.slot
    back = button("papers-link.back", callback_data.model_copy(update={"do": "protocol", "value": ""}))
    return await with_paper(
        work, paper_beside.PROTOCOL, slot, callback_data.value, lambda: protocol(work, slot), back
    )


async def ask_start(tap: CallbackQuery, callback_data: SignTap, work: Work) -> View:
    """«Начало: …»: another day?"""
    return await places.go(work, "signing.began", slot=callback_data.slot, version=callback_data.version)


@place("signing.began")
async def start_screen(work: Work, slot: int, version: int) -> View:
    """The question for the day on which the work began."""
    found = await signing_protocol.of(work, slot)
    back = button("signing-rows.back", SignTap(do="protocol", slot=slot, version=found.seat.slot.version))
    return view(say("signing-began", on=found.paper.route.began_on), rows=[[back]])


async def start_typed(message: Message, work: Work) -> View:
    """The day."""
    ids = work.account.place_ids
    on = read_date_answer(DAY, message.text or "", work.today, lang=work.account.language)
    await signing_protocol.begin_on(work, ids["slot"], on, drawn=ids["version"])
    return (await protocol(work, ids["slot"])).led_by(say("signing-began-now", on=on))


@place("signing.done")
async def done(work: Work) -> View:
    """What this person has signed or entered, to be looked at again."""
    work.account.go("signing.done")
    papers = await signing_protocol.signed(work)
    rows = [
        [
            button(
                "signing-papers.open",
                SignTap(do="protocol", slot=one.slots[0].id, version=one.slots[0].version),
                name=one.route.teacher.short_name,
                paper=one.kind.value,
                number=one.number,
                state=one.state.value,
            )
        ]
        for one in papers
    ]
    back = [button("signing-done.list", Go(place="signing"))]
    return view(say("signing-papers", count=len(papers)), rows=[*rows, back, *way_home()])


@place("signing.act")
async def act_screen(work: Work) -> View:
    """Whether signatures are «простая электронная подпись» here, by which act, who entered it (63-FZ art. 9)."""
    mine = await signing_protocol.answers_for(work)
    work.account.go("signing.act")
    if mine is None:
        return await places.go(work, "signing")
    facts = {"school": mine.name, "act": mine.signature_act, "by": mine.signature_act_by}
    off = [button("signing-act.off", Go(place="signing.act-off"))] if mine.signature_act else []
    said = say("signing-act", there=bool(mine.signature_act), **facts)
    return view(said, rows=[off, [button("signing-done.list", Go(place="signing"))], *way_home()])


@place("signing.act-off")
async def act_off(work: Work) -> View:
    """Asks once more before the act is taken out."""
    work.account.go("signing.act-off")
    yes = button("signing-act-off.yes", SignTap(do="act-off", slot=0, version=0))
    back = button("signing-rows.back", SignTap(do="act", slot=0, version=0))
    return view(say("signing-act-off"), rows=[[yes], [back]])


async def act_again(tap: CallbackQuery, callback_data: SignTap, work: Work) -> View:
    """Back to the act."""
    return await act_screen(work)


async def act_removed(tap: CallbackQuery, callback_data: SignTap, work: Work) -> View:
    """From now on signatures read «согласовано в системе»."""
    await signing_protocol.agree_to_signatures(work, "")
    return await act_screen(work)


async def act_typed(message: Message, work: Work) -> View:
    """Number and date of the act."""
    await signing_protocol.agree_to_signatures(work, read_text(ACT, message.text or ""))
    return await act_screen(work)


def router() -> Router:
    """The protocol and what hangs by it."""
    routes = Router(name="signing-protocol")
    routes.callback_query.register(open_protocol, SignTap.filter(F.do == "protocol"))
    routes.callback_query.register(file, SignTap.filter(F.do == "protocol-file"))
    routes.callback_query.register(ask_start, SignTap.filter(F.do == "began"))
    routes.callback_query.register(act_again, SignTap.filter(F.do == "act"))
    routes.callback_query.register(act_removed, SignTap.filter(F.do == "act-off"))
    words = F.text & ~F.text.startswith("/")
    routes.message.register(start_typed, At("signing.began"), words)
    routes.message.register(act_typed, At("signing.act"), words)
    return routes
