"""A teacher moves: where to, what changes by another regulation, asked and answered (X45, R0-004)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_staff import StaffTap, TransferTap
from handlers.places import At, place, redraws
from handlers.transfer_words import changes, choice
from handlers.views import Button, Say, View, button, say, view
from models.transfer import Transfer, TransferState
from regulations.questions import Question, QuestionKind, read_text
from services import transfer
from services.transfer import Move
from services.work import Work

SCHOOL = Question("school", minimum=1, maximum=60, example="transfer-where.example")
REASON = Question(
    "reason", QuestionKind.LONG_TEXT, minimum=3, maximum=500, example="transfer-decline.example"
)
MOST_OFFERED = 8


def _tap(one: Transfer, do: str, value: str = "") -> TransferTap:
    return TransferTap(do=do, transfer=one.id, version=one.version, value=value)


async def begin(tap: CallbackQuery, callback_data: StaffTap, work: Work) -> View:
    """«Перевести в другую школу»."""
    one = await transfer.begin(work, callback_data.person)
    return await places.go(work, "transfer" if one.to_id else "transfer.where", transfer=one.id)


@place("transfer.where")
async def where(work: Work, transfer: int, text: str = "") -> View:
    """Schools of the region first; a few letters find any."""
    return await _where(work, transfer, text)


async def _where(work: Work, transfer_id: int, text: str) -> View:
    found = (await transfer.look(work, transfer_id)).transfer
    if found.state is not TransferState.DRAFT:
        return await places.go(work, "transfer", transfer=transfer_id)
    schools = await transfer.places(work, transfer_id, text)
    work.account.go("transfer.where", transfer=transfer_id, text=text)
    rows = [
        [
            button(
                "transfer-where.school",
                _tap(found, "to", str(one.id)),
                name=one.name,
                municipality=one.municipality,
            )
        ]
        for one in schools[:MOST_OFFERED]
    ]
    more = max(len(schools) - MOST_OFFERED, 0)
    everybody = [button("transfer-where.all", _tap(found, "where"))] if text else []
    name = found.route.teacher.short_name
    return view(
        say("transfer-where", name=name, count=len(schools), more=more, asked=bool(text), text=text),
        rows=[*rows, everybody, [_to_person(found)], *way_home()],
    )


def _to_person(one: Transfer) -> Button:
    return button("staff-whom.back", StaffTap(do="open", person=one.route.teacher_id))


async def ask_where(tap: CallbackQuery, callback_data: TransferTap, work: Work) -> View:
    """«Другая школа»."""
    return await _where(work, callback_data.transfer, "")


async def school_typed(message: Message, work: Work) -> View:
    """A part of the school's name."""
    return await _where(work, work.account.place_ids["transfer"], read_text(SCHOOL, message.text or ""))


async def chosen(tap: CallbackQuery, callback_data: TransferTap, work: Work) -> View:
    """A school."""
    value = callback_data.value
    school = int(value) if value.isdecimal() else 0
    await transfer.lead_to(work, callback_data.transfer, school, drawn=callback_data.version)
    return await places.go(work, "transfer", transfer=callback_data.transfer)


@place("transfer")
async def card(work: Work, transfer: int) -> View:
    """One transfer: from where to where, what changes, the word that is due."""
    return await _card(work, transfer)


async def _card(work: Work, transfer_id: int) -> View:
    found = await transfer.look(work, transfer_id)
    one = found.transfer
    if one.to is None:
        return await places.go(work, "transfer.where", transfer=transfer_id)
    work.account.go("transfer", transfer=transfer_id)
    head = say(
        "transfer",
        state=one.state.value,
        name=one.route.teacher.short_name,
        number=one.route_id,
        school=one.left.name,
        to=one.to.name,
    )
    reason = [say("transfer-reason", reason=one.reason)] if one.reason else []
    mapped: list[Say | list[Say]] = [changes(found.mapping), choice(found)] if found.mapping else []
    return view(
        [head, *reason],
        *mapped,
        rows=[*_regulation_rows(found), *_words(found), [button("staff-card.back", Go(place="staff"))]],
    )


def _regulation_rows(found: Move) -> list[list[Button]]:
    open_states = (TransferState.DRAFT, TransferState.PROPOSED)
    if found.mapping is None or not found.chooses or found.transfer.state not in open_states:
        return []
    keep = button("transfer.keep", _tap(found.transfer, "keep"))
    take = button("transfer.take", _tap(found.transfer, "take"))
    keeps = found.transfer.keeps
    return [
        [keep] if keeps is not True else [],
        [take] if keeps is not False and not found.mapping.lacking else [],
    ]


