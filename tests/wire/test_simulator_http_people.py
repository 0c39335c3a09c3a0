"""The people API: what a person does with a phone, news, the clock, and who may speak here at all."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from simulator.core import TOKEN
from tests.wire.local_telegram import ANNA, NOON, Sides, local_telegram
from tests.wire.simulated import PNG, button, buttons

BORIS = 5_111_222_444


async def test_people_sit_down_with_a_seat_and_an_invitation() -> None:
    async with local_telegram() as sides:
        boris = await sides.do("people", first_name="Борис", user_id=BORIS, seat="тьютор", start="t_42")
        assert (boris["seat"], boris["start"], boris["last"]) == ("тьютор", "t_42", None)
        people = (await sides.look("people"))["people"]
        assert [(person["id"], person["seat"]) for person in people] == [
            (ANNA, "учитель, школа № 3"),
            (BORIS, "тьютор"),
        ]
        await sides.do(f"chats/{BORIS}/start")
        assert [message["text"] for message in await sides.history(BORIS)] == ["/start t_42"]
        await sides.do("people", first_name="Борис", last_name="Ли", user_id=BORIS)
        [_, renamed] = (await sides.look("people"))["people"]
        assert (renamed["last_name"], renamed["seat"], renamed["last"]["text"]) == (
            "Ли",
            "тьютор",
            "/start t_42",
        )


async def test_the_list_tells_the_bot_and_how_much_it_wrote() -> None:
    async with local_telegram() as sides:
        await sides.do(f"chats/{ANNA}/start")
        await sides.bot("setMyDescription", description="Помогаю учителю")
        await sides.bot("sendMessage", chat_id=ANNA, text="Здравствуйте")
        found = await sides.look("people")
        assert (found["bot"]["username"], found["bot"]["description"]) == (
            "marshrut_local_bot",
            "Помогаю учителю",
        )
        assert (found["people"][0]["incoming"], found["people"][0]["last"]["text"]) == (1, "Здравствуйте")


async def test_a_tap_is_an_update_and_its_answer_can_be_asked_for() -> None:
    async with local_telegram() as sides:
        message = await card(sides)
        tap = await sides.do(f"chats/{ANNA}/tap", message_id=message, data="yes:1")
        number = tap["callback_id"]
        assert (await sides.look(f"callbacks/{number}"))["answer"] is None
        update = (await sides.bot("getUpdates"))[-1]
        assert (update["callback_query"]["id"], update["callback_query"]["data"]) == (number, "yes:1")
        await sides.bot("answerCallbackQuery", callback_query_id=number, text="Принято", show_alert=True)
        answer = (await sides.look(f"callbacks/{number}"))["answer"]
        assert (answer["text"], answer["show_alert"]) == ("Принято", True)


async def test_only_a_forged_tap_may_carry_foreign_data() -> None:
    async with local_telegram() as sides:
        message = await card(sides)
        status, body = await sides.tell(f"chats/{ANNA}/tap", message_id=message, data="no:1")
        assert status == 400
        assert "no:1" in body["error"]
        await sides.do(f"chats/{ANNA}/tap", message_id=message, data="no:1", forged=True)
        assert (await sides.bot("getUpdates"))[-1]["callback_query"]["data"] == "no:1"


async def test_a_tap_may_come_with_an_inaccessible_message_or_none() -> None:
    async with local_telegram() as sides:
        message = await card(sides)
        for missing in (True, "absent"):
            await sides.do(f"chats/{ANNA}/tap", message_id=message, data="yes:1", message_missing=missing)
        old, none = [update["callback_query"] for update in (await sides.bot("getUpdates"))[-2:]]
        assert (old["message"]["date"], "message" in none) == (0, False)


async def card(sides: Sides) -> int:
    """A message with one button; its id."""
    await sides.do(f"chats/{ANNA}/start")
    keyboard = buttons([button("yes:1")])
    sent = await sides.bot("sendMessage", chat_id=ANNA, text="Принять?", reply_markup=keyboard)
    return int(sent["message_id"])


async def test_several_files_are_an_album_with_one_caption() -> None:
    async with local_telegram() as sides:
        found = await sides.send_files("photo", ("a.png", PNG), ("b.png", PNG), caption="С площадки")
        first, second = found["messages"]
        assert first["media_group_id"] == second["media_group_id"]
        assert (first["caption"], "caption" in second) == ("С площадки", False)
        [one] = (await sides.send_files("document", ("Отчёт.pdf", b"%PDF-1.7")))["messages"]
        assert one["document"]["file_name"] == "Отчёт.pdf"
        assert "error" in await sides.send_files("document")
        assert "error" in await sides.send_files("photo", *[("a.png", PNG)] * 11)


async def test_a_photo_is_shown_and_any_other_file_is_only_saved() -> None:
    async with local_telegram() as sides:
        [photo] = (await sides.send_files("photo", ("a.png", PNG)))["messages"]
        evil = b"<script>alert(1)</script>"
        [page] = (await sides.send_files("document", ("a.html", evil)))["messages"]
        async with sides.session.get(f"{sides.base}/sim/files/{photo['photo'][-1]['file_id']}") as answer:
            assert (answer.content_type, await answer.read()) == ("image/png", PNG)
        async with sides.session.get(f"{sides.base}/sim/files/{page['document']['file_id']}") as answer:
            assert (answer.content_type, await answer.read()) == ("application/octet-stream", evil)
            assert answer.headers["Content-Disposition"] == "attachment"
            assert "sandbox" in answer.headers["Content-Security-Policy"]
        async with sides.session.get(f"{sides.base}/sim/files/none") as answer:
            assert answer.status == 400


async def test_what_a_person_sends_otherwise_edits_and_deletes() -> None:
    async with local_telegram() as sides:
        await sides.do(f"chats/{ANNA}/other", kind="location", payload={"latitude": 54.7, "longitude": 55.9})
        said = (await sides.do(f"chats/{ANNA}/text", text="Здраствуйте"))["message"]["message_id"]
        forwarded = await sides.do(f"chats/{ANNA}/text", text="Приказ", forward_from="Методист")
        assert forwarded["message"]["forward_origin"]["sender_user_name"] == "Методист"
        await sides.do(f"chats/{ANNA}/edit", message_id=said, text="Здравствуйте")
        place, words, last = await sides.history()
        assert place["location"]["latitude"] == 54.7
        assert (words["text"], "edit_date" in words) == ("Здравствуйте", True)
        await sides.do(f"chats/{ANNA}/delete", message_id=last["message_id"])
        assert len(await sides.history()) == 2
        assert "edited_message" in (await sides.bot("getUpdates"))[-1]


async def test_who_blocks_the_bot_cannot_be_written_to_until_start_is_pressed_again() -> None:
    async with local_telegram() as sides:
        await sides.do(f"chats/{ANNA}/start")
        await sides.do(f"chats/{ANNA}/block", blocked=True)
        assert (await sides.call("sendMessage", chat_id=ANNA, text="x"))[0] == 403
        await sides.do(f"chats/{ANNA}/start")
        assert (await sides.call("sendMessage", chat_id=ANNA, text="x"))[0] == 200


async def test_the_command_menu_is_what_the_bot_set() -> None:
    async with local_telegram() as sides:
        commands = [{"command": "route", "description": "Мой маршрут"}]
        await sides.bot("setMyCommands", commands=commands)
        assert (await sides.look(f"chats/{ANNA}/commands"))["commands"] == commands


async def test_a_group_hears_commands_only() -> None:
    async with local_telegram() as sides:
        group = (await sides.do("groups", title="Учителя", members=[ANNA]))["chat_id"]
        await sides.do(f"chats/{ANNA}/text", text="просто слова", chat_id=group)
        await sides.do(f"chats/{ANNA}/text", text="/route", chat_id=group)
        heard = [
            update["message"].get("text") for update in await sides.bot("getUpdates") if "message" in update
        ]
        assert (heard[-1], "просто слова" in heard) == ("/route", False)


async def test_a_long_poll_for_news_brings_what_happened() -> None:
    async with local_telegram() as sides:
        after = (await sides.look("people"))["events"]
        news = asyncio.create_task(sides.look(f"events?after={after}&timeout=25"))
        await sides.do(f"chats/{ANNA}/start")
        [event] = (await asyncio.wait_for(news, 5))["events"]
        assert (event["kind"], event["chat_id"], event["message"]["text"]) == ("message", ANNA, "/start")
        assert (await sides.look(f"events?after={event['n']}"))["events"] == []


async def test_the_stream_brings_news_in_order_and_the_clock_and_begins_where_it_is_told() -> None:
    async with local_telegram() as sides:
        after = (await sides.look("people"))["events"]
        for text in ("раз", "два"):
            await sides.do(f"chats/{ANNA}/text", text=text)
        async with sides.session.get(f"{sides.base}/sim/events/stream?after={after}") as stream:
            assert (await next_event(stream))["event"] == "hello"
            first, second = await next_event(stream), await next_event(stream)
            assert [found["data"]["message"]["text"] for found in (first, second)] == ["раз", "два"]
            await sides.do("clock", add_seconds=3600)
            assert (await next_event(stream))["data"] == {"now": NOON + 3600, "offset_seconds": 3600}
        headers = {"Last-Event-ID": first["id"]}
        async with sides.session.get(f"{sides.base}/sim/events/stream", headers=headers) as stream:
            await next_event(stream)
            assert (await next_event(stream))["data"]["message"]["text"] == "два"


async def next_event(stream: Any) -> dict[str, Any]:
    """One server-sent event with its data parsed."""
    found: dict[str, Any] = {}
    async for line in stream.content:
        name, _, value = line.decode().rstrip("\n").partition(": ")
        if not name and found:
            return found
        if name:
            found[name] = json.loads(value) if name == "data" else value
    raise AssertionError("the stream ended")


async def test_time_goes_on_for_telegram_too() -> None:
    async with local_telegram() as sides:
        assert await sides.look("clock") == {"now": NOON, "offset_seconds": 0}
        await sides.do("clock", add_seconds=86400)
        said = await sides.do(f"chats/{ANNA}/text", text="назавтра")
        assert said["message"]["date"] == NOON + 86400


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("people", {}),
        ("people", {"first_name": "Анна", "start": "не код"}),
        ("people", {"first_name": "Анна", "user_id": 1.5}),
        (f"chats/{ANNA}/text", {"text": "  "}),
        (f"chats/{ANNA}/text", {"text": 5}),
        (f"chats/{ANNA}/text", {"text": "x", "forward_from": []}),
        ("chats/404/text", {"text": "x"}),
        (f"chats/{ANNA}/tap", {"message_id": "x", "data": "y"}),
        (f"chats/{ANNA}/edit", {"message_id": 1, "text": "y"}),
        (f"chats/{ANNA}/other", {"kind": "elephant"}),
        (f"chats/{ANNA}/block", {"blocked": "yes"}),
        (f"chats/{ANNA}/start", {"payload": "a" * 65}),
        ("groups", {"title": "x", "members": "all"}),
        ("clock", {"add_seconds": -1}),
        ("clock", {"add_seconds": "7"}),
        ("faults", {"drop": 2}),
        ("faults", {"once": {"kind": "earthquake"}}),
    ],
)
async def test_input_that_makes_no_sense_is_400_with_a_sentence(path: str, body: dict[str, Any]) -> None:
    async with local_telegram() as sides:
        status, found = await sides.tell(path, **body)
        assert status == 400
        assert found["error"].endswith(".")


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
async def test_another_web_site_can_neither_read_nor_drive_it(headers: dict[str, str]) -> None:
    async with local_telegram() as sides:
        for path in ("/sim/people", f"/bot{TOKEN}/getMe"):
            async with sides.session.get(sides.base + path, headers=headers) as answer:
                assert answer.status == 403


async def test_the_page_is_served_strictly_and_nothing_beside_it() -> None:
    async with local_telegram() as sides:
        async with sides.session.get(sides.base) as answer:
            assert answer.status == 200
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
            assert "unsafe" not in answer.headers["Content-Security-Policy"]
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
        for path in ("/page/..%2fserver.py", "/page/%2e%2e/server.py", "/page/none.js", "/page/."):
            async with sides.session.get(sides.base + path) as answer:
                assert answer.status == 404
        async with sides.session.get(f"{sides.base}/healthz") as answer:
            assert await answer.json() == {"ok": True}
