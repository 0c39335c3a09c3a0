"""All routers, in the order in which they are asked; the questionnaire, the most frequent, first."""

from __future__ import annotations

from functools import cache

from aiogram import Router

from handlers import (
    alert,
    beginning,
    burden,
    calendar,
    calendar_link,
    catalogue,
    conclusions,
    consultation_told,
    correction,
    delegation,
    diagnosis,
    entry,
    file_order,
    final_event,
    help_request,
    import_file,
    load,
    long_route,
    mentoring,
    menu,
    mydata,
    need,
    overview,
    papers,
    plan,
    product,
    programme,
    remind,
    reminder,
    report,
    review,
    review_teachers,
    review_told,
    sheet,
    signing,
    signing_silence,
    silence,
    staff,
    staff_told,
    why,
    year_application,
    year_desk,
    year_report,
)

ONLY_SCREENS = (
    alert,
    burden,
    consultation_told,
    review_teachers,
    review_told,
    signing_silence,
    silence,
    staff_told,
)
"""Stages without taps of their own: importing them names their screens (`Go` leads there) and notices."""


@cache
def root() -> Router:
    """What every update goes through: made once a process, for a router keeps nothing of whom it serves."""
    made = Router(name="root")
    made.include_routers(*routers())
    return made


def routers() -> list[Router]:
    """One router per stage; commands stand before the questions, so that they work in the middle of a form.

    The sheet stands before the menu: /cancel in its questions is its own.
    """
    return [
        diagnosis.router(),
        entry.router(),
        sheet.router(),
        menu.router(),
        mydata.router(),
        file_order.router(),
        calendar.router(),
        calendar_link.router(),
        remind.router(),
        import_file.router(),
        catalogue.router(),
        need.router(),
        load.router(),
        year_application.router(),
        year_desk.router(),
        year_report.router(),
        plan.router(),
        beginning.router(),
        correction.router(),
        signing.router(),
        conclusions.router(),
        report.router(),
        delegation.router(),
        review.router(),
        final_event.router(),
        product.router(),
        programme.router(),
        help_request.router(),
        staff.router(),
        mentoring.router(),
        long_route.router(),
        papers.router(),
        overview.router(),
        reminder.router(),
        why.router(),
    ]
