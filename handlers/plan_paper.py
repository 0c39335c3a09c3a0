"""The card of a route for its signers: term, count, topic, what departs and why, what changed (S000 4.8)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import plan_lines, signing_card
from handlers.callbacks import PlanTap
from handlers.callbacks_signing import SignTap
from handlers.signing_card import Drawing, Facts, Parts
from handlers.views import Button, View, button, say, view
from models.paper import PaperKind
from services import plan_card, signing_list
from services.work import Work


def _parts(facts: Facts) -> Parts:
    least, most = facts["bounds"]
    news = plan_lines.change_lines(facts["changes"])
    return [
        [
            say("signing-card", name=facts["name"], school=facts["school"], number=facts["number"]),
            *plan_lines.topic_lines(facts["topic"], facts.get("topic_title")),
            *([say("plan-card-term", starts=facts["starts"], ends=facts["ends"])] if facts["ends"] else []),
            *plan_lines.judged(facts["term"], least, most, facts["term_clause"]),
            plan_lines.count_line(facts["count"], facts["least"], facts["least_clause"]),
            *plan_lines.programme_of(facts),
        ],
        *([[say("plan-news", number=facts["number"]), *news]] if news else []),
        *([say("plan-card-reason", reason=facts["reason"])] if facts["reason"] else []),
    ]


def _back(facts: Facts) -> Button:
    return button("plan-card.return", PlanTap(do="return", route=facts["route"], version=facts["drawn"]))


def _whole(facts: Facts) -> Button:
    return button("signing-card.rows", SignTap(do="rows", **signing_card.key(facts)))


async def rows(tap: CallbackQuery, callback_data: SignTap, work: Work) -> View:
    """«План целиком»: every row that is signed."""
    found = await signing_list.open_paper(work, callback_data.slot)
    lines = plan_lines.full_lines(plan_card.rows(work.rules.of(found.paper.route), found.paper.content))
    back = SignTap(do="card", slot=found.slot.id, version=found.slot.version)
    head = say("signing-rows", name=found.paper.route.teacher.short_name, number=found.paper.number)
    return view(head, lines, rows=[[button("signing-rows.back", back)]])


signing_card.paper_drawing(PaperKind.CARD, Drawing(_parts, _back, _whole))


def router() -> Router:
    """Everything that is signed."""
    routes = Router(name="plan-paper")
    routes.callback_query.register(rows, SignTap.filter(F.do == "rows"))
    return routes
