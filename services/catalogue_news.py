"""An event of the catalogue is moved or called off: whoever has it in a plan hears once, and follows with one tap."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from models.catalogue import CatalogueEntry, EntryState
from models.catalogue_chosen import Chosen, chosen_from, chosen_named
from models.errors import NotYours, Outdated
from models.notice import recall
from models.plan import Activity, ActivityState
from services import plan_row
from services.standing import Standing, Waiting
from services.work import Work

SETTLED = timedelta(minutes=2)
"""Whoever moves a day often mends it again at once: told together."""


async def tell(work: Work, entry: CatalogueEntry) -> None:
    """The teachers whose plans hold the event hear in two minutes; news that waits gives way to the newer one."""
    for chosen in await work.all(chosen_from(entry.id)):
        await work.session.execute(recall(_once(chosen, entry.news - 1), work.now))
        work.notify(
            chosen.activity.route.teacher_id,
            "catalogue-off" if entry.state is EntryState.CALLED_OFF else "catalogue-moved",
            once=_once(chosen, entry.news),
            after=SETTLED,
            **facts(entry, chosen.activity),
        )


def _once(chosen: Chosen, news: int) -> str:
    return f"catalogue:{chosen.activity_id}:{news}"


def facts(entry: CatalogueEntry, row: Activity) -> dict[str, Any]:
    """What a teacher is told: the event as it stands in the plan, and as it is now."""
    return {
        "activity": row.id,
        "version": row.version,
        "route": row.route_id,
        "title": row.title,
        "before": [day for day in (row.starts_on, row.on_date) if day],
        "now": [day for day in (entry.starts_on, entry.on_date) if day],
        "reason": entry.reason,
        "competency": next(iter(entry.competencies), ""),
    }


async def news_that_stands(work: Work, waiting: Sequence[Waiting]) -> dict[int, Standing]:
    """News of a row that was taken out, reported or follows already is needless."""
    rows = {
        one.activity_id: one for one in await work.all(chosen_named([w.facts["activity"] for w in waiting]))
    }
    found = {}
    for one in waiting:
        chosen = rows.get(one.facts["activity"])
        if chosen is None or chosen.activity.state not in (ActivityState.PLANNED, ActivityState.DRAFT):
            continue
        fresh = facts(chosen.entry, chosen.activity)
        off = chosen.entry.state is EntryState.CALLED_OFF
        if off or fresh["before"] != fresh["now"]:
            found[one.id] = Standing(fresh)
    return found


async def follow(work: Work, activity_id: int, *, drawn: int) -> Activity:
    """«Перенести в моём плане»: the row takes the days of its event. Refuses: as `plan_row.answer`; Outdated."""
    row = await plan_row.look(work, activity_id)
    row.drawn(drawn)
    chosen = await work.find(chosen_named([activity_id]))
    if chosen is None or chosen.entry.on_date is None:
        raise NotYours("refusal-not-yours")
    entry, last = chosen.entry, chosen.entry.on_date
    if entry.state is not EntryState.OPEN or (row.starts_on, row.on_date) == (entry.starts_on, last):
        raise Outdated("catalogue-outdated")
    if entry.starts_on is not None:
        return await plan_row.period(work, activity_id, entry.starts_on, last, drawn=drawn)
    if row.period:
        row = await plan_row.span(work, activity_id, False, drawn=drawn)
    return await plan_row.answer(work, activity_id, "date", last)
