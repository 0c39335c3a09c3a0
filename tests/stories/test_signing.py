"""S-06, X20, X27: the card is signed by teacher and methodist, agreed by the centre, approved by the head."""

from sqlalchemy import select

from models.history import HistoryLine
from models.notice import Notice
from models.paper import PaperState
from models.paper_slot import SlotState, Way
from models.people import Role
from models.plan_version import PlanVersion
from models.route import RouteState
from tests.stories.planning import sends
from tests.stories.signing import (
    CODE,
    everybody,
    papers,
    route,
    signed_by_all,
    signs,
    taps_code,
    to_be_signed,
)
from tests.stories.town import Guest, Town


async def kinds(town: Town, guest: Guest) -> list[str]:
    """What somebody was told, by kind."""
    return [one.kind for one in await town.all(select(Notice).where(Notice.person_id == guest.person_id))]


async def states(town: Town) -> list[str]:
    """The slots of the newest card, in order."""
    *_, newest = await papers(town)
    return [f"{one.roles.strip(',')} {one.state.value}" for one in newest.slots]


async def test_s_06_the_whole_chain_in_its_order_begins_the_route(town: Town) -> None:
    people = await to_be_signed(town)
    people.methodist.sees("signing-card", "Иванова Г. П.", "Школа № 3", "Версия 1")
    people.methodist.sees("plan-count", "5 из 5")
    people.teacher.sees("signing-card")
    assert "signing-waiting" not in await kinds(town, people.centre_head)
    await signs(people.methodist)
    people.methodist.sees("signing-done", "карта подписана")
    assert await states(town) == [
        "methodist signed",
        "teacher waiting",
        "centre_head waiting",
        "head waiting",
    ]
    await signs(people.teacher)
    people.centre_head.button("signing-card.sign", "Согласовать")
    assert "signing-waiting" not in await kinds(town, people.head)
    await signs(people.centre_head)
    await signs(people.head, "Утвердить")
    people.head.sees("signing-done", "карта утверждена", "Маршрут начинается")
    found = await route(town)
    assert (found.state, found.confirmed_at) == (RouteState.ACTIVE, town.now)
    (paper,) = await papers(town)
    assert paper.state is PaperState.DONE
    assert all(one.state is SlotState.SIGNED and one.way is Way.PIN for one in paper.slots)
    assert "plan-confirmed" in await kinds(town, people.teacher)


async def test_x20_the_actual_start_is_the_day_of_the_last_signature_and_the_teacher_hears_once(
    town: Town,
) -> None:
    people = await to_be_signed(town)
    town.wait(days=3)
    await signed_by_all(people)
    assert (await route(town)).began_on == town.today
    assert "утверждён" not in people.teacher.last_text
    town.wait(minutes=2)
    await town.deliver()
    people.teacher.sees("plan-confirmed", "Корепанов А. Л.", "17 сентября 2026")
    assert (await kinds(town, people.teacher)).count("plan-confirmed") == 1


def files_of(guest: Guest) -> list[str]:
    """The names of the documents that a person was sent, but for the consent."""
    names = [one["document"]["file_name"] for one in guest.heard if "document" in one]
    return [name for name in names if name != "consent.pdf"]


async def test_s_06_5_the_teacher_gets_the_signed_card_as_a_file_with_the_word_once(town: Town) -> None:
    people = await to_be_signed(town)
    await signed_by_all(people)
    await town.deliver()
    assert files_of(people.teacher) == []
    town.wait(minutes=2)
    await town.deliver()
    await town.deliver()
    assert files_of(people.teacher) == ["Карта ИОМ Иванова Г. П.pdf"]
    people.teacher.sees("plan-confirmed", "Карта ИОМ", "в файле выше", among_last=1)
    assert "document" in people.teacher.heard[-2]
    assert files_of(people.tutor) == files_of(people.head) == []


async def test_s_06_5_a_signature_taken_back_sends_no_card(town: Town) -> None:
    people = await to_be_signed(town)
    await signed_by_all(people)
    await people.head.taps("signing-done.undo")
    town.wait(minutes=3)
    await town.deliver()
    assert files_of(people.teacher) == []


async def test_s_06_5_killed_before_the_card_went_it_goes_after_the_start(town: Town) -> None:
    people = await to_be_signed(town)
    await signed_by_all(people)
    town.wait(minutes=2)
    letters = await town.app.postman._take()
    assert [one.chat_id for one in letters] == [people.teacher.telegram_id]
    await town.deliver()
    assert files_of(people.teacher) == []
    town.wait(minutes=3)
    await town.deliver()
    assert files_of(people.teacher) == ["Карта ИОМ Иванова Г. П.pdf"]
    assert (await kinds(town, people.teacher)).count("plan-confirmed") == 1


async def test_s_06_1_the_head_pressing_early_sees_who_is_waited_for(town: Town) -> None:
    people = await to_be_signed(town)
    (paper,) = await papers(town)
    *_, last = paper.slots
    await people.head.taps_again(people.head.last["message_id"], f"sg:card:{last.id}:{last.version}:")
    people.head.sees("signing-waits-for", "Ждёт: Региональный методист")
    assert not people.head.has_button("signing-card.sign")
    await signs(people.methodist)
    await signs(people.teacher)
    await people.head.taps_again(people.head.last["message_id"], f"sg:sign:{last.id}:{last.version}:")
    people.head.hears_toast("signing-waits-for")
    assert any("Ждёт: Руководитель ЦНППМ" in said for said in town.text.said["signing-waits-for"])
    assert (await states(town))[2:] == ["centre_head waiting", "head waiting"]


