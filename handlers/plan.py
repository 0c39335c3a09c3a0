"""The teacher's plan: the term, the rows, the count with its clause, the way to the tutor (S000 3.1.2)."""

from __future__ import annotations

from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places, plan_confirm, plan_form, plan_lines, plan_term
from handlers.anything import way_home
from handlers.callbacks import ActivityTap, Go, PlanTap
from handlers.places import At, place, redraws
from handlers.views import Button, Say, View, button, say, view
from models.route import RouteState
from regulations.questions import Question, QuestionKind, read_text
from services import plan
from services import plan_confirm as word
from services.plan import Plan
from services.work import Work

REASON = Question("reason", QuestionKind.LONG_TEXT, minimum=3, maximum=500, example="plan-reason.example")


@place("plan")
async def home(work: Work) -> View:
    """The plan as it stands, and what can be done with it now."""
    work.account.go("plan")
    found = await plan.own(work)
    head = [*await _head(work, found), *plan_lines.term_lines(found), plan_lines.count_of(found)]
    rows = plan_lines.row_lines([plan.row_facts(found, one) for one in found.activities])
    return view(*_paragraphs(head, rows), rows=[*_opens(found), *_ways(found, work.today), *way_home()])


def _paragraphs(head: list[Say], rows: list[Say]) -> list[list[Say]]:
    return [head, rows] if rows else [head]


async def _head(work: Work, found: Plan) -> list[Say]:
    """The state in words; why the draft came back, if it did."""
    names = ", ".join(one.person.short_name for one in found.route.confirmers(work.today))
    lines = [say("plan", state=found.route.state.value, names=names)]
    returned = await word.returned(work, found.route)
    if returned is not None and found.route.state is RouteState.DRAFT:
        facts = returned.facts
        lines.append(say("plan-came-back", reason=plan_confirm.reason_of(facts["phrase"], facts["reason"])))
    return lines


def _opens(found: Plan) -> list[list[Button]]:
    rows = []
    for number, one in enumerate(found.activities, 1):
        data = ActivityTap(do="open", activity=one.id, version=one.version)
        rows.append([button("plan-open", data, number=number, title=one.title)])
    return rows


def _ways(found: Plan, today: date) -> list[list[Button]]:
    """What may be done in this state."""
    key = {"route": found.route.id, "version": found.route.version}
    if found.route.state is RouteState.ON_CONFIRMATION:
        return [[button("plan.take-back", PlanTap(do="take-back", **key))]]
    if found.route.state is RouteState.ACTIVE:
        return [_adding(found)]
    if found.term is None:
        return [*plan_term.choices(found, today), _adding(found)]
    style = None if found.is_few else "primary"
    return [
        _adding(found),
        [button("plan.term", PlanTap(do="term", **key))],
        [button("plan.send", PlanTap(do="send", **key), style=style)] if found.activities else [],
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


async def send(tap: CallbackQuery, callback_data: PlanTap, work: Work) -> View:
    """«Отправить тьютору»; a plan that departs from the regulation is sent with a reason."""
    found = await plan.look(work, callback_data.route)
    if found.needs_a_reason and found.route.state is RouteState.DRAFT:
        return _offer_reason(found)
    await word.send(work, callback_data.route, drawn=callback_data.version)
    return await home(work)


def _offer_reason(found: Plan) -> View:
    """«Запланировано 4 из 5 (п. 3.1.2)»: add a row, or send with a reason (S-05.1, X14)."""
    key = {"route": found.route.id, "version": found.route.version}
    return view(
        [plan_lines.count_of(found), *plan_lines.term_remarks(found)],
        say("plan-departs"),
        rows=[
            [button("plan.add", PlanTap(do="add", **key), style="primary")],
            [button("plan-departs.reason", PlanTap(do="reason", **key))],
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
    """The reason in own words: the plan goes to the tutor with it."""
    ids = work.account.place_ids
    words = read_text(REASON, message.text or "")
    await word.send(work, ids["route"], drawn=ids["version"], reason=words)
    return await home(work)


async def take_back(tap: CallbackQuery, callback_data: PlanTap, work: Work) -> View:
    """«Забрать обратно»."""
    await word.take_back(work, callback_data.route, drawn=callback_data.version)
    return await home(work)


def router() -> Router:
    """The teacher's side; the rows, the term and the tutor's word hang below it."""
    routes = Router(name="plan")
    routes.callback_query.register(send, PlanTap.filter(F.do == "send"))
    routes.callback_query.register(ask_reason, PlanTap.filter(F.do == "reason"))
    routes.callback_query.register(take_back, PlanTap.filter(F.do == "take-back"))
    routes.message.register(reason, At("plan.reason"), F.text, ~F.text.startswith("/"))
    routes.include_routers(plan_form.router(), plan_term.router(), plan_confirm.router())
    return routes
