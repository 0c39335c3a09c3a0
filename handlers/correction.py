"""A correction as its author writes it: why, what instead, round to its signers (S000 4.6, S-11)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import correction_choice, correction_paper, places, plan_lines, revision
from handlers.anything import way_home
from handlers.callbacks import ActivityTap, PlanTap
from handlers.callbacks_correction import CorrectionTap
from handlers.places import At, place, redraws
from handlers.plan_form import ROW, way_back
from handlers.report import tapped_words
from handlers.views import Button, Say, View, button, say, view
from models.correction import OPEN, Correction, CorrectionState
from models.errors import NotYours
from models.plan import ActivityState
from regulations.questions import Question, read_text
from services import correction, plan
from services.work import Work

REASON = Question(code="reason", minimum=3, maximum=500, example="correction-ask-reason.example")
REASONS = (
    say("correction-reason.called-off"),
    say("correction-reason.ill"),
    say("correction-reason.load"),
    say("correction-reason.better"),
)


@place("correction.card")
async def card(work: Work, correction: int) -> View:
    """The correction as it stands: why, what gives way, what takes its place, how many are left, whom it waits for."""
    found = await look(work, correction)
    work.account.go("correction.card", correction=correction)
    mine = found.author_id == work.person.id
    fitting = await correction_choice.rows(work, found) if mine else []
    ways = [*fitting, *_ways(found)] if mine else []
    count = plan_lines.count_of(await plan.of_route(work, found.route))
    waits = await correction_paper.waits(work, found)
    return view(
        [_said(work, found), *([count] if found.state in OPEN else [])],
        *([say("correction-came-back", reason=found.returned)] if found.returned else []),
        *([waits] if waits else []),
        *([say("correction-choose")] if fitting else []),
        rows=[*ways, way_back(work, found.route), *way_home()],
    )


async def look(work: Work, correction_id: int) -> Correction:
    """A correction that the acting person may see. Refuses NotYours."""
    return await correction.look(work, correction_id)


def title_of(found: Correction) -> str | Say:
    """The row that gives way, or that none does (X18)."""
    return found.title or say("revision-word")


def _said(work: Work, found: Correction) -> Say:
    clause = work.rules.of(found.route).correction.clause
    if found.unchanged:
        return say("revision-card", number=found.number, clause=clause, state=found.state.value)
    instead = found.instead if found.instead and found.instead.state is not ActivityState.REMOVED else None
    written = instead is not None and instead.state is not ActivityState.DRAFT
    return say(
        "correction-card",
        number=found.number,
        clause=clause,
        state=found.state.value,
        old=found.title,
        reason=found.reason or "none",
        instead="row" if written else "nothing" if found.alone else "open",
        new=instead.title if instead and written else "",
        on=(instead.on_date if instead and written else None) or "",
    )


def _ways(found: Correction) -> list[list[Button]]:
    if found.state is CorrectionState.SIGNING:
        return [[button("correction-card.take-back", _tap(found, "take-back"))]]
    if found.state is not CorrectionState.DRAFT:
        return []
    begun = found.instead is not None and found.instead.state is ActivityState.DRAFT
    written = found.instead is not None and found.instead.state is ActivityState.PROPOSED
    send = [button("correction-card.send", _tap(found, "send"), style="success")] if found.is_whole else []
    drop = [button("correction-card.drop", _tap(found, "drop"))]
    if found.unchanged:
        return [send, drop]
    return [
        send,
        [button("correction-card.write", _tap(found, "write"), begun=begun, written=written)],
        [] if found.alone else [button("correction-card.alone", _tap(found, "alone"))],
        [button("correction-card.reason", _tap(found, "reason"), said=bool(found.reason))],
        drop,
    ]


def _tap(found: Correction, do: str, value: str = "") -> CorrectionTap:
    return CorrectionTap(do=do, correction=found.id, version=found.version, value=value)


@redraws(CorrectionTap)
async def fresh(work: Work, data: CorrectionTap) -> View:
    """The correction of an outdated tap as it is now."""
    return await places.go(work, "correction.card", correction=data.correction)


@place("correction.of-row")
async def of_row(work: Work, row: int) -> View:
    """Behind the last question of the row that takes the place."""
    found = await correction.of_row(work, row)
    return await card(work, found.id)


async def begin(tap: CallbackQuery, callback_data: ActivityTap, work: Work) -> View:
    """«Заменить» under a row: why, if that is not said yet; then the card."""
    found = await correction.begin(work, callback_data.activity, drawn=callback_data.version)
    if found.author_id == work.person.id and not found.reason:
        return await ask_reason(work, found.id)
    return await card(work, found.id)


@place("correction.reason")
async def ask_reason(work: Work, correction: int) -> View:
    """Why the activity cannot be held: ready phrases, or own words."""
    found = await own(work, correction)
    work.account.go("correction.reason", correction=correction)
    phrases = [[Button(phrase, _tap(found, "phrase", str(at)))] for at, phrase in enumerate(REASONS)]
    back = [button("correction-ask-reason.back", _tap(found, "card"))]
    return view(say("correction-ask-reason", title=title_of(found)), rows=[*phrases, back])


async def own(work: Work, correction_id: int) -> Correction:
    """A correction that the acting person writes. Refuses NotYours."""
    return await correction.own(work, correction_id)


async def phrase(tap: CallbackQuery, callback_data: CorrectionTap, work: Work) -> View:
    """A ready phrase; kept in the words of the button that was tapped."""
    if callback_data.value not in {str(at) for at in range(len(REASONS))}:
        raise NotYours("refusal-not-yours")
    return await _explain(work, callback_data.correction, tapped_words(tap), callback_data.version)


async def typed(message: Message, work: Work) -> View:
    """The reason in own words."""
    found = await own(work, work.account.place_ids["correction"])
    return await _explain(work, found.id, read_text(REASON, message.text or ""), found.version)


async def _explain(work: Work, correction_id: int, reason: str, drawn: int) -> View:
    found = await correction.explain(work, correction_id, reason, drawn=drawn)
    return await card(work, found.id)


async def write(tap: CallbackQuery, callback_data: CorrectionTap, work: Work) -> View:
    """«Написать замену»: the questions of a row."""
    row = await correction.write_instead(work, callback_data.correction, drawn=callback_data.version)
    return await ROW.screen(work, row.id)


async def alone(tap: CallbackQuery, callback_data: CorrectionTap, work: Work) -> View:
    """«Без замены»."""
    found = await correction.leave_alone(work, callback_data.correction, drawn=callback_data.version)
    return await card(work, found.id)


async def send(tap: CallbackQuery, callback_data: CorrectionTap, work: Work) -> View:
    """«Отправить на подпись»."""
    found = await correction.send(work, callback_data.correction, drawn=callback_data.version)
    return (await card(work, found.id)).led_by(say("correction-sent", state=found.state.value))


async def take_back(tap: CallbackQuery, callback_data: CorrectionTap, work: Work) -> View:
    """«Забрать»."""
    found = await correction.withdraw(work, callback_data.correction, drawn=callback_data.version)
    return await card(work, found.id)


async def drop(tap: CallbackQuery, callback_data: CorrectionTap, work: Work) -> View:
    """«Удалить черновик»."""
    found = await correction.drop(work, callback_data.correction, drawn=callback_data.version)
    if found.activity_id is None:
        return await places.go(work, "revision", route=found.route_id)
    shown = await places.go(work, "plan.activity", activity=found.activity_id)
    return shown.led_by(say("correction-dropped"))


async def open_card(tap: CallbackQuery, callback_data: CorrectionTap, work: Work) -> View:
    """A line of the list, or back from a question."""
    return await card(work, callback_data.correction)


async def change_reason(tap: CallbackQuery, callback_data: CorrectionTap, work: Work) -> View:
    """«Причина»."""
    return await ask_reason(work, callback_data.correction)


async def listed(tap: CallbackQuery, callback_data: PlanTap, work: Work) -> View:
    """«Корректировки»: the table of a route, in the order of their numbers."""
    found = await correction.of_route(work, callback_data.route)
    lines = [
        [button("correction-list.open", _tap(one, "card"), number=one.number, title=title_of(one))]
        for one in found
    ]
    route = (await plan.see(work, callback_data.route)).route
    rule = work.rules.of(route).correction
    yearly = [revision.list_button(route)] if rule.min_per_year else []
    return view(
        say("correction-list", count=len(found)), rows=[*lines, yearly, way_back(work, route), *way_home()]
    )


def router() -> Router:
    """The author's side, and the signers' way to return it."""
    routes = Router(name="correction")
    taps = {
        "card": open_card,
        "reason": change_reason,
        "phrase": phrase,
        "write": write,
        "alone": alone,
        "send": send,
        "take-back": take_back,
        "drop": drop,
    }
    for verb, handler in taps.items():
        routes.callback_query.register(handler, CorrectionTap.filter(F.do == verb))
    routes.callback_query.register(begin, ActivityTap.filter(F.do == "replace"))
    routes.callback_query.register(listed, PlanTap.filter(F.do == "corrections"))
    routes.message.register(typed, At("correction.reason"), F.text, ~F.text.startswith("/"))
    routes.include_routers(correction_choice.router(), correction_paper.router(), revision.router())
    return routes
