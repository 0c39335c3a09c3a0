"""Whoever watches the bot: alive, ready, and its numbers, over HTTP; never who or what."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy.exc import OperationalError

from bot import metrics
from bot.local import free_port
from bot.pulse import Pulse
from bot.watch import Watch
from models.people import Role
from services.work import Work
from tests.stories.town import Town, open_town
from tests.wire.operator import Operator
from tests.wire.processes import Nursery
from tests.wire.test_faults import post

DOCS = Path(__file__).parents[2] / "docs"


class Guard:
    """Somebody who watches a town."""

    def __init__(self, town: Town, client: TestClient[Any, Any], pulse: Pulse, moment: list[float]) -> None:
        self.town, self.client, self.pulse, self.moment = town, client, pulse, moment

    async def asks(self, path: str) -> tuple[int, str]:
        """The status and the words of an address."""
        async with self.client.get(path) as answer:
            return answer.status, await answer.text()

    async def number(self, name: str, **labels: str) -> float:
        """One number of /metrics; 0 where it was never counted."""
        _, page = await self.asks("/metrics")
        shown = ",".join(f'{key}="{value}"' for key, value in sorted(labels.items()))
        line = f"{name}{{{shown}}} " if labels else f"{name} "
        found = [one for one in page.splitlines() if one.startswith(line)]
        return float(found[0].removeprefix(line)) if found else 0.0


@pytest.fixture
async def guard(tmp_path: Path, empty_database: Path) -> AsyncIterator[Guard]:
    """A town and its watch behind a real HTTP server."""
    moment = [1000.0]
    async with open_town(tmp_path, empty_database) as town:
        pulse = Pulse(lambda: moment[0])
        watch = Watch(town.app.sessions, town.app.clock, pulse)
        async with TestClient(TestServer(watch.application())) as client:
            yield Guard(town, client, pulse, moment)


async def test_alive_and_ready(guard: Guard) -> None:
    assert (await guard.asks("/healthz"))[0] == 200
    guard.pulse.beat("ticks")
    assert await guard.asks("/readyz") == (200, '{"ready": true, "missing": []}')


async def test_a_part_that_hangs_is_named_and_comes_back(guard: Guard) -> None:
    guard.pulse.beat("ticks")
    guard.pulse.beat("postman")
    guard.moment[0] += 121
    status, said = await guard.asks("/readyz")
    assert status == 503
    assert json.loads(said)["missing"] == ["postman"]
    guard.pulse.beat("postman")
    assert (await guard.asks("/readyz"))[0] == 200


async def test_a_silent_database_is_named_and_the_last_numbers_stand(
    guard: Guard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> Any:
        raise OperationalError("select", {}, Exception("connection refused"))

    monkeypatch.setattr("bot.watch.waiting_notices", broken)
    status, said = await guard.asks("/readyz")
    assert (status, json.loads(said)["missing"]) == (503, ["database"])
    assert (await guard.asks("/metrics"))[0] == 200


async def test_updates_turns_refusals_and_notices_are_counted(guard: Guard) -> None:
    taken = await guard.number("marshrut_updates_total", task="other", again="")
    turns = await guard.number("marshrut_turn_seconds_count", task="other")
    again = await guard.number("marshrut_updates_total", task="other", again="again")
    refused = await guard.number("marshrut_refusals_total", kind="NotYours")
    teacher = await guard.town.member("Иванова Галина Петровна", Role.TEACHER)
    await teacher.taps_again(teacher.heard[-1]["message_id"], "rt:plan:999999:1")
    update = guard.town.offset - 1
    assert await guard.number("marshrut_updates_total", task="other", again="") > taken
    assert await guard.number("marshrut_turn_seconds_count", task="other") > turns
    raw = {
        "update_id": update,
        "message": {
            "message_id": 1,
            "date": 1,
            "text": "/menu",
            "chat": {"id": teacher.telegram_id, "type": "private"},
            "from": {"id": teacher.telegram_id, "is_bot": False, "first_name": "Г"},
        },
    }
    await guard.town.app.turn.take(raw)
    await guard.town.app.post.settle()
    assert await guard.number("marshrut_updates_total", task="other", again="again") == again + 1
    assert refused >= 0


async def test_the_queue_is_counted_when_it_is_asked_for(guard: Guard) -> None:
    teacher, _ = await guard.town.pair()
    async with guard.town.app.sessions() as session, session.begin():
        work = Work(session, None, guard.town.now, guard.town.app.rules)
        work.notify(teacher.person_id, "unreachable", name="Орлова М. С.")
    guard.town.wait(seconds=90)
    assert await guard.number("marshrut_notices_waiting") == 1
    assert await guard.number("marshrut_notices_oldest_seconds") == 90
    sent = await guard.number("marshrut_notices_total", end="sent")
    await guard.town.deliver()
    assert await guard.number("marshrut_notices_waiting") == 0
    assert await guard.number("marshrut_notices_total", end="sent") == sent + 1


async def test_no_name_and_no_word_of_a_person_is_among_the_numbers(guard: Guard) -> None:
    teacher = await guard.town.member("Иванова Галина Петровна", Role.TEACHER)
    await teacher.says("Секретный текст")
    _, page = await guard.asks("/metrics")
    assert not re.search("[А-Яа-яЁё]", page)
    assert str(teacher.telegram_id) not in page
    assert teacher.code not in page


def test_the_dashboard_and_the_alarms_ask_for_numbers_that_there_are() -> None:
    known = {metric.name for metric in metrics.REGISTRY.collect()}
    for file in ("watching/grafana.json", "watching/alarms.yml"):
        asked = set(re.findall(r"marshrut_[a-z_]+", (DOCS / file).read_text()))
        assert len(asked) > 3
        bare = {re.sub("_(total|bucket|count|sum)$", "", name) for name in asked}
        assert bare - known == set(), file
    json.loads((DOCS / "watching/grafana.json").read_text())


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics"])
def test_the_manual_names_every_address(path: str) -> None:
    assert path in (DOCS / "watching.md").read_text()


async def test_a_running_bot_answers_on_its_port_and_the_doctor_asks_it(
    tmp_path: Path, nursery: Nursery, operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = free_port(0)
    async with post(tmp_path, nursery, WATCH_PORT=str(port)) as here:
        here.bot.start()
        await here.bot.ready()
        monkeypatch.setenv("WATCH_PORT", str(port))
        await asyncio.to_thread(operator.types, "migrate")
        await asyncio.to_thread(operator.types, "doctor")
        assert "running bot: ready" in operator.out
        assert here.bot.end() == 0
    await asyncio.to_thread(operator.types, "doctor")
    assert f"http://127.0.0.1:{port}/readyz does not answer" in operator.out
