"""«С чего начать»: why the route is begun, by buttons or own words; three questions to check oneself (S002)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import expectation, places, plan_lines
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_beginning import BeginTap
from handlers.places import At, place, redraws
from handlers.views import Button, View, button, say, view
from models.route import RouteState
from regulations.questions import Question, QuestionKind, read_text
from services import beginning
from services.beginning import Beginnings
from services.menu import OwnRoute
from services.work import Work

OWN = Question("own", QuestionKind.LONG_TEXT, 3, 300, example="beginning.example")


def row(work: Work, own: OwnRoute) -> list[Button]:
    """The way from the menu until the plan stands, where the text names reasons to begin."""
    asked = beginning.asks(work.rules.of(own.route)) and own.route.state is RouteState.DRAFT
    return [button("menu-beginning", Go(place="beginning"))] if asked else []


@place("beginning")
async def home(work: Work) -> View:
    """The reasons of the text, own words, the questions; nobody has to begin (X44)."""
    work.account.go("beginning")
    return _drawn(await beginning.own(work))


def _drawn(found: Beginnings) -> View:
    rule, said = found.rule, found.said
    reasons = [
        [
            button(
                "beginning.reason",
                tap_of(found, "reason", at),
                title=one.label,
                chosen=one.code in said.reasons,
            )
        ]
        for at, one in enumerate(rule.reasons)
    ]
    done, total = len(said.checked), len(found.questions)
    quiz = [button("beginning.quiz", tap_of(found, "quiz"), done=done, total=total)] if total else []
    plan = button("beginning.plan", Go(place="plan"), style="primary" if said.said else None)
    whole = [say("beginning-reason", title=one.title) for one in rule.reasons if one.label != one.title]
    return view(
        [say("beginning", clause=plan_lines.cited(rule.clause), required=rule.required), *whole],
        *([say("beginning-own", own=said.own)] if said.own else []),
        *([say("beginning-attestation")] if found.attested else []),
        rows=[
            *reasons,
            [button("beginning.forget", tap_of(found, "forget"))] if said.own else [],
            quiz,
            [plan],
            [button("sheet-attestation.portfolio", Go(place="portfolio"))] if found.attested else [],
            *way_home(),
        ],
    )


def tap_of(found: Beginnings, do: str, at: int = 0) -> BeginTap:
    """A tap about the beginning, as drawn now."""
    return BeginTap(do=do, route=found.route.id, version=found.said.version, at=at)


@redraws(BeginTap)
async def fresh(work: Work, data: BeginTap) -> View:
    """Where a tap comes late: how it stands now."""
    return await places.here(work) if work.account.place.startswith("expected") else await home(work)


async def reason(tap: CallbackQuery, callback_data: BeginTap, work: Work) -> View:
    """A reason of the text, or not."""
    data = callback_data
    return _drawn(await beginning.toggle(work, data.route, data.at, drawn=data.version))


async def typed(message: Message, work: Work) -> View:
    """A reason in own words; kept at once."""
    found = await beginning.own(work)
    words = read_text(OWN, message.text or "")
    return _drawn(await beginning.explain(work, found.route.id, words)).led_by(say("beginning-kept"))


async def forget(tap: CallbackQuery, callback_data: BeginTap, work: Work) -> View:
    """«Убрать свои слова»."""
    found = await beginning.look(work, callback_data.route)
    found.said.drawn(callback_data.version)
    return _drawn(await beginning.explain(work, callback_data.route, ""))


async def quiz(tap: CallbackQuery, callback_data: BeginTap, work: Work) -> View:
    """A question to check oneself; the answer is thought of, not typed."""
    found = await beginning.look(work, callback_data.route)
    at = callback_data.at
    if not 0 <= at < len(found.questions):
        return _drawn(found)
    return view(
        say("beginning-quiz", number=at + 1, total=len(found.questions), question=found.questions[at].title),
        rows=[
            [button("beginning-quiz.answer", tap_of(found, "answer", at), style="primary")],
            [button("beginning-quiz.back", Go(place="beginning"))],
        ],
    )


async def answer(tap: CallbackQuery, callback_data: BeginTap, work: Work) -> View:
    """What the text says to it; then the next."""
    at = callback_data.at
    found, one = await beginning.check(work, callback_data.route, at)
    last = at + 1 >= len(found.questions)
    on = button("beginning-quiz.on", tap_of(found, "quiz", at + 1), style="primary")
    return view(
        say("beginning-quiz-answer", question=one.title, words=one.quote or "", clause=one.clause),
        rows=[[] if last else [on], [button("beginning-quiz.back", Go(place="beginning"))]],
    )


def router() -> Router:
    """The beginning; what is expected hangs below."""
    routes = Router(name="beginning")
    verbs = {"reason": reason, "forget": forget, "quiz": quiz, "answer": answer}
    for verb, handler in verbs.items():
        routes.callback_query.register(handler, BeginTap.filter(F.do == verb))
    routes.message.register(typed, At("beginning"), F.text, ~F.text.startswith("/"))
    routes.include_router(expectation.router())
    return routes
