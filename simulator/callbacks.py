"""Callback queries: a person waits for an answer, for a while."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from simulator.errors import Json, Wrong
from simulator.store import Shelf
from simulator.wire import Request
from simulator.world import World

if TYPE_CHECKING:
    from simulator.hub import Hub

ANSWER_LIMIT = 200
FORGOTTEN_SECONDS = 24 * 3600


class Queries:
    """Taps and what the bot answered; `seconds` after the tap an answer is too late."""

    def __init__(self, world: World, seconds: float = 60.0) -> None:
        self.seconds = seconds
        self._world = world
        self._queries: Shelf[Json] = Shelf(world.ledger, "query")

    def add(self, user_id: int, chat_id: int) -> str:
        """A new tap; its id."""
        self._forget()
        number = str(2**62 + self._world.next_number("query", pace=8))
        self._queries.put(
            number, {"user_id": user_id, "chat_id": chat_id, "at": self._world.now(), "answer": None}
        )
        return number

    def answer(self, number: str, text: str, alert: bool, url: str) -> None:
        """The first answer in time counts; any other is refused."""
        query = self._queries.get(number)
        late = query is None or self._world.now() - query["at"] > self.seconds
        if query is None or late or query["answer"] is not None:
            raise Wrong("query is too old and response timeout expired or query ID is invalid")
        if len(text) > ANSWER_LIMIT:
            raise Wrong("MESSAGE_TOO_LONG")
        if url and not re.match(rf"(?:https?://)?t\.me/{self._world.username}\?start=", url):
            raise Wrong("URL_INVALID")
        answer: Json = {"text": text, "show_alert": alert, "url": url}
        self._queries.put(number, {**query, "answer": answer})
        self._world.bulletin.announce(
            "callback_answer", query["chat_id"], callback_id=number, user_id=query["user_id"], **answer
        )

    def answer_to(self, number: str) -> Json | None:
        """What was answered; None while the person waits."""
        query = self._queries.get(number)
        if query is None:
            raise ValueError(f"There is no tap {number}.")
        answer: Json | None = query["answer"]
        return answer

    def unanswered(self) -> list[str]:
        """The ids of queries without an answer, oldest first."""
        return [number for number, query in self._queries.all() if query["answer"] is None]

    def _forget(self) -> None:
        for number, query in list(self._queries.all())[:2]:
            if self._world.now() - query["at"] > FORGOTTEN_SECONDS:
                self._queries.drop(number)


def answer_callback_query(hub: Hub, request: Request) -> bool:
    """answerCallbackQuery: 0-200 characters, shown briefly or as an alert."""
    number, text = request.text("callback_query_id"), request.text("text")
    hub.queries.answer(number, text, request.truth("show_alert"), request.text("url"))
    return True
