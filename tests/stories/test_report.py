"""S-08, S-10: a report in under a minute, from the question to the tutor's hand."""

from datetime import timedelta

from sqlalchemy import select

from handlers.callbacks import ActivityTap
from models.evidence import Evidence
from models.history import HistoryLine
from models.plan import ActivityState
from models.report import Report, ReportState
from tests.stories.town import Guest, Town
from tests.stories.walking import activity, report, reported, walks

TITLE = "Вебинар «Смысловое чтение»"


async def begin(town: Town) -> tuple[Guest, Guest]:
    """A teacher whose webinar was yesterday, at the question; and the tutor."""
    teacher, tutor = await town.pair()
    await walks(town, teacher, (TITLE, town.today - timedelta(days=1)), ("Открытый урок", town.today))
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await teacher.taps("report-line", "Вебинар")
    teacher.sees("report-was", "было вчера?")
    return teacher, tutor


async def test_five_messages_make_a_report_with_a_photo(town: Town) -> None:
    teacher, tutor = await begin(town)
    await teacher.taps("report-was.held")
    teacher.sees("report-ask")
    await teacher.says("Показали три приёма работы с текстом.")
    teacher.sees("report-draft-text", "три приёма")
    await teacher.sends("photo", "урок.jpg")
    teacher.sees("report-draft-files", "1 фото")
    await teacher.taps("report-draft.send")
    teacher.sees("report-sent")

    found = await report(town, TITLE)
    assert (found.state, found.text) == (ReportState.SUBMITTED, "Показали три приёма работы с текстом.")
    assert found.submitted_at == town.now
    assert len(found.evidence) == 1
    tutor.sees("review-card", "Иванова Г. П.", "три приёма", "Вложений: 1")
    assert "photo" in tutor.heard[-2]


async def test_an_album_is_one_line_not_seven_answers(town: Town) -> None:
    teacher, tutor = await begin(town)
    await teacher.taps("report-was.held")
    before = len(teacher.heard)
    await teacher.sends("photo", *(f"{number}.jpg" for number in range(7)), caption="Фото с вебинара")
    assert len(teacher.heard) - before <= 2
    teacher.sees("report-draft-files", "7 фото")
    teacher.sees("report-draft-text", "Фото с вебинара")
    await teacher.taps("report-draft.send")
    assert sum("photo" in message for message in tutor.heard) == 7
    assert sum("review-card" in key for key in town.text.said) >= 1
    assert len(await town.all(select(Evidence))) == 7


async def test_a_second_sentence_is_added_and_an_edit_changes_its_own(town: Town) -> None:
    teacher, _ = await begin(town)
    await teacher.taps("report-was.held")
    await teacher.says("Первое предложение.")
    first = next(message for message in teacher.chat if message.get("text") == "Первое предложение.")
    await teacher.says("Второе предложение.")
    await teacher.edits(first["message_id"], "Первое, уже лучше.")
    teacher.sees("report-edit-taken")
    assert (await report(town, TITLE)).text == "Первое, уже лучше.\nВторое предложение."


async def test_the_text_can_be_written_anew_and_attachments_taken_off(town: Town) -> None:
    teacher, _ = await begin(town)
    await teacher.taps("report-was.held")
    await teacher.says("Старый текст.")
    await teacher.sends("document", "справка.pdf")
    await teacher.taps("report-draft.change")
    await teacher.taps("report-change.rewrite")
    teacher.sees("report-rewrite", "Старый текст.")
    await teacher.says("Новый текст.")
    await teacher.taps("report-draft.change")
    await teacher.taps("report-change.remove", "справка.pdf")
    teacher.sees("report-draft-no-files")
    found = await report(town, TITLE)
    assert (found.text, found.evidence) == ("Новый текст.", [])


async def test_an_empty_report_is_not_sent(town: Town) -> None:
    teacher, _ = await begin(town)
    await teacher.taps("report-was.held")
    found = await report(town, TITLE)
    await teacher.taps_again(teacher.last["message_id"], f"rp:send:{found.id}:{found.version}")
    teacher.hears_toast("report-empty")
    assert (await report(town, TITLE)).state is ReportState.DRAFT


