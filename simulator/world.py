"""Everything the local Telegram knows: people, chats, messages, counters; and how others hear of changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from simulator.bulletin import Bulletin
from simulator.errors import Json
from simulator.store import Ledger, Shelf, Store

NEWEST = (10, 3)  # of the Bot API
EPOCH = 1_700_000_000  # counters begin at the seconds since then, so that a deleted store never repeats an id


@dataclass
class Person:
    """A human with a phone; `started` once they wrote to the bot, `blocked` while they refuse it."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = "ru"
    started: bool = False
    blocked: bool = False
    deactivated: bool = False

    def user(self) -> Json:
        """The Bot API's `User`."""
        shown: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        for name in ("last_name", "username", "language_code"):
            if value := getattr(self, name):
                shown[name] = value
        return shown


@dataclass
class Post:
    """A message: the Bot API's object (never changed in place) and what it does not tell.

    `keyboard` is the whole reply markup, of which `message` shows an inline keyboard only.
    """

    message: Json
    mine: bool
    keyboard: Json | None = None

    @property
    def id(self) -> int:
        """The message's number in its chat."""
        return int(self.message["message_id"])


@dataclass
class Chat:
    """A private chat (its id is the person's) or a group (negative id) with the bot in it."""

    id: int
    kind: str
    posts: Shelf[Post]
    title: str = ""
    members: list[int] = field(default_factory=list)
    last_message: int = 0
    moved_to: int | None = None
    kicked: bool = False


class World:
    """The state behind one bot, written through to a store if there is one."""

    def __init__(self, now: Callable[[], float], store: Store | None, token: str, username: str) -> None:
        self.now, self.token, self.username = now, token, username
        self.version = NEWEST
        self.ledger = Ledger(store)
        self.bulletin = Bulletin(int(now() * 1000))
        self.facts: Shelf[Any] = Shelf(self.ledger, "fact")
        self.people: Shelf[Person] = Shelf(self.ledger, "person", vars, lambda body: Person(**body))
        self.chats: Shelf[Chat] = Shelf(self.ledger, "chat", _dump_chat, self._load_chat)

    def at(self) -> int:
        """The instant, in whole seconds of Unix time."""
        return int(self.now())

    def first_number(self, pace: int = 1, base: int = 1) -> int:
        """Where a counter begins that may run `pace` a second for years, below 2**31 above its base."""
        return base + (self.at() - EPOCH) * pace % 2_000_000_000

    def next_number(self, name: str, pace: int = 1, base: int = 1) -> int:
        """The next number of a counter that survives restarts."""
        number = self.facts.get(name)
        number = self.first_number(pace, base) if number is None else number + 1
        self.facts.put(name, number)
        return int(number)

    def me(self) -> Json:
        """The bot as a `User`."""
        names = self.facts.get("profile:name") or {}
        return {
            "id": self.bot_id,
            "is_bot": True,
            "first_name": names.get("") or "Marshrut",
            "username": self.username,
        }

    @property
    def bot_id(self) -> int:
        """The number before the colon of the token."""
        return int(self.token.split(":")[0])

    def chat_json(self, chat: Chat) -> Json:
        """The Bot API's `Chat`."""
        if chat.kind != "private":
            return {"id": chat.id, "type": chat.kind, "title": chat.title}
        person = self.people.items[chat.id]
        shown: Json = {"id": person.id, "type": "private", "first_name": person.first_name}
        for name in ("last_name", "username"):
            if value := getattr(person, name):
                shown[name] = value
        return shown

    def open_chat(self, chat_id: int, kind: str, title: str = "", members: list[int] | None = None) -> Chat:
        """A new chat; its messages are numbered from the clock on."""
        posts = self._posts(chat_id)
        chat = Chat(chat_id, kind, posts, title, members or [], self.first_number())
        return self.chats.put(chat_id, chat)

    def add_post(self, chat: Chat, sender: Json, content: Json, *, keyboard: Json | None = None) -> Post:
        """A new message at the end of a chat; pages hear of it."""
        chat.last_message += 1
        self.chats.put(chat.id, chat)
        message: Json = {
            "message_id": chat.last_message,
            "from": sender,
            "chat": self.chat_json(chat),
            "date": self.at(),
        }
        message.update(content)
        if keyboard and "inline_keyboard" in keyboard:
            message["reply_markup"] = keyboard
        post = Post(message, sender["id"] == self.bot_id, keyboard)
        chat.posts.put(chat.last_message, post)
        self.bulletin.announce("message", chat.id, message=shown(post))
        return post

    def change_post(self, chat: Chat, post: Post, message: Json, keyboard: Json | None) -> Post:
        """A message is replaced by its edited self; earlier snapshots stay as they were."""
        changed = Post(message, post.mine, keyboard)
        chat.posts.put(post.id, changed)
        self.bulletin.announce("edited", chat.id, message=shown(changed))
        return changed

    def drop_post(self, chat: Chat, message_id: int) -> None:
        """A message disappears for everybody."""
        chat.posts.drop(message_id)
        self.bulletin.announce("deleted", chat.id, message_id=message_id)

    def settle(self) -> None:
        """The end of an operation: first to disk, then to those who listen."""
        self.ledger.settle()
        self.bulletin.deliver()

    def _posts(self, chat_id: int) -> Shelf[Post]:
        return Shelf(self.ledger, f"post:{chat_id}", vars, lambda body: Post(**body))

    def _load_chat(self, body: Json) -> Chat:
        return Chat(posts=self._posts(body["id"]), **body)


def shown(post: Post) -> Json:
    """A message as a phone shows it: `by_bot`, and `keyboard`, which may also be a reply keyboard."""
    return {**post.message, "by_bot": post.mine, "keyboard": post.keyboard}


def _dump_chat(chat: Chat) -> Json:
    names = ("id", "kind", "title", "members", "last_message", "moved_to", "kicked")
    return {name: getattr(chat, name) for name in names}
