"""«Вебинар … был вчера?»: the question and its three answers (S-08)."""

from __future__ import annotations

from datetime import date

from handlers.anything import way_home
from handlers.callbacks import ActivityTap
from handlers.views import Button, View, button, say, view
from models.plan import Activity, ActivityState


def question(activity: Activity, today: date) -> View:
    """«Вебинар … был вчера?» with three ways on."""
    if activity.state is ActivityState.NOT_DONE:
        again = ActivityTap(do="after-all", activity=activity.id, version=activity.version)
        rows = [[button("report-not-done-card.after-all", again)], *way_home()]
        return view(say("report-not-done-card", title=activity.title, reason=activity.reason), rows=rows)
    on = activity.on_date or today
    asked = say("report-was", title=activity.title, on=on, ago=(today - on).days)
    if on > today:
        asked = say("report-ahead", title=activity.title, on=on)
    return view(
        asked,
        rows=[*was_it(activity.id, activity.version), *way_home()],
    )


def was_it(activity_id: int, version: int) -> list[list[Button]]:
    """Была / Не была / Перенесли, as drawn in a version of the activity."""
    key = {"activity": activity_id, "version": version}
    return [
        [button("report-was.held", ActivityTap(do="held", **key), style="success")],
        [
            button("report-was.missed", ActivityTap(do="missed", **key)),
            button("report-was.moved", ActivityTap(do="moved", **key)),
        ],
    ]
