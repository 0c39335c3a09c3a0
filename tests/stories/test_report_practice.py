"""Report in a minute: practice by a tap, links, voice, no list of pupils, a mistaken «Было» (S-08, X47)."""

from datetime import timedelta

from sqlalchemy import select

from models.evidence import Evidence, EvidenceKind
from models.plan import ActivityState
from models.practice import Applied
from models.report import Report, ReportState
from tests.stories.test_report import TITLE, begin
from tests.stories.town import Guest, Town
from tests.stories.walking import activity, report, walks


async def draft(town: Town) -> tuple[Guest, Guest]:
    """A draft of one sentence; the tutor."""
    teacher, tutor = await begin(town)
    await teacher.taps("report-was.held")
    await teacher.says("Показали три приёма.")
    return teacher, tutor


async def test_the_normal_way_with_practice_takes_five_messages(town: Town) -> None:
    teacher, tutor = await begin(town)
    first = town.offset
    await teacher.taps("report-was.held")
    await teacher.says("Показали три приёма.")
    await teacher.sends("photo", "урок.jpg")
    await teacher.taps("report-applied.not-yet")
    await teacher.taps("report-draft.send")
    found = await report(town, TITLE)
    assert (found.state, found.applied) == (ReportState.SUBMITTED, Applied.NOT_YET)
    assert town.offset is not None and first is not None and town.offset - first == 5
    tutor.sees("report-practice-applied", "пока не применялось")


async def test_all_of_practice_is_said_and_the_tutor_reads_it(town: Town) -> None:
    teacher, tutor = await draft(town)
    teacher.sees("report-applied", among_last=1)
    await teacher.taps("report-applied.yes")
    teacher.sees("report-how", among_last=1)
    await teacher.says("В парах, в 7 классе")
    teacher.sees("report-shared", "В парах, в 7 классе", among_last=1)
    await teacher.taps("report-shared.yes")
    assert not teacher.has_button("report-applied.yes")
    await teacher.taps("report-draft.send")
    tutor.sees("report-practice-how", "В парах, в 7 классе", "рассказано")
    found = await report(town, TITLE)
    assert (found.applied, found.applied_how, found.shared) == (Applied.YES, "В парах, в 7 классе", True)
    assert found.text == "Показали три приёма."


async def test_how_may_be_skipped_and_everything_answered_anew(town: Town) -> None:
    teacher, _ = await draft(town)
    await teacher.taps("report-applied.yes")
    await teacher.taps("report-how.skip")
    await teacher.taps("report-shared.no")
    teacher.sees("report-practice-shared", "пока не рассказано", among_last=1)
    await teacher.taps("report-draft.change")
    await teacher.taps("report-change.practice")
    teacher.sees("report-applied", among_last=1)
    await teacher.taps("report-applied.not-fit")
    found = await report(town, TITLE)
    assert (found.applied, found.shared) == (Applied.NOT_FIT, None)


async def test_a_double_and_a_forged_tap_on_practice_change_nothing_more(town: Town) -> None:
    teacher, tutor = await draft(town)
    message, data = teacher.button("report-applied.yes")
    await teacher.taps("report-applied.yes", times=2)
    teacher.hears_toast("report-outdated")
    await tutor.taps_again(tutor.last["message_id"], data)
    tutor.hears_toast("refusal-not-yours")
    await teacher.taps("report-draft.send")
    await teacher.taps_again(message["message_id"], data)
    teacher.hears_toast("report-already-sent")
    assert (await report(town, TITLE)).applied is Applied.YES


async def test_a_link_in_the_text_is_evidence_and_stays_readable(town: Town) -> None:
    teacher, tutor = await begin(town)
    await teacher.taps("report-was.held")
    await teacher.says("Запись: https://video.example/watch?v=1&t=2 и ещё disk.ru/d/1 <b>")
    teacher.sees("report-draft-files", "2 ссылки")
    kept = await town.all(select(Evidence).order_by(Evidence.id))
    assert [one.kind for one in kept] == [EvidenceKind.LINK] * 2
    assert kept[0].url == "https://video.example/watch?v=1&t=2"
    assert (kept[1].url, kept[0].copy_due_at) == ("https://disk.ru/d/1", None)
    await teacher.taps("report-draft.send")
    tutor.sees("review-card", "https://video.example/watch?v=1&t=2")
    assert (await report(town, TITLE)).state is ReportState.SUBMITTED


async def test_a_voice_message_alone_is_a_report(town: Town) -> None:
    teacher, tutor = await begin(town)
    await teacher.taps("report-was.held")
    await teacher.sends("voice", "рассказ.ogg")
    teacher.sees("report-draft-files", "1 запись")
    await teacher.taps("report-draft.send")
    assert (await report(town, TITLE)).state is ReportState.SUBMITTED
    assert any("voice" in message for message in tutor.heard)


