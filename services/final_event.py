"""The final public event: planned by the teacher, several where the regulation lets (S000 3.1.4, 4.5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from models.errors import Refusal
from models.final_event import (
    FinalEvent,
    FinalEventState,
    final_event_by_id,
    final_event_draft,
    final_events_of,
)
from models.route import Route, route_by_id
from regulations.schema import Regulation
from regulations.words import Words
from services import plan
from services.work import Work


@dataclass(frozen=True)
class FinalEvents:
    """The planned events of a route, the one being written, and the rules for them."""

    route: Route
    regulation: Regulation
    events: list[FinalEvent]
    draft: FinalEvent | None

    @property
    def is_full(self) -> bool:
        """Whether no other event may be planned; one that did not take place leaves room."""
        standing = [one for one in self.events if one.state is not FinalEventState.NOT_HELD]
        return bool(standing) and not self.regulation.final_event.many


async def own(work: Work) -> FinalEvents:
    """The acting teacher's events. Refuses NotYours to people who walk no route."""
    return await of_route(work, await plan.own_route(work))


async def of_route(work: Work, route: Route) -> FinalEvents:
    """The events of a route."""
    events = await work.all(final_events_of(route.id))
    draft = await work.find(final_event_draft(route.id))
    return FinalEvents(route, work.rules.of(route), events, draft)


async def add(work: Work, route_id: int) -> FinalEvent:
    """The teacher begins an event, or goes on with the one begun. Refuses: NotYours, final-event-enough."""
    route = await work.get(route_by_id(route_id))
    route.only_teacher(work.person)
    found = await of_route(work, route)
    if found.draft is not None:
        return found.draft
    if found.is_full:
        raise Refusal("final-event-enough", clause=found.regulation.final_event.clause)
    draft = FinalEvent(
        route=route, title="", form="", level="", place="", state=FinalEventState.DRAFT, created_at=work.now
    )
    work.session.add(draft)
    await work.session.flush()
    return draft


async def event(work: Work, event_id: int) -> FinalEvent:
    """An event of the teacher's own route. Refuses NotYours."""
    found = await work.get(final_event_by_id(event_id))
    found.route.only_teacher(work.person)
    return found


async def answer(
    work: Work, event_id: int, code: str, value: str | date, *, drawn: int | None = None
) -> FinalEvent:
    """The teacher answers one question; kept at once. The last answer plans the event.

    Guests who were told another day or place hear from the clock (services/final_event_news.py).

    Refuses: NotYours, final-event-outdated.
    """
    found = await event(work, event_id)
    if drawn is not None:
        found.drawn(drawn)
    before = found.state
    found.write(code, value, work.now)
    if before is FinalEventState.DRAFT and found.complete:
        found.plan()
        _remember(work, found, "planned")
    elif before is FinalEventState.PLANNED:
        _remember(work, found, "moved" if code == "date" else "mended")
    await work.session.flush()
    return found


async def begin_at(work: Work, event_id: int, hour: time | None, *, drawn: int | None = None) -> FinalEvent:
    """The teacher names the local hour, or leaves it open. Refuses: NotYours, final-event-outdated."""
    found = await event(work, event_id)
    if drawn is not None:
        found.drawn(drawn)
    found.begin_at(hour, work.now)
    _remember(work, found, "hour")
    await work.session.flush()
    return found


async def remove(work: Work, event_id: int, *, drawn: int) -> FinalEvent:
    """The teacher takes an event out; guests who were told of it hear. Refuses: NotYours, final-event-outdated."""
    found = await event(work, event_id)
    found.drawn(drawn)
    found.remove(work.now)
    if found.title:
        _remember(work, found, "removed")
    await work.session.flush()
    return found


def form_title(regulation: Regulation, found: FinalEvent) -> Words | str:
    """The form as people read it: the title behind a code, own words as they are."""
    return plan.title_of(regulation.final_event.forms, found.form)


def _remember(work: Work, found: FinalEvent, verb: str) -> None:
    work.remember(found.route_id, f"final_event.{verb}", event=found.id, title=found.title, on=found.on_date)
