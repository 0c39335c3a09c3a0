"""A second self-diagnosis months later: the earlier one stays readable, and both stand side by side (X13)."""

from datetime import timedelta

from sqlalchemy import select

from models.diagnosis import Diagnosis, DiagnosisAnswer
from models.report import Report, ReportState
from tests.stories.diagnosing import MIXED, TOTAL, again, answer_all, diagnosed
from tests.stories.town import Guest, Town
from tests.stories.walking import activity, walks

LATER = [1] * 8 + [2] * 8 + [2] * 8 + [3] * 8 + [2] * 8


async def twice(town: Town, later: list[int] = LATER) -> tuple[Guest, Guest]:
    """A teacher half a year after the first result, with the second one on the screen."""
    teacher, tutor = await diagnosed(town)
    town.wait(days=181)
    await again(teacher, later)
    return teacher, tutor


async def test_it_is_asked_once_and_says_what_becomes_of_the_result(town: Town) -> None:
    teacher, _ = await diagnosed(town)
    await teacher.taps("diagnosis-result.edit")
    await teacher.taps("diagnosis-edit.again")
    teacher.sees("diagnosis-retake", "Нынешний результат останется")
    await teacher.taps("diagnosis-retake.stay")
    teacher.sees("diagnosis-edit")
    await teacher.taps("diagnosis-edit.again")
    message, data = teacher.button("diagnosis-again.yes")
    await teacher.taps("diagnosis-again.yes", times=2)
    assert f"Вопрос 1 из {TOTAL}" in teacher.last_text
    await teacher.taps_again(message["message_id"], data)
    assert len(await town.all(select(Diagnosis))) == 2


async def test_each_competency_says_then_now_and_the_difference_in_neutral_words(town: Town) -> None:
    teacher, _ = await twice(town)
    await teacher.taps("diagnosis-result.compare")
    teacher.sees("diagnosis-comparison", "14 сентября 2026, пн → 14 марта 2027, вс")
    teacher.sees("diagnosis-comparison-line", "Предметные: 0 → 33,3\u00a0%, на 33,3\u00a0п.п. больше")
    teacher.sees("diagnosis-comparison-line", "Методические: 66,7 → 66,7\u00a0%, без изменений")
    teacher.sees(
        "diagnosis-comparison-line", "Психолого-педагогические: 100 → 66,7\u00a0%, на 33,3\u00a0п.п. меньше"
    )
    for word in ("хуже", "лучше", "ухудш", "провал", "плохо", "отсутств"):
        assert word not in teacher.last_text
    await teacher.taps("diagnosis-question.back")
    teacher.sees("diagnosis-result", "66,7\u00a0%")


async def test_the_comparison_comes_as_table_and_picture_too(town: Town) -> None:
    teacher, _ = await twice(town)
    await teacher.taps("diagnosis-result.compare")
    await teacher.taps("diagnosis-result.picture")
    [table] = [params for method, params in town.wire.calls if method == "sendRichMessage"]
    words = [[cell["text"] for cell in row] for row in table["rich_message"]["blocks"][0]["cells"]]
    assert words[0] == ["Компетенции", "Раньше", "Позже", "Разница, п.п."]
    assert words[1] == ["Предметные", "0\u00a0%", "33,3\u00a0%", "+33,3"]
    assert [row[3] for row in words[2:]] == ["0", "−33,3", "+66,7", "0"]
    assert any("photo" in message for message in teacher.heard[-3:])
    teacher.sees("diagnosis-comparison")


async def test_a_picture_is_drawn_once_and_sent_again_as_telegram_has_it(town: Town) -> None:
    teacher, _ = await twice(town)
    await teacher.taps("diagnosis-result.compare")
    for _ in range(2):
        await teacher.taps("diagnosis-result.picture")
    first, second = [params for method, params in town.wire.calls if method == "sendPhoto"]
    assert first["photo"] == "attach://file"
    assert second["photo"] != "attach://file"
    assert "Предметные: 0\u00a0% → 33,3\u00a0%" in first["caption"] == second["caption"]


async def test_reports_accepted_in_between_are_counted_never_a_per_cent(town: Town) -> None:
    teacher, _ = await diagnosed(town)
    route = await walks(town, teacher, ("Семинар", town.today), ("Вебинар", town.today))
    town.wait(days=30)
    held, held_before = await activity(town, "Семинар"), await activity(town, "Вебинар")
    async with town.app.sessions() as session, session.begin():
        session.add_all(
            Report(
                route_id=route.id, activity_id=one.id, state=ReportState.ACCEPTED, began_at=at, decided_at=at
            )
            for one, at in ((held, town.now), (held_before, town.now - timedelta(days=60)))
        )
    await again(teacher, LATER)
    await teacher.taps("diagnosis-result.compare")
    teacher.sees("diagnosis-comparison-between", "принято отчётов: 1.")


