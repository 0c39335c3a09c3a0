"""The local Telegram: people, chats and one bot, as strict as the real thing.

In memory and quick, or on a `Store` and durable. Time comes from `now` alone. What it returns is shared
with its memory: read it, do not change it. One thread at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from simulator.bulletin import Listener
from simulator.callbacks import Queries
from simulator.crowd import Crowd
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


class Telegram(Crowd):
    """One bot's view of Telegram (`call`, `updates`, `download`) and its people's phones (the rest).

    The bot's side raises ApiError, the people's side ValueError with a sentence. `faults` and `flood` are
    for tests to set. `listeners` hear ("update", update) and ("message" | "edited" | "deleted" |
    "callback_answer" | "chat_action" | "person" | "blocked", event), each event with its number `n` and
    `chat_id`, once it is on disk.
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
        self.flood = Flood(now, flood)
        self._world = World(now, store, token, username)
        queue, queries = Queue(self._world, Faults(seed)), Queries(self._world)
        super().__init__(Hub(self._world, Files(self._world), queue, queries), seed)

    @property
    def faults(self) -> Faults:
        """What goes wrong on purpose: the queue repeats and mixes by it, the server breaks calls by it."""
        return self._hub.queue.faults

    @faults.setter
    def faults(self, faults: Faults) -> None:
        self._hub.queue.faults = faults

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
        """Whether rich messages (Bot API 10.1) are known; else sendRichMessage is a 404."""
        return self._hub.rich

    @rich.setter
    def rich(self, known: bool) -> None:
        self._hub.rich = known

    @property
    def version(self) -> tuple[int, int]:
        """The version of the Bot API it speaks; lower it to meet an older server.

        Before 9.4 button styles are ignored, before 9.5 <tg-time> is refused, before 10.1 rich messages are
        unknown, before 10.3 disabled buttons are refused as buttons without an action.
        """
        return self._world.version

    @version.setter
    def version(self, version: tuple[int, int]) -> None:
        self._world.version = version
        self._hub.rich = version >= (10, 1)

    @property
    def callback_seconds(self) -> float:
        """How long after a tap it can be answered."""
        return self._hub.queries.seconds

    @callback_seconds.setter
    def callback_seconds(self, seconds: float) -> None:
        self._hub.queries.seconds = seconds

    @property
    def webhook(self) -> Json | None:
        """url, secret_token, max_connections while a webhook is set; the server posts the updates there."""
        return self._hub.queue.webhook

    @property
    def pending(self) -> int:
        """How many updates wait for the bot."""
        return len(self._hub.queue)

    def call(
        self, token: str, method: str, params: Mapping[str, Any], files: Mapping[str, Upload] | None = None
    ) -> Any:
        """One Bot API call; the `result`.

        JSON values of `params` may be objects or JSON texts; `files` are uploads by attach:// name.
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

    def accepted(self, update_id: int) -> None:
        """The webhook took this update; others wait on, older ones too."""
        self._hub.queue.confirm([update_id])
        self._world.settle()

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
        """Recent events {n, kind, chat_id, ...} after number n; the first is "lost" if some are forgotten."""
        return self._world.bulletin.after(after)
