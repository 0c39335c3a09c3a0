"""What a school has collected for the coming year: who answered what, who did not, a gentle word once a week (X19)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from models.errors import NotYours, Refusal
from models.people import Organisation, Person, Role, roles_of
from models.year_application import YearApplication, applications_to, teachers_at
from models.year_plan import YearPlan, year_plan_of
from regulations.calendar import coming_school_year
from regulations.outcome import Yearly
from services import year_application_sweep
from services.work import Work

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Desk:
    """The round of one school for whoever leads it; `plans`: whether the acting person makes the plan."""

    school: Organisation
    rule: Yearly
    year: int
    today: date
    plans: bool


@dataclass(frozen=True)
class Collected:
    """What came for the coming year; `silent`: who has not answered, `still`: how many of them are left alone."""

    desk: Desk
    applications: list[YearApplication]
    silent: list[Person]
    still: int
    nudged_on: date | None

    @property
    def may_nudge(self) -> bool:
        """A gentle word, at most once a week, while the campaign goes on and somebody is silent."""
        first, last = self.desk.rule.campaign(self.desk.today)
        rested = self.nudged_on is None or self.desk.today - self.nudged_on >= WEEK
        return self.desk.plans and rested and bool(self.silent) and first <= self.desk.today <= last


async def desk(work: Work) -> Desk | None:
    """The acting person's school and its round, if they lead it; None for everybody else."""
    school = work.person.organisation
    rule = work.rules.of_organisation(school).yearly
    if rule is None:
        return None
    offices = await work.all(roles_of(work.person.id, work.today))
    held = {one.role for one in offices if one.organisation_id == school.id}
    if not held & {Role.HEAD, Role(rule.plan_by)}:
        return None
    return Desk(school, rule, coming_school_year(work.today), work.today, Role(rule.plan_by) in held)


async def only_leads(work: Work) -> Desk:
    """The same. Refuses NotYours."""
    found = await desk(work)
    if found is None:
        raise NotYours("refusal-not-yours")
    return found


async def only_planner(work: Work) -> Desk:
    """For whoever makes the plan. Refuses NotYours."""
    found = await only_leads(work)
    if not found.plans:
        raise NotYours("refusal-not-yours")
    return found


async def collected(work: Work) -> Collected:
    """What the teachers of the school have asked for. Refuses NotYours."""
    found = await only_leads(work)
    came = await work.all(applications_to(found.school.id, found.year))
    silent = await year_application_sweep.silent(work, found.school, found.today)
    everybody = await work.all(teachers_at(found.school.id, found.today))
    answered = {one.person_id for one in came}
    still = sum(one.id not in answered for one in everybody) - len(silent)
    plan = await work.find(year_plan_of(found.school.id, found.year))
    return Collected(found, came, silent, still, plan.nudged_on if plan is not None else None)


async def plan_row(work: Work, found: Desk) -> YearPlan:
    """The plan of the year as a row, made when it is first needed."""
    plan = await work.find(year_plan_of(found.school.id, found.year))
    if plan is None:
        plan = YearPlan(organisation_id=found.school.id, year=found.year)
        work.session.add(plan)
        await work.session.flush()
    return plan


async def nudge(work: Work) -> int:
    """A gentle word to everybody who has not answered; at most once a week. Returns to how many.

    Refuses: NotYours; year-nudged within the week, or where there is nobody to remind.
    """
    await only_planner(work)
    found = await collected(work)
    if not found.may_nudge:
        raise Refusal("year-nudged", on=found.nudged_on or "", known=found.nudged_on is not None)
    plan = await plan_row(work, found.desk)
    plan.nudged_on = found.desk.today
    await work.session.flush()
    last, rule = found.desk.rule.campaign(found.desk.today)[1], found.desk.rule
    for one in found.silent:
        work.notify(
            one.id,
            "year-asked-again",
            once=f"year-nudge:{plan.id}:{found.desk.today.isoformat()}:{one.id}",
            urgent=False,
            year=found.desk.year,
            last=last,
            clause=rule.clause,
            school=found.desk.school.id,
        )
    return len(found.silent)
