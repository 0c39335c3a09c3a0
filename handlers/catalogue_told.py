"""What a teacher hears of an event in their plan: it was moved (one tap follows), or called off (find another)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import places
from handlers.anything import way_home
from handlers.callbacks import ActivityTap
from handlers.callbacks_help import BrowseTap
from handlers.notices import notice
from handlers.plan_lines import when
from handlers.views import View, button, say, view
from services import catalogue_news
from services.work import Work


@notice("catalogue-moved", check=catalogue_news.news_that_stands)
def told_moved(
    *, activity: int, version: int, title: str, before: Sequence[date], now: Sequence[date], **more: Any
) -> View:
    """For the teacher: the days as planned and as they are now; nothing is changed by itself."""
    follow = ActivityTap(do="follow", activity=activity, version=version)
    opened = ActivityTap(do="open", activity=activity, version=version)
    return view(
        say("catalogue-moved", title=title, before=when(before), now=when(now)),
        rows=[
            [button("catalogue-moved.follow", follow, style="primary")],
            [button("catalogue-moved.open", opened)],
            *way_home(),
        ],
    )


@notice("catalogue-off", check=catalogue_news.news_that_stands)
def told_off(
    *, activity: int, version: int, route: int, title: str, reason: str, competency: str, **more: Any
) -> View:
    """For the teacher: it will not take place, why, and what else there is for the same competency."""
    others = BrowseTap(do="show", route=route, page=0, month=0, code=competency)
    opened = ActivityTap(do="open", activity=activity, version=version)
    return view(
        say("catalogue-off", title=title, reason=reason),
        rows=[
            [button("catalogue-off.others", others, style="primary")],
            [button("catalogue-moved.open", opened)],
            *way_home(),
        ],
    )


async def follow(tap: CallbackQuery, callback_data: ActivityTap, work: Work) -> View:
    """«Перенести и в моём плане»."""
    row = await catalogue_news.follow(work, callback_data.activity, drawn=callback_data.version)
    shown = await places.go(work, "plan.activity", activity=row.id)
    return shown.led_by(say("catalogue-followed"))


def router() -> Router:
    """One tap behind the news."""
    routes = Router(name="catalogue-told")
    routes.callback_query.register(follow, ActivityTap.filter(F.do == "follow"))
    return routes
