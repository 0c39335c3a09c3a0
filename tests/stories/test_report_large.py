"""S-09: a file that is too large to be copied; four ways on, and the report is not lost."""

from sqlalchemy import select

from models.evidence import Evidence, EvidenceKind, NotCopied, Oversize
from models.people import Role
from models.report import ReportState
from simulator import core
from tests.stories.test_report import TITLE, begin
from tests.stories.town import Guest, Town
from tests.stories.walking import report

MEGABYTE = 1024 * 1024


async def sends_large(guest: Guest, kind: str = "video", name: str = "урок.mp4", size: int = 21) -> None:
    """A file of that many megabytes."""
    guest.town.telegram.send(guest.telegram_id, kind, core.Upload(name, bytes(size * MEGABYTE)))
    await guest.town.settle()


async def evidence(town: Town) -> list[Evidence]:
    """Everything that proves anything."""
    return await town.all(select(Evidence).order_by(Evidence.id))


async def asked(town: Town, size: int = 21) -> tuple[Guest, Guest]:
    """A teacher who has said a sentence and sent a large video, at the question; the tutor."""
    teacher, tutor = await begin(town)
    await teacher.taps("report-was.held")
    await teacher.says("Показали три приёма.")
    await sends_large(teacher, size=size)
    return teacher, tutor


async def test_a_video_of_40_mb_is_answered_at_once_with_four_ways(town: Town) -> None:
    teacher, _ = await asked(town, size=40)
    teacher.sees("report-large", "Видео, 40 МБ", "больше 20 МБ", among_last=1)
    for way in ("link", "compress", "chat", "methodist"):
        assert teacher.has_button(f"report-large.{way}")
    assert (await report(town, TITLE)).text == "Показали три приёма."
    [kept] = await evidence(town)
    assert (kept.kind, kept.oversize, kept.not_copied) == (
        EvidenceKind.VIDEO,
        Oversize.ASKED,
        NotCopied.TOO_LARGE,
    )


async def test_left_as_it_is_it_is_seen_in_the_chat_only_and_marked(town: Town) -> None:
    teacher, tutor = await asked(town)
    await teacher.taps("report-large.chat")
    teacher.sees("report-draft-large", "только в чате, без копии на сервере")
    await teacher.taps("report-draft.send")
    assert (await report(town, TITLE)).state is ReportState.SUBMITTED
    assert any("video" in message for message in tutor.heard)
    [kept] = await evidence(town)
    assert (kept.oversize, kept.copy_due_at) == (Oversize.CHAT, None)


async def test_a_link_takes_the_place_of_the_large_file(town: Town) -> None:
    teacher, tutor = await asked(town)
    await teacher.taps("report-large.link")
    teacher.sees("report-draft-large", "ждём ссылку")
    await teacher.says("Видео здесь: https://disk.example/d/1")
    teacher.sees("report-draft-files", "1 ссылка")
    [kept] = await evidence(town)
    assert (kept.kind, kept.url) == (EvidenceKind.LINK, "https://disk.example/d/1")
    await teacher.taps("report-draft.send")
    tutor.sees("review-card", "https://disk.example/d/1")


async def test_a_smaller_file_takes_the_place_of_the_large_one(town: Town) -> None:
    teacher, _ = await asked(town)
    await teacher.taps("report-large.compress")
    teacher.sees("report-draft-large", "ждём файл поменьше")
    await teacher.sends("video", "сжато.mp4")
    teacher.sees("report-draft-files", "1 видео")
    [kept] = await evidence(town)
    assert kept.name == "сжато.mp4"


async def test_the_promise_of_a_link_need_not_be_kept(town: Town) -> None:
    teacher, tutor = await asked(town)
    await teacher.taps("report-large.link")
    await teacher.taps("report-draft.send")
    assert (await report(town, TITLE)).state is ReportState.SUBMITTED
    assert any("video" in message for message in tutor.heard)


async def test_handed_to_the_methodist_it_arrives_in_their_chat_once(town: Town) -> None:
    methodist = await town.member("Дубов Игорь Ильич", Role.METHODIST, organisation="Центр")
    teacher, _ = await asked(town)
    await teacher.taps("report-large.methodist", times=3)
    methodist.sees("report-large-handed", "Иванова Г. П.", TITLE)
    assert sum("video" in message for message in methodist.heard) == 1
    teacher.sees("report-draft-large", "передано методисту")


async def test_without_a_methodist_another_way_is_asked_for(town: Town) -> None:
    teacher, _ = await asked(town)
    await teacher.taps("report-large.methodist")
    teacher.hears_toast("report-large-nobody")
    [kept] = await evidence(town)
    assert kept.undecided
    await teacher.taps("report-large.chat")
    teacher.sees("report-draft-large")


async def test_two_large_files_are_asked_about_one_after_the_other(town: Town) -> None:
    teacher, _ = await asked(town)
    await sends_large(teacher, "document", "запись.zip", size=22)
    await teacher.taps("report-large.chat")
    teacher.sees("report-large", "Файл, 22 МБ", among_last=1)
    await teacher.taps("report-large.chat")
    assert [one.undecided for one in await evidence(town)] == [False, False]


async def test_the_question_waits_over_the_menu_and_a_week(town: Town) -> None:
    teacher, _ = await asked(town)
    await teacher.says("/cancel")
    town.wait(days=7)
    await teacher.taps("menu-report")
    await teacher.taps("report-line", "черновик")
    teacher.sees("report-large", "21 МБ", among_last=1)


async def test_an_old_and_a_forged_choice_change_nothing(town: Town) -> None:
    teacher, tutor = await asked(town)
    message, data = teacher.button("report-large.chat")
    stranger = await town.member("Петров Олег Ильич")
    for guest in (tutor, stranger):
        await guest.taps_again(guest.last["message_id"], data)
        guest.hears_toast("refusal-not-yours")
    await teacher.taps("report-large.link")
    town.wait(hours=1)
    await teacher.taps_again(message["message_id"], data)
    teacher.hears_toast("report-outdated")
    await teacher.taps_again(message["message_id"], data.rpartition(":")[0] + ":999")
    teacher.hears_toast("report-outdated")
    [kept] = await evidence(town)
    assert kept.oversize is Oversize.LINK


async def test_an_album_with_one_large_part_keeps_the_rest(town: Town) -> None:
    teacher, _ = await begin(town)
    await teacher.taps("report-was.held")
    parts = [core.Upload("1.mp4", b"small"), core.Upload("2.mp4", bytes(21 * MEGABYTE))]
    town.telegram.send(teacher.telegram_id, "video", parts, caption="Урок")
    await town.settle()
    teacher.sees("report-large", among_last=1)
    await teacher.taps("report-large.chat")
    teacher.sees("report-draft-files", "1 видео")
    teacher.sees("report-draft-text", "Урок")
