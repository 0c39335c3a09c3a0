"""The next diagnosis by the act that orders it: a line under the result, and a word two weeks before (R0-029)."""

from __future__ import annotations

from datetime import date

from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.notices import notice
from handlers.plan_lines import cited
from handlers.views import Say, View, button, say, view
from models.route import Route
from services import diagnosis_due
from services.work import Work


async def lines(work: Work, route: Route) -> list[Say]:
    """«Следующая диагностика: до 14 сентября 2027 (приказ …)»; nothing where nobody has ordered it."""
    due = await diagnosis_due.of_route(work, route)
    if due is None:
        return []
    return [
        say(
            "diagnosis-due-line",
            on=due.on,
            months=due.months,
            act=due.act or "none",
            clause=cited(due.clause),
        )
    ]


@notice("diagnosis-due", check=diagnosis_due.that_stand)
def told(*, route: int, on: date, months: int, act: str, clause: str) -> View:
    """For the teacher: the next diagnosis comes near."""
    said = say("diagnosis-due", on=on, months=months, act=act or "none", clause=cited(clause))
    return view(said, rows=[[button("diagnosis-due.open", Go(place="diagnosis"))], *way_home()])
