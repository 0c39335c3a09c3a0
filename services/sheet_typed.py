"""The information sheet typed for a teacher: a helper of the team types, the teacher's «Верно» makes it an answer.

Nothing here counts before that tap. E-mail and phone are the teacher's alone to give; what the teacher or the school
has said already is neither shown to a helper nor typed over (people.md 13, X22).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from models.delegation import Covers
from models.errors import BadAnswer, NotYours, Outdated
from models.route import route_by_id, routes_of_teacher
from models.sheet import SheetCourse, sheet_by_id
from models.sheet_typed import TypedAnswer
from regulations.courses import read_courses, written
from regulations.sheet import SheetField
from services import delegation, sheet
from services.sheet import SheetLook
from services.work import Work


@dataclass(frozen=True)
class Typing:
    """A sheet as its helper sees it: the questions that may be typed, and what is typed so far."""

    look: SheetLook

    @property
    def fields(self) -> tuple[SheetField, ...]:
        """What a helper may be asked at all: no contacts, nothing that is computed from the term."""
        return tuple(one for one in self.look.rule.fields if not one.is_contact and "term" not in one.sources)

    @property
    def is_open(self) -> frozenset[str]:
        """The questions to which neither the teacher nor the school has an answer."""
        said = {code for code, value in self.look.proposed.items() if value} | self.look.done
        return frozenset(one.code for one in self.fields) - (said - self.look.typed.keys())

    @property
    def typed(self) -> dict[str, TypedAnswer]:
        """What waits for the teacher's word, by question."""
        return {code: one for code, one in self.look.typed.items() if code in self.is_open}


async def of_route(work: Work, route_id: int) -> Typing:
    """The sheet of a route's teacher for the helper. Refuses NotYours to everybody else."""
    route = await work.get(route_by_id(route_id))
    await delegation.only_helper(work, route, Covers.SHEET)
    found = await sheet.of_route(work, route)
    if found is None:
        raise NotYours("refusal-not-yours")
    return Typing(found)


async def typing(work: Work, sheet_id: int) -> Typing:
    """A sheet by its id, for the helper. Refuses NotYours to everybody else, also after it was taken back."""
    found = await work.get(sheet_by_id(sheet_id))
    for route in await work.all(routes_of_teacher(found.person_id)):
        if Covers.SHEET in await delegation.covered(work, route):
            return Typing(sheet.looked_at(work, found, route))
    raise NotYours("refusal-not-yours")


async def answer(work: Work, sheet_id: int, code: str, value: str, *, drawn: int | None = None) -> Typing:
    """The helper types one answer ("" is «нет»); it waits for the teacher.

    Refuses: NotYours (also for a contact), refusal-outdated, sheet-typed-taken where there is an answer already,
    answer-courses for a list that cannot be read.
    """
    found = await typing(work, sheet_id)
    if drawn is not None:
        found.look.sheet.drawn(drawn)
    if code not in {one.code for one in found.fields}:
        raise NotYours("refusal-not-yours")
    if code not in found.is_open:
        raise Outdated("sheet-typed-taken", name=found.look.rule.field(code).short)
    if code == found.look.rule.courses_field and value:
        value = _courses(value)
    found.look.sheet.type_for(code, value, work.person, work.now)
    await work.session.flush()
    return found


def _courses(text: str) -> str:
    """A typed list of courses as it is kept. Raises BadAnswer answer-courses with the line that cannot be read."""
    try:
        return written(read_courses(text))
    except ValueError as wrong:
        raise BadAnswer("answer-courses", line=str(wrong)) from None


async def hand_over(work: Work, sheet_id: int, *, drawn: int) -> Typing:
    """The helper is done: the teacher hears, and what was typed stands in the history by its questions alone.

    Refuses: NotYours, refusal-outdated (a second tap), sheet-typed-nothing.
    """
    found = await typing(work, sheet_id)
    found.look.sheet.drawn(drawn)
    mine = [code for code, one in found.typed.items() if one.by_id == work.person.id]
    if not mine:
        raise Outdated("sheet-typed-nothing")
    found.look.sheet.touch(work.now)
    work.remember(found.look.route.id, "sheet.typed", codes=mine)
    work.notify(
        found.look.route.teacher_id,
        "sheet-typed-told",
        once=f"sheet-typed:{sheet_id}:{drawn}",
        by=work.person.short_name,
        rows=len(mine),
    )
    await work.session.flush()
    return found


async def agree(work: Work, sheet_id: int, codes: Collection[str], *, drawn: int) -> SheetLook:
    """«Верно»: the teacher makes what was typed for them their own answer; who typed it stays in the history.

    Refuses: NotYours to everybody but the teacher, refusal-outdated.
    """
    found = await sheet.look(work, sheet_id)
    found.sheet.drawn(drawn)
    was_full = found.is_full
    taken = [one for code, one in found.typed.items() if code in codes]
    for one in taken:
        _take(found, one, work)
    typed_by = {str(one.by_id): [each.code for each in taken if each.by_id == one.by_id] for one in taken}
    work.remember(found.route.id, "sheet.agreed", typed_by=typed_by)
    return await sheet.kept(work, found, was_full)


def _take(found: SheetLook, typed: TypedAnswer, work: Work) -> None:
    if typed.code != found.rule.courses_field:
        found.sheet.write(typed.code, typed.value, work.now)
        return
    there = {(one.title, one.year) for one in found.sheet.courses}
    found.sheet.courses.extend(
        SheetCourse(title=one.title, hours=one.hours, year=one.year)
        for one in read_courses(typed.value)
        if (one.title, one.year) not in there
    )
    found.sheet.write(typed.code, "", work.now)


async def drop(work: Work, sheet_id: int, *, drawn: int) -> SheetLook:
    """«Убрать»: the teacher wants nothing of what was typed. Refuses: NotYours, refusal-outdated."""
    found = await sheet.look(work, sheet_id)
    found.sheet.drawn(drawn)
    work.remember(found.route.id, "sheet.typed_dropped", codes=list(found.typed))
    for code in list(found.typed):
        found.sheet.not_typed(code)
    found.sheet.touch(work.now)
    await work.session.flush()
    return found
