"""What a person does with a phone: types, edits, deletes, taps, looks."""

from __future__ import annotations

from simulator.characters import units
from simulator.errors import Json
from simulator.hub import Hub
from simulator.keyboards import DATA_LIMIT, callback_buttons
from simulator.people import somebody
from simulator.rich import rich_buttons
from simulator.text import TEXT_LIMIT, cleaned, text_fields
from simulator.world import Chat, Person, Post, shown


def place(hub: Hub, user_id: int, chat_id: int | None) -> tuple[Person, Chat]:
    """The person, and the chat they look at: their own with the bot unless another is named."""
    person = somebody(hub, user_id)
    if chat_id is None or chat_id == user_id:
        chat = hub.world.chats.get(user_id) or hub.world.open_chat(user_id, "private")
        return person, chat
    group = hub.world.chats.get(chat_id)
    if group is None or user_id not in group.members:
        raise ValueError(f"{user_id} is not in the chat {chat_id}.")
    return person, group


def writing(hub: Hub, user_id: int, chat_id: int | None) -> tuple[Person, Chat]:
    """As `place`, for somebody who is about to write."""
    person, chat = place(hub, user_id, chat_id)
    if person.deactivated:
        raise ValueError("This account is deleted.")
    if chat.kind == "private" and person.blocked:
        raise ValueError("Unblock the bot first.")
    if chat.kind == "private" and not person.started:
        person.started = True
        hub.world.people.put(person.id, person)
    return person, chat


def post(hub: Hub, person: Person, chat: Chat, content: Json) -> Json:
    """A message of a person; the bot gets the update if it may see it."""
    written = hub.world.add_post(chat, person.user(), content)
    if visible(hub, chat, written.message):
        hub.queue.add("message", written.message)
    return written.message


def visible(hub: Hub, chat: Chat, message: Json) -> bool:
    """Privacy mode: in a group the bot sees commands (not those to other bots) and replies to itself."""
    if chat.kind == "private":
        return True
    if chat.kicked:
        return False
    replied = message.get("reply_to_message")
    if replied and replied["from"]["id"] == hub.world.bot_id:
        return True
    words = (message.get("text") or message.get("caption") or " ").split()
    command, _, addressee = words[0].partition("@") if words else ("", "", "")
    return command.startswith("/") and addressee.lower() in ("", hub.world.username.lower())


def say(
    hub: Hub,
    user_id: int,
    text: str,
    *,
    chat_id: int | None,
    entities: list[Json] | None,
    forward_from: int | str | None,
    reply_to: int | None,
) -> Json:
    """A text, in as many messages as it needs; the first is returned."""
    person, chat = writing(hub, user_id, chat_id)
    head = _head(hub, chat, forward_from, reply_to)
    messages = []
    for part in split(text):
        words, found = cleaned(hub.world, part, entities or [] if part is text else [])
        if words:
            messages.append(post(hub, person, chat, {**head, **text_fields(words, found)}))
    if not messages:
        raise ValueError("An empty text cannot be sent.")
    return messages[0]


