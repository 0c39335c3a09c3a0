"""People, groups, and how the bot presents itself to them."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.core import Upload
from tests.wire.simulated import Desk, desk

__all__ = ["desk"]


def command(name: str = "help", description: str = "Помощь") -> dict[str, str]:
    return {"command": name, "description": description}


def test_a_person_is_one_however_often_named(desk: Desk) -> None:
    boris = desk.telegram.person(first_name="Борис", last_name="Ли", username="boris", language_code=None)
    again = desk.telegram.person(first_name="Борис Б.", user_id=boris["id"])
    assert boris["id"] > 2**32 and again["id"] == boris["id"]
    assert [one["first_name"] for one in desk.telegram.people()] == ["Анна", "Борис Б."]
    assert "language_code" not in boris and not boris["started"]


def test_a_deep_link_is_a_start_with_a_payload(desk: Desk) -> None:
    desk.telegram.person(first_name="Борис", start="route_-9")
    message = desk.new()[-1]["message"]
    assert message["text"] == "/start route_-9"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    for payload in ("с кириллицей", "a" * 65, "a b"):
        with pytest.raises(ValueError, match="deep link"):
            desk.telegram.person(first_name="Вера", start=payload)
    assert len(desk.telegram.people()) == 2


def test_a_long_text_leaves_in_two_messages(desk: Desk) -> None:
    first = desk.telegram.say(desk.anna, "😀" * 2047 + "ы" + "😀" * 100)
    texts = [update["message"]["text"] for update in desk.new()]
    assert (first["text"], "".join(texts)) == (texts[0], "😀" * 2047 + "ы" + "😀" * 100)
    assert len(texts) == 2
    with pytest.raises(ValueError, match="entity begins after"):
        desk.telegram.say(desk.anna, "а", entities=[{"type": "bold", "offset": 3, "length": 1}])
    for text in ("", " \n"):
        with pytest.raises(ValueError, match="empty"):
            desk.telegram.say(desk.anna, text)


def test_forwards_and_replies_of_a_person(desk: Desk) -> None:
    boris = desk.telegram.person(first_name="Борис")["id"]
    known = desk.telegram.say(desk.anna, "а", forward_from=boris)
    hidden = desk.telegram.say(desk.anna, "а", forward_from="Кто-то", reply_to=desk.send())
    assert known["forward_origin"]["sender_user"]["id"] == boris
    assert hidden["forward_origin"]["sender_user_name"] == "Кто-то"
    assert hidden["reply_to_message"]["text"] == "Вопрос"


@pytest.mark.parametrize("kind", ["location", "contact", "poll", "dice", "sticker", "venue"])
def test_other_kinds_come_with_plausible_content(desk: Desk, kind: str) -> None:
    desk.telegram.send_other(desk.anna, kind, {})
    assert desk.new()[0]["message"][kind]


def test_a_contact_may_be_somebody_elses(desk: Desk) -> None:
    shared = desk.telegram.send_other(desk.anna, "contact", {"user_id": 5, "phone_number": "+7900"})
    assert shared["contact"] == {"phone_number": "+7900", "first_name": "Анна", "user_id": 5}


def test_a_person_edits_and_deletes_their_own(desk: Desk) -> None:
    said = desk.telegram.say(desk.anna, "до")["message_id"]
    photo = desk.telegram.send(desk.anna, "photo", Upload("a", b"x"), caption="до")[0]["message_id"]
    desk.new()
    desk.time += 3
    desk.telegram.edit(desk.anna, said, "после")
    desk.telegram.edit(desk.anna, photo, "после")
    text, caption = (update["edited_message"] for update in desk.new())
    assert (text["text"], caption["caption"]) == ("после", "после")
    assert text["edit_date"] == text["date"] + 3
    desk.telegram.delete(desk.anna, said)
    assert desk.new() == []
    with pytest.raises(ValueError, match="own message"):
        desk.telegram.edit(desk.anna, desk.send(), "чужое")


def test_who_blocked_the_bot_must_unblock_to_write(desk: Desk) -> None:
    desk.telegram.block(desk.anna)
    with pytest.raises(ValueError, match="Unblock"):
        desk.telegram.say(desk.anna, "а")
    desk.telegram.unblock(desk.anna)
    statuses = [
        (
            one["my_chat_member"]["old_chat_member"]["status"],
            one["my_chat_member"]["new_chat_member"]["status"],
        )
        for one in desk.new()
    ]
    assert statuses == [("member", "kicked"), ("kicked", "member")]


def test_in_a_group_the_bot_hears_commands_and_replies_only(desk: Desk) -> None:
    group = desk.telegram.group("Школа", [desk.anna])
    assert group < 0
    sent = desk.call("sendMessage", chat_id=group, text="Здравствуйте")
    desk.new()
    for text in ("болтовня", "/help@other_bot", "/help", "/help@marshrut_local_bot"):
        desk.telegram.say(desk.anna, text, chat_id=group)
    desk.telegram.say(desk.anna, "отвечаю", chat_id=group, reply_to=sent["message_id"])
    heard = [update["message"]["text"] for update in desk.new()]
    assert heard == ["/help", "/help@marshrut_local_bot", "отвечаю"]
    assert desk.call("getChatMember", chat_id=group, user_id=desk.anna)["status"] == "member"
    assert desk.call("leaveChat", chat_id=group) is True
    refused = desk.refusal("sendMessage", chat_id=group, text="а")
    assert refused == "Forbidden: bot was kicked from the group chat"


def test_a_group_may_grow_into_a_supergroup(desk: Desk) -> None:
    group = desk.telegram.group("Школа", [desk.anna])
    grown = desk.telegram.supergroup(group)
    assert desk.new()[-1]["message"]["migrate_from_chat_id"] == group
    refused = desk.refusal("sendMessage", chat_id=group, text="а")
    assert refused == "group chat was upgraded to a supergroup chat"
    assert desk.call("sendMessage", chat_id=grown, text="а")["chat"]["type"] == "supergroup"


def test_strangers_see_no_group(desk: Desk) -> None:
    boris = desk.telegram.person(first_name="Борис")["id"]
    group = desk.telegram.group("Школа", [desk.anna])
    with pytest.raises(ValueError, match="not in the chat"):
        desk.telegram.history(boris, chat_id=group)


@pytest.mark.parametrize(
    ("commands", "reason"),
    [
        ("[", "can't parse commands JSON object"),
        ({}, "expected an Array of BotCommand"),
        (["x"], "can't parse BotCommand: expected an Object"),
        ([{"command": "a"}], "can't parse BotCommand: Can't find field \"description\""),
        ([command("Help")], "BOT_COMMAND_INVALID"),
        ([command("помощь")], "BOT_COMMAND_INVALID"),
        ([command("/")], "command must be non-empty"),
        ([command("a" * 33)], "command length must not exceed 32"),
        ([command(description=" ")], "command description must be non-empty"),
        ([command(description="ы" * 257)], "command description length must not exceed 256"),
        ([command(f"c{one}") for one in range(101)], "BOT_COMMANDS_TOO_MUCH"),
    ],
)
def test_wrong_commands_are_refused(desk: Desk, commands: Any, reason: str) -> None:
    assert desk.refusal("setMyCommands", commands=commands) == reason


def test_the_menu_falls_back_by_scope_then_language(desk: Desk) -> None:
    desk.call("setMyCommands", commands=[command("general")])
    desk.call("setMyCommands", commands=[command("russian")], language_code="ru")
    assert desk.telegram.command_menu(desk.anna) == [command("russian")]
    private = {"type": "all_private_chats"}
    desk.call("setMyCommands", commands=[command("private")], scope=private)
    assert desk.telegram.command_menu(desk.anna) == [command("private")]
    own = {"type": "chat", "chat_id": desk.anna}
    desk.call("setMyCommands", commands=[command("own")], scope=own)
    assert desk.telegram.command_menu(desk.anna) == desk.call("getMyCommands", scope=own) == [command("own")]
    desk.call("deleteMyCommands", scope=own)
    desk.call("setMyCommands", commands=[], scope=private)
    assert desk.telegram.command_menu(desk.anna) == [command("russian")]


@pytest.mark.parametrize(
    ("scope", "reason"),
    [
        ({"type": "moon"}, "can't parse BotCommandScope: Unsupported type specified"),
        ({"type": "chat"}, "can't parse BotCommandScope: Can't find field \"chat_id\""),
        ({"type": "chat", "chat_id": 7}, "chat not found"),
        (
            {"type": "chat_administrators", "chat_id": 5_111_222_333},
            "can't use specified scope in private chats",
        ),
    ],
)
def test_a_wrong_scope_is_refused(desk: Desk, scope: dict[str, Any], reason: str) -> None:
    assert desk.refusal("setMyCommands", commands=[command()], scope=scope) == reason


@pytest.mark.parametrize(("field", "limit"), [("name", 64), ("description", 512), ("short_description", 120)])
def test_the_profile_is_set_by_language_and_limited(desk: Desk, field: str, limit: int) -> None:
    setter, getter = (f"{verb}My{''.join(map(str.capitalize, field.split('_')))}" for verb in ("set", "get"))
    desk.call(setter, **{field: "общее"})
    desk.call(setter, **{field: "ы" * limit, "language_code": "ru"})
    assert desk.call(getter, language_code="ru") == {field: "ы" * limit}
    assert desk.call(getter, language_code="en") == {field: "общее"}
    assert "too long" in desk.refusal(setter, **{field: "ы" * (limit + 1)})
    assert desk.refusal(setter, language_code="russian") == "invalid language code specified"


def test_the_bots_name_is_its_first_name(desk: Desk) -> None:
    desk.call("setMyName", name="Маршрут")
    assert desk.call("getMe")["first_name"] == "Маршрут"


def test_the_menu_button(desk: Desk) -> None:
    app = {"type": "web_app", "text": "Открыть", "web_app": {"url": "https://ya.ru/"}}
    assert desk.call("getChatMenuButton") == {"type": "commands"}
    assert desk.call("setChatMenuButton", chat_id=desk.anna, menu_button=app) is True
    assert desk.call("getChatMenuButton", chat_id=desk.anna) == app
    wrong = desk.refusal("setChatMenuButton", menu_button={"type": "moon"})
    assert wrong == "can't parse menu button: MenuButton has unsupported type"


def test_a_chat_describes_itself(desk: Desk) -> None:
    assert desk.call("getChat", chat_id=desk.anna)["first_name"] == "Анна"
    assert desk.refusal("getChat", chat_id=7) == "chat not found"
