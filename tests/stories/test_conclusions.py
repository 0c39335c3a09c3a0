"""S-17.4-6, X20, X32, X42: the end of a route is summed up, signed, read, and only so is the route over."""

from __future__ import annotations

from sqlalchemy import select

from models.conclusions import ConclusionsState
from models.paper import Paper, PaperState
from models.registry import RegistryEntry
from models.route import RouteState
from tests.stories.concluding import (
    all_conclusions,
    at_the_end,
    opens_the_end,
    route_now,
    signs,
    sums_up,
    told,
)
from tests.stories.town import Town


async def test_s_17_4_5_from_the_checklist_to_the_closed_route_with_its_number(town: Town) -> None:
    people = await at_the_end(town)
    await opens_the_end(people.methodist)
    people.methodist.sees("conclusions", "Иванова Г. П.", "5 из 5", "состоялось")
    await people.methodist.taps("conclusions.begin")
    people.methodist.sees("conclusions-begun")
    people.teacher.sees("self-analysis-asked", "п. 3.1.4")
    await people.methodist.taps("conclusions.text")
    people.methodist.sees("conclusions-text", "принято 5 отчётов")
    people.methodist.sees("conclusions-paragraph", "«Мастер-класс»", "Кластер на уроке литературы")
    await people.methodist.taps("conclusions-text.back")
    await people.methodist.taps("conclusions.outcome")
    await people.methodist.taps("conclusions-outcome.choice", "Успешное")
    await people.methodist.taps("conclusions.send")
    people.methodist.sees("conclusions-sent")
    people.head.sees("conclusions-card", "Иванова Г. П.", "успешное завершение")
    await people.head.taps("conclusions-card.whole")
    people.head.sees("conclusions-whole")
    people.head.sees("conclusions-read-paragraph", "траектория оптимальна")
    await people.head.taps("signing-rows.back")
    await signs(people.head)
    people.head.sees("signing-done", "выводы подписаны")
    assert (await route_now(town)).state is RouteState.ACTIVE
    await signs(people.methodist)
    found = await route_now(town)
    assert (found.state, found.ended_on) == (RouteState.CLOSED, town.today)
    (entry,) = await town.all(select(RegistryEntry))
    assert (entry.year, entry.number, entry.route_id) == (town.today.year, 1, 1)
    await told(town)
    people.teacher.sees("conclusions-signed-own", entry.label)
    people.tutor.sees("conclusions-signed", "Иванова Г. П.", entry.label)


async def test_x20_a_route_never_completes_itself_by_date(town: Town) -> None:
    people = await at_the_end(town)
    town.wait(days=200)
    await town.tick()
    found = await route_now(town)
    assert found.ends_on is not None and found.ends_on < town.today
    assert (found.state, found.ended_on) == (RouteState.ACTIVE, None)
    await people.teacher.says("/menu")
    people.teacher.sees("menu-stage", "Маршрут идёт")


async def test_x42_closing_with_four_of_five_warns_and_goes_on_only_with_a_reason(town: Town) -> None:
    people = await at_the_end(town, accepted=4)
    await opens_the_end(people.methodist)
    people.methodist.sees("conclusions-check-activities", "⚠", "4", "нужно 5")
    await people.methodist.taps("conclusions.begin")
    await people.methodist.taps("conclusions.outcome")
    await people.methodist.taps("conclusions-outcome.choice", "Успешное")
    assert not people.methodist.has_button("conclusions.send")
    (one,) = await all_conclusions(town)
    await people.methodist.taps_again(people.methodist.last["message_id"], f"ez:send:1:{one.version}:")
    people.methodist.hears_toast("conclusions-needs-why")
    await people.methodist.taps("conclusions.few")
    await people.methodist.says("Организатор отменил последний семинар")
    await people.methodist.taps("conclusions.send")
    people.head.sees("conclusions-card", "4", "Организатор отменил последний семинар")
    (paper,) = await town.all(select(Paper).where(Paper.kind == "conclusions"))
    assert paper.content["checks"]["accepted"] == 4
    assert any("Организатор отменил" in part for part in paper.content["paragraphs"])


