"""S-11: an activity that cannot be held gives way to another, signed by those whom the regulation names (X24, X25)."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from models.correction import Correction, CorrectionState
from models.entry import account_of
from models.errors import Outdated
from models.paper import Paper, PaperKind, PaperState, papers_of
from models.people import Role
from models.plan import Activity, ActivityState
from models.route import Route, RouteState
from services import conclusions_paper
from services import correction as service
from services.work import Work
from tests.stories.planning import names
from tests.stories.planning import sends as sends_plan
from tests.stories.signing import Signers, everybody, signs
from tests.stories.town import Guest, Town
from tests.stories.walking import walks

OLD, NEW = "Курс «Цифровые карты»", "Вебинар «Карта на уроке»"


async def walking(town: Town) -> Signers:
    """A route under way with five activities, and everybody around it."""
    people = await everybody(town)
    rows = [(f"Семинар № {number}", town.today.replace(month=11, day=9 + number)) for number in range(1, 5)]
    await walks(town, people.teacher, (OLD, town.today.replace(month=10, day=9)), *rows)
    return people


async def row(town: Town, title: str) -> Activity:
    """A row by its title."""
    (found,) = await town.all(select(Activity).where(Activity.title == title))
    return found


async def correction(town: Town) -> Correction:
    """The only correction."""
    (found,) = await town.all(select(Correction))
    return found


async def opens(guest: Guest) -> None:
    """From the menu to the row that cannot be held."""
    await guest.says("/menu")
    await guest.taps("menu-plan")
    await guest.taps("plan-open", "1")


async def writes(teacher: Guest) -> None:
    """The reason and the replacement, up to the card."""
    await opens(teacher)
    await teacher.taps("plan-activity.replace")
    teacher.sees("correction-ask-reason", OLD)
    await teacher.taps("correction-reason.called-off")
    teacher.sees("correction-card", "Отменил организатор", "пока не выбрано", "п. 4.6")
    await teacher.taps("correction-card.write", "Написать замену")
    await names(teacher, NEW)
    await teacher.says("20 октября")
    await teacher.taps("questions-echo.yes")
    await teacher.taps("questions-ask.option", "Открытый урок")
    teacher.sees("correction-card", NEW, "20 октября 2026")


async def sends(people: Signers) -> None:
    """A whole correction goes round."""
    await writes(people.teacher)
    await people.teacher.taps("correction-card.send")
    people.teacher.sees("correction-sent")


async def two_minutes_later(town: Town) -> None:
    """Nobody can take the last signature back any more."""
    town.wait(minutes=3)
    await town.deliver()


async def test_s_11_x24_the_methodist_and_the_teacher_sign_in_any_order_and_the_new_row_stands(
    town: Town,
) -> None:
    people = await walking(town)
    await sends(people)
    assert (await row(town, OLD)).state is ActivityState.ON_REPLACEMENT
    assert (await row(town, NEW)).state is ActivityState.PROPOSED
    people.methodist.sees("correction-paper", "№ 1", "Иванова Г. П.")
    people.methodist.sees("correction-paper-rows", OLD, NEW, "Отменил организатор")
    await signs(people.methodist)
    people.methodist.sees("signing-done", "корректировка подписана")
    assert (await correction(town)).state is CorrectionState.SIGNING
    await signs(people.teacher)
    assert (await correction(town)).state is CorrectionState.DONE
    assert [(await row(town, title)).state for title in (OLD, NEW)] == [
        ActivityState.REPLACED,
        ActivityState.PLANNED,
    ]
    await two_minutes_later(town)
    for guest in (people.teacher, people.tutor, people.head):
        guest.sees("correction-done", "№ 1", OLD, NEW)


async def test_s_11_until_all_have_signed_the_old_row_is_being_replaced_and_the_count_warns(
    town: Town,
) -> None:
    people = await walking(town)
    await sends(people)
    await opens(people.teacher)
    people.teacher.sees("plan-activity", OLD, "на замене")
    await people.teacher.taps("plan-back")
    people.teacher.sees("plan-count", "4 из 5")
    people.teacher.sees("plan-row", OLD, "(на замене)")
    assert people.teacher.last_text.count("на замене") == 1
    await people.teacher.says("/menu")
    people.teacher.sees("menu-count", "в плане 4")


async def test_s_11_reminders_of_the_old_day_stop_at_once(town: Town) -> None:
    people = await walking(town)
    await sends(people)
    heard = len(people.teacher.heard)
    town.set_local((await row(town, OLD)).on_date or town.today, 17, 5)
    await town.tick()
    assert not any(OLD in str(one.get("text")) for one in people.teacher.heard[heard:])


async def test_a_correction_without_a_replacement_takes_the_row_out(town: Town) -> None:
    people = await walking(town)
    await opens(people.teacher)
    await people.teacher.taps("plan-activity.replace")
    await people.teacher.says("Курс не открылся")
    await people.teacher.taps("correction-card.alone")
    await people.teacher.taps("correction-card.send")
    for guest in (people.methodist, people.teacher):
        await signs(guest)
    await two_minutes_later(town)
    people.tutor.sees("correction-done", "убрано из плана")
    assert (await row(town, OLD)).state is ActivityState.REPLACED


async def test_x31_a_signer_returns_it_with_a_reason_and_the_old_row_stands_again(town: Town) -> None:
    people = await walking(town)
    await sends(people)
    await people.methodist.taps("correction-return.ask")
    await people.methodist.says("Да")
    people.methodist.sees("correction-return.example")
    await people.methodist.says("Уточните срок замены")
    people.methodist.sees("correction-given-back")
    people.teacher.sees("correction-returned", "Уточните срок замены", OLD)
    assert (await row(town, OLD)).state is ActivityState.PLANNED
    await people.teacher.taps("correction-returned.mend")
    people.teacher.sees("correction-came-back", "Уточните срок")
    await people.teacher.taps("correction-card.send")
    assert (await correction(town)).number == 1
    assert len(await town.all(select(Paper).where(Paper.kind == PaperKind.CORRECTION))) == 2


async def test_its_author_takes_it_back_and_deletes_the_draft(town: Town) -> None:
    people = await walking(town)
    await sends(people)
    old, data = people.methodist.button("signing-card.sign")
    await people.teacher.taps("correction-card.take-back")
    await people.teacher.taps("correction-card.drop")
    people.teacher.sees("correction-dropped")
    assert [(await row(town, title)).state for title in (OLD, NEW)] == [
        ActivityState.PLANNED,
        ActivityState.REMOVED,
    ]
    await people.methodist.taps_again(old["message_id"], data)
    people.methodist.hears_toast("signing-not-waiting")


async def test_the_last_signature_is_taken_back_before_anybody_hears(town: Town) -> None:
    people = await walking(town)
    await sends(people)
    for guest in (people.methodist, people.teacher):
        await signs(guest)
    await people.teacher.taps("signing-done.undo")
    assert (await correction(town)).state is CorrectionState.SIGNING
    assert (await row(town, OLD)).state is ActivityState.ON_REPLACEMENT
    await two_minutes_later(town)
    assert not any("в силе" in str(one.get("text")) for one in people.head.heard)
    await signs(people.teacher)
    assert (await correction(town)).state is CorrectionState.DONE


async def test_a_double_tap_an_old_card_and_a_stranger_change_nothing(town: Town) -> None:
    people = await walking(town)
    await writes(people.teacher)
    message, data = people.teacher.button("correction-card.send")
    await people.teacher.taps("correction-card.send", times=2)
    people.teacher.hears_toast("correction-outdated")
    stranger = await town.member("Петров Олег Ильич", Role.TEACHER)
    for forged in (data, data.replace(":send:", ":card:"), data.replace(":send:", ":drop:")):
        await stranger.taps_again(stranger.last["message_id"], forged)
        stranger.hears_toast("refusal-not-yours")
    assert message
    assert len(await town.all(select(Paper))) == 1


async def test_before_the_route_begins_a_row_is_simply_changed(town: Town) -> None:
    people = await walking(town)
    async with town.app.sessions() as session, session.begin():
        found: Any = (await session.scalars(select(Route))).one()
        found.state = RouteState.DRAFT
    old = await row(town, OLD)
    await people.teacher.taps_again(people.teacher.last["message_id"], f"ac:replace:{old.id}:{old.version}:")
    people.teacher.hears_toast("correction-not-begun")


async def test_the_tutor_writes_one_too_and_the_list_shows_it(town: Town) -> None:
    people = await walking(town)
    old = await row(town, OLD)
    await people.tutor.taps_again(people.tutor.last["message_id"], f"ac:replace:{old.id}:{old.version}:")
    await people.tutor.taps("correction-reason.ill")
    await people.tutor.taps("correction-card.alone")
    await people.tutor.taps("correction-card.send")
    await people.teacher.says("/menu")
    await people.teacher.taps("menu-plan")
    await people.teacher.taps("plan.corrections")
    await people.teacher.taps("correction-list.open", "№ 1")
    people.teacher.sees("correction-card", "на подписи", "Болезнь")
    people.teacher.sees("signing-waits-for")


async def test_a_forged_return_through_a_paper_of_another_kind_changes_nothing(town: Town) -> None:
    people = await everybody(town)
    await sends_plan(people.teacher)
    await people.tutor.taps("plan-card.confirm")
    (card,) = await town.all(papers_of(1))
    for give_back in (service.give_back, conclusions_paper.give_back):
        async with town.app.sessions() as session, session.begin():
            account = (await session.scalars(account_of(people.methodist.telegram_id))).one()
            work = Work(session, account, town.now, town.app.turn.rules)
            with pytest.raises(Outdated):
                await give_back(work, card.due[0].id, "Нет причины", drawn=card.due[0].version)
    (after,) = await town.all(papers_of(1))
    assert (after.state, after.version) == (PaperState.OPEN, card.version)
