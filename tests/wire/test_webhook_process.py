"""A real bot behind a real webhook: Telegram delivers with the secret, also over `kill -9` in between."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

import aiohttp

from bot.local import free_port
from bot.webhook import HEADER, PATH
from simulator.core import TOKEN
from tests.wire.processes import Nursery
from tests.wire.test_faults import answers, post
from tests.wire.test_kill import kills
from tests.wire.working_days import step_of

SECRET = "a-secret-of-this-test"
KILLS = 5


async def knock(url: str, secret: str) -> int:
    """Somebody who is not Telegram delivers; the status."""
    async with aiohttp.ClientSession() as session:
        headers = {HEADER: secret}
        async with session.post(url + PATH, json={"update_id": 1}, headers=headers) as answer:
            return answer.status


async def test_a_webhook_delivers_with_the_secret_and_loses_nothing_over_a_kill(
    tmp_path: Path, nursery: Nursery
) -> None:
    port = free_port(0)
    url = f"http://127.0.0.1:{port}"
    settings = {"WEBHOOK_URL": url, "WEBHOOK_SECRET": SECRET, "WEBHOOK_PORT": str(port)}
    async with post(tmp_path, nursery, **settings) as here:
        here.bot.start()
        await here.bot.ready()
        phone = await here.phone(1)
        day = asyncio.ensure_future(answers(phone, 1))
        await asyncio.gather(day, kills(here.bot, here.street, random.Random(5), day))
        assert here.bot.lives > KILLS
        await here.street.quiet(TOKEN)
        info = (await here.street.call(TOKEN, "getWebhookInfo"))["result"]
        assert info["url"] == url + PATH
        assert await knock(url, "another-secret-of-this") == 403
        assert await knock(url, SECRET) == 200

        done = here.records.of_teacher(2)
        assert done["answers"] == {number - 1: step_of(number) for number in range(1, 41)}
        assert done["history"] == {
            "route.begun": 1,
            "diagnosis.finished": 1,
            "plan.term": 1,
            "plan.added": 2,
            "plan.sent": 1,
        }
        assert here.records.one("SELECT count(*) FROM taken_updates") == phone.updates
        assert here.bot.end() == 0
