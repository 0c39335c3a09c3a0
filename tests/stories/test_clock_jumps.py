"""A clock that runs ten years ahead and is set right, goes a day back, stands still: told once, nothing skipped."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from structlog.testing import capture_logs

from models.people import Role
from tests.stories.diagnosing import diagnosed
from tests.stories.gymnasium import gymnasium, heard
from tests.stories.helping import asks, school
from tests.stories.test_consultation import TUESDAY, WEDNESDAY, offered
from tests.stories.test_house import DUE, orders
from tests.stories.test_mentoring_school import pair, runs
from tests.stories.test_review_digest import FRIDAY, digests, waits
from tests.stories.test_signing_silence import MONDAY, PASSED, WORD, evenings, waits_for_the_centre
from tests.stories.test_yearly_campaign import ASKED
from tests.stories.town import Guest, Town

FAR = timedelta(weeks=520)
"""Ten years, on the same day of the week."""


async def runs_ahead(town: Town) -> None:
    """The machine's clock jumps, the bot ticks there, and somebody sets the clock right."""
    right = town.moment[0]
    town.moment[0] = right + FAR
    await town.tick()
    await town.tick()
    town.moment[0] = right


@pytest.fixture(autouse=True)
def no_look_stumbles() -> object:
    """A look that collides with what is written tells nobody anything, at each tick anew."""
    with capture_logs() as lines:
        yield
    assert not [line for line in lines if line["event"] == "reminders.collision"]


async def test_the_mornings_digest_comes_again_on_its_own_day_and_once(town: Town) -> None:
    await waits(town, 1)
    town.set_local(FRIDAY, 8, 31)
    await runs_ahead(town)
    ahead = len(await digests(town))
    for _ in range(2):
        await town.tick()
    assert len(await digests(town)) == ahead + 1
    town.set_local(FRIDAY - timedelta(days=1), 9)
    await town.tick()
    town.set_local(FRIDAY, 9)
    await town.tick()
    assert len(await digests(town)) == ahead + 2, "Thursday's own, and Friday's no second time"


async def test_a_diagnosis_that_falls_due_is_told_after_a_clock_that_ran_ahead(town: Town) -> None:
    deputy = await town.member("Ложкина Вера Ильинична", Role.DEPUTY_HEAD)
    await orders(deputy, "Раз в год", "Приказ № 120")
    town.set_local(MONDAY, 18)
    await runs_ahead(town)
    teacher, _ = await diagnosed(town)
    for day in (date(2027, 8, 30), date(2027, 9, 1), date(2027, 8, 31), date(2027, 9, 2)):
        town.set_local(day, 18)
        await town.tick()
    assert await heard(town, teacher, DUE) == 1


async def test_the_yearly_campaign_begins_after_a_clock_that_ran_ahead_and_after_days_of_standing_still(
    town: Town,
) -> None:
    people = await gymnasium(town)
    town.set_local(date(2027, 3, 1), 18)
    await runs_ahead(town)
    assert await heard(town, people.teacher, ASKED) == 0
    for day in (date(2027, 4, 17), date(2027, 4, 16), date(2027, 4, 18)):
        town.set_local(day, 18)
        await town.tick()
    assert await heard(town, people.teacher, ASKED) == 1


async def test_a_month_without_meetings_is_seen_after_a_clock_that_ran_ahead(town: Town) -> None:
    mentor, mentee = await pair(town)
    await runs(town, mentor, mentee)
    town.set_local(date(2026, 9, 20), 18)
    await runs_ahead(town)
    before = await heard(town, mentor, "mentoring-quiet")
    for day in (date(2026, 10, 16), date(2026, 10, 15), date(2026, 10, 17)):
        town.set_local(day, 18)
        await town.tick()
    assert await heard(town, mentor, "mentoring-quiet") == before + 1


def reminders(*guests: Guest) -> int:
    """How often all of these were reminded of a talk."""
    return sum("консультация:" in str(one) for guest in guests for one in guest.heard)


async def test_of_a_talk_each_hears_once_an_eve_and_a_morning_however_often_they_come(town: Town) -> None:
    teacher, deputy = await offered(town)
    await teacher.taps("consultation-time", "15:00")
    before = reminders(teacher, deputy)
    for day, hour, in_all in (
        (TUESDAY, 18, 2),
        (WEDNESDAY, 9, 4),
        (TUESDAY, 19, 4),
        (WEDNESDAY, 10, 4),
        (TUESDAY, 20, 4),
    ):
        town.set_local(day, hour)
        await town.tick()
        assert reminders(teacher, deputy) - before == in_all, (day, hour)


async def test_a_talk_whose_eve_the_bot_slept_through_is_told_in_the_morning(town: Town) -> None:
    teacher, deputy = await offered(town)
    await teacher.taps("consultation-time", "15:00")
    before = reminders(teacher, deputy)
    town.set_local(WEDNESDAY, 14)
    await town.tick()
    assert reminders(teacher, deputy) == before + 2


async def test_a_silence_that_was_told_too_early_goes_on_to_the_teacher_in_time(town: Town) -> None:
    teacher, deputy, _ = await school(town)
    await asks(teacher, "Белова")
    town.set_local(MONDAY, 18)
    await runs_ahead(town)
    assert await heard(town, deputy, "help-request-word") == 1
    for day in (17, 18, 17, 21):
        town.set_local(date(2026, 9, day), 18)
        await town.tick()
    assert await heard(town, deputy, "help-request-word") == 1
    assert await heard(town, teacher, "help-request-silent") == 1


async def test_a_signature_asked_for_too_early_is_passed_on_in_time(town: Town) -> None:
    people = await waits_for_the_centre(town)
    town.set_local(MONDAY, 17)
    await runs_ahead(town)
    assert await evenings(town, WORD, PASSED + timedelta(days=3)) == {
        PASSED: [(people.methodist.person_id, "signing-silent")]
    }
