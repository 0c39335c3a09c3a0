"""The store: what was acknowledged is there after any end of the process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from simulator.core import TOKEN, Telegram, Upload
from simulator.store import Store
from tests.wire.simulated import NOON, PNG, Desk, button, buttons

WRITER = """
import sys
from simulator.core import TOKEN, Telegram
from simulator.store import Store
telegram = Telegram(now=lambda: 1_790_000_000.0, store=Store(sys.argv[1]))
anna = telegram.person(first_name="Anna", start="")["id"]
for number in range(10_000):
    telegram.call(TOKEN, "sendMessage", {"chat_id": anna, "text": str(number)})
    print(number, flush=True)
"""


def test_everything_continues_after_a_restart(tmp_path: Path) -> None:
    before = Desk(Store(tmp_path / "t"))
    photo = before.telegram.send(before.anna, "photo", Upload("a.png", PNG), caption="а")[0]["photo"][-1]
    path = before.call("getFile", file_id=photo["file_id"])["file_path"]
    number = before.send(reply_markup=buttons([button("a")]))
    query = before.telegram.tap(before.anna, number, "a")
    before.call("setMyCommands", commands=[{"command": "help", "description": "Помощь"}])
    group = before.telegram.group("Школа", [before.anna])
    waiting = before.call("getUpdates", allowed_updates=["message", "callback_query"])
    history = before.telegram.history(before.anna)

    after = Desk.__new__(Desk)
    after.time = before.time
    after.telegram = Telegram(now=lambda: after.time, store=Store(tmp_path / "t"))
    after.anna = before.anna
    assert after.telegram.people() == before.telegram.people()
    assert after.telegram.history(after.anna) == history
    assert after.call("getUpdates") == waiting and len(waiting) == 4
    assert after.telegram.download(TOKEN, path) == PNG
    assert after.call("sendPhoto", photo=photo["file_id"])["photo"][-1] == photo
    assert after.call("answerCallbackQuery", callback_query_id=query) is True
    assert after.telegram.command_menu(after.anna)[0]["command"] == "help"
    assert after.telegram.history(after.anna, chat_id=group)
    assert after.send() == number + 2
    after.telegram.block(after.anna)
    assert len(after.call("getUpdates")) == 4


def test_numbers_rise_over_restarts(tmp_path: Path) -> None:
    first = Desk(Store(tmp_path / "t"))
    first.telegram.say(first.anna, "раз")
    (one,) = first.new()
    second = Desk(Store(tmp_path / "t"))
    second.telegram.say(second.anna, "два")
    (two,) = second.new()
    assert two["update_id"] > one["update_id"]
    assert two["message"]["message_id"] > one["message"]["message_id"]


def test_a_deleted_store_never_repeats_numbers() -> None:
    first = Desk()
    said = first.telegram.say(first.anna, "раз")
    (one,) = first.new()
    telegram = Telegram(now=lambda: NOON + 60)
    anna = telegram.person(first_name="Анна", start="")
    (two,) = telegram.updates(offset=None, limit=1, allowed=None)
    assert two["update_id"] > one["update_id"] + 100
    assert two["message"]["message_id"] > said["message_id"]
    assert anna["id"] > 2**32


def test_kill_9_loses_nothing_acknowledged(tmp_path: Path) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path / "t")], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    for line in writer.stdout:
        if int(line) == 200:
            writer.kill()
            break
    acknowledged = int([line, *writer.stdout.read().split()][-1])
    writer.wait()
    desk = Desk(Store(tmp_path / "t"))
    (anna, *_) = desk.telegram.people()
    sent = [one["text"] for one in desk.telegram.history(anna["id"]) if one["by_bot"]]
    assert sent[: acknowledged + 1] == [str(number) for number in range(acknowledged + 1)]
