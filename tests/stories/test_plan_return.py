"""S-06.3, S-06.4, X31: a plan goes back with a reason, also about one row; the next version shows what is different."""

from sqlalchemy import select

from models.approval import Assent
from models.history import HistoryLine
from models.paper_slot import SlotState
from models.plan_version import PlanVersion
from models.route import Route, RouteState
from tests.stories.planning import sends
from tests.stories.signing import papers, route, to_be_signed
from tests.stories.town import Guest, Town


async def returns_row(town: Town) -> tuple[Guest, Guest]:
    """The tutor has returned the plan because of its second row."""
    teacher, tutor = await town.pair()
    await sends(teacher)
    await tutor.taps("plan-card.return")
    await tutor.taps("plan-return.row", "№ 2")
    tutor.sees("plan-return-row", "Семинар № 2")
    await tutor.taps("plan-return-reason", "Уточните сроки")
    return teacher, tutor


async def test_a_reason_about_a_row_leads_to_the_row(town: Town) -> None:
    teacher, tutor = await returns_row(town)
    teacher.sees("plan-returned", "Семинар № 2. Уточните сроки")
    await teacher.taps("plan-returned.mend")
    teacher.sees("plan-activity", "Семинар № 2")
    await teacher.taps("plan-activity.date")
    await teacher.says("1 декабря")
    await teacher.taps("questions-echo.yes")
    await teacher.taps("plan-back")
    teacher.sees("plan-came-back", "Семинар № 2. Уточните сроки")
    teacher.sees("plan-news", "Версия 2")
    await teacher.taps("plan.agree")
    tutor.sees("plan-news", "Версия 2. Что изменилось с прошлой")
    tutor.sees("plan-change", "Семинар № 2: сроки. Было: 17 ноября 2026, вт. Стало: 1 декабря 2026, вт.")
    numbers = [one.number for one in await town.all(select(PlanVersion).order_by(PlanVersion.id))]
    assert numbers == [1, 2]


async def test_words_of_a_returned_version_do_not_carry_over(town: Town) -> None:
    teacher, tutor = await returns_row(town)
    assert all(one.gone_at is not None for one in await town.all(select(Assent)))
    await teacher.taps("plan-returned.mend")
    await teacher.taps("plan-back")
    await teacher.taps("plan.agree")
    await teacher.taps("plan-as-it-was.send")
    await tutor.taps("plan-card.confirm")
    versions = [one.plan_version_id for one in await town.all(select(Assent).where(Assent.gone_at.is_(None)))]
    assert len(versions) == 2 and len(set(versions)) == 1


async def test_a_plan_that_came_back_and_is_as_it_was_leads_to_what_is_to_be_mended(town: Town) -> None:
    teacher, tutor = await returns_row(town)
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    teacher.sees("plan-mend-how")
    await teacher.taps("plan.agree")
    teacher.sees("plan-as-it-was", "Причина возврата: Семинар № 2. Уточните сроки")
    assert (await route(town)).state is RouteState.DRAFT
    await teacher.taps("plan-mend", "№ 2")
    teacher.sees("plan-activity", "Семинар № 2")
    await teacher.taps("plan-activity.date")
    await teacher.says("1 декабря")
    await teacher.taps("questions-echo.yes")
    await teacher.taps("plan-back")
    assert not teacher.has_button("plan-mend")
    await teacher.taps("plan.agree")
    tutor.sees("plan-news", "Версия 2")


async def test_where_the_reason_is_about_the_whole_plan_it_can_be_sent_as_it_was(town: Town) -> None:
    teacher, tutor = await town.pair()
    await sends(teacher)
    await tutor.taps("plan-card.return")
    await tutor.taps("plan-return-reason", "Добавьте мероприятия")
    await teacher.taps("plan-returned.mend")
    await teacher.taps("plan.agree")
    await teacher.taps("plan-mend")
    teacher.sees("plan-came-back", "Добавьте мероприятия")
    await teacher.taps("plan.agree")
    await teacher.taps("plan-as-it-was.send", times=2)
    assert (await route(town)).state is RouteState.ON_CONFIRMATION
    tutor.sees("plan-card")


async def test_a_row_can_be_thought_better_of_and_own_words_are_about_it(town: Town) -> None:
    teacher, tutor = await town.pair()
    await sends(teacher)
    await tutor.taps("plan-card.return")
    await tutor.taps("plan-return.row", "№ 3")
    await tutor.taps("plan-return.back")
    await tutor.taps("plan-card.return")
    await tutor.taps("plan-return.row", "№ 4")
    await tutor.says("Добавьте <тему> & место")
    teacher.sees("plan-returned", "Семинар № 4. Добавьте <тему> & место")
    (line,) = [one for one in await town.all(select(HistoryLine)) if one.verb == "plan.returned"]
    assert line.facts["title"] == "Семинар № 4"


async def test_s_06_2_a_signer_returns_only_with_a_reason_and_who_and_why_is_kept(town: Town) -> None:
    people = await to_be_signed(town)
    found = await route(town)
    await people.methodist.taps_again(people.methodist.last["message_id"], f"pl:phrase:1:{found.version}:own")
    people.methodist.hears_toast("refusal-not-yours")
    await people.methodist.taps("plan-card.return")
    await people.methodist.taps("plan-return.back")
    people.methodist.sees("signing-card")
    await people.methodist.taps("plan-card.return")
    await people.methodist.taps("plan-return-reason", "Добавьте мероприятия", times=2)
    (paper,) = await papers(town)
    slot = paper.slots[0]
    assert (slot.state, slot.person_id, slot.reason) == (
        SlotState.RETURNED,
        people.methodist.person_id,
        "count",
    )
    assert (await route(town)).state is RouteState.DRAFT
    returned = [one for one in await town.all(select(HistoryLine)) if one.verb == "plan.returned"]
    assert len(returned) == 1
    await people.tutor.taps_again(people.tutor.last["message_id"], f"pl:return:1:{found.version}:")
    people.tutor.hears_toast("plan-not-waiting")


async def test_s_06_1_who_does_not_sign_cannot_return_what_goes_round(town: Town) -> None:
    people = await to_be_signed(town)
    found = await route(town)
    for guest, why in (
        (people.tutor, "signing-waits-for"),
        (people.head, "signing-waits-for"),
        (people.teacher, "refusal-own-work"),
    ):
        await guest.taps_again(guest.last["message_id"], f"pl:return:1:{found.version}:")
        guest.hears_toast(why)
    assert (await route(town)).state is RouteState.ON_CONFIRMATION


async def test_a_restart_in_the_middle_of_returning_keeps_the_row(town: Town) -> None:
    teacher, tutor = await town.pair()
    await sends(teacher)
    await tutor.taps("plan-card.return")
    await tutor.taps("plan-return.row", "№ 5")
    await tutor.sends("voice", "hm.ogg")
    tutor.sees("plan-return-row", "Семинар № 5")
    await tutor.says("Место?")
    teacher.sees("plan-returned", "Семинар № 5. Место?")


async def test_a_forged_row_of_another_plan_is_refused(town: Town) -> None:
    teacher, tutor = await town.pair()
    await sends(teacher)
    (route,) = await town.all(select(Route))
    await tutor.taps_again(tutor.last["message_id"], f"pl:return:1:{route.version}:999")
    await tutor.says("Чужая строка")
    tutor.sees("refusal-not-yours")
    assert route.state is RouteState.ON_CONFIRMATION