async def test_the_earlier_one_is_readable_and_nothing_changes_it(town: Town) -> None:
    teacher, _ = await diagnosed(town)
    edit_message, edit = teacher.button("diagnosis-result.edit")
    await teacher.taps("diagnosis-result.edit")
    list_message, answers = teacher.button("diagnosis-edit.answer")
    await teacher.taps("diagnosis-edit.answer")
    change_message, change = teacher.button("diagnosis-list.given")
    await teacher.taps("diagnosis-question.back")
    town.wait(days=181)
    await teacher.taps("diagnosis-question.back")
    await again(teacher, LATER)
    before = await kept(town)
    await teacher.taps("diagnosis-result.edit")
    await teacher.taps("diagnosis-edit.earlier")
    await teacher.taps("diagnosis-earlier-list.one", "14 сентября 2026")
    teacher.sees("diagnosis-result-earlier", "53,3\u00a0%")
    assert not teacher.has_button("diagnosis-result.edit")
    for message, data in ((edit_message, edit), (list_message, answers), (change_message, change)):
        await teacher.taps_again(message["message_id"], data)
    version = (await town.all(select(Diagnosis).order_by(Diagnosis.id)))[0].version
    for forged in ("list", "change", "notes", "conclusion", "strengths", "own", "own-side", "again", "agree"):
        await teacher.taps_again(teacher.last["message_id"], f"dg:{forged}:1:{version}:0")
        teacher.hears_toast("diagnosis-earlier")
        teacher.sees("diagnosis-result", "14 марта 2027")
    for forged in ("anew", "ready"):
        await teacher.taps_again(teacher.last["message_id"], f"dg:{forged}:1:{version}:0")
    await teacher.taps_again(teacher.last["message_id"], f"dn:difficulty:1:{version}:0")
    await teacher.taps_again(teacher.last["message_id"], f"da:1:{version}:3")
    assert await kept(town) == before


async def kept(town: Town) -> list[object]:
    """The first diagnosis, whole."""
    first = (await town.all(select(Diagnosis).order_by(Diagnosis.id)))[0]
    given = await town.all(select(DiagnosisAnswer).where(DiagnosisAnswer.diagnosis_id == first.id))
    count = len(await town.all(select(Diagnosis)))
    return [first.version, first.ended_at, count, *((one.statement, one.value) for one in given)]


async def test_from_an_earlier_result_one_compares_with_the_newest_and_goes_back(town: Town) -> None:
    teacher, _ = await twice(town)
    town.wait(days=30)
    await again(teacher, MIXED)
    await teacher.taps("diagnosis-result.edit")
    await teacher.taps("diagnosis-edit.earlier", "2")
    teacher.sees("diagnosis-earlier-list", "Их можно прочитать")
    await teacher.taps("diagnosis-earlier-list.one", "14 сентября 2026")
    await teacher.taps("diagnosis-result.compare")
    teacher.sees("diagnosis-comparison", "14 сентября 2026, пн → 13 апреля 2027, вт")
    teacher.sees("diagnosis-comparison-line", "без изменений")
    await teacher.taps("diagnosis-question.back")
    await teacher.taps("diagnosis-question.back")
    teacher.sees("diagnosis-earlier-list")
    await teacher.taps("diagnosis-question.back")
    teacher.sees("diagnosis-result", "13 апреля 2027")


async def test_the_earlier_one_can_be_read_while_the_second_goes_on(town: Town) -> None:
    teacher, _ = await diagnosed(town)
    await teacher.taps("diagnosis-result.edit")
    await teacher.taps("diagnosis-edit.again")
    await teacher.taps("diagnosis-again.yes")
    await answer_all(teacher, [1] * 5)
    await teacher.taps("diagnosis-question.pause")
    await teacher.taps("diagnosis-paused.earlier")
    await teacher.taps("diagnosis-earlier-list.one")
    teacher.sees("diagnosis-result-earlier", "53,3\u00a0%")
    assert not teacher.has_button("diagnosis-result.compare"), "there is nothing to compare with yet"
    await teacher.taps_again(teacher.last["message_id"], "dg:compare:1:46:0")
    teacher.hears_toast("diagnosis-nothing-to-compare")
    await teacher.says("/menu")
    await teacher.taps("menu-diagnosis")
    assert f"Вопрос 6 из {TOTAL}" in teacher.last_text


async def test_somebody_elses_results_cannot_be_read_or_compared(town: Town) -> None:
    _, tutor = await twice(town)
    refusals = {"edit": "refusal-not-yours", "earlier": "refusal-not-yours"}
    for verb in ("result", "compare", "compare-picture", "picture", "ways", "edit", "earlier", "sharing"):
        await tutor.taps_again(tutor.last["message_id"], f"dg:{verb}:1:46:0")
        tutor.hears_toast(refusals.get(verb, "diagnosis-not-shared"))
        assert "%" not in tutor.last_text
