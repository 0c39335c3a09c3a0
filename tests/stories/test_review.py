"""S-07, S-15: the tutor's decision, once, whoever taps and however often."""

from datetime import timedelta

from sqlalchemy import select

from models.history import HistoryLine
from models.notice import Notice
from models.report import ReportState
from tests.stories.town import Guest, Town
from tests.stories.walking import report, reported, two_minutes_later, walks

TITLE = "Вебинар «Смысловое чтение»"


async def submitted(town: Town) -> tuple[Guest, Guest]:
    """A report that waits for the tutor."""
    teacher, tutor = await town.pair()
    await walks(town, teacher, (TITLE, town.today - timedelta(days=1)))
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await reported(town, teacher)
    return teacher, tutor


async def test_one_tap_accepts_and_the_teacher_hears_once(town: Town) -> None:
    teacher, tutor = await submitted(town)
    before = len(teacher.heard)
    await tutor.taps("review-card.accept")
    tutor.sees("review-done", "Принято", TITLE)
    found = await report(town, TITLE)
    assert (found.state, found.decided_by_id, found.decided_at) == (
        ReportState.ACCEPTED,
        tutor.person_id,
        town.now,
    )
    assert "review.accepted" in [line.verb for line in await town.all(select(HistoryLine))]
    assert len(teacher.heard) == before
    await two_minutes_later(town)
    assert len(teacher.heard) == before + 1
    teacher.sees("review-accepted", TITLE)
    teacher.sees("review-accepted-count", "1 из 5", "п. 3.1.2")


async def test_a_second_tap_is_refused_and_changes_nothing(town: Town) -> None:
    teacher, tutor = await submitted(town)
    before = len(teacher.heard)
    await tutor.taps("review-card.accept", times=2)
    tutor.hears_toast("report-accepted-already")
    await two_minutes_later(town)
    assert len(teacher.heard) == before + 1
    assert len(await town.all(select(Notice).where(Notice.kind == "review-accepted"))) == 1


async def test_a_tap_resent_an_hour_later_says_when_it_was_accepted(town: Town) -> None:
    _, tutor = await submitted(town)
    message, data = tutor.button("review-card.accept")
    await tutor.taps("review-card.accept")
    town.wait(hours=1)
    await tutor.taps_again(message["message_id"], data)
    tutor.hears_toast("report-accepted-already")
    tutor.sees("review-outcome", "13:00", among_last=1)


async def test_a_colleague_with_a_forwarded_button_is_refused(town: Town) -> None:
    _, tutor = await submitted(town)
    _, data = tutor.button("review-card.accept")
    colleague = await town.member("Чужая Анна Ильинична")
    await colleague.taps_again(colleague.last["message_id"], data)
    colleague.hears_toast("refusal-not-yours")
    assert (await report(town, TITLE)).state is ReportState.SUBMITTED
    assert "три приёма" not in colleague.last_text


async def test_nobody_accepts_their_own_report(town: Town) -> None:
    teacher, tutor = await submitted(town)
    _, data = tutor.button("review-card.accept")
    await teacher.taps_again(teacher.last["message_id"], data)
    teacher.hears_toast("refusal-own-work")
    assert (await report(town, TITLE)).state is ReportState.SUBMITTED


async def test_returning_needs_a_reason_and_the_teacher_mends_and_sends_again(town: Town) -> None:
    teacher, tutor = await submitted(town)
    await tutor.taps("review-card.return")
    tutor.sees("review-reason")
    assert (await report(town, TITLE)).state is ReportState.SUBMITTED
    await tutor.taps("review-phrase.applied")
    await two_minutes_later(town)
    teacher.sees("review-returned", "Спасибо за отчёт", "Опишите, что применили в классе")
    assert (await report(town, TITLE)).state is ReportState.RETURNED

    await teacher.taps("review-returned.mend")
    teacher.sees("report-returned")
    await teacher.says("Применили приём «вопросы к тексту» в 8 классе.")
    await teacher.taps("report-draft.send")
    tutor.sees("review-new", "дополнен", "8 классе")
    await tutor.taps("review-card.accept")
    await two_minutes_later(town)
    teacher.sees("review-accepted")
    assert (await report(town, TITLE)).text.count("\n") == 1


async def test_the_reason_may_be_typed_and_a_short_one_is_asked_again(town: Town) -> None:
    teacher, tutor = await submitted(town)
    await tutor.taps("review-card.return")
    await tutor.says("?")
    tutor.sees("answer-too-short")
    await tutor.says("Добавьте фото <урока> & дату")
    await two_minutes_later(town)
    teacher.sees("review-returned", "Добавьте фото <урока> & дату")


async def test_an_old_card_cannot_decide_on_a_mended_report(town: Town) -> None:
    teacher, tutor = await submitted(town)
    message, data = tutor.button("review-card.accept")
    await teacher.taps("report-sent.back")
    await teacher.says("Дополнение.")
    await tutor.taps_again(message["message_id"], data)
    tutor.hears_toast("report-outdated")
    await teacher.taps("report-draft.send")
    await tutor.taps_again(message["message_id"], data)
    tutor.hears_toast("report-outdated")
    assert (await report(town, TITLE)).state is ReportState.SUBMITTED
    await tutor.taps("review-card.accept")
    assert (await report(town, TITLE)).state is ReportState.ACCEPTED


async def test_a_reason_for_a_report_taken_back_meanwhile_changes_nothing(town: Town) -> None:
    teacher, tutor = await submitted(town)
    await tutor.taps("review-card.return")
    await teacher.taps("report-sent.back")
    await tutor.says("Добавьте фото")
    tutor.sees("report-outdated")
    assert (await report(town, TITLE)).state is ReportState.DRAFT


async def test_a_tutor_who_is_also_a_teacher_never_meets_their_own_report(town: Town) -> None:
    from models.people import Role

    senior = await town.member("Орлова Мария Сергеевна", Role.TUTOR)
    both = await town.member("Ким Вера Львовна", Role.TUTOR, Role.TEACHER, tutor=senior)
    await walks(town, both, (TITLE, town.today))
    await both.says("/menu")
    await both.taps("menu-report")
    await reported(town, both)
    await both.taps_again(both.last["message_id"], "go:review")
    both.sees("review-empty")
    senior.sees("review-card", "Ким В. Л.")


async def test_evidence_is_shown_again_from_the_queue(town: Town) -> None:
    teacher, tutor = await town.pair()
    await walks(town, teacher, (TITLE, town.today))
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await teacher.taps("report-was.held")
    await teacher.sends("photo", "a.jpg")
    await teacher.sends("document", "справка.pdf")
    await teacher.taps("report-draft.send")
    await tutor.says("/menu")
    await tutor.taps("menu-queue")
    before = len(tutor.heard)
    await tutor.taps("review-card.files")
    shown = tutor.heard[before:]
    assert ["photo" in one or "document" in one for one in shown] == [True, True, False]


async def test_the_list_of_teachers_shows_where_each_one_is(town: Town) -> None:
    _, tutor = await submitted(town)
    await tutor.says("/menu")
    await tutor.taps("menu-teachers")
    tutor.sees("review-teacher", "Иванова Г. П.", "ждут Вас: 1")
