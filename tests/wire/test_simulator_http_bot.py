"""The Bot API over HTTP: every way to call, long polls, uploads, faults."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest

from simulator.core import TOKEN
from tests.wire.local_telegram import ANNA, Sides, local_telegram

HOOK = "http://127.0.0.1:9/hook"


async def by_query(sides: Sides, params: dict[str, Any]) -> Any:
    async with sides.session.get(f"{sides.base}/bot{TOKEN}/sendMessage", params=params) as answer:
        return await answer.json()


async def by_form(sides: Sides, params: dict[str, Any]) -> Any:
    async with sides.session.post(f"{sides.base}/bot{TOKEN}/sendMessage", data=params) as answer:
        return await answer.json()


async def by_multipart(sides: Sides, params: dict[str, Any]) -> Any:
    form = aiohttp.MultipartWriter("form-data")
    for name, value in params.items():
        form.append(str(value)).set_content_disposition("form-data", name=name)
    async with sides.session.post(f"{sides.base}/bot{TOKEN}/SENDMESSAGE", data=form) as answer:
        return await answer.json()


async def by_json(sides: Sides, params: dict[str, Any]) -> Any:
    async with sides.session.post(f"{sides.base}/bot{TOKEN}/sendmessage", json=params) as answer:
        return await answer.json()


@pytest.mark.parametrize("way", [by_query, by_form, by_multipart, by_json])
async def test_a_message_is_sent_by_any_way_of_calling(way: Callable[..., Awaitable[Any]]) -> None:
    async with local_telegram() as sides:
        await sides.do(f"chats/{ANNA}/start")
        answer = await way(sides, {"chat_id": ANNA, "text": "Здравствуйте, «Анна» & Ко"})
        assert answer["ok"] is True
        assert answer["result"]["text"] == "Здравствуйте, «Анна» & Ко"
        assert [message["by_bot"] for message in await sides.history()] == [False, True]


async def test_an_upload_comes_back_through_getFile_and_the_file_address() -> None:
    async with local_telegram() as sides:
        await sides.do(f"chats/{ANNA}/start")
        form = aiohttp.FormData(quote_fields=False)
        form.add_field("chat_id", str(ANNA))
        form.add_field("document", "attach://card")
        form.add_field("card", b"%PDF-1.7 card", filename="Карта ИОМ.pdf", content_type="application/pdf")
        async with sides.session.post(f"{sides.base}/bot{TOKEN}/sendDocument", data=form) as answer:
            document = (await answer.json())["result"]["document"]
        assert document["file_name"] == "Карта ИОМ.pdf"
        path = (await sides.bot("getFile", file_id=document["file_id"]))["file_path"]
        async with sides.session.get(f"{sides.base}/file/bot{TOKEN}/{path}") as answer:
            assert await answer.read() == b"%PDF-1.7 card"
        async with sides.session.get(f"{sides.base}/file/bot{TOKEN}/documents/none") as answer:
            assert answer.status == 404
            assert (await answer.json())["ok"] is False


async def test_a_refusal_has_the_same_status_in_the_answer_and_in_the_body() -> None:
    async with local_telegram() as sides:
        for method, token, status in (
            ("sendMessage", TOKEN, 400),
            ("getMe", "1:wrong", 401),
            ("getUpdates", "1:wrong", 401),
            ("danceForMe", TOKEN, 404),
        ):
            found, body = await sides.call(method, token, chat_id=1, text="x")
            assert (found, body["ok"], body["error_code"]) == (status, False, status)
            assert body["description"]
        async with sides.session.get(f"{sides.base}/nowhere") as answer:
            assert await answer.json() == {"ok": False, "error_code": 404, "description": "Not Found"}


async def test_a_body_that_is_no_json_object_is_refused() -> None:
    async with local_telegram() as sides:
        for raw in ("{", "[1]"):
            headers = {"Content-Type": "application/json"}
            url = f"{sides.base}/bot{TOKEN}/getMe"
            async with sides.session.post(url, data=raw, headers=headers) as answer:
                assert answer.status == 400


async def test_over_50_megabytes_is_413() -> None:
    async with local_telegram() as sides:
        form = aiohttp.FormData({"chat_id": str(ANNA)})
        form.add_field("document", bytes(50 * 1024 * 1024 + 1), filename="big.bin")
        async with sides.session.post(f"{sides.base}/bot{TOKEN}/sendDocument", data=form) as answer:
            assert answer.status == 413
            assert (await answer.json())["description"] == "Request Entity Too Large"


async def test_a_long_poll_is_woken_by_what_a_person_writes() -> None:
    async with local_telegram() as sides:
        poll = asyncio.create_task(sides.bot("getUpdates", timeout=50))
        await until_polling(sides)
        await sides.do(f"chats/{ANNA}/start")
        [update] = await asyncio.wait_for(poll, 5)
        assert update["message"]["text"] == "/start"
        assert await sides.bot("getUpdates", offset=update["update_id"] + 1) == []


async def test_the_older_of_two_pollers_gets_409() -> None:
    async with local_telegram() as sides:
        older = asyncio.create_task(sides.call("getUpdates", timeout=50))
        await until_polling(sides)
        newer = asyncio.create_task(sides.call("getUpdates", timeout=50))
        status, body = await asyncio.wait_for(older, 5)
        assert status == 409
        assert "only one bot instance" in body["description"]
        await sides.do(f"chats/{ANNA}/start")
        assert (await asyncio.wait_for(newer, 5))[0] == 200


async def test_a_webhook_ends_a_poll_and_forbids_the_next() -> None:
    async with local_telegram() as sides:
        poll = asyncio.create_task(sides.call("getUpdates", timeout=50))
        await until_polling(sides)
        await sides.bot("setWebhook", url=HOOK)
        assert (await asyncio.wait_for(poll, 5))[0] == 409
        assert (await sides.call("getUpdates"))[0] == 409
        await sides.bot("deleteWebhook")
        assert (await sides.call("getUpdates"))[0] == 200


async def until_polling(sides: Sides) -> None:
    """Until the server has begun to wait on behalf of a poller: another request has been served after it."""
    for _ in range(3):
        await sides.look("clock")


async def test_a_dropped_call_did_nothing_and_a_lost_answer_hides_a_done_one() -> None:
    async with local_telegram() as sides:
        await sides.do(f"chats/{ANNA}/start")
        for kind, messages in (("drop", 1), ("lose", 2)):
            await sides.do("faults", once={"kind": kind, "method": "sendMessage"})
            with pytest.raises(aiohttp.ClientError):
                await sides.bot("sendMessage", chat_id=ANNA, text=kind)
            assert len(await sides.history()) == messages
        await sides.bot("sendMessage", chat_id=ANNA, text="again")
        assert [message["text"] for message in await sides.history()] == ["/start", "lose", "again"]


async def test_telegram_is_ill_or_slow_on_demand() -> None:
    async with local_telegram() as sides:
        await sides.do("faults", once={"kind": "error", "method": "getMe", "status": 500})
        assert (await sides.call("getMe"))[1]["error_code"] == 500
        await sides.do("faults", once={"kind": "error", "status": 502})
        async with sides.session.get(f"{sides.base}/bot{TOKEN}/getMe") as answer:
            assert (answer.status, answer.content_type) == (502, "text/html")
        await sides.do("faults", once={"kind": "delay", "seconds": 7})
        assert (await sides.bot("getMe"))["is_bot"] is True
        assert sides.slept == [7]


async def test_a_download_breaks_off_half_way_stands_still_or_is_refused_on_demand() -> None:
    async with local_telegram() as sides:
        await sides.do(f"chats/{ANNA}/start")
        await sides.send_files("document", ("plan.pdf", b"first,second"))
        found = await sides.bot("getFile", file_id=(await sides.history())[-1]["document"]["file_id"])
        address = f"{sides.base}/file/bot{TOKEN}/{found['file_path']}"
        for kind, times in (("drop", 2), ("lose", 1)):  # a client asks once more when nothing has come
            await sides.do("faults", once={"kind": kind, "method": "file", "times": times})
            with pytest.raises(aiohttp.ClientError):
                async with sides.session.get(address) as answer:
                    await answer.read()
        await sides.do("faults", once={"kind": "delay", "method": "file", "seconds": 7})
        async with sides.session.get(address) as answer:
            assert await answer.read() == b"first,second"
        assert sides.slept == [7]
        await sides.do("faults", once={"kind": "error", "method": "file", "status": 502})
        async with sides.session.get(address) as answer:
            assert answer.status == 502


async def test_an_update_comes_twice_on_demand() -> None:
    async with local_telegram() as sides:
        await sides.do(f"chats/{ANNA}/start")
        [update] = await sides.bot("getUpdates")
        offset = update["update_id"] + 1
        assert await sides.bot("getUpdates", offset=offset) == []
        await sides.do("faults", repeat_updates=1)
        assert await sides.bot("getUpdates", offset=offset) == [update]


async def test_limits_hold_on_demand() -> None:
    async with local_telegram() as sides:
        await sides.do(f"chats/{ANNA}/start")
        await sides.do("faults", slow_down={"chat_id": ANNA, "seconds": 9})
        status, body = await sides.call("sendMessage", chat_id=ANNA, text="x")
        assert (status, body["parameters"]) == (429, {"retry_after": 9})
        assert json.dumps(body).count("429") == 1
