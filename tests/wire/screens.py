"""The pictures of the documentation, taken while the main job is done: python -m tests.wire.screens [folder]."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

from playwright.async_api import Browser

from tests.wire import main_job_steps as steps
from tests.wire.main_job import PATIENCE, ROOT, Desk, Player, chromium, desk, draw_photo, running, set_clock

PHONE = {"width": 390, "height": 844}
STOP = 12
"""The statement whose picture is taken."""
LARGEST = 300_000
PLAIN = "document.documentElement.style.setProperty('--wall-2', 'var(--wall)')"
"""A wall of one colour behind the chats: a quarter of the bytes less, and nothing to see is lost."""
ALL_THERE = "[...document.images].every((one) => one.complete) && !document.querySelector('.toast')"


class Camera:
    """Takes pictures of a running bot into a folder."""

    def __init__(self, browser: Browser, address: str, folder: Path) -> None:
        self.browser, self.address, self.folder = browser, address, folder

    async def phone(self, name: str, whose: Player) -> None:
        """A person's chat as it stands now, as wide as a phone."""
        async with desk(self.browser, f"{self.address}/#{whose.user}", **PHONE) as phone:
            await phone.player(whose.user).has_heard(await whose.heard.count())
            await self.page(name, phone)

    async def page(self, name: str, shown: Desk) -> None:
        """A whole page, once its pictures are there and the passing lines are gone."""
        path = self.folder / f"{name}.png"
        async with asyncio.timeout(PATIENCE):
            while not await shown.page.evaluate(ALL_THERE):
                await asyncio.sleep(0.1)
        await shown.page.mouse.move(0, 0)
        await shown.page.evaluate(PLAIN)
        await shown.page.screenshot(path=path, animations="disabled")
        assert path.stat().st_size < LARGEST, f"{path} is too large"


async def take(folder: Path, data: Path) -> None:
    """The main job, with a picture of each of the ten most used screens, and one of the page."""
    set_clock(data)
    async with chromium() as browser, running(data) as run:
        address = await run.address()
        camera = Camera(browser, address, folder)
        async with desk(browser, address, height=800) as page:
            teacher, tutor = await page.sits(steps.GALINA), await page.sits(steps.TATYANA)
            await _enter(camera, teacher, tutor)
            await _diagnose(camera, teacher)
            await _plan(camera, page, teacher, tutor)
            await page.next_day()
            await teacher.sees("reminder-day", steps.WEBINAR)
            await camera.phone("reminder", teacher)
            await page.next_day()
            await steps.writes_a_report(teacher, await draw_photo(browser, data / "photo.png"))
            await camera.phone("report", teacher)
            await steps.sends_the_report(teacher)
            await tutor.sees("review-card")
            await camera.phone("review", tutor)
            await camera.page("page", page)
            await teacher.says("/menu")
            await steps.plans_the_final_event(teacher)
            await camera.phone("final-event", teacher)


async def _enter(camera: Camera, teacher: Player, tutor: Player) -> None:
    await teacher.part("start").click()
    await teacher.sees("entry-consent")
    await camera.phone("consent", teacher)
    await teacher.taps("entry-consent.agree")
    await teacher.sees("menu")
    await camera.phone("menu", teacher)
    await steps.comes_in(tutor)


async def _diagnose(camera: Camera, teacher: Player) -> None:
    await steps.begins_the_diagnosis(teacher)
    for number in range(1, STOP):
        await steps.answers(teacher, number)
    await teacher.sees("diagnosis-question", number=STOP)
    await camera.phone("question", teacher)
    await steps.diagnoses(teacher, STOP)
    await camera.phone("result", teacher)


async def _plan(camera: Camera, page: Desk, teacher: Player, tutor: Player) -> None:
    await steps.chooses_a_year(teacher)
    await steps.begins_a_row(teacher, steps.WEBINAR)
    await teacher.sees("plan-ask-date")
    await camera.phone("calendar", teacher)
    await teacher.taps("questions-ask.tomorrow")
    await steps.ends_a_row(teacher, steps.WEBINAR, "Выступление")
    for row in steps.LATER:
        await steps.adds(teacher, *row)
    await camera.phone("plan", teacher)
    await steps.agree_on_the_plan(page, teacher, tutor)


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "screens"
    with tempfile.TemporaryDirectory() as data:
        asyncio.run(take(target, Path(data)))
