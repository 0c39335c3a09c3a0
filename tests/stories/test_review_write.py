"""A short review: three taps, one a member and sending, readable by the teacher; «для себя» by nobody (S000 4.9)."""

from datetime import timedelta

from sqlalchemy import select

from models.history import HistoryLine
from models.people import Role
from models.report import ReportState
from models.review import Review
from models.review_desk import PrivateNote
from models.route import TeamMember
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


async def joins(town: Town, name: str, role: Role) -> Guest:
    """One more member of the team."""
    guest = await town.member(name, role)
    found = await report(town, TITLE)
    async with town.app.sessions() as session, session.begin():
        session.add(
            TeamMember(route_id=found.route_id, person_id=guest.person_id, role=role, since=town.today)
        )
    return guest


async def reviews(town: Town) -> list[Review]:
    """Every review."""
    return await town.all(select(Review).order_by(Review.id))


async def test_three_taps_accept_with_a_review_and_the_teacher_hears_once_what_is_strong_first(
    town: Town,
) -> None:
    teacher, tutor = await submitted(town)
    before = len(teacher.heard)
    await tutor.taps("review-card.write")
    await tutor.taps("review-strong-phrase.class")
    tutor.sees("review-write-advice", among_last=1)
    await tutor.taps("review-advice-phrase.share")
    tutor.sees("review-write-ready", "Есть пример из класса", "Поделитесь с коллегами", among_last=1)
    await tutor.taps("review-write.accept")
    tutor.sees("review-done", "Принято", among_last=1)
    await two_minutes_later(town)
    assert len(teacher.heard) == before + 1
    teacher.sees("review-accepted", among_last=1)
    teacher.sees("review-strong", "Есть пример из класса", among_last=1)
    text = teacher.last_text
    assert text.index("Сильное") < text.index("Совет") < text.index("1 из 5")
    assert "review.given" in [line.verb for line in await town.all(select(HistoryLine))]


async def test_the_teacher_reads_the_reviews_again_from_the_menu(town: Town) -> None:
    teacher, tutor = await submitted(town)
    await teacher.says("/menu")
    assert not teacher.has_button("review-own.open")
    await teacher.taps_again(teacher.last["message_id"], "go:review.own")
    teacher.sees("review-own-none", among_last=1)
    await tutor.taps("review-card.write")
    await tutor.taps("review-strong-phrase.clear")
    await tutor.taps("review-write.none")
    await tutor.taps("review-write.accept")
    await teacher.says("/menu")
    await teacher.taps("review-own.open", "1")
    teacher.sees("review-own-line", TITLE, "Орлова М. С.", among_last=1)
    teacher.sees("review-strong", "Конкретно и по делу", among_last=1)
    assert "Совет" not in teacher.last_text


async def test_own_words_stand_for_any_of_the_taps_and_besides_them(town: Town) -> None:
    teacher, tutor = await submitted(town)
    await tutor.taps("review-card.write")
    await tutor.says("?")
    tutor.sees("answer-too-short")
    await tutor.says("Видно <b>живой</b> урок & детей 🙂")
    await tutor.says("Покажите приём на педсовете")
    await tutor.says("С интересом жду продолжения.")
    tutor.sees("review-words", "С интересом", among_last=1)
    for _ in range(3):
        await tutor.says("длинно " * 70)
    tutor.sees("review-write-too-long")
    await tutor.taps("review-write.anew")
    tutor.sees("review-write", TITLE, among_last=1)
    await tutor.says("Видно <b>живой</b> урок & детей 🙂")
    await tutor.taps("review-write.none")
    await tutor.taps("review-write.give")
    tutor.sees("review-write-sent", among_last=1)
    tutor.sees("review-card-reviewed", "Орлова М. С.", among_last=1)
    teacher.sees("review-given", TITLE, "Орлова М. С.", among_last=1)
    teacher.sees("review-strong", "<b>живой</b> урок & детей 🙂", among_last=1)
    assert (await report(town, TITLE)).state is ReportState.SUBMITTED


async def test_any_member_gives_one_on_each_sending_also_after_the_decision(town: Town) -> None:
    teacher, tutor = await submitted(town)
    deputy = await joins(town, "Жукова Ольга Ивановна", Role.DEPUTY_HEAD)
    await tutor.taps("review-card.accept")
    await two_minutes_later(town)
    found = await report(town, TITLE)
    before = len(teacher.heard)
    await deputy.taps_again(deputy.last["message_id"], f"rv:write:{found.id}:{found.version}:0")
    await deputy.taps("review-strong-phrase.useful")
    await deputy.taps("review-write.none")
    assert not deputy.has_button("review-write.accept")
    await deputy.taps("review-write.give", times=2)
    deputy.hears_toast("review-write-given")
    assert len(teacher.heard) == before + 1
    await deputy.taps_again(deputy.last["message_id"], f"rv:write:{found.id}:{found.version}:0")
    deputy.sees("review-write-given", among_last=1)
    assert [one.author_id for one in await reviews(town)] == [deputy.person_id]
    await deputy.taps("review-write.back")
    deputy.sees("review-outcome", "Принято", "Орлова М. С.", among_last=1)


