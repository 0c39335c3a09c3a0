"""The monitoring sheet of a route: observations, and of the pupils nothing but averages (S000 3.1.4, X47)."""

from __future__ import annotations

from dataclasses import dataclass

from models.errors import BadAnswer, NotYours
from models.final_event_check import Check, MonitoringSheet, check_by_id, sheet_of
from regulations.pupils import is_list_of_pupils
from services import final_event_checklist
from services.work import Work


@dataclass(frozen=True)
class Sheet:
    """The sheet behind a point of a checklist; None: nothing is written yet.

    `mine`: may be written; `listed`: the reader has a checklist with it.
    """

    check: Check
    sheet: MonitoringSheet | None
    mine: bool
    listed: bool


async def look(work: Work, check_id: int) -> Sheet:
    """The sheet, for whoever writes it, for the teacher and the team. Refuses NotYours."""
    check = await work.get(check_by_id(check_id))
    rule = work.rules.of(check.event.route).final_event.preparation
    if rule is None or not any(one.sheet and one.code == check.code for one in rule.things):
        raise NotYours("refusal-not-yours")
    mine = any(one.check.id == check_id for one in await final_event_checklist.own_points(work, check.event))
    listed = mine or work.person.id == check.event.route.teacher_id
    if not listed:
        check.event.route.only_team(work.person, work.today)
    return Sheet(check, await work.find(sheet_of(check.event.route_id)), mine, listed)


async def write(work: Work, check_id: int, code: str, answer: str | int) -> Sheet:
    """The owner writes the observations (`text`) or a number; kept at once.

    Refuses: NotYours, final-event-pupils for a list of children, final-event-sheet-few for fewer than five.
    """
    found = await _open(work, check_id)
    if isinstance(answer, str) and is_list_of_pupils(answer):
        raise BadAnswer("final-event-pupils")
    sheet = found.sheet or MonitoringSheet(route_id=found.check.event.route_id, text="")
    sheet.write(code, answer, work.person, work.now)
    if found.sheet is None:
        work.session.add(sheet)
    await work.session.flush()
    return await look(work, check_id)


async def without_numbers(work: Work, check_id: int, *, drawn: int) -> Sheet:
    """The owner takes the numbers out. Refuses NotYours, Outdated."""
    found = await _open(work, check_id)
    if found.sheet is not None:
        found.sheet.drawn(drawn)
        found.sheet.without_numbers(work.person, work.now)
        await work.session.flush()
    return found


async def _open(work: Work, check_id: int) -> Sheet:
    found = await look(work, check_id)
    if not found.mine:
        raise NotYours("refusal-not-yours")
    return found
