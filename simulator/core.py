"""The local Telegram: people, chats and one bot, as strict as the real thing. Interface; bodies follow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from simulator.faults import Faults

TOKEN = "1000000001:AAlocal-telegram-of-marshrut-000001"  # noqa: S105 - opens nothing but this simulator


@dataclass(frozen=True)
class Upload:
    """A file as somebody sends it; name and type may be missing or hostile."""

    name: str
    content: bytes
    mime: str | None = None


class Telegram:
    """One bot's view of Telegram (`call`, `updates`, `download`) and its people's phones (the rest).

    Attributes: faults, listeners, rich (sendRichMessage known), callback_seconds, webhook (dict url/secret... or None).
    """

    def __init__(self, *, now: Callable[[], float], store: Any = None, token: str = TOKEN,
                 username: str = "marshrut_local_bot", seed: int = 0, flood: bool = False) -> None:
        self.faults = Faults(seed)
        self.listeners: list[Callable[[str, dict[str, Any]], None]] = []
        self.token, self.username, self.rich = token, username, True

    def call(self, token: str, method: str, params: Mapping[str, Any],
             files: Mapping[str, Upload] | None = None) -> Any:
        """One Bot API call; the `result`. Raises ApiError as Telegram would refuse."""
        raise NotImplementedError

    def updates(self, *, offset: int | None, limit: int, allowed: list[str] | None) -> list[dict[str, Any]]:
        """What getUpdates has at once; `offset` confirms lower ids; never blocks."""
        raise NotImplementedError

    def download(self, token: str, file_path: str) -> bytes:
        """The bytes behind a `file_path` of getFile."""
        raise NotImplementedError

    def events(self, after: int) -> list[dict[str, Any]]:
        """Events {n, kind, chat_id, ...} after number n; first is {"kind": "lost"} if the ring forgot some."""
        raise NotImplementedError

    def person(self, *, first_name: str, last_name: str | None = None, username: str | None = None,
               language_code: str | None = "ru", user_id: int | None = None,
               start: str | None = None) -> dict[str, Any]:
        """Somebody installs Telegram; with `start`, opens the bot by a deep link ("" = plain /start)."""
        raise NotImplementedError

    def people(self) -> list[dict[str, Any]]:
        """Everybody, in order of arrival."""
        raise NotImplementedError

    def history(self, user_id: int, *, chat_id: int | None = None) -> list[dict[str, Any]]:
        """The messages of a chat as this person sees them."""
        raise NotImplementedError

    def say(self, user_id: int, text: str, *, chat_id: int | None = None,
            entities: list[dict[str, Any]] | None = None, forward_from: int | None = None,
            reply_to: int | None = None) -> dict[str, Any]:
        """A typed text; over 4096 it leaves as several messages; the first is returned."""
        raise NotImplementedError

    def send(self, user_id: int, kind: str, upload: Upload | list[Upload], *, caption: str | None = None,
             chat_id: int | None = None) -> list[dict[str, Any]]:
        """photo|document|voice|video|audio|sticker; a list is an album."""
        raise NotImplementedError

    def send_other(self, user_id: int, kind: str, payload: dict[str, Any]) -> dict[str, Any]:
        """location, contact, poll, dice, sticker, venue."""
        raise NotImplementedError

    def tap(self, user_id: int, message_id: int, data: str, *, chat_id: int | None = None,
            message_missing: bool = False, forged: bool = False) -> str:
        """A button is pressed; the callback query's id."""
        raise NotImplementedError

    def answer_to(self, callback_id: str) -> dict[str, Any] | None:
        """{"text": ..., "show_alert": ...} once answered; None while waiting."""
        raise NotImplementedError

    def edit(self, user_id: int, message_id: int, text: str) -> dict[str, Any]:
        """The person edits their text or caption."""
        raise NotImplementedError

    def delete(self, user_id: int, message_id: int) -> None:
        """The person deletes a message for both; bots hear nothing."""
        raise NotImplementedError

    def block(self, user_id: int) -> None:
        """The person blocks the bot."""
        raise NotImplementedError

    def unblock(self, user_id: int) -> None:
        """The person lets the bot write again."""
        raise NotImplementedError

    def group(self, title: str, member_ids: list[int]) -> int:
        """A group with these people and the bot; its chat id (negative)."""
        raise NotImplementedError

    def command_menu(self, user_id: int) -> list[dict[str, Any]]:
        """The commands this person's client shows."""
        raise NotImplementedError
