"""S-05.1, X22, X27, X31: the way of a plan to the tutor and back; how it is signed: test_signing.py."""

from sqlalchemy import select

from models.history import HistoryLine
from models.notice import Notice
from models.people import Role
from models.plan import Activity
from models.route import Route, RouteState, TeamMember
from tests.stories.planning import active, adds, plans, sends, takes_a_year
from tests.stories.signing import everybody, signed_by_all
from tests.stories.town import Guest, Town
from tests.stories.walking import two_minutes_later


async def state(town: Town) -> RouteState:
    """How far the only route is."""
    (route,) = await town.all(select(Route))
    return RouteState(route.state)


async def verbs(town: Town) -> list[str]:
    """What the history says."""
    return [one.verb for one in await town.all(select(HistoryLine).order_by(HistoryLine.id))]


async def test_a_whole_plan_goes_to_the_tutor_is_signed_and_approved(town: Town) -> None:
    people = await everybody(town)
    teacher, tutor = people.teacher, people.tutor
    await takes_a_year(teacher)
    for number in range(1, 6):
        await adds(teacher, f"Семинар № {number}", f"{15 + number} ноября")
    await teacher.taps("plan.agree")
    teacher.sees("plan", "Ваше согласие есть, ждём ответа (Орлова М. С.)")
    tutor.sees("plan-card", "Иванова Г. П.", "Школа № 3")
    tutor.sees(
        "plan-row-full", "5. Семинар № 5", "20 ноября 2026, пт; Методические; Муниципальный; Открытый урок"
    )
    tutor.sees("plan-count", "5 из 5")
    await tutor.taps("plan-card.confirm")
    tutor.sees("plan-agreed-now")
    await signed_by_all(people)
    assert await state(town) is RouteState.ACTIVE
    assert (await verbs(town))[-8:] == [
        "plan.sent",
        "plan.agreed",
        "paper.opened",
        *["paper.signed"] * 4,
        "plan.confirmed",
    ]
    await two_minutes_later(town)
    teacher.sees("plan-confirmed", "Корепанов А. Л.")
    await teacher.taps("plan-back")
    teacher.sees("plan", "утверждён")


async def test_four_of_five_is_said_with_the_clause_and_needs_a_reason(town: Town) -> None:
    teacher, tutor = await town.pair()
    await plans(teacher, 4)
    await teacher.taps("plan.agree")
    teacher.sees("plan-count", "Запланировано 4 из 5 (п. 3.1.2)")
    assert await state(town) is RouteState.DRAFT
    await teacher.taps("plan-departs.reason")
    await teacher.says("Да")
    teacher.sees("answer-too-short", "Например")
    await teacher.says("Пятое добавлю <позже>")
    tutor.sees("plan-card-reason", "Пятое добавлю <позже>")
    tutor.sees("plan-count", "4 из 5")
    (sent,) = [one for one in await town.all(select(HistoryLine)) if one.verb == "plan.sent"]
    assert sent.facts["reason"] == "Пятое добавлю <позже>"


async def test_the_offer_to_add_leads_to_a_new_row(town: Town) -> None:
    teacher, _ = await town.pair()
    await plans(teacher, 1)
    await teacher.taps("plan.agree")
    assert teacher.has_button("plan-departs.reason")
    await teacher.taps("plan.add")
    teacher.sees("plan-ask-title")


async def test_a_term_of_five_months_needs_a_reason_and_the_tutor_sees_the_warning(town: Town) -> None:
    teacher, tutor = await town.pair()
    await plans(teacher, 5)
    await teacher.taps("plan.term")
    await teacher.taps("plan-term-choice.dates")
    await teacher.taps("questions-ask.keep")
    await teacher.says("14.02.2027")
    await teacher.taps("questions-echo.yes")
    await teacher.taps("plan.agree")
    teacher.sees("plan-too-short", "не менее 6 месяцев (п. 3.1.3)")
    await teacher.taps("plan-departs.reason")
    await teacher.says("Договор до весны")
    tutor.sees("plan-too-short")


async def test_a_forged_send_without_a_reason_is_refused(town: Town) -> None:
    teacher, _ = await town.pair()
    await takes_a_year(teacher)
    (route,) = await town.all(select(Route))
    await teacher.taps_again(teacher.last["message_id"], f"pl:reason:1:{route.version}:")
    await teacher.says("Пока без мероприятий")
    teacher.sees("plan-empty")
    assert await state(town) is RouteState.DRAFT