async def test_a_draft_survives_a_week_and_the_menu(town: Town) -> None:
    teacher, _ = await begin(town)
    await teacher.taps("report-was.held")
    await teacher.says("Начало отчёта.")
    await teacher.says("/menu")
    town.wait(days=7)
    await teacher.taps("menu-report")
    await teacher.taps("report-line", "черновик")
    teacher.sees("report-draft-text", "Начало отчёта.")


async def test_it_was_not_needs_a_reason_and_the_tutor_hears(town: Town) -> None:
    teacher, tutor = await begin(town)
    await teacher.taps("report-was.missed")
    await teacher.taps("report-reason.ill")
    teacher.sees("report-not-done-kept", "Болезнь")
    found = await activity(town, TITLE)
    assert (found.state, found.reason) == (ActivityState.NOT_DONE, "Болезнь")
    tutor.sees("report-told-not-done", "Болезнь")
    assert "activity.not_done" in [line.verb for line in await town.all(select(HistoryLine))]


async def test_the_reason_may_be_said_in_own_words_and_taken_back(town: Town) -> None:
    teacher, _ = await begin(town)
    await teacher.taps("report-was.missed")
    await teacher.says("а")
    teacher.sees("answer-too-short")
    await teacher.says("Не было света")
    assert (await activity(town, TITLE)).reason == "Не было света"
    found = await activity(town, TITLE)
    await teacher.taps_again(teacher.last["message_id"], f"ac:after-all:{found.id}:{found.version}:")
    assert (await activity(town, TITLE)).state is ActivityState.PLANNED


async def test_what_was_is_not_planned_again_beside_its_report(town: Town) -> None:
    teacher, _ = await town.pair()
    await walks(town, teacher, (TITLE, town.today - timedelta(days=1)))
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await reported(town, teacher)
    row = await activity(town, TITLE)
    after_all = ActivityTap(do="after-all", activity=row.id, version=row.version).pack()
    await teacher.taps_again(teacher.last["message_id"], after_all)
    assert (await activity(town, TITLE)).state is ActivityState.HELD


async def test_a_double_tap_on_it_was_opens_one_draft(town: Town) -> None:
    teacher, _ = await begin(town)
    await teacher.taps("report-was.held", times=2)
    assert len(await town.all(select(Report))) == 1


async def test_a_double_tap_on_send_tells_the_tutor_once(town: Town) -> None:
    teacher, tutor = await begin(town)
    await teacher.taps("report-was.held")
    await teacher.says("Одно предложение.")
    before = len(tutor.heard)
    await teacher.taps("report-draft.send", times=3)
    assert len(tutor.heard) == before + 1


async def test_somebody_elses_activity_and_report_stay_theirs(town: Town) -> None:
    teacher, tutor = await begin(town)
    await teacher.taps("report-was.held")
    await teacher.says("Моё.")
    found = await report(town, TITLE)
    for guest in (tutor, await town.member("Петров Олег Ильич")):
        for data in (
            f"rp:send:{found.id}:{found.version}",
            f"rp:draft:{found.id}:{found.version}",
            f"ac:report:{found.activity_id}:1:",
        ):
            await guest.taps_again(guest.last["message_id"], data)
            guest.hears_toast("refusal-not-yours")
    assert (await report(town, TITLE)).state is ReportState.DRAFT


async def test_without_anybody_on_the_team_the_methodist_hears(town: Town) -> None:
    from models.people import Role

    methodist = await town.member("Дубов Игорь Ильич", Role.METHODIST, organisation="Центр")
    teacher = await town.member("Иванова Галина Петровна", Role.TEACHER)
    await walks(town, teacher, (TITLE, town.today))
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await reported(town, teacher)
    methodist.sees("report-told-nobody", "Иванова Г. П.")


async def test_too_long_a_report_keeps_the_draft(town: Town) -> None:
    teacher, _ = await begin(town)
    await teacher.taps("report-was.held")
    await teacher.says("а" * 2000)
    await teacher.says("б" * 2000)
    teacher.sees("report-too-long")
    assert (await report(town, TITLE)).text == "а" * 2000