async def test_x32_the_teacher_disagrees_in_words_and_the_conclusions_hold(town: Town) -> None:
    people = await at_the_end(town)
    await sums_up(people.methodist)
    await signs(people.methodist, people.head)
    await told(town)
    await people.teacher.taps("conclusions-signed-own.read")
    people.teacher.sees("conclusions-read", "траектория оптимальна")
    await people.teacher.taps("conclusions-read.objects")
    await people.teacher.says("Не учтён мой вебинар")
    people.teacher.sees("conclusions-thanks")
    people.methodist.sees("conclusions-known", "не согласен(на): Не учтён мой вебинар")
    assert (await route_now(town)).state is RouteState.CLOSED
    (one,) = await all_conclusions(town)
    await people.teacher.taps_again(people.teacher.last["message_id"], f"er:known:{one.id}:{one.version}")
    people.teacher.hears_toast("conclusions-known-already")


async def test_x32_silence_is_fixed_after_ten_days_and_a_late_word_still_counts(town: Town) -> None:
    people = await at_the_end(town)
    await sums_up(people.methodist)
    await signs(people.methodist, people.head)
    await told(town)
    (one,) = await all_conclusions(town)
    await people.methodist.taps_again(people.methodist.last["message_id"], f"ez:silent:1:{one.version}:")
    people.methodist.hears_toast("conclusions-silence-early")
    town.wait(days=10)
    await opens_the_end(people.methodist)
    await people.methodist.taps("conclusions.silent")
    people.methodist.sees("conclusions-signed-at", "уведомлен(а), не ознакомлен(а)")
    await people.teacher.says("/menu")
    await people.teacher.taps("menu-conclusions-own")
    await people.teacher.taps("conclusions-own.open")
    await people.teacher.taps("conclusions-read.known")
    people.teacher.sees("conclusions-read-known", "Ознакомлен(а)")
    people.methodist.sees("conclusions-known", "ознакомлен(а)")


async def test_a_signer_returns_them_with_a_reason_and_the_next_version_is_another_paper(town: Town) -> None:
    people = await at_the_end(town)
    await sums_up(people.methodist)
    await people.head.taps("plan-card.return")
    await people.head.says("Добавьте результаты учеников")
    people.head.sees("conclusions-given-back")
    people.methodist.sees("conclusions-returned", "Добавьте результаты учеников")
    await people.methodist.taps("conclusions-returned.mend")
    await people.methodist.taps("conclusions.text")
    await people.methodist.taps("conclusions-text.add")
    await people.methodist.says("Качество знаний выросло на десять процентов.")
    await people.methodist.taps("conclusions-text.back")
    await people.methodist.taps("conclusions.send")
    first, second = await town.all(select(Paper).where(Paper.kind == "conclusions").order_by(Paper.id))
    assert (first.state, second.state) == (PaperState.RETURNED, PaperState.OPEN)
    assert "Качество знаний" in second.content["paragraphs"][-1]
    await signs(people.methodist, people.head)
    assert (await route_now(town)).state is RouteState.CLOSED


async def test_the_last_signature_is_taken_back_and_nobody_has_heard(town: Town) -> None:
    people = await at_the_end(town)
    await sums_up(people.methodist)
    await signs(people.methodist, people.head)
    await people.head.taps("signing-done.undo")
    people.head.sees("signing-undone")
    found = await route_now(town)
    assert (found.state, found.ended_on) == (RouteState.ACTIVE, None)
    await told(town)
    assert "завершён" not in people.teacher.last_text
    await signs(people.head)
    await told(town)
    people.teacher.sees("conclusions-signed-own", "-0001")
    assert len(await town.all(select(RegistryEntry))) == 1


async def test_a_stranger_or_the_teacher_opens_nothing(town: Town) -> None:
    people = await at_the_end(town)
    await sums_up(people.methodist)
    (one,) = await all_conclusions(town)
    assert one.state is ConclusionsState.SIGNING
    for guest in (people.teacher, people.tutor):
        for verb in ("open", "begin", "send", "text", "take-back"):
            await guest.taps_again(guest.last["message_id"], f"ez:{verb}:1:{one.version}:")
            assert "Иванова" not in guest.last_text or guest is people.tutor
        await guest.taps_again(guest.last["message_id"], f"er:read:{one.id}:{one.version}")
        guest.hears_toast("refusal-not-yours")


async def test_two_taps_at_once_send_once_and_the_late_one_says_so(town: Town) -> None:
    people = await at_the_end(town)
    await opens_the_end(people.methodist)
    await people.methodist.taps("conclusions.begin", times=2)
    assert len(await all_conclusions(town)) == 1
    await people.methodist.taps("conclusions.outcome")
    await people.methodist.taps("conclusions-outcome.choice", "Успешное")
    await people.methodist.taps("conclusions.send", times=3)
    people.methodist.hears_toast("conclusions-outdated")
    assert len(await town.all(select(Paper).where(Paper.kind == "conclusions"))) == 1
