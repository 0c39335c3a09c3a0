"""What a change of the draft does to words given before: they end, their givers hear what changed (S-05.5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from models.approval import assents_of
from models.plan import activities_of
from models.plan_version import Change, content_of, differences, versions_of
from models.route import Route
from regulations.rule import Named
from regulations.schema import Regulation
from services.plan import title_of, titles_of
from services.work import Work


async def tell(work: Work, route: Route, before: int) -> None:
    """The draft has become another one since its count was `before`: assents to the earlier one end.

    Each co-author but the one who acts hears once what is different from what they agreed with.
    """
    if route.draft == before:
        return
    version = await work.find(versions_of(route.id))
    if version is None or version.draft != before:
        return
    now = content_of(route, await work.all(activities_of(route.id)))
    changes = in_words(work.rules.of(route), differences(version.content, now))
    told = {work.person.id}
    for assent in await work.all(assents_of(version.id)):
        assent.end(work.now)
        if assent.person_id in told:
            continue
        told.add(assent.person_id)
        work.notify(
            assent.person_id,
            "plan-draft-changed",
            once=f"plan-draft-changed:{assent.id}",
            route=route.id,
            version=route.version,
            own=assent.person_id == route.teacher_id,
            name=work.person.short_name,
            teacher=route.teacher.short_name,
            changes=changes,
        )
    await work.session.flush()


def in_words(regulation: Regulation, changes: Sequence[Change]) -> list[dict[str, Any]]:
    """Differences as facts of a notice; `before` and `after` are lists of words or days."""
    return [
        {
            "what": one.what,
            "title": one.title,
            "cell": one.cell or one.what,
            "before": _values(regulation, one.cell or one.what, one.before),
            "after": _values(regulation, one.cell or one.what, one.after),
        }
        for one in changes
    ]


def _values(regulation: Regulation, cell: str, value: Any) -> list[Any]:
    """What stands in a cell, as people read it; an empty cell is an empty list."""
    if cell in ("when", "term"):
        return [date.fromisoformat(day) for day in value if day]
    if cell == "competencies":
        return list(titles_of(regulation.competencies, list(value)))
    offered = _offered(regulation).get(cell, ())
    return [title_of(offered, value)] if value else []


def _offered(regulation: Regulation) -> Mapping[str, tuple[Named, ...]]:
    rules = regulation.activities
    return {
        "kind": rules.kinds,
        "level": rules.levels,
        "organiser": rules.organisers,
        "presenting": rules.forms,
    }
