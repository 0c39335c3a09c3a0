"""Minutes: what counts as time at work, and what as a pause."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers import callbacks
from handlers.tasks import TASKS, task_of
from services.burden import LONGEST_THOUGHT, Spent, spent

NOON = datetime(2026, 11, 16, 12, tzinfo=UTC)
NOVEMBER = date(2026, 11, 1)


def at(seconds: float) -> datetime:
    """So long after noon."""
    return NOON + timedelta(seconds=seconds)


def test_the_time_between_two_messages_of_one_task_counts() -> None:
    rows = [(1, "report", at(0)), (1, "report", at(20)), (1, "report", at(65))]
    assert spent(rows) == {(1, "report", NOVEMBER): Spent(3, 65)}


def test_a_long_pause_counts_two_minutes_and_a_change_of_task_nothing() -> None:
    rows = [(1, "report", at(0)), (1, "report", at(3600)), (1, "plan", at(3610)), (2, "plan", at(3611))]
    assert spent(rows) == {
        (1, "report", NOVEMBER): Spent(2, 120),
        (1, "plan", NOVEMBER): Spent(1, 0),
        (2, "plan", NOVEMBER): Spent(1, 0),
    }


def test_each_month_has_its_own_sum() -> None:
    last, first = datetime(2026, 11, 30, 23, 59, 50, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC)
    assert spent([(1, "plan", last), (1, "plan", first)]) == {
        (1, "plan", NOVEMBER): Spent(1, 0),
        (1, "plan", date(2026, 12, 1)): Spent(1, 10),
    }


@given(st.lists(st.tuples(st.integers(1, 3), st.sampled_from(TASKS), st.integers(0, 10_000))))
def test_every_message_counts_once_and_no_time_is_made_up(said: list[tuple[int, str, int]]) -> None:
    rows = sorted((account, task, at(second)) for account, task, second in said)
    rows.sort(key=lambda row: (row[0], row[2]))
    found = spent(rows)
    assert sum(one.messages for one in found.values()) == len(rows)
    assert all(one.seconds <= LONGEST_THOUGHT.total_seconds() * one.messages for one in found.values())


@pytest.mark.parametrize(
    ("data", "place", "task"),
    [
        (None, "report.draft", "report"),
        (None, "diagnosis.question", "diagnosis"),
        (None, "", "other"),
        (None, "entry.consent", "other"),
        (callbacks.Go(place="plan").pack(), "report", "plan"),
        (callbacks.Go(place="menu").pack(), "report", "other"),
        (callbacks.Answer(diagnosis=1, version=1, value=2).pack(), "", "diagnosis"),
        (callbacks.ActivityTap(do="held", activity=1, version=1).pack(), "", "report"),
        (callbacks.ActivityTap(do="open", activity=1, version=1).pack(), "", "plan"),
        (callbacks.RouteTap(do="begin", route=1, version=1).pack(), "", "diagnosis"),
        (callbacks.RouteTap(do="final-event", route=1, version=1).pack(), "", "final-event"),
        ("forged", "plan", "other"),
        ("", "plan", "other"),
    ],
)
def test_a_tap_belongs_to_its_stage_and_a_text_to_its_place(data: str | None, place: str, task: str) -> None:
    assert task_of(data, place) == task
