"""The result is the teacher's alone until they show it to the tutor; and they can take it back."""

from sqlalchemy import select

from models.diagnosis import Diagnosis
from models.diagnosis_result import DiagnosisOpening
from models.history import HistoryLine
from models.notice import Notice
from models.people import Role
from tests.stories.diagnosing import MIXED, TOTAL, again, answer_all, begins, diagnosed, step
from tests.stories.town import Guest, Town


async def shows(teacher: Guest) -> None:
    """From the result: «Показать тьютору», and yes."""
    await teacher.taps("diagnosis-result.share")
    await teacher.taps("diagnosis-sharing.yes")


async def looks(tutor: Guest) -> None:
    """From the menu to the self-diagnoses of the teachers."""
    await tutor.says("/menu")
    await tutor.taps("menu-teachers")
    await tutor.taps("diagnosis-teachers.link")


async def news(town: Town, kind: str) -> int:
    return sum(one.kind == kind for one in await town.all(select(Notice)))


async def test_before_it_is_shown_the_tutor_knows_only_whether_it_is_done(town: Town) -> None:
    teacher, tutor = await town.pair()
    await looks(tutor)
    tutor.sees("diagnosis-teacher", "Иванова Г. П.: пока не пройдена")
    await begins(teacher)
    await answer_all(teacher, MIXED)
    await looks(tutor)
    tutor.sees("diagnosis-teacher", "пока не пройдена")
    for _ in range(2):
        await teacher.taps("diagnosis-notes.on")
    await teacher.taps("diagnosis-conclusion.agree")
    teacher.sees("diagnosis-seen", "Результат видите только Вы")
    await looks(tutor)
    tutor.sees("diagnosis-teacher", "пройдена, результат пока не показан")
    assert "%" not in tutor.last_text
    assert not tutor.has_button("diagnosis-teachers.open")
    assert await news(town, "diagnosis-shared") == 0
    await tutor.taps_again(tutor.last["message_id"], "ds:open:1:44")
    tutor.hears_toast("diagnosis-not-shared")
    await tutor.taps_again(tutor.last["message_id"], "ds:compare:1:44")
    tutor.hears_toast("diagnosis-not-shared")
    assert await town.all(select(DiagnosisOpening)) == []


async def test_a_refusal_is_told_with_its_clause_and_without_reproach(town: Town) -> None:
    teacher, tutor = await town.pair()
    await teacher.taps("menu-diagnosis")
    await teacher.taps("diagnosis-intro.decline")
    await looks(tutor)
    tutor.sees("diagnosis-teacher", "не проводится, участие добровольное (п. 3.1.1)")


async def test_the_teacher_hears_who_will_see_what_before_it_is_shown(town: Town) -> None:
    teacher, tutor = await diagnosed(town)
    await teacher.taps("diagnosis-result.share")
    teacher.sees("diagnosis-sharing", "Его увидит только")
    teacher.sees("diagnosis-sharing-reader", "Орлова М. С.")
    teacher.sees("diagnosis-sharing-what", "Отдельные ответы видны только Вам")
    await teacher.taps("diagnosis-sharing.no")
    teacher.sees("diagnosis-result")
    assert await news(town, "diagnosis-shared") == 0
    assert "%" not in tutor.last_text


async def test_the_tutor_hears_once_and_reads_a_whole_card(town: Town) -> None:
    teacher, tutor = await town.pair()
    await begins(teacher)
    await answer_all(teacher, MIXED)
    await teacher.taps("diagnosis-notes.choice")
    await teacher.taps("diagnosis-notes.on")
    await teacher.taps("diagnosis-notes.own")
    await teacher.says("Курс по <медиации> & играм")
    await teacher.taps("diagnosis-notes.on")
    await teacher.taps("diagnosis-conclusion.agree")
    await teacher.taps("diagnosis-result.share")
    message, data = teacher.button("diagnosis-sharing.yes")
    await teacher.taps("diagnosis-sharing.yes", times=2)
    teacher.sees("diagnosis-seen", "видит и тьютор")
    town.wait(hours=1)
    await teacher.taps_again(message["message_id"], data)
    assert await news(town, "diagnosis-shared") == 1
    tutor.sees("diagnosis-shared", "Иванова Г. П. показывает Вам результат")
    await tutor.taps("diagnosis-teachers.open")
    tutor.sees("diagnosis-shown", "Иванова Г. П.", "14 сентября 2026")
    tutor.sees("diagnosis-score", "Предметные: 0\u00a0% – уровень компетенции: низкий; дефицит: высокий")
    tutor.sees("diagnosis-note-line", "Затруднения: Задания повышенной сложности")
    tutor.sees("diagnosis-note-line", "Запросы: Курс по <медиации> & играм")
    tutor.sees("diagnosis-side", "Сильная сторона: психолого-педагогические компетенции (100\u00a0%)")
    assert not tutor.has_button("diagnosis-result.edit")
    assert not tutor.has_button("diagnosis-result.compare")


