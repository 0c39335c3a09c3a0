"""«Ожидаемые достижения» of the road map: a direction, a sentence (S002, point 4; R2-019)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_beginning import BeginTap
from handlers.places import At, place
from handlers.views import Button, View, button, say, view
from models.errors import NotYours
from regulations.questions import Question, QuestionKind, read_text
from services import expectation
from services.expectation import Expected
from services.plan import Plan
from services.work import Work

TEXT = Question("expected", QuestionKind.LONG_TEXT, 3, 500, example="beginning-expected-ask.example")


def row(found: Plan) -> list[Button]:
    """The way from the plan, where a paper of the text has a column for it."""
    asked = expectation.asks(found.regulation) and bool(found.activities)
    return [button("beginning-expected.open", Go(place="expected"))] if asked else []


@place("expected")
async def home(work: Work) -> View:
    """Each direction of the plan, and what is expected in it."""
    work.account.go("expected")
    return _drawn(await expectation.own(work))


def _drawn(found: Expected) -> View:
    lines = [
        say("beginning-expected-line", direction=one.title, text=found.said[one.code])
        for one in found.directions
        if one.code in found.said
    ]
    rows = [
        [
            button(
                "beginning-expected.write", _tap(found, at), direction=one.title, said=one.code in found.said
            )
        ]
        for at, one in enumerate(found.directions)
    ]
    return view(
        say("beginning-expected", said=len(lines), total=len(found.directions)),
        *([lines] if lines else []),
        rows=[*rows, [button("beginning-expected.back", Go(place="plan"))], *way_home()],
    )


def _tap(found: Expected, at: int) -> BeginTap:
    return BeginTap(do="expect", route=found.route.id, version=0, at=at)


async def ask(tap: CallbackQuery, callback_data: BeginTap, work: Work) -> View:
    """A direction."""
    found = await expectation.look(work, callback_data.route)
    if not 0 <= callback_data.at < len(found.directions):
        raise NotYours("refusal-not-yours")
    code = found.directions[callback_data.at].code
    return await places.go(work, "expected.ask", route=found.route.id, direction=code)


@place("expected.ask")
async def ask_screen(work: Work, route: int, direction: str) -> View:
    """The question, with what was said before."""
    found = await expectation.look(work, route)
    one = next((each for each in found.directions if each.code == direction), None)
    if one is None:
        return await home(work)
    given = found.said.get(direction)
    return view(
        say("beginning-expected-ask", direction=one.title),
        *([say("questions-given", value=given)] if given else []),
        rows=[[button("beginning-expected-ask.back", Go(place="expected"))]],
    )


async def typed(message: Message, work: Work) -> View:
    """The sentence; kept at once."""
    ids = work.account.place_ids
    words = read_text(TEXT, message.text or "")
    await expectation.write(work, ids["route"], ids["direction"], words)
    return (await places.go(work, "expected")).led_by(say("beginning-kept"))


def router() -> Router:
    """What is expected."""
    routes = Router(name="expectation")
    routes.callback_query.register(ask, BeginTap.filter(F.do == "expect"))
    routes.message.register(typed, At("expected.ask"), F.text, ~F.text.startswith("/"))
    return routes
