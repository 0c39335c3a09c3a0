"""Whether those who approve plans approve a correction, too, is the regulation's word: never, much, always (X25)."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from models.correction import Correction, CorrectionState
from models.plan import ActivityState
from services.rules import Rules
from tests.stories.planning import names
from tests.stories.signing import Signers, signs
from tests.stories.test_correction import OLD, opens, row, sends, two_minutes_later, walking
from tests.stories.town import Town


def says(town: Town, monkeypatch: pytest.MonkeyPatch, **rule: Any) -> None:
    """The regulation of the town says otherwise than its text."""
    found = town.app.rules.regulations.get("udmurtia", 1)
    changed = found.model_copy(update={"correction": found.correction.model_copy(update=rule)})
    monkeypatch.setattr(Rules, "of", lambda self, route: changed)


async def newest(town: Town) -> Correction:
    """The last correction."""
    return (await town.all(select(Correction).order_by(Correction.id)))[-1]


async def under_it_sign(people: Signers) -> None:
    """The two who sign every correction of S000."""
    for guest in (people.methodist, people.teacher):
        await signs(guest)


async def replaces(people: Signers, title: str, day: str) -> None:
    """The first row that still stands gives way to a webinar on a day."""
    await opens(people.teacher)
    await people.teacher.taps("plan-activity.replace")
    await people.teacher.taps("correction-reason.called-off")
    await people.teacher.taps("correction-card.write", "Написать замену")
    await names(people.teacher, title)
    await people.teacher.says(day)
    await people.teacher.taps("questions-echo.yes")
    await people.teacher.taps("questions-ask.option", "Открытый урок")
    await people.teacher.taps("correction-card.send")


async def test_x25_as_the_texts_say_two_sign_and_the_head_only_hears(town: Town) -> None:
    people = await walking(town)
    await sends(people)
    await under_it_sign(people)
    assert (await newest(town)).state is CorrectionState.DONE
    await two_minutes_later(town)
    people.head.sees("correction-done", "№ 1", OLD)
    assert not people.head.has_button("signing-card.sign")


async def test_x25_always_the_whole_chain_decides_after_them(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    says(town, monkeypatch, reapproval="always")
    people = await walking(town)
    await sends(people)
    await under_it_sign(people)
    assert (await newest(town)).state is CorrectionState.SIGNING
    await signs(people.centre_head)
    people.head.sees("correction-paper", "№ 1", "Иванова Г. П.")
    await signs(people.head)
    assert (await newest(town)).state is CorrectionState.DONE
    assert (await row(town, OLD)).state is ActivityState.REPLACED


async def test_x25_many_rows_since_the_last_approval_are_approved_and_the_count_begins_anew(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    says(town, monkeypatch, reapproval="many", reapproval_rows=1)
    people = await walking(town)
    ends = []
    for number in range(1, 4):
        await replaces(people, f"Вебинар № {number}", f"{number} декабря")
        await under_it_sign(people)
        ends.append((await newest(town)).state)
        if ends[-1] is CorrectionState.SIGNING:
            for guest in (people.centre_head, people.head):
                await signs(guest)
    assert ends == [CorrectionState.DONE, CorrectionState.SIGNING, CorrectionState.DONE]


async def test_x25_a_row_past_the_term_is_approved_however_few_they_are(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    says(town, monkeypatch, reapproval="many", reapproval_rows=100)
    people = await walking(town)
    await replaces(people, "Вебинар весной", "1 марта 2029")
    await under_it_sign(people)
    assert (await newest(town)).state is CorrectionState.SIGNING
    await signs(people.centre_head)
    await signs(people.head)
    assert (await newest(town)).state is CorrectionState.DONE
