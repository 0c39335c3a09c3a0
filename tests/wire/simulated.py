"""One local Telegram with a clock moved by hand, for the tests of the simulator itself."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.core import TOKEN, Telegram, Upload
from simulator.errors import ApiError
from simulator.store import Store

NOON = 1_790_000_000.0
PNG = b"\x89PNG\r\n\x1a\n" + bytes(8) + (1600).to_bytes(4, "big") + (1200).to_bytes(4, "big") + bytes(400)


def buttons(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    """An inline keyboard of these rows."""
    return {"inline_keyboard": list(rows)}


def button(data: str, text: str = "Да") -> dict[str, Any]:
    """A callback button."""
    return {"text": text, "callback_data": data}


class Desk:
    """A Telegram, a clock, and Anna, who has started the bot."""

    def __init__(self, store: Store | None = None, **options: Any) -> None:
        self.time = NOON
        self.telegram = Telegram(now=lambda: self.time, store=store, **options)
        self.anna = self.telegram.person(first_name="Анна", user_id=5_111_222_333, start="")["id"]
        self.new()

    def call(self, method: str, files: dict[str, Upload] | None = None, **params: Any) -> Any:
        """A call of the bot; `chat_id` is Anna's unless given."""
        if method.startswith(("send", "edit", "delete", "copy", "forward")) and "chat_id" not in params:
            params["chat_id"] = self.anna
        return self.telegram.call(TOKEN, method, params, files)

    def refusal(self, method: str, files: dict[str, Upload] | None = None, **params: Any) -> str:
        """The description of a call that must be refused, without "Bad Request: "."""
        with pytest.raises(ApiError) as refused:
            self.call(method, files, **params)
        return refused.value.description.removeprefix("Bad Request: ")

    def new(self) -> list[dict[str, Any]]:
        """The updates since the last look, confirmed."""
        updates = self.telegram.updates(offset=None, limit=100, allowed=None)
        if updates:
            self.telegram.updates(offset=updates[-1]["update_id"] + 1, limit=100, allowed=None)
        return updates

    def send(self, text: str = "Вопрос", **params: Any) -> int:
        """A message of the bot to Anna; its number."""
        return int(self.call("sendMessage", text=text, **params)["message_id"])


@pytest.fixture
def desk() -> Desk:
    """A fresh Telegram in memory."""
    return Desk()
