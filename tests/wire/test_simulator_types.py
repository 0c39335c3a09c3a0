"""What the simulator says is what aiogram's types expect of the Bot API."""

from __future__ import annotations

from typing import Any

import pytest
from aiogram import types

from simulator.core import TOKEN, Upload
from tests.wire.simulated import PNG, Desk, button, buttons, desk

__all__ = ["desk"]
ALL = [*types.Update.model_fields]


def known(model: type[Any], value: Any) -> Any:
    """The parsed value, every field of which the type knows, also deep inside."""
    parsed = model.model_validate(value)
    _no_extras(parsed)
    return parsed


def _no_extras(parsed: Any) -> None:
    if isinstance(parsed, list | tuple):
        for one in parsed:
            _no_extras(one)
    elif isinstance(parsed, types.TelegramObject):
        assert not parsed.model_extra, f"{type(parsed).__name__}: {parsed.model_extra}"
        for name in type(parsed).model_fields:
            _no_extras(getattr(parsed, name))


def test_every_update_of_a_busy_day_is_understood(desk: Desk) -> None:
    telegram, anna = desk.telegram, desk.anna
    telegram.updates(offset=None, limit=1, allowed=ALL)
    said = telegram.say(anna, "Привет <b> https://ya.ru /help", reply_to=desk.send())
    telegram.say(anna, "а", forward_from="Кто-то")
    telegram.say(anna, "а", forward_from=anna)
    for kind in ("photo", "document", "voice", "video", "audio", "sticker", "animation"):
        telegram.send(anna, kind, Upload("a.png", PNG), caption=None if kind == "sticker" else "б")
    telegram.send(anna, "photo", [Upload("a.png", PNG)] * 2, caption="б")
    for kind in ("location", "contact", "poll", "dice", "sticker", "venue"):
        telegram.send_other(anna, kind, {})
    telegram.edit(anna, said["message_id"], "иначе")
    number = desk.send(reply_markup=buttons([button("a")]))
    for missing in (False, True, "absent"):
        telegram.tap(anna, number, "a", message_missing=missing)
    telegram.block(anna)
    telegram.unblock(anna)
    telegram.supergroup(telegram.group("Школа", [anna]))
    updates = [known(types.Update, update) for update in desk.new()]
    assert {update.event_type for update in updates} == {
        "message", "edited_message", "callback_query", "my_chat_member",
    }  # fmt: skip
    assert isinstance(updates[-8].event.message, types.InaccessibleMessage)


RICH = [
    {"type": "heading", "size": 1, "text": "а"},
    {
        "type": "paragraph",
        "text": ["а", {"type": "bold", "text": "б"}, {"type": "button", "button": button("c")}],
    },
    {"type": "table", "cells": [[{"align": "left", "valign": "top", "text": "а", "is_header": True}]]},
    {"type": "list", "items": [{"blocks": [{"type": "paragraph", "text": "а"}], "value": 1}]},
    {"type": "details", "summary": "а", "blocks": [{"type": "divider"}]},
    {"type": "buttons", "buttons": [button("a")]},
]


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("sendMessage", {"text": "<b>а</b>", "parse_mode": "HTML", "reply_markup": buttons([button("a")])}),
        (
            "sendMessage",
            {"text": "а", "link_preview_options": {"is_disabled": True}, "protect_content": True},
        ),
        ("sendMessage", {"text": "<tg-time unix='9' format='D'>а</tg-time>", "parse_mode": "HTML"}),
        (
            "sendMessage",
            {"text": "а", "reply_markup": buttons([{"text": "а", "disabled": {}, "style": "danger"}])},
        ),
        ("sendPhoto", {"photo": "attach://file", "caption": "а", "has_spoiler": True}),
        ("sendDocument", {"document": "attach://file"}),
        ("sendVoice", {"voice": "attach://file"}),
        ("sendVideo", {"video": "attach://file"}),
        ("sendAudio", {"audio": "attach://file"}),
        ("sendAnimation", {"animation": "attach://file"}),
        ("sendSticker", {"sticker": "attach://file"}),
        ("sendRichMessage", {"rich_message": {"blocks": RICH}}),
        ("sendRichMessage", {"rich_message": {"html": "<h1>а</h1><p>б <a href='https://ya.ru'>в</a></p>"}}),
    ],
)
def test_every_sent_message_is_understood(desk: Desk, method: str, params: dict[str, Any]) -> None:
    message = known(types.Message, desk.call(method, files={"file": Upload("a.png", PNG)}, **params))
    assert message.from_user.is_bot and message.chat.id == desk.anna
    shown = desk.telegram.history(desk.anna)[-1]
    assert types.Message.model_validate(shown).message_id == message.message_id


@pytest.mark.parametrize(
    ("method", "model"),
    [
        ("getMe", types.User),
        ("getWebhookInfo", types.WebhookInfo),
        ("getChat", types.ChatFullInfo),
        ("getMyName", types.BotName),
        ("getMyDescription", types.BotDescription),
        ("getMyShortDescription", types.BotShortDescription),
        ("getChatMenuButton", types.MenuButtonCommands),
    ],
)
def test_every_answer_is_understood(desk: Desk, method: str, model: type[Any]) -> None:
    known(model, desk.call(method, chat_id=desk.anna))


def test_files_groups_and_copies_are_understood(desk: Desk) -> None:
    file_id = desk.telegram.send(desk.anna, "document", Upload("а.pdf", b"x"))[0]["document"]["file_id"]
    known(types.File, desk.call("getFile", file_id=file_id))
    media = [{"type": "document", "media": file_id, "caption": "а"}] * 2
    for one in desk.call("sendMediaGroup", media=media):
        known(types.Message, one)
    number = desk.send()
    source = {"from_chat_id": desk.anna, "message_id": number}
    known(types.Message, desk.call("forwardMessage", **source))
    known(types.MessageId, desk.call("copyMessage", **source))
    known(types.Message, desk.call("editMessageText", message_id=number, text="иначе"))


def test_params_in_aiograms_form_pass(desk: Desk) -> None:
    """aiogram's session sends texts and JSON texts only."""
    params = {"chat_id": str(desk.anna), "text": "да", "disable_notification": "true"}
    params["reply_markup"] = '{"inline_keyboard":[[{"text":"a","callback_data":"a"}]]}'
    assert desk.telegram.call(TOKEN, "sendMessage", params)["text"] == "да"
