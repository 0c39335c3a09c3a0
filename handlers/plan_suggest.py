"""«Подсказать»: ready activities for the lowest competencies, three at a time; one tap makes a row without a date."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import plan_lines, recommendation
from handlers.callbacks import PlanTap
from handlers.callbacks_help import WishTap
from handlers.choices import listed
from handlers.places import place
from handlers.plan_form import ROW, after_taking, way_back
from handlers.views import Button, Say, View, button, say, view
from models.catalogue import CatalogueEntry
from models.errors import NotYours
from regulations.suggestions import Suggestion
from services import catalogue_search, plan_suggest
from services.plan import titles_of
from services.plan_suggest import Offer
from services.work import Work

AT_ONCE = 3
EVENT = "#"
"""Before the number of an event of the catalogue."""


@place("plan.suggest")
async def screen(work: Work, route: int, page: int = 0) -> View:
    """Three suggestions, why these, and the next three."""
    found = await plan_suggest.offer(work, route)
    pages = max(1, -(-len(found.suggestions) // AT_ONCE))
    page = page % pages
    work.account.go("plan.suggest", route=route, page=page)
    shown = found.suggestions[page * AT_ONCE :][:AT_ONCE]
    lines = [_line(found, number, one) for number, one in enumerate(shown, 1)]
    return view(
        say("plan-suggest", count=len(lines), measured=bool(found.readings)),
        *([lines] if lines else []),
        *_sources(found),
        rows=[_takes(found, shown), *_ways(found, page, pages), way_back(work, found.found.route)],
    )


def _sources(found: Offer) -> list[Say]:
    """What the plan is made from beside the diagnosis, where anybody has said it."""
    school = [say("plan-suggest-school", text=found.development)] if found.development else []
    return [*_strong(found), *recommendation.lines(found.advised), *school]


def _strong(found: Offer) -> list[Say]:
    """«Начинать с направлений, в которых Вы сильнее (алгоритм)»: why these come first (R2-027)."""
    if found.strong is None:
        return []
    best = list(found.readings)[-1]
    return [
        say(
            "plan-suggest-strong",
            title=found.strong.title,
            clause=plan_lines.cited(found.strong.clause),
            competency=found.found.regulation.competency(best).title,
        )
    ]


def _line(found: Offer, number: int, one: CatalogueEntry | Suggestion) -> Say:
    """A title, what it develops, and what the diagnosis says of that; of an event its days."""
    regulation = found.found.regulation
    if isinstance(one, CatalogueEntry):
        names = listed(titles_of(regulation.competencies, one.competencies))
        when = plan_lines.when([one.starts_on, one.on_date])
        return say("plan-suggest-event", number=number, title=one.title, when=when, competencies=names)
    reading = found.readings.get(one.competency)
    competency = regulation.competency(one.competency).title
    if reading is None:
        return say("plan-suggest-row", number=number, title=one.title, competency=competency)
    level = regulation.thresholds.competence_name(reading.competence)
    return say(
        "plan-suggest-why",
        number=number,
        title=one.title,
        competency=competency,
        level=level,
        score=reading.percent,
    )


def _takes(found: Offer, shown: list[CatalogueEntry | Suggestion]) -> list[Button]:
    key = {"route": found.found.route.id, "version": found.found.route.version}
    return [
        button(
            "plan-suggest.take", PlanTap(do="take", value=_named(one), **key), style="primary", number=number
        )
        for number, one in enumerate(shown, 1)
    ]


def _named(one: CatalogueEntry | Suggestion) -> str:
    """What a tap carries: the code of a suggestion, or the number of an event."""
    return f"{EVENT}{one.id}" if isinstance(one, CatalogueEntry) else one.code


def _ways(found: Offer, page: int, pages: int) -> list[list[Button]]:
    key = {"route": found.found.route.id, "version": found.found.route.version}
    following = PlanTap(do="suggest", value=str(page + 1), **key)
    return [
        [button("plan-suggest.others", following)] if pages > 1 else [],
        [button("plan-suggest.own", PlanTap(do="add", **key)), button("catalogue.none", WishTap(code=""))],
    ]


async def suggest(tap: CallbackQuery, callback_data: PlanTap, work: Work) -> View:
    """«Подсказать», «Другие»."""
    value = callback_data.value or "0"
    if not value.isdecimal():
        raise NotYours("refusal-not-yours")
    return await screen(work, callback_data.route, int(value))


async def take(tap: CallbackQuery, callback_data: PlanTap, work: Work) -> View:
    """«Взять»: on to the date; of an event to what is left."""
    value = callback_data.value
    if value.startswith(EVENT) and value[1:].isdecimal():
        row = await catalogue_search.take(work, callback_data.route, int(value[1:]))
        return await after_taking(work, row)
    row = await plan_suggest.take(work, callback_data.route, value)
    return await ROW.screen(work, row.id)


def router() -> Router:
    """The suggestions."""
    routes = Router(name="plan-suggest")
    routes.callback_query.register(suggest, PlanTap.filter(F.do == "suggest"))
    routes.callback_query.register(take, PlanTap.filter(F.do == "take"))
    routes.include_router(recommendation.router())
    return routes
