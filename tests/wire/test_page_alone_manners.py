"""The page is safe with hostile words, works without a mouse, on phones, in two languages, and comes back."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from simulator.clock import Clock
from simulator.server import LocalServer, serving
from tests.wire.local_telegram import ANNA, NOON, Sides
from tests.wire.page_alone import BORIS, page_alone

pytestmark = pytest.mark.browser

HOSTILE = '<img src=x onerror="document.title=1"> & "кавычки" _и_ *звёзды*'
NAMELESS = (
    "[...document.querySelectorAll('button, input, textarea, a, img, [role=log]')]"
    ".filter(one => !(one.innerText?.trim() || one.ariaLabel || one.alt || one.labels?.length))"
    ".map(one => one.outerHTML)"
)


async def test_names_and_words_are_text_and_never_html() -> None:
    async with page_alone() as (browser, _):
        await browser.sides.do("people", first_name=HOSTILE, user_id=ANNA, seat=HOSTILE)
        await browser.sides.do(f"chats/{ANNA}/text", text=HOSTILE)
        await browser.open(ANNA)
        await expect(browser.bubble("Вы сказали: " + HOSTILE)).to_be_visible()
        assert await browser.page.locator("img[src=x]").count() == 0
        assert "Маршрут" in await browser.page.title()


async def test_formatting_is_shown_and_a_hidden_text_shows_itself() -> None:
    async with page_alone() as (browser, _):
        await browser.sides.do(f"chats/{ANNA}/start")
        html = (
            '🙂 <b>жирно и <i>курсив</i></b> <a href="https://example.org/">ссылка</a> <code>код</code> '
            "<tg-spoiler>тайна</tg-spoiler><blockquote>пункт 3.4</blockquote>"
        )
        await browser.sides.bot("sendMessage", chat_id=ANNA, text=html, parse_mode="HTML")
        await browser.open(ANNA)
        bubble = browser.bubble("пункт 3.4")
        await expect(bubble.locator("strong")).to_have_text("жирно и курсив")
        await expect(bubble.locator("strong em")).to_have_text("курсив")
        await expect(bubble.locator("a")).to_have_attribute("rel", "noopener noreferrer")
        await expect(bubble.locator("code")).to_have_text("код")
        await expect(bubble.locator("blockquote")).to_have_text("пункт 3.4")
        await bubble.get_by_role("button", name="Скрытый текст").click()
        await expect(bubble.locator(".spoiler-shown")).to_have_text("тайна")


async def test_a_dangerous_link_is_no_link() -> None:
    async with page_alone() as (browser, _):
        await browser.open()
        script = "import('/page/text.js').then(text => text.link('javascript:alert(1)', 'x').tagName)"
        assert await browser.page.evaluate(script) == "SPAN"


async def test_a_rich_message_has_its_table_and_folds_its_details() -> None:
    async with page_alone() as (browser, _):
        await browser.sides.do(f"chats/{ANNA}/start")
        html = (
            "<h2>Учителя</h2><table bordered><tr><th>Учитель</th><th>Отчётов</th></tr>"
            "<tr><td>Ахметова</td><td align='right'>2 из 4</td></tr></table>"
            "<details><summary>Почему</summary><p>Пункт 3.4</p></details>"
        )
        await browser.sides.bot("sendRichMessage", chat_id=ANNA, rich_message={"html": html})
        await browser.open(ANNA)
        table = browser.chat().locator("table")
        await expect(table.locator("th")).to_have_text(["Учитель", "Отчётов"])
        await expect(table.locator("td")).to_have_text(["Ахметова", "2 из 4"])
        await expect(browser.chat().get_by_text("Пункт 3.4")).to_be_hidden()
        await browser.chat().locator("summary").click()
        await expect(browser.chat().get_by_text("Пункт 3.4")).to_be_visible()


async def test_everything_works_without_a_mouse() -> None:
    async with page_alone() as (browser, bot):
        await browser.open()
        await browser.row(ANNA).focus()
        await browser.page.keyboard.press("Enter")
        await expect(browser.role("start", ANNA)).to_be_focused()
        await browser.page.keyboard.press("Enter")
        tap = browser.chat().locator("button[data-tap=ok]")
        await expect(tap).to_be_visible()
        await tap.focus()
        await browser.page.keyboard.press("Enter")
        await expect(browser.bubble("Отчёт принят").locator("[data-role=message-menu]")).to_be_focused()
        await browser.page.keyboard.press("Enter")
        await expect(browser.role("tap-again")).to_be_focused()
        await browser.page.keyboard.press("ArrowDown")
        await expect(browser.role("reply")).to_be_focused()
        await browser.page.keyboard.press("Escape")
        await expect(browser.role("popup")).to_have_count(0)
        await expect(browser.bubble("Отчёт принят").locator("[data-role=message-menu]")).to_be_focused()
        assert bot.taps == ["ok"]


async def test_every_control_has_a_name_for_a_screen_reader() -> None:
    async with page_alone() as (browser, _):
        await browser.sides.do(f"chats/{ANNA}/start")
        await browser.open(ANNA, BORIS)
        await expect(browser.chat(BORIS).locator("button[data-tap=ok]")).to_be_visible()
        assert await browser.page.evaluate(NAMELESS) == []
        await expect(browser.role("log", ANNA)).to_have_attribute("aria-live", "polite")


@pytest.mark.parametrize("dark", [False, True])
async def test_a_phone_shows_one_chat_at_a_time_and_nothing_overflows(dark: bool) -> None:
    async with page_alone(width=360, height=700, dark=dark) as (browser, _):
        await browser.open()
        await browser.row(BORIS).click()
        await expect(browser.chat(BORIS)).to_be_visible()
        await expect(browser.role("people")).to_be_hidden()
        await browser.sides.do(f"chats/{BORIS}/text", text="длинное" * 60)
        await expect(browser.bubble("Вы сказали", BORIS)).to_be_visible()
        widths = (
            "[document.body, ...document.querySelectorAll('.log, .bar, .foot')].map(one => one.scrollWidth)"
        )
        assert max(await browser.page.evaluate(widths)) <= 360
        await browser.role("back", BORIS).click()
        await browser.row(ANNA).click()
        await expect(browser.role("start", ANNA)).to_be_visible()
        await expect(browser.chat(BORIS)).to_be_hidden()
        await browser.page.go_back()
        await expect(browser.role("people")).to_be_visible()


async def test_the_page_speaks_the_language_of_the_browser_until_told_otherwise() -> None:
    async with page_alone(locale="en-GB") as (browser, _):
        await browser.open(ANNA)
        await expect(browser.role("start", ANNA)).to_have_text("START")
        await expect(browser.role("add-day")).to_have_accessible_name("+1 day")
        await browser.role("language").click()
        await expect(browser.role("start", ANNA)).to_have_text("СТАРТ")
        await expect(browser.page.locator("html")).to_have_attribute("lang", "ru")


async def test_a_hidden_tab_lets_go_of_its_stream_and_catches_up() -> None:
    async with page_alone() as (browser, _):
        await browser.sides.do(f"chats/{ANNA}/start")
        await browser.open(ANNA)
        hide = (
            "hidden => { Object.defineProperty(document, 'hidden', {configurable: true, get: () => hidden});"
        )
        hide += "document.dispatchEvent(new Event('visibilitychange')) }"
        await browser.page.evaluate(hide, True)
        await browser.sides.do(f"chats/{ANNA}/text", text="в другой вкладке")
        async with browser.page.expect_request("**/stream?after=*"):
            await browser.page.evaluate(hide, False)
        await expect(browser.bubble("Вы сказали: в другой вкладке")).to_be_visible()


async def test_both_languages_have_the_same_words() -> None:
    async with page_alone() as (browser, _):
        await browser.open()
        script = (
            "import('/page/words.js').then(({RU, EN}) => [RU, EN].map(one => Object.keys(one).sort().join()))"
        )
        russian, english = await browser.page.evaluate(script)
        assert russian == english


async def test_a_page_that_outlived_its_server_comes_back_by_itself() -> None:
    async with page_alone() as (browser, _):
        first, telegram, clock = browser.sides, browser.sides.telegram, Clock(lambda: NOON)
        async with serving(LocalServer(telegram, clock, run="a"), 0) as base:
            browser.sides = Sides(base, telegram, first.session, [])
            await browser.sides.do(f"chats/{ANNA}/start")
            await browser.open(ANNA)
            await expect(browser.bubble("/start").first).to_be_visible()
        await expect(browser.role("link")).to_contain_text("нет связи")
        telegram.say(ANNA, "пока Вас не было")
        port = int(base.rsplit(":", 1)[1])
        async with serving(LocalServer(telegram, clock, run="b"), port):
            await expect(browser.role("link")).to_be_empty()
            await expect(browser.bubble("пока Вас не было").first).to_be_visible()
            await first.do(f"chats/{ANNA}/text", text="снова здесь")
            await expect(browser.bubble("снова здесь").first).to_be_visible()
        browser.complaints = [line for line in browser.complaints if "ERR_CONNECTION" not in line]
