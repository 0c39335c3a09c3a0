"""The page of the local Telegram in a headless browser, with a small scripted bot behind it."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from playwright.async_api import ConsoleMessage, Locator, Page, async_playwright

from tests.wire.local_telegram import ANNA, Sides, local_telegram
from tests.wire.simulated import button, buttons

BORIS = 5_111_222_444
FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
CARD = buttons(
    [button("ok", "Принять") | {"style": "success"}, button("alert", "Почему?")],
    [button("silent", "Молчать"), {"text": "Отправить", "disabled": {}}],
)


class Browser:
    """A page, what it complained about, and shorthand for its parts."""

    def __init__(self, page: Page, sides: Sides) -> None:
        self.page, self.sides = page, sides
        self.complaints: list[str] = []
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self.heard)

    def heard(self, line: ConsoleMessage) -> None:
        """The console: only errors count."""
        if line.type == "error":
            self.complaints.append(line.text)

    async def open(self, *users: int) -> None:
        """The page with these chats side by side."""
        await self.page.goto(f"{self.sides.base}/#{','.join(map(str, users))}")
        await self.page.wait_for_selector("[data-role=people-list] li")

    def row(self, user: int) -> Locator:
        """A person in the list."""
        return self.page.locator(f"[data-role=person][data-person='{user}']")

    def chat(self, user: int = ANNA) -> Locator:
        """A person's chat."""
        return self.page.locator(f"[data-role=column][data-person='{user}']")

    def role(self, name: str, user: int | None = None) -> Locator:
        """A part of the page, or of one chat."""
        return (self.chat(user) if user else self.page).locator(f"[data-role={name}]")

    def bubble(self, words: str, user: int = ANNA) -> Locator:
        """The message with these words."""
        return self.role("message", user).filter(has_text=words)

    async def do(self, words: str, deed: str, user: int = ANNA) -> None:
        """A deed of the menu of a message."""
        await self.bubble(words, user).hover()
        await self.bubble(words, user).locator("[data-role=message-menu]").click()
        await self.page.locator(f"[data-role=popup] [data-role={deed}]").first.click()

    async def say(self, words: str, user: int = ANNA) -> None:
        """Type and press Enter."""
        await self.role("text", user).fill(words)
        await self.role("text", user).press("Enter")


class Bot:
    """Answers START with a card, «Принять» with an edit and a word to Boris, anything else with its text."""

    def __init__(self, sides: Sides) -> None:
        self.sides = sides
        self.taps: list[str] = []

    async def run(self) -> None:
        """Poll until cancelled."""
        offset = 0
        while True:
            for update in await self.sides.bot("getUpdates", offset=offset, timeout=50):
                offset = update["update_id"] + 1
                await self.heard(update)

    async def heard(self, update: dict[str, Any]) -> None:
        if "callback_query" in update:
            await self.tapped(update["callback_query"])
        elif "text" in update.get("message", {}):
            user, text = update["message"]["chat"]["id"], update["message"]["text"]
            if text.startswith("/start"):
                await self.sides.bot("sendMessage", chat_id=user, text=f"Отчёт {text}", reply_markup=CARD)
            elif text == "подумай":
                await self.sides.bot("sendChatAction", chat_id=user, action="typing")
            else:
                await self.sides.bot("sendMessage", chat_id=user, text=f"Вы сказали: {text}")

    async def tapped(self, query: dict[str, Any]) -> None:
        data, user = query["data"], query["from"]["id"]
        self.taps.append(data)
        if data == "silent":
            return
        alert = data == "alert"
        words = "Так велит положение" if alert else "Записано"
        await self.sides.bot(
            "answerCallbackQuery", callback_query_id=query["id"], text=words, show_alert=alert
        )
        if data == "ok" and self.taps.count("ok") == 1:
            place = {"chat_id": user, "message_id": query["message"]["message_id"]}
            await self.sides.bot("editMessageText", text="Отчёт принят", **place)
            await self.sides.bot("sendMessage", chat_id=BORIS, text="Анна приняла отчёт")


@asynccontextmanager
async def page_alone(
    *, width: int = 1280, height: int = 800, locale: str = "ru", dark: bool = False
) -> AsyncIterator[tuple[Browser, Bot]]:
    """A server with Anna and Boris (who has started), a bot, a browser; the page may not complain."""
    async with local_telegram() as sides, async_playwright() as play:
        await sides.do("people", first_name="Борис", last_name="Ли", user_id=BORIS, seat="тьютор")
        await sides.do(f"chats/{BORIS}/start")
        bot = Bot(sides)
        polling = asyncio.create_task(bot.run())
        chromium = await play.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        context = await chromium.new_context(
            viewport={"width": width, "height": height},
            locale=locale,
            timezone_id="Asia/Yekaterinburg",
            color_scheme="dark" if dark else "light",
        )
        context.set_default_timeout(8000)
        browser = Browser(await context.new_page(), sides)
        try:
            yield browser, bot
            assert browser.complaints == []
        finally:
            await chromium.close()
            polling.cancel()
            with suppress(asyncio.CancelledError):
                await polling