def _words(found: Move) -> list[list[Button]]:
    one = found.transfer
    if one.state is TransferState.DRAFT:
        ask = button("transfer.propose", _tap(one, "propose"), style="success")
        other = button("transfer.other", _tap(one, "where"))
        return [[ask], [other, button("transfer.drop", _tap(one, "drop"))]]
    if one.state is not TransferState.PROPOSED:
        return []
    if found.own:
        return [[button("transfer.drop", _tap(one, "drop"))]]
    accept = [button("transfer.accept", _tap(one, "accept"), style="success")] if found.chosen else []
    return [accept, [button("transfer.decline", _tap(one, "decline"))]]


@redraws(TransferTap)
async def fresh(work: Work, data: TransferTap) -> View:
    """An outdated tap: the transfer as it is now."""
    return await _card(work, data.transfer)


async def open_card(tap: CallbackQuery, callback_data: TransferTap, work: Work) -> View:
    """From a notice or the list."""
    return await _card(work, callback_data.transfer)


async def keep(tap: CallbackQuery, callback_data: TransferTap, work: Work) -> View:
    """«Оставить прежнее положение»."""
    await transfer.choose(work, callback_data.transfer, keeps=True, drawn=callback_data.version)
    return await _card(work, callback_data.transfer)


async def take(tap: CallbackQuery, callback_data: TransferTap, work: Work) -> View:
    """«Взять новое положение»."""
    await transfer.choose(work, callback_data.transfer, keeps=False, drawn=callback_data.version)
    return await _card(work, callback_data.transfer)


async def propose(tap: CallbackQuery, callback_data: TransferTap, work: Work) -> View:
    """«Предложить»."""
    await transfer.propose(work, callback_data.transfer, drawn=callback_data.version)
    return (await _card(work, callback_data.transfer)).with_toast(say("transfer-proposed"))


async def drop(tap: CallbackQuery, callback_data: TransferTap, work: Work) -> View:
    """«Отменить»."""
    await transfer.drop(work, callback_data.transfer, drawn=callback_data.version)
    return await _card(work, callback_data.transfer)


async def accept(tap: CallbackQuery, callback_data: TransferTap, work: Work) -> View:
    """«Принять»: on to the teacher, who needs somebody to accompany them."""
    found = await transfer.accept(work, callback_data.transfer, drawn=callback_data.version)
    shown = await places.go(work, "staff.person", person=found.transfer.route.teacher_id)
    return shown.led_by(say("transfer-accepted", number=found.transfer.route_id))


async def ask_reason(tap: CallbackQuery, callback_data: TransferTap, work: Work) -> View:
    """«Не принимать»: why?"""
    found = await transfer.look(work, callback_data.transfer)
    found.transfer.drawn(callback_data.version)
    return await places.go(work, "transfer.decline", transfer=callback_data.transfer)


@place("transfer.decline")
async def reason_screen(work: Work, transfer: int) -> View:
    """The reason in own words."""
    back = TransferTap(do="open", transfer=transfer, version=0)
    return view(say("transfer-decline"), rows=[[button("transfer-decline.back", back)]])


async def declined(message: Message, work: Work) -> View:
    """The reason: who proposed it hears."""
    transfer_id = work.account.place_ids["transfer"]
    await transfer.decline(work, transfer_id, read_text(REASON, message.text or ""))
    return await _card(work, transfer_id)


def router() -> Router:
    """From «Перевести» to accepted."""
    routes = Router(name="transfer")
    routes.callback_query.register(begin, StaffTap.filter(F.do == "transfer"))
    verbs = {
        "open": open_card,
        "where": ask_where,
        "to": chosen,
        "keep": keep,
        "take": take,
        "propose": propose,
        "drop": drop,
        "accept": accept,
        "decline": ask_reason,
    }
    for verb, handler in verbs.items():
        routes.callback_query.register(handler, TransferTap.filter(F.do == verb))
    routes.message.register(school_typed, At("transfer.where"), F.text, ~F.text.startswith("/"))
    routes.message.register(declined, At("transfer.decline"), F.text, ~F.text.startswith("/"))
    return routes
