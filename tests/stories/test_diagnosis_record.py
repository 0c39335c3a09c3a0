"""X11, S-04: a diagnosis by others is typed in the chat, corrected by its author alone, commented by the teacher."""

from __future__ import annotations

from sqlalchemy import select

from models.diagnosis_record import DiagnosisRecord, RecordState, records_of
from models.history import HistoryLine
from models.people import Role
from tests.stories.diagnosing import diagnosed
from tests.stories.recording import deputy, goes_on, methodist, opens, records_expert, records_test, skips
from tests.stories.town import Town


async def test_x06_per_cent_and_points_are_kept_both_and_the_mean_shows_its_formula(town: Town) -> None:
    await town.pair()
    who = await methodist(town)
    await opens(who)
    await who.taps("diagnosis-sources-record", "Стандартизированные")
    await goes_on(who)
    who.sees("diagnosis-record-ask-score", "предметные компетенции")
    await who.says("27 из 50")
    await who.says("очень хорошо")
    who.sees("diagnosis-record-score-unclear")
    await who.says("60,5 %")
    await who.says("51 из 50")
    who.sees("diagnosis-record-score-unclear")
    await skips(who, 3)
    who.sees("diagnosis-record-ask-overall", "57,3")
    await skips(who)
    await who.says("Трудно даются <расчёты>")
    who.sees("diagnosis-score", "Предметные: 54")
    who.sees("diagnosis-record-overall", "57,3\u00a0%", "среднее по компетенциям")
    await who.taps("diagnosis-record-card.record", times=2)
    (kept,) = await town.all(records_of(1))
    scores = {one.competency: (one.score, one.points, one.maximum) for one in kept.scores}
    assert scores == {"subject": (540, 270, 500), "method": (605, None, None)}
    assert kept.difficulties == "Трудно даются <расчёты>"


async def test_x06_the_overall_value_may_be_typed_by_hand(town: Town) -> None:
    await town.pair()
    who = await methodist(town)
    await opens(who)
    await who.taps("diagnosis-sources-record", "Стандартизированные")
    await goes_on(who)
    await who.says("50")
    await skips(who, 4)
    await who.says("62,5")
    await skips(who)
    who.sees("diagnosis-record-overall", "62,5\u00a0%", "поставлен вручную")


async def test_x02_a_value_in_the_hole_of_the_table_is_named_with_its_rule(town: Town) -> None:
    await town.pair()
    who = await methodist(town)
    await records_test(who, "60", "60,5", "80", "80,5", "81")
    who.sees("diagnosis-score", "Предметные: 60\u00a0%", "уровень компетенции: низкий", "дефицит: высокий")
    who.sees("diagnosis-score", "Методические: 60,5\u00a0%", "дефицит: средний")
    assert who.last_text.count("попадает в пробел таблицы") == 3


async def test_an_expert_taps_criteria_and_the_points_add_up(town: Town) -> None:
    teacher, _ = await town.pair()
    who = await deputy(town)
    await opens(who)
    await who.taps("diagnosis-sources-record", "Экспертная")
    await goes_on(who, instrument="География, 7 класс")
    await who.taps("questions-ask.option", "По критериям")
    for words in ("Можно показать", "Видно отчасти", "Видно"):
        await who.taps("questions-ask.option", words)
    await who.taps("questions-ask.back")
    await who.taps("questions-ask.option", "Пока не видно")
    await skips(who, 5)
    await who.says("Цель урока дети назвали сами, это удачно.")
    await skips(who)
    who.sees("diagnosis-score", "Предметные: 66,7\u00a0%")
    who.sees("diagnosis-score", "Методические: 0\u00a0%")
    await who.taps("diagnosis-record-card.record")
    (kept,) = await town.all(records_of(1))
    points = {one.competency: (one.points, one.maximum) for one in kept.scores}
    assert points == {"subject": (40, 60), "method": (0, 30)}
    teacher.sees("diagnosis-record-new", "Лебедева Н. О.", "экспертная оценка")
    await teacher.taps("diagnosis-record-new.open")
    teacher.sees("diagnosis-record-text", "Цель урока дети назвали сами")


