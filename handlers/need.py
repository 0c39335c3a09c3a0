"""«Чего не хватает»: what somebody misses, step by step, and what became of it (R3-008)."""

from __future__ import annotations

import re
from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import need_centre, places
from handlers import year_application as year_applying
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_help import NeedTap, WishTap
from handlers.forgotten import kept
from handlers.forms import Filling
from handlers.need_words import need_lines, need_tap
from handlers.notices import notice
from handlers.places import place, redraws
from handlers.plan_questions import FIRST, options
from handlers.questions import Form, Given, Item
from handlers.reminder_lines import brief
from handlers.review_card import shortened
from handlers.views import Button, Say, View, button, say, view
from models.errors import BadAnswer
from models.need import OPEN, Need, NeedState, Source
from regulations.questions import Option, Question, QuestionKind
from regulations.schema import Regulation
from regulations.words import Words
from services import need, plan, year_application
from services.work import Work

TEXT = Question("text", minimum=5, maximum=500, example="need-ask-text.example")
PEOPLE = (1, 2, 3, 5, 10, 15, 20, 30)
SHOWN = 8
_NUMBER = re.compile(r"\d{1,4}")


@place("need")
async def home(work: Work) -> View:
    """What I have asked for; for the centre, the way to everybody's."""
    work.account.leave()
    await need.home(work)
    mine, begun = await need.mine(work), await need.draft(work)
    if begun is not None and begun.text:
        add = button("need.go-on", need_tap(begun, "resume"), style="primary", text=brief(begun.text))
    else:
        add = button("need.add", WishTap(code=""), style="primary")
    rows = [[_open(one)] for one in mine[:SHOWN]]
    everybody = [[button("need.groups", Go(place="need.groups"))]] if await need.may_read(work) else []
    year = year_applying.any_time_row(await year_application.asking(work))
    return view(say("need", count=len(mine)), rows=[[add], year, *everybody, *rows, *way_home()])


def _open(one: Need) -> Button:
    return button(
        "need-line",
        need_tap(one, "open"),
        text=kept(brief(one.text)),
        state=one.state.value,
    )


@place("need.card")
async def card(work: Work, need_id: int) -> View:
    """One of my requests, and what the centre says."""
    one = await need.own(work, need_id)
    if one.state in (NeedState.DRAFT, NeedState.REMOVED):
        return await home(work)
    work.account.go("need.card", need_id=need_id)
    gone = [button("need-card.take-back", need_tap(one, "take-back"))] if one.state in OPEN else []
    return view(
        *need_lines(need.rules_for(work, one), one),
        rows=[gone, [button("need-back", Go(place="need"))], *way_home()],
    )


@redraws(NeedTap)
async def fresh(work: Work, data: NeedTap) -> View:
    """An outdated tap: in the form where the person is, else the need as it is now."""
    if work.account.place.startswith("need.question"):
        return await places.here(work)
    one = await need.seen(work, data.need)
    return await (card(work, one.id) if one.author_id == work.person.id else need_centre.card(work, one.id))


async def open_card(tap: CallbackQuery, callback_data: NeedTap, work: Work) -> View:
    """A request of my list."""
    return await card(work, callback_data.need)


async def take_back(tap: CallbackQuery, callback_data: NeedTap, work: Work) -> View:
    """«Больше не нужно»."""
    one = await need.take_back(work, callback_data.need, drawn=callback_data.version)
    return (await card(work, one.id)).with_toast(say("need-kept"))


async def drop(tap: CallbackQuery, callback_data: NeedTap, work: Work) -> View:
    """«Убрать черновик»."""
    await need.remove(work, callback_data.need, drawn=callback_data.version)
    return (await home(work)).with_toast(say("need-dropped"))


