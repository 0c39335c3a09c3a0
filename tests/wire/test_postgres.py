"""The bot on PostgreSQL: a story, and two workers that collide (DESIGN 1, 2, 3)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy import text as text_of

from bot.database import migrate
from models.diagnosis import Diagnosis, DiagnosisState
from models.entry import Account
from models.history import HistoryLine
from models.notice import Notice, TakenUpdate, recall
from models.outbox import TAKEN
from models.people import Role
from models.report import ReportState
from models.route import TeamMember
from tests.stories.town import Guest, Town, open_town
from tests.stories.walking import report, reported, two_minutes_later, walks
from tests.wire.workers import Workers, two_workers

pytestmark = pytest.mark.postgres
TITLE = "Вебинар «Смысловое чтение»"


@pytest.fixture
def migrated(postgres_url: str) -> str:
    """A database with every table, made as in life: by the migrations."""
    migrate(postgres_url)
    return postgres_url


@pytest.fixture
async def town(migrated: str, tmp_path: Path, empty_database: Path) -> AsyncIterator[Town]:
    """The town of one story, on PostgreSQL."""
    async with open_town(tmp_path, empty_database, migrated) as made:
        yield made


@pytest.fixture
async def workers(town: Town, migrated: str) -> AsyncIterator[Workers]:
    """Two workers of that town."""
    async with two_workers(town, migrated) as made:
        yield made


async def reviewed_by_two(town: Town) -> tuple[Guest, Guest, Guest]:
    """A submitted report on a route with a tutor and a methodist: teacher, tutor, methodist."""
    teacher, tutor = await town.pair()
    methodist = await town.member("Соколова Анна Ильинична", Role.METHODIST)
    route = await walks(town, teacher, (TITLE, town.today - timedelta(days=1)))
    async with town.app.sessions() as session, session.begin():
        session.add(
            TeamMember(
                route_id=route.id, person_id=methodist.person_id, role=Role.METHODIST, since=town.today
            )
        )
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await reported(town, teacher)
    return teacher, tutor, methodist


async def test_a_teacher_comes_in_and_answers_the_whole_questionnaire(town: Town) -> None:
    teacher, _ = await town.pair()
    await teacher.taps("menu-diagnosis")
    await teacher.taps("diagnosis-intro.begin")
    for _ in range(40):
        await teacher.taps("diagnosis-question.step")
    found = (await town.all(select(Diagnosis)))[0]
    assert found.state is DiagnosisState.IN_PROGRESS
    teacher.sees("diagnosis-notes")


async def test_two_who_accept_at_the_same_moment_make_one_acceptance(workers: Workers) -> None:
    town = workers.town
    teacher, tutor, methodist = await reviewed_by_two(town)
    found = await report(town, TITLE)
    for person in (tutor, methodist):
        message, data = person.button("review-card.accept")
        town.telegram.tap(person.telegram_id, message["message_id"], data)
    before, updates = len(teacher.heard), workers.waiting_updates()
    await workers.collide("SELECT id FROM reports WHERE id = :id FOR UPDATE", updates, id=found.id)
    found = await report(town, TITLE)
    assert found.state is ReportState.ACCEPTED
    assert found.decided_by_id in (tutor.person_id, methodist.person_id)
    assert [one.verb for one in await town.all(select(HistoryLine))].count("review.accepted") == 1
    assert len(await town.all(select(Notice).where(Notice.kind == "review-accepted"))) == 1
    await two_minutes_later(town)
    assert len(teacher.heard) == before + 1
    late = methodist if found.decided_by_id == tutor.person_id else tutor
    late.sees("review-outcome", "Принято", among_last=1)
    toasts = {update["callback_query"]["from"]["id"]: toast_of(town, update) for update in updates}
    assert [person for person, toast in toasts.items() if toast] == [late.telegram_id]


async def test_of_two_who_wait_for_each_other_the_one_sent_away_is_taken_once_more(workers: Workers) -> None:
    town = workers.town
    _, tutor, _ = await reviewed_by_two(town)
    found = await report(town, TITLE)
    message, data = tutor.button("review-card.accept")
    town.telegram.tap(tutor.telegram_id, message["message_id"], data)
    [update] = workers.waiting_updates()
    async with workers.engine.begin() as holder:
        await holder.execute(text_of("SET LOCAL deadlock_timeout = '1min'"))
        await holder.execute(text_of("SELECT id FROM reports WHERE id = :id FOR UPDATE"), {"id": found.id})
        take = asyncio.create_task(town.app.turn.take(update))
        await workers.until_waiting([take])
        theirs = text_of("SELECT id FROM accounts WHERE telegram_id = :id FOR UPDATE")
        await holder.execute(theirs, {"id": tutor.telegram_id})
        assert not take.done()
    await take
    await town.app.post.settle()
    assert (await report(town, TITLE)).state is ReportState.ACCEPTED
    assert [one.verb for one in await town.all(select(HistoryLine))].count("review.accepted") == 1
    assert len(await town.all(select(TakenUpdate).where(TakenUpdate.id == update["update_id"]))) == 1
    tutor.sees("review-done", among_last=1)


async def test_an_undo_waits_for_a_postman_that_holds_the_notice_and_is_refused(workers: Workers) -> None:
    town = workers.town
    _, tutor, _ = await reviewed_by_two(town)
    await tutor.taps("review-card.accept")
    message, data = tutor.button("review-done.undo")
    town.telegram.tap(tutor.telegram_id, message["message_id"], data)
    [update] = workers.waiting_updates()
    async with workers.second.sessions() as session, session.begin():
        told = select(Notice).where(Notice.kind == "review-accepted").with_for_update(skip_locked=True)
        notice = (await session.scalars(told)).one()
        take = asyncio.create_task(town.app.turn.take(update))
        await workers.until_waiting([take])
        await session.execute(TAKEN, {"notice": notice.id, "at": town.now})
    await take
    await town.app.post.settle()
    assert toast_of(town, update).startswith("Отменить уже нельзя")
    assert (await report(town, TITLE)).state is ReportState.ACCEPTED


async def test_a_postman_passes_by_a_notice_that_is_being_taken_out(workers: Workers) -> None:
    town = workers.town
    teacher, tutor, _ = await reviewed_by_two(town)
    await tutor.taps("review-card.accept")
    found = await report(town, TITLE)
    before = len(teacher.heard)
    town.wait(minutes=2)
    async with workers.second.sessions() as session, session.begin():
        taken_out = await session.execute(recall(f"accepted:{found.id}:{found.version}", found.decided_at))
        assert await town.app.postman.round() == 0
    assert taken_out.rowcount == 1
    await town.deliver()
    assert len(teacher.heard) == before


def toast_of(town: Town, update: dict[str, Any]) -> str:
    """What was said on the tapped button."""
    answers = [params for method, params in town.wire.calls if method == "answerCallbackQuery"]
    mine = [one for one in answers if one["callback_query_id"] == update["callback_query"]["id"]]
    assert len(mine) == 1
    return str(mine[0].get("text", ""))


async def test_an_update_that_comes_to_two_workers_at_once_takes_effect_once(workers: Workers) -> None:
    town = workers.town
    teacher, _ = await town.pair()
    await teacher.taps("menu-diagnosis")
    await teacher.taps("diagnosis-intro.begin")
    message, data = teacher.button("diagnosis-question.step")
    town.telegram.tap(teacher.telegram_id, message["message_id"], data)
    update = workers.waiting_updates()[0]
    await workers.collide(
        "SELECT id FROM accounts WHERE telegram_id = :id FOR UPDATE", [update, update], id=teacher.telegram_id
    )
    assert len(await town.all(select(TakenUpdate).where(TakenUpdate.id == update["update_id"]))) == 1
    teacher.sees("diagnosis-question", "2", among_last=1)
    found = (await town.all(select(Diagnosis)))[0]
    assert found.version == 2


async def test_two_first_messages_of_one_newcomer_are_both_answered(workers: Workers) -> None:
    town = workers.town
    teacher = await town.person("Иванова Галина Петровна", Role.TEACHER)
    town.telegram.say(teacher.telegram_id, "/start")
    town.telegram.say(teacher.telegram_id, teacher.code)
    await workers.collide(
        "INSERT INTO accounts (telegram_id, language, place, place_ids, wrong_codes, hat)"
        " VALUES (:id, 'ru', '', '{}', 0, '')",
        workers.waiting_updates(),
        id=teacher.telegram_id,
    )
    assert len(await town.all(select(Account).where(Account.telegram_id == teacher.telegram_id))) == 1
    assert len(await town.all(select(TakenUpdate))) == 2
    assert len(teacher.heard) >= 2
    await teacher.says("/start " + teacher.code)
    await teacher.taps("entry-consent.agree")
    teacher.sees("menu")


async def test_one_persons_turns_keep_their_order_over_two_workers(workers: Workers) -> None:
    town = workers.town
    teacher, _ = await town.pair()
    said = ["/menu", "/remind", "/menu", "/mydata", "/menu", "/remind"]
    for text in said:
        town.telegram.say(teacher.telegram_id, text)
    updates = workers.waiting_updates()
    done: list[int] = []
    async with workers.engine.connect() as holder:
        lock = text_of("SELECT id FROM accounts WHERE telegram_id = :id FOR UPDATE")
        await holder.execute(lock, {"id": teacher.telegram_id})
        takes = []
        for number, update in enumerate(updates):
            take = asyncio.create_task(workers.both[number % 2].turn.take(update))
            take.add_done_callback(lambda _, one=update["update_id"]: done.append(one))
            takes.append(take)
            await workers.until_waiting(takes)
        await holder.rollback()
    await asyncio.gather(*takes)
    assert done == [update["update_id"] for update in updates]
    for app in workers.both:
        await app.post.settle()
    [account] = await town.all(select(Account).where(Account.telegram_id == teacher.telegram_id))
    assert account.place == "remind"
