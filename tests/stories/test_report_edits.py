"""S-10: a message of a report is edited before sending, after sending, after acceptance."""

from datetime import timedelta

from sqlalchemy import func, select

from models.evidence import Evidence
from models.history import HistoryLine
from models.people import Role
from models.report import ReportState
from models.report_text import ReportEdit
from simulator import core
from tests.stories.test_report import TITLE, begin
from tests.stories.town import Guest, Town
from tests.stories.walking import report, reported, two_minutes_later, walks


def own(guest: Guest, text: str) -> int:
    """The person's own message with this text."""
    return int(next(one["message_id"] for one in guest.chat if one.get("text") == text))


async def sent(town: Town, text: str = "Как было.") -> tuple[Guest, Guest, int]:
    """A sent report of one sentence: its teacher, the tutor, the message that said it."""
    teacher, tutor = await begin(town)
    await reported(town, teacher, text)
    return teacher, tutor, own(teacher, text)


async def accepted(town: Town) -> tuple[Guest, Guest, int]:
    """The same, accepted, and the teacher has heard."""
    teacher, tutor, message = await sent(town)
    await tutor.taps("review-card.accept")
    await two_minutes_later(town)
    return teacher, tutor, message


async def edited_after_acceptance(town: Town) -> tuple[Guest, Guest]:
    """The teacher has edited a message of an accepted report, and is told that it is too late."""
    teacher, tutor, message = await accepted(town)
    await teacher.edits(message, "Как стало.")
    teacher.sees("report-edit-accepted", among_last=1)
    return teacher, tutor


async def test_before_sending_the_draft_takes_the_edit_and_says_so(town: Town) -> None:
    teacher, _ = await begin(town)
    await teacher.taps("report-was.held")
    await teacher.says("Первая редакция: https://a.example/1")
    await teacher.edits(own(teacher, "Первая редакция: https://a.example/1"), "Вторая: https://a.example/2")
    teacher.sees("report-edit-taken", "Вторая", among_last=1)
    assert [one.url for one in (await report(town, TITLE)).evidence] == ["https://a.example/2"]


async def test_the_caption_of_a_photo_can_be_edited_added_and_taken_away(town: Town) -> None:
    teacher, _ = await begin(town)
    await teacher.taps("report-was.held")
    await teacher.sends("photo", "урок.jpg")
    photo = int(next(one["message_id"] for one in teacher.chat if "photo" in one))
    town.telegram.edit(teacher.telegram_id, photo, "Подпись")
    await town.settle()
    assert (await report(town, TITLE)).text == "Подпись"
    town.telegram.edit(teacher.telegram_id, photo, "")
    await town.settle()
    found = await report(town, TITLE)
    assert (found.text, len(found.evidence)) == ("", 1)


async def test_the_words_on_how_it_was_tried_follow_their_message_too(town: Town) -> None:
    teacher, _ = await begin(town)
    await teacher.taps("report-was.held")
    await teacher.says("Было полезно.")
    await teacher.taps("report-applied.yes")
    await teacher.says("В парах")
    await teacher.edits(own(teacher, "В парах"), "В группах")
    found = await report(town, TITLE)
    assert (found.text, found.applied_how) == ("Было полезно.", "В группах")
    await teacher.taps("report-draft.send")
    await teacher.edits(own(teacher, "В группах"), "По одному")
    await teacher.taps("report-edited.yes")
    found = await report(town, TITLE)
    assert (found.text, found.applied_how) == ("Было полезно.", "По одному")


async def test_after_sending_it_is_asked_and_a_yes_makes_a_new_version(town: Town) -> None:
    teacher, tutor, message = await sent(town)
    card, accept = tutor.button("review-card.accept")
    before = (await report(town, TITLE)).version
    await teacher.edits(message, "Как стало.")
    teacher.sees("report-edited", "Изменить отчёт?", "Как стало.", among_last=1)
    assert ((await report(town, TITLE)).version, (await report(town, TITLE)).text) == (before, "Как было.")
    await teacher.taps("report-edited.yes")
    teacher.sees("report-edit-revised", among_last=1)
    tutor.sees("review-card", "Как стало.")
    found = await report(town, TITLE)
    assert (found.state, found.text) == (ReportState.SUBMITTED, "Как стало.")
    assert found.submitted_at == town.now
    await tutor.taps_again(card["message_id"], accept)
    tutor.hears_toast("report-outdated")
    assert (await report(town, TITLE)).state is ReportState.SUBMITTED


