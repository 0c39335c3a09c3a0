"""Reply markup: what Telegram takes and what it refuses."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.wire.simulated import Desk, button, buttons, desk

__all__ = ["desk"]


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("{", "can't parse reply keyboard markup JSON object"),
        ([], "object expected as reply markup"),
        ({"inline_keyboard": {}}, 'field "inline_keyboard" must be of type Array'),
        (
            {"inline_keyboard": [button("a")]},
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
        ({"keyboard": ["Да"]}, 'field "keyboard" must be an Array of Arrays'),
        (buttons(["a"]), "can't parse inline keyboard button: InlineKeyboardButton must be an Object"),
        (buttons([{"callback_data": "a"}]), "can't parse inline keyboard button: Can't find field \"text\""),
        (buttons([{"text": "", "callback_data": "a"}]), "inline keyboard button text must be non-empty"),
        (
            buttons([{"text": "Да"}]),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            buttons([{"text": "Да", "callback_data": ""}]),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            buttons([{"text": "Да", "callback_data": "a", "url": "ya.ru"}]),
            "can't parse inline keyboard button: exactly one action is allowed, found url, callback_data",
        ),
        (buttons([button("ы" * 33)]), "BUTTON_DATA_INVALID"),
        (buttons([button("a" * 65)]), "BUTTON_DATA_INVALID"),
        (
            buttons([{"text": "Да", "url": "http://localhost"}]),
            "inline keyboard button URL 'http://localhost' is invalid: Wrong HTTP URL",
        ),
        (
            buttons([{"text": "Да", "url": "ftp://ya.ru"}]),
            "inline keyboard button URL 'ftp://ya.ru' is invalid: Unsupported URL protocol",
        ),
        (
            buttons([{"text": "Да", "url": "https://"}]),
            "inline keyboard button URL 'https://' is invalid: URL host is empty",
        ),
        (
            buttons([{"text": "Да", "url": "https://a b.ru"}]),
            "inline keyboard button URL 'https://a b.ru' is invalid: Disallowed character in URL host",
        ),
        (
            buttons([{"text": "Да", "web_app": {"url": "http://ya.ru"}}]),
            "inline keyboard button Web App URL 'http://ya.ru' is invalid: Only HTTPS links are allowed",
        ),
        (
            buttons([{**button("a"), "style": "pink"}]),
            "can't parse inline keyboard button: invalid button style specified",
        ),
        (buttons([{"text": "Да", "copy_text": {"text": "ы" * 257}}]), "BUTTON_COPY_TEXT_INVALID"),
        (buttons(*[[button("a")] * 5] * 21), "reply markup is too long"),
        (buttons([button("a")] * 9), "reply markup is too long"),
        ({"keyboard": [[{"text": ""}]]}, "keyboard button text must be non-empty"),
        ({"keyboard": [[7]]}, "can't parse keyboard button: KeyboardButton must be a String or an Object"),
        ({"remove_keyboard": "yes"}, 'field "remove_keyboard" must be of type Boolean'),
    ],
)
def test_a_wrong_keyboard_is_refused(desk: Desk, markup: Any, reason: str) -> None:
    assert desk.refusal("sendMessage", text="да", reply_markup=markup) == reason


@pytest.mark.parametrize(
    "one",
    [
        {"callback_data": "ы" * 32},
        {"callback_data": "a", "style": "danger"},
        {"url": "https://ya.ru/"},
        {"url": "tg://user?id=7"},
        {"web_app": {"url": "https://ya.ru/"}},
        {"switch_inline_query": ""},
        {"copy_text": {"text": "код"}},
        {"disabled": {}},
        {"disabled": {}, "style": "success"},
    ],
)
def test_a_right_button_is_shown_as_it_was_sent(desk: Desk, one: dict[str, Any]) -> None:
    markup = buttons([{"text": "Да", **one}])
    for form in (markup, json.dumps(markup)):
        assert desk.call("sendMessage", text="да", reply_markup=form)["reply_markup"] == markup


def test_a_bare_address_gets_its_scheme(desk: Desk) -> None:
    sent = desk.call("sendMessage", text="да", reply_markup=buttons([{"text": "Да", "url": "ya.ru?q=1"}]))
    assert sent["reply_markup"]["inline_keyboard"][0][0]["url"] == "http://ya.ru/?q=1"


def test_a_hundred_buttons_pass(desk: Desk) -> None:
    assert desk.call("sendMessage", text="да", reply_markup=buttons(*[[button("a")] * 5] * 20))


def test_an_empty_keyboard_is_none(desk: Desk) -> None:
    assert "reply_markup" not in desk.call("sendMessage", text="да", reply_markup=buttons([]))


def test_a_reply_keyboard_is_seen_by_the_person_only(desk: Desk) -> None:
    markup = {"keyboard": [["Да", {"text": "Номер", "request_contact": True}]], "resize_keyboard": True}
    assert "reply_markup" not in desk.call("sendMessage", text="да", reply_markup=markup)
    shown = desk.telegram.history(desk.anna)[-1]["keyboard"]
    assert shown["keyboard"] == [[{"text": "Да"}, {"text": "Номер", "request_contact": True}]]
    assert shown["resize_keyboard"] is True


def test_only_an_inline_keyboard_can_be_edited_in(desk: Desk) -> None:
    number = desk.send()
    markup = {"keyboard": [["Да"]]}
    refused = desk.refusal("editMessageText", message_id=number, text="б", reply_markup=markup)
    assert refused == "inline keyboard expected"