async def test_without_a_tutor_the_teacher_hears_whom_to_ask(town: Town) -> None:
    await town.member("Дубов Игорь Ильич", Role.METHODIST, organisation="Центр")
    teacher = await town.member("Иванова Галина Петровна", Role.TEACHER)
    await sends(teacher)
    teacher.hears_toast("plan-nobody-confirms")
    assert any("Дубов И. И." in said for said in town.text.said["plan-nobody-confirms"])
    assert await state(town) is RouteState.DRAFT


async def test_a_methodist_of_the_team_is_asked_when_there_is_no_tutor(town: Town) -> None:
    methodist = await town.member("Дубов Игорь Ильич", Role.METHODIST, organisation="Центр")
    teacher = await town.member("Иванова Галина Петровна", Role.TEACHER)
    await joins(town, methodist, Role.METHODIST)
    await sends(teacher)
    await methodist.taps("plan-card.confirm")
    methodist.sees("signing-card", "Иванова Г. П.")
    assert (await verbs(town))[-2:] == ["plan.agreed", "paper.opened"]


async def joins(town: Town, guest: Guest, role: Role) -> None:
    """Somebody comes onto the team of the only route."""
    async with town.app.sessions() as session, session.begin():
        session.add(TeamMember(route_id=1, person_id=guest.person_id, role=role, since=town.today))


async def test_nobody_confirms_their_own_plan(town: Town) -> None:
    teacher, _ = await town.pair()
    await joins(town, teacher, Role.TUTOR)
    await sends(teacher)
    assert [
        one.kind for one in await town.all(select(Notice).where(Notice.person_id == teacher.person_id))
    ] == []
    (route,) = await town.all(select(Route))
    await teacher.taps_again(teacher.last["message_id"], f"pl:confirm:1:{route.version}:")
    teacher.hears_toast("refusal-own-work")
    assert await state(town) is RouteState.ON_CONFIRMATION


async def test_a_double_tap_and_one_resent_an_hour_later_confirm_once(town: Town) -> None:
    teacher, tutor = await town.pair()
    await sends(teacher)
    message, data = tutor.button("plan-card.confirm")
    await tutor.taps("plan-card.confirm", times=2)
    tutor.hears_toast("refusal-outdated")
    town.wait(hours=1)
    await tutor.taps_again(message["message_id"], data)
    tutor.hears_toast("refusal-outdated")
    kinds = [one.kind for one in await town.all(select(Notice))]
    assert kinds.count("signing-waiting") == 1
    assert (await verbs(town)).count("plan.agreed") == 1
    tutor.sees("plan-card", "проект плана")
    assert not tutor.has_button("plan-card.confirm")


async def test_a_forwarded_button_is_refused_and_shows_nothing(town: Town) -> None:
    teacher, tutor = await town.pair()
    colleague = await town.member("Чужой Пётр Ильич", Role.TUTOR)
    await sends(teacher)
    _, data = tutor.button("plan-card.confirm")
    for forged in (
        data,
        data.replace("confirm", "return"),
        data.replace("confirm", "card"),
        data.replace("confirm", "assent"),
        f"{data}terms",
    ):
        await colleague.taps_again(colleague.last["message_id"], forged)
        colleague.hears_toast("refusal-not-yours")
    assert "Иванова" not in str(colleague.chat)
    assert await state(town) is RouteState.ON_CONFIRMATION


async def test_a_plan_is_returned_with_a_ready_phrase_and_mended(town: Town) -> None:
    teacher, tutor = await town.pair()
    await sends(teacher)
    await tutor.taps("plan-card.return")
    await tutor.taps("plan-return-reason", "Уточните сроки")
    tutor.sees("plan-given-back", "Уточните сроки")
    teacher.sees("plan-returned", "Орлова М. С.", "Уточните сроки")
    await teacher.taps("plan-returned.mend")
    teacher.sees("plan-came-back", "Уточните сроки")
    await teacher.taps("plan.agree")
    await teacher.taps("plan-as-it-was.send")
    assert await state(town) is RouteState.ON_CONFIRMATION
    await tutor.taps("plan-card.confirm")
    assert (await verbs(town))[-2:] == ["plan.agreed", "paper.opened"]


async def test_a_plan_is_returned_in_own_words(town: Town) -> None:
    teacher, tutor = await town.pair()
    await sends(teacher)
    await tutor.taps("plan-card.return")
    await tutor.says("-")
    tutor.sees("answer-too-short", "Например")
    await tutor.says("Добавьте <открытый> урок")
    teacher.sees("plan-returned", "Добавьте <открытый> урок")
    (line,) = [one for one in await town.all(select(HistoryLine)) if one.verb == "plan.returned"]
    assert (line.facts["phrase"], line.facts["reason"]) == ("own", "Добавьте <открытый> урок")