async def test_a_sound_file_is_kept_and_reaches_the_tutor(town: Town) -> None:
    teacher, tutor = await begin(town)
    await teacher.taps("report-was.held")
    await teacher.sends("audio", "доклад.mp3")
    await teacher.taps("report-draft.send")
    assert any("audio" in message for message in tutor.heard)


async def test_the_consent_of_parents_is_named_with_the_first_photo_only(town: Town) -> None:
    teacher, _ = await begin(town)
    await teacher.taps("report-was.held")
    await teacher.sends("photo", "1.jpg", "2.jpg")
    teacher.sees("report-children", among_last=1)
    await teacher.sends("photo", "3.jpg")
    assert "согласие" not in teacher.last_text


async def test_a_list_of_pupils_is_refused_with_the_reason(town: Town) -> None:
    teacher, _ = await begin(town)
    await teacher.taps("report-was.held")
    names = "\n".join(f"{number}. Иванов Пётр {number % 4 + 2}" for number in range(1, 26))
    await teacher.says(names)
    teacher.sees("report-pupils", "18 из 24", among_last=1)
    await teacher.sends("photo", "1.jpg", caption=names)
    teacher.sees("report-pupils", among_last=1)
    found = await report(town, TITLE)
    assert (found.text, found.evidence) == ("", [])


async def test_a_mistaken_it_was_is_taken_back_before_anything_is_written(town: Town) -> None:
    teacher, _ = await begin(town)
    await teacher.taps("report-was.held")
    await teacher.taps("report-ask.back")
    teacher.sees("report-was", among_last=1)
    assert (await activity(town, TITLE)).state is ActivityState.PLANNED
    assert await town.all(select(Report)) == []
    await teacher.taps("report-was.missed")
    await teacher.taps("report-reason.ill")
    assert (await activity(town, TITLE)).state is ActivityState.NOT_DONE


async def test_a_written_draft_goes_only_after_a_yes(town: Town) -> None:
    teacher, _ = await draft(town)
    await teacher.sends("photo", "1.jpg")
    await teacher.taps("report-draft.change")
    await teacher.taps("report-change.discard")
    await teacher.taps("report-discard.no")
    teacher.sees("report-draft-text", among_last=1)
    await teacher.taps("report-draft.change")
    await teacher.taps("report-change.discard")
    message, data = teacher.button("report-discard.yes")
    await teacher.taps("report-discard.yes")
    assert (await town.all(select(Report)), await town.all(select(Evidence))) == ([], [])
    await teacher.taps_again(message["message_id"], data)
    teacher.hears_toast("refusal-not-yours")


async def test_an_old_send_button_does_not_send_what_came_after_it(town: Town) -> None:
    teacher, tutor = await draft(town)
    message, data = teacher.button("report-draft.send")
    await teacher.taps("report-draft.send")
    await teacher.taps("report-sent.back")
    await teacher.says("Ещё не всё.")
    heard = len(tutor.heard)
    town.wait(hours=1)
    await teacher.taps_again(message["message_id"], data)
    teacher.hears_toast("report-outdated")
    teacher.sees("report-draft-text", "Ещё не всё.", among_last=1)
    assert ((await report(town, TITLE)).state, len(tutor.heard)) == (ReportState.DRAFT, heard)


async def test_one_of_several_attachments_is_taken_off_and_all_of_them(town: Town) -> None:
    teacher, _ = await draft(town)
    await teacher.sends("photo", "1.jpg", "2.jpg")
    await teacher.sends("document", "C:\\Users\\x\\../../план\u202e.pdf")
    await teacher.taps("report-draft.change")
    await teacher.taps("report-change.remove", "план.pdf")
    teacher.sees("report-draft-files", "2 фото")
    await teacher.taps("report-draft.change")
    await teacher.taps("report-change.detach")
    teacher.sees("report-draft-no-files", among_last=1)
    assert await town.all(select(Evidence)) == []


async def test_reporting_before_the_day_is_asked_about_differently(town: Town) -> None:
    teacher, _ = await town.pair()
    await walks(town, teacher, ("Семинар", town.today + timedelta(days=3)))
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    teacher.sees("report-ahead", "Уже состоялось?", among_last=1)
    await teacher.taps("report-was.held")
    teacher.sees("report-ask", among_last=1)


async def test_a_file_that_telegram_no_longer_gives_out_does_not_hold_up_the_report(town: Town) -> None:
    teacher, tutor = await draft(town)
    await teacher.sends("photo", "1.jpg", "2.jpg", "3.jpg")
    async with town.app.sessions() as session, session.begin():
        first = (await session.scalars(select(Evidence).order_by(Evidence.id))).first()
        assert first is not None
        first.file_id = "AgACAgI" + "x" * 60
    await teacher.taps("report-draft.send")
    tutor.sees("review-card", "Показали три приёма.")
    assert sum("photo" in message for message in tutor.heard) == 2
