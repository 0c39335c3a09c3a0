"""Courses of further training on the sheet: added one by one, taken away again (S000 form, row 7)."""

from __future__ import annotations

from dataclasses import dataclass

from models.errors import Refusal
from models.sheet import SheetCourse, sheet_of_course
from services import sheet
from services.sheet import SheetLook
from services.work import Work

MOST = 30


@dataclass(frozen=True)
class CourseLook:
    """One course, and the sheet it stands on."""

    course: SheetCourse
    of: SheetLook


async def begin(work: Work, sheet_id: int, title: str = "", *, drawn: int | None = None) -> CourseLook:
    """The person begins a course, or goes on with the one begun. Refuses: NotYours, refusal-outdated.

    Refuses sheet-courses-many, too.
    """
    found = await sheet.look(work, sheet_id)
    if drawn is not None:
        found.sheet.drawn(drawn)
    course = next((one for one in found.sheet.courses if not one.complete), None)
    if course is None:
        if len(found.sheet.courses) >= MOST:
            raise Refusal("sheet-courses-many", most=MOST)
        course = SheetCourse(title="", hours=None, year=None)
        found.sheet.courses.append(course)
    if title:
        course.write("title", title)
    found.sheet.touch(work.now)
    await work.session.flush()
    return CourseLook(course, found)


async def course(work: Work, course_id: int) -> CourseLook:
    """A course by its id. Refuses NotYours to everybody but its person."""
    holder = await work.get(sheet_of_course(course_id))
    holder.only_person(work.person)
    found = await sheet.look(work, holder.id)
    return CourseLook(next(one for one in found.sheet.courses if one.id == course_id), found)


async def answer(
    work: Work, course_id: int, code: str, value: str, *, drawn: int | None = None
) -> CourseLook:
    """The person answers one question about a course. Refuses: NotYours, refusal-outdated."""
    found = await course(work, course_id)
    if drawn is not None:
        found.course.drawn(drawn)
    found.course.write(code, value)
    _own_words_now(work, found)
    await work.session.flush()
    return found


async def remove(work: Work, course_id: int, *, drawn: int) -> SheetLook:
    """The person takes a course away. Refuses: NotYours, refusal-outdated."""
    found = await course(work, course_id)
    found.course.drawn(drawn)
    found.of.sheet.courses.remove(found.course)
    _own_words_now(work, found)
    await work.session.flush()
    return found.of


def _own_words_now(work: Work, found: CourseLook) -> None:
    """A list that was agreed with and is changed now is the person's own."""
    code = found.of.rule.courses_field
    if code in found.of.done:
        found.of.sheet.write(code, "", work.now)
    found.of.sheet.touch(work.now)
