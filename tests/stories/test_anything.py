"""Anything else a person sends: one short useful answer, the draft stays (telegram.md 16, 17)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from models.entry import Account
from models.people import Role
from models.report import ReportState
from tests.stories.town import Guest, Town
from tests.stories.walking import report, walks

TITLE = "Вебинар: приёмы работы с текстом"
OTHER_THINGS: list[tuple[str, dict[str, Any]]] = [
    ("location", {"latitude": 56.85, "longitude": 53.2}),
    ("contact", {"phone_number": "+79120000000", "first_name": "Пётр"}),
    ("poll", {}),
    ("dice", {}),
    ("sticker", {}),
    ("venue", {}),
]
FILES = [
    ("voice", "anything-voice"),
    ("audio", "anything-voice"),
    ("photo", "anything-file"),
    ("document", "anything-file"),
    ("video", "anything-file"),
    ("sticker", "anything-other"),
    ("animation", "anything-file"),
]
HOSTILE = "<b>Иванова</b> & {name} { $n } \\ 😀 \u202eолрев\u202c <script>"


async def writing(town: Town) -> Guest:
    """A teacher in the middle of a report, one sentence written."""
    teacher, _ = await town.pair()
    await walks(town, teacher, (TITLE, town.today - timedelta(days=1)))
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await teacher.taps("report-was.held")
    await teacher.says("Первая строка.")
    return teacher


async def asked_in_text(town: Town) -> Guest:
    """A teacher at a question that takes only text: why the activity was not held."""
    teacher, _ = await town.pair()
    await walks(town, teacher, (TITLE, town.today - timedelta(days=1)))
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await teacher.taps("report-was.missed")
    return teacher


async def answers(guest: Guest, before: int, key: str, *then: str) -> None:
    """One new message says the key, and where the person is."""
    assert len(guest.heard) == before + 1, guest.tail()
    guest.sees(key, among_last=1)
    for one in then:
        guest.sees(one, among_last=1)


@pytest.mark.parametrize(("kind", "payload"), OTHER_THINGS, ids=[kind for kind, _ in OTHER_THINGS])
async def test_a_thing_that_is_no_answer_is_explained_and_the_question_stays(
    town: Town, kind: str, payload: dict[str, Any]
) -> None:
    teacher = await asked_in_text(town)
    before = len(teacher.heard)
    await teacher.sends_other(kind, payload)
    await answers(teacher, before, "anything-other", "report-missed")
    await teacher.says("Не было света")
    teacher.sees("report-not-done-kept", "Не было света")


@pytest.mark.parametrize(("kind", "key"), FILES, ids=[kind for kind, _ in FILES])
async def test_a_file_at_a_text_question_is_explained_and_the_question_stays(
    town: Town, kind: str, key: str
) -> None:
    teacher = await asked_in_text(town)
    before = len(teacher.heard)
    await teacher.sends(kind, f"{kind}.bin")
    await answers(teacher, before, key, "report-missed")
    await teacher.says("Не было света")
    teacher.sees("report-not-done-kept", "Не было света")


async def test_a_photo_with_words_at_a_text_question_is_not_taken_for_the_words(town: Town) -> None:
    teacher = await asked_in_text(town)
    before = len(teacher.heard)
    await teacher.sends("photo", "a.jpg", caption="Не было света")
    await answers(teacher, before, "anything-file", "report-missed")


async def test_a_sticker_in_a_report_leaves_the_draft_as_it_is(town: Town) -> None:
    teacher = await writing(town)
    before = len(teacher.heard)
    await teacher.sends_other("sticker", {})
    await answers(teacher, before, "anything-other", "report-draft-text")
    assert (await report(town, TITLE)).text == "Первая строка."
    await teacher.taps("report-draft.send")
    assert (await report(town, TITLE)).state is ReportState.SUBMITTED


async def test_a_stranger_hears_what_to_do_whatever_comes(town: Town) -> None:
    stranger = await town.person("Чужой Пётр Ильич", Role.TEACHER)
    for kind, payload in OTHER_THINGS:
        before = len(stranger.heard)
        await stranger.sends_other(kind, payload)
        await answers(stranger, before, "anything-other", "entry-stranger")
    for kind, key in FILES:
        before = len(stranger.heard)
        await stranger.sends(kind, f"{kind}.bin")
        await answers(stranger, before, key, "entry-stranger")
    for command in ("/menu", "/cancel", "/nothing", "/start@somebody_else_bot"):
        before = len(stranger.heard)
        await stranger.says(command)
        await answers(stranger, before, "entry-stranger")
    await stranger.says("/help")
    stranger.sees("help-stranger")


async def test_a_stranger_without_last_name_username_or_language_is_led_in(town: Town) -> None:
    teacher = await town.person("Мадонна", Role.TEACHER)
    await teacher.says(f"/start {teacher.code}")
    await teacher.taps("entry-consent.agree")
    teacher.sees("menu", "Мадонна")
    accounts = await town.all(select(Account).where(Account.person_id == teacher.person_id))
    assert [one.language for one in accounts] == ["ru"]


@pytest.mark.parametrize("payload", ["", " ", "x" * 64, "verify_1", "ABC-DEF_1", "0"])
async def test_any_deep_link_is_answered(town: Town, payload: str) -> None:
    stranger = await town.person("Чужой Пётр Ильич", Role.TEACHER)
    await stranger.says(f"/start {payload}".strip())
    assert len(stranger.heard) == 1
    stranger.sees("entry-stranger", among_last=1)


async def test_ten_thousand_characters_out_of_a_question_get_short_answers(town: Town) -> None:
    teacher, _ = await town.pair()
    before = len(teacher.heard)
    await teacher.says("слово " * 1700)
    new = teacher.heard[before:]
    assert 1 <= len(new) <= 3, "three updates, at most three answers"
    assert all(len(message["text"]) < 1000 for message in new)
    teacher.sees("menu", among_last=1)


async def test_ten_thousand_characters_in_a_report_keep_the_draft(town: Town) -> None:
    teacher = await writing(town)
    await teacher.says("слово " * 1700)
    found = await report(town, TITLE)
    assert found.text.startswith("Первая строка.")
    assert found.state is ReportState.DRAFT
    await teacher.says("И ещё строка.")
    assert (await report(town, TITLE)).text.endswith("И ещё строка.")


async def test_tags_braces_emoji_and_right_to_left_marks_come_back_as_typed(town: Town) -> None:
    teacher = await writing(town)
    await teacher.says(HOSTILE)
    shown = teacher.last_text
    for part in ("<b>Иванова</b> & {name} { $n } \\ 😀", "<script>"):
        assert part in shown
    teacher.sees("report-draft-text")
    await teacher.says("/menu")
    await teacher.says(HOSTILE)
    teacher.sees("anything-text", among_last=1)


async def test_an_unknown_command_names_those_that_exist_and_the_draft_stays(town: Town) -> None:
    teacher = await writing(town)
    before = len(teacher.heard)
    await teacher.says("/statistika")
    await answers(teacher, before, "anything-unknown-command", "report-draft-text")
    assert (await report(town, TITLE)).text == "Первая строка."


@pytest.mark.parametrize(
    ("command", "key"),
    [
        ("/menu", "menu"),
        ("/cancel", "menu-cancelled"),
        ("/help", "help"),
        ("/lang", "entry-choose-language"),
        ("/start", "report-draft-text"),
    ],
)
async def test_a_command_works_in_the_middle_of_a_form_and_the_draft_stays(
    town: Town, command: str, key: str
) -> None:
    teacher = await writing(town)
    await teacher.says(command)
    teacher.sees(key, among_last=1)
    assert (await report(town, TITLE)).text == "Первая строка."


async def test_start_ten_times_is_the_same_person_with_one_route(town: Town) -> None:
    teacher, _ = await town.pair()
    for _ in range(5):
        await teacher.says("/start")
        teacher.sees("menu", among_last=1)
        await teacher.says(f"/start {teacher.code}")
        teacher.sees("entry-in-already", among_last=1)
    assert len(await town.all(select(Account).where(Account.telegram_id == teacher.telegram_id))) == 1


async def test_a_forwarded_text_is_no_answer_and_a_forwarded_code_lets_in(town: Town) -> None:
    teacher = await asked_in_text(town)
    town.telegram.say(teacher.telegram_id, "Не было света", forward_from="Директор")
    await town.settle()
    teacher.sees("anything-forward", among_last=1)
    teacher.sees("report-missed", among_last=1)
    newcomer = await town.person("Петров Олег Ильич", Role.TEACHER)
    town.telegram.say(newcomer.telegram_id, newcomer.code, forward_from="Директор")
    await town.settle()
    newcomer.sees("entry-consent")


async def test_an_edit_of_nothing_of_ours_is_met_with_silence(town: Town) -> None:
    teacher, _ = await town.pair()
    await teacher.says("Здравствуйте")
    mine = next(message for message in teacher.chat if message.get("text") == "Здравствуйте")
    before = len(teacher.heard)
    await teacher.edits(mine["message_id"], "До свидания")
    assert len(teacher.heard) == before


async def test_a_deleted_message_changes_nothing(town: Town) -> None:
    teacher = await writing(town)
    mine = next(message for message in teacher.chat if message.get("text") == "Первая строка.")
    town.telegram.delete(teacher.telegram_id, mine["message_id"])
    town.telegram.delete(teacher.telegram_id, teacher.last["message_id"])
    await teacher.says("Вторая строка.")
    teacher.sees("report-draft-text", "Вторая строка.")
    assert (await report(town, TITLE)).text == "Первая строка.\nВторая строка."
