"""People with phones, over the people's side of the local Telegram; each waits for what they see, never for time."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from tests.wire.processes import LOOK_EVERY, PATIENCE, http

BEFORE_A_POKE = 8.0
"""A person whose card does not come looks again with /start; an answer that was given is never given again."""
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(8) + (640).to_bytes(4, "big") + (480).to_bytes(4, "big") + bytes(40)


NEWS = re.compile(r"Ваш план утверждён|принят\. Спасибо за работу")
"""What comes unasked, in between, to a teacher."""


class Chat:
    """What stands in a private chat now; `heard` leaves out what came unasked."""

    def __init__(self, messages: list[dict[str, Any]]) -> None:
        self.messages = messages
        self.all = [message for message in messages if message["from"]["is_bot"]]
        self.heard = [message for message in self.all if not NEWS.search(words(message))]

    @property
    def last(self) -> str:
        """The words of the bot's last message."""
        return words(self.heard[-1]) if self.heard else ""

    def says(self, pattern: str, among_last: int = 1) -> bool:
        """Does the bot's last message (do its last ones) say so? A regular expression."""
        return any(re.search(pattern, words(message)) for message in self.heard[-among_last:])

    def count(self, pattern: str) -> int:
        """How many messages of the bot say so."""
        return sum(bool(re.search(pattern, words(message))) for message in self.all)

    def buttons(self, pattern: str) -> list[tuple[int, str]]:
        """Every button of the whole chat whose data match, the oldest first."""
        return [
            (message["message_id"], one["callback_data"])
            for message in self.all
            for row in message.get("reply_markup", {}).get("inline_keyboard", [])
            for one in row
            if re.match(pattern, str(one.get("callback_data", "")))
        ]

    def button(self, label: str = "", data: str = "", among_last: int = 1) -> tuple[int, str] | None:
        """The newest button with this in its label, and data that begins so: its message and data."""
        for message in reversed(self.heard[-among_last:]):
            for row in message.get("reply_markup", {}).get("inline_keyboard", []):
                for one in row:
                    found = str(one.get("callback_data", ""))
                    if label in one["text"] and found.startswith(data):
                        return message["message_id"], found
        return None


Seen = Callable[[Chat], Any]


def words(message: dict[str, Any]) -> str:
    """A message's text or caption."""
    return str(message.get("text") or message.get("caption") or "")


class Street:
    """Everybody's phones, and the news of their Telegram; `number` is that of the latest event."""

    def __init__(self, base: str, session: aiohttp.ClientSession) -> None:
        self.base, self.number, self.pokes = base, 0, 0
        self._session = session
        self._news: dict[int, asyncio.Event] = {}
        self._any = asyncio.Event()

    async def do(self, path: str, **body: Any) -> Any:
        """POST to the people API."""
        async with self._session.post(f"{self.base}/sim/{path}", json=body) as answer:
            found = await answer.json()
            assert answer.status == 200, found
            return found

    async def look(self, path: str) -> Any:
        """GET of the people API."""
        async with self._session.get(f"{self.base}/sim/{path}") as answer:
            return await answer.json()

    async def send(self, user: int, form: aiohttp.FormData) -> None:
        """Files from a phone."""
        async with self._session.post(f"{self.base}/sim/chats/{user}/files", data=form) as answer:
            assert answer.status == 200, await answer.text()

    async def call(self, token: str, method: str, **params: Any) -> Any:
        """A call of the Bot API, as by another program with the bot's token."""
        async with self._session.post(f"{self.base}/bot{token}/{method}", json=params) as answer:
            return await answer.json()

    async def person(self, name: str, user: int) -> Phone:
        """Somebody gets a phone."""
        surname, first, *_ = name.split()
        await self.do("people", first_name=first, last_name=surname, user_id=user)
        return Phone(self, user, name)

    async def quiet(self, token: str) -> None:
        """Until the bot has taken and confirmed everything that people did."""
        async with asyncio.timeout(PATIENCE):
            while (await self.call(token, "getWebhookInfo"))["result"]["pending_update_count"]:
                await asyncio.sleep(LOOK_EVERY)

    async def happened(self, number: int) -> None:
        """Until the event with this number."""
        while self.number < number:
            self._any.clear()
            await self._any.wait()

    def bell(self, user: int) -> asyncio.Event:
        """Rings at each event of a chat."""
        return self._news.setdefault(user, asyncio.Event())

    async def listen(self) -> None:
        """Hears the news, until cancelled."""
        while True:
            found = await self.look(f"events?after={self.number}&timeout=20")
            for event in found["events"]:
                self.number = max(self.number, int(event["n"]))
                self.bell(int(event["chat_id"])).set()
            self._any.set()


