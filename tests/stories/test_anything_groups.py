"""Groups and channels: one polite line to a command, silence to talk, never a menu (telegram.md 37)."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from models.entry import Account
from tests.stories.town import Guest, Town

CHANNEL = {"id": -1001234567890, "type": "channel", "title": "Новости школы"}


async def group(town: Town, *guests: Guest) -> int:
    """A group with these people and the bot."""
    chat_id = town.telegram.group("Учителя школы № 3", [guest.telegram_id for guest in guests])
    await town.settle()
    return chat_id


def heard_in(town: Town, guest: Guest, chat_id: int) -> list[dict[str, Any]]:
    """What the bot said in a group."""
    history = town.telegram.history(guest.telegram_id, chat_id=chat_id)
    return [message for message in history if message["from"]["is_bot"]]


@pytest.mark.parametrize(
    "command", ["/start", "/menu@marshrut_local_bot", "/help", "/nonsense", "/start ABCDEFGHJK"]
)
async def test_a_command_in_a_group_gets_one_polite_line_without_buttons(town: Town, command: str) -> None:
    teacher, tutor = await town.pair()
    chat_id = await group(town, teacher, tutor)
    private = len(teacher.heard)
    town.telegram.say(teacher.telegram_id, command, chat_id=chat_id)
    await town.settle()
    [line] = heard_in(town, teacher, chat_id)
    assert line["text"] in town.text.said["anything-group"]
    assert "reply_markup" not in line
    assert len(teacher.heard) == private, "nothing of the private chat moves"


async def test_talk_in_a_group_is_met_with_silence(town: Town) -> None:
    teacher, tutor = await town.pair()
    chat_id = await group(town, teacher, tutor)
    for text in ("Всем добрый день", "@marshrut_local_bot привет", "/menu@another_bot"):
        town.telegram.say(teacher.telegram_id, text, chat_id=chat_id)
    await town.settle()
    town.telegram.say(tutor.telegram_id, "/help", chat_id=chat_id)
    await town.settle()
    [line] = heard_in(town, teacher, chat_id)
    town.telegram.say(teacher.telegram_id, "Спасибо", chat_id=chat_id, reply_to=line["message_id"])
    await town.settle()
    assert len(heard_in(town, teacher, chat_id)) == 1


async def test_a_code_said_in_a_group_lets_nobody_in(town: Town) -> None:
    member, _ = await town.pair()
    stranger = await town.person("Чужой Пётр Ильич")
    chat_id = await group(town, member, stranger)
    town.telegram.say(stranger.telegram_id, f"/start {stranger.code}", chat_id=chat_id)
    await town.settle()
    assert not await town.all(select(Account).where(Account.telegram_id == stranger.telegram_id))


async def test_a_group_that_becomes_a_supergroup_is_met_with_silence(town: Town) -> None:
    teacher, tutor = await town.pair()
    chat_id = await group(town, teacher, tutor)
    grown = town.telegram.supergroup(chat_id)
    await town.settle()
    assert not heard_in(town, teacher, grown)
    town.telegram.say(teacher.telegram_id, "/menu", chat_id=grown)
    await town.settle()
    assert len(heard_in(town, teacher, grown)) == 1


async def test_a_button_tapped_in_a_group_is_answered_and_shows_nothing(town: Town) -> None:
    teacher, tutor = await town.pair()
    chat_id = await group(town, teacher, tutor)
    town.telegram.say(teacher.telegram_id, "/menu", chat_id=chat_id)
    await town.settle()
    [line] = heard_in(town, teacher, chat_id)
    town.telegram.tap(teacher.telegram_id, line["message_id"], "go:menu", chat_id=chat_id, forged=True)
    await town.settle()
    assert not town.telegram.unanswered()
    assert len(heard_in(town, teacher, chat_id)) == 1


@pytest.mark.parametrize("kind", ["channel_post", "edited_channel_post", "message"])
async def test_a_post_of_a_channel_is_met_with_silence(town: Town, kind: str) -> None:
    await town.pair()
    post = {
        "message_id": 5,
        "date": int(town.now.timestamp()),
        "chat": CHANNEL,
        "sender_chat": CHANNEL,
        "text": "/start",
    }
    calls = len(town.wire.calls)
    assert await town.polling.take([{"update_id": 77, kind: post}])
    await town.app.post.settle()
    assert len(town.wire.calls) == calls


@pytest.mark.parametrize(
    "update",
    [
        {"update_id": 77},
        {"update_id": 77, "message": {}},
        {"update_id": 77, "message": "text"},
        {"update_id": 77, "callback_query": {"id": "1", "from": {"id": 5}}},
        {"update_id": 77, "poll": {"id": "1"}},
        {"update_id": 77, "something_of_bot_api_12": {"from": {"id": 5}}},
        {"update_id": 77, "message": None},
    ],
)
async def test_an_update_that_cannot_be_read_holds_up_nobody(town: Town, update: dict[str, Any]) -> None:
    teacher, _ = await town.pair()
    town.telegram.say(teacher.telegram_id, "/menu")
    [behind] = town.telegram.updates(offset=town.offset, limit=100, allowed=None)
    assert await town.polling.take([update, behind])
    town.offset = behind["update_id"] + 1
    await town.app.post.settle()
    teacher.sees("menu", among_last=1)
