"""No room on the disk of a running bot: nothing is confirmed that is not written, and it goes on when there is room.

The system itself refuses to write (RLIMIT_FSIZE of the process), so that neither a mount nor its rights are needed.
"""

from __future__ import annotations

import asyncio
import resource
from pathlib import Path

from simulator.core import TOKEN
from tests.wire.phones import Chat
from tests.wire.processes import LOOK_EVERY, PATIENCE, Bot, Nursery
from tests.wire.records import code_of
from tests.wire.test_faults import Post, post
from tests.wire.working_days import STEPS, comes_in, question

ANSWERS = "SELECT count(*) FROM diagnosis_answers"


def room(bot: Bot, size: int = resource.RLIM_INFINITY) -> None:
    """From now on no file of the bot grows beyond so many bytes."""
    _, hard = resource.prlimit(bot._pid, resource.RLIMIT_FSIZE)
    resource.prlimit(bot._pid, resource.RLIMIT_FSIZE, (size, hard))


async def pending(here: Post) -> int:
    """How many updates Telegram keeps for the bot."""
    return int((await here.street.call(TOKEN, "getWebhookInfo"))["result"]["pending_update_count"])


async def in_vain(here: Post, times: int) -> None:
    """Until the bot has tried so often to take an update."""
    async with asyncio.timeout(PATIENCE):
        while len(here.bot.events("updates.not_taken")) < times:
            await asyncio.sleep(LOOK_EVERY)


async def test_what_finds_no_room_waits_and_takes_effect_once_when_there_is_room(
    tmp_path: Path, nursery: Nursery
) -> None:
    async with post(tmp_path, nursery) as here:
        phone = await here.phone(1)
        here.bot.start()
        await comes_in(phone, code_of(1))
        await phone.goes(data="go:diagnosis", until=lambda chat: chat.button(data="rt:begin"))
        await phone.taps(data="rt:begin", until=lambda chat: question(chat) == 1)
        log = here.bot.log.stat().st_size
        room(here.bot, log + 200_000)  # the log may tell of it; the database is larger already
        assert (tmp_path / "bot.sqlite").stat().st_size > log + 200_000
        message, data = (await phone.chat()).button(STEPS[0], "da:") or (0, "")
        before = len((await phone.chat()).messages)
        wal = tmp_path / "bot.sqlite-wal"
        while wal.stat().st_size <= log + 200_000 and not here.bot.events("updates.not_taken"):
            await here.street.do(f"chats/{phone.user}/text", text="слово " * 600)
            phone.updates += 1
            await asyncio.sleep(LOOK_EVERY)
        await in_vain(here, 1)
        await here.street.do(f"chats/{phone.user}/tap", message_id=message, data=data, forged=True)
        phone.updates += 1
        await in_vain(here, 2)
        assert await pending(here) > 0
        assert here.records.one(ANSWERS) == 0
        assert before
        room(here.bot)
        await here.street.quiet(TOKEN)
        await phone.sees(behind_the_first, "the next question")
        assert here.records.one(ANSWERS) == 1
        assert here.records.one("SELECT count(*) FROM taken_updates") == phone.updates
        assert here.bot.end() == 0


def behind_the_first(chat: Chat) -> bool:
    """Is the second statement asked?"""
    return any(question(Chat([one])) == 2 for one in chat.all)
