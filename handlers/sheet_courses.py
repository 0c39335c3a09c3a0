"""Courses of further training: three questions for each, which lead back to the list on the sheet."""

from __future__ import annotations

from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import places, sheet_words
from handlers.callbacks import CourseTap
from handlers.forms import Filling
from handlers.places import place
from handlers.questions import Form, Given, Item
from handlers.views import View, button, say, view
from models.sheet import SheetCourse
from regulations.courses import LONGEST_TITLE, USUAL_HOURS, read_hours
from regulations.questions import Option, Question, QuestionKind
from regulations.words import Words
from services import sheet_courses
from services.sheet import SheetLook
from services.sheet_courses import CourseLook
from services.work import Work

TITLE = Question("title", minimum=3, maximum=LONGEST_TITLE, example="sheet-course-title.example")


async def open_or_begin(work: Work, found: SheetLook, answer: str, drawn: int | None) -> View:
    """One of the courses of the list, or another one; any other word is the name of a new one."""
    code = sheet_words.COURSE_CODE
    if answer.startswith(code) and answer[1:].isdecimal() and drawn is not None:
        return await places.go(work, "sheet.course", course=int(answer[1:]))
    title = "" if answer == "add" else answer
    begun = await sheet_courses.begin(work, found.sheet.id, title, drawn=drawn)
    return await COURSE.screen(work, begun.course.id)


def _items(found: CourseLook) -> tuple[Item, ...]:
    choice = QuestionKind.CHOICE
    years = tuple(Option(str(year), Words(ru=str(year))) for year in found.of.rule.years(found.of.today))
    hours = tuple(Option(str(count), Words(ru=str(count))) for count in USUAL_HOURS)
    return (
        Item(TITLE, "sheet-course-title"),
        Item(Question("hours", choice, options=hours), "sheet-course-hours", own=True, columns=3),
        Item(
            Question("year", choice, options=years),
            "sheet-course-year",
            facts={"first": years[-1].code, "last": years[0].code},
            columns=2,
        ),
    )


def _given(course: SheetCourse) -> dict[str, Given]:
    answers = {"title": course.title, "hours": course.hours, "year": course.year}
    return {code: str(answer) for code, answer in answers.items() if answer}


def _tap(found: CourseLook, do: str, value: str = "") -> CourseTap:
    return CourseTap(do=do, course=found.course.id, version=found.course.version, value=value)


async def _draft(work: Work, course_id: int) -> Form | None:
    found = await sheet_courses.course(work, course_id)
    whole = not found.course.complete
    return Form(_items(found), _given(found.course), lambda do, value: _tap(found, do, value), whole)


async def _keep(work: Work, course_id: int, code: str, answer: str | date, drawn: int | None) -> View:
    value = read_hours(str(answer)) if code == "hours" else str(answer)
    found = await sheet_courses.answer(work, course_id, code, value, drawn=drawn)
    if not found.course.complete:
        return await COURSE.screen(work, course_id)
    return (await _back_to_list(work, found)).led_by(say("sheet-course-kept"))


async def _back_to_list(work: Work, found: CourseLook) -> View:
    code = found.of.rule.courses_field
    return await places.go(work, "sheet.question", id=found.of.sheet.id, at=code, mend=True)


async def _later(work: Work, course_id: int) -> View:
    found = await sheet_courses.course(work, course_id)
    return await places.go(work, "sheet.later", sheet=found.of.sheet.id)


async def _leave(work: Work, course_id: int) -> View:
    return await _back_to_list(work, await sheet_courses.course(work, course_id))


async def _rested(work: Work, course_id: int, at: str, text: str) -> View:
    found = await sheet_courses.course(work, course_id)
    code = found.of.rule.courses_field
    return await places.go(work, "sheet.rested", sheet=found.of.sheet.id, at=code, text="")


COURSE = Filling(
    "sheet.course.question",
    CourseTap,
    "course",
    _draft,
    _keep,
    _later,
    _leave,
    rested=_rested,
)


@place("sheet.course")
async def card(work: Work, course: int) -> View:
    """One course, how long it counts, and the way to take it away."""
    found = await sheet_courses.course(work, course)
    work.account.go("sheet.course", course=course)
    return view(
        sheet_words.course_line(found.of, found.course),
        rows=[
            [button("sheet-course-card.remove", _tap(found, "remove"), style="danger")],
            [button("sheet-course-card.back", _tap(found, "list"))],
        ],
    )


async def remove(tap: CallbackQuery, callback_data: CourseTap, work: Work) -> View:
    """«Убрать курс»: it can be written again in three answers, so it is not asked twice."""
    found = await sheet_courses.course(work, callback_data.course)
    await sheet_courses.remove(work, callback_data.course, drawn=callback_data.version)
    return (await _back_to_list(work, found)).with_toast(say("sheet-course-removed"))


async def back(tap: CallbackQuery, callback_data: CourseTap, work: Work) -> View:
    """«К списку»."""
    return await _leave(work, callback_data.course)


def router() -> Router:
    """The courses."""
    routes = Router(name="sheet-courses")
    routes.callback_query.register(remove, CourseTap.filter(F.do == "remove"))
    routes.callback_query.register(back, CourseTap.filter(F.do == "list"))
    routes.include_router(COURSE.router())
    return routes
