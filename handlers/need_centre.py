"""The bank of needs as the centre reads it: groups with numbers, one need with its author, an answer (R3-008)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_help import NeedTap
from handlers.forgotten import kept
from handlers.need_words import competency_words, kind_words, need_lines, need_tap
from handlers.places import At, place
from handlers.reminder_lines import brief
from handlers.views import Button, View, button, say, view
from models.need import OPEN, Need, NeedState
from regulations.questions import Question, read_text
from regulations.schema import Regulation
from services import need
from services.need import Group
from services.work import Work

ANSWER = Question("answer", minimum=3, maximum=500, example="need-ask-answer.example")
GROUPS, SHOWN = 8, 8


@place("need.groups")
async def groups(work: Work) -> View:
    """What is missing most, in numbers; no names here."""
    work.account.leave()
    found = await need.groups(work)
    regulation = work.rules.of_organisation(work.person.organisation)
    rows = [[_group(regulation, one)] for one in found[:GROUPS]]
    more = [say("need-groups-more", count=len(found) - GROUPS)] if len(found) > GROUPS else []
    total = sum(one.count for one in found)
    return view(
        say("need-groups", count=total),
        *more,
        rows=[*rows, [button("need-back", Go(place="need"))], *way_home()],
    )


def _group(regulation: Regulation, one: Group) -> Button:
    return button(
        "need-group-line",
        NeedTap(do="group", need=one.one, version=0),
        competency=competency_words(regulation, one.competency),
        kind=kind_words(regulation, one.kind),
        count=one.count,
        people=one.people,
    )


async def open_group(tap: CallbackQuery, callback_data: NeedTap, work: Work) -> View:
    """One group: what is said, still without names."""
    found = await need.alike(work, callback_data.need)
    if not found:
        return await groups(work)
    regulation = work.rules.of_organisation(work.person.organisation)
    first = found[0]
    rows = [[_line(one)] for one in found[:SHOWN]]
    head = say(
        "need-group",
        competency=competency_words(regulation, first.competency),
        kind=kind_words(regulation, first.kind),
        count=len(found),
        new=sum(one.state is NeedState.NEW for one in found),
    )
    return view(head, rows=[*rows, [_back()]])


def _line(one: Need) -> Button:
    return button(
        "need-line",
        need_tap(one, "read"),
        text=kept(brief(one.text)),
        state=one.state.value,
    )


def _back() -> Button:
    return button("need-groups-back", Go(place="need.groups"))


@place("need.read")
async def card(work: Work, need_id: int) -> View:
    """One need with its author."""
    one = await need.read(work, need_id)
    work.account.go("need.read", need_id=need_id)
    name, school = one.author.short_name, one.organisation.name
    take = [button("need-read.take", need_tap(one, "take"))] if one.state is NeedState.NEW else []
    close = [button("need-read.close", need_tap(one, "close"), style="primary")] if one.state in OPEN else []
    return view(
        say("need-from", name=name, school=school, source=one.source.value),
        *need_lines(need.rules_for(work, one), one),
        rows=[take, close, [_back()], *way_home()],
    )


async def open_card(tap: CallbackQuery, callback_data: NeedTap, work: Work) -> View:
    """A need of a group."""
    return await card(work, callback_data.need)


async def take(tap: CallbackQuery, callback_data: NeedTap, work: Work) -> View:
    """«Беру в работу»."""
    one = await need.take(work, callback_data.need, drawn=callback_data.version)
    return (await card(work, one.id)).with_toast(say("need-kept"))


@place("need.answer")
async def ask_answer(work: Work, need_id: int, version: int) -> View:
    """What the author reads."""
    one = await need.read(work, need_id)
    return view(
        say("need-ask-answer", text=kept(brief(one.text))),
        rows=[[button("need-ask-answer.back", need_tap(one, "read"))]],
    )


async def begin_answer(tap: CallbackQuery, callback_data: NeedTap, work: Work) -> View:
    """«Ответить и закрыть»."""
    one = await need.read(work, callback_data.need)
    one.drawn(callback_data.version)
    return await places.go(work, "need.answer", need_id=one.id, version=one.version)


async def answered(message: Message, work: Work) -> View:
    """The answer: the need is closed, its author hears."""
    ids = work.account.place_ids
    text = read_text(ANSWER, message.text or "")
    one = await need.close(work, ids["need_id"], text, drawn=ids["version"])
    return (await places.go(work, "need.read", need_id=one.id)).led_by(say("need-closed-now"))


def router() -> Router:
    """The centre's side."""
    routes = Router(name="need-centre")
    routes.callback_query.register(open_group, NeedTap.filter(F.do == "group"))
    routes.callback_query.register(open_card, NeedTap.filter(F.do == "read"))
    routes.callback_query.register(take, NeedTap.filter(F.do == "take"))
    routes.callback_query.register(begin_answer, NeedTap.filter(F.do == "close"))
    routes.message.register(answered, At("need.answer"), F.text, ~F.text.startswith("/"))
    return routes