async def test_an_opening_is_kept_once_and_the_teacher_sees_it(town: Town) -> None:
    teacher, tutor = await diagnosed(town)
    await shows(teacher)
    await teacher.taps("diagnosis-result.shared")
    teacher.sees("diagnosis-sharing-shown", "пока никто не открывал")
    town.wait(hours=2)
    await looks(tutor)
    await tutor.taps("diagnosis-teachers.open")
    await tutor.taps("diagnosis-question.back")
    await tutor.taps("diagnosis-teachers.open")
    assert [one.at for one in await town.all(select(DiagnosisOpening))] == [town.now]
    opened = [one for one in await town.all(select(HistoryLine)) if one.verb == "diagnosis.opened"]
    assert [one.person_id for one in opened] == [tutor.person_id]
    await teacher.taps("diagnosis-question.back")
    await teacher.taps("diagnosis-result.shared")
    teacher.sees("diagnosis-sharing-opened", "Орлова М. С., 14 сентября, 15:00")


async def test_it_can_be_taken_back_on_any_day_and_opens_no_more(town: Town) -> None:
    teacher, tutor = await diagnosed(town)
    await shows(teacher)
    await tutor.taps("diagnosis-teachers.open")
    message, _ = tutor.button("diagnosis-question.back")
    await teacher.taps("diagnosis-result.shared")
    teacher.sees("diagnosis-sharing-back", "останется прочитанным")
    await teacher.taps("diagnosis-sharing-back.yes", times=2)
    teacher.sees("diagnosis-seen", "видите только Вы")
    await tutor.taps_again(message["message_id"], "ds:open:1:45")
    tutor.hears_toast("diagnosis-not-shared")
    tutor.sees("diagnosis-teacher", "пройдена, результат пока не показан")
    assert "%" not in tutor.last_text


async def test_shown_again_on_the_same_day_the_tutor_hears_no_second_time(town: Town) -> None:
    teacher, _ = await diagnosed(town)
    for _ in range(2):
        await shows(teacher)
        await teacher.taps("diagnosis-result.shared")
        await teacher.taps("diagnosis-sharing-back.yes")
    assert await news(town, "diagnosis-shared") == 1
    town.wait(days=1)
    await shows(teacher)
    assert await news(town, "diagnosis-shared") == 2


async def test_news_of_what_was_taken_back_before_it_went_is_not_sent(town: Town) -> None:
    teacher, tutor = await diagnosed(town)
    heard = len(tutor.heard)
    town.posting = False
    await shows(teacher)
    await teacher.taps("diagnosis-result.shared")
    await teacher.taps("diagnosis-sharing-back.yes")
    town.posting = True
    await town.deliver()
    assert len(tutor.heard) == heard


async def test_a_shared_result_says_that_it_changed_and_the_tutor_hears_once_a_day(town: Town) -> None:
    teacher, tutor = await diagnosed(town)
    await shows(teacher)
    town.wait(days=2)
    for number, value in (("3. ", 3), ("4. ", 3), ("4. ", 3)):
        await teacher.taps("diagnosis-result.edit")
        await teacher.taps("diagnosis-edit.answer")
        await teacher.taps("diagnosis-list.given", number)
        await step(teacher, value)
    teacher.sees("diagnosis-seen", "Изменён 16 сентября, 13:00", "видит и тьютор")
    assert await news(town, "diagnosis-changed") == 1
    tutor.sees("diagnosis-changed", "Иванова Г. П.")
    await tutor.taps("diagnosis-teachers.open")
    tutor.sees("diagnosis-shown-changed", "Изменён 16 сентября")
    tutor.sees("diagnosis-score", "Предметные: 25\u00a0%")
    assert [one.verb for one in await town.all(select(HistoryLine))].count("diagnosis.changed") == 1
    town.wait(days=1)
    await teacher.taps("diagnosis-result.edit")
    await teacher.taps("diagnosis-edit.notes")
    await teacher.taps("diagnosis-notes.choice")
    assert await news(town, "diagnosis-changed") == 2


