"""«Ждут подписи»: the list of the head, one by one or all that were read with one code; undo for two minutes."""

from sqlalchemy import select

from models.history import HistoryLine
from models.notice import Notice
from models.paper import Paper, PaperState
from models.paper_slot import PaperSlot, SlotState
from models.people import Role
from models.route import Route, RouteState
from tests.stories.planning import sends
from tests.stories.signing import everybody, papers, route, signed_by_all, signs, taps_code, to_be_signed
from tests.stories.test_signing import kinds, states
from tests.stories.town import Guest, Town, buttons

NAMES = ("Абрамова Ольга Ивановна", "Белова Нина Петровна", "Власова Инна Юрьевна")


async def three_wait_for_the_head(town: Town) -> Guest:
    """Three teachers' cards, everything signed but by the head."""
    people = await everybody(town)
    for name in NAMES:
        teacher = await town.member(name, Role.TEACHER, tutor=people.tutor)
        await sends(teacher)
        await people.tutor.taps("plan-card.confirm")
        for guest in (people.methodist, teacher, people.centre_head):
            await signs(guest)
    return people.head


async def test_people_head_one_by_one_and_all_that_were_read_with_one_code(town: Town) -> None:
    head = await three_wait_for_the_head(town)
    await head.says("/menu")
    await head.taps("menu-sign", "Ждут подписи: 3")
    head.sees("signing", "Ждут Вашей подписи 3 бумаги")
    assert not head.has_button("signing.all")
    await head.taps("signing.open", "Власова И. Ю.")
    head.sees("signing-card", "Власова И. Ю.")
    head.sees("plan-count", "5 из 5")
    await head.taps("signing-card.rows")
    head.sees("plan-row-full", "5. Семинар № 5")
    await head.taps("signing-rows.back")
    await head.taps("signing-card.list")
    await head.taps("signing.open", "Абрамова О. И.")
    await head.taps("signing-card.list")
    first, _, third = [one["text"] for row in head.last["reply_markup"]["inline_keyboard"][:3] for one in row]
    assert (first[:12], third) == ("Просмотрено:", "Открыть: Белова Н. П., утвердить карту")
    await head.taps("signing.all", "2")
    head.sees("signing-all", "2")
    assert "Белова" not in head.last_text
    message, yes = head.button("signing-all.yes")
    await head.taps("signing-all.yes")
    await taps_code(head)
    await taps_code(head)
    head.sees("signing-done", "Подписаны 2 бумаги")
    found = {
        one.teacher_id: one.state for one in await town.all(select(Route)) if one.state is RouteState.ACTIVE
    }
    assert len(found) == 2
    await head.taps_again(message["message_id"], yes)
    head.hears_toast("signing-all-outdated")
    await head.says("/menu")
    head.button("menu-sign", "Ждут подписи: 1")


async def test_what_was_settled_meanwhile_is_left_out_of_the_one_code(town: Town) -> None:
    head = await three_wait_for_the_head(town)
    await head.says("/menu")
    for name in ("Абрамова", "Белова"):
        await head.says("/menu")
        await head.taps("menu-sign")
        await head.taps("signing.open", name)
    await head.taps("signing-card.list")
    await head.taps("signing.all")
    await head.taps("signing-all.yes")
    await taps_code(head)
    teacher = town.guests["Абрамова Ольга Ивановна"]
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    await teacher.taps("plan.take-back")
    await taps_code(head)
    head.sees("signing-done", "Белова Н. П.: карта утверждена")
    closed = [one.state for one in await town.all(select(Paper).order_by(Paper.id))]
    assert closed == [PaperState.WITHDRAWN, PaperState.DONE, PaperState.OPEN]


async def test_the_menu_of_everybody_who_signs_says_so_whatever_the_role(town: Town) -> None:
    people = await to_be_signed(town)
    for guest, waits in (
        (people.methodist, True),
        (people.teacher, True),
        (people.centre_head, False),
        (people.head, False),
        (people.tutor, False),
    ):
        await guest.says("/menu")
        labels = [one["text"] for one in buttons(guest.last)]
        assert any(label.startswith("Ждут подписи: 1") for label in labels) is waits, guest.name
    await people.teacher.taps("menu-plan")
    await people.teacher.taps("plan.sign")
    people.teacher.sees("signing-card")
    assert not people.teacher.has_button("plan-card.return")


async def all_signed_with_one_code(town: Town) -> Guest:
    """The head has read three cards, and signed all of them with one code."""
    head = await three_wait_for_the_head(town)
    for name in ("Абрамова", "Белова", "Власова"):
        await head.says("/menu")
        await head.taps("menu-sign")
        await head.taps("signing.open", name)
    await head.taps("signing-card.list")
    await head.taps("signing.all")
    await head.taps("signing-all.yes")
    await taps_code(head)
    await taps_code(head)
    head.sees("signing-done", "Подписаны 3 бумаги")
    return head


async def active(town: Town) -> set[int]:
    """The routes that have begun."""
    return {one.id for one in await town.all(select(Route)) if one.state is RouteState.ACTIVE}


async def test_all_signed_with_one_code_go_back_with_one_tap(town: Town) -> None:
    head = await all_signed_with_one_code(town)
    assert len(await active(town)) == 3
    message, data = head.button("signing-done.undo-all", "3")
    town.wait(minutes=1)
    await head.taps("signing-done.undo-all", times=2)
    head.hears_toast("signing-no-undo")
    assert await active(town) == set()
    assert [one.state for one in await town.all(select(Paper))] == [PaperState.OPEN] * 3
    await head.says("/menu")
    head.button("menu-sign", "Ждут подписи: 3")
    town.wait(minutes=3)
    await town.deliver()
    for name in NAMES:
        assert "plan-confirmed" not in await kinds(town, town.guests[name])
    await head.taps_again(message["message_id"], data)
    head.hears_toast("signing-no-undo")


