"""«Мои педагоги»: the routes that a team member accompanies, one line each; no ranking of people (R0-065)."""

from __future__ import annotations

from handlers import diagnosis_prepare, report_wanted
from handlers.anything import way_home
from handlers.callbacks import Go, PlanTap
from handlers.places import place
from handlers.views import View, button, say, view
from models.route import APPROVED
from services import diagnosis_prepare as preparing
from services import review
from services.work import Work

TEACHERS_SHOWN = 40


@place("review.teachers")
async def teachers(work: Work) -> View:
    """«Мои педагоги»: one line each, those who wait for a word marked; no ranking (R0-065)."""
    work.account.leave()
    lines = [
        say(
            "review-teacher",
            name=one.route.teacher.short_name,
            state=one.route.state.value,
            planned=one.planned,
            accepted=one.accepted,
            waiting=one.waiting,
        )
        for one in await review.teachers(work)
    ]
    if not lines:
        return view(say("review-no-teachers"), rows=way_home())
    shown = lines[:TEACHERS_SHOWN]
    more = [say("review-more-teachers", more=len(lines) - len(shown))] if len(lines) > len(shown) else []
    plans = [button("review-plans.link", Go(place="review.plans"))]
    helps = diagnosis_prepare.team_row(await preparing.ahead(work))
    diagnoses = [button("diagnosis-teachers.link", Go(place="diagnosis.teachers"))]
    records = [button("menu-diagnoses", Go(place="diagnosis.routes"))]
    risks = [button("overview-risks.open", Go(place="overview.risks"))]
    products = [button("menu-products", Go(place="product.team"))]
    return view(
        say("review-teachers", count=len(lines)),
        shown,
        *more,
        rows=[
            risks,
            await report_wanted.teachers_row(work),
            plans,
            helps,
            diagnoses,
            records,
            products,
            *way_home(),
        ],
    )


@place("review.plans")
async def plans(work: Work) -> View:
    """The approved plans of those teachers: a row that cannot be held is corrected from there (S000 4.6, S003 3)."""
    work.account.leave()
    routes = [one.route for one in await review.teachers(work) if one.route.state in APPROVED]
    rows = [
        [
            button(
                "review-plans.open",
                PlanTap(do="card", route=one.id, version=one.version),
                name=one.teacher.short_name,
                state=one.state.value,
            )
        ]
        for one in routes[:TEACHERS_SHOWN]
    ]
    back = [button("review-plans.back", Go(place="review.teachers"))]
    return view(say("review-plans", count=len(rows)), rows=[*rows, back, *way_home()])