@asynccontextmanager
async def street(base: str) -> AsyncIterator[Street]:
    """The phones of a Telegram."""
    async with http() as session:
        made = Street(base, session)
        listening = asyncio.create_task(made.listen())
        try:
            yield made
        finally:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)


class Phone:
    """One person; `updates` counts what they did, each of which the bot must take exactly once."""

    def __init__(self, street: Street, user: int, name: str) -> None:
        self.street, self.user, self.name = street, user, name
        self.updates = 0
        self.tap = ""

    async def chat(self) -> Chat:
        """The chat as it stands."""
        return Chat((await self.street.look(f"chats/{self.user}"))["messages"])

    async def says(self, text: str, until: Seen) -> None:
        """Types a text once, and waits for what it brings."""
        self.updates += 1
        await self.street.do(f"chats/{self.user}/text", text=text)
        await self.sees(until, f"after «{text}»")

    async def taps(
        self, label: str = "", data: str = "", *, until: Seen | None = None, times: int = 1
    ) -> None:
        """Presses a button, perhaps twice at once, and waits for what it brings."""
        while True:
            await self.sees(lambda chat: chat.button(label, data), f"the button {label} {data}")
            button = (await self.chat()).button(label, data)
            if button and await self._presses(button, until=until, times=times):
                return

    async def goes(self, label: str = "", data: str = "", *, until: Seen) -> None:
        """Presses a button that only leads somewhere, and again if the way was lost: no answer hangs on it."""
        for _ in range(10):
            await self.sees(lambda chat: chat.button(label, data) or until(chat), f"the way {label} {data}")
            button = (await self.chat()).button(label, data)
            if button:
                self.updates += 1
                path = f"chats/{self.user}/tap"
                await self.street.do(path, message_id=button[0], data=button[1], forged=True)
            if await self._waits(until, BEFORE_A_POKE / 2):
                return
        await self.sees(until, f"behind {label} {data}")

    async def presses(self, button: tuple[int, str], *, until: Seen | None = None, times: int = 1) -> None:
        """The same for a button that was found; it goes away unless something else is waited for."""
        assert await self._presses(button, until=until, times=times)

    async def _presses(self, button: tuple[int, str], *, until: Seen | None, times: int) -> bool:
        """False when the card was drawn anew between the look and the tap: then nothing was tapped."""
        path = f"chats/{self.user}/tap"
        for _ in range(times):
            try:
                tap = await self.street.do(path, message_id=button[0], data=button[1], forged=times > 1)
            except AssertionError as error:
                if "There is no button" not in str(error):
                    raise
                return False
            self.updates += 1
            self.tap = str(tap["callback_id"])
        gone = until or (lambda chat: button not in chat.buttons(re.escape(button[1])))
        await self.sees(gone, f"after the tap on {button[1]}")
        return True

    async def sends(self, kind: str, *names: str, caption: str = "", until: Seen) -> None:
        """Sends a file, or an album."""
        form = aiohttp.FormData(quote_fields=False)
        form.add_field("kind", kind)
        form.add_field("caption", caption)
        for name in names:
            form.add_field("file", PICTURE + name.encode(), filename=name)
        self.updates += len(names)
        await self.street.send(self.user, form)
        await self.sees(until, f"after {names}")

    async def sees(self, seen: Seen, what: str) -> None:
        """Waits; looks again with /start, and moves the clock past a notice in doubt, before it gives up."""
        if await self._waits(seen, BEFORE_A_POKE):
            return
        self.street.pokes += 1
        await self.street.do("clock", add_seconds=180)
        await self.street.do(f"chats/{self.user}/text", text="/start")
        self.updates += 1
        if not await self._waits(seen, PATIENCE):
            chat = await self.chat()
            tail = "\n".join(words(message) for message in chat.messages[-4:])
            answer = await self.street.look(f"callbacks/{self.tap}") if self.tap else None
            raise AssertionError(f"{self.name} waits in vain {what} ({answer}); the chat ends with:\n{tail}")

    async def _waits(self, seen: Seen, seconds: float) -> bool:
        bell = self.street.bell(self.user)
        try:
            async with asyncio.timeout(seconds):
                while True:
                    bell.clear()
                    if seen(await self.chat()):
                        return True
                    await bell.wait()
        except TimeoutError:
            return False
