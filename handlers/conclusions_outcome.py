"""What a route ends with: success, prolongation with a new end and a reason, stop with a reason (X15, X42, S-12)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places
from handlers.callbacks_conclusions import EndTap
from handlers.conclusions_lines import outcome_lines, tap_of
from handlers.places import At, place
from handlers.views import View, button, say, view
from models.conclusions import PROLONGED, SUCCESS
from models.errors import NotYours
from regulations.months import add_months
from regulations.questions import Question, QuestionKind, read_date_answer, read_text
from services import conclusions
from services.work import Work

WHY = Question("why", QuestionKind.LONG_TEXT, minimum=3, maximum=1000, example="conclusions-why.example")
END = Question("end", QuestionKind.DATE, example="conclusions-end.example")
MONTHS = (3, 6, 12)
ASKED = ("few", "product", "reason")


async def choose(tap: CallbackQuery, callback_data: EndTap, work: Work) -> View:
    """«Решение»: the outcomes as the regulation calls them, and the stop of ours."""
    found, one = await conclusions.opened(work, callback_data.route, callback_data.version)
    back = [button("conclusions-outcome.back", EndTap(do="open", route=found.route.id, version=0))]
    titles = {one.code: one.title for one in found.checks.rule.outcomes}
    choices = [
        [
            button(
                "conclusions-outcome.choice",
                tap_of(found, "choose", code),
                named=code in titles,
                title=titles.get(code, ""),
            )
        ]
        for code in found.outcomes
    ]
    return view(say("conclusions-outcome"), *outcome_lines(one), rows=[*choices, back])


async def chosen(tap: CallbackQuery, callback_data: EndTap, work: Work) -> View:
    """An outcome: success is said; the others go on with their questions."""
    route, value = callback_data.route, callback_data.value
    await conclusions.choose(work, route, value, drawn=callback_data.version)
    if value == PROLONGED:
        return await places.go(work, "conclusions.end", route=route)
    if value == SUCCESS:
        return await places.go(work, "conclusions.card", route=route)
    return await places.go(work, "conclusions.why", route=route, code="reason")


@place("conclusions.end")
async def ask_end(work: Work, route: int) -> View:
    """The new last day: so many months behind the old one, or typed."""
    found, _ = await conclusions.opened(work, route, None)
    months = [
        button("conclusions-end.months", tap_of(found, "end", str(count)), months=count) for count in MONTHS
    ]
    ends = found.route.ends_on
    back = [button("conclusions-outcome.back", EndTap(do="open", route=route, version=0))]
    return view(say("conclusions-end", dated=ends is not None, ends=ends or ""), rows=[months, back])


async def months_tapped(tap: CallbackQuery, callback_data: EndTap, work: Work) -> View:
    """So many months behind the old end, or behind today where the old end is past."""
    if callback_data.value not in {str(count) for count in MONTHS}:
        raise NotYours("refusal-not-yours")
    found, _ = await conclusions.opened(work, callback_data.route, callback_data.version)
    base = max(found.route.ends_on or work.today, work.today)
    until = add_months(base, int(callback_data.value))
    await conclusions.prolong(work, callback_data.route, until, drawn=callback_data.version)
    return await places.go(work, "conclusions.why", route=callback_data.route, code="reason")


async def end_typed(message: Message, work: Work) -> View:
    """A typed day."""
    route = work.account.place_ids["route"]
    until = read_date_answer(END, message.text or "", work.today, lang=work.account.language)
    await conclusions.prolong(work, route, until)
    return await places.go(work, "conclusions.why", route=route, code="reason")


async def ask(tap: CallbackQuery, callback_data: EndTap, work: Work) -> View:
    """«Почему меньше пяти», «Продукт»."""
    await conclusions.opened(work, callback_data.route, callback_data.version)
    return await places.go(work, "conclusions.why", route=callback_data.route, code=callback_data.do)


@place("conclusions.why")
async def why(work: Work, route: int, code: str) -> View:
    """One text: why so few, what product, why this outcome."""
    if code not in ASKED:
        raise NotYours("refusal-not-yours")
    found, one = await conclusions.opened(work, route, None)
    facts = {"code": code, "outcome": one.outcome, "until": one.new_end or "", "past": one.past}
    longest = found.checks.regulation.duration.max_months or 0
    back = [button("conclusions-outcome.back", EndTap(do="open", route=route, version=0))]
    return view(say("conclusions-why", longest=longest, **facts), rows=[back])


async def why_typed(message: Message, work: Work) -> View:
    """The text; kept at once."""
    ids = work.account.place_ids
    await conclusions.explain(work, ids["route"], ids["code"], read_text(WHY, message.text or ""))
    return await places.go(work, "conclusions.card", route=ids["route"])


def router() -> Router:
    """The outcome."""
    routes = Router(name="conclusions-outcome")
    verbs = {"outcome": choose, "choose": chosen, "end": months_tapped, "few": ask, "product": ask}
    for verb, handler in verbs.items():
        routes.callback_query.register(handler, EndTap.filter(F.do == verb))
    typed = (F.text, ~F.text.startswith("/"))
    routes.message.register(end_typed, At("conclusions.end"), *typed)
    routes.message.register(why_typed, At("conclusions.why"), *typed)
    return routes
