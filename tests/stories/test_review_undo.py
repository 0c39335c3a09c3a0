"""Undo for two minutes: the teacher has not been told yet, or it is refused (S-15.3)."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.clock import Clock
from bot.postman import Postman
from models.history import HistoryLine
from models.notice import Notice
from models.outbox import PUT_OFF
from models.people import Role
from models.report import ReportState
from models.route import TeamMember
from tests.stories.town import Guest, Town
from tests.stories.walking import report, reported, two_minutes_later, walks

TITLE = "Вебинар «Смысловое чтение»"


async def decided(town: Town) -> tuple[Guest, Guest]:
    """A report that the tutor has accepted a moment ago."""
    teacher, tutor = await town.pair()
    await walks(town, teacher, (TITLE, town.today - timedelta(days=1)))
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await reported(town, teacher)
    await tutor.taps("review-card.accept")
    return teacher, tutor


async def test_within_two_minutes_it_waits_again_and_the_teacher_hears_nothing(town: Town) -> None:
    teacher, tutor = await decided(town)
    before = len(teacher.heard)
    town.wait(seconds=119)
    await tutor.taps("review-done.undo")
    tutor.sees("review-undone", among_last=1)
    tutor.sees("review-card", TITLE, among_last=1)
    found = await report(town, TITLE)
    assert (found.state, found.decided_by_id, found.decided_at) == (ReportState.SUBMITTED, None, None)
    await two_minutes_later(town)
    assert len(teacher.heard) == before
    assert await town.all(select(Notice).where(Notice.kind == "review-accepted")) == []
    verbs = [line.verb for line in await town.all(select(HistoryLine).order_by(HistoryLine.id))]
    assert verbs[-2:] == ["review.accepted", "review.undone"]


async def test_the_other_decision_may_follow_and_the_teacher_hears_it_alone(town: Town) -> None:
    teacher, tutor = await decided(town)
    before = len(teacher.heard)
    await tutor.taps("review-done.undo")
    await tutor.taps("review-card.return")
    await tutor.taps("review-phrase.proof")
    await two_minutes_later(town)
    assert len(teacher.heard) == before + 1
    teacher.sees("review-returned", "подтверждение", among_last=1)


async def test_a_returned_report_is_taken_back_with_its_reason(town: Town) -> None:
    _, tutor = await decided(town)
    await tutor.taps("review-done.undo")
    await tutor.taps("review-card.return")
    await tutor.says("Добавьте фото урока")
    await tutor.taps("review-done.undo")
    found = await report(town, TITLE)
    assert (found.state, found.reason) == (ReportState.SUBMITTED, "")
    assert [
        line.facts["verdict"] for line in await town.all(select(HistoryLine)) if "verdict" in line.facts
    ] == [
        "accepted",
        "returned",
    ]


@pytest.mark.parametrize("delivered", [True, False])
async def test_after_two_minutes_it_is_refused_kindly_whether_the_postman_was_there_or_not(
    town: Town, delivered: bool
) -> None:
    teacher, tutor = await decided(town)
    town.posting = delivered
    town.wait(minutes=2)
    if delivered:
        await town.deliver()
    await tutor.taps("review-done.undo")
    tutor.hears_toast("review-undo-late")
    tutor.sees("review-outcome", "Принято", among_last=1)
    assert (await report(town, TITLE)).state is ReportState.ACCEPTED
    await town.deliver()
    teacher.sees("review-accepted", TITLE, among_last=1)


async def test_a_second_undo_and_one_resent_an_hour_later_change_nothing(town: Town) -> None:
    _, tutor = await decided(town)
    message, data = tutor.button("review-done.undo")
    await tutor.taps("review-done.undo", times=2)
    tutor.hears_toast("report-outdated")
    await tutor.taps("review-card.accept")
    town.wait(hours=1)
    await tutor.taps_again(message["message_id"], data)
    tutor.hears_toast("report-outdated")
    assert (await report(town, TITLE)).state is ReportState.ACCEPTED


async def test_only_whoever_decided_takes_it_back(town: Town) -> None:
    teacher, tutor = await decided(town)
    methodist = await town.member("Соколова Анна Ильинична", Role.METHODIST)
    stranger = await town.member("Чужая Анна Ильинична")
    found = await report(town, TITLE)
    async with town.app.sessions() as session, session.begin():
        session.add(
            TeamMember(
                route_id=found.route_id, person_id=methodist.person_id, role=Role.METHODIST, since=town.today
            )
        )
    _, data = tutor.button("review-done.undo")
    for person, why in (
        (methodist, "review-undo-not-yours"),
        (stranger, "refusal-not-yours"),
        (teacher, "refusal-own-work"),
    ):
        await person.taps_again(person.last["message_id"], data)
        person.hears_toast(why)
    assert (await report(town, TITLE)).state is ReportState.ACCEPTED


async def test_a_report_mended_meanwhile_cannot_be_taken_back(town: Town) -> None:
    teacher, tutor = await decided(town)
    await tutor.taps("review-done.undo")
    await tutor.taps("review-card.return")
    await tutor.taps("review-phrase.proof")
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await teacher.says("Вот что ещё было.")
    await teacher.taps("report-draft.send")
    await tutor.taps("review-done.undo")
    tutor.hears_toast("report-outdated")


async def test_a_teacher_who_looks_meanwhile_is_told_at_once_and_an_undo_is_refused(town: Town) -> None:
    teacher, tutor = await decided(town)
    before = len(teacher.heard)
    await teacher.taps("report-sent.back")
    teacher.hears_toast("report-accepted-already")
    assert len(teacher.heard) == before + 1
    teacher.sees("review-accepted", TITLE, among_last=1)
    await tutor.taps("review-done.undo")
    tutor.hears_toast("review-undo-late")
    await two_minutes_later(town)
    assert len(teacher.heard) == before + 1


def hasty(town: Town) -> Postman:
    """A postman in another process, whose clock is ahead: for it the two minutes are over."""
    own = town.app.postman
    ahead = Clock(source=(town.now + timedelta(minutes=3)).timestamp)
    return Postman(own.sessions, own.post, ahead, own.rules, own.pace)


async def test_what_a_postman_has_in_hand_is_not_taken_back(town: Town) -> None:
    teacher, tutor = await decided(town)
    before, postman = len(teacher.heard), hasty(town)
    in_hand = await postman._take()
    await tutor.taps("review-done.undo")
    tutor.hears_toast("review-undo-late")
    for letter in in_hand:
        await postman._deliver(letter)
    assert (await report(town, TITLE)).state is ReportState.ACCEPTED
    assert len(teacher.heard) == before + 1


async def test_what_was_perhaps_sent_before_a_crash_is_not_taken_back(town: Town) -> None:
    _, tutor = await decided(town)
    await hasty(town)._take()
    async with town.app.sessions() as session, session.begin():
        one = (await session.scalars(select(Notice).where(Notice.kind == "review-accepted"))).one()
        await session.execute(PUT_OFF, {"notice": one.id, "at": town.now})
    town.posting = False
    await tutor.taps("review-done.undo")
    tutor.hears_toast("review-undo-late")
    assert (await report(town, TITLE)).state is ReportState.ACCEPTED


@pytest.mark.parametrize("head_start", range(6))
async def test_a_postman_at_the_same_moment_either_tells_or_is_too_late(town: Town, head_start: int) -> None:
    teacher, tutor = await decided(town)
    before, postman = len(teacher.heard), hasty(town)
    message, data = tutor.button("review-done.undo")
    town.posting = False
    town.telegram.tap(tutor.telegram_id, message["message_id"], data)

    async def a_little_later() -> int:
        for _ in range(head_start * 5):
            await asyncio.sleep(0)
        return await postman.round()

    _, sent = await asyncio.gather(town.settle(), a_little_later())
    told = len(teacher.heard) - before
    state = (await report(town, TITLE)).state
    assert (told, sent, state) in [(1, 1, ReportState.ACCEPTED), (0, 0, ReportState.SUBMITTED)]
    left = await town.all(select(Notice).where(Notice.kind == "review-accepted"))
    assert len(left) == told
