"""The teacher's plan: the term, the rows, the count with its clause, the assent (S000 3.1.2, X22)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from documents import timeline
from handlers import (
    choices,
    expectation,
    places,
    plan_confirm,
    plan_form,
    plan_lines,
    plan_return,
    plan_row,
    plan_suggest,
    plan_term,
    plan_topic,
    programme,
    topics,
    why,
)
from handlers.anything import way_home
from handlers.callbacks import Go, PlanTap
from handlers.callbacks_signing import SignTap
from handlers.picture import file_of
from handlers.places import At, place, redraws
from handlers.plan_return import reason_of
from handlers.views import Button, Say, View, button, say, view
from models.history import HistoryLine
from models.route import RouteState
from regulations.questions import Question, QuestionKind, read_text
from services import plan, plan_assent, plan_letter, signing_seat
from services import plan_confirm as word
from services import timeline as route_in_time
from services.plan import Plan
from services.work import Work

REASON = Question("reason", QuestionKind.LONG_TEXT, minimum=3, maximum=500, example="plan-reason.example")


@place("plan")
async def home(work: Work) -> View:
    """The plan as it stands, and what can be done with it now."""
    work.account.go("plan")
    found = await plan.own(work)
    lines = [
        *plan_lines.topic_lines(found.route.topic, found.regulation.topic_title),
        *(await topics.lines(work, found.route)),
        *plan_lines.term_lines(found),
    ]
    head = [*await _head(work, found), *lines, plan_lines.count_of(found)]
    facts = plan_letter.rows(found)
    rows = plan_lines.row_lines(facts)
    opens = plan_lines.number_buttons(facts)
    drawing = plan_lines.picture_row(found.route.id, found.route.version) if rows else []
    ways = [*await _signing(work, found), *opens, *await _ways(work, found), drawing, *way_home()]
    return view(*([head, rows] if rows else [head]), rows=ways)


async def _signing(work: Work, found: Plan) -> list[list[Button]]:
    """The teacher's own signature under the card, when it is due."""
    slot = await signing_seat.due_for(work, (await plan_assent.said(work, found.route)).card)
    if slot is None:
        return []
    data = SignTap(do="card", slot=slot.id, version=slot.version)
    return [[button("plan.sign", data, style="primary")]]


async def _head(work: Work, found: Plan) -> list[Say]:
    """The state in words: who is asked, who agrees already; why the draft came back, and what changed since."""
    route, said = found.route, await plan_assent.said(work, found.route)
    names = choices.listed(await plan_letter.awaited(work, found))
    lines = [say("plan", state=route.state.value, names=names, signed=said.goes_round)]
    if route.state is not RouteState.DRAFT:
        return lines
    returned = await word.returned(work, route)
    if returned is not None:
        lines.append(say("plan-came-back", reason=reason_of(returned.facts)))
    if said.of_team is not None:
        lines.append(say("plan-team-agrees", name=said.of_team.person.short_name))
    news = await plan_assent.news(work, found)
    lines += plan_lines.programme_of(news)
    if news["changes"]:
        lines += [say("plan-news", number=news["number"]), *plan_lines.change_lines(news["changes"])]
    elif returned is not None and found.activities:
        lines.append(say("plan-mend-how"))
    return lines


async def _ways(work: Work, found: Plan) -> list[list[Button]]:
    """What may be done in this state; a draft that came back, and is as it was, is to be mended first (X31)."""
    if found.route.state is not RouteState.DRAFT:
        return _no_draft(found)
    back = await word.unmended(work, found)
    return [plan_return.mending(found, back) if back is not None else [], *_drafting(found, work.today, back)]


def _no_draft(found: Plan) -> list[list[Button]]:
    """What may be done with a plan that is being looked at, is approved or over."""
    key = {"route": found.route.id, "version": found.route.version}
    if found.route.state is RouteState.ON_CONFIRMATION:
        return [[button("plan.take-back", PlanTap(do="take-back", **key))]]
    if found.route.state is RouteState.CLOSED:
        return []
    interim = [button("plan.interim", PlanTap(do="interim", **key))]
    return [
        _adding(found),
        interim,
        expectation.row(found),
        _included(found),
        [
            button("plan.catalogue", PlanTap(do="catalogue", **key)),
            button("plan.corrections", PlanTap(do="corrections", **key)),
        ],
    ]


def _included(found: Plan) -> list[Button]:
    return programme.row(found.route.id) if found.regulation.programme is not None else []


