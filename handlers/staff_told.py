"""What people hear when routes went to somebody else: the teacher, the new member, the former one."""

from __future__ import annotations

from handlers import report_wanted
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_staff import StaffTap
from handlers.notices import notice
from handlers.views import View, button, say, view


@notice("staff-changed")
def changed(before: str, by: str, times: bool) -> View:
    """For the teacher: who works with them now; nothing is to be sent again."""
    lost = [say("staff-changed-times")] if times else []
    return view([say("staff-changed", before=before, by=by), *lost], rows=way_home())


@notice("staff-received")
def received(
    before: str, by: str, routes: int, reports: int, plans: int, questions: int, wanted: int = 0
) -> View:
    """For who takes over: one digest of everything, with the ways to it."""
    return view(
        say("staff-received", before=before, routes=routes),
        say("staff-received-waiting", reports=reports, plans=plans, questions=questions),
        rows=[
            [button("menu-queue", Go(place="review"), style="primary", waiting=reports)] if reports else [],
            report_wanted.menu_row(wanted),
            [button("menu-plans", Go(place="plan.waiting"), waiting=plans)] if plans else [],
            [button("help-request-menu-waiting", Go(place="help-request.waiting"), count=questions)]
            if questions
            else [],
            [button("menu-teachers", Go(place="review.teachers"))],
            *way_home(),
        ],
    )


@notice("staff-given")
def given(before: str, by: str, routes: int) -> View:
    """For who worked there until now."""
    return view(say("staff-given", by=by, routes=routes), rows=way_home())


@notice("staff-nobody")
def nobody(by: str, school: str, person: int, name: str, routes: int) -> View:
    """For the methodists: a school finds nobody to take routes over."""
    opened = button("staff-nobody.open", StaffTap(do="open", person=person), style="primary")
    said = say("staff-nobody", by=by, school=school, name=name, routes=routes)
    return view(said, rows=[[opened], *way_home()])
