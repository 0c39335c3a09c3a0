"""People of the local Telegram: who they are, whom they block, which groups they sit in."""

from __future__ import annotations

import re

from simulator.commands import menu
from simulator.errors import Json
from simulator.hub import Hub
from simulator.world import Chat, Person

FIRST_PERSON = 5_000_000_001  # beyond 32 bits, as real ids are
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
_USERNAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{3,31}")


def settle_in(
    hub: Hub,
    *,
    first_name: str,
    last_name: str | None,
    username: str | None,
    language_code: str | None,
    user_id: int | None,
) -> Person:
    """A new person, or a known one under their present name."""
    if not first_name.strip():
        raise ValueError("A person needs a first name.")
    if username and not _USERNAME.fullmatch(username):
        raise ValueError("A username is 4-32 Latin letters, digits or _ and begins with a letter.")
    number = user_id or hub.world.next_number("person", base=FIRST_PERSON)
    known = hub.world.people.get(number)
    person = known or Person(number, first_name)
    person.first_name, person.last_name = first_name, last_name
    person.username, person.language_code = username, language_code
    hub.world.people.put(number, person)
    hub.world.bulletin.announce("person", number, person=described(person))
    return person


def described(person: Person) -> Json:
    """A person as the other side of the simulator sees them."""
    return {
        **person.user(),
        "started": person.started,
        "blocked": person.blocked,
        "deactivated": person.deactivated,
    }


def somebody(hub: Hub, user_id: int) -> Person:
    """The person with this id."""
    person = hub.world.people.get(user_id)
    if person is None:
        raise ValueError(f"There is no person {user_id}.")
    return person


def start_text(payload: str) -> str:
    """What a client sends when a deep link is opened: 1-64 of [A-Za-z0-9_-], or a plain start."""
    if payload and not _PAYLOAD.fullmatch(payload):
        raise ValueError("A deep link carries 1-64 characters of A-Z, a-z, 0-9, _ and -.")
    return f"/start {payload}".rstrip()


def block(hub: Hub, user_id: int, blocked: bool) -> None:
    """A person stops or lets the bot; it hears of it if it asked for my_chat_member."""
    person = somebody(hub, user_id)
    if person.blocked == blocked:
        return
    person.blocked = blocked
    hub.world.people.put(user_id, person)
    hub.world.bulletin.announce("blocked", user_id, user_id=user_id, blocked=blocked)
    if chat := hub.world.chats.get(user_id):
        before, after = ("member", "kicked") if blocked else ("kicked", "member")
        _membership(hub, chat, person, before, after)


def deactivate(hub: Hub, user_id: int) -> None:
    """A person deletes their account."""
    person = somebody(hub, user_id)
    person.deactivated = True
    hub.world.people.put(user_id, person)
    hub.world.bulletin.announce("person", user_id, person=described(person))


def gather(hub: Hub, title: str, member_ids: list[int]) -> int:
    """A new group; its first member adds the bot."""
    if not title.strip() or not member_ids:
        raise ValueError("A group needs a title and members.")
    members = [somebody(hub, number).id for number in member_ids]
    chat_id = -hub.world.next_number("group", base=4_000_000_001)
    chat = hub.world.open_chat(chat_id, "group", title, members)
    owner = somebody(hub, members[0])
    _membership(hub, chat, owner, "left", "member")
    post = hub.world.add_post(chat, owner.user(), {"group_chat_created": True})
    hub.queue.add("message", post.message)
    return chat_id


def grow(hub: Hub, chat_id: int) -> int:
    """A group becomes a supergroup with a new id; the bot reads of it in both."""
    chat = hub.world.chats.get(chat_id)
    if chat is None or chat.kind != "group" or chat.moved_to:
        raise ValueError("Only a group can become a supergroup.")
    owner = somebody(hub, chat.members[0]).user()
    new_id = -1_000_000_000_000 + chat_id
    grown = hub.world.open_chat(new_id, "supergroup", chat.title, chat.members)
    chat.moved_to = new_id
    left = hub.world.add_post(chat, owner, {"migrate_to_chat_id": new_id})
    come = hub.world.add_post(grown, owner, {"migrate_from_chat_id": chat_id})
    hub.queue.add("message", left.message)
    hub.queue.add("message", come.message)
    return new_id


def commands_seen(hub: Hub, user_id: int) -> list[Json]:
    """The command menu of a person's private chat."""
    return menu(hub, somebody(hub, user_id))


def _membership(hub: Hub, chat: Chat, person: Person, before: str, after: str) -> None:
    bot = hub.world.me()
    after_facts: Json = {"status": after, "user": bot} | ({"until_date": 0} if after == "kicked" else {})
    before_facts: Json = {"status": before, "user": bot} | ({"until_date": 0} if before == "kicked" else {})
    hub.queue.add(
        "my_chat_member",
        {
            "chat": hub.world.chat_json(chat),
            "from": person.user(),
            "date": hub.world.at(),
            "old_chat_member": before_facts,
            "new_chat_member": after_facts,
        },
    )