async def test_the_cards_of_the_team_stay_valid_until_the_yes(town: Town) -> None:
    teacher, tutor, message = await sent(town)
    await teacher.edits(message, "Как стало.")
    yes, data = teacher.button("report-edited.yes")
    await tutor.taps("review-card.accept")
    assert (await report(town, TITLE)).state is ReportState.ACCEPTED
    await teacher.taps_again(yes["message_id"], data)
    teacher.hears_toast("report-accepted-already")
    assert (await report(town, TITLE)).text == "Как было."


async def test_a_no_leaves_the_report_and_a_second_tap_changes_nothing(town: Town) -> None:
    teacher, tutor, message = await sent(town)
    await teacher.edits(message, "Как стало.")
    yes, data = teacher.button("report-edited.yes")
    heard = len(tutor.heard)
    await teacher.taps("report-edited.no", times=2)
    teacher.sees("report-sent", among_last=1)
    await teacher.taps_again(yes["message_id"], data)
    teacher.hears_toast("report-outdated")
    assert (await report(town, TITLE)).text == "Как было."
    assert (len(tutor.heard), await town.all(select(func.count(ReportEdit.id)))) == (heard, [0])


async def test_the_question_is_there_after_a_week_and_two_edits_are_one(town: Town) -> None:
    teacher, _, message = await sent(town)
    await teacher.edits(message, "Раз.")
    await teacher.edits(message, "Два.")
    town.wait(days=7)
    await teacher.taps("report-edited.yes")
    assert (await report(town, TITLE)).text == "Два."


async def test_taking_the_report_back_forgets_the_question(town: Town) -> None:
    teacher, _, message = await sent(town)
    back, data = teacher.button("report-sent.back")
    await teacher.edits(message, "Как стало.")
    await teacher.taps_again(back["message_id"], data)
    teacher.sees("report-draft-text", "Как было.")
    assert await town.all(select(ReportEdit)) == []


async def test_another_file_after_sending_is_said_to_be_too_late(town: Town) -> None:
    teacher, _ = await begin(town)
    await teacher.taps("report-was.held")
    await teacher.sends("photo", "урок.jpg")
    photo = next(one for one in teacher.chat if "photo" in one)
    await teacher.taps("report-draft.send")
    await swaps(town, photo, "другое.jpg")
    teacher.sees("report-edit-file-late", among_last=1)
    assert len((await report(town, TITLE)).evidence) == 1


async def test_another_file_before_sending_takes_the_place_of_the_first(town: Town) -> None:
    teacher, _ = await begin(town)
    await teacher.taps("report-was.held")
    await teacher.sends("photo", "урок.jpg")
    photo = next(one for one in teacher.chat if "photo" in one)
    [before] = await town.all(select(Evidence))
    await swaps(town, photo, "другое.jpg")
    teacher.sees("report-edit-taken", among_last=1)
    [after] = await town.all(select(Evidence))
    assert after.unique_id != before.unique_id


async def swaps(town: Town, message: dict[str, object], name: str) -> None:
    """The app shows another photo in the same message: an update as Telegram makes it."""
    known = town.telegram._hub.files.add("photo", core.Upload(name, name.encode()))
    changed = {**message, **town.telegram._hub.files.fields(known), "edit_date": int(town.now.timestamp())}
    number = 900_000_000 + message["message_id"]  # type: ignore[operator]
    assert await town.polling.take([{"update_id": number, "edited_message": changed}])
    await town.app.post.settle()