def _drafting(found: Plan, today: date, back: HistoryLine | None) -> list[list[Button]]:
    """What may be done with a draft; the word on it stands out once there is nothing to be mended."""
    key = {"route": found.route.id, "version": found.route.version}
    suggest = [
        button("plan.suggest", PlanTap(do="suggest", **key)),
        button("plan.catalogue", PlanTap(do="catalogue", **key)),
    ]
    if found.term is None:
        return [*plan_term.choices(found, today), _adding(found), suggest]
    style = None if found.is_few or back is not None else "primary"
    term, topic = PlanTap(do="term", **key), PlanTap(do="topic", **key)
    return [
        why.buttons_of(found),
        _adding(found),
        suggest,
        [button("plan.interim", PlanTap(do="interim", **key))] if found.activities else [],
        expectation.row(found),
        _included(found),
        [button("plan.term", term), button("plan.topic", topic)],
        [button("plan.agree", PlanTap(do="agree", **key), style=style)] if found.activities else [],
    ]


def _adding(found: Plan) -> list[Button]:
    style = "primary" if found.is_few and found.term is not None else None
    data = PlanTap(do="add", route=found.route.id, version=found.route.version)
    if found.draft is not None and found.draft.title:
        return [button("plan.go-on", data, style=style, title=found.draft.title)]
    return [button("plan.add", data, style=style)]


@redraws(PlanTap)
async def fresh(work: Work, data: PlanTap) -> View:
    """What a refused tap on a plan shows: where the teacher is in the own plan, or the card for the team."""
    if not await plan.is_own(work, data.route):
        return await plan_confirm.card(work, data.route)
    return await (places.here(work) if work.account.place.startswith("plan") else home(work))


async def draw(tap: CallbackQuery, callback_data: PlanTap, work: Work) -> View:
    """«Картинкой»: the route in time, before the screen that says the same in words."""
    drawn = timeline.picture(
        await route_in_time.of_route(work, callback_data.route), language=work.account.language
    )
    return replace(await fresh(work, callback_data), files=(file_of(drawn),))


async def agree(tap: CallbackQuery, callback_data: PlanTap, work: Work) -> View:
    """«Даю согласие на проект»; a plan that departs from the regulation goes on with a reason.

    One that came back and is as it was is asked about first.
    """
    found = await plan.look(work, callback_data.route)
    if found.route.state is RouteState.DRAFT:
        back = await word.unmended(work, found) if callback_data.do == "agree" else None
        if back is not None:
            return plan_return.as_it_was(found, back)
        if found.needs_a_reason:
            return _offer_reason(found)
    return await _agreed(work, await word.agree(work, callback_data.route, drawn=callback_data.version))


async def _agreed(work: Work, found: Plan) -> View:
    """The plan as it stands now; where the own word was enough, that the route is going."""
    shown = await home(work)
    return shown.led_by(say("plan-begun")) if found.route.state is RouteState.ACTIVE else shown


def _offer_reason(found: Plan) -> View:
    """«Запланировано 4 из 5 (п. 3.1.2)»: add a row, or go on with a reason (S-05.1, X14)."""
    key = {"route": found.route.id, "version": found.route.version}
    return view(
        [plan_lines.count_of(found), *plan_lines.term_remarks(found)],
        say("plan-departs"),
        rows=[
            [button("plan.add", PlanTap(do="add", **key), style="primary")],
            [button("plan-departs.reason", PlanTap(do="reason", **key))],
            why.buttons_of(found),
            [button("plan-back", Go(place="plan"))],
        ],
    )


@place("plan.reason")
async def reason_screen(work: Work, route: int, version: int) -> View:
    """The question for the reason."""
    return view(say("plan-reason"), rows=[[button("plan-back", Go(place="plan"))]])


async def ask_reason(tap: CallbackQuery, callback_data: PlanTap, work: Work) -> View:
    """«Отправить с пояснением»."""
    found = await plan.look(work, callback_data.route)
    found.route.drawn(callback_data.version)
    return await places.go(work, "plan.reason", route=found.route.id, version=found.route.version)


async def reason(message: Message, work: Work) -> View:
    """The reason in own words: the plan goes on with it."""
    ids = work.account.place_ids
    words = read_text(REASON, message.text or "")
    return await _agreed(work, await word.agree(work, ids["route"], drawn=ids["version"], reason=words))


async def take_back(tap: CallbackQuery, callback_data: PlanTap, work: Work) -> View:
    """«Забрать обратно»."""
    await word.take_back(work, callback_data.route, drawn=callback_data.version)
    return await home(work)


def router() -> Router:
    """The teacher's side; the rows, the term and the words of the team hang below it."""
    routes = Router(name="plan")
    routes.callback_query.register(agree, PlanTap.filter(F.do.in_({"agree", "as-it-was"})))
    routes.callback_query.register(ask_reason, PlanTap.filter(F.do == "reason"))
    routes.callback_query.register(draw, PlanTap.filter(F.do == "picture"))
    routes.callback_query.register(take_back, PlanTap.filter(F.do == "take-back"))
    routes.message.register(reason, At("plan.reason"), F.text, ~F.text.startswith("/"))
    below = (plan_form, plan_row, plan_suggest, plan_term, plan_topic, plan_confirm, plan_return)
    routes.include_routers(*(one.router() for one in below))
    return routes
