"""Sending: a text, and what every sent message has in common."""

from __future__ import annotations

from simulator.chats import find_chat, writable_chat
from simulator.errors import Json, Wrong
from simulator.hub import Hub
from simulator.keyboards import markup
from simulator.text import message_text, text_fields
from simulator.wire import Request, field_integer, field_text, field_truth
from simulator.world import Chat, Post

_PREVIEW_FLAGS = ("is_disabled", "prefer_small_media", "prefer_large_media", "show_above_text")


def send_message(hub: Hub, request: Request) -> Json:
    """sendMessage."""
    text, entities = message_text(hub.world, request)
    return deliver(hub, request, {**text_fields(text, entities), **preview(request)})


def deliver(hub: Hub, request: Request, content: Json) -> Json:
    """One message with this content, into `chat_id`, with keyboard and reply; the Bot API's `Message`."""
    keyboard = markup(hub.world, request)
    chat, common = addressed(hub, request)
    return hub.world.add_post(chat, hub.world.me(), {**common, **content}, keyboard=keyboard).message


def addressed(hub: Hub, request: Request) -> tuple[Chat, Json]:
    """The chat to send to, and the fields every message of this call has."""
    replied = _replied(hub, request)
    chat = writable_chat(hub, request.text("chat_id"))
    if request.integer("message_thread_id") > 0:
        raise Wrong("message thread not found")
    common: Json = {}
    if replied:
        common["reply_to_message"] = {
            name: value for name, value in replied.message.items() if name != "reply_to_message"
        }
    if request.truth("protect_content"):
        common["has_protected_content"] = True
    return chat, common


def find_post(chat: Chat, message_id: int, what: str) -> Post:
    """A message of a chat; `what` names it in the refusal, as "message to edit"."""
    post = chat.posts.get(message_id)
    if post is None:
        raise Wrong(f"{what} not found")
    return post


def preview(request: Request) -> Json:
    """`link_preview_options` as the message shows them, also from the older parameter."""
    value = request.json("link_preview_options", "Can't parse link preview options JSON object")
    if value is None:
        off = request.truth("disable_web_page_preview")
        return {"link_preview_options": {"is_disabled": True}} if off else {}
    if not isinstance(value, dict):
        raise Wrong("Object expected as link preview options")
    options: Json = {name: True for name in _PREVIEW_FLAGS if field_truth(value, name)}
    if url := field_text(value, "url", ""):
        options["url"] = url
    return {"link_preview_options": options} if options else {}


def _replied(hub: Hub, request: Request) -> Post | None:
    value = request.json("reply_parameters", "Can't parse reply parameters JSON object")
    if value is None and request.given("reply_to_message_id"):
        value = {
            "message_id": request.integer("reply_to_message_id"),
            "allow_sending_without_reply": request.truth("allow_sending_without_reply"),
        }
    if not value:
        return None
    if not isinstance(value, dict):
        raise Wrong("Object expected as reply parameters")
    message_id = field_integer(value, "message_id")
    chat = find_chat(hub, field_text(value, "chat_id", "") or request.text("chat_id"))
    if field_truth(value, "allow_sending_without_reply"):
        return chat.posts.get(message_id)
    return find_post(chat, message_id, "message to be replied")
