"""`marshrut run` as somebody meets it: a process, a page in a browser, people who tap what stands there."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import signal
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from fluent.syntax import ast
from playwright.async_api import Browser, ConsoleMessage, Locator, Page, async_playwright, expect

from tests import machine
from tests.guards.fluent_files import by_key
from tests.wire.page_alone import FLAGS

ROOT = Path(__file__).parents[2]
MOMENT = datetime.fromisoformat("2026-11-10T17:30+04:00")
"""A Tuesday in the schools' zone, half an hour after the hour of reminders: each new day is told at once."""
PATIENCE = 60.0
"""Seconds for a step on a busy machine; nothing waits longer than it must."""
ZONE = "Europe/Samara"
PHOTO_SIZE = (396, 240)
CERTIFICATE = """
<body style="margin:0;height:100vh;box-sizing:border-box;padding:10px;text-align:center;
font-family:serif;color:#234;background:#fdfaf2;border:9px double #2f6b8f">
<p style="letter-spacing:3px;margin:14px 0;font-size:13px">СЕРТИФИКАТ УЧАСТНИКА</p>
<h1 style="margin:20px 0;font-size:24px">Иванова Галина Петровна</h1>
<p>вебинар «Читаем карту и текст»</p><p style="font-size:12px">11 ноября 2026 года, 2 часа</p></body>
"""


class Run:
    """A running `marshrut run`, its output read as it comes."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process, self.printed = process, ""
        self._reading = asyncio.create_task(self._read())
        self._heard = asyncio.Event()

    async def _read(self) -> None:
        assert self.process.stdout
        async for line in self.process.stdout:
            self.printed += line.decode()
            self._heard.set()
        self._heard.set()

    async def address(self) -> str:
        """Where the page is, once both processes are ready."""
        async with asyncio.timeout(PATIENCE):
            while "Ctrl-C stops" not in self.printed:
                assert not self._reading.done(), self.printed
                self._heard.clear()
                await self._heard.wait()
        found = re.search(r"http://127\.0\.0\.1:\d+", self.printed)
        assert found, self.printed
        return found[0]

    @property
    def mishap(self) -> str:
        """What was printed around the first traceback; nothing when there was none."""
        before, found, after = self.printed.partition("Traceback")
        return found and before[-500:] + found + after[:3000]

    async def interrupt(self) -> int:
        """Ctrl-C; the exit code."""
        self.process.send_signal(signal.SIGINT)
        async with asyncio.timeout(PATIENCE):
            await self._reading
            return await self.process.wait()

    async def end(self) -> None:
        """Whatever state it is in; its children end with it."""
        try:
            await self.interrupt()
        except TimeoutError:
            self.process.kill()
            await self.process.wait()


@asynccontextmanager
async def running(folder: Path, port: int = 0) -> AsyncIterator[Run]:
    """`marshrut run` without a token, with its data in a folder."""
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LOCAL_PORT": str(port)}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        cwd=folder,
        env=environment | {"DATA_DIR": str(folder / "data")},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    run = Run(process)
    try:
        yield run
    finally:
        if process.returncode is None:
            await run.end()


def set_clock(folder: Path, moment: datetime = MOMENT) -> None:
    """The story begins at this moment, whatever day it is outside."""
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "clock-offset").write_text(str(int(moment.timestamp() - time.time())))


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """A headless browser."""
    async with async_playwright() as play:
        installed = next(filter(None, map(shutil.which, machine.BROWSERS)), None)
        browser = await play.chromium.launch(executable_path=installed, args=FLAGS)
        try:
            yield browser
        finally:
            await browser.close()


async def draw_photo(browser: Browser, path: Path) -> Path:
    """A picture that a teacher could attach: a certificate."""
    width, height = PHOTO_SIZE
    page = await browser.new_page(viewport={"width": width, "height": height})
    await page.set_content(CERTIFICATE)
    await page.screenshot(path=path)
    await page.close()
    return path


class Desk:
    """The page of the local Telegram with several chats, and what it complained about."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._hear)

    def _hear(self, line: ConsoleMessage) -> None:
        if line.type == "error":
            self.complaints.append(line.text)

    async def sits(self, name: str) -> Player:
        """Opens the chat of a person of the list; the others stay beside it."""
        row = self.page.locator("[data-role=person]").filter(has_text=name)
        await row.click()
        return self.player(int(await row.get_attribute("data-person") or 0))

    def player(self, user: int) -> Player:
        """Whose chat is open already."""
        return Player(self.page.locator(f"[data-role=column][data-person='{user}']"), user)

    async def next_hour(self) -> None:
        """«+1 час» above: nothing can be taken back any more."""
        await self.page.locator("[data-role=add-hour]").click()

    async def next_day(self) -> None:
        """«+1 день» above."""
        await self.page.locator("[data-role=add-day]").click()


