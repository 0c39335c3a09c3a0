"""A row of the plan: who writes it, what a change of it does (S000 3.1.2, 4.4, X22)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from models.errors import NotYours, Refusal
from models.plan import Activity, ActivityState, activity_by_id
from models.plan_rows import begun_from
from models.route import APPROVED, Route, RouteState
from regulations import suggestions
from regulations.scales import CompetenceLevel, Reading
from regulations.suggestions import Suggestion
from services import plan, plan_assent, plan_change, plan_interim
from services.work import Work

MOST_ACTIVITIES = 40


async def look(work: Work, activity_id: int) -> Activity:
    """A row for the teacher or somebody of the team. Refuses NotYours; a row being written is its author's."""
    found = await work.get(activity_by_id(activity_id))
    if found.route.teacher_id != work.person.id:
        found.route.only_team(work.person, work.today)
    if found.state is ActivityState.DRAFT and found.author_id != work.person.id:
        raise NotYours("refusal-not-yours")
    return found


async def writable(work: Work, route: Route) -> None:
    """Whether the acting person may change rows now: the teacher, or until the approval anybody who drafts (X22).

    Refuses: NotYours; plan-on-confirmation to the teacher while the draft is looked at, and to the team once
    the chain has begun; plan-team-approved to the team behind the approval.
    """
    if route.teacher_id == work.person.id:
        route.editable()
        return
    route.only_roles(work.person, work.today, _drafting(work, route))
    if route.state in APPROVED:
        raise Refusal("plan-team-approved")
    if (await plan_assent.said(work, route)).goes_round:
        raise Refusal("plan-on-approval")


async def may_change(work: Work, row: Activity) -> None:
    """Whether the acting person may write this row: one for a correction is its author's. Refuses as `writable`."""
    if not row.correcting:
        await writable(work, row.route)
    elif row.author_id != work.person.id:
        raise NotYours("refusal-not-yours")


async def may_write(work: Work, route: Route) -> bool:
    """Whether `writable` would let the acting person change rows: what the buttons of a screen go by."""
    if route.teacher_id == work.person.id:
        return route.state not in (RouteState.ON_CONFIRMATION, RouteState.CLOSED)
    drafts = any(
        one.person_id == work.person.id and one.role in _drafting(work, route) and one.holds(work.today)
        for one in route.team
    )
    if not drafts or route.state in APPROVED:
        return False
    return not (await plan_assent.said(work, route)).goes_round


def _drafting(work: Work, route: Route) -> tuple[str, ...]:
    return work.rules.of(route).team.drafting.roles


async def add(work: Work, route_id: int, *, interim: bool = False) -> Activity:
    """Somebody begins a row, or goes on with the one begun; an `interim` report event is the teacher's (S000 3.1.3).

    Refuses: as `writable`; plan-enough.
    """
    found = await plan.see(work, route_id)
    if interim:
        found.route.only_teacher(work.person)
    await writable(work, found.route)
    if len(found.activities) >= MOST_ACTIVITIES:
        raise Refusal("plan-enough", most=MOST_ACTIVITIES)
    begun = await plan_interim.draft(work, route_id) if interim else found.draft
    return begun or await _new(work, found.route, interim=interim)


async def _new(work: Work, route: Route, *, interim: bool = False) -> Activity:
    draft = Activity.begun(route, work.person.id, work.now)
    if interim:
        draft.report_in_between()
    elif not work.rules.of(route).competencies:
        draft.blank = ["competencies"]
    work.session.add(draft)
    await work.session.flush()
    return draft


async def take(work: Work, route_id: int, suggestion: Suggestion) -> Activity:
    """A suggestion becomes a row that only needs its date; the one begun from it is gone on with."""
    found = await plan.see(work, route_id)
    await writable(work, found.route)
    if len(found.activities) >= MOST_ACTIVITIES:
        raise Refusal("plan-enough", most=MOST_ACTIVITIES)
    title = suggestion.title.get("ru")
    begun: list[Activity] = await work.all(begun_from(route_id, work.person.id))
    same = next((one for one in begun if one.title == title), None)
    if same is not None:
        return same
    row = await _new(work, found.route)
    row.take(title, suggestion.kind, suggestion.competency, suggestion.level, suggestion.presenting)
    row.span(found.regulation.kind(suggestion.kind).programme)
    await work.session.flush()
    return row


