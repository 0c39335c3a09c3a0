"""«Исправить»: what is kept, how it should be; the request as the school sees it, and the answer."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_amendment import AmendmentTap, MendTap
from handlers.notices import notice
from handlers.places import At, place, redraws
from handlers.views import Button, Say, View, button, say, view
from models.amendment import Amendment, AmendmentState, Fact
from regulations.questions import Question, QuestionKind, read_text
from services import amendment
from services.work import Work

WANTED = Question("wanted", minimum=2, maximum=200, example="amendment-wanted.example")
REASON = Question(
    "reason", QuestionKind.LONG_TEXT, minimum=3, maximum=500, example="amendment-reason.example"
)


@place("mydata.mend")
async def screen(work: Work) -> View:
    """What is kept and by whom it is corrected; what was asked before, and the answer."""
    work.account.go("mydata.mend")
    found = await amendment.kept(work)
    waiting = [one for one in found.requests if one.state is AmendmentState.OPEN]
    own = button("amendment.sheet", Go(place="sheet.all"))
    return view(
        say("amendment", walks=found.walks),
        *([[_line(one) for one in found.requests]] if found.requests else []),
        rows=[
            *([button("amendment.what", MendTap(what=one.value), what=one.value)] for one in Fact),
            [own] if found.walks else [],
            *([_take_back(one)] for one in waiting),
            [button("amendment.back", Go(place="mydata"))],
        ],
    )


def _line(one: Amendment) -> Say:
    return say(
        "amendment-line", what=one.what.value, state=one.state.value, at=one.decided_at or one.asked_at
    )


def _take_back(one: Amendment) -> Button:
    data = AmendmentTap(do="take-back", amendment=one.id, version=one.version)
    return button("amendment.take-back", data, what=one.what.value)


@place("mydata.wanted")
async def wanted(work: Work, what: str) -> View:
    """How should it be?"""
    fact = amendment.named(what)
    now = (await amendment.kept(work)).facts[fact]
    work.account.go("mydata.wanted", what=what)
    back = button("amendment-wanted.back", Go(place="mydata.mend"))
    return view(say("amendment-wanted", what=what, now=now, known=bool(now)), rows=[[back]])


async def ask_wanted(tap: CallbackQuery, callback_data: MendTap, work: Work) -> View:
    """One of the facts."""
    return await wanted(work, callback_data.what)


async def typed(message: Message, work: Work) -> View:
    """How it should be: the request goes."""
    fact = amendment.named(str(work.account.place_ids["what"]))
    names = await amendment.ask(work, fact, read_text(WANTED, message.text or ""))
    return (await screen(work)).led_by(say("amendment-sent", names=", ".join(names))).in_new_message()


@notice("amendment-asked")
def asked(amendment: int, version: int, name: str, school: str, what: str, before: str, text: str) -> View:
    """For who may answer."""
    said = say("amendment-asked", name=name, school=school, what=what, before=before, text=text)
    return view(said, rows=[*_answers(amendment, version), *way_home()])


def _answers(amendment_id: int, version: int) -> list[list[Button]]:
    grant = AmendmentTap(do="grant", amendment=amendment_id, version=version)
    decline = AmendmentTap(do="decline", amendment=amendment_id, version=version)
    return [
        [button("amendment-asked.grant", grant, style="success")],
        [button("amendment-asked.decline", decline)],
    ]


@place("amendment")
async def card(work: Work, amendment_id: int) -> View:
    """A request as it stands, for who may answer."""
    one = await amendment.look(work, amendment_id)
    work.account.go("amendment", amendment_id=amendment_id)
    rows = _answers(one.id, one.version) if one.state is AmendmentState.OPEN else []
    said = say(
        "amendment-asked",
        name=one.person.short_name,
        school=one.person.organisation.name,
        what=one.what.value,
        before=one.before,
        text=one.text,
    )
    return view(said, _line(one), rows=[*rows, *way_home()])


@redraws(AmendmentTap)
async def fresh(work: Work, data: AmendmentTap) -> View:
    """Behind a refused tap: one's own list, or the request as it stands."""
    return await (screen(work) if data.do == "take-back" else card(work, data.amendment))


async def take_back(tap: CallbackQuery, callback_data: AmendmentTap, work: Work) -> View:
    """«Забрать просьбу»."""
    await amendment.take_back(work, callback_data.amendment, drawn=callback_data.version)
    return await screen(work)


async def grant(tap: CallbackQuery, callback_data: AmendmentTap, work: Work) -> View:
    """«Исправить»."""
    one = await amendment.grant(work, callback_data.amendment, drawn=callback_data.version)
    return view(say("amendment-done", done=one.changes_the_list), rows=way_home())


@place("amendment.reason")
async def reason_screen(work: Work, amendment_id: int) -> View:
    """Why does it stay as it is?"""
    one = await amendment.look(work, amendment_id)
    one.drawn(None)
    work.account.go("amendment.reason", amendment_id=amendment_id)
    return view(say("amendment-reason", name=one.person.short_name), rows=way_home())


async def decline(tap: CallbackQuery, callback_data: AmendmentTap, work: Work) -> View:
    """«Оставить как есть»: why?"""
    return await reason_screen(work, callback_data.amendment)


async def reason_typed(message: Message, work: Work) -> View:
    """The reason: the person hears it."""
    reason = read_text(REASON, message.text or "")
    await amendment.decline(work, int(work.account.place_ids["amendment_id"]), reason)
    work.account.leave()
    return view(say("amendment-declined"), rows=way_home())


@notice("amendment-answered")
def answered(what: str, granted: bool, done: bool, by: str, text: str, reason: str) -> View:
    """For who asked."""
    state = ("done" if done else "granted") if granted else "declined"
    said = say("amendment-answered", what=what, state=state, by=by, text=text, reason=reason)
    return view(said, rows=[[button("amendment.open", Go(place="mydata.mend"))], *way_home()])


def router() -> Router:
    """Own data, and the requests about them."""
    routes = Router(name="amendment")
    routes.callback_query.register(ask_wanted, MendTap.filter())
    routes.callback_query.register(take_back, AmendmentTap.filter(F.do == "take-back"))
    routes.callback_query.register(grant, AmendmentTap.filter(F.do == "grant"))
    routes.callback_query.register(decline, AmendmentTap.filter(F.do == "decline"))
    routes.message.register(typed, At("mydata.wanted"), F.text, ~F.text.startswith("/"))
    routes.message.register(reason_typed, At("amendment.reason"), F.text, ~F.text.startswith("/"))
    return routes
