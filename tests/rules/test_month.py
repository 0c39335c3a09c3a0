"""The calendar of buttons without a chat: which days it offers, what its labels say, where its months lead."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text import Reader, Text
from handlers.callbacks import PlanTap
from handlers.month import Month
from handlers.views import Button

TEXT = Text()
DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))


def month(first: date, last: date, shown: date) -> Month:
    """A calendar whose taps carry the verb and the day."""
    return Month(first, last, shown, lambda do, day: PlanTap(do=do, route=1, version=1, value=str(day)))


def taps(calendar: Month, verb: str) -> list[date]:
    """The days that the buttons with this verb carry, in the order of the screen."""
    data = [one.data for row in calendar.rows() for one in row]
    found = [one for one in data if isinstance(one, PlanTap) and one.do == verb]
    return [date.fromordinal(int(one.value)) for one in found]


def labels(row: list[Button], language: str = "ru") -> list[str]:
    """What the buttons of a row say."""
    return [TEXT.plain(one.label, Reader(language)) for one in row]


def test_a_month_reads_like_one_on_the_wall() -> None:
    rows = month(date(2026, 9, 14), date(2027, 9, 14), date(2026, 10, 20)).rows()
    assert labels(rows[0]) == ["Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс"]
    assert labels(rows[1]) == ["нет", "нет", "нет", "1", "2", "3", "4"]
    assert labels(rows[5]) == ["26", "27", "28", "29", "30", "31", "нет"]
    assert labels(rows[6]) == ["‹ Сентябрь 2026", "Ноябрь 2026 ›"]
    assert labels(rows[0], "en") == ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
    assert labels(rows[6], "en") == ["‹ September 2026", "November 2026 ›"]


def test_weeks_that_are_over_are_not_drawn_and_days_that_are_over_cannot_be_chosen() -> None:
    rows = month(date(2026, 9, 16), date(2027, 9, 14), date(2026, 9, 16)).rows()
    assert labels(rows[1]) == ["нет", "нет", "16", "17", "18", "19", "20"]
    assert labels(rows[-1]) == ["Октябрь 2026 ›"]


@pytest.mark.parametrize(("asked", "shown"), [("1990-01-01", "Сентябрь 2026"), ("2300-01-01", "Март 2027")])
def test_a_month_outside_the_bounds_gives_way_to_the_nearest(asked: str, shown: str) -> None:
    calendar = month(date(2026, 9, 14), date(2027, 3, 1), date.fromisoformat(asked))
    assert TEXT.plain(calendar.title, Reader("ru")) == shown


@given(DAYS, st.integers(0, 500), DAYS)
def test_only_allowed_days_of_the_shown_month_can_be_chosen(first: date, span: int, shown: date) -> None:
    last = first + timedelta(days=span)
    calendar = month(first, last, shown)
    chosen = taps(calendar, "day")
    assert chosen == sorted(set(chosen)), "each day once, in order"
    assert all(first <= day <= last and day.replace(day=1) == calendar.begins for day in chosen)
    assert chosen, "there is always a day to choose"
    *weeks, _ = calendar.rows()
    assert {len(week) for week in weeks} == {7}
    for row in weeks[1:]:
        numbers = [place for place, one in enumerate(row) if one.label.key == "month.day"]
        days = [date.fromordinal(int(row[place].data.value)) for place in numbers]  # type: ignore[union-attr]
        assert [day.weekday() for day in days] == numbers, "each under the name of its weekday"


@given(DAYS, st.integers(0, 400))
def test_going_on_month_by_month_every_allowed_day_comes_once(first: date, span: int) -> None:
    last, found, shown = first + timedelta(days=span), [], [first]
    while shown:
        calendar = month(first, last, shown[0])
        found += taps(calendar, "day")
        shown = [day for day in taps(calendar, "month") if day > calendar.begins]
    assert found == [first + timedelta(days=day) for day in range(span + 1)]


@given(DAYS, st.integers(0, 400), st.sampled_from(["ru", "en"]))
def test_every_label_has_a_word_or_a_number(first: date, span: int, language: str) -> None:
    rows = month(first, first + timedelta(days=span), first).rows()
    assert all(any(map(str.isalnum, label)) for row in rows for label in labels(row, language))