async def test_s04_nobody_edits_anothers_record_and_the_teacher_may_comment(town: Town) -> None:
    teacher, tutor = await town.pair()
    who, other = await methodist(town), await deputy(town)
    await records_expert(who)
    await opens(other)
    await other.taps("diagnosis-sources-open", "Экспертная")
    assert not other.has_button("diagnosis-record-card.mend")
    for person in (other, tutor, teacher):
        for verb in ("mending", "withdraw", "record", "change"):
            await person.taps_again(person.last["message_id"], f"dr:{verb}:1:11:0.")
            person.hears_toast("refusal-not-yours")
    await teacher.taps("diagnosis-record-new.open")
    await teacher.taps("diagnosis-record-card.comment")
    await teacher.says("Урок был первым после каникул")
    teacher.sees("diagnosis-record-comment-said", "первым после каникул")
    who.sees("diagnosis-record-commented", "Иванова Г. П.")
    await who.taps("diagnosis-record-new.open")
    who.sees("diagnosis-record-comment-said", "первым после каникул")
    await who.taps_again(who.last["message_id"], "dr:comment:1:12:")
    who.hears_toast("refusal-not-yours")
    stranger = await town.member("Петров Олег Ильич", Role.TUTOR)
    await stranger.taps_again(stranger.last["message_id"], "dr:open:1:11:")
    stranger.hears_toast("refusal-not-yours")


async def test_the_author_corrects_and_the_history_keeps_what_was(town: Town) -> None:
    teacher, _ = await town.pair()
    who = await methodist(town)
    await records_expert(who)
    town.wait(days=1)
    await who.taps("diagnosis-record-card.mend")
    await who.taps("diagnosis-record-mend.one", "Общий")
    await who.says("57")
    who.sees("diagnosis-record-overall", "57\u00a0%")
    teacher.sees("diagnosis-record-corrected", "Сомова О. Ю.")
    await teacher.taps("diagnosis-record-new.open")
    teacher.sees("diagnosis-record-changed", "15 сентября")
    await teacher.taps("diagnosis-record-card.history")
    teacher.sees("diagnosis-record-correction", "было «55», стало «57»")
    lines = [one for one in await town.all(select(HistoryLine)) if one.verb == "diagnosis.corrected"]
    assert [(one.person_id, one.facts["before"], one.facts["now"]) for one in lines] == [
        (who.person_id, "550", "570")
    ]
    await who.taps("diagnosis-record-card.mend")
    await who.taps("diagnosis-record-mend.one", "Общий")
    await who.taps("questions-ask.leave")
    assert who.has_button("diagnosis-record-card.mend")


async def test_a_draft_waits_and_is_gone_on_with(town: Town) -> None:
    teacher, _ = await town.pair()
    who = await methodist(town)
    await opens(who)
    await who.taps("diagnosis-sources-record", "Стандартизированные")
    await goes_on(who)
    await who.says("54,5")
    await who.taps("questions-ask.later")
    who.sees("diagnosis-record-later")
    town.wait(days=3)
    await opens(who)
    await who.taps("diagnosis-sources-record", "Стандартизированные")
    who.sees("questions-number", "Вопрос 5 из 10")
    await teacher.taps_again(teacher.last["message_id"], "dr:open:1:5:")
    teacher.hears_toast("refusal-not-yours")
    await who.taps("questions-ask.later")
    await who.taps("diagnosis-record-later.drop")
    (kept,) = await town.all(select(DiagnosisRecord))
    assert kept.state is RecordState.WITHDRAWN


async def test_an_empty_record_is_not_recorded_and_one_taken_back_is_seen_no_more(town: Town) -> None:
    teacher, _ = await town.pair()
    who = await methodist(town)
    await opens(who)
    await who.taps("diagnosis-sources-record", "Стандартизированные")
    await goes_on(who)
    await skips(who, 7)
    await who.taps("diagnosis-record-card.record")
    who.hears_toast("diagnosis-record-empty")
    await who.taps("diagnosis-record-card.mend")
    await who.taps("diagnosis-record-mend.one", "Общий")
    await who.says("55")
    await who.taps("diagnosis-record-card.record")
    await who.taps("diagnosis-record-card.withdraw")
    await who.taps("diagnosis-record-withdraw.no")
    await who.taps("diagnosis-record-card.withdraw")
    await who.taps("diagnosis-record-withdraw.yes")
    who.sees("diagnosis-sources", "Пока ничего не записано")
    await teacher.taps("diagnosis-record-new.open")
    teacher.hears_toast("refusal-not-yours")


async def test_a_date_that_has_not_come_is_refused(town: Town) -> None:
    await town.pair()
    who = await methodist(town)
    await opens(who)
    await who.taps("diagnosis-sources-record", "Стандартизированные")
    await who.taps("questions-ask.option", "Входная")
    await who.says("Диагностика ЦНППМ")
    await who.says("10.10.2026")
    await who.taps("questions-echo.yes")
    who.hears_toast("date-too-late")


async def test_an_instrument_named_before_is_one_tap_away(town: Town) -> None:
    await diagnosed(town)
    who = await methodist(town)
    await records_test(who, "50", "60", "70", "80", "90")
    await opens(who)
    await who.taps("diagnosis-sources-record", "Стандартизированные")
    await who.taps("questions-ask.option", "Промежуточная")
    await who.taps("questions-ask.option", "Диагностика ЦНППМ")
    who.sees("diagnosis-record-ask-date")