async def test_a_stranger_with_a_forwarded_button_is_refused_and_sees_nothing(town: Town) -> None:
    people = await to_be_signed(town)
    stranger = await town.member("Чужой Пётр Ильич", Role.HEAD, organisation="Школа № 9")
    (paper,) = await papers(town)
    for slot in paper.slots:
        for verb in ("card", "sign", "rows", "undo"):
            await stranger.taps_again(stranger.last["message_id"], f"sg:{verb}:{slot.id}:{slot.version}:")
            stranger.hears_toast("refusal-not-yours")
    assert "Иванова" not in str(stranger.chat)
    await people.tutor.taps_again(people.tutor.last["message_id"], f"sg:sign:{paper.slots[0].id}:1:")
    people.tutor.hears_toast("refusal-not-yours")


async def test_s_07_a_double_tap_signs_once_and_a_late_one_says_so(town: Town) -> None:
    people = await to_be_signed(town)
    message, sign = people.methodist.button("signing-card.sign")
    await people.methodist.taps("signing-card.sign", times=2)
    await taps_code(people.methodist)
    await taps_code(people.methodist, CODE[:3])
    _, key = people.methodist.button("signing-pad.digit", CODE[3])
    await people.methodist.taps("signing-pad.digit", CODE[3], times=3)
    assert [one.verb for one in await town.all(select(HistoryLine))].count("paper.signed") == 1
    town.wait(hours=1)
    await people.methodist.taps_again(message["message_id"], sign)
    people.methodist.hears_toast("signing-signed-already")
    await people.methodist.taps_again(message["message_id"], key)
    people.methodist.hears_toast("signing-pad-over")
    assert (await kinds(town, people.teacher)).count("signing-waiting") == 1


async def test_two_methodists_at_once_sign_once(town: Town) -> None:
    people = await everybody(town)
    second = await town.member("Соколова Елена Викторовна", Role.METHODIST, organisation="Центр")
    await sends(people.teacher)
    await people.tutor.taps("plan-card.confirm")
    both = (people.methodist, second)
    for guest in both:
        await guest.taps("signing-card.sign")
        await taps_code(guest)
        await taps_code(guest, CODE[:3])
    for guest in both:
        message, key = guest.button("signing-pad.digit", CODE[3])
        town.telegram.tap(guest.telegram_id, message["message_id"], key)
    await town.settle()
    verbs = [one.verb for one in await town.all(select(HistoryLine))]
    assert verbs.count("paper.signed") == 1
    (paper,) = await papers(town)
    late = second if paper.slots[0].name == people.methodist.name else people.methodist
    late.hears_toast("signing-signed-already", among_last=2)
    late.sees("signing", "Ничего не ждёт")


async def test_the_protocol_keeps_who_when_by_what_right_and_what(town: Town) -> None:
    people = await to_be_signed(town)
    await signs(people.methodist)
    (paper,) = await papers(town)
    (version,) = await town.all(select(PlanVersion))
    slot = paper.slots[0]
    assert (slot.person_id, slot.name, slot.role) == (
        people.methodist.person_id,
        "Дубов Игорь Ильич",
        Role.METHODIST,
    )
    assert (slot.at, slot.since.isoformat(), slot.telegram_id) == (
        town.now,
        "2026-01-01",
        people.methodist.telegram_id,
    )
    assert (paper.subject_id, paper.number, len(paper.fingerprint)) == (version.id, 1, 64)
    assert paper.content == version.content


async def test_s_06_2_3_4_returned_with_a_reason_then_version_2_shows_the_difference(town: Town) -> None:
    people = await to_be_signed(town)
    await signs(people.methodist)
    await signs(people.teacher)
    await people.centre_head.taps("plan-card.return")
    await people.centre_head.says("-")
    people.centre_head.sees("answer-too-short")
    await people.centre_head.taps("plan-return.row", "№ 2")
    await people.centre_head.taps("plan-return-reason", "Уточните сроки", times=2)
    for guest in (people.teacher, people.tutor):
        guest.sees("plan-returned", "Вахрушева О. Г.", "Семинар № 2. Уточните сроки")
    await people.teacher.taps("plan-returned.mend")
    await people.teacher.taps("plan-activity.date")
    await people.teacher.says("1 декабря")
    await people.teacher.taps("questions-echo.yes")
    await people.teacher.taps("plan-back")
    await people.teacher.taps("plan.agree")
    await people.tutor.taps("plan-card.confirm")
    first, second = await papers(town)
    assert (first.state, second.state, second.number) == (PaperState.RETURNED, PaperState.OPEN, 2)
    assert [one.state for one in second.slots] == [SlotState.WAITING] * 4
    people.methodist.sees("plan-news", "Версия 2")
    people.methodist.sees("plan-change", "Семинар № 2: сроки", "Стало: 1 декабря 2026, вт")
    await signed_by_all(people)
    assert (await route(town)).state is RouteState.ACTIVE


async def test_the_teacher_takes_the_plan_back_and_signatures_end(town: Town) -> None:
    people = await to_be_signed(town)
    await signs(people.methodist)
    await people.teacher.says("/menu")
    await people.teacher.taps("menu-plan")
    people.teacher.sees("plan", "карта на подписи")
    await people.teacher.taps("plan.take-back")
    (paper,) = await papers(town)
    assert paper.state is PaperState.WITHDRAWN
    await people.teacher.taps("signing-card.sign")
    people.teacher.hears_toast("signing-not-waiting")
    await people.teacher.says("/menu")
    await people.teacher.taps("menu-plan")
    await people.teacher.taps("plan.agree")
    _, second = await papers(town)
    assert [one.state for one in second.slots] == [SlotState.WAITING] * 4
