"""What a question about a day shows: near days, the calendar, a period, what is worth knowing about a day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from handlers.month import Month
from handlers.views import Button, Say, say
from regulations.calendar import add_months, holiday, weekend_or_holiday
from regulations.questions import QuestionKind

if TYPE_CHECKING:
    from handlers.questions import Form, Item


def near(form: Form, item: Item, today: date) -> list[list[Button]]:
    """Tomorrow, in a week, in a month."""
    if item.question.kind is not QuestionKind.DATE or not item.near:
        return []
    tomorrow, week, month = today + timedelta(days=1), today + timedelta(days=7), add_months(today, 1)
    return [
        [form.button("questions-ask.tomorrow", "day", item, tomorrow.toordinal(), day=tomorrow)],
        [form.button("questions-ask.week", "day", item, week.toordinal(), day=week)],
        [form.button("questions-ask.month", "day", item, month.toordinal(), day=month)],
    ]


def calendar(form: Form, item: Item, today: date) -> list[list[Button]]:
    """«Календарь», where the day is one to come: a birthday is sooner typed."""
    if item.question.kind is not QuestionKind.DATE or not (item.near or item.earliest):
        return []
    given = form.given.get(item.question.code)
    opened = given if isinstance(given, date) else today
    return [[form.button("month.open", "month", item, opened.toordinal())]]


def bounds(item: Item, today: date) -> tuple[date, date]:
    """The first and the last day that the calendar of a question offers."""
    if item.question.past:
        return add_months(today, -Month.LONGEST), today
    first = item.earliest or today
    return first, add_months(max(first, today), Month.LONGEST)


def month(form: Form, item: Item, today: date, shown: date) -> Month:
    """The month of a calendar under a question."""
    first, last = bounds(item, today)
    return Month(first, last, shown, lambda do, day: form.tap(do, f"{form.items.index(item)}.{day}"))


def spans(form: Form, item: Item) -> list[list[Button]]:
    """«Несколько дней» and the way back from it."""
    if item.span is None:
        return []
    if item.span:
        return [[form.button("questions-ask.several-days", "span", item)]]
    return [[form.button("questions-ask.one-day", "single", item)]]


def remarks(day: date, today: date) -> list[Say]:
    """What is worth knowing about a day: a holiday, a weekend, gone by."""
    found = [say("questions-past")] if day < today else []
    feast = holiday(day)
    if feast is not None:
        return [*found, say("questions-holiday", name=feast)]
    return [*found, say("questions-weekend")] if weekend_or_holiday(day) else found
