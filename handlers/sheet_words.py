"""The answers of the information sheet as people read them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from handlers.choices import listed
from handlers.questions import Given
from handlers.views import Say, say
from models.sheet import SheetCourse
from regulations.courses import LONGEST_TITLE, CourseLine, read_courses
from regulations.questions import Option, Question
from regulations.sheet import SheetField, SheetRow
from regulations.words import Words
from services.sheet import SheetLook

LINE = 90
"""How many letters of an answer a line of the list shows."""
LABEL = 34
SHOWN_AT_ONCE = 700
"""How many letters of answers one message shows in full."""
COURSE_CODE = "c"
"""With the id behind it: a course of the list, as an option."""


def title(row: SheetRow, field: SheetField) -> Words:
    """The row in the form's own words; one of its questions by its short name where there are several."""
    return row.title if len(row.fields) == 1 else field.short


def shown(found: SheetLook, field: SheetField, value: str) -> Given:
    """One value: a date, years, courses, an option of the regulation, or the person's own words."""
    if field.kind == "courses":
        return courses(found)
    if not value:
        return say("sheet-none")
    if found.hides(field):
        return say("sheet-hidden")
    if field.kind == "date":
        return date.fromisoformat(value)
    if field.kind == "years":
        return say("sheet-years", years=int(value))
    return field.read(value)


def typed(found: SheetLook, field: SheetField, value: str) -> Given:
    """What a helper has typed, in full: of courses each one, a line for each."""
    if field.kind == "courses" and value:
        lines: Given = listed([_course(one) for one in read_courses(value)])
        return lines
    return say("sheet-none") if field.kind == "courses" else shown(found, field, value)


def _course(one: CourseLine) -> Say:
    return say("sheet-typed-course", title=one.title, hours=one.hours, year=str(one.year))


def courses(found: SheetLook) -> Say:
    """How many courses there are, and their hours together."""
    whole = [one for one in found.sheet.courses if one.complete]
    return say("sheet-courses", count=len(whole), hours=sum(one.hours or 0 for one in whole))


def lines(found: SheetLook) -> list[Say]:
    """Every question with its answer, one a line; what is open says so."""
    return [_line(found, field) for field in found.rule.fields]


def told(found: SheetLook) -> list[Say]:
    """Everything that was said, in full, with every course."""
    answered = [field for field in found.rule.fields if field.code in found.done]
    listed = [course_line(found, one) for one in found.sheet.courses if one.complete]
    said = [
        say("sheet-line", name=one.short, value=shown(found, one, found.answer(one.code))) for one in answered
    ]
    return [*said, *listed]


def _line(found: SheetLook, field: SheetField) -> Say:
    if field.code not in found.done:
        return say("sheet-line-open", name=field.short)
    value = shown(found, field, found.answer(field.code))
    return say("sheet-line", name=field.short, value=_short(value))


def _short(value: Given) -> Given:
    return cut(value, LINE) if isinstance(value, str) else value


def cut(text: str, longest: int) -> str:
    """The beginning of a text that is longer than its place."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def known_line(found: SheetLook, field: SheetField) -> Say:
    """What the school says about one question."""
    value = shown(found, field, found.proposed[field.code])
    return say("sheet-line", name=field.short, value=_short(value))


def course_line(found: SheetLook, course: SheetCourse) -> Say:
    """One course, and how long it stands on the sheet."""
    year = course.year or 0
    until = year + found.rule.recent_years
    left = "past" if until < found.today.year else "last" if until == found.today.year else "more"
    return say(
        "sheet-course-line",
        title=_short(course.title),
        hours=course.hours or 0,
        year=str(year),
        until=str(until),
        left=left,
    )


def asked_courses(found: SheetLook, field: SheetField) -> Question:
    """The list of courses as a question: another one, no more of them, or one of those that stand there."""
    whole = [one for one in found.sheet.courses if one.complete]
    begun = next((one.title for one in found.sheet.courses if not one.complete and one.title), "")
    closing = "enough" if whole else "none"
    titles = {one.code: one.title for one in field.options if one.code in ("add", closing)}
    if begun:
        titles["add"] = Words(ru=f"{cut(begun, LABEL)} …")
    options = [Option(code, title) for code, title in titles.items()]
    listed = [
        Option(f"{COURSE_CODE}{one.id}", Words(ru=f"{cut(one.title, LABEL)}, {one.year}")) for one in whole
    ]
    return replace(field.question, options=(*options, *listed), maximum=LONGEST_TITLE)