def split(text: str) -> list[str]:
    """Pieces of at most 4096 UTF-16 units, as clients cut long texts."""
    parts, rest = [], text
    while units(rest) > TEXT_LIMIT:
        cut = rest[:TEXT_LIMIT]
        while units(cut) > TEXT_LIMIT:
            cut = cut[: -(-(units(cut) - TEXT_LIMIT) // 2)]
        parts.append(cut)
        rest = rest[len(cut) :]
    return [*parts, rest]


def edit(hub: Hub, user_id: int, message_id: int, text: str, chat_id: int | None) -> Json:
    """The person changes their text or caption."""
    person, chat = place(hub, user_id, chat_id)
    old = _own(chat, person, message_id)
    words, found = cleaned(hub.world, text, [])
    kind = "text" if "text" in old.message else "caption"
    if kind == "text" and not words:
        raise ValueError("An empty text cannot be sent.")
    names = {"text", "entities", "caption", "caption_entities", "edit_date"}
    message = {name: value for name, value in old.message.items() if name not in names}
    message |= {"edit_date": hub.world.at(), kind: words}
    if found:
        message["entities" if kind == "text" else "caption_entities"] = found
    changed = hub.world.change_post(chat, old, message, old.keyboard).message
    if visible(hub, chat, changed):
        hub.queue.add("edited_message", changed)
    return changed


def delete(hub: Hub, user_id: int, message_id: int, chat_id: int | None) -> None:
    """A message disappears; bots hear nothing."""
    person, chat = place(hub, user_id, chat_id)
    found = chat.posts.get(message_id)
    if found is None or (chat.kind != "private" and found.message["from"]["id"] != person.id):
        raise ValueError("There is no such message to delete.")
    hub.world.drop_post(chat, message_id)


def tap(
    hub: Hub,
    user_id: int,
    message_id: int,
    data: str,
    *,
    chat_id: int | None,
    message_missing: bool | str,
    forged: bool,
) -> str:
    """A button is pressed; the query's id.

    `message_missing` sends the query with an inaccessible message, "absent" without any.
    """
    person, chat = place(hub, user_id, chat_id)
    pressed = chat.posts.get(message_id)
    if not forged:
        _check_button(person, chat, pressed, data)
    number = hub.queries.add(user_id, chat.id)
    query: Json = {
        "id": number,
        "from": person.user(),
        "chat_instance": str(-(2**62) + chat.id),
        "data": data,
    }
    if pressed and not message_missing:
        query["message"] = pressed.message
    elif message_missing != "absent":
        query["message"] = {"chat": hub.world.chat_json(chat), "message_id": message_id, "date": 0}
    hub.queue.add("callback_query", query)
    return number


def history(hub: Hub, user_id: int, chat_id: int | None) -> list[Json]:
    """The messages of a chat as a phone shows them, oldest first."""
    _, chat = place(hub, user_id, chat_id)
    return [shown(one) for one in chat.posts.items.values()]


def _check_button(person: Person, chat: Chat, pressed: Post | None, data: str) -> None:
    if chat.kind == "private" and person.blocked:
        raise ValueError("Unblock the bot first.")
    if pressed is None:
        raise ValueError("There is no such message.")
    buttons = [*callback_buttons(pressed.keyboard), *rich_buttons(pressed.message)]
    if any(button.get("callback_data") == data for button in buttons):
        return
    if any("disabled" in button and button["text"] == data for button in buttons):
        raise ValueError(f"The button {data!r} is disabled.")
    raise ValueError(f"There is no button with {data!r} ({len(data.encode())} of {DATA_LIMIT} bytes).")


def _own(chat: Chat, person: Person, message_id: int) -> Post:
    found = chat.posts.get(message_id)
    if found is None or found.message["from"]["id"] != person.id:
        raise ValueError("Only an own message can be edited.")
    if "forward_origin" in found.message:
        raise ValueError("A forwarded message cannot be edited.")
    return found


def _head(hub: Hub, chat: Chat, forward_from: int | str | None, reply_to: int | None) -> Json:
    """Where a message comes from and what it answers."""
    head: Json = {}
    if isinstance(forward_from, str):
        head["forward_origin"] = {
            "type": "hidden_user",
            "date": hub.world.at(),
            "sender_user_name": forward_from,
        }
    elif forward_from is not None:
        sender = somebody(hub, forward_from).user()
        head["forward_origin"] = {"type": "user", "date": hub.world.at(), "sender_user": sender}
    if reply_to is not None:
        replied = chat.posts.get(reply_to)
        if replied is None:
            raise ValueError("There is no such message to reply to.")
        head["reply_to_message"] = {
            name: value for name, value in replied.message.items() if name != "reply_to_message"
        }
    return head