async def test_after_acceptance_nothing_changes_and_the_report_can_be_asked_for(town: Town) -> None:
    teacher, tutor = await edited_after_acceptance(town)
    assert (await report(town, TITLE)).text == "Как было."
    await teacher.taps("report-accepted.ask", times=2)
    assert sum("report-reopen" in key for key in town.text.said) >= 1
    tutor.sees("report-reopen", "Иванова Г. П.", TITLE, among_last=1)
    assert len([one for one in tutor.heard if "просит вернуть" in str(one.get("text"))]) == 1
    await tutor.taps("report-reopen.give", times=2)
    tutor.hears_toast("review-reopen-decided")
    teacher.sees("report-reopened", "Орлова М. С.")
    assert (await report(town, TITLE)).state is ReportState.RETURNED
    await teacher.taps("report-reopened.mend")
    teacher.sees("report-open-again", "Как было.", among_last=1)
    await teacher.says("И ещё вот что.")
    await teacher.taps("report-draft.send")
    tutor.sees("review-card", "И ещё вот что.")
    verbs = [one.verb for one in await town.all(select(HistoryLine).order_by(HistoryLine.id))]
    assert verbs.index("report.reopen_asked") < verbs.index("report.reopened")


async def test_the_tutor_may_leave_it_accepted_and_the_teacher_may_ask_again(town: Town) -> None:
    teacher, tutor = await edited_after_acceptance(town)
    await teacher.taps("report-accepted.ask")
    teacher.sees("report-reopen-asked", among_last=1)
    give, data = tutor.button("report-reopen.give")
    await tutor.taps("report-reopen.keep")
    teacher.sees("report-kept-accepted", "Орлова М. С.")
    await tutor.taps_again(give["message_id"], data)
    tutor.hears_toast("review-reopen-decided")
    assert (await report(town, TITLE)).state is ReportState.ACCEPTED


async def test_nobody_but_the_team_gives_an_accepted_report_back(town: Town) -> None:
    teacher, tutor = await edited_after_acceptance(town)
    ask, asking = teacher.button("report-accepted.ask")
    await tutor.taps_again(tutor.last["message_id"], asking)
    tutor.hears_toast("refusal-not-yours")
    await teacher.taps("report-accepted.ask")
    _, give = tutor.button("report-reopen.give")
    stranger = await town.member("Петров Олег Ильич")
    await stranger.taps_again(stranger.last["message_id"], give)
    stranger.hears_toast("refusal-not-yours")
    await teacher.taps_again(ask["message_id"], give)
    teacher.hears_toast("refusal-own-work")
    assert (await report(town, TITLE)).state is ReportState.ACCEPTED


async def test_without_a_team_the_methodist_hears_that_a_report_is_wanted_back(town: Town) -> None:
    methodist = await town.member("Дубов Игорь Ильич", Role.METHODIST, organisation="Центр")
    teacher, _ = await edited_after_acceptance(town)
    (member,) = (await report(town, TITLE)).route.team
    async with town.app.sessions() as session, session.begin():
        found = await session.merge(member, load=True)
        found.until = town.today - timedelta(days=1)
    await teacher.taps("report-accepted.ask")
    methodist.sees("report-reopen-nobody", "Иванова Г. П.")


async def test_an_edit_of_any_other_message_is_met_with_silence(town: Town) -> None:
    teacher, _ = await begin(town)
    await walks(town, teacher)
    heard = len(teacher.heard)
    await teacher.edits(own(teacher, "/menu"), "х")
    await teacher.taps("report-was.held")
    await teacher.says("Было полезно.")
    heard = len(teacher.heard)
    await teacher.edits(own(teacher, "Было полезно."), "Было полезно.")
    assert len(teacher.heard) == heard


async def test_a_bad_edit_is_answered_and_the_draft_stays(town: Town) -> None:
    teacher, _ = await begin(town)
    await teacher.taps("report-was.held")
    await teacher.says("Было полезно.")
    await teacher.edits(own(teacher, "Было полезно."), "<b>а" + "а" * 3500)
    teacher.sees("answer-too-long", among_last=1)
    assert (await report(town, TITLE)).text == "Было полезно."


async def test_a_deleted_message_changes_nothing(town: Town) -> None:
    teacher, tutor, message = await sent(town)
    heard = len(teacher.heard)
    town.telegram.delete(teacher.telegram_id, message)
    await town.settle()
    assert ((await report(town, TITLE)).text, len(teacher.heard)) == ("Как было.", heard)
    await tutor.taps("review-card.accept")
    assert (await report(town, TITLE)).state is ReportState.ACCEPTED
