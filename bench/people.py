"""The people whom the load server plays: each holds one tap, and taps again when the bot has done with it.

A tap is done when both have arrived: the callback is answered, and a screen with buttons (an edit or a new
message) has reached the chat. Its latency runs from the moment the tap is queued to the later of the two.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bench.plan import Plan

Json = dict[str, Any]


@dataclass(slots=True)
class Tap:
    """A button pressed, or the opening message (`callback` is None)."""

    queued: float
    callback: str | None
    data: str
    is_answer: bool
    answered: bool = False
    shown: bool = False


@dataclass(slots=True)
class Person:
    """One chat with one person in it; `card` is the last message that had buttons."""

    id: int
    tap: Tap
    card: Json = field(default_factory=dict)

    def user(self) -> Json:
        """The person as a Bot API User."""
        return {"id": self.id, "is_bot": False, "first_name": f"Person {self.id}", "language_code": "ru"}

    def chat(self) -> Json:
        """The private chat as a Bot API Chat."""
        return {"id": self.id, "type": "private", "first_name": f"Person {self.id}"}


class Crowd:
    """All the people of one trial. `send` queues an update for the bot, `now` is a clock in seconds."""

    def __init__(self, plan: Plan, send: Callable[[Json], None], now: Callable[[], float]) -> None:
        self.answer, self.onward = re.compile(plan.answer), re.compile(plan.onward)
        self.plan, self.send, self.now = plan, send, now
        self.dice = random.Random(plan.at_once)
        self.waiting = iter(plan.ids())
        self.seated: dict[int, Person] = {}
        self.by_callback: dict[str, Person] = {}
        self.done: list[tuple[float, float]] = []
        self.answers = self.openings = self.repeated = self.taps = 0
        self.used_up = False

    def sit_down(self) -> None:
        """The next person takes a seat and writes the opening."""
        chosen = next(self.waiting, None)
        if chosen is None:
            self.used_up = True
            return
        person = Person(chosen, Tap(self.now(), None, self.plan.opening, False))
        self.seated[chosen] = person
        self._write(person)

    def screen(self, chat: int, message: Json) -> None:
        """A message with buttons has reached a chat, new or edited."""
        person = self.seated.get(chat)
        if person is None:
            return
        person.card, person.tap.shown = message, True
        self._go_on(person)

    def callback_answered(self, callback: str) -> None:
        """The bot has answered a callback."""
        person = self.by_callback.pop(callback, None)
        if person is not None and person.tap.callback == callback:
            person.tap.answered = True
            self._go_on(person)

    def repeat_the_forgotten(self) -> None:
        """Whoever has waited longer than the patience of a person does the same once more."""
        for person in self.seated.values():
            if self.now() - person.tap.queued > self.plan.patience:
                self.repeated += 1
                if person.tap.callback is None:
                    self._write(person)
                else:
                    self._press(person, person.tap.data, person.tap.is_answer)

    def longest_wait(self) -> float:
        """How long the most patient person has been waiting, in seconds."""
        return max((self.now() - person.tap.queued for person in self.seated.values()), default=0.0)

    def all_answering(self) -> bool:
        """Whether every seat has seen a first question."""
        return self.openings >= self.plan.at_once

    def _go_on(self, person: Person) -> None:
        tap = person.tap
        if tap.callback is None:
            if tap.shown and self._tap_next(person):
                self.openings += 1
            return
        if tap.shown and tap.answered:
            self.done.append((self.now(), self.now() - tap.queued))
            self.answers += tap.is_answer
            if not self._tap_next(person):
                del self.seated[person.id]
                self.sit_down()

    def _tap_next(self, person: Person) -> bool:
        """Tap an answer, or else a button that leads on; False when the card has neither."""
        rows = person.card["reply_markup"]["inline_keyboard"]
        offered = [button.get("callback_data", "") for row in rows for button in row]
        answers = [data for data in offered if self.answer.search(data)]
        onward = [data for data in offered if self.onward.search(data)]
        if not answers and not onward:
            return False
        self._press(person, self.dice.choice(answers) if answers else onward[0], bool(answers))
        return True

    def _press(self, person: Person, data: str, is_answer: bool) -> None:
        self.taps += 1
        callback = f"{person.id}{self.taps:09d}"
        person.tap = Tap(self.now(), callback, data, is_answer)
        self.by_callback[callback] = person
        query = {"id": callback, "from": person.user(), "message": person.card, "data": data}
        self.send({"callback_query": {**query, "chat_instance": str(person.id)}})

    def _write(self, person: Person) -> None:
        person.tap = Tap(self.now(), None, self.plan.opening, False)
        self.taps += 1
        text = self.plan.opening
        message: Json = {"message_id": 1_000_000_000 + self.taps, "date": 1_750_000_000, "text": text}
        message |= {"from": person.user(), "chat": person.chat()}
        if text.startswith("/"):
            command = len(text.split()[0])
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": command}]
        self.send({"message": message})
