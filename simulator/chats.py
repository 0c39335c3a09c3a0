"""Chats as a bot reaches them: found or refused, described, acted in."""

from __future__ import annotations

from simulator.errors import Forbidden, Json, Wrong
from simulator.hub import Hub
from simulator.wire import Request, lenient_integer
from simulator.world import Chat

ACTIONS = (
    "cancel",
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "record_audio",
    "upload_voice",
    "upload_audio",
    "upload_document",
    "choose_sticker",
    "pick_up_location",
    "find_location",
    "record_video_note",
    "upload_video_note",
)
_ABILITIES = {
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
    "can_connect_to_business": False,
    "has_main_web_app": False,
}


def find_chat(hub: Hub, reference: str) -> Chat:
    """The chat of a `chat_id`, to be read."""
    if not reference:
        raise Wrong("chat_id is empty")
    number = lenient_integer(reference)
    chat = hub.world.chats.get(number)
    if chat is None and number in hub.world.people.items:
        raise Forbidden("bot can't initiate conversation with a user")
    if chat is None:
        raise Wrong("chat not found")
    if chat.moved_to:
        raise Wrong("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.moved_to)
    return chat


def writable_chat(hub: Hub, reference: str) -> Chat:
    """The chat of a `chat_id`, to be written to: 403 where the bot is not wanted."""
    chat = find_chat(hub, reference)
    person = hub.world.people.get(chat.id)
    if person and person.deactivated:
        raise Forbidden("user is deactivated")
    if person and person.blocked:
        raise Forbidden("bot was blocked by the user")
    if chat.kicked:
        raise Forbidden(f"bot was kicked from the {chat.kind} chat")
    return chat


def get_me(hub: Hub, request: Request) -> Json:
    """getMe."""
    return {**hub.world.me(), **_ABILITIES}


def get_chat(hub: Hub, request: Request) -> Json:
    """getChat: `ChatFullInfo`."""
    chat = find_chat(hub, request.text("chat_id"))
    gifts = (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    )
    full = {
        **hub.world.chat_json(chat),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }
    if chat.kind != "private":
        full["permissions"] = {"can_send_messages": True}
    return full


def get_chat_member(hub: Hub, request: Request) -> Json:
    """getChatMember."""
    chat = find_chat(hub, request.text("chat_id"))
    number = request.integer("user_id", high=2**53)
    if number == hub.world.bot_id:
        return {"status": "left" if chat.kicked else "member", "user": hub.world.me()}
    person = hub.world.people.get(number)
    if person is None:
        raise Wrong("user not found" if number > 0 else "invalid user_id specified")
    inside = number in chat.members or number == chat.id
    return {"status": "member" if inside else "left", "user": person.user()}


def leave_chat(hub: Hub, request: Request) -> bool:
    """leaveChat: a group without the bot from now on."""
    chat = writable_chat(hub, request.text("chat_id"))
    if chat.kind == "private":
        raise Wrong("chat member status can't be changed in private chats")
    chat.kicked = True
    hub.world.chats.put(chat.id, chat)
    return True


def send_chat_action(hub: Hub, request: Request) -> bool:
    """sendChatAction: "typing" and the like, shown for five seconds."""
    action = request.text("action").lower()
    if action not in ACTIONS:
        raise Wrong("Wrong parameter action in request")
    chat = writable_chat(hub, request.text("chat_id"))
    hub.world.bulletin.announce("chat_action", chat.id, action=action)
    return True
