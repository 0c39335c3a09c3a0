"""X10: the final diagnosis is required (S000), offered (S003) or a reflection instead; S-17.3."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from models.diagnosis import Diagnosis, Phase
from models.diagnosis_final import FinalDiagnosis
from models.final_event import FinalEvent, FinalEventState
from models.history import HistoryLine
from models.notice import Notice
from models.route import Route
from regulations.diagnosis import FinalDiagnosis as FinalRule
from regulations.words import Words
from services.rules import Rules
from tests.stories.diagnosing import MIXED, TOTAL, answer_all, conclude, diagnosed
from tests.stories.recording import methodist, records_test
from tests.stories.test_regulation_bashkortostan import pair as bashkir_pair
from tests.stories.town import Guest, Town
from tests.stories.walking import reported, two_minutes_later, walks

NEAR_THE_END = date(2027, 8, 20)


async def opens(teacher: Guest) -> None:
    """From the menu to the final diagnosis."""
    await teacher.says("/menu")
    await teacher.taps("menu-final-diagnosis")


async def at_the_end(town: Town, teacher: Guest) -> None:
    """The route is walked, and its last month has begun."""
    await walks(town, teacher)
    town.set_local(NEAR_THE_END, 12)


async def takes(teacher: Guest, values: list[int]) -> None:
    """The final questionnaire, to its result."""
    await teacher.taps("diagnosis-final.begin")
    await answer_all(teacher, values)
    await conclude(teacher)


async def verbs(town: Town) -> list[str]:
    """What the history says."""
    return [one.verb for one in await town.all(select(HistoryLine))]


async def test_x10_it_is_required_by_udmurtia_and_cannot_be_declined(town: Town) -> None:
    teacher, _ = await diagnosed(town)
    await at_the_end(town, teacher)
    await opens(teacher)
    teacher.sees("diagnosis-final", "проводится итоговая диагностика (п. 3.1.4, п. 4.10)")
    assert not teacher.has_button("diagnosis-final.decline")
    await teacher.taps_again(teacher.last["message_id"], "df:decline:1:1:")
    teacher.hears_toast("diagnosis-final-required")
    await takes(teacher, [3] * TOTAL)
    kept = await town.all(select(Diagnosis).order_by(Diagnosis.id))
    assert [one.phase for one in kept] == [Phase.ENTRY, Phase.FINAL]
    assert {"diagnosis.final-asked", "diagnosis.final-begun"} <= set(await verbs(town))
    await opens(teacher)
    teacher.sees("diagnosis-final", "Итоговая диагностика есть")
    assert teacher.has_button("diagnosis-progress.open")


async def test_x10_it_is_offered_by_bashkortostan_and_a_refusal_is_recorded(town: Town) -> None:
    teacher, tutor = await bashkir_pair(town)
    await at_the_end(town, teacher)
    await opens(teacher)
    teacher.sees("diagnosis-final", "по желанию", "п. 1.2")
    message, old = teacher.button("diagnosis-final.decline")
    await tutor.taps_again(tutor.last["message_id"], old)
    tutor.hears_toast("refusal-not-yours")
    await teacher.taps("diagnosis-final.decline", times=2)
    teacher.sees("diagnosis-final", "Вы не проходите итоговую диагностику")
    (said,) = await town.all(select(FinalDiagnosis))
    assert said.declined_at == town.now
    assert (await verbs(town)).count("diagnosis.final-declined") == 1
    await teacher.taps_again(message["message_id"], old)
    teacher.hears_toast("diagnosis-final-outdated")
    await takes(teacher, MIXED)
    await opens(teacher)
    teacher.sees("diagnosis-final", "Итоговая диагностика есть")


async def test_x10_where_there_is_none_three_questions_stand_instead(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = town.app.rules.regulations.get("udmurtia")
    rule = FinalRule(clause="п. 3.4", mode="none", quote=Words(ru="рефлексивный анализ"))
    diagnosis = known.diagnosis.model_copy(update={"final": rule})
    regulation = known.model_copy(update={"diagnosis": diagnosis})
    monkeypatch.setattr(Rules, "of", lambda self, route: regulation)
    teacher, _ = await diagnosed(town)
    await at_the_end(town, teacher)
    await opens(teacher)
    teacher.sees("diagnosis-final", "рефлексия (п. 3.4)")
    await teacher.taps_again(teacher.last["message_id"], "df:finish:1:1:")
    teacher.hears_toast("diagnosis-final-no-words")
    await teacher.taps("diagnosis-final.reflect")
    await teacher.says("На уроках больше <пар>")
    await teacher.taps("questions-ask.later")
    await teacher.taps("diagnosis-final.reflect")
    await teacher.taps("questions-ask.keep")
    await teacher.says("Не хватало времени")
    await teacher.says("Продолжу взаимопосещения")
    await teacher.taps("diagnosis-final.finish", times=2)
    teacher.sees("diagnosis-final-reflection", "На уроках больше <пар>", "Продолжу взаимопосещения")
    assert (await verbs(town)).count("diagnosis.reflected") == 1
    assert [one.phase for one in await town.all(select(Diagnosis).order_by(Diagnosis.id))] == [Phase.ENTRY]


async def test_before_the_plan_is_approved_there_is_nothing_final(town: Town) -> None:
    teacher, _ = await diagnosed(town)
    await teacher.taps_again(teacher.last["message_id"], "go:diagnosis.final")
    teacher.hears_toast("diagnosis-final-early")
    await walks(town, teacher)
    await teacher.says("/menu")
    assert not teacher.has_button("menu-final-diagnosis")
    await teacher.taps("menu-diagnosis")
    await teacher.taps("diagnosis-result.sources")
    await teacher.taps("diagnosis-sources-final")
    teacher.sees("diagnosis-final")


async def test_the_event_that_was_held_brings_the_offer_once(town: Town) -> None:
    teacher, _ = await diagnosed(town)
    route = await walks(town, teacher)
    async with town.app.sessions() as session, session.begin():
        day = town.today
        session.add(
            FinalEvent(
                route_id=route.id,
                title="Читаем вместе",
                form="masterclass",
                level="municipal",
                place="Зал",
                on_date=day,
                state=FinalEventState.PLANNED,
                created_at=town.now,
            )
        )
    town.wait(days=1)
    await teacher.says("/menu")
    await teacher.taps("menu-final-event")
    await teacher.taps_again(teacher.last["message_id"], "fe:held:1:1:")
    town.wait(minutes=11)
    await town.deliver()
    teacher.sees("diagnosis-final-offer", "итоговая диагностика", among_last=4)
    told = [one for one in await town.all(select(Notice)) if one.kind == "diagnosis-final-offer"]
    assert len(told) == 1
    await teacher.taps("diagnosis-final-offer.open")
    teacher.sees("diagnosis-final")


async def test_s17_3_entry_reviews_and_final_stand_in_one_comparison(town: Town) -> None:
    teacher, _ = await diagnosed(town)
    await at_the_end(town, teacher)
    await opens(teacher)
    await takes(teacher, [3] * TOTAL)
    await opens(teacher)
    await teacher.taps("diagnosis-progress.open")
    teacher.sees("diagnosis-progress", "14 сентября 2026", "20 августа 2027")
    teacher.sees("diagnosis-progress-line", "Предметные: 0 → 100\u00a0%, на 100\u00a0п.п. больше")
    teacher.sees("diagnosis-progress-line", "Психолого-педагогические: 100 → 100\u00a0%, без изменений")
    teacher.sees("diagnosis-progress-overall", "53,3 → 100\u00a0%")


async def test_x13_between_them_stands_a_count_and_never_a_per_cent(town: Town) -> None:
    teacher, tutor = await diagnosed(town)
    await walks(town, teacher, ("Семинар", date(2026, 9, 16)))
    town.wait(days=3)
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await reported(town, teacher)
    await tutor.taps("review-card.accept")
    await two_minutes_later(town)
    town.set_local(NEAR_THE_END, 12)
    await opens(teacher)
    await takes(teacher, [3] * TOTAL)
    await opens(teacher)
    await teacher.taps("diagnosis-progress.open")
    teacher.sees("diagnosis-progress-reviews", "рецензий 0, отчётов принято 1")
    await teacher.taps("diagnosis-result.picture")
    [table] = [params for method, params in town.wire.calls if method == "sendRichMessage"]
    words = [[cell["text"] for cell in row] for row in table["rich_message"]["blocks"][0]["cells"]]
    assert words[0] == ["Компетенции", "Входная", "Рецензии", "Итоговая"]
    assert words[1] == ["Предметные", "0\u00a0%", "принято: 0", "100\u00a0%"]
    assert words[2] == ["Методические", "66,7\u00a0%", "принято: 1", "100\u00a0%"]
    assert all("%" not in row[2] for row in words)
    photos = [params for method, params in town.wire.calls if method == "sendPhoto"]
    assert "Итоговая диагностика: 20 августа 2027" in photos[-1]["caption"]
    assert "Методические: 66,7\u00a0% → 100\u00a0%" in photos[-1]["caption"]


async def test_a_final_record_by_others_counts_and_pairs_form_with_form(town: Town) -> None:
    teacher, _ = await diagnosed(town)
    who = await methodist(town)
    await records_test(who, "50", "60", "70", "80", "90")
    await at_the_end(town, teacher)
    await records_test(who, "60", "60", "65", "80", "95", phase="Итоговая")
    await opens(teacher)
    teacher.sees("diagnosis-final", "Итоговая диагностика есть")
    teacher.sees("diagnosis-final-others", "1")
    await teacher.taps("diagnosis-progress.open")
    teacher.sees("diagnosis-progress", "Стандартизированные")
    teacher.sees("diagnosis-progress-line", "Предметные: 50 → 60\u00a0%, на 10\u00a0п.п. больше")
    teacher.sees("diagnosis-progress-line", "Психолого-педагогические: 70 → 65\u00a0%, на 5\u00a0п.п. меньше")
    await who.taps_again(who.last["message_id"], "dz:open:1:")
    await who.taps("diagnosis-progress.open")
    who.sees("diagnosis-progress", "Стандартизированные")
    assert "53,3" not in who.last_text


async def test_one_taken_in_the_middle_is_no_entry_and_no_final(town: Town) -> None:
    teacher, _ = await diagnosed(town)
    await walks(town, teacher)
    await teacher.says("/menu")
    await teacher.taps("menu-diagnosis")
    await teacher.taps("diagnosis-result.edit")
    await teacher.taps("diagnosis-edit.again")
    await teacher.taps("diagnosis-again.yes")
    await answer_all(teacher, [2] * TOTAL)
    await conclude(teacher)
    assert [one.phase for one in await town.all(select(Diagnosis).order_by(Diagnosis.id))] == [
        Phase.ENTRY,
        Phase.INTERIM,
    ]
    await teacher.taps("diagnosis-result.sources")
    teacher.sees("diagnosis-sources-line", "Промежуточная")
    assert not teacher.has_button("diagnosis-progress.open")


async def test_a_final_one_that_is_left_is_asked_again(town: Town) -> None:
    teacher, _ = await diagnosed(town)
    await at_the_end(town, teacher)
    await opens(teacher)
    await teacher.taps("diagnosis-final.begin")
    await answer_all(teacher, [1] * 3)
    await opens(teacher)
    teacher.sees("diagnosis-final", "Вы начали итоговую диагностику")
    await teacher.taps("diagnosis-final.go-on")
    teacher.sees("diagnosis-question", "Вопрос 4")
    await teacher.taps("diagnosis-question.pause")
    await teacher.taps("diagnosis-paused.stay")
    await opens(teacher)
    assert teacher.has_button("diagnosis-final.begin")
    (route,) = await town.all(select(Route))
    assert route.teacher_id == teacher.person_id
