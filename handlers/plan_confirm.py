"""The team's side of a plan: the whole plan on one card, its rows open to mending, the word that is due (X22, X27)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery

from documents.paper_model import Paper
from handlers import plan_lines, programme, recommendation
from handlers.anything import way_home
from handlers.callbacks import Go, PlanTap
from handlers.callbacks_signing import SignTap
from handlers.notices import notice
from handlers.paper_file import file_of
from handlers.places import place
from handlers.views import Button, Say, View, button, say, view
from models.route import RouteState
from services import plan_begun, plan_confirm, plan_letter
from services.work import Work


@notice("plan-waiting")
def waiting_card(**letter: Any) -> View:
    """The whole plan with its warnings; the word that is due. The facts: `services.plan_letter.letter`."""
    news = plan_lines.change_lines(letter["changes"])
    rows = plan_lines.full_lines(letter["rows"])
    return view(
        _head(letter),
        *([rows] if rows else []),
        *([[say("plan-news", number=letter["number"]), *news]] if news else []),
        *([say("plan-card-reason", reason=letter["reason"])] if letter["reason"] else []),
        rows=[
            *_words(letter),
            *plan_lines.number_buttons(letter["rows"]),
            *_drafting(letter),
            plan_lines.picture_row(letter["route"], letter["version"]) if rows else [],
            *way_home(),
        ],
    )


def _head(letter: dict[str, Any]) -> list[Say]:
    """Whose plan, which term, how many rows, and what of it departs from the regulation."""
    least, most = letter["bounds"]
    term = [say("plan-card-term", starts=letter["starts"], ends=letter["ends"])] if letter["term"] else []
    return [
        say(
            "plan-card",
            state=letter["state"],
            due=letter["due"] or "none",
            name=letter["name"],
            school=letter["school"],
        ),
        *plan_lines.topic_lines(letter["topic"], letter.get("topic_title")),
        *term,
        *plan_lines.judged(letter["term"], least, most, letter["term_clause"]),
        plan_lines.count_line(len(letter["rows"]), letter["least"], letter["least_clause"]),
        *plan_lines.programme_of(letter),
    ]


def _words(letter: dict[str, Any]) -> list[list[Button]]:
    """The word that is due, and the way to return what the teacher has sent."""
    due, key = letter["due"], {"route": letter["route"], "version": letter["version"]}
    if due == "assent":
        return [[button("plan-card.assent", PlanTap(do="assent", **key))]]
    if due == "sign":
        slot, version = letter["slot"]
        return [[button("plan.sign", SignTap(do="card", slot=slot, version=version), style="primary")]]
    if not due:
        return []
    confirm = button("plan-card.confirm", PlanTap(do="confirm", **key), style="success")
    return [[confirm], [button("plan-card.return", PlanTap(do="return", **key))]]


def _drafting(letter: dict[str, Any]) -> list[list[Button]]:
    """Any member of the team may write rows until the chain decides (X22)."""
    key = {"route": letter["route"], "version": letter["version"]}
    included = programme.row(letter["route"]) if letter.get("programme_clause") else []
    if not letter["writable"]:
        return [included]
    suggest = button("plan.suggest", PlanTap(do="suggest", **key))
    catalogue = button("plan.catalogue", PlanTap(do="catalogue", **key))
    advise = recommendation.row(letter["route"])
    return [[button("plan-card.add", PlanTap(do="add", **key)), suggest], [catalogue], advise, included]


@place("plan.card")
async def card(work: Work, route: int) -> View:
    """The same card, drawn from the tables."""
    work.account.go("plan.card", route=route)
    return waiting_card(**await plan_letter.read(work, route))


@place("plan.waiting")
async def waiting(work: Work) -> View:
    """The plans of this person's teams that are not approved, those that wait for a word first."""
    work.account.go("plan.waiting")
    routes = await plan_confirm.of_team(work)
    count = sum(one.state is RouteState.ON_CONFIRMATION for one in routes)
    rows = []
    for one in routes:
        data = PlanTap(do="card", route=one.id, version=one.version)
        rows.append([button("plan-waiting.open", data, name=one.teacher.short_name, state=one.state.value)])
    return view(say("plan-waiting", count=count, drafts=len(routes) - count), rows=[*rows, *way_home()])


async def open_card(tap: CallbackQuery, callback_data: PlanTap, work: Work) -> View:
    """One of the plans."""
    return await card(work, callback_data.route)


async def assent(tap: CallbackQuery, callback_data: PlanTap, work: Work) -> View:
    """«Даю согласие на проект», before the teacher does."""
    await plan_confirm.assent(work, callback_data.route, drawn=callback_data.version)
    return (await card(work, callback_data.route)).led_by(say("plan-agreed-now"))


async def confirm(tap: CallbackQuery, callback_data: PlanTap, work: Work) -> View:
    """«Даю согласие на проект», behind the teacher's; where nobody signs, the route begins."""
    found = await plan_confirm.confirm(work, callback_data.route, drawn=callback_data.version)
    done = say("plan-confirmed-now") if found.route.state is RouteState.ACTIVE else say("plan-agreed-now")
    return (await card(work, callback_data.route)).led_by(done)


@notice("plan-confirmed", check=plan_begun.with_card)
def confirmed(
    by: str, on: date, route: int = 0, card: Paper | None = None, templates: Path | None = None
) -> View:
    """For the teacher: the plan is approved, the route has begun that day (X20); the card as a file (S-06.5)."""
    paper = say("papers-name", kind=card.kind) if card is not None else ""
    return view(
        say("plan-confirmed", by=by, named=bool(by), on=on, filed=card is not None, paper=paper),
        rows=[[button("plan-back", Go(place="plan"))], *way_home()],
        files=(file_of(card, "pdf", templates),) if card is not None else (),
    )


@notice("plan-agreed")
def agreed(by: str, route: int, version: int) -> View:
    """For the teacher: the co-author agrees with the draft; the own word is due."""
    mine = button("plan.agree", PlanTap(do="agree", route=route, version=version), style="primary")
    return view(
        say("plan-agreed", by=by), rows=[[mine], [button("plan-back", Go(place="plan"))], *way_home()]
    )


@notice("plan-draft-changed")
def draft_changed(
    route: int, version: int, own: bool, name: str, teacher: str, changes: list[dict[str, Any]]
) -> View:
    """For a co-author: the draft is not the one that was agreed with; what is different, and the way to it."""
    key = {"route": route, "version": version}
    mine = [button("plan-draft-changed.look", Go(place="plan"), style="primary")]
    theirs = [button("plan-draft-changed.look", PlanTap(do="card", **key), style="primary")]
    return view(
        say("plan-draft-changed", own=own, name=name, teacher=teacher),
        plan_lines.change_lines(changes),
        say("plan-draft-changed-word"),
        rows=[mine if own else theirs, *way_home()],
    )


@notice("plan-changed")
def changed(name: str, what: str, title: str, on: date) -> View:
    """For whoever agreed: the teacher changed an approved plan."""
    return view(say("plan-changed", name=name, what=what, title=title, on=on), rows=way_home())


def router() -> Router:
    """The words on a plan."""
    routes = Router(name="plan-confirm")
    routes.callback_query.register(assent, PlanTap.filter(F.do == "assent"))
    routes.callback_query.register(confirm, PlanTap.filter(F.do == "confirm"))
    routes.callback_query.register(open_card, PlanTap.filter(F.do == "card"))
    return routes
