"""«Вернуть»: ready phrases, own ones that are learnt, a voice message; how many taps a decision takes; two at once."""

from datetime import timedelta

from sqlalchemy import select

from models.history import HistoryLine
from models.notice import Notice
from models.people import Role
from models.report import ReportState
from models.review_desk import OwnPhrase
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


def taps_of(town: Town, guest: Guest) -> int:
    """How many buttons a person has pressed."""
    return sum(method == "answerCallbackQuery" for method, _ in town.wire.calls)


async def test_a_decision_takes_one_tap_or_two_and_not_a_letter(town: Town) -> None:
    _, tutor = await submitted(town)
    before = taps_of(town, tutor), len(tutor.chat) - len(tutor.heard)
    await tutor.taps("review-card.accept")
    assert (await report(town, TITLE)).state is ReportState.ACCEPTED
    assert taps_of(town, tutor) - before[0] == 1
    await tutor.taps("review-done.undo")
    at = taps_of(town, tutor)
    await tutor.taps("review-card.return")
    await tutor.taps("review-phrase.proof")
    assert (await report(town, TITLE)).state is ReportState.RETURNED
    assert taps_of(town, tutor) - at == 2
    assert len(tutor.chat) - len(tutor.heard) == before[1]


async def returns(town: Town, tutor: Guest, reason: str) -> None:
    """The tutor returns the report in own words, and takes it back."""
    await tutor.taps("review-card.return")
    await tutor.says(reason)
    town.wait(seconds=30)
    await tutor.taps("review-done.undo")


async def test_own_words_are_offered_again_the_last_five_and_to_nobody_else(town: Town) -> None:
    teacher, tutor = await submitted(town)
    for number in range(1, 7):
        await returns(town, tutor, f"Добавьте, пожалуйста, {number} примера & фото")
    await returns(town, tutor, "Добавьте, пожалуйста, 3 примера & фото")
    await tutor.taps("review-card.return")
    labels = [one["text"] for row in tutor.last["reply_markup"]["inline_keyboard"] for one in row]
    own = [one for one in labels if "примера" in one]
    assert [one.split(", ")[2][0] for one in own] == ["3", "6", "5", "4", "2"]
    assert len(await town.all(select(OwnPhrase))) == 5
    await tutor.taps("review-reason.own", "5 примера")
    await two_minutes_later(town)
    teacher.sees("review-returned", "Добавьте, пожалуйста, 5 примера & фото", among_last=1)


async def test_a_long_own_phrase_is_cut_on_its_button_and_whole_for_the_teacher(town: Town) -> None:
    teacher, tutor = await submitted(town)
    long = "Расскажите подробнее, " + "что изменилось на уроке и " * 8 + "что дальше"
    await returns(town, tutor, long)
    await tutor.taps("review-card.return")
    await tutor.taps("review-reason.own", "…")
    await two_minutes_later(town)
    teacher.sees("review-returned", long, among_last=1)


async def test_somebody_elses_phrase_and_one_that_does_not_exist_are_refused(town: Town) -> None:
    _, tutor = await submitted(town)
    await returns(town, tutor, "Добавьте фото урока")
    methodist = await town.member("Соколова Анна Ильинична", Role.METHODIST)
    found = await report(town, TITLE)
    async with town.app.sessions() as session, session.begin():
        session.add(
            TeamMember(
                route_id=found.route_id, person_id=methodist.person_id, role=Role.METHODIST, since=town.today
            )
        )
    await tutor.taps("review-card.return")
    message, data = tutor.button("review-reason.own")
    await methodist.taps_again(methodist.last["message_id"], data)
    methodist.hears_toast("refusal-not-yours")
    for forged in (f"{data}99", data.replace(":own:", ":phrase:").rpartition(":")[0] + ":99"):
        await tutor.taps_again(message["message_id"], forged)
        tutor.hears_toast("refusal-not-yours")
    assert (await report(town, TITLE)).state is ReportState.SUBMITTED


async def test_a_reason_by_voice_is_passed_on_and_can_be_heard_again(town: Town) -> None:
    teacher, tutor = await submitted(town)
    await tutor.taps("review-card.return")
    await tutor.sends("voice", "причина.ogg")
    tutor.sees("review-done", "Возвращено", among_last=1)
    await two_minutes_later(town)
    assert "voice" in teacher.heard[-2]
    teacher.sees("review-returned", "Спасибо за отчёт", "в голосовом сообщении", among_last=1)
    await teacher.taps("review-returned.mend")
    teacher.sees("report-returned", "в голосовом сообщении", among_last=1)
    await teacher.taps("review-why.hear")
    assert "voice" in teacher.heard[-2]
    await teacher.says("Добавлено.")
    await teacher.taps("report-draft.send")
    found = await report(town, TITLE)
    assert (found.state, found.reason_voice) == (ReportState.SUBMITTED, "")
    await teacher.taps_again(teacher.last["message_id"], f"rp:hear:{found.id}:1")
    teacher.sees("report-sent", among_last=1)


async def test_a_photo_is_no_reason(town: Town) -> None:
    _, tutor = await submitted(town)
    await tutor.taps("review-card.return")
    await tutor.sends("photo", "a.jpg")
    tutor.sees("anything-file")
    tutor.sees("review-reason", among_last=1)
    await tutor.taps("review-reason.back")
    tutor.sees("review-card", TITLE, among_last=1)
    assert (await report(town, TITLE)).state is ReportState.SUBMITTED


async def test_two_members_who_decide_at_once_make_one_decision(town: Town) -> None:
    teacher, tutor = await town.pair()
    route = await walks(town, teacher, (TITLE, town.today - timedelta(days=1)))
    methodist = await town.member("Соколова Анна Ильинична", Role.METHODIST)
    async with town.app.sessions() as session, session.begin():
        session.add(
            TeamMember(
                route_id=route.id, person_id=methodist.person_id, role=Role.METHODIST, since=town.today
            )
        )
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await reported(town, teacher)
    await methodist.taps("review-card.return")
    message, accepting = tutor.button("review-card.accept")
    other, returning = methodist.button("review-phrase.proof")
    town.telegram.tap(tutor.telegram_id, message["message_id"], accepting)
    town.telegram.tap(methodist.telegram_id, other["message_id"], returning)
    await town.settle()
    accepted = (await report(town, TITLE)).state is ReportState.ACCEPTED
    late, by, already, outcome = (
        (methodist, "Орлова М. С.", "report-accepted-already", "Принято")
        if accepted
        else (tutor, "Соколова А. И.", "report-returned-already", "Возвращено")
    )
    late.hears_toast(already, among_last=2)
    late.sees("review-outcome", outcome, by, among_last=1)
    await two_minutes_later(town)
    verbs = [line.verb for line in await town.all(select(HistoryLine))]
    assert verbs.count("review.accepted") + verbs.count("review.returned") == 1
    kinds = ("review-accepted", "review-returned")
    assert len(await town.all(select(Notice).where(Notice.kind.in_(kinds)))) == 1