async def test_returning_can_be_thought_better_of(town: Town) -> None:
    teacher, tutor = await town.pair()
    await sends(teacher)
    await tutor.taps("plan-card.return")
    await tutor.taps("plan-return.back")
    await tutor.taps("plan-card.confirm")
    assert (await verbs(town))[-2:] == ["plan.agreed", "paper.opened"]


async def test_a_reader_of_english_hears_the_ready_phrase_in_english(town: Town) -> None:
    teacher, tutor = await town.pair()
    await sends(teacher)
    await teacher.says("/lang")
    await teacher.taps("entry-choose-language.en")
    await tutor.taps("plan-card.return")
    await tutor.taps("plan-return-reason", "Уточните сроки")
    assert "make the dates clear" in teacher.last_text


async def test_the_teacher_takes_the_plan_back_and_the_old_card_is_outdated(town: Town) -> None:
    teacher, tutor = await town.pair()
    await sends(teacher)
    await teacher.taps("plan.take-back", times=2)
    teacher.sees("plan-count", "5 из 5")
    await tutor.taps("plan-card.confirm")
    tutor.hears_toast("plan-not-waiting")
    _, old = tutor.button("menu-button")
    await adds(teacher, "Шестое")
    await teacher.taps("plan.agree")
    (route,) = await town.all(select(Route))
    await tutor.taps_again(tutor.last["message_id"], f"pl:confirm:1:{route.version - 1}:")
    tutor.hears_toast("refusal-outdated")
    assert await state(town) is RouteState.ON_CONFIRMATION
    assert old == "go:menu"


async def versions(town: Town) -> list[int]:
    """How often each row has changed."""
    return [one.version for one in await town.all(select(Activity).order_by(Activity.id))]


async def test_while_it_waits_nothing_can_be_changed(town: Town) -> None:
    teacher, _ = await town.pair()
    await sends(teacher)
    assert not teacher.has_button("plan.add")
    before = await versions(town)
    (first, *_) = await town.all(select(Activity).order_by(Activity.id))
    for forged in (
        "pl:add:1:2:",
        f"ac:remove-yes:{first.id}:{first.version}:",
        f"ac:pick:{first.id}:{first.version}:1.0",
    ):
        await teacher.taps_again(teacher.last["message_id"], forged)
    await teacher.taps("plan-open", "№ 1")
    assert not teacher.has_button("plan-activity.title")
    assert await versions(town) == before


async def test_a_change_of_a_confirmed_plan_is_told_to_the_tutor(town: Town) -> None:
    teacher, tutor = await active(town)
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    await adds(teacher, "Шестое")
    tutor.sees("plan-changed", "новое мероприятие Шестое")
    await teacher.taps("plan-open", "№ 2")
    assert not teacher.has_button("plan-activity.remove")
    await teacher.taps("plan-activity.date")
    await teacher.says("1 декабря")
    await teacher.taps("questions-echo.yes")
    tutor.sees("plan-changed", "Иванова Г. П.", "Семинар № 2: 1 декабря 2026, вт")
    await teacher.taps("plan-activity.title")
    await teacher.says("Семинар № 22")
    tutor.sees("plan-changed", "уточнено мероприятие Семинар № 22")
    assert {"plan.added", "plan.moved", "plan.mended"} <= set(await verbs(town))


async def test_a_confirmed_row_cannot_be_removed_nor_the_term_changed(town: Town) -> None:
    teacher, _ = await active(town)
    (first, *_) = await town.all(select(Activity).order_by(Activity.id))
    (route,) = await town.all(select(Route))
    await teacher.taps_again(teacher.last["message_id"], f"ac:remove-yes:{first.id}:{first.version}:")
    teacher.hears_toast("plan-remove-confirmed")
    await teacher.taps_again(teacher.last["message_id"], f"pl:months:1:{route.version}:24")
    teacher.hears_toast("plan-term-confirmed")


async def test_plans_that_wait_are_found_without_the_notice(town: Town) -> None:
    teacher, tutor = await town.pair()
    await tutor.taps_again(tutor.last["message_id"], "go:plan.waiting")
    tutor.sees("plan-waiting")
    await sends(teacher)
    await tutor.taps_again(tutor.last["message_id"], "go:plan.waiting")
    await tutor.taps("plan-waiting.open", "Иванова Г. П.")
    await tutor.taps("plan-card.confirm")
    assert (await verbs(town))[-2:] == ["plan.agreed", "paper.opened"]
