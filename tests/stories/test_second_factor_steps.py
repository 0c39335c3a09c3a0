"""Each step that waits for a second code: nothing without it; behind it the bot does what was wanted, once."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from models.base import Base
from tests.guards.waiting import waiting
from tests.stories.factors import asks_for_it, enrols
from tests.stories.guarded import SCENES
from tests.stories.town import Town

OF_THE_CODE = {"accounts", "pin_pads", "second_factors", "spare_codes", "taken_updates"}
"""Where somebody is, that an update was taken, and the code itself."""


async def rows(town: Town) -> dict[str, list[Any]]:
    """Everything that is kept, by table."""
    async with town.app.sessions() as session, session.begin():
        return {
            table.name: sorted(map(repr, (await session.execute(select(table))).all()))
            for table in Base.metadata.sorted_tables
            if table.name not in OF_THE_CODE
        }


@pytest.mark.parametrize("step", sorted(waiting()))
async def test_nothing_changes_without_the_code_and_behind_it_goes_on_what_was_wanted(
    town: Town, step: str
) -> None:
    scene = await SCENES[step](town)
    asks_for_it(town)
    before = await rows(town)
    await scene.wants()
    scene.who.sees("factor-first")
    assert await rows(town) == before
    await enrols(town, scene.who)
    assert (await rows(town))[scene.changes] == before[scene.changes]
    message, again = scene.who.button("factor-codes.kept")
    await scene.who.taps("factor-codes.kept")
    scene.who.sees("factor-done", among_last=3)
    scene.who.sees(scene.sees, among_last=3)
    after = await rows(town)
    assert after[scene.changes] != before[scene.changes]
    await scene.who.taps_again(message["message_id"], again)
    assert await rows(town) == after
