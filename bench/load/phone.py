"""A virtual person with a phone, inside the process of the local Telegram: sees the chat, thinks, taps, types."""

from __future__ import annotations

import asyncio
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from simulator.core import Telegram, Upload

Json = dict[str, Any]
Seen = TypeVar("Seen")
SPREAD = 0.6
"""Of the lognormal distribution of thinking: nine of ten think between 0.4 and 2.7 times the median."""
TYPING = 3.0
"""Typing takes so many times the thinking before a tap."""


class Stuck(Exception):
    """Somebody waited in vain; what for, and how their chat ends."""


@dataclass
class Street:
    """Everybody's phones. `thinks`: the median of seconds before a tap; `patience`: after so many one is stuck.

    `acts`: when each thing done was done with, and the seconds from doing it to seeing what it brought.
    """

    telegram: Telegram
    thinks: float
    patience: float
    phones: dict[int, Phone] = field(default_factory=dict)
    acts: list[tuple[float, float]] = field(default_factory=list)
    updates: int = 0

    def __post_init__(self) -> None:
        self.telegram.listeners.append(self._heard)

    def _heard(self, kind: str, event: Json) -> None:
        if kind in ("message", "edited"):
            if phone := self.phones.get(event["chat_id"]):
                phone.hear(event["message"], new=kind == "message")
        elif kind == "callback_answer" and (phone := self.phones.get(event["user_id"])):
            phone.was_answered(event["callback_id"])

    def phone(self, user: int, name: str, seed: int) -> Phone:
        """Somebody gets a phone."""
        first, last = name.split(maxsplit=1)
        self.telegram.person(first_name=first, last_name=last, user_id=user)
        return self.phones.setdefault(user, Phone(self, user, name, random.Random(seed)))


@dataclass
class Phone:
    """One person. `messages`: the bot's, by number, the latest changed last; `fresh`: changed since the last act.

    `letters`: how often the bot wrote a new message with a button to each thing, to see whether anything came twice.
    """

    street: Street
    user: int
    name: str
    chance: random.Random
    messages: dict[int, Json] = field(default_factory=dict)
    fresh: set[int] = field(default_factory=set)
    letters: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    updates: int = 0
    _bell: asyncio.Event = field(default_factory=asyncio.Event)
    _acted: float = 0.0
    _waits_for: str = ""

    def hear(self, message: Json, *, new: bool) -> None:
        """A message of the bot came or changed."""
        if not message["by_bot"]:
            return
        number = message["message_id"]
        self.messages.pop(number, None)
        self.messages[number] = message
        self.fresh.add(number)
        if new:
            self.letters.update({data for _, data in buttons(message)})
            self.said[words(message)] += 1
        self._bell.set()

    def was_answered(self, callback: str) -> None:
        """The bot has answered a tap."""
        if callback == self._waits_for:
            self._waits_for = ""
            self._bell.set()

    async def says(self, text: str) -> None:
        """Types a text."""
        await self._think(TYPING)
        self._begin()
        self.street.telegram.say(self.user, text)

    async def sends_photo(self, name: str, content: bytes) -> None:
        """Sends a photo."""
        await self._think(1)
        self._begin()
        self.street.telegram.send(self.user, "photo", Upload(name, content, "image/png"))

    async def taps(self, data: str, label: str = "", *, anywhere: bool = False) -> None:
        """Waits for a button whose data match, with this on its label, and presses it.

        It stands in what has changed since the last act; `anywhere`: in the whole chat.
        """
        await self.until(lambda: self.button(data, label, anywhere=anywhere), f"{data} {label}")
        await self._think(1)
        while True:
            found = await self.until(lambda: self.button(data, label, anywhere=anywhere), f"{data} {label}")
            if self._press(*found):
                break
        await self.until(lambda: not self._waits_for, f"the answer to {found[1]}")

    def _press(self, number: int, data: str) -> bool:
        """False where the button is gone."""
        self._begin()
        try:
            self._waits_for = self.street.telegram.tap(self.user, number, data)
        except ValueError:
            self.updates -= 1
            self.street.updates -= 1
            self._acted = 0.0
            return False
        return True

    def _begin(self) -> None:
        self.updates += 1
        self.street.updates += 1
        self.fresh.clear()
        self._acted = time.perf_counter()

    async def _think(self, times: float) -> None:
        if self.street.thinks:
            await asyncio.sleep(self.chance.lognormvariate(0, SPREAD) * self.street.thinks * times)

    async def until(self, seen: Callable[[], Seen], what: str, *, of_others: bool = False) -> Seen:
        """Until something is seen; what others bring (`of_others`) is no answer to an act. Raises Stuck."""
        try:
            async with asyncio.timeout(self.street.patience):
                while not (found := seen()):
                    self._bell.clear()
                    await self._bell.wait()
        except TimeoutError:
            raise Stuck(f"{self.name} waits for {what}; the chat ends with: {self.tail()}") from None
        if self._acted and not of_others and not self._waits_for and self.fresh:
            now = time.perf_counter()
            self.street.acts.append((now, now - self._acted))
            self._acted = 0.0
        return found

    async def pause(self) -> None:
        """Until the chat changes, or somebody `rings`."""
        self._bell.clear()
        await self._bell.wait()

    def rings(self) -> None:
        """There is something to do."""
        self._bell.set()

    def heard(self, said: str) -> int:
        """How many messages came that have these words in them."""
        return sum(count for text, count in self.said.items() if said in text)

    def _looks(self, *, anywhere: bool = False) -> Iterator[Json]:
        for number in reversed(self.messages):
            if anywhere or number in self.fresh:
                yield self.messages[number]

    def button(self, data: str, label: str = "", *, anywhere: bool = False) -> tuple[int, str] | None:
        """The newest button whose data match from the beginning and whose label holds these words."""
        for message in self._looks(anywhere=anywhere):
            for shown, carried in buttons(message):
                if label in shown and re.match(data, carried):
                    return message["message_id"], carried
        return None

    def every(self, data: str) -> list[tuple[int, str]]:
        """All buttons of the chat whose data match, as they stand now; the earliest changed first."""
        return [
            (number, carried)
            for number, message in self.messages.items()
            for _, carried in buttons(message)
            if re.match(data, carried)
        ]

    def letters_begun(self, data: str) -> int:
        """How many new messages had a button whose data begin so."""
        return sum(count for found, count in self.letters.items() if found.startswith(data))

    def tail(self) -> str:
        """The last three messages of the bot."""
        return " | ".join(words(one)[:200] for one in list(self.messages.values())[-3:])


def buttons(message: Json) -> list[tuple[str, str]]:
    """Label and data of every button."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [(one["text"], str(one.get("callback_data", ""))) for row in rows for one in row]


def words(message: Json) -> str:
    """A message's text or caption."""
    return str(message.get("text") or message.get("caption") or "")