def _items(regulation: Regulation, one: Need) -> tuple[Item, ...]:
    choice = QuestionKind.CHOICE
    competency = Question("competency", choice, optional=True, options=options(regulation.competencies))
    kind = Question("kind", choice, optional=True, options=options(regulation.activities.kinds))
    usual = tuple(Option(str(count), Words(ru=str(count))) for count in PEOPLE)
    kinds = [each.code for each in regulation.activities.kinds]
    order = tuple(dict.fromkeys([*regulation.activities.usual, *kinds]))
    people = Question("people", choice, options=usual)
    for_one = one.source is Source.TEACHER
    return (
        Item(TEXT, "need-ask-text"),
        Item(competency, "need-ask-competency"),
        Item(kind, "need-ask-kind", first=FIRST, order=order),
        Item(people, "need-ask-people", own=True, columns=4, hidden=for_one),
    )


def _given(regulation: Regulation, one: Need) -> dict[str, Given]:
    answers: dict[str, Given] = {
        "text": one.text,
        "competency": plan.title_of(regulation.competencies, one.competency),
        "kind": plan.title_of(regulation.activities.kinds, one.kind),
        "people": str(one.people or ""),
    }
    blank = {code: say("plan-blank") for code in one.blank}
    return {**blank, **{code: answer for code, answer in answers.items() if answer}}


async def _draft(work: Work, need_id: int) -> Form | None:
    one = await need.own(work, need_id)
    if one.state is not NeedState.DRAFT:
        return None
    regulation = need.rules_for(work, one)
    return Form(_items(regulation, one), _given(regulation, one), lambda do, value: need_tap(one, do, value))


async def _keep(work: Work, need_id: int, code: str, answer: str | date, drawn: int | None) -> View:
    value = _people(str(answer)) if code == "people" else str(answer)
    one = await need.answer(work, need_id, code, value, drawn=drawn)
    if one.state is NeedState.DRAFT:
        return await NEED.screen(work, need_id)
    return (await places.go(work, "need.card", need_id=need_id)).led_by(say("need-sent"))


def _people(text: str) -> str:
    found = _NUMBER.search(text)
    if found is None or not int(found[0]):
        raise BadAnswer("catalogue-no-number", example="25")
    return str(int(found[0]))


async def _remarks(work: Work, need_id: int, code: str, day: date) -> list[Say]:
    return []


async def _later(work: Work, need_id: int) -> View:
    one = await need.own(work, need_id)
    return view(
        say("catalogue-later"),
        rows=[
            [button("catalogue-later.go-on", need_tap(one, "resume"), style="primary")],
            [button("catalogue-later.drop", need_tap(one, "drop"))],
            [button("need-back", Go(place="need"))],
        ],
    )


async def _leave(work: Work, need_id: int) -> View:
    return await places.go(work, "need.card", need_id=need_id)


NEED = Filling("need.question", NeedTap, "need", _draft, _keep, _later, _leave, remarks=_remarks)


async def add(tap: CallbackQuery, callback_data: WishTap, work: Work) -> View:
    """«Нет подходящего», «Написать запрос»: what is missing."""
    one = await need.add(work, callback_data.code)
    return await NEED.screen(work, one.id)


@notice("need-taken")
def told_taken(*, by: str, text: str) -> View:
    """For the author: the centre works on it."""
    return view(say("need-taken", by=by, text=kept(shortened(text))), rows=_ways())


@notice("need-closed")
def told_closed(*, by: str, text: str, answer: str) -> View:
    """For the author: the answer of the centre."""
    return view(
        say("need-closed", by=by, text=kept(shortened(text)), answer=shortened(answer)),
        rows=_ways(),
    )


def _ways() -> list[list[Button]]:
    return [[button("need-back", Go(place="need"))], *map(list, way_home())]


def router() -> Router:
    """The author's side; the centre's hangs below it."""
    routes = Router(name="need")
    routes.callback_query.register(add, WishTap.filter())
    routes.callback_query.register(open_card, NeedTap.filter(F.do == "open"))
    routes.callback_query.register(take_back, NeedTap.filter(F.do == "take-back"))
    routes.callback_query.register(drop, NeedTap.filter(F.do == "drop"))
    routes.include_routers(need_centre.router(), NEED.router())
    return routes
