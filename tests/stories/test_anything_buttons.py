"""Buttons that nobody drew: forged, outdated, without their message; all are answered (telegram.md 1-6)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from handlers.places import SCREENS
from models.diagnosis import DiagnosisAnswer
from models.people import Role
from tests.stories.town import Guest, Town
from tests.stories.walking import report, walks

GARBAGE = [
    "",
    "\u202e",
    "rt:drop table:1:1",
    "😀" * 16,
    "x",
    ":",
    "::::",
    "da",
    "da:",
    "da:1",
    "da:1:1",
    "da:a:b:c",
    "da:1:1:1:1",
    "da:-1:-1:-1",
    "da:1:3:99",
    "da:1:3:-1",
    "{name}",
    "<b>",
    "zz:1:2",
    "da:99999999999999999999:1:1",
    "da:1:99999999999999999999:1",
    "dg:back:1:0:0",
    "dn:difficulty:1:1:400",
    "go:",
    "go:nowhere",
    "go:../../etc",
    "go:%s",
    "cn:yes",
    "la:",
    "la:xx",
    "rt:begin:1:1",
    "rp:send:1:1",
    "rv:accept:1:1:0",
    "ac:held:1:1:",
    "pl:send:1:1:",
    "fe:x:1:1:",
    "rm:x:1",
]


async def answering(town: Town) -> Guest:
    """A teacher at the third statement of the diagnosis."""
    teacher, _ = await town.pair()
    await teacher.taps("menu-diagnosis")
    await teacher.taps("diagnosis-intro.begin")
    await teacher.taps("diagnosis-question.step", "Пока трудно")
    await teacher.taps("diagnosis-question.step", "Пока трудно")
    return teacher


def bugs(town: Town) -> set[str]:
    """The apologies for what broke."""
    return town.text.said.get("refusal-bug", set())


async def test_a_forged_tap_is_answered_and_changes_nothing(town: Town) -> None:
    teacher = await answering(town)
    other = await town.member("Петров Олег Ильич", Role.TEACHER)
    for data in GARBAGE:
        for guest in (teacher, other):
            await guest.taps_again(guest.last["message_id"], data)
        assert not town.telegram.unanswered(), data
        assert not bugs(town), data
    given = {one.statement: one.value for one in await town.all(select(DiagnosisAnswer))}
    assert given == {0: 0, 1: 0}
    await teacher.says("/menu")
    await teacher.taps("menu-diagnosis")
    assert "Вопрос 3 из" in teacher.last_text


async def test_a_stranger_gets_nothing_from_a_forged_tap(town: Town) -> None:
    await answering(town)
    stranger = await town.person("Чужой Пётр Ильич", Role.TEACHER)
    await stranger.says("/start")
    for data in GARBAGE:
        await stranger.taps_again(stranger.last["message_id"], data)
        assert not town.telegram.unanswered(), data
        assert not bugs(town), data
    await stranger.says("/start")
    stranger.sees("entry-stranger", among_last=1)


@pytest.mark.parametrize("missing", [True, "absent"])
async def test_a_tap_whose_message_is_out_of_reach_works_in_a_new_message(
    town: Town, missing: bool | str
) -> None:
    teacher = await answering(town)
    message, data = teacher.button("diagnosis-question.step", "Пока трудно")
    before = len(teacher.heard)
    town.telegram.tap(teacher.telegram_id, message["message_id"], data, message_missing=missing)
    await town.settle()
    assert len(teacher.heard) == before + 1
    assert "Вопрос 4 из" in teacher.last_text
    assert not town.telegram.unanswered()


@pytest.mark.parametrize("missing", [True, "absent"])
async def test_a_ready_reason_without_its_message_is_refused_in_words(
    town: Town, missing: bool | str
) -> None:
    teacher, _ = await town.pair()
    await walks(town, teacher, ("Вебинар", town.today - timedelta(days=1)))
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await teacher.taps("report-was.missed")
    message, data = teacher.button("report-reason.ill")
    town.telegram.tap(teacher.telegram_id, message["message_id"], data, message_missing=missing)
    await town.settle()
    assert not bugs(town)
    assert not town.telegram.unanswered()
    await teacher.says("Болезнь")
    teacher.sees("report-not-done-kept", "Болезнь")


async def test_a_tap_on_a_message_deleted_meanwhile_gets_a_new_card(town: Town) -> None:
    teacher = await answering(town)
    message, data = teacher.button("diagnosis-question.step", "Пока трудно")
    town.telegram.tap(teacher.telegram_id, message["message_id"], data)
    town.telegram.delete(teacher.telegram_id, message["message_id"])
    await town.settle()
    assert "Вопрос 4 из" in teacher.last_text


async def test_every_place_can_be_asked_for_by_a_forged_tap(town: Town) -> None:
    teacher = await answering(town)
    stranger = await town.person("Чужой Пётр Ильич", Role.TEACHER)
    await stranger.says("/start")
    for name in SCREENS:
        for guest in (teacher, stranger):
            await guest.taps_again(guest.last["message_id"], f"go:{name}"[:64])
            assert not bugs(town), name
    assert not town.telegram.unanswered()
    await stranger.says("/start")
    stranger.sees("entry-stranger", among_last=1)


async def test_a_button_of_an_older_version_of_the_bot_leads_to_where_the_person_is(town: Town) -> None:
    teacher = await answering(town)
    await teacher.taps_again(teacher.last["message_id"], "old_menu_2019")
    teacher.hears_toast("anything-old-button")
    assert "Вопрос 3 из" in teacher.last_text


async def test_a_button_of_a_finished_report_says_what_happened_since(town: Town) -> None:
    teacher, tutor = await town.pair()
    await walks(town, teacher, ("Вебинар", town.today - timedelta(days=1)))
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await teacher.taps("report-was.held")
    await teacher.says("Взяли три приёма.")
    card, data = teacher.button("report-draft.send")
    await teacher.taps("report-draft.send")
    await tutor.taps("review-card.accept")
    before = (await report(town, "Вебинар")).version
    await teacher.taps_again(card["message_id"], data)
    teacher.hears_toast("report-accepted-already")
    assert (await report(town, "Вебинар")).version == before