async def answer(
    work: Work, activity_id: int, code: str, value: str | date, *, drawn: int | None = None
) -> Activity:
    """Somebody answers one question of a row; kept at once. The last answer puts the row into the plan.

    Words given to the draft before end, and their givers hear; in an approved plan whoever agreed with it hears.
    Refuses: as `writable`; plan-activity-outdated.
    """
    row = await look(work, activity_id)
    await may_change(work, row)
    if drawn is not None:
        row.drawn(drawn)
    before, count = row.state, row.route.draft
    _write(work, row, code, value)
    await _written(work, row, before, count, "moved" if code in ("date", "starts") else "mended")
    return row


async def _written(work: Work, row: Activity, before: ActivityState, count: int, what: str) -> None:
    """What an answer brings: a row that is complete now stands in the plan; one that stood there has changed."""
    if before is not ActivityState.DRAFT:
        await _changed(work, row, what, count)
    elif row.complete and ("growth" in row.said or not await needs_growth(work, row)):
        await _complete(work, row, count)
    await work.session.flush()


async def _complete(work: Work, row: Activity, count: int) -> None:
    if row.correcting:
        row.propose()
        return
    row.plan()
    await _changed(work, row, "added", count)
    if row.interim:
        plan_interim.tell(work, row)


async def period(work: Work, activity_id: int, first: date, last: date, *, drawn: int) -> Activity:
    """Somebody names both days of a row at once. Refuses: as `writable`; plan-activity-outdated."""
    row = await look(work, activity_id)
    await may_change(work, row)
    row.drawn(drawn)
    before, count = row.state, row.route.draft
    row.span(True)
    row.write("starts", first)
    row.write("date", last)
    await _written(work, row, before, count, "moved")
    return row


def _write(work: Work, row: Activity, code: str, value: str | date) -> None:
    """The answer, and what follows from it: a title may tell the kind, a kind whether it lasts several days."""
    rules = work.rules.of(row.route).activities
    told = rules.kind_told_by(row.title)
    row.write(code, _as_kept(code, value))
    if row.interim:
        plan_interim.name(rules, row)
        return
    if code == "title" and row.kind == told and row.state is ActivityState.DRAFT:
        row.write("kind", rules.kind_told_by(row.title))
    elif code != "kind":
        return
    if row.state is ActivityState.DRAFT:
        row.span(any(one.code == row.kind and one.programme for one in rules.kinds))


def _as_kept(code: str, value: str | date) -> str | date:
    """A ready reason is kept in Russian words: the papers stay Russian."""
    if code != "growth":
        return value
    return next((one.title.get("ru") for one in suggestions.load().reasons if one.code == value), value)


async def needs_growth(work: Work, row: Activity) -> bool:
    """Whether the row is to say why: it develops only what the diagnosis calls strong (X08)."""
    return only_strong(row, await plan.readings(work, row.route))


def only_strong(row: Activity, readings: Mapping[str, Reading]) -> bool:
    """Every competency of the row is measured, and its level is high."""
    found = [readings[code].competence if code in readings else None for code in row.competencies]
    return bool(found) and all(one is CompetenceLevel.HIGH for one in found)


async def span(work: Work, activity_id: int, period: bool, *, drawn: int) -> Activity:
    """A day becomes a period, or a period a day; the days are asked anew. Refuses: as `writable`, Outdated."""
    row = await look(work, activity_id)
    await may_change(work, row)
    row.drawn(drawn)
    count, before = row.route.draft, row.starts_on
    row.span(period)
    if row.state is ActivityState.PLANNED and before is not None:
        await _changed(work, row, "moved", count)
    await work.session.flush()
    return row


async def remove(work: Work, activity_id: int, *, drawn: int) -> Activity:
    """Somebody takes a row out. Refuses: as `writable`; plan-activity-outdated, plan-remove-confirmed."""
    row = await look(work, activity_id)
    await may_change(work, row)
    row.drawn(drawn)
    before, count = row.state, row.route.draft
    row.remove()
    if row.title:
        work.remember(row.route_id, "plan.removed", activity=row.id, title=row.title)
    if before is ActivityState.PLANNED:
        row.route.change()
    await work.session.flush()
    await plan_change.tell(work, row.route, count)
    return row


async def _changed(work: Work, row: Activity, what: str, count: int) -> None:
    """A line of history; words given to the draft end; in an approved plan the co-authors hear, too (X25)."""
    work.remember(row.route_id, f"plan.{what}", activity=row.id, title=row.title, on=row.on_date)
    row.route.change()
    await work.session.flush()
    await plan_change.tell(work, row.route, count)
    if row.route.state is not RouteState.ACTIVE:
        return
    found = await plan.of_route(work, row.route)
    for member in found.co_authors(work.today):
        work.notify(
            member.person_id,
            "plan-changed",
            name=row.route.teacher.short_name,
            what=what,
            title=row.title,
            on=row.on_date,
        )
