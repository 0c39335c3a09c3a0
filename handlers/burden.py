"""«Сколько времени ушло»: a person's own minutes, so that the promise of less paper can be checked (features 86)."""

from __future__ import annotations

from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.places import place
from handlers.tasks import TASKS
from handlers.views import View, button, say, view
from regulations.calendar import add_months
from services import burden
from services.burden import Spent
from services.work import Work

MONTHS = 12


@place("mydata.minutes")
async def screen(work: Work) -> View:
    """What each task took in the last year, and all together; nobody else sees it."""
    found = await burden.own(work, add_months(work.today, -MONTHS))
    lines = [
        say("burden-line", task=task, messages=found[task].messages, minutes=minutes(found[task]))
        for task in TASKS
        if task in found
    ]
    total = sum(found.values(), Spent())
    return view(
        say("burden", messages=total.messages, minutes=minutes(total)),
        lines,
        rows=[[button("burden.back", Go(place="mydata"))], *way_home()],
    )


def minutes(spent: Spent) -> int:
    """Whole minutes, rounded up: nobody's time is made smaller than it was."""
    return -(-spent.seconds // 60)
