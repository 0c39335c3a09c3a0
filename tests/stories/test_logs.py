"""The logs of every story are read along (tests/stories/conftest.py); here: that the reading itself sees something."""

from __future__ import annotations

import structlog

from models.people import Role
from tests import log_lines
from tests.stories.overheard import secrets
from tests.stories.town import Town


async def test_a_log_that_names_a_person_or_quotes_them_is_noticed(town: Town) -> None:
    teacher = await town.member("Иванова Галина Петровна", Role.TEACHER)
    await teacher.says("Hello, my code is 4711")
    hidden = secrets(town)
    for told in ("name=Иванова", "text=Hello, my code is 4711", f"code={teacher.code}", town.telegram.token):
        assert log_lines.faults([told], hidden), told
    assert not log_lines.faults([f"turn.taken update=17 telegram_id={teacher.telegram_id}"], hidden)


async def test_every_story_hears_its_log(town: Town) -> None:
    before = len(log_lines.LINES)
    structlog.get_logger().info("story.heard", update=17)
    await town.member("Иванова Галина Петровна", Role.TEACHER)
    other = await town.member("Петров Олег Ильич", Role.TEACHER)
    await other.taps_again(other.last["message_id"], "rt:begin:1:1")
    lines = log_lines.LINES[before:]
    assert any("story.heard" in line for line in lines)
    assert any("turn.not_yours" in line and "refusal-not-yours" in line for line in lines)
