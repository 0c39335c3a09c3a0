"""A death at every single moment of a turn: before and after each commit and each call of Telegram (DESIGN 3.2)."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.app import build
from bot.settings import Settings
from bot.updates import ALLOWED, Polling
from models.diagnosis import Diagnosis, DiagnosisAnswer
from models.notice import Notice, NoticeState, TakenUpdate
from models.people import Role
from models.plan import Activity
from models.report import Report, ReportState
from tests.stories.town import ZONE, Guest, Town
from tests.stories.walking import walks

STEPS = ("Пока трудно", "Получается с помощью", "Получается самостоятельно", "Могу показать другим")
MOMENTS = 12
"""More than there are in a turn: the last ones kill nobody, which the tests see."""


class Death(BaseException):
    """The process is gone: nothing that it began goes on."""


class Mortal:
    """A town whose bot dies at a chosen moment, and begins a new life on the same database and Telegram."""

    def __init__(self, town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
        self.town, self.deaths = town, 0
        self._left, self._dead = 0, False
        engine: AsyncEngine = town.app.sessions.kw["bind"]
        self._engine = engine
        call, commit = town.wire.call, engine.sync_engine.dialect.do_commit

        async def mortal_call(*what: Any, **more: Any) -> Any:
            self._moment()
            answer = await call(*what, **more)
            self._moment()
            return answer

        def mortal_commit(connection: Any) -> None:
            self._moment()
            commit(connection)
            self._moment()

        monkeypatch.setattr(town.wire, "call", mortal_call)
        monkeypatch.setattr(engine.sync_engine.dialect, "do_commit", mortal_commit)

    def _moment(self) -> None:
        self._left -= 1
        if self._left == 0:
            self._dead = True
            self.deaths += 1
        if self._dead:
            raise Death

    async def settles(self, dies_at: int) -> bool:
        """Everything that waits is taken; the bot dies at that moment and is started again. Did it die?"""
        self._left = dies_at
        before = self.deaths
        try:
            await self._takes()
        except Death:
            await self._gone()
        self._left, died = 0, self.deaths > before
        self._dead = False
        self._live_again()
        await self.town.settle()
        return died

    async def _takes(self) -> None:
        """As the town settles, but nothing is confirmed by the dead."""
        town = self.town
        while batch := town.telegram.updates(offset=town.offset, limit=100, allowed=ALLOWED):
            await town.polling.take(batch)
            if self._dead:
                raise Death
            town.offset = batch[-1]["update_id"] + 1
        await town.app.post.settle()
        await town.deliver()

    async def _gone(self) -> None:
        """What the dead process had in hand comes to its end, too."""
        others = asyncio.all_tasks() - {asyncio.current_task()}
        await asyncio.gather(*others, return_exceptions=True)

    def _live_again(self) -> None:
        town, old = self.town, self.town.app
        settings = Settings(_env_file=None, bot_token=town.telegram.token, default_timezone=ZONE)
        town.app = build(settings, town.wire, self._engine, old.clock, old.postman.pace, town.text)
        town.polling = Polling(town.wire, town.app.turn)


async def step(teacher: Guest, number: int) -> None:
    """A tap on the statement's answer, not taken yet."""
    message, data = teacher.button("diagnosis-question.step", STEPS[number % 4])
    teacher.town.telegram.tap(teacher.telegram_id, message["message_id"], data)


async def test_an_answer_is_kept_once_whenever_the_bot_dies(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    teacher = await town.member("Иванова Галина Петровна", Role.TEACHER)
    await teacher.taps("menu-diagnosis")
    await teacher.taps("diagnosis-intro.begin")
    mortal, died = Mortal(town, monkeypatch), []
    for number in range(MOMENTS):
        await step(teacher, number)
        died.append(await mortal.settles(dies_at=number + 1))
        assert f"Вопрос {number + 2} из" in teacher.last_text, f"after a death at moment {number + 1}"
        assert not town.telegram.unanswered()
    given = {one.statement: one.value for one in await town.all(select(DiagnosisAnswer))}
    assert given == {number: number % 4 for number in range(MOMENTS)}
    [found] = await town.all(select(Diagnosis))
    assert found.version == 1 + MOMENTS
    ids = [one.id for one in await town.all(select(TakenUpdate))]
    assert len(ids) == 4 + MOMENTS
    assert sum(died) >= 6, "hardly anybody died: the test says little"
    assert not died[-1], "a turn has more moments than the test knows"


async def test_news_go_out_once_or_are_told_twice_only_when_in_doubt(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    teacher, tutor = await town.pair()
    titles = [f"Семинар {number}." for number in range(MOMENTS * 2)]
    await walks(town, teacher, *((title, town.today - timedelta(days=1)) for title in titles))
    mortal, died, heard = Mortal(town, monkeypatch), [], {}
    for number, title in enumerate(titles):
        await written(town, teacher, title)
        message, data = teacher.button("report-draft.send")
        town.telegram.tap(teacher.telegram_id, message["message_id"], data)
        died.append(await mortal.settles(dies_at=number + 1))
        town.wait(minutes=3)
        await town.deliver()
        heard[title] = sum(title in str(one.get("text")) for one in tutor.heard)
    assert set(heard.values()) <= {1, 2}
    assert sum(count == 2 for count in heard.values()) <= 2, "gone, and not yet marked as gone"
    states = [one.state for one in await town.all(select(Report))]
    assert states == [ReportState.SUBMITTED] * len(titles)
    news = await town.all(select(Notice).where(Notice.kind == "review-new"))
    assert [one.state for one in news] == [NoticeState.SENT] * len(titles)
    assert sum(died) >= 8
    assert not died[-1]


async def written(town: Town, teacher: Guest, title: str) -> None:
    """A report of one sentence, not sent yet."""
    [one] = await town.all(select(Activity).where(Activity.title == title))
    await teacher.taps_again(teacher.last["message_id"], f"ac:held:{one.id}:{one.version}:")
    await teacher.says("Взяли приём.")
