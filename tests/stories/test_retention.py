"""What is kept without need goes in time, and nothing is told twice for it."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from bot import ticks
from models.import_file import ImportFile
from models.notice import Notice, NoticeState
from services import retention
from tests.stories.importing import ANNA, HEAD, OLGA, sends_rows, works
from tests.stories.test_import import deputy
from tests.stories.town import Guest, Town
from tests.stories.walking import report, reported, two_minutes_later, walks

TITLE = "Вебинар «Смысловое чтение»"


async def letters(town: Town, kind: str) -> list[Notice]:
    found: list[Notice] = await town.all(select(Notice).where(Notice.kind == kind))
    return found


async def accepted(town: Town) -> tuple[Guest, Guest]:
    """A report that was accepted, of which the teacher has heard."""
    teacher, tutor = await town.pair()
    await walks(town, teacher, (TITLE, town.today - timedelta(days=1)))
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await reported(town, teacher)
    await tutor.taps("review-card.accept")
    await two_minutes_later(town)
    return teacher, tutor


async def test_the_words_of_a_message_go_after_their_term_and_its_row_stays(town: Town) -> None:
    teacher, _ = await accepted(town)
    (before,) = await letters(town, "review-accepted")
    town.wait(days=retention.LETTERS.days - 1)
    await ticks.forget_words(town.app)
    (kept,) = await letters(town, "review-accepted")
    assert kept.facts == before.facts and kept.facts
    town.wait(days=2)
    await ticks.forget_words(town.app)
    await ticks.forget_words(town.app)
    (blank,) = await letters(town, "review-accepted")
    assert (blank.facts, blank.once, blank.state) == ({}, before.once, NoticeState.SENT)
    heard = len(teacher.heard)
    await town.deliver()
    assert len(teacher.heard) == heard
    assert (await report(town, TITLE)).text


async def test_a_message_that_waits_keeps_its_words(town: Town) -> None:
    teacher, _ = await town.pair()
    async with town.app.sessions() as session, session.begin():
        waits: dict[str, Any] = {"title": TITLE}
        session.add(
            Notice(
                person_id=teacher.person_id,
                kind="review-accepted",
                facts=waits,
                created_at=town.now,
                due_at=town.now,
            )
        )
    town.wait(days=200)
    await ticks.forget_words(town.app)
    (kept,) = await letters(town, "review-accepted")
    assert kept.facts == {"title": TITLE}


async def test_a_list_of_people_is_forgotten_after_its_term(town: Town) -> None:
    nina = await deputy(town)
    await sends_rows(nina, HEAD, ANNA, OLGA)
    await nina.taps("import-card.load")
    await works(town)
    message, data = nina.button("import-waiting.give")
    town.wait(days=retention.TABLES.days - 1)
    await ticks.forget_words(town.app)
    assert len(await town.all(select(ImportFile))) == 1
    town.wait(days=2)
    await ticks.forget_words(town.app)
    assert await town.all(select(ImportFile)) == []
    await nina.taps_again(message["message_id"], data)
    nina.hears_toast("refusal-not-yours")


async def test_a_person_reads_how_long_words_are_kept(town: Town) -> None:
    teacher, _ = await town.pair()
    await teacher.says("/mydata")
    teacher.sees("mydata-terms", "90")
