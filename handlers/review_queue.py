"""«Ждут меня», card by card in one message; «Позже»; «Принять все без замечаний» (S-15)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import review_shown
from handlers.anything import way_home
from handlers.callbacks import Go, ReviewAllTap, ReviewTap
from handlers.places import place, redraws
from handlers.review_card import undoing
from handlers.views import Button, Say, View, button, say, view
from models.report import Report
from services import review_queue
from services.review_queue import Waiting
from services.work import Work

LISTED = 15
"""More reports than this are not read in a list."""


@place("review")
async def queue(work: Work) -> View:
    """«Ждут меня»: the first of the queue; each decision puts the next in its place."""
    return await following(work)


async def decided(work: Work, found: Report) -> View:
    """What was decided, to be taken back for two minutes, and the next card in its place."""
    done = say(
        "review-done",
        state=found.state.value,
        teacher=found.route.teacher.short_name,
        title=found.activity.title,
    )
    return await following(work, done, undo=undoing(found))


async def following(work: Work, *done: Say, undo: Sequence[Button] = ()) -> View:
    """The next card, led by what was just done; `undo` stands beneath it."""
    work.account.leave()
    waiting = await review_queue.waiting(work)
    if not waiting:
        return _nothing_waits(done, undo)
    first, *others = waiting
    first = replace(first, mark=await review_queue.opened(work, first.report))
    count = say("review-left" if done else "review-waiting", waiting=len(waiting))
    shown = (await review_shown.waiting_card(work, first)).led_by(*done, count)
    *ways, home = shown.rows
    return View(shown.parts, (*ways, *_beneath([first, *others], undo), home))


def _nothing_waits(done: Sequence[Say], undo: Sequence[Button]) -> View:
    words = [*done, say("review-left", waiting=0)] if done else [say("review-empty")]
    return view(*words, rows=[undo, [button("menu-teachers", Go(place="review.teachers"))], *way_home()])


def _beneath(waiting: list[Waiting], undo: Sequence[Button]) -> list[tuple[Button, ...]]:
    clean = [one for one in waiting if one.clean][:LISTED]
    data = ReviewAllTap(do="list", seal=review_queue.seal(clean))
    row = (button("review-all.open", data, count=len(clean)),) if len(clean) > 1 else ()
    return [one for one in (row, tuple(undo)) if one]


async def later(tap: CallbackQuery, callback_data: ReviewTap, work: Work) -> View:
    """«Позже»: to the end of this person's queue, the next in its place."""
    found = await review_queue.later(work, callback_data.report, drawn=callback_data.version)
    return await following(work, say("review-later", title=found.activity.title))


@redraws(ReviewAllTap)
async def fresh_list(work: Work, data: ReviewAllTap) -> View:
    """The list of an outdated tap as it is now."""
    return await _list(work)


async def list_all(tap: CallbackQuery, callback_data: ReviewAllTap, work: Work) -> View:
    """What would be accepted by one tap, line by line, before it is."""
    return await _list(work)


async def _list(work: Work) -> View:
    clean = await review_queue.clean(work, LISTED)
    if not clean:
        return await following(work)
    yes = ReviewAllTap(do="yes", seal=review_queue.seal(clean))
    return view(
        say("review-all", count=len(clean)),
        [_line(one.report) for one in clean],
        rows=[
            [button("review-all.yes", yes, style="success", count=len(clean))],
            [button("review-all.back", Go(place="review"))],
        ],
    )


def _line(report: Report) -> Say:
    return say("review-all-line", teacher=report.route.teacher.short_name, title=report.activity.title)


async def accept_all(tap: CallbackQuery, callback_data: ReviewAllTap, work: Work) -> View:
    """Confirmed: everything that was listed is accepted, and can be taken back by one tap."""
    accepted = await review_queue.accept_all(work, callback_data.seal, most=LISTED)
    first = accepted[0]
    data = ReviewTap(do="undo-all", report=first.id, version=first.version)
    undo = [button("review-all.undo", data, count=len(accepted))]
    return await following(work, say("review-all-done", count=len(accepted)), undo=undo)


async def undo_all(tap: CallbackQuery, callback_data: ReviewTap, work: Work) -> View:
    """«Отменить все»: they wait again, nobody has heard."""
    found = await review_queue.undo_all(work, callback_data.report, drawn=callback_data.version)
    return await following(work, say("review-all-undone", count=len(found)))


def router() -> Router:
    """The queue."""
    routes = Router(name="review-queue")
    routes.callback_query.register(later, ReviewTap.filter(F.do == "later"))
    routes.callback_query.register(list_all, ReviewAllTap.filter(F.do == "list"))
    routes.callback_query.register(accept_all, ReviewAllTap.filter(F.do == "yes"))
    routes.callback_query.register(undo_all, ReviewTap.filter(F.do == "undo-all"))
    return routes
