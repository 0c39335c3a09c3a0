"""The plan of a route: its term and its rows (S000 3.1.2, 3.1.3, 4.4). Its confirmation: plan_confirm.py."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from models.errors import NotYours, Refusal
from models.plan import Activity, ActivityState, activities_of, activity_by_id, drafts_of
from models.route import Route, RouteState, route_by_id, routes_of_teacher
from regulations.calendar import add_months
from regulations.rule import Named
from regulations.scales import Reading
from regulations.schema import MinActivities, Regulation, Term
from regulations.words import Words
from services import diagnosis_result
from services.work import Work

MOST_ACTIVITIES = 40
LONGEST_MONTHS = 120


@dataclass(frozen=True)
class Plan:
    """A route's plan as it stands, and the rules that judge it. `draft`: the row being written."""

    route: Route
    regulation: Regulation
    activities: list[Activity]
    draft: Activity | None = None

    @property
    def least(self) -> MinActivities | None:
        """How many activities are needed, if the regulation says so."""
        return self.regulation.min_activities

    @property
    def is_few(self) -> bool:
        """Fewer activities than the regulation wants planned (X42)."""
        return self.least is not None and len(self.activities) < self.least.planned

    @property
    def term(self) -> Term | None:
        """How the term stands to the allowed duration; None while it is not chosen."""
        if self.route.starts_on is None or self.route.ends_on is None:
            return None
        return self.regulation.duration.judge(self.route.starts_on, self.route.ends_on)

    @property
    def needs_a_reason(self) -> bool:
        """Whether it departs from the regulation, so that sending it takes a word of explanation (X14)."""
        return self.is_few or self.term in (Term.TOO_SHORT, Term.TOO_LONG)

    def is_outside(self, day: date) -> bool:
        """Whether a day lies outside the term; a warning, never an obstacle (S-05.2)."""
        starts, ends = self.route.starts_on, self.route.ends_on
        return starts is not None and ends is not None and not starts <= day <= ends


def title_of(offered: tuple[Named, ...], stored: str) -> Words | str:
    """What was stored, as people read it: the title behind a code, own words as they are."""
    return next((one.title for one in offered if one.code == stored), stored)


def titles_of(offered: tuple[Named, ...], stored: list[str]) -> list[Words | str]:
    """Several codes, as people read them, in the order of the regulation."""
    codes = [one.code for one in offered]
    known = sorted(stored, key=lambda code: codes.index(code) if code in codes else len(codes))
    return [title_of(offered, code) for code in known]


def row_facts(found: Plan, row: Activity) -> dict[str, Any]:
    """A row as people read it, for a screen or a notice."""
    return {
        "title": row.title,
        "on": row.on_date,
        "competencies": titles_of(found.regulation.competencies, row.competencies),
        "presenting": title_of(found.regulation.activities.forms, row.presenting),
        "outside": row.on_date is not None and found.is_outside(row.on_date),
    }


async def own_route(work: Work) -> Route:
    """The acting teacher's route. Refuses NotYours to people who walk none."""
    return await work.get(routes_of_teacher(work.person.id))


async def is_own(work: Work, route_id: int) -> bool:
    """Whether the acting person is the teacher of this route."""
    route = await work.find(route_by_id(route_id))
    return route is not None and route.teacher_id == work.person.id


async def own(work: Work) -> Plan:
    """The acting teacher's plan. Refuses NotYours to people who walk no route."""
    return await of_route(work, await own_route(work))


async def of_route(work: Work, route: Route) -> Plan:
    """The plan of a route."""
    activities = await work.all(activities_of(route.id))
    draft = await work.find(drafts_of(route.id, route.teacher_id))
    return Plan(route, work.rules.of(route), activities, draft)


async def look(work: Work, route_id: int) -> Plan:
    """The teacher's own plan by its route. Refuses NotYours."""
    route = await work.get(route_by_id(route_id))
    route.only_teacher(work.person)
    return await of_route(work, route)


async def choose_months(work: Work, route_id: int, months: int, *, drawn: int) -> Plan:
    """The teacher takes a term of calendar months from today: 31.08 + 6 is 28.02 (X14)."""
    if not 0 < months <= LONGEST_MONTHS:
        raise NotYours("refusal-not-yours")
    plan = await look(work, route_id)
    plan.route.drawn(drawn)
    plan.route.start_on(work.today)
    plan.route.end_on(add_months(work.today, months))
    return await _term_chosen(work, plan)


