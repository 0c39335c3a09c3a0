"""/mydata: for what data are used; each purpose is read, agreed to and withdrawn by itself (152-FZ art. 9)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import places, wanted
from handlers.anything import way_home
from handlers.callbacks import ConsentAnswer, Go
from handlers.callbacks_consents import PurposeTap
from handlers.notices import notice
from handlers.places import place, redraws
from handlers.views import Button, Say, View, Wanted, button, say, view
from models.purpose import BY_WISH, Purpose
from services import consents
from services.consents import Answer
from services.work import Work


@place("mydata.purposes")
async def purposes(work: Work) -> View:
    """Every purpose with what was said to it, and when."""
    work.account.go("mydata.purposes")
    found = await consents.answers(work)
    return view(
        say("consents"),
        [_line(one) for one in found.values()],
        rows=[*([_open(found[one])] for one in BY_WISH), [button("consents.back", Go(place="mydata"))]],
    )


def _line(one: Answer) -> Say:
    state = "none" if one.last is None else "given" if one.given else "refused"
    if one.given and not one.asked:
        state = "older"
    at = one.last.at if one.last is not None else ""
    return say("consents-line", purpose=one.purpose.value, state=state, at=at)


def _open(one: Answer) -> Button:
    data = PurposeTap(do="open", purpose=one.purpose.value, version=one.version)
    return button("consents.open", data, purpose=one.purpose.value)


async def offer_named(work: Work) -> list[Button]:
    """Where colleagues look for guests: the way to the question about one's own name, until it is answered."""
    found = await consents.answer_to(work, Purpose.NAMED)
    return [] if found.asked else [_open(found)]


@place("mydata.purpose")
async def purpose(
    work: Work,
    purpose: str,
    back: Mapping[str, Any] | None = None,
    wanted: Mapping[str, Any] | None = None,
) -> View:
    """The text of one purpose, and an answer to it; `back`, `wanted`: where to and what goes on behind the answer."""
    found = await consents.answer_to(work, consents.named(purpose))
    text = await consents.text(work, work.person, found.purpose)
    away = button("consents-text.away", PurposeTap(do="leave", purpose=purpose))
    if back is None:
        away = button("consents-text.back", Go(place="mydata.purposes"))
    return view(say("consents-text", text=text), rows=[*_answers(found), [away]])


async def ask_first(work: Work, about: Purpose, tap: Wanted | None = None) -> View:
    """A purpose that somebody has not been asked about; behind the answer they are where they were, and go on."""
    account = work.account
    kept = wanted.kept(work, tap)
    if account.place == "mydata.purpose":
        kept["back"] = account.place_ids.get("back") or {}
    return await places.go(work, "mydata.purpose", purpose=about.value, **kept)


def _answers(found: Answer) -> list[list[Button]]:
    about = {"purpose": found.purpose.value, "version": found.version}
    yes = [button("consents-text.yes", PurposeTap(do="yes", **about), style="success")]
    no = [button("consents-text.no", PurposeTap(do="no", **about))]
    away = [button("consents-text.withdraw", PurposeTap(do="ask", **about))]
    if found.purpose is Purpose.ROUTE:
        whole = [button("mydata.withdraw", ConsentAnswer(do="withdraw"))]
        return [[] if found.asked else yes, whole]
    if found.given:
        return [[] if found.asked else yes, away]
    return [yes, [] if found.asked else no]


@place("mydata.purpose-sure")
async def sure(work: Work, purpose: str) -> View:
    """What stays and what goes, before the last tap."""
    found = await consents.answer_to(work, consents.named(purpose))
    work.account.go("mydata.purpose-sure", purpose=purpose)
    data = PurposeTap(do="no", purpose=purpose, version=found.version)
    keep = PurposeTap(do="open", purpose=purpose, version=found.version)
    return view(
        say("consents-sure", purpose=purpose),
        rows=[
            [button("consents-sure.no", keep, style="primary")],
            [button("consents-sure.yes", data, style="danger")],
        ],
    )


@redraws(PurposeTap)
async def fresh(work: Work, data: PurposeTap) -> View:
    """Behind a refused tap: the purpose as it stands."""
    return await places.here(work) if _stands_at(work, data.purpose) else await _to(work, data.purpose)


def _stands_at(work: Work, name: str) -> bool:
    return work.account.place == "mydata.purpose" and work.account.place_ids.get("purpose") == name


async def _to(work: Work, name: str) -> View:
    return await places.go(work, "mydata.purpose", purpose=name)


async def open_one(tap: CallbackQuery, callback_data: PurposeTap, work: Work) -> View:
    """One purpose, from the list of them, or from wherever it is offered: there the person comes back to."""
    if work.account.place.startswith("mydata"):
        return await _to(work, callback_data.purpose)
    return await ask_first(work, consents.named(callback_data.purpose))


async def ask(tap: CallbackQuery, callback_data: PurposeTap, work: Work) -> View:
    """«Отозвать»."""
    return await sure(work, callback_data.purpose)


async def answer(tap: CallbackQuery, callback_data: PurposeTap, work: Work) -> View:
    """Yes or no; then the list that shows it, or what it was asked for."""
    about, yes = consents.named(callback_data.purpose), callback_data.do == "yes"
    await consents.say(work, about, yes=yes, drawn=callback_data.version)
    said = say("consents-kept", yes=yes)
    if _stands_at(work, about.value) and "back" in work.account.place_ids:
        return await wanted.go_on(work, said)
    return (await purposes(work)).with_toast(said)


async def leave(tap: CallbackQuery, work: Work) -> View:
    """«Вернуться»: nothing was said, nothing goes on."""
    wanted.go_back(work)
    return await places.here(work)


@notice("consents-withdrawn")
def withdrawn(name: str, school: str, purpose: str) -> View:
    """For the methodists: what the centre keeps by it goes."""
    return view(say("consents-withdrawn", name=name, school=school, purpose=purpose), rows=way_home())


@notice("consents-new")
def new_text(purpose: str) -> View:
    """For whoever has agreed to the text of before."""
    read = button("consents-new.read", PurposeTap(do="open", purpose=purpose), style="primary")
    return view(say("consents-new", purpose=purpose), rows=[[read], *way_home()])


def router() -> Router:
    """Purposes; `open` leads to one from wherever it is offered."""
    routes = Router(name="consents")
    here = places.At("mydata.purpose", "mydata.purpose-sure")
    routes.callback_query.register(open_one, PurposeTap.filter(F.do == "open"))
    routes.callback_query.register(ask, PurposeTap.filter(F.do == "ask"), here)
    routes.callback_query.register(answer, PurposeTap.filter(F.do.in_({"yes", "no"})), here)
    routes.callback_query.register(leave, PurposeTap.filter(F.do == "leave"), here)
    return routes
