"""Which reminder is to be told now: every rung once, the most urgent one only, nothing lost by downtime."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regulations.ladder import Deadline, Ladder, due, once_key

LADDER = Ladder((7, 3, 1, 0), time(17))
ON = date(2027, 5, 12)
REPORT = Deadline("report", 7, ON)


def rungs(today, clock=time(17), **facts):
    return [one.rung for one in due([REPORT], LADDER, today, clock, **facts)]


def day(days_left):
    return ON - timedelta(days=days_left)


@pytest.mark.parametrize(
    ("days_left", "clock", "told_now"),
    [
        (8, time(17), []),
        (7, time(16, 59), []),
        (7, time(17), [7]),
        (7, time(23), [7]),
        (6, time(9), [7]),
        (3, time(16), [7]),
        (3, time(17), [3]),
        (1, time(17), [1]),
        (0, time(16, 59), [1]),
        (0, time(17), [0]),
        (-5, time(9), [0]),
    ],
)
def test_the_most_urgent_reached_rung_is_told(days_left, clock, told_now):
    assert rungs(day(days_left), clock) == told_now


def test_a_rung_that_was_told_is_not_told_again():
    told = {once_key(REPORT, 3)}
    assert rungs(day(3), told=told) == []
    assert rungs(day(2), told=told) == []
    assert rungs(day(1), told=told) == [1]


def test_missed_rungs_are_not_told_late_when_a_later_one_is_reached():
    assert rungs(day(0), told={once_key(REPORT, 7)}) == [0]
    assert rungs(day(0), told={once_key(REPORT, 0)}) == []


def test_the_server_was_down_at_the_hour_and_the_reminder_comes_once_after_the_start():
    (late,) = due([REPORT], LADDER, day(3), time(17, 20))
    assert (late.rung, late.days_left, late.once) == (3, 3, "report:7:2027-05-12:3")
    assert rungs(day(3), time(17, 25), told={late.once}) == []


def test_a_late_reminder_knows_how_many_days_are_left_today():
    (late,) = due([REPORT], LADDER, day(2), time(9))
    assert (late.rung, late.days_left) == (3, 2)


def test_a_moved_date_begins_a_new_ladder():
    moved = Deadline("report", 7, ON + timedelta(days=7))
    assert once_key(moved, 3) != once_key(REPORT, 3)
    (found,) = due([moved], LADDER, ON, time(17), told={once_key(REPORT, 7)})
    assert found.rung == 7


def test_rungs_before_the_date_was_set_are_not_told():
    fresh = Deadline("report", 7, ON, since=(day(2), time(12)))
    assert due([fresh], LADDER, day(2), time(18)) == []
    assert [one.rung for one in due([fresh], LADDER, day(1), time(17))] == [1]


def test_a_date_set_in_the_morning_is_told_in_the_evening():
    fresh = Deadline("report", 7, ON, since=(day(3), time(9)))
    assert due([fresh], LADDER, day(3), time(16)) == []
    assert [one.rung for one in due([fresh], LADDER, day(3), time(17))] == [3]


def test_a_snooze_holds_the_reminder_and_then_speaks_once():
    told = {once_key(REPORT, 7)}
    snoozes = {REPORT.thing: day(5)}
    assert rungs(day(6), told=told, snoozes=snoozes) == []
    assert rungs(day(5), time(16), told=told, snoozes=snoozes) == []
    assert rungs(day(5), told=told, snoozes=snoozes) == [5]
    told.add(once_key(REPORT, 5))
    assert rungs(day(4), told=told, snoozes=snoozes) == []
    assert rungs(day(3), told=told, snoozes=snoozes) == [3]


def test_a_snooze_to_a_rung_speaks_once_on_that_day():
    snoozes = {REPORT.thing: day(3)}
    assert rungs(day(3), snoozes=snoozes) == [3]
    assert rungs(day(3), snoozes=snoozes, told={once_key(REPORT, 3)}) == []


def test_a_snooze_past_the_deadline_still_speaks():
    snoozes = {REPORT.thing: day(-2)}
    assert rungs(day(0), snoozes=snoozes) == []
    (found,) = due([REPORT], LADDER, day(-2), time(17), snoozes=snoozes)
    assert (found.rung, found.days_left) == (-2, -2)


def test_a_snooze_of_one_thing_leaves_others_alone():
    other = Deadline("report", 8, ON)
    found = due([REPORT, other], LADDER, day(3), time(17), snoozes={REPORT.thing: day(2)})
    assert [one.deadline for one in found] == [other]


@pytest.mark.parametrize("clock", [time(21), time(23, 59), time(0), time(7, 59)])
def test_nobody_is_disturbed_in_the_quiet_hours(clock):
    quiet = Ladder(LADDER.days, LADDER.at, time(21), time(8))
    assert due([REPORT], quiet, day(2), clock) == []
    assert [one.rung for one in due([REPORT], quiet, day(2), time(8))] == [3]
    assert [one.rung for one in due([REPORT], quiet, day(2), time(20, 59))] == [3]


@pytest.mark.parametrize(("clock", "quiet"), [(time(12), False), (time(13), True), (time(14), False)])
def test_quiet_hours_may_lie_within_a_day(clock, quiet):
    assert Ladder((0,), time(17), time(13), time(14)).is_quiet(clock) is quiet


def test_days_after_the_deadline_are_rungs_too():
    ladder = Ladder((1, 0, -1, -7), time(17))
    assert [one.rung for one in due([REPORT], ladder, day(-1), time(17))] == [-1]
    assert [one.rung for one in due([REPORT], ladder, day(-9), time(9))] == [-7]


def test_reminders_come_in_the_order_of_their_dates():
    deadlines = [Deadline("b", 2, ON), Deadline("a", 3, ON), Deadline("z", 1, ON - timedelta(days=1))]
    found = due(deadlines, LADDER, ON, time(17))
    assert [one.deadline.thing for one in found] == [("z", 1), ("a", 3), ("b", 2)]


MOMENTS = st.lists(
    st.tuples(st.integers(-3, 9).map(day), st.times(time(0), time(23, 59))),
    max_size=12,
).map(sorted)


@given(MOMENTS)
def test_sweeps_at_any_moments_tell_every_rung_at_most_once_and_never_go_back(moments):
    told: list[str] = []
    heard = []
    for today, clock in moments:
        for one in due([REPORT], LADDER, today, clock, told=told):
            told.append(one.once)
            heard.append(one.rung)
    assert heard == sorted(set(heard), reverse=True)
    assert len(told) == len(set(told))


@given(MOMENTS)
def test_after_the_last_sweep_the_newest_reached_rung_has_been_told(moments):
    told: set[str] = set()
    for today, clock in moments:
        told |= {one.once for one in due([REPORT], LADDER, today, clock, told=told)}
    if moments:
        assert rungs(*moments[-1], told=told) == []
        reached = [rung for rung in LADDER.days if (day(rung), LADDER.at) <= moments[-1]]
        assert not reached or once_key(REPORT, min(reached)) in told
