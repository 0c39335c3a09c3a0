"""«Портфолио» and «Всё обо мне»: own files only, once, whatever happens on the way."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.wire import ApiError, WireDown
from models.evidence import Evidence
from models.file_order import FileOrder, OrderState
from models.people import Role
from tests.stories.filing import archive, documents, opens, orders_portfolio
from tests.stories.town import Guest, Town
from tests.stories.walking import walks


async def reported_with_a_photo(town: Town) -> tuple[Guest, Guest]:
    """A teacher who has sent a report with a photo and a link; the photo is copied."""
    teacher, tutor = await town.pair()
    await walks(town, teacher, ("Семинар «Чтение»", town.today))
    await opens(teacher, "menu-report")
    await teacher.taps("report-was.held")
    await teacher.sends("photo", "урок.jpg")
    await teacher.says("Показали три приёма работы с текстом. https://example.org/otchet")
    await teacher.taps("report-draft.send")
    await town.app.copyist.work_off()
    return teacher, tutor


async def test_a_portfolio_has_papers_evidence_and_an_index(town: Town) -> None:
    teacher, _ = await reported_with_a_photo(town)
    await orders_portfolio(teacher)
    assert await town.files() == 1
    document = documents(teacher)[-1]
    assert document["file_name"] == "Портфолио Иванова Г. П.zip"
    with archive(town, document) as found:
        names = found.namelist()
        index = found.read("Перечень.html").decode()
    folder = "Маршрут 1, 2026–2027"
    assert f"{folder}/Карта ИОМ Иванова Г. П.pdf" in names
    assert f"{folder}/Подтверждения/{town.today} Семинар «Чтение».jpg" in names
    assert 'href="https://example.org/otchet"' in index


async def test_a_copy_that_is_lost_is_said_in_the_index(town: Town) -> None:
    teacher, _ = await reported_with_a_photo(town)
    async with town.app.sessions() as session, session.begin():
        await session.execute(update(Evidence).where(Evidence.key != "").values(key="evidence/00/gone"))
    await orders_portfolio(teacher)
    assert await town.files() == 1
    with archive(town, documents(teacher)[-1]) as found:
        assert "копия не найдена на сервере" in found.read("Перечень.html").decode()


async def test_everything_about_me_comes_once_a_day_and_holds_nobody_else(town: Town) -> None:
    teacher, _ = await reported_with_a_photo(town)
    await town.member("Зайцева Нина Львовна", Role.TEACHER)
    await teacher.says("/mydata")
    await teacher.taps("mydata.archive", times=2)
    assert await town.files() == 1
    with archive(town, documents(teacher)[-1]) as found:
        data = json.loads(found.read("данные.json"))
        whole = found.read("данные.json").decode()
    assert [one["full_name"] for one in data["people"]] == ["Иванова Галина Петровна"]
    assert data["consents"] and data["activities"] and len(data["evidence"]) == 2
    assert "Зайцева" not in whole and teacher.code not in whole
    await teacher.says("/mydata")
    await teacher.taps("mydata.archive")
    teacher.hears_toast("file-too-often")
    town.wait(days=1, minutes=1)
    await teacher.taps("mydata.archive")
    assert await town.files() == 1


async def test_an_order_survives_a_crash_while_it_is_made(town: Town) -> None:
    teacher, _ = await town.pair()
    await teacher.says("/mydata")
    await teacher.taps("mydata.archive")
    async with town.app.sessions() as session, session.begin():
        (await session.scalars(select(FileOrder))).one().take(town.now)
    assert await town.files() == 0
    town.wait(minutes=3)
    assert await town.files() == 1
    assert len(documents(teacher)) == 1


async def test_a_crash_on_the_way_is_told_and_nothing_is_sent_twice(town: Town) -> None:
    teacher, _ = await town.pair()
    await teacher.says("/mydata")
    await teacher.taps("mydata.archive")
    async with town.app.sessions() as session, session.begin():
        order = (await session.scalars(select(FileOrder))).one()
        order.take(town.now)
        order.send(town.now)
    town.wait(minutes=21)
    assert await town.files() == 0 and not documents(teacher)
    teacher.sees("file-doubt", "Архив Ваших данных")
    await teacher.taps("file-back")
    await teacher.taps("mydata.archive")
    assert await town.files() == 1


async def test_a_net_that_breaks_and_a_telegram_that_is_busy(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    teacher, _ = await town.pair()
    answers: list[Exception] = [ApiError(429, "Too Many Requests", 30), WireDown("gone")]
    call = town.wire.call

    async def breaking(method: str, *more: Any, **named: Any) -> Any:
        if method == "sendDocument" and answers:
            raise answers.pop(0)
        return await call(method, *more, **named)

    monkeypatch.setattr(town.wire, "call", breaking)
    await teacher.says("/mydata")
    await teacher.taps("mydata.archive")
    assert await town.files() == 0
    town.wait(seconds=31)
    assert await town.files() == 0
    teacher.sees("file-doubt")
    assert [one.state for one in await town.all(select(FileOrder))] == [OrderState.DOUBT]


async def test_who_has_left_gets_nothing_and_what_cannot_be_made_is_said(town: Town) -> None:
    teacher, tutor = await town.pair()
    for guest in (teacher, tutor):
        await guest.says("/mydata")
        await guest.taps("mydata.archive")
    await teacher.taps("mydata.withdraw")
    await teacher.taps("mydata-sure.yes")
    async with town.app.sessions() as session, session.begin():
        await session.execute(
            update(FileOrder).where(FileOrder.person_id == tutor.person_id).values(attempts=3)
        )
    assert await town.files() == 0
    assert not documents(teacher) and not documents(tutor)
    tutor.sees("file-failed")


async def test_a_photo_that_is_no_photo_stays_what_it_is_and_spoils_nothing(town: Town) -> None:
    teacher, _ = await town.pair()
    await walks(town, teacher, ("Семинар «Чтение»", town.today))
    await opens(teacher, "menu-report")
    await teacher.taps("report-was.held")
    await teacher.sends("photo", "<script>.jpg")
    await teacher.sends("document", "фото.jpg", "../../урок.j<p>g")
    await teacher.says("Показали три приёма работы с текстом.")
    await teacher.taps("report-draft.send")
    await town.app.copyist.work_off()
    await orders_portfolio(teacher)
    assert await town.files() == 1
    with archive(town, documents(teacher)[-1]) as found:
        kept = {found.read(one).decode(): one for one in found.namelist() if "/Подтверждения/" in one}
        assert found.testzip() is None and "<script>" not in found.read("Перечень.html").decode()
    assert set(kept) == {"<script>.jpg", "фото.jpg", "../../урок.j<p>g"}
    assert not any(".." in one or "<" in one for one in kept.values())
