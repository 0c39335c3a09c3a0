"""The main job on `marshrut run`: a teacher and a tutor side by side, from START to an accepted report."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.wire import main_job_steps as steps
from tests.wire.main_job import Desk, Player, chromium, desk, draw_photo, running, set_clock
from tests.wire.main_job_steps import GALINA, SUMMARY, TATYANA, WEBINAR

pytestmark = pytest.mark.browser


async def test_a_teacher_and_a_tutor_do_the_whole_job_side_by_side_and_a_restart_changes_nothing(
    tmp_path: Path,
) -> None:
    set_clock(tmp_path)
    async with chromium() as browser:
        photo = await draw_photo(browser, tmp_path / "certificate.png")
        async with running(tmp_path) as run, desk(browser, await run.address()) as page:
            teacher, tutor = await page.sits(GALINA), await page.sits(TATYANA)
            await begin(page, teacher, tutor)
            await review(page, teacher, tutor, photo)
            await steps.plans_the_final_event(teacher)
            await teacher.says("/menu")
            await teacher.sees("menu-final", title=SUMMARY)
            said = await teacher.heard.count(), await tutor.heard.count()
            assert page.complaints == []
            assert (await run.interrupt(), run.mishap) == (0, "")
        async with running(tmp_path) as run, desk(browser, await run.address()) as page:
            teacher, tutor = await page.sits(GALINA), await page.sits(TATYANA)
            await teacher.has_heard(said[0])
            await tutor.has_heard(said[1])
            await teacher.sees("menu-final", title=SUMMARY)
            await teacher.taps("menu-final-event")
            await teacher.sees("final-event-row", title=SUMMARY)
            await tutor.sees("review-left")
            await tutor.taps("menu-button")
            await tutor.sees("menu-team", routes=1)
            assert (page.complaints, run.mishap) == ([], "")


async def begin(page: Desk, teacher: Player, tutor: Player) -> None:
    """From START to a confirmed plan, and two days on."""
    await steps.comes_in(teacher)
    await steps.comes_in(tutor)
    await steps.begins_the_diagnosis(teacher)
    await steps.diagnoses(teacher)
    await steps.plans(teacher)
    await steps.agree_on_the_plan(page, teacher, tutor)
    await page.next_day()
    await teacher.sees("reminder-day", "Сегодня", WEBINAR)
    await page.next_day()


async def review(page: Desk, teacher: Player, tutor: Player, photo: Path) -> None:
    """A report goes, comes back, goes again, and counts."""
    await steps.writes_a_report(teacher, photo)
    await steps.sends_the_report(teacher)
    await steps.gives_back(tutor)
    await page.next_hour()
    await steps.mends(teacher)
    await steps.accepts(tutor)
    await page.next_hour()
    await teacher.sees("review-accepted", title=WEBINAR)
    await teacher.says("/menu")
    await teacher.sees("menu-count", accepted=1, least=5, planned=5)