async def start_on(work: Work, route_id: int, day: date, *, drawn: int) -> Plan:
    """The teacher names the first day of the term. Refuses: NotYours, Outdated, plan-term-confirmed."""
    plan = await look(work, route_id)
    plan.route.drawn(drawn)
    plan.route.start_on(day)
    return await _term_chosen(work, plan)


async def end_on(work: Work, route_id: int, day: date, *, drawn: int) -> Plan:
    """The teacher names the last day. Refuses a backward term, and a breach where the rules are strict."""
    plan = await look(work, route_id)
    plan.route.drawn(drawn)
    plan.route.end_on(day)
    return await _term_chosen(work, plan)


async def _term_chosen(work: Work, plan: Plan) -> Plan:
    duration = plan.regulation.duration
    if duration.strict and plan.term in (Term.TOO_SHORT, Term.TOO_LONG):
        raise Refusal(
            "plan-term-strict",
            least=duration.min_months or 0,
            most=duration.max_months or 0,
            clause=duration.clause,
        )
    if plan.term is not None:
        starts, ends = plan.route.starts_on, plan.route.ends_on
        work.remember(plan.route.id, "plan.term", starts=starts, ends=ends, term=plan.term.value)
    await work.session.flush()
    return plan


async def add(work: Work, route_id: int) -> Activity:
    """The teacher begins a row, or goes on with the one begun. Refuses while the plan is with the tutor."""
    plan = await look(work, route_id)
    plan.route.editable()
    if len(plan.activities) >= MOST_ACTIVITIES:
        raise Refusal("plan-enough", most=MOST_ACTIVITIES)
    if plan.draft is not None:
        return plan.draft
    draft = Activity(
        route=plan.route, author_id=work.person.id, state=ActivityState.DRAFT, created_at=work.now
    )
    draft.title = draft.kind = draft.level = draft.organiser = draft.presenting = ""
    draft.growth = draft.reason = ""
    draft.competencies, draft.blank = [], []
    work.session.add(draft)
    await work.session.flush()
    return draft


async def activity(work: Work, activity_id: int) -> Activity:
    """A row of the teacher's own plan. Refuses NotYours."""
    found = await work.get(activity_by_id(activity_id))
    found.route.only_teacher(work.person)
    return found


async def answer(
    work: Work, activity_id: int, code: str, value: str | date, *, drawn: int | None = None
) -> Activity:
    """The teacher answers one question of a row; kept at once. The last answer puts the row into the plan.

    In a confirmed plan whoever confirmed it hears of the change. Refuses: NotYours, plan-activity-outdated,
    plan-on-confirmation.
    """
    row = await activity(work, activity_id)
    row.route.editable()
    if drawn is not None:
        row.drawn(drawn)
    before = row.state
    row.write(code, value)
    if before is ActivityState.DRAFT and row.complete:
        row.plan()
        _changed(work, row, "added")
    elif before is ActivityState.PLANNED:
        _changed(work, row, "moved" if code == "date" else "mended")
    await work.session.flush()
    return row


async def remove(work: Work, activity_id: int, *, drawn: int) -> Activity:
    """The teacher takes a row out. Refuses: NotYours, plan-activity-outdated, plan-remove-confirmed."""
    row = await activity(work, activity_id)
    row.route.editable()
    row.drawn(drawn)
    row.remove()
    if row.title:
        work.remember(row.route_id, "plan.removed", activity=row.id, title=row.title)
    await work.session.flush()
    return row


def _changed(work: Work, row: Activity, what: str) -> None:
    """A line of history; in a confirmed plan those who confirm hear, too (X25)."""
    work.remember(row.route_id, f"plan.{what}", activity=row.id, title=row.title, on=row.on_date)
    if row.route.state is not RouteState.ACTIVE:
        return
    for member in row.route.confirmers(work.today):
        work.notify(
            member.person_id,
            "plan-changed",
            name=row.route.teacher.short_name,
            what=what,
            title=row.title,
            on=row.on_date,
        )


async def readings(work: Work, route: Route) -> dict[str, Reading]:
    """What the finished diagnosis says of each competency; empty without one."""
    return {one.competency: one.reading for one in await diagnosis_result.lowest_first(work, route)}