async def test_undo_of_all_says_which_stay_because_somebody_has_acted(town: Town) -> None:
    head = await all_signed_with_one_code(town)
    town.wait(minutes=1)
    teacher = town.guests["Белова Нина Петровна"]
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    await teacher.taps("plan-open", "№ 2")
    await teacher.taps("plan-activity.date")
    await teacher.says("2 декабря")
    await teacher.taps("questions-echo.yes")
    await head.taps("signing-done.undo-all")
    head.sees("signing-undone-all", "2 подписи")
    head.sees("signing-undone-stay", "Белова Н. П.")
    (stays,) = await active(town)
    assert (await town.all(select(Route).where(Route.id == stays)))[0].teacher_id == teacher.person_id


async def test_undo_of_all_is_the_signers_alone_and_for_two_minutes(town: Town) -> None:
    head = await all_signed_with_one_code(town)
    _, data = head.button("signing-done.undo-all")
    for name, toast in (
        ("Дубов Игорь Ильич", "signing-no-undo"),
        ("Орлова Мария Сергеевна", "signing-no-undo"),
        ("Власова Инна Юрьевна", "refusal-not-yours"),
    ):
        other = town.guests[name]
        await other.taps_again(other.last["message_id"], data)
        other.hears_toast(toast)
    town.wait(minutes=2)
    await head.taps("signing-done.undo-all")
    head.hears_toast("signing-no-undo")
    assert len(await active(town)) == 3


async def test_undo_within_two_minutes_where_nobody_has_acted(town: Town) -> None:
    people = await to_be_signed(town)
    await signs(people.methodist)
    town.wait(minutes=1)
    _, data = people.methodist.button("signing-done.undo")
    await people.methodist.taps("signing-done.undo")
    people.methodist.sees("signing-undone")
    assert await states(town) == [
        "methodist waiting",
        "teacher waiting",
        "centre_head waiting",
        "head waiting",
    ]
    await signs(people.methodist)
    town.wait(minutes=2)
    _, data = people.methodist.button("signing-done.undo")
    await people.methodist.taps_again(people.methodist.last["message_id"], data)
    people.methodist.hears_toast("signing-no-undo")
    assert (await states(town))[0] == "methodist signed"


async def test_undo_is_refused_where_the_next_has_signed_and_to_everybody_else(town: Town) -> None:
    people = await to_be_signed(town)
    await signs(people.methodist)
    await signs(people.teacher)
    _, data = people.teacher.button("signing-done.undo")
    await signs(people.centre_head)
    await people.teacher.taps_again(people.teacher.last["message_id"], data)
    people.teacher.hears_toast("signing-no-undo")
    await people.methodist.taps_again(people.methodist.last["message_id"], data)
    people.methodist.hears_toast("signing-no-undo")
    assert (await states(town))[:3] == ["methodist signed", "teacher signed", "centre_head signed"]


async def test_undo_of_the_approval_takes_the_start_back_and_the_teacher_hears_nothing(town: Town) -> None:
    people = await to_be_signed(town)
    await signed_by_all(people)
    await people.head.taps("signing-done.undo")
    found = await route(town)
    assert (found.state, found.began_on, found.confirmed_at) == (RouteState.ON_CONFIRMATION, None, None)
    town.wait(minutes=3)
    await town.deliver()
    assert "plan-confirmed" not in await kinds(town, people.teacher)
    await signs(people.head)
    assert (await route(town)).state is RouteState.ACTIVE
    town.wait(minutes=3)
    await town.deliver()
    assert (await kinds(town, people.teacher)).count("plan-confirmed") == 1


async def test_undo_of_the_approval_is_refused_where_the_teacher_has_gone_on(town: Town) -> None:
    people = await to_be_signed(town)
    await signed_by_all(people)
    town.wait(minutes=1)
    await people.teacher.says("/menu")
    await people.teacher.taps("menu-plan")
    await people.teacher.taps("plan-open", "№ 2")
    await people.teacher.taps("plan-activity.date")
    await people.teacher.says("2 декабря")
    await people.teacher.taps("questions-echo.yes")
    await people.head.taps("signing-done.undo")
    people.head.hears_toast("signing-no-undo")
    assert (await route(town)).state is RouteState.ACTIVE
    (paper,) = await papers(town)
    assert all(one.state is SlotState.SIGNED for one in paper.slots)


async def test_a_signer_told_of_a_signature_taken_back_sees_who_is_waited_for(town: Town) -> None:
    people = await to_be_signed(town)
    await signs(people.methodist)
    await signs(people.teacher)
    people.centre_head.button("signing-card.sign")
    await people.teacher.taps("signing-done.undo")
    await people.centre_head.taps("signing-card.sign")
    people.centre_head.hears_toast("signing-waits-for")
    people.centre_head.sees("signing-waits-for", "Ждёт: Педагогический работник")
    (slot,) = await town.all(select(PaperSlot).where(PaperSlot.roles == ",centre_head,"))
    assert slot.state is SlotState.WAITING
    verbs = [one.verb for one in await town.all(select(HistoryLine))]
    assert verbs.count("paper.undone") == 1
    assert len(await town.all(select(Notice).where(Notice.kind == "signing-waiting"))) == 3
