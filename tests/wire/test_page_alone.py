"""The page with several chats side by side: what a person can do on it, and that it is live."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.wire.local_telegram import ANNA
from tests.wire.page_alone import BORIS, page_alone
from tests.wire.simulated import PNG

pytestmark = pytest.mark.browser


async def test_start_a_tap_its_answer_and_the_other_chat_are_live() -> None:
    async with page_alone() as (browser, _):
        await browser.open(ANNA, BORIS)
        await browser.role("start", ANNA).click()
        accept = browser.chat().locator("button[data-tap=ok]")
        await expect(accept).to_have_class("key success")
        await expect(
            browser.chat().get_by_role("button", name="Отправить", exact=True).first
        ).to_be_disabled()
        await accept.click()
        await expect(browser.role("toast", ANNA)).to_have_text("Записано")
        await expect(browser.bubble("Отчёт принят")).to_contain_text("изменено")
        await expect(accept).to_have_count(0)
        await expect(browser.bubble("Анна приняла отчёт", BORIS)).to_be_visible()


async def test_a_closed_chat_counts_what_was_not_read_over_a_reload() -> None:
    async with page_alone() as (browser, _):
        await browser.open(ANNA)
        await browser.role("start", ANNA).click()
        badge = browser.row(BORIS).locator("[data-role=unread]")
        await expect(badge).to_have_text("1")
        await browser.chat().locator("button[data-tap=ok]").click()
        await expect(badge).to_have_text("2")
        await browser.row(BORIS).click()
        await expect(badge).to_have_count(0)
        await expect(browser.row(BORIS)).to_have_attribute("aria-pressed", "true")
        await browser.page.reload()
        await expect(browser.bubble("Анна приняла отчёт", BORIS)).to_be_visible()
        await expect(browser.role("unread")).to_have_count(0)


async def test_a_pressed_button_waits_until_the_bot_answers_and_an_alert_must_be_read() -> None:
    async with page_alone() as (browser, bot):
        await browser.open(ANNA)
        await browser.role("start", ANNA).click()
        silent = browser.chat().locator("button[data-tap=silent]")
        await silent.click()
        await expect(silent).to_have_attribute("aria-busy", "true")
        await browser.chat().locator("button[data-tap=alert]").click()
        await expect(browser.role("alert")).to_contain_text("Так велит положение")
        await browser.role("alert-ok").click()
        await expect(browser.role("alert")).to_have_count(0)
        await expect(browser.chat().locator("button[data-tap=alert]")).not_to_have_attribute(
            "aria-busy", "true"
        )
        await expect(silent).to_have_attribute("aria-busy", "true")
        assert bot.taps == ["silent", "alert"]


async def test_the_last_tap_can_be_sent_again_although_its_button_is_gone() -> None:
    async with page_alone() as (browser, bot):
        await browser.open(ANNA)
        await browser.role("start", ANNA).click()
        await browser.chat().locator("button[data-tap=ok]").click()
        await expect(browser.bubble("Отчёт принят")).to_be_visible()
        await browser.role("add-hour").click()
        await browser.do("Отчёт принят", "tap-again")
        await expect(browser.role("toast", ANNA)).to_have_count(2)
        assert bot.taps == ["ok", "ok"]


async def test_a_message_is_typed_edited_forwarded_answered_and_deleted() -> None:
    async with page_alone() as (browser, _):
        await browser.sides.do(f"chats/{ANNA}/start")
        await browser.open(ANNA, BORIS)
        box = browser.role("text", ANNA)
        await box.fill("раз")
        await box.press("Shift+Enter")
        await box.press_sequentially("два")
        await box.press("Enter")
        await expect(browser.bubble("Вы сказали: раз\nдва")).to_be_visible()
        assert await browser.page.evaluate("document.activeElement.dataset.role") == "text"
        await box.press("ArrowUp")
        await expect(box).to_have_value("раз\nдва")
        await browser.say("три")
        await expect(browser.bubble("три")).to_contain_text("изменено")
        await browser.do("Вы сказали", "forward")
        await expect(browser.bubble("Вы сказали: раз\nдва", BORIS).first).to_contain_text("Переслано")
        await browser.do("Вы сказали", "reply")
        await browser.say("ответ")
        await expect(browser.bubble("ответ").first.locator(".replied")).to_have_text("Вы сказали: раз два")
        await browser.do("три", "delete")
        await expect(browser.bubble("три")).to_have_count(0)


async def test_photos_go_as_an_album_with_a_caption_and_files_can_be_saved(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("один.png", "два.png", "Отчёт.pdf")]
    for path in paths:
        path.write_bytes(PNG)
    async with page_alone() as (browser, _):
        await browser.sides.do(f"chats/{ANNA}/start")
        await browser.open(ANNA)
        await browser.role("pick-photo", ANNA).set_input_files(paths[:2])
        await expect(browser.role("tray", ANNA).locator(".chip")).to_have_count(2)
        await browser.say("С площадки")
        await expect(browser.role("album", ANNA).locator("img")).to_have_count(2)
        await expect(browser.role("album", ANNA).locator("img[alt='С площадки']")).to_have_count(1)
        await expect(browser.bubble("С площадки")).to_be_visible()
        await browser.role("pick-document", ANNA).set_input_files(paths[2])
        await browser.role("send", ANNA).click()
        async with browser.page.expect_download() as saved:
            await browser.chat().get_by_role("link", name="Скачать: Отчёт.pdf").click()
        assert (await saved.value).suggested_filename == "Отчёт.pdf"


@pytest.mark.parametrize(
    ("deed", "shown"),
    [
        ("sticker", "[aria-label=Стикер]"),
        ("dice", "[aria-label=Кубик]"),
        ("location", "text=54.7348"),
        ("contact", "text=+7900"),
    ],
)
async def test_the_small_things_are_in_the_menu_of_the_paper_clip(deed: str, shown: str) -> None:
    async with page_alone() as (browser, _):
        await browser.sides.do(f"chats/{ANNA}/start")
        await browser.open(ANNA)
        await browser.role("attach", ANNA).click()
        await browser.role(f"attach-{deed}").click()
        if deed in ("location", "contact"):
            await browser.role("accept").click()
        await expect(browser.chat().locator(shown)).to_be_visible()


async def test_a_poll_is_asked_with_its_options() -> None:
    async with page_alone() as (browser, _):
        await browser.sides.do(f"chats/{ANNA}/start")
        await browser.open(ANNA)
        await browser.role("attach", ANNA).click()
        await browser.role("attach-poll").click()
        await browser.page.locator("[name=question]").fill("Когда удобно?")
        await browser.page.locator("[name=options]").fill("Пн\n\nВт")
        await browser.role("accept").click()
        await expect(browser.bubble("Когда удобно?").locator("li")).to_have_text(["Пн", "Вт"])


async def test_the_menu_offers_commands_and_a_reply_keyboard_its_keys() -> None:
    async with page_alone() as (browser, _):
        await browser.sides.bot(
            "setMyCommands", commands=[{"command": "route", "description": "Мой маршрут"}]
        )
        keys = {"keyboard": [[{"text": "Лицей"}, {"text": "Мой телефон", "request_contact": True}]]}
        await browser.sides.do(f"chats/{ANNA}/start")
        await browser.sides.bot("sendMessage", chat_id=ANNA, text="Школа?", reply_markup=keys)
        await browser.open(ANNA)
        await browser.role("commands", ANNA).click()
        await browser.role("command").filter(has_text="Мой маршрут").click()
        await expect(browser.bubble("Вы сказали: /route")).to_be_visible()
        await browser.chat().locator("[data-reply=Лицей]").click()
        await expect(browser.bubble("Вы сказали: Лицей")).to_be_visible()
        await browser.chat().locator("[data-reply='Мой телефон']").click()
        await expect(browser.bubble("+7900")).to_be_visible()
        gone = {"remove_keyboard": True}
        await browser.sides.bot("sendMessage", chat_id=ANNA, text="Спасибо", reply_markup=gone)
        await expect(browser.role("reply-keyboard", ANNA)).to_be_hidden()


async def test_the_bot_types_is_blocked_and_comes_back() -> None:
    async with page_alone() as (browser, _):
        await browser.sides.do(f"chats/{ANNA}/start")
        await browser.open(ANNA)
        await browser.say("подумай")
        await expect(browser.role("under", ANNA)).to_have_text("печатает…")
        await browser.sides.bot("sendMessage", chat_id=ANNA, text="готово")
        await expect(browser.role("under", ANNA)).to_have_text("учитель, школа № 3")
        await browser.role("chat-menu", ANNA).click()
        await browser.role("block").click()
        await expect(browser.row(ANNA)).to_contain_text("заблокировал")
        await browser.role("unblock", ANNA).click()
        await expect(browser.role("text", ANNA)).to_be_focused()


async def test_the_clock_goes_on_by_a_day_and_a_new_day_is_marked() -> None:
    async with page_alone() as (browser, _):
        await browser.sides.do(f"chats/{ANNA}/start")
        await browser.open(ANNA)
        await expect(browser.role("now")).to_contain_text("21 сент. 2026")
        await browser.role("add-week").click()
        await browser.role("add-day").click()
        await expect(browser.role("now")).to_contain_text("29 сент. 2026")
        await browser.say("через неделю")
        await expect(browser.chat().locator(".day")).to_have_text(["21 сентября", "29 сентября"])


async def test_somebody_new_sits_down_and_an_invitation_link_is_opened_by_them() -> None:
    async with page_alone() as (browser, _):
        await browser.sides.do(f"chats/{ANNA}/start")
        link = "Приглашение: https://t.me/marshrut_local_bot?start=t_77"
        await browser.sides.bot("sendMessage", chat_id=ANNA, text=link)
        await browser.open(ANNA)
        await browser.bubble("Приглашение").locator("a").click()
        await browser.page.locator("[data-choice=new]").click()
        await browser.page.locator("[name=first_name]").fill("Вера")
        await browser.page.locator("[name=seat]").fill("наставник")
        await browser.role("accept").click()
        vera = browser.page.locator("[data-role=column]").filter(has_text="наставник")
        await vera.locator("[data-role=start]").click()
        await expect(vera.locator("[data-side=in]")).to_contain_text("Отчёт /start t_77")
