"""Updates by webhook: the secret first, 200 only after the commit, one person's updates in order (telegram.md 34)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from bot.settings import Settings
from bot.turn import Turn
from bot.updates import ALLOWED, TokenRefused
from bot.webhook import HEADER, LARGEST_BODY, PATH, Webhook
from bot.wire import ApiError, WireDown
from models.diagnosis import DiagnosisAnswer
from models.notice import TakenUpdate
from models.people import Role
from tests.stories.town import ZONE, Guest, Town, open_town

SECRET = "0123456789abcdef-_"
STEP = "Пока трудно"


class Office:
    """The town's webhook behind a real HTTP server of this test."""

    def __init__(self, town: Town, hook: Webhook, client: TestClient[Any, Any]) -> None:
        self.town, self.hook, self.client = town, hook, client

    async def deliver(self, update: dict[str, Any], secret: str | None = SECRET) -> int:
        """One delivery as Telegram makes it; the status."""
        headers = {} if secret is None else {HEADER: secret}
        async with self.client.post(PATH, json=update, headers=headers) as answer:
            return answer.status

    async def sends(self, body: bytes) -> int:
        """Any body with the right secret; the status."""
        async with self.client.post(PATH, data=body, headers={HEADER: SECRET}) as answer:
            return answer.status

    def next(self, count: int = 1) -> list[dict[str, Any]]:
        """What waits in Telegram, confirmed at once."""
        found = self.town.telegram.updates(offset=self.town.offset, limit=count, allowed=ALLOWED)
        self.town.offset = found[-1]["update_id"] + 1
        return found

    async def taken(self) -> list[int]:
        """The ids of the updates that have taken effect."""
        return [one.id for one in await self.town.all(select(TakenUpdate).order_by(TakenUpdate.id))]


def settings_of(town: Town) -> Settings:
    """A bot that is reached by webhook."""
    return Settings(  # type: ignore[call-arg]
        _env_file=None,
        bot_token=town.telegram.token,
        default_timezone=ZONE,
        webhook_url="http://127.0.0.1:8080/",
        webhook_secret=SECRET,
        webhook_port=0,
    )


@pytest.fixture
async def office(tmp_path: Path, empty_database: Path) -> AsyncIterator[Office]:
    """A town whose updates are delivered by hand."""
    async with open_town(tmp_path, empty_database) as town:
        hook = Webhook(settings_of(town), town.wire, town.app.turn)
        async with TestClient(TestServer(hook.application())) as client:
            yield Office(town, hook, client)


async def answering(town: Town) -> Guest:
    """A teacher at the first statement of the diagnosis."""
    teacher = await town.member("Иванова Галина Петровна", Role.TEACHER)
    await teacher.taps("menu-diagnosis")
    await teacher.taps("diagnosis-intro.begin")
    return teacher


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", SECRET[:-1], SECRET.upper(), "ключ"])
async def test_a_delivery_without_the_secret_is_refused_and_nothing_is_taken(
    office: Office, secret: str | None
) -> None:
    guest = await office.town.person("Чужой Пётр Ильич")
    office.town.telegram.say(guest.telegram_id, "/start")
    [update] = office.next()
    assert await office.deliver(update, secret and secret.encode().decode("latin-1")) == 403
    assert await office.taken() == []
    assert guest.heard == []


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"[1]", b"null", b"1", b'"x"', b"{}", b'{"update_id": null}', b'{"update_id": "x"}',
     b'{"update_id": [1]}', b"\xff\xfe", b"<html>", b'{"update_id": 1' + b" " * 1000],
)  # fmt: skip
async def test_what_is_no_update_is_answered_400(office: Office, body: bytes) -> None:
    assert await office.sends(body) == 400
    assert await office.taken() == []


async def test_a_body_over_a_megabyte_is_answered_413(office: Office) -> None:
    assert await office.sends(b'{"update_id": 1, "x": "' + b"a" * LARGEST_BODY + b'"}') == 413
    assert await office.taken() == []


async def test_other_paths_and_verbs_are_nothing_and_health_is_told(office: Office) -> None:
    async with office.client.get(PATH) as answer:
        assert answer.status == 405
    async with office.client.post("/", json={}) as answer:
        assert answer.status == 404
    async with office.client.get("/healthz") as answer:
        assert (answer.status, await answer.json()) == (200, {"ok": True})


async def test_a_delivery_is_taken_and_answered(office: Office) -> None:
    guest = await office.town.person("Чужой Пётр Ильич")
    office.town.telegram.say(guest.telegram_id, "/start")
    [update] = office.next()
    assert await office.deliver(update) == 200
    assert await office.taken() == [update["update_id"]]
    await office.town.app.post.settle()
    guest.sees("entry-stranger")