async def test_a_mended_report_may_be_reviewed_anew_and_a_draft_survives_days(town: Town) -> None:
    teacher, tutor = await submitted(town)
    await tutor.taps("review-card.write")
    await tutor.taps("review-strong-phrase.useful")
    await tutor.says("/cancel")
    town.wait(days=3)
    await tutor.says("/menu")
    await tutor.taps("menu-queue")
    await tutor.taps("review-card.write")
    tutor.sees("review-write-advice", among_last=1)
    await tutor.taps("review-write.none")
    await tutor.taps("review-write.give")
    await teacher.taps("report-sent.back")
    await teacher.says("Дополнение.")
    await teacher.taps("report-draft.send")
    await tutor.taps("review-card.write")
    tutor.sees("review-write", TITLE, among_last=1)
    assert len(await reviews(town)) == 2


async def test_an_undone_acceptance_takes_its_review_back_to_the_draft(town: Town) -> None:
    teacher, tutor = await submitted(town)
    before = len(teacher.heard)
    await tutor.taps("review-card.write")
    await tutor.taps("review-strong-phrase.useful")
    await tutor.taps("review-write.none")
    await tutor.taps("review-write.accept")
    await tutor.taps("review-done.undo")
    await two_minutes_later(town)
    assert len(teacher.heard) == before
    assert [one.given_at for one in await reviews(town)] == [None]
    await tutor.taps("review-card.write")
    tutor.sees("review-write-ready", among_last=1)


async def test_nobody_reviews_their_own_and_a_stranger_or_an_old_tap_changes_nothing(town: Town) -> None:
    teacher, tutor = await submitted(town)
    _, begin = tutor.button("review-card.write")
    await tutor.taps("review-card.write")
    message, strong = tutor.button("review-strong-phrase.useful")
    stranger = await town.member("Чужая Анна Ильинична")
    for person, why in ((teacher, "refusal-own-work"), (stranger, "refusal-not-yours")):
        await person.taps_again(person.last["message_id"], begin)
        person.hears_toast(why)
        await person.taps_again(person.last["message_id"], strong)
    assert [one.strong for one in await reviews(town)] == [None]
    await tutor.taps("review-strong-phrase.useful", times=2)
    assert [one.version for one in await reviews(town)] == [2]
    forged = strong.replace(":0", ":9")
    await tutor.taps_again(message["message_id"], forged)
    tutor.hears_toast("refusal-not-yours")
    found = await report(town, TITLE)
    await tutor.taps_again(message["message_id"], f"rw:give:{found.id}:1:0")
    tutor.hears_toast("review-write-outdated")


async def test_a_returned_report_is_not_reviewed_and_an_empty_review_is_not_given(town: Town) -> None:
    _, tutor = await submitted(town)
    _, begin = tutor.button("review-card.write")
    await tutor.taps("review-card.write")
    found = await report(town, TITLE)
    await tutor.taps_again(tutor.last["message_id"], f"rw:give:{found.id}:1:0")
    tutor.hears_toast("review-write-empty")
    await tutor.taps("review-write.back")
    await tutor.taps("review-card.return")
    await tutor.taps("review-phrase.date")
    await tutor.taps_again(tutor.last["message_id"], begin)
    tutor.hears_toast("review-taken-back")


async def test_a_note_for_oneself_is_seen_by_nobody_else(town: Town) -> None:
    teacher, tutor = await submitted(town)
    deputy = await joins(town, "Жукова Ольга Ивановна", Role.DEPUTY_HEAD)
    await tutor.taps("review-card.note")
    tutor.sees("review-note", "Иванова Г. П.", among_last=1)
    await tutor.says("Спросить про\nоткрытый <урок> & детей")
    tutor.sees("review-card-note", "Спросить про открытый <урок> & детей", among_last=1)
    await deputy.says("/menu")
    await deputy.taps("menu-queue")
    await teacher.says("/menu")
    said = [str(one.get("text", "")) for one in [*teacher.heard, *deputy.heard]]
    assert not [one for one in said if "открытый" in one]
    stored = [line.facts for line in await town.all(select(HistoryLine))]
    assert "открытый" not in str(stored)
    await tutor.taps("review-card.note")
    await tutor.says("Другая строка")
    await tutor.says("/menu")
    await tutor.taps("menu-queue")
    tutor.sees("review-card-note", "Другая строка", among_last=1)
    await tutor.taps("review-card.note")
    await tutor.taps("review-note.drop")
    assert "Для себя" not in tutor.last_text
    assert await town.all(select(PrivateNote)) == []
    await tutor.taps("review-card.note")
    _, data = tutor.button("review-note.back")
    await tutor.taps_again(tutor.last["message_id"], data.replace("card", "drop-note"))
    tutor.sees("review-card", TITLE, among_last=1)
    await teacher.taps_again(teacher.last["message_id"], data.replace("card", "note"))
    teacher.hears_toast("refusal-own-work")