async def test_an_answer_that_stays_what_it_was_changes_nothing(town: Town) -> None:
    teacher, _ = await diagnosed(town)
    await shows(teacher)
    await teacher.taps("diagnosis-result.edit")
    await teacher.taps("diagnosis-edit.answer")
    await teacher.taps("diagnosis-list.given", "1. ")
    await teacher.taps("diagnosis-question.keep")
    teacher.sees("diagnosis-result")
    await teacher.taps("diagnosis-result.edit")
    await teacher.taps("diagnosis-edit.answer")
    await teacher.taps("diagnosis-list.given", "1. ")
    await step(teacher, 0)
    teacher.sees("diagnosis-result")
    assert await news(town, "diagnosis-changed") == 0
    assert (await town.all(select(Diagnosis)))[0].changed_at is None


async def test_a_second_result_is_the_teachers_alone_again(town: Town) -> None:
    teacher, tutor = await diagnosed(town)
    await shows(teacher)
    await again(teacher, [3] * TOTAL)
    teacher.sees("diagnosis-seen", "видите только Вы")
    await looks(tutor)
    await tutor.taps("diagnosis-teachers.open")
    tutor.sees("diagnosis-shown")
    assert "53,3\u00a0%" in tutor.last_text
    assert not tutor.has_button("diagnosis-result.compare")
    await teacher.taps("diagnosis-result.share")
    await teacher.taps("diagnosis-sharing.yes")
    await looks(tutor)
    await tutor.taps("diagnosis-teachers.open")
    await tutor.taps("diagnosis-result.compare")
    tutor.sees("diagnosis-comparison-line", "Предметные: 0 → 100\u00a0%, на 100\u00a0п.п. больше")
    await tutor.taps("diagnosis-question.back")
    tutor.sees("diagnosis-shown")


async def test_only_the_team_opens_what_is_shown(town: Town) -> None:
    teacher, _ = await diagnosed(town)
    await shows(teacher)
    stranger = await town.member("Петров Олег Ильич", Role.TUTOR)
    await stranger.taps_again(stranger.last["message_id"], "ds:open:1:45")
    stranger.hears_toast("refusal-not-yours")
    await teacher.taps_again(teacher.last["message_id"], "ds:open:1:45")
    teacher.hears_toast("refusal-own-work")
    assert await town.all(select(DiagnosisOpening)) == []


async def test_nobody_else_can_share_or_take_back(town: Town) -> None:
    teacher, tutor = await diagnosed(town)
    await tutor.taps_again(tutor.last["message_id"], "dg:share:1:44:0")
    tutor.hears_toast("refusal-not-yours")
    await shows(teacher)
    await tutor.taps_again(tutor.last["message_id"], "dg:unshare:1:45:0")
    tutor.hears_toast("refusal-not-yours")
    assert (await town.all(select(Diagnosis)))[0].shared_at == town.now


async def test_without_a_tutor_it_waits_for_one(town: Town) -> None:
    teacher = await town.member("Иванова Галина Петровна", Role.TEACHER)
    await begins(teacher)
    await answer_all(teacher, MIXED)
    for _ in range(2):
        await teacher.taps("diagnosis-notes.on")
    await teacher.taps("diagnosis-conclusion.agree")
    await teacher.taps("diagnosis-result.share")
    teacher.sees("diagnosis-sharing", "Рядом с Вами на маршруте пока никого нет")
    await teacher.taps("diagnosis-sharing.yes")
    teacher.sees("diagnosis-seen", "видит и тьютор")
    assert await news(town, "diagnosis-shared") == 0
