"""What people do with their phones, as JSON over HTTP: for the page and for tests of whole processes.

Every answer is a JSON object; input that makes no sense is 400 `{"error": sentence}`.
"""

from __future__ import annotations

from typing import Any

from aiohttp import web

from simulator.asked import Asked, Unclear, reply
from simulator.attachments import FILE_KINDS, OTHER_KINDS
from simulator.core import Telegram, Upload
from simulator.people import start_text
from simulator.seats import Seats


class PeopleApi:
    """One method per thing a person can do."""

    def __init__(self, telegram: Telegram, seats: Seats) -> None:
        self._telegram = telegram
        self._seats = seats

    def routes(self) -> list[web.RouteDef]:
        """The whole API of people."""
        chat = "/sim/chats/{user:-?\\d+}"
        return [
            web.get("/sim/people", self.people),
            web.post("/sim/people", self.add_person),
            web.post("/sim/groups", self.add_group),
            web.get(chat, self.history),
            web.get(chat + "/commands", self.commands),
            web.post(chat + "/text", self.text),
            web.post(chat + "/tap", self.tap),
            web.post(chat + "/files", self.files),
            web.post(chat + "/other", self.other),
            web.post(chat + "/edit", self.edit),
            web.post(chat + "/delete", self.delete),
            web.post(chat + "/block", self.block),
            web.post(chat + "/start", self.start),
            web.post(chat + "/deactivate", self.deactivate),
            web.get("/sim/callbacks/{callback}", self.callback),
        ]

    async def people(self, request: web.Request) -> web.Response:
        """Everybody with their seats and last messages, and the number of the newest event."""
        events = self._telegram.events(0)
        return reply(
            {
                "bot": self._bot(),
                "people": [self._card(person) for person in self._telegram.people()],
                "events": max((int(event.get("n", 0)) for event in events), default=0),
            }
        )

    async def add_person(self, request: web.Request) -> web.Response:
        """Somebody sits down; the same `user_id` again is the same person under a new name."""
        asked = await Asked.of(request)
        start = asked.optional_text("start")
        start_text(start or "")
        person = self._telegram.person(
            first_name=asked.text("first_name"),
            last_name=asked.optional_text("last_name"),
            username=asked.optional_text("username"),
            language_code=asked.optional_text("language_code", "ru"),
            user_id=asked.optional_whole("user_id"),
        )
        self._seats.put(person["id"], seat=asked.optional_text("seat"), start=start)
        return reply(self._card(person))

    async def add_group(self, request: web.Request) -> web.Response:
        """`{title, members}`: a group with these people and the bot."""
        asked = await Asked.of(request)
        return reply({"chat_id": self._telegram.group(asked.text("title"), asked.wholes("members"))})

    async def history(self, request: web.Request) -> web.Response:
        """The messages a person sees; `?chat_id=` for a group."""
        group = request.query.get("chat_id")
        messages = self._telegram.history(user_of(request), chat_id=int(group) if group else None)
        return reply({"messages": messages})

    async def commands(self, request: web.Request) -> web.Response:
        """What the menu button of this person offers."""
        return reply({"commands": self._telegram.command_menu(user_of(request))})

    async def text(self, request: web.Request) -> web.Response:
        """A typed or forwarded text; `forward_from` is its author: a person's id or a name."""
        asked = await Asked.of(request)
        message = self._telegram.say(
            user_of(request),
            asked.text("text"),
            chat_id=asked.optional_whole("chat_id"),
            forward_from=asked.author("forward_from"),
            reply_to=asked.optional_whole("reply_to"),
        )
        return reply({"message": message})

    async def tap(self, request: web.Request) -> web.Response:
        """A button; `forged` sends data of no button; `message_missing`: true or "absent"."""
        asked = await Asked.of(request)
        callback = self._telegram.tap(
            user_of(request),
            asked.whole("message_id"),
            asked.text("data"),
            chat_id=asked.optional_whole("chat_id"),
            message_missing=asked.flag_or("absent", "message_missing"),
            forged=asked.flag("forged"),
        )
        return reply({"callback_id": callback})

    async def callback(self, request: web.Request) -> web.Response:
        """The bot's answer to a tap: `{"answer": null}` while it is awaited."""
        return reply({"answer": self._telegram.answer_to(request.match_info["callback"])})

    async def files(self, request: web.Request) -> web.Response:
        """Multipart: `kind`, `caption`, `chat_id`, and one file, or several as an album."""
        form = await request.post()
        uploads = [
            Upload(part.filename, part.file.read(), part.content_type)
            for part in form.values()
            if isinstance(part, web.FileField)
        ]
        asked = Asked({name: value for name, value in form.items() if isinstance(value, str)})
        if not uploads:
            raise Unclear("A file is needed.")
        messages = self._telegram.send(
            user_of(request),
            asked.one_of("kind", FILE_KINDS),
            uploads if len(uploads) > 1 else uploads[0],
            caption=asked.optional_text("caption"),
            chat_id=asked.optional_whole("chat_id"),
        )
        return reply({"messages": messages})

    async def other(self, request: web.Request) -> web.Response:
        """A place, a contact, a poll, a die, a sticker."""
        asked = await Asked.of(request)
        kind = asked.one_of("kind", OTHER_KINDS)
        return reply({"message": self._telegram.send_other(user_of(request), kind, asked.object("payload"))})

    async def edit(self, request: web.Request) -> web.Response:
        """The person changes their own text or caption."""
        asked = await Asked.of(request)
        chat_id = asked.optional_whole("chat_id")
        edited = self._telegram.edit(
            user_of(request), asked.whole("message_id"), asked.text("text"), chat_id=chat_id
        )
        return reply({"message": edited})

    async def delete(self, request: web.Request) -> web.Response:
        """The person deletes a message for both; the bot hears nothing."""
        asked = await Asked.of(request)
        chat_id = asked.optional_whole("chat_id")
        self._telegram.delete(user_of(request), asked.whole("message_id"), chat_id=chat_id)
        return reply({})

    async def block(self, request: web.Request) -> web.Response:
        """`{blocked: true|false}`."""
        asked = await Asked.of(request)
        (self._telegram.block if asked.flag("blocked") else self._telegram.unblock)(user_of(request))
        return reply({})

    async def deactivate(self, request: web.Request) -> web.Response:
        """The person deletes their account."""
        self._telegram.deactivate(user_of(request))
        return reply({})

    async def start(self, request: web.Request) -> web.Response:
        """START is pressed, with the payload of an invitation link, given here or when sitting down."""
        asked = await Asked.of(request)
        user = user_of(request)
        command = start_text(asked.optional_text("payload", self._seats.of(user)["start"]) or "")
        self._telegram.unblock(user)
        return reply({"message": self._telegram.say(user, command)})

    def _card(self, person: dict[str, Any]) -> dict[str, Any]:
        messages = self._telegram.history(person["id"])
        incoming = sum(message["by_bot"] for message in messages)
        last = messages[-1] if messages else None
        return person | self._seats.of(person["id"]) | {"last": last, "incoming": incoming}

    def _bot(self) -> dict[str, Any]:
        token = self._telegram.token
        about = self._telegram.call(token, "getMyDescription", {})
        return {**self._telegram.call(token, "getMe", {}), "description": about.get("description", "")}


def user_of(request: web.Request) -> int:
    """The person whose phone this is."""
    return int(request.match_info["user"])
