"""Delivery to a webhook: in order, with the secret, again and again until the bot answers 200."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import aiohttp
from aiohttp import web

from simulator.bell import Bell
from simulator.core import TOKEN, Telegram
from simulator.webhook import Courier, pause_after
from tests.wire.local_telegram import ANNA, NOON, local_telegram

HOOK = "http://127.0.0.1:9/hook"
Delivery = tuple[str, Any, dict[str, str]]


class Road:
    """A post that answers what it is told to, and remembers."""

    def __init__(self, *answers: int | Exception, body: bytes = b"") -> None:
        self.answers, self.body = list(answers), body
        self.deliveries: list[Delivery] = []
        self.pauses: list[float] = []
        self.bell = Bell()
        self.telegram = Telegram(now=lambda: NOON)
        self.telegram.person(first_name="Анна", user_id=ANNA)
        self.telegram.call(TOKEN, "setWebhook", {"url": HOOK, "secret_token": "s3cret"})
        self.courier = Courier(self.telegram, self.bell, self.post, pause=self.pause)

    async def post(self, url: str, body: bytes, headers: dict[str, str]) -> tuple[int, bytes]:
        self.deliveries.append((url, json.loads(body), headers))
        answer = self.answers.pop(0)
        if not self.answers:
            self.bell.close()
        if isinstance(answer, Exception):
            raise answer
        return answer, self.body

    async def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)

    async def run(self, *texts: str) -> list[str]:
        """Let Anna say these, deliver till the answers are used up; the delivered texts."""
        for text in texts:
            self.telegram.say(ANNA, text)
        await asyncio.wait_for(self.courier.run(), 5)
        return [update["message"]["text"] for _, update, _ in self.deliveries]


def test_pauses_grow_up_to_a_minute() -> None:
    assert [pause_after(count) for count in (1, 2, 3, 6, 7, 60)] == [1, 2, 4, 32, 60, 60]


async def test_updates_arrive_in_order_with_the_secret() -> None:
    road = Road(200, 200, 200)
    assert await road.run("раз", "два", "три") == ["раз", "два", "три"]
    url, _, headers = road.deliveries[0]
    assert (url, headers["X-Telegram-Bot-Api-Secret-Token"]) == (HOOK, "s3cret")
    assert road.pauses == []


async def test_what_was_not_accepted_comes_again_before_anything_else() -> None:
    road = Road(500, aiohttp.ClientConnectionError(), TimeoutError(), 302, 200, 200)
    assert await road.run("раз", "два") == ["раз"] * 5 + ["два"]
    assert road.pauses == [1, 2, 4, 8]


async def test_what_is_not_accepted_stays_in_the_queue() -> None:
    road = Road(500)
    await road.run("раз", "два")
    assert road.telegram.pending == 2


async def test_different_chats_are_served_side_by_side_and_none_has_two_under_way() -> None:
    road, boris = Road(), ANNA + 1
    under_way: list[str] = []
    held: dict[str, asyncio.Future[tuple[int, bytes]]] = {}

    async def post(url: str, body: bytes, headers: dict[str, str]) -> tuple[int, bytes]:
        text = json.loads(body)["message"]["text"]
        under_way.append(text)
        held[text] = asyncio.get_running_loop().create_future()
        return await held[text]

    road.telegram.person(first_name="Борис", user_id=boris)
    for person, text in ((ANNA, "раз"), (ANNA, "два"), (boris, "три")):
        road.telegram.say(person, text)
    run = asyncio.create_task(Courier(road.telegram, road.bell, post).run())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert under_way == ["раз", "три"]
    held["три"].set_result((500, b""))
    held["раз"].set_result((200, b""))
    while "два" not in under_way:
        await asyncio.sleep(0)
    assert under_way == ["раз", "три", "два"]
    assert road.telegram.pending == 2
    road.bell.close()
    await run


async def test_a_method_in_the_answer_is_carried_out_and_nonsense_is_not() -> None:
    answer = json.dumps({"method": "sendMessage", "chat_id": ANNA, "text": "Принято"}).encode()
    road = Road(200, body=answer)
    await road.run("раз")
    assert road.telegram.history(ANNA)[-1]["text"] == "Принято"
    for nonsense in (b"ok", b"[]", b'{"method": "none"}'):
        road = Road(200, body=nonsense)
        await road.run("раз")
        assert len(road.telegram.history(ANNA)) == 1


async def test_setting_the_webhook_anew_ends_the_pause() -> None:
    road = Road(500, 200)
    resting = asyncio.Event()

    async def never(seconds: float) -> None:
        resting.set()
        await asyncio.Event().wait()

    road.courier = Courier(road.telegram, road.bell, road.post, pause=never)
    delivery = asyncio.create_task(road.run("раз"))
    await asyncio.wait_for(resting.wait(), 5)
    road.courier.hurry()
    assert await delivery == ["раз", "раз"]


async def test_a_real_webhook_gets_what_people_write_and_polling_goes_on_where_it_stopped() -> None:
    got: asyncio.Queue[tuple[str | None, Any]] = asyncio.Queue()

    async def hook(request: web.Request) -> web.Response:
        await got.put((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), await request.json()))
        return web.Response()

    app = web.Application()
    app.add_routes([web.post("/hook", hook)])
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    async with local_telegram() as sides:
        url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
        await sides.do(f"chats/{ANNA}/text", text="до")
        await sides.bot("setWebhook", url=url, secret_token="s3cret")
        await sides.do(f"chats/{ANNA}/text", text="после")
        found = [await asyncio.wait_for(got.get(), 5) for _ in range(2)]
        assert [(secret, update["message"]["text"]) for secret, update in found] == [
            ("s3cret", "до"),
            ("s3cret", "после"),
        ]
        await sides.bot("deleteWebhook")
        await sides.do(f"chats/{ANNA}/text", text="опросом")
        polled = await sides.bot("getUpdates", offset=found[-1][1]["update_id"] + 1)
        assert [update["message"]["text"] for update in polled] == ["опросом"]
    await runner.cleanup()
