"""An interim report event: the teacher chooses its form, day and place; the team hears (S000 3.1.3, S003 2.3)."""

from __future__ import annotations

from models.plan import Activity, drafts_of
from regulations.activities import Activities
from services import plan
from services.work import Work


async def draft(work: Work, route_id: int) -> Activity | None:
    """The event that the acting teacher is writing, if any."""
    return await work.find(drafts_of(route_id, work.person.id, interim=True))


def name(rules: Activities, row: Activity) -> None:
    """It is called after its form, in Russian words as the papers are; a form that is a kind tells the kind, too.

    The teacher holds it: without such a kind it is the first one that is held by a teacher.
    """
    title = plan.title_of(rules.forms, row.presenting)
    row.title = title if isinstance(title, str) else title.get("ru")
    held = [one.code for one in rules.kinds if one.held]
    row.kind = row.presenting if row.presenting in held else next(iter(held), "")


def tell(work: Work, row: Activity) -> None:
    """Who accompanies hears once that it is planned, and may talk it over with the teacher (R0-057)."""
    route = row.route
    today = route.organisation.today(work.now)
    for person_id in sorted({one.person_id for one in route.reviewers(today)}):
        work.notify(
            person_id,
            "plan-interim",
            once=f"plan-interim:{row.id}:{person_id}",
            urgent=False,
            name=route.teacher.short_name,
            title=row.title,
            on=row.on_date,
            where=row.place,
        )