@asynccontextmanager
async def desk(
    browser: Browser, address: str, *, width: int = 1280, height: int = 900
) -> AsyncIterator[Desk]:
    """The page, open in a window of this size (CSS pixels)."""
    context = await browser.new_context(
        viewport={"width": width, "height": height}, locale="ru", timezone_id=ZONE, color_scheme="light"
    )
    context.set_default_timeout(PATIENCE * 1000)
    found = Desk(await context.new_page())
    await found.page.goto(address)
    await found.page.wait_for_selector("[data-role=people-list] li", state="attached")
    try:
        yield found
    finally:
        await context.close()


class Player:
    """Whoever sits at one chat of the page: reads the newest message, taps, types, attaches."""

    def __init__(self, column: Locator, user: int) -> None:
        self.column, self.user = column, user

    def part(self, name: str) -> Locator:
        """A part of the chat by its role."""
        return self.column.locator(f"[data-role={name}]")

    @property
    def heard(self) -> Locator:
        """The bot's messages."""
        return self.column.locator("[data-role=message][data-side=in]")

    @property
    def newest(self) -> Locator:
        """The bot's last message."""
        return self.heard.last

    async def sees(self, key: str, *words: str, **facts: object) -> None:
        """The bot's last message comes to say this, with these facts, and these words are in it."""
        await expect(self.newest).to_have_text(shape(key, **facts), timeout=PATIENCE * 1000)
        for one in words:
            await expect(self.newest).to_contain_text(one)

    async def hears(self, key: str, *words: str, **facts: object) -> Locator:
        """One of the bot's messages comes to say this; it is returned."""
        found = self.heard.filter(has_text=shape(key, **facts))
        for one in words:
            found = found.filter(has_text=one)
        await expect(found.last).to_be_visible(timeout=PATIENCE * 1000)
        return found.last

    async def has_heard(self, count: int) -> None:
        """So many messages of the bot come to stand in the chat."""
        await expect(self.heard).to_have_count(count, timeout=PATIENCE * 1000)

    async def taps(self, key: str, words: str = "") -> None:
        """A button of the last message: by its key, and these words on it."""
        await self.taps_in(self.newest, key, words)

    async def taps_in(self, message: Locator, key: str, words: str = "") -> None:
        """A button of a message that stands further up."""
        label = re.compile(f"^{shape(key).pattern}$", re.DOTALL)
        found = message.locator("button[data-tap]").filter(has_text=label).filter(has_text=words)
        await found.first.click()

    async def says(self, text: str) -> None:
        """Types and presses Enter."""
        await self.part("text").fill(text)
        await self.part("text").press("Enter")

    async def sends_photo(self, path: Path) -> None:
        """A photo from the computer, without a word."""
        await self.part("pick-photo").set_input_files(path)
        await self.part("send").click()


def shape(key: str, **facts: object) -> re.Pattern[str]:
    """How the Russian words of a key look with these facts; any others may stand where none is given."""
    return re.compile(_of_pattern(by_key("ru")[key].pattern, facts), re.DOTALL)


def _of_pattern(pattern: ast.Pattern, facts: dict[str, object]) -> str:
    return "".join(
        _of_text(one.value) if isinstance(one, ast.TextElement) else _of_placeable(one.expression, facts)
        for one in pattern.elements
    )


def _of_text(words: str) -> str:
    bare = re.sub(r"</?[bi]>", "", words)
    return re.sub(r"(?:\\?\s)+", r"\\s+", re.escape(bare))


def _of_placeable(inside: ast.BaseNode, facts: dict[str, object]) -> str:
    if isinstance(inside, ast.SelectExpression):
        return f"(?:{'|'.join(_of_pattern(variant.value, facts) for variant in inside.variants)})"
    if isinstance(inside, ast.StringLiteral):
        return _of_text(inside.value)
    if isinstance(inside, ast.VariableReference) and inside.id.name in facts:
        return re.escape(str(facts[inside.id.name]))
    return ".*?"
