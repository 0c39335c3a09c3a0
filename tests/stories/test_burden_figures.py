"""docs/burden.md: each of its tasks is played, and its figure counted from the updates that the bot took (X44)."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from models.entry import Account
from models.notice import TakenUpdate
from tests.stories import diagnosing, planning, walking
from tests.stories.signing import signs, taps_code, to_be_signed
from tests.stories.town import Guest, Town

PAGE = Path(__file__).parents[2] / "docs" / "burden.md"
TITLE = "Вебинар «Смысловое чтение»"
Task = Callable[[], Awaitable[None]]
FIGURES = {
    cells[0]: (int(cells[3]), int(cells[4]))
    for cells in (re.split(r" *\| *", line.strip("| \n")) for line in PAGE.read_text().splitlines())
    if len(cells) == 5 and cells[4].isdigit()
}


async def asked(town: Town) -> tuple[Guest, Guest]:
    """A teacher asked about yesterday's webinar, and the tutor."""
    teacher, tutor = await town.pair()
    await walking.walks(town, teacher, (TITLE, town.today - timedelta(days=1)))
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    return teacher, tutor


async def diagnosis(town: Town) -> tuple[Guest, Task]:
    """From the menu to the result."""
    teacher, _ = await town.pair()
    await teacher.says("/menu")

    async def task() -> None:
        await diagnosing.begins(teacher)
        await diagnosing.answer_all(teacher, diagnosing.MIXED)
        await diagnosing.conclude(teacher)
        teacher.sees("diagnosis-result")

    return teacher, task


async def report_with_a_photo(town: Town) -> tuple[Guest, Task]:
    """The question, a sentence, a photo."""
    teacher, _ = await asked(town)

    async def task() -> None:
        await teacher.taps("report-was.held")
        await teacher.says("Показали три приёма работы с текстом.")
        await teacher.sends("photo", "урок.jpg")
        await teacher.taps("report-draft.send")
        teacher.sees("report-sent")

    return teacher, task


async def report_in_words(town: Town) -> tuple[Guest, Task]:
    """The question, a sentence."""
    teacher, _ = await asked(town)

    async def task() -> None:
        await teacher.taps("report-was.held")
        await teacher.says("Показали три приёма работы с текстом.")
        await teacher.taps("report-draft.send")
        teacher.sees("report-sent")

    return teacher, task


async def missed(town: Town) -> tuple[Guest, Task]:
    """It did not take place, for one of the ready reasons."""
    teacher, _ = await asked(town)

    async def task() -> None:
        await teacher.taps("report-was.missed")
        await teacher.taps("report-reason.ill")
        teacher.sees("report-not-done-kept")

    return teacher, task


async def accepting(town: Town) -> tuple[Guest, Task]:
    """The tutor has the report."""
    teacher, tutor = await asked(town)
    await walking.reported(town, teacher)

    async def task() -> None:
        await tutor.taps("review-card.accept")
        tutor.sees("review-done", "Принято")

    return tutor, task


async def returning(town: Town) -> tuple[Guest, Task]:
    """The tutor has the report, and something to mend."""
    teacher, tutor = await asked(town)
    await walking.reported(town, teacher)

    async def task() -> None:
        await tutor.taps("review-card.return")
        await tutor.taps("review-phrase.proof")
        tutor.sees("review-done", "Возвращено")

    return tutor, task


async def agreeing(town: Town) -> tuple[Guest, Task]:
    """The plan has come to the tutor."""
    teacher, tutor = await town.pair()
    await planning.sends(teacher)

    async def task() -> None:
        await tutor.taps("plan-card.confirm")
        tutor.sees("plan-agreed-now")

    return tutor, task


async def signing(town: Town) -> tuple[Guest, Task]:
    """The card waits for the methodist, who has signed before."""
    people = await to_be_signed(town)
    await signs(people.methodist)
    await people.methodist.taps("signing-done.undo")
    await people.methodist.taps("signing-card.list")
    await people.methodist.taps("signing.open")

    async def task() -> None:
        await people.methodist.taps("signing-card.sign")
        await taps_code(people.methodist)
        people.methodist.sees("signing-done")

    return people.methodist, task


TASKS = {
    "the whole self-diagnosis": diagnosis,
    "a report with a sentence and a photo": report_with_a_photo,
    "a report in words only": report_in_words,
    "an event that was not, with a ready reason": missed,
    "a report accepted": accepting,
    "a report returned with a ready reason": returning,
    "a plan agreed with": agreeing,
    "a paper signed": signing,
}


async def taken(town: Town, guest: Guest) -> int:
    """How many messages and taps of this person the bot has taken."""
    account = select(Account.id).where(Account.telegram_id == guest.telegram_id).scalar_subquery()
    (count,) = await town.all(
        select(func.count()).select_from(TakenUpdate).where(TakenUpdate.account_id == account)
    )
    return int(count)


def test_the_page_and_the_stories_name_the_same_tasks() -> None:
    assert FIGURES.keys() == TASKS.keys()


@pytest.mark.parametrize("name", TASKS)
async def test_a_task_takes_what_the_page_says_and_no_more_than_it_promises(town: Town, name: str) -> None:
    most, says = FIGURES[name]
    guest, task = await TASKS[name](town)
    before = await taken(town, guest)
    await task()
    assert await taken(town, guest) - before == says <= most