async def test_200_comes_only_after_the_commit_and_a_failed_delivery_comes_again(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    guest = await office.town.person("Чужой Пётр Ильич")
    office.town.telegram.say(guest.telegram_id, "/start")
    [update] = office.next()

    async def broken(*_: Any) -> Any:
        raise OperationalError("COMMIT", {}, Exception("database or disk is full"))

    with monkeypatch.context() as patch:
        patch.setattr(Turn, "_first_time", broken)
        assert [await office.deliver(update) for _ in range(3)] == [500, 500, 500]
    assert await office.taken() == []
    assert guest.heard == []
    assert await office.deliver(update) == 200
    assert await office.taken() == [update["update_id"]]
    await office.town.app.post.settle()
    guest.sees("entry-stranger")


async def test_the_same_update_five_times_at_once_has_one_effect(office: Office) -> None:
    teacher = await answering(office.town)
    message, data = teacher.button("diagnosis-question.step", STEP)
    office.town.telegram.tap(teacher.telegram_id, message["message_id"], data)
    [update] = office.next()
    assert await asyncio.gather(*(office.deliver(update) for _ in range(5))) == [200] * 5
    await office.town.app.post.settle()
    assert len(await office.town.all(select(DiagnosisAnswer))) == 1
    assert "Вопрос 2 из" in teacher.last_text


class Slow:
    """A turn in which the earlier an update comes the longer it takes: without a queue they would overtake."""

    def __init__(self, of: int) -> None:
        self.order: list[int] = []
        self.at_once: dict[int, int] = {}
        self.most = 0
        self._of = of

    async def take(self, update: dict[str, Any]) -> None:
        """Notes when it ends, and how many of one person are in hand at once."""
        person = update["message"]["from"]["id"]
        self.at_once[person] = self.at_once.get(person, 0) + 1
        self.most = max(self.most, self.at_once[person])
        for _ in range((self._of - update["update_id"]) * 3):
            await asyncio.sleep(0)
        self.at_once[person] -= 1
        self.order.append(update["update_id"])


async def test_one_persons_deliveries_stay_in_order_however_many_come_at_once(office: Office) -> None:
    slow = Slow(of=20)
    hook = Webhook(office.hook.settings, office.town.wire, slow)  # type: ignore[arg-type]
    updates = [{"update_id": number, "message": {"from": {"id": 7}}} for number in range(20)]
    await asyncio.gather(*(hook._take(update) for update in updates))
    assert slow.order == list(range(20))
    assert slow.most == 1
    assert not hook._in_hand, "nobody is remembered when nothing is in hand"


async def test_different_people_do_not_wait_for_each_other(office: Office) -> None:
    slow = Slow(of=20)
    hook = Webhook(office.hook.settings, office.town.wire, slow)  # type: ignore[arg-type]
    updates = [{"update_id": number, "message": {"from": {"id": number}}} for number in range(20)]
    await asyncio.gather(*(hook._take(update) for update in updates))
    assert slow.order == list(range(20))[::-1]


async def test_a_failed_update_lets_the_next_one_of_that_person_through(office: Office) -> None:
    class Failing(Slow):
        async def take(self, update: dict[str, Any]) -> None:
            if update["update_id"] == 0:
                raise OperationalError("x", {}, Exception("locked"))
            await super().take(update)

    failing = Failing(of=3)
    hook = Webhook(office.hook.settings, office.town.wire, failing)  # type: ignore[arg-type]
    updates = [{"update_id": number, "message": {"from": {"id": 7}}} for number in range(3)]
    ends = await asyncio.gather(*(hook._take(update) for update in updates), return_exceptions=True)
    assert [type(end) for end in ends] == [OperationalError, type(None), type(None)]
    assert failing.order == [1, 2]


async def test_setting_the_webhook_waits_for_telegram_and_names_what_is_wanted(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    troubles: list[Exception] = [WireDown("setWebhook"), ApiError(429, "Too Many Requests", 0.0)]
    call = office.town.wire.call

    async def sometimes(method: str, params: Any, files: Any = None, *, seconds: float = 0) -> Any:
        if method == "setWebhook" and troubles:
            raise troubles.pop(0)
        return await call(method, params, files)

    monkeypatch.setattr(office.town.wire, "call", sometimes)
    monkeypatch.setattr("bot.updates.LONGEST_PAUSE", 0.0)
    running = asyncio.create_task(office.hook.run())
    async with asyncio.timeout(10):
        while not office.town.telegram.webhook:
            await asyncio.sleep(0)
    office.hook.stop()
    await running
    hook = office.town.telegram.webhook
    assert hook and (hook["url"], hook["secret_token"]) == ("http://127.0.0.1:8080" + PATH, SECRET)
    info = office.town.telegram.call(office.town.telegram.token, "getWebhookInfo", {})
    assert info["allowed_updates"] == ALLOWED


@pytest.mark.parametrize("code", [401, 404])
async def test_an_unknown_token_ends_the_bot(
    office: Office, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    async def refused(*_: Any, **__: Any) -> Any:
        raise ApiError(code, "Unauthorized")

    monkeypatch.setattr(office.town.wire, "call", refused)
    with pytest.raises(TokenRefused):
        await office.hook.run()
