"""On which days people are reminded, and where a rung goes that falls on another day."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regulations.ladder import Deadline, Ladder, due
from regulations.reminder_days import FREE, USUAL, WORKING, ReminderDays

USUAL_HOUR = time(17)
WORKDAYS, DAYS_OFF = ReminderDays(WORKING), ReminderDays(FREE)
JULY = ReminderDays(vacation=(date(2027, 7, 1), date(2027, 7, 14)))


@pytest.mark.parametrize(
    ("day", "usual", "workdays", "days_off"),
    [
        ("2027-05-12", True, True, False),  # a Wednesday
        ("2027-05-15", True, False, True),  # a Saturday
        ("2027-05-09", False, False, True),  # a holiday on a Sunday
        ("2027-05-10", True, False, True),  # the Monday off for it
        ("2027-02-20", True, True, False),  # a Saturday that is worked
        ("2027-01-05", False, False, True),  # New Year holidays
    ],
)
def test_which_days_have_reminders(day, usual, workdays, days_off):
    on = date.fromisoformat(day)
    assert (USUAL.allow(on), WORKDAYS.allow(on), DAYS_OFF.allow(on)) == (usual, workdays, days_off)


def test_single_weekdays_may_be_chosen():
    tuesdays = ReminderDays(frozenset({1}))
    assert tuesdays.after(date(2027, 5, 12)) == date(2027, 5, 18)
    assert tuesdays.before(date(2027, 5, 12)) == date(2027, 5, 11)


def test_no_day_at_all_ends_the_search():
    assert ReminderDays(frozenset()).after(date(2027, 5, 12)) == date(2027, 5, 13)


@pytest.mark.parametrize(
    ("days", "on", "rung", "told"),
    [
        (WORKDAYS, "2027-05-19", 7, "2027-05-12"),  # its own day
        (WORKDAYS, "2027-05-23", 7, "2027-05-17"),  # a Sunday: the Monday after
        (WORKDAYS, "2027-05-17", 1, "2027-05-14"),  # Sunday before a Monday: the Friday before
        (WORKDAYS, "2027-05-15", 0, "2027-05-14"),  # a Saturday itself: the day before
        (WORKDAYS, "2027-05-14", -1, "2027-05-17"),  # the day after, a Saturday: the Monday
        (DAYS_OFF, "2027-05-19", 14, "2027-05-08"),
        (DAYS_OFF, "2027-05-19", 1, "2027-05-16"),
        (JULY, "2027-07-20", 14, "2027-07-15"),  # in the vacation: the first evening after it
        (JULY, "2027-07-15", 1, "2027-06-30"),  # nothing is left after it: the last evening before it
        (JULY, "2027-07-05", 7, "2027-06-28"),
        (JULY, "2027-07-05", 0, "2027-06-30"),
        (JULY, "2027-07-05", -1, "2027-07-15"),
    ],
)
def test_where_a_rung_goes(days, on, rung, told):
    assert days.day_of(date.fromisoformat(on), rung) == date.fromisoformat(told)


DAYS = st.dates(date(2025, 1, 1), date(2029, 12, 31))
CHOSEN = st.sets(st.integers(0, 6), min_size=1).map(lambda one: ReminderDays(frozenset(one)))


@given(CHOSEN, DAYS, st.integers(-7, 14))
def test_a_shifted_rung_stays_on_its_side_of_the_deadline_and_on_a_day_with_reminders(days, on, rung):
    told = days.day_of(on, rung)
    assert days.allow(told)
    assert told > on if rung < 0 else told <= on


@given(CHOSEN, DAYS)
def test_behind_and_before_are_the_nearest_ones(days, day):
    behind, before = days.after(day), days.before(day)
    between = [before + timedelta(days=count) for count in range(1, (behind - before).days)]
    assert [one for one in between if days.allow(one)] in ([], [day])


def test_a_deadline_with_rungs_of_its_own_leaves_the_ladder_aside():
    clock, on = Ladder((7, 1, 0), USUAL_HOUR), date(2027, 5, 12)
    own = Deadline("review", 1, on, rungs=(0,))
    assert due([own], clock, on - timedelta(days=1), USUAL_HOUR) == []
    assert [one.rung for one in due([own], clock, on, USUAL_HOUR)] == [0]
    none = Deadline("review", 1, on, rungs=())
    assert due([none], clock, on, USUAL_HOUR) == []


def test_an_evening_after_a_vacation_sums_it_up():
    assert JULY.covers_vacation(date(2027, 6, 30), date(2027, 7, 15))
    assert not JULY.covers_vacation(date(2027, 7, 15), date(2027, 7, 16))
    assert not USUAL.covers_vacation(date(2027, 6, 30), date(2027, 7, 15))
