"""Forwarding and copying messages."""

from __future__ import annotations

from simulator.chats import find_chat
from simulator.editing import CAPTIONED, message_ids
from simulator.errors import Json, Wrong
from simulator.hub import Hub
from simulator.keyboards import markup
from simulator.messages import addressed, find_post
from simulator.text import request_caption
from simulator.wire import Request
from simulator.world import Chat, Post

CONTENT = (
    *("text", "entities", "link_preview_options", "rich_message"),
    *("photo", "document", "video", "voice", "audio", "animation", "sticker"),
    *("caption", "caption_entities", "has_media_spoiler"),
    *("location", "contact", "venue", "dice", "poll"),
)


def forward_message(hub: Hub, request: Request) -> Json:
    """forwardMessage: the same content, with its origin."""
    request.required("from_chat_id")
    source = find_chat(hub, request.text("from_chat_id"))
    post = find_post(source, request.integer("message_id"), "message to forward")
    chat, common = addressed(hub, request)
    return _forwarded(hub, chat, post, common)


def forward_messages(hub: Hub, request: Request) -> list[Json]:
    """forwardMessages: 1-100; those that are gone are skipped."""
    posts = _many(hub, request, "message to forward")
    chat, common = addressed(hub, request)
    return [{"message_id": _forwarded(hub, chat, post, common)["message_id"]} for post in posts]


def copy_message(hub: Hub, request: Request) -> Json:
    """copyMessage: the same content as the bot's own, perhaps with another caption and keyboard."""
    request.required("from_chat_id")
    words = request_caption(hub.world, request) if request.given("caption") else None
    source = find_chat(hub, request.text("from_chat_id"))
    post = find_post(source, request.integer("message_id"), "message to copy")
    keyboard = markup(hub.world, request)
    chat, common = addressed(hub, request)
    content = {**common, **_copied(post, words)}
    return {"message_id": hub.world.add_post(chat, hub.world.me(), content, keyboard=keyboard).id}


def copy_messages(hub: Hub, request: Request) -> list[Json]:
    """copyMessages: 1-100; those that are gone are skipped."""
    posts = _many(hub, request, "message to copy")
    chat, common = addressed(hub, request)
    words: Json | None = {} if request.truth("remove_caption") else None
    copies = [{**common, **_copied(post, words)} for post in posts]
    return [{"message_id": hub.world.add_post(chat, hub.world.me(), copy).id} for copy in copies]


def content_of(message: Json) -> Json:
    """What a message says, without who, when, where."""
    return {name: message[name] for name in CONTENT if name in message}


def _many(hub: Hub, request: Request, what: str) -> list[Post]:
    request.required("from_chat_id")
    numbers = message_ids(request)
    source = find_chat(hub, request.text("from_chat_id"))
    posts = [post for number in numbers if (post := source.posts.get(number))]
    if not posts:
        raise Wrong(f"{what} not found" if len(numbers) == 1 else "there are no messages to forward")
    return posts


def _forwarded(hub: Hub, chat: Chat, post: Post, common: Json) -> Json:
    content = content_of(post.message)
    _check_spreadable(post, content, "forwarded")
    origin = post.message.get("forward_origin") or {
        "type": "user",
        "date": post.message["date"],
        "sender_user": post.message["from"],
    }
    fields = {**common, "forward_origin": origin, **content}
    return hub.world.add_post(chat, hub.world.me(), fields).message


def _copied(post: Post, words: Json | None) -> Json:
    """The content of a copy; `words` replace its caption unless None."""
    content = content_of(post.message)
    _check_spreadable(post, content, "copied")
    if words is None or not any(kind in content for kind in CAPTIONED):
        return content
    return {name: value for name, value in content.items() if not name.startswith("caption")} | words


def _check_spreadable(post: Post, content: Json, done: str) -> None:
    if not content or post.message.get("has_protected_content"):
        raise Wrong(f"message can't be {done}")
