"""A lean Bot API server as a process of its own, which plays the people: `python -m bench.telegram PLAN`.

PLAN is a JSON object of `Plan`. The server prints its port, reads the bot's process id from its input, loads
the bot, prints an `Outcome` as JSON, and goes on serving until its input closes. It checks nothing: what a
bot may and may not say is the simulator's business, here each call must cost as little as possible.
"""

import asyncio
import gc
import sys
import time
from dataclasses import asdict
from urllib.parse import unquote_to_bytes

import orjson
import uvloop
from aiohttp import web

from bench.course import Load
from bench.mailbox import Mailbox
from bench.people import Crowd, Json
from bench.plan import Plan

BOT = {"id": 42, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
TRUE = b'{"ok":true,"result":true}'
UNKNOWN = b'{"ok":false,"error_code":404,"description":"Not Found: method not found"}'
SILENT_PREFIXES = ("set", "delete", "sendChatAction", "pin", "unpin", "close", "logOut")


def form_fields(body: bytes) -> Json:
    """The fields of a percent-encoded form, as text."""
    pairs = (pair.partition(b"=") for pair in body.split(b"&"))
    return {
        name.decode(): unquote_to_bytes(value.replace(b"+", b" ")).decode()
        for name, _, value in pairs
        if name
    }


async def read_fields(request: web.BaseRequest) -> Json:
    """The parameters of a call, whichever of the three ways they came."""
    kind = request.content_type
    if kind.startswith("multipart/"):
        return dict(await request.post())
    body = await request.read()
    if not body:
        return {}
    return orjson.loads(body) if kind == "application/json" else form_fields(body)


class Telegram:
    """The methods of the Bot API that a questionnaire calls."""

    def __init__(self, plan: Plan) -> None:
        self.mailbox = Mailbox()
        self.crowd = Crowd(plan, self.mailbox.put, time.perf_counter)
        self.unknown: dict[str, int] = {}
        self.messages = self.cards = self.letters = 0

    async def serve(self, request: web.BaseRequest) -> web.StreamResponse:
        """One HTTP call."""
        method = request.path.rpartition("/")[2]
        fields = await read_fields(request)
        return web.Response(body=await self.call(method, fields), content_type="application/json")

    async def call(self, method: str, fields: Json) -> bytes:
        """The JSON answer to one method."""
        if method == "getUpdates":
            offset, limit = int(fields.get("offset") or 0), int(fields.get("limit") or 100)
            return await self.mailbox.take(offset, limit, float(fields.get("timeout") or 0))
        if method in {"editMessageText", "editMessageCaption", "editMessageReplyMarkup"}:
            return self.show(fields, int(fields["message_id"]))
        if method == "answerCallbackQuery":
            self.crowd.callback_answered(str(fields["callback_query_id"]))
            return TRUE
        if method in {"sendMessage", "sendPhoto", "sendDocument"}:
            self.messages += 1
            return self.show(fields, self.messages)
        return self.rest(method)

    def rest(self, method: str) -> bytes:
        """Methods which need no chat."""
        if method == "getMe":
            return orjson.dumps({"ok": True, "result": BOT})
        if method == "getWebhookInfo":
            return b'{"ok":true,"result":{"url":"","has_custom_certificate":false,"pending_update_count":0}}'
        if method.startswith(SILENT_PREFIXES):
            return TRUE
        self.unknown[method] = self.unknown.get(method, 0) + 1
        return UNKNOWN

    def show(self, fields: Json, message_id: int) -> bytes:
        """Put a message into a chat and echo it whole, as Telegram does."""
        chat = int(fields["chat_id"])
        text = fields.get("text") or fields.get("caption") or ""
        message = {"message_id": message_id, "from": BOT, "date": 1_750_000_000, "text": text}
        message["chat"] = {"id": chat, "type": "private", "first_name": f"Person {chat}"}
        markup = fields.get("reply_markup")
        if markup:
            markup = orjson.loads(markup) if isinstance(markup, str) else markup
        if markup and "inline_keyboard" in markup:
            message["reply_markup"] = markup
            self.cards += 1
            self.letters += len(text) + sum(len(b["text"]) for row in markup["inline_keyboard"] for b in row)
            self.crowd.screen(chat, message)
        return b'{"ok":true,"result":' + orjson.dumps(message) + b"}"


async def load_and_report(telegram: Telegram, plan: Plan) -> None:
    """Read the bot's process id, load the bot, print the outcome, stay until the input closes."""
    loop = asyncio.get_running_loop()
    line = await loop.run_in_executor(None, sys.stdin.readline)
    if line.strip():
        outcome = await Load(telegram.crowd, plan, int(line), lambda: telegram.messages).run()
        outcome.unknown = telegram.unknown
        outcome.letters = telegram.letters / max(telegram.cards, 1)
        print(orjson.dumps(asdict(outcome)).decode(), flush=True)
        await loop.run_in_executor(None, sys.stdin.read)


async def main(plan: Plan) -> None:
    """Serve on a free port of the loopback."""
    telegram = Telegram(plan)
    loop = asyncio.get_running_loop()
    handler = web.Server(telegram.serve, access_log=None)
    server = await loop.create_server(handler, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await load_and_report(telegram, plan)
    server.close()
    await handler.shutdown(1.0)


if __name__ == "__main__":
    gc.freeze()
    uvloop.run(main(Plan(**orjson.loads(sys.argv[1]))))
