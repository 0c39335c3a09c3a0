"""What a teacher reads of the team's word: the short reviews of their reports, by themselves (R0-065)."""

from __future__ import annotations

from dataclasses import replace

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers.anything import way_home
from handlers.callbacks import Go, QuestionTap, ReportTap
from handlers.places import place
from handlers.report_card import draw
from handlers.review_told import lines_of
from handlers.views import Button, File, Say, View, button, say, view
from services import report, review, review_write
from services.menu import OwnRoute
from services.work import Work

SHOWN = 5
"""The last reviews; the earlier ones are counted."""


def asked_row(own: OwnRoute) -> list[list[Button]]:
    """A question of the team that waits for an answer."""
    if own.asked is None:
        return []
    data = QuestionTap(do="answer", question=own.asked.id, version=own.asked.version)
    return [[button("review-question-open", data, style="primary")]]


def reviews_row(own: OwnRoute) -> list[list[Button]]:
    """The way to the reviews, once there are any."""
    return [[button("review-own.open", Go(place="review.own"), count=own.reviews)]] if own.reviews else []


@place("review.own")
async def own_reviews(work: Work) -> View:
    """The acting teacher's reviews, the latest first: what is strong comes first in each."""
    work.account.leave()
    given = await review_write.own(work)
    if not given:
        return view(say("review-own-none"), rows=way_home())
    shown: list[list[Say]] = []
    for one in given[:SHOWN]:
        head = say(
            "review-own-line", title=one.report.activity.title, by=one.author.short_name, at=one.given_at
        )
        shown.append([head, *lines_of(review.said(one))])
    more = [say("review-own-more", more=len(given) - SHOWN)] if len(given) > SHOWN else []
    return view(say("review-own", count=len(given)), *shown, *more, rows=way_home())


async def hear(tap: CallbackQuery, callback_data: ReportTap, work: Work) -> View:
    """«Послушать»: the recording that says what is to be added, and the draft anew under it."""
    found = await report.own_report(work, callback_data.report)
    files = (File("voice", found.reason_voice),) if found.reason_voice else ()
    work.account.go("report.draft", report=found.id)
    return replace(draw(work, found), files=files)


def router() -> Router:
    """What can be tapped here beside the ways that the menu knows."""
    routes = Router(name="review-own")
    routes.callback_query.register(hear, ReportTap.filter(F.do == "hear"))
    return routes
