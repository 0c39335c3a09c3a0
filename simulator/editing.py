"""Editing and deleting messages."""

from __future__ import annotations

from simulator.chats import find_chat, writable_chat
from simulator.errors import Json, Wrong
from simulator.hub import Hub
from simulator.keyboards import markup
from simulator.messages import find_post, preview
from simulator.rich import rich_content
from simulator.text import message_text, request_caption, text_fields
from simulator.wire import Request
from simulator.world import Chat, Post

DELETE_SECONDS = 48 * 3600
BATCH_LIMIT = 100
TEXTUAL = ("text", "entities", "link_preview_options", "rich_message")
CAPTIONED = ("photo", "document", "video", "voice", "audio", "animation")
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
Markup = Json | None
Place = tuple[Chat, Post]


def edit_message_text(hub: Hub, request: Request) -> Json:
    """editMessageText: the whole text or rich content anew; without reply_markup the keyboard goes."""
    if request.given("rich_message") and hub.rich:
        content = rich_content(hub, request)
    else:
        content = {**text_fields(*message_text(hub.world, request)), **preview(request)}
    keyboard = markup(hub.world, request, inline_only=True)
    place = editable(hub, request)
    post = place[1]
    if not ("text" in post.message or "rich_message" in post.message):
        raise Wrong("There is no text in the message to edit")
    return edited(hub, place, TEXTUAL, content, keyboard)


def edit_message_caption(hub: Hub, request: Request) -> Json:
    """editMessageCaption; without a caption it goes."""
    words = request_caption(hub.world, request)
    keyboard = markup(hub.world, request, inline_only=True)
    place = editable(hub, request)
    post = place[1]
    if not any(kind in post.message for kind in CAPTIONED):
        raise Wrong("There is no caption in the message to edit")
    return edited(hub, place, ("caption", "caption_entities"), words, keyboard)


def edit_message_reply_markup(hub: Hub, request: Request) -> Json:
    """editMessageReplyMarkup; without reply_markup the keyboard goes."""
    keyboard = markup(hub.world, request, inline_only=True)
    place = editable(hub, request)
    return edited(hub, place, (), {}, keyboard)


def delete_message(hub: Hub, request: Request) -> bool:
    """deleteMessage: in 48 hours; in a group only the bot's own."""
    if not request.text("chat_id"):
        raise Wrong("Chat identifier is not specified")
    if not request.integer("message_id"):
        raise Wrong("Message identifier is not specified")
    chat = find_chat(hub, request.text("chat_id"))
    post = find_post(chat, request.integer("message_id"), "message to delete")
    _check_deletable(hub, chat, post)
    hub.world.drop_post(chat, post.id)
    return True


def delete_messages(hub: Hub, request: Request) -> bool:
    """deleteMessages: 1-100; those not found are skipped."""
    numbers = message_ids(request)
    chat = find_chat(hub, request.text("chat_id"))
    posts = [post for number in numbers if (post := chat.posts.get(number))]
    for post in posts:
        _check_deletable(hub, chat, post)
    for post in posts:
        hub.world.drop_post(chat, post.id)
    return True


def message_ids(request: Request) -> list[int]:
    """`message_ids` of the methods for many messages."""
    value = request.json("message_ids", "Can't parse message_ids JSON object")
    if value is None or value == []:
        raise Wrong("Message identifiers are not specified")
    if not isinstance(value, list):
        raise Wrong("Expected an Array of message identifiers")
    if len(value) > BATCH_LIMIT:
        raise Wrong("Too many message identifiers specified")
    return [_number(one) for one in value]


def _number(one: object) -> int:
    if isinstance(one, bool) or not isinstance(one, int | str):
        raise Wrong("Message identifier must be a Number")
    try:
        number = int(one)
    except ValueError:
        raise Wrong("Can't parse message identifier as a Number") from None
    if number <= 0:
        raise Wrong("Invalid message identifier specified")
    return number


def editable(hub: Hub, request: Request) -> Place:
    """The bot's own message, unless it shows a reply keyboard or is a forward."""
    if not request.text("chat_id") and not request.integer("message_id"):
        raise Wrong("Message identifier is not specified")
    chat = writable_chat(hub, request.text("chat_id"))
    post = find_post(chat, request.integer("message_id"), "message to edit")
    other_keyboard = post.keyboard is not None and "inline_keyboard" not in post.keyboard
    if not post.mine or other_keyboard or "forward_origin" in post.message:
        raise Wrong("Message can't be edited")
    return chat, post


def edited(hub: Hub, place: Place, replaced: tuple[str, ...], content: Json, keyboard: Markup) -> Json:
    """The message with these fields `replaced` by this content; refused if nothing changes."""
    chat, post = place
    before = {name: post.message[name] for name in replaced if name in post.message}
    if before == content and post.keyboard == keyboard:
        raise Wrong(NOT_MODIFIED)
    gone = {*replaced, "reply_markup", "edit_date"}
    message = {name: value for name, value in post.message.items() if name not in gone}
    message |= {"edit_date": hub.world.at(), **content}
    if keyboard:
        message["reply_markup"] = keyboard
    return hub.world.change_post(chat, post, message, keyboard).message


def _check_deletable(hub: Hub, chat: Chat, post: Post) -> None:
    too_old = hub.world.at() - post.message["date"] >= DELETE_SECONDS
    if too_old or (chat.kind != "private" and not post.mine):
        raise Wrong("message can't be deleted for everyone")
