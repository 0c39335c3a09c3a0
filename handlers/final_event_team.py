"""Final events as the team of a route sees them: what is ahead, what took place, why not (S000 4.5)."""

from __future__ import annotations

from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers.anything import way_home
from handlers.callbacks import CheckTap, FinalEventTap, Go
from handlers.evidence import files_of
from handlers.final_event_checklist import duties
from handlers.final_event_form import brief
from handlers.final_event_outcome import outcome
from handlers.notices import notice
from handlers.places import place
from handlers.views import Button, Say, View, button, say, view
from models.final_event import FinalEvent, FinalEventState
from services import final_event_checklist, final_event_outcome
from services.final_event_checklist import Point
from services.work import Work

MOST_LINES = 30


@place("final-event.team")
async def team_list(work: Work) -> View:
    """The events of the teachers whom I accompany; a tap shows one."""
    work.account.leave()
    found = await final_event_outcome.of_teams(work)
    rows = [[_open(one)] for one in found[:MOST_LINES]]
    return view(say("final-event-team", count=len(found)), rows=[*rows, *way_home()])


def _open(one: FinalEvent) -> Button:
    data = FinalEventTap(do="seen", event=one.id, version=one.version)
    return button(
        "final-event-team-line",
        data,
        name=one.route.teacher.short_name,
        on=one.on_date,
        state=one.state.value,
    )


async def open_event(tap: CallbackQuery, callback_data: FinalEventTap, work: Work) -> View:
    """One event of the list: the Card's line with its mark, or the reason."""
    return await _card(work, await final_event_outcome.seen_by_team(work, callback_data.event))


async def _card(work: Work, one: FinalEvent) -> View:
    sheet = await final_event_checklist.sheet_point(work, one)
    ahead = one.state is FinalEventState.PLANNED
    own = await final_event_checklist.own_points(work, one) if ahead else []
    photos = FinalEventTap(do="photos", event=one.id, version=one.version)
    return view(
        say("final-event-team-name", name=one.route.teacher.short_name),
        brief(work, one),
        *outcome(one),
        rows=[
            *duties(own),
            [button("final-event-told-team.photos", photos, files=len(one.evidence))] if one.evidence else [],
            [_sheet(sheet)] if sheet is not None else [],
            [button("final-event-team.back", Go(place="final-event.team"))],
            *way_home(),
        ],
    )


def _sheet(point: Point) -> Button:
    data = CheckTap(do="sheet", check=point.check.id, version=point.check.version)
    return button("final-event-check.sheet", data, title=point.thing.title)


async def photos(tap: CallbackQuery, callback_data: FinalEventTap, work: Work) -> View:
    """The photos, and the card under them."""
    one = await final_event_outcome.seen_by_team(work, callback_data.event)
    shown = await _card(work, one)
    return View(shown.parts, shown.rows, files=files_of(one.evidence))


@notice("final-event-outcome")
def told_outcome(
    *,
    event: int,
    version: int,
    teacher: str,
    title: str,
    on: date,
    held: bool,
    came: int | None,
    said: str,
    reason: str,
    files: int,
) -> View:
    """For the team: it took place, or why not."""
    if not held:
        told = say("final-event-told-team-missed", teacher=teacher, title=title, on=on, reason=reason)
        return view(told, rows=way_home())
    lines: list[Say] = [say("final-event-outcome-came", came=came)] if came is not None else []
    lines += [say("final-event-outcome-said", said=said)] if said else []
    show = button(
        "final-event-told-team.photos", FinalEventTap(do="photos", event=event, version=version), files=files
    )
    return view(
        say("final-event-told-team", teacher=teacher, title=title, on=on),
        *([lines] if lines else []),
        rows=[[show] if files else [], *way_home()],
    )


def router() -> Router:
    """The team's view."""
    routes = Router(name="final-event-team")
    routes.callback_query.register(open_event, FinalEventTap.filter(F.do == "seen"))
    routes.callback_query.register(photos, FinalEventTap.filter(F.do == "photos"))
    return routes
