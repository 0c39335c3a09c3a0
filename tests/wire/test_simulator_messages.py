"""Sending, editing, deleting, forwarding: chats that refuse, messages that cannot change."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.core import TOKEN, Upload
from simulator.editing import NOT_MODIFIED
from simulator.errors import ApiError
from tests.wire.simulated import PNG, Desk, button, buttons, desk

__all__ = ["desk"]
PICTURE = {"photo": Upload("a.png", PNG)}


def code_of(desk: Desk, method: str, **params: Any) -> int:
    with pytest.raises(ApiError) as refused:
        desk.call(method, **params)
    return refused.value.code


def test_a_wrong_token_and_an_unknown_method_are_refused(desk: Desk) -> None:
    with pytest.raises(ApiError) as stranger:
        desk.telegram.call("1:x", "getMe", {})
    assert (stranger.value.code, stranger.value.description) == (401, "Unauthorized")
    with pytest.raises(ApiError) as unknown:
        desk.telegram.call(TOKEN, "sendLove", {})
    assert (unknown.value.code, unknown.value.description) == (404, "Not Found: method not found")
    assert desk.telegram.call(TOKEN, "GETME", {})["is_bot"] is True


@pytest.mark.parametrize(
    ("chat_id", "code", "reason"),
    [
        ("", 400, "chat_id is empty"),
        ("abc", 400, "chat not found"),
        ("@anna", 400, "chat not found"),
        (77, 400, "chat not found"),
    ],
)
def test_a_chat_nobody_knows_is_not_found(desk: Desk, chat_id: Any, code: int, reason: str) -> None:
    assert desk.refusal("sendMessage", chat_id=chat_id, text="да") == reason
    assert code_of(desk, "sendMessage", chat_id=chat_id, text="да") == code


def test_the_bot_writes_only_to_those_who_wrote_and_did_not_block(desk: Desk) -> None:
    boris = desk.telegram.person(first_name="Борис")["id"]
    refused = desk.refusal("sendMessage", chat_id=boris, text="да")
    assert refused == "Forbidden: bot can't initiate conversation with a user"
    desk.telegram.block(desk.anna)
    assert desk.refusal("sendMessage", text="да") == "Forbidden: bot was blocked by the user"
    assert code_of(desk, "sendMessage", text="да") == 403
    desk.telegram.unblock(desk.anna)
    assert desk.send()
    desk.telegram.deactivate(desk.anna)
    assert desk.refusal("sendMessage", text="да") == "Forbidden: user is deactivated"


def test_numbers_of_messages_are_per_chat(desk: Desk) -> None:
    boris = desk.telegram.person(first_name="Борис", start="")["id"]
    assert desk.send() == desk.call("sendMessage", chat_id=boris, text="да")["message_id"]


def test_an_edit_replaces_text_and_keyboard(desk: Desk) -> None:
    number = desk.send(reply_markup=buttons([button("a")]))
    desk.time += 5
    edited = desk.call("editMessageText", message_id=number, text="<b>Другой</b>", parse_mode="html")
    assert (edited["text"], edited["edit_date"]) == ("Другой", edited["date"] + 5)
    assert "reply_markup" not in edited
    assert desk.telegram.history(desk.anna)[-1]["text"] == "Другой"


def test_an_edit_that_changes_nothing_is_refused(desk: Desk) -> None:
    markup = buttons([button("a")])
    number = desk.send("<b>Да</b>", parse_mode="HTML", reply_markup=markup)
    same = {"message_id": number, "text": "<strong>Да</strong>", "parse_mode": "HTML", "reply_markup": markup}
    assert desk.refusal("editMessageText", **same) == NOT_MODIFIED
    assert desk.refusal("editMessageReplyMarkup", message_id=number, reply_markup=markup) == NOT_MODIFIED
    assert desk.call("editMessageText", **{**same, "text": "Да"})


def test_what_cannot_be_edited_is_refused(desk: Desk) -> None:
    said = desk.telegram.say(desk.anna, "привет")["message_id"]
    menu = desk.send(reply_markup={"keyboard": [["Да"]]})
    photo = desk.call("sendPhoto", files=PICTURE)["message_id"]
    gone = desk.send()
    desk.telegram.delete(desk.anna, gone)
    refused = {
        number: desk.refusal("editMessageText", message_id=number, text="б") for number in (said, menu)
    }
    assert refused == {said: "message can't be edited", menu: "message can't be edited"}
    assert (
        desk.refusal("editMessageText", message_id=photo, text="б")
        == "there is no text in the message to edit"
    )
    for number in (gone, 1, 0, -5):
        assert desk.refusal("editMessageText", message_id=number, text="б") == "message to edit not found"
    text = desk.send()
    refusal = desk.refusal("editMessageCaption", message_id=text, caption="б")
    assert refusal == "there is no caption in the message to edit"
    assert desk.refusal("editMessageText", chat_id="", text="б") == "message identifier is not specified"


def test_a_caption_can_be_edited_and_taken_away(desk: Desk) -> None:
    number = desk.call("sendPhoto", files=PICTURE, caption="а")["message_id"]
    assert desk.call("editMessageCaption", message_id=number, caption="б")["caption"] == "б"
    assert (
        desk.refusal("editMessageCaption", message_id=number, caption="б" * 1025)
        == "message caption is too long"
    )
    assert "caption" not in desk.call("editMessageCaption", message_id=number)


def test_a_text_becomes_a_photo_and_another_photo(desk: Desk) -> None:
    number = desk.send("до", reply_markup=buttons([button("a")]))
    media = {"type": "photo", "media": "attach://photo", "caption": "<b>а</b>", "parse_mode": "HTML"}
    edited = desk.call("editMessageMedia", files=PICTURE, message_id=number, media=media)
    assert edited["caption"] == "а" and edited["photo"] and not edited.keys() & {"text", "reply_markup"}
    same = {**media, "media": edited["photo"][-1]["file_id"]}
    assert desk.refusal("editMessageMedia", message_id=number, media=same) == NOT_MODIFIED
    wrong = desk.refusal("editMessageMedia", message_id=number, media={"type": "voice", "media": "x"})
    assert wrong == 'can\'t parse InputMedia: type "voice" is unsupported'


def test_messages_are_deleted_within_two_days(desk: Desk) -> None:
    first, second, said = desk.send(), desk.send(), desk.telegram.say(desk.anna, "я")["message_id"]
    assert desk.call("deleteMessage", message_id=first) is True
    assert desk.call("deleteMessage", message_id=said) is True
    assert desk.refusal("deleteMessage", message_id=first) == "message to delete not found"
    assert desk.refusal("deleteMessage", message_id=0) == "message identifier is not specified"
    desk.time += 48 * 3600
    assert desk.refusal("deleteMessage", message_id=second) == "message can't be deleted for everyone"


def test_many_messages_are_deleted_at_once_and_the_lost_are_skipped(desk: Desk) -> None:
    numbers = [desk.send(), desk.send()]
    assert desk.call("deleteMessages", message_ids=[*numbers, 1]) is True
    assert not any(one["by_bot"] for one in desk.telegram.history(desk.anna))
    assert desk.refusal("deleteMessages", message_ids=[]) == "message identifiers are not specified"
    assert desk.refusal("deleteMessages", message_ids=[1] * 101) == "too many message identifiers specified"
    assert desk.refusal("deleteMessages", message_ids="{}") == "expected an Array of message identifiers"
    assert desk.refusal("deleteMessages", message_ids=["x"]) == "can't parse message identifier as a Number"


def test_a_reply_shows_what_it_answers(desk: Desk) -> None:
    said = desk.telegram.say(desk.anna, "вопрос")["message_id"]
    sent = desk.call("sendMessage", text="ответ", reply_parameters={"message_id": said})
    assert sent["reply_to_message"]["text"] == "вопрос"
    lost = {"message_id": 1}
    assert desk.refusal("sendMessage", text="б", reply_parameters=lost) == "message to be replied not found"
    lenient = {**lost, "allow_sending_without_reply": True}
    assert "reply_to_message" not in desk.call("sendMessage", text="б", reply_parameters=lenient)
    assert (
        desk.refusal("sendMessage", text="б", reply_parameters="[")
        == "can't parse reply parameters JSON object"
    )


def test_options_of_a_message(desk: Desk) -> None:
    sent = desk.call(
        "sendMessage", text="б", link_preview_options={"is_disabled": True}, protect_content=True, love="much"
    )
    assert sent["link_preview_options"] == {"is_disabled": True}
    assert sent["has_protected_content"] is True
    wrong = desk.refusal("sendMessage", text="б", link_preview_options={"is_disabled": "x"})
    assert wrong == 'field "is_disabled" must be of type Boolean'
    assert desk.refusal("sendMessage", text="б", message_thread_id=3) == "message thread not found"


def test_copies_are_the_bots_own_and_forwards_tell_their_origin(desk: Desk) -> None:
    boris = desk.telegram.person(first_name="Борис", start="")["id"]
    photo = desk.telegram.send(desk.anna, "photo", Upload("a.png", PNG), caption="а")[0]["message_id"]
    source = {"chat_id": boris, "from_chat_id": desk.anna, "message_id": photo}
    desk.call("copyMessage", **source, caption="б", reply_markup=buttons([button("a")]))
    assert desk.call("forwardMessage", **source)["forward_origin"]["sender_user"]["first_name"] == "Анна"
    copied, forwarded = desk.telegram.history(boris)[-2:]
    assert (copied["caption"], forwarded["caption"]) == ("б", "а")
    assert copied["photo"] == forwarded["photo"]
    assert len(desk.call("copyMessages", chat_id=boris, from_chat_id=desk.anna, message_ids=[photo, 1])) == 1
    lost = {**source, "message_id": 1}
    assert desk.refusal("copyMessage", **lost) == "message to copy not found"
    assert desk.refusal("forwardMessage", **lost) == "message to forward not found"
    assert desk.refusal("forwardMessage", chat_id=boris) == 'parameter "from_chat_id" is required'


def test_actions_are_named_exactly(desk: Desk) -> None:
    assert desk.call("sendChatAction", action="typing") is True
    assert desk.refusal("sendChatAction", action="thinking") == "wrong parameter action in request"


def test_a_snapshot_does_not_change_with_the_message(desk: Desk) -> None:
    number = desk.send("до", reply_markup=buttons([button("a")]))
    desk.telegram.tap(desk.anna, number, "a")
    desk.call("editMessageText", message_id=number, text="после")
    assert desk.new()[-1]["callback_query"]["message"]["text"] == "до"
