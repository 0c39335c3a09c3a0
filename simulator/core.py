"""The local Telegram: people, chats and one bot, as strict as the real thing.

In memory and quick, or on a `Store` and durable. Time comes from `now` alone. What it returns is shared with its
memory: read it, do not change it. One thread at a time.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from typing import Any

from simulator import attachments, people, phones
from simulator.bulletin import Listener
from simulator.callbacks import Queries
from simulator.errors import ApiError, Json
from simulator.faults import Faults
from simulator.files import Files, check_sizes
from simulator.flood import Flood
from simulator.hub import Hub
from simulator.methods import METHODS
from simulator.store import Store
from simulator.updates import Queue
from simulator.wire import Request, Upload
from simulator.world import World

__all__ = ["TOKEN", "Telegram", "Upload"]

TOKEN = "1000000001:AAlocal-telegram-of-marshrut-000001"  # noqa: S105 - opens nothing but this simulator


class Telegram:
    """One bot's view of Telegram (`call`, `updates`, `download`) and its people's phones (the rest).

    The bot's side raises ApiError, the people's side ValueError with a sentence. `faults` and `flood` are for
    tests to set; `listeners` hear ("update", update) and ("message" | "edited" | "deleted" | "callback_answer" |
    "chat_action" | "person" | "blocked", event), each event with its number `n` and `chat_id`, once it is on disk.
    """

    def __init__(
        self,
        *,
        now: Callable[[], float],
        store: Store | None = None,
        token: str = TOKEN,
        username: str = "marshrut_local_bot",
        seed: int = 0,
        flood: bool = False,
    ) -> None:
        self.faults = Faults(seed)
        self.flood = Flood(now, flood)
        self._chance = random.Random(seed)  # noqa: S311 - dice, not secrets
        self._world = World(now, store, token, username)
        queue, queries = Queue(self._world, self.faults), Queries(self._world)
        self._hub = Hub(self._world, Files(self._world), queue, queries)

    @property
    def token(self) -> str:
        """The bot's token."""
        return self._world.token

    @property
    def username(self) -> str:
        """The bot's username."""
        return self._world.username

    @property
    def listeners(self) -> list[Listener]:
        """Functions called with (kind, event); append to hear, remove to stop."""
        return self._world.bulletin.listeners

    @property
    def rich(self) -> bool:
        """Whether rich messages (Bot API 10.1) are known; else 404, as an older server answers."""
        return self._hub.rich

    @rich.setter
    def rich(self, known: bool) -> None:
        self._hub.rich = known

    @property
    def callback_seconds(self) -> float:
        """How long after a tap it can be answered."""
        return self._hub.queries.seconds

    @callback_seconds.setter
    def callback_seconds(self, seconds: float) -> None:
        self._hub.queries.seconds = seconds

    @property
    def webhook(self) -> Json | None:
        """url, secret_token and max_connections while a webhook is set; the server sends the updates there."""
        return self._hub.queue.webhook

    @property
    def pending(self) -> int:
        """How many updates wait for the bot."""
        return len(self._hub.queue)

    def call(
        self, token: str, method: str, params: Mapping[str, Any], files: Mapping[str, Upload] | None = None
    ) -> Any:
        """One Bot API call; the `result`.

        JSON values of `params` may be objects or JSON texts; `files` are the uploads by their attach:// names.
        Raises ApiError as Telegram would refuse.
        """
        if token != self._world.token:
            raise ApiError(401, "Unauthorized")
        name = method.lower()
        known = METHODS.get(name)
        if known is None or (name == "sendrichmessage" and not self._hub.rich):
            raise ApiError(404, "Not Found: method not found")
        request = Request(params, files)
        check_sizes(request)
        self.flood.check(name, request)
        try:
            return known(self._hub, request)
        finally:
            self._world.settle()

    def updates(self, *, offset: int | None, limit: int, allowed: list[str] | None) -> list[Json]:
        """What waits for the bot at once, webhook or not; `offset` confirms lower ids."""
        self._hub.queue.allow(allowed)
        taken = self._hub.queue.take(offset or 0, limit)
        self._world.settle()
        return taken

    def download(self, token: str, file_path: str) -> bytes:
        """The bytes behind a `file_path` of getFile; ApiError 404 for any other."""
        if token != self._world.token:
            raise ApiError(401, "Unauthorized")
        return self._hub.files.download(file_path)

    def content(self, file_id: str) -> bytes:
        """The bytes of a file in a chat, for the page that shows it."""
        try:
            return self._hub.files.raw(file_id)
        except KeyError:
            raise ValueError("There is no such file.") from None

    def events(self, after: int) -> list[Json]:
        """Recent events {n, kind, chat_id, ...} after number n; the first is of kind "lost" if some are forgotten."""
        return self._world.bulletin.after(after)

    def person(
        self,
        *,
        first_name: str,
        last_name: str | None = None,
        username: str | None = None,
        language_code: str | None = "ru",
        user_id: int | None = None,
        start: str | None = None,
    ) -> Json:
        """Somebody gets a phone; the same `user_id` again is the same person, perhaps renamed.

        With `start` they open the bot by a deep link; "" is a plain /start, None leaves the bot alone.
        """
        command = None if start is None else people.start_text(start)
        somebody = people.settle_in(
            self._hub,
            first_name=first_name,
            last_name=last_name,
            username=username,
            language_code=language_code,
            user_id=user_id,
        )
        self._world.settle()
        if command:
            self.say(somebody.id, command)
        return people.described(somebody)

    def people(self) -> list[Json]:
        """Everybody, in order of arrival."""
        return [people.described(person) for person in self._world.people.items.values()]

    def history(self, user_id: int, *, chat_id: int | None = None) -> list[Json]:
        """The messages of a chat as this person sees them: `Message` with `by_bot` and `keyboard`, oldest first."""
        return phones.history(self._hub, user_id, chat_id)

    def say(
        self,
        user_id: int,
        text: str,
        *,
        chat_id: int | None = None,
        entities: list[Json] | None = None,
        forward_from: int | str | None = None,
        reply_to: int | None = None,
    ) -> Json:
        """A typed text; over 4096 it leaves as several messages, the first is returned.

        `forward_from` is a person's id, or the name of somebody who hides theirs.
        """
        try:
            return phones.say(
                self._hub,
                user_id,
                text,
                chat_id=chat_id,
                entities=entities,
                forward_from=forward_from,
                reply_to=reply_to,
            )
        finally:
            self._world.settle()

    def send(
        self,
        user_id: int,
        kind: str,
        upload: Upload | list[Upload],
        *,
        caption: str | None = None,
        chat_id: int | None = None,
    ) -> list[Json]:
        """photo|document|voice|video|audio|sticker|animation; a list of 2-10 is an album, captioned on the first."""
        try:
            return attachments.send(self._hub, user_id, kind, upload, caption=caption, chat_id=chat_id)
        finally:
            self._world.settle()

    def send_other(self, user_id: int, kind: str, payload: Json) -> Json:
        """location, contact, poll, dice, sticker, venue; what `payload` leaves out is made up."""
        try:
            return attachments.send_other(self._hub, user_id, kind, payload, self._chance)
        finally:
            self._world.settle()

    def tap(
        self,
        user_id: int,
        message_id: int,
        data: str,
        *,
        chat_id: int | None = None,
        message_missing: bool | str = False,
        forged: bool = False,
    ) -> str:
        """A button is pressed; the callback query's id.

        `message_missing` sends an inaccessible message (date 0), "absent" none; `forged` sends any data.
        """
        try:
            return phones.tap(
                self._hub,
                user_id,
                message_id,
                data,
                chat_id=chat_id,
                message_missing=message_missing,
                forged=forged,
            )
        finally:
            self._world.settle()

    def answer_to(self, callback_id: str) -> Json | None:
        """{"text", "show_alert", "url"} once answered; None while the person waits."""
        return self._hub.queries.answer_to(callback_id)

    def edit(self, user_id: int, message_id: int, text: str, *, chat_id: int | None = None) -> Json:
        """The person edits their text or caption."""
        try:
            return phones.edit(self._hub, user_id, message_id, text, chat_id)
        finally:
            self._world.settle()

    def delete(self, user_id: int, message_id: int, *, chat_id: int | None = None) -> None:
        """The person deletes a message for both; bots hear nothing."""
        phones.delete(self._hub, user_id, message_id, chat_id)
        self._world.settle()

    def block(self, user_id: int) -> None:
        """The person blocks the bot."""
        people.block(self._hub, user_id, True)
        self._world.settle()

    def unblock(self, user_id: int) -> None:
        """The person lets the bot write again."""
        people.block(self._hub, user_id, False)
        self._world.settle()

    def deactivate(self, user_id: int) -> None:
        """The person deletes their account."""
        people.deactivate(self._hub, user_id)
        self._world.settle()

    def group(self, title: str, member_ids: list[int]) -> int:
        """A group with these people and the bot; its chat id (negative)."""
        try:
            return people.gather(self._hub, title, member_ids)
        finally:
            self._world.settle()

    def supergroup(self, chat_id: int) -> int:
        """The group moves to a supergroup; the new chat id."""
        try:
            return people.grow(self._hub, chat_id)
        finally:
            self._world.settle()

    def command_menu(self, user_id: int) -> list[Json]:
        """The commands this person's client shows."""
        return people.commands_seen(self._hub, user_id)
