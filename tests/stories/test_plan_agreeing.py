"""S-05.5, X22, X27: both co-authors agree with one version; a change ends the other's word and is told."""

from sqlalchemy import select

from models.approval import Assent
from models.history import HistoryLine
from models.notice import Notice
from models.paper import PaperState
from models.paper_slot import SlotState
from models.people import Role
from models.plan import Activity
from models.plan_version import PlanVersion
from models.route import Route, RouteState, TeamMember
from tests.stories.planning import active, names, plans, sends
from tests.stories.signing import papers, route, signs
from tests.stories.town import Guest, Town


async def assents(town: Town) -> list[tuple[str, bool]]:
    """Whose word was given, and whether it still counts."""
    return [
        (one.role.value, one.gone_at is None) for one in await town.all(select(Assent).order_by(Assent.id))
    ]


async def kinds(town: Town, guest: Guest) -> list[str]:
    """What somebody was told, by kind."""
    return [one.kind for one in await town.all(select(Notice).where(Notice.person_id == guest.person_id))]


async def opens_the_draft(tutor: Guest) -> None:
    """The tutor goes from the menu to the only plan in work."""
    await tutor.says("/menu")
    await tutor.taps("menu-plans")
    await tutor.taps("plan-waiting.open", "Иванова Г. П.")


async def joins(town: Town, guest: Guest, role: Role) -> None:
    """Somebody comes onto the team of the only route."""
    async with town.app.sessions() as session, session.begin():
        session.add(TeamMember(route_id=1, person_id=guest.person_id, role=role, since=town.today))


async def test_x22_both_words_are_about_one_version_and_the_card_of_it_goes_round(town: Town) -> None:
    teacher, tutor = await town.pair()
    await sends(teacher)
    _, data = tutor.button("plan-card.confirm", "Даю согласие на проект")
    await tutor.taps("plan-card.confirm")
    tutor.sees("plan-agreed-now")
    assert (await route(town)).state is RouteState.ON_CONFIRMATION
    assert await assents(town) == [("teacher", True), ("tutor", True)]
    (version,) = await town.all(select(PlanVersion))
    (paper,) = await papers(town)
    assert (paper.subject_id, paper.content, paper.author_id) == (
        version.id,
        version.content,
        tutor.person_id,
    )
    assert version.content["rows"][0]["title"] == "Семинар № 1"
    await tutor.taps_again(tutor.last["message_id"], data)
    tutor.hears_toast("refusal-outdated")
    assert len(await town.all(select(Assent))) == 2


async def test_a_change_by_the_tutor_takes_the_teachers_word_and_says_what_changed_once(town: Town) -> None:
    teacher, tutor = await town.pair()
    await sends(teacher)
    _, old = tutor.button("plan-card.confirm")
    await tutor.taps("plan-open", "№ 2")
    await tutor.taps("plan-activity.date")
    await tutor.says("1 декабря")
    await tutor.taps("questions-echo.yes")
    teacher.sees("plan-draft-changed", "Орлова М. С.")
    teacher.sees("plan-change", "Семинар № 2: сроки", "Было: 17 ноября 2026, вт", "Стало: 1 декабря 2026, вт")
    assert (await route(town)).state is RouteState.DRAFT
    assert await assents(town) == [("teacher", False)]

    await tutor.taps("plan-activity.title")
    await tutor.says("Семинар с <разбором> & без")
    assert (await kinds(town, teacher)).count("plan-draft-changed") == 1
    await tutor.taps_again(tutor.last["message_id"], old)
    tutor.hears_toast("plan-not-waiting")

    await teacher.taps("plan-draft-changed.look")
    teacher.sees("plan-news", "Версия 2")
    teacher.sees("plan-change", "Семинар № 2: название", "Стало: Семинар с <разбором> & без")
    await teacher.taps("plan.agree")
    tutor.sees("plan-news", "Версия 2")
    tutor.sees("plan-change", "Стало: 1 декабря 2026, вт")
    await tutor.taps("plan-card.confirm")
    (paper,) = await papers(town)
    assert paper.number == 2
    assert await assents(town) == [("teacher", False), ("teacher", True), ("tutor", True)]


async def test_the_tutor_may_agree_first_and_the_teachers_word_opens_the_card(town: Town) -> None:
    teacher, tutor = await town.pair()
    await plans(teacher, 5)
    await opens_the_draft(tutor)
    await tutor.taps("plan-card.assent", times=2)
    tutor.hears_toast("refusal-outdated")
    tutor.sees("plan-card")
    assert not tutor.has_button("plan-card.assent")
    teacher.sees("plan-agreed", "Орлова М. С.")
    assert (await kinds(town, teacher)).count("plan-agreed") == 1

    await teacher.taps("plan.agree")
    assert await assents(town) == [("tutor", True), ("teacher", True)]
    assert len(await papers(town)) == 1
    teacher.sees("signing-card")


async def test_a_change_by_the_teacher_takes_the_tutors_word_and_says_what_changed(town: Town) -> None:
    teacher, tutor = await town.pair()
    await plans(teacher, 5)
    await opens_the_draft(tutor)
    await tutor.taps("plan-card.assent")
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    teacher.sees("plan-team-agrees", "Орлова М. С.")
    await teacher.taps("plan-open", "№ 3")
    await teacher.taps("plan-activity.remove")
    await teacher.taps("plan-remove.yes")
    tutor.sees("plan-draft-changed", "Иванова Г. П.")
    tutor.sees("plan-change", "Убрано: Семинар № 3, 18 ноября 2026, ср")
    await teacher.taps("plan.term")
    await teacher.taps("plan-term-choice.months", "6 месяцев")
    assert (await kinds(town, tutor)).count("plan-draft-changed") == 1
    assert await assents(town) == [("tutor", False)]
    await tutor.taps("plan-draft-changed.look")
    tutor.sees("plan-change", "Срок.", "14 сентября 2027", "14 марта 2027")
    tutor.button("plan-card.assent")


async def test_the_own_change_asks_for_the_own_word_anew_without_a_message(town: Town) -> None:
    teacher, tutor = await town.pair()
    await plans(teacher, 5)
    await opens_the_draft(tutor)
    await tutor.taps("plan-card.assent")
    await tutor.taps("plan-open", "№ 1")
    await tutor.taps("plan-activity.presenting")
    await tutor.taps("questions-ask.option", "Публикация")
    assert await assents(town) == [("tutor", False)]
    assert "plan-draft-changed" not in await kinds(town, tutor) + await kinds(town, teacher)
    await tutor.taps("plan-back")
    tutor.button("plan-card.assent")


async def test_every_row_keeps_its_author_and_any_drafter_of_the_team_may_write(town: Town) -> None:
    teacher, _ = await town.pair()
    deputy = await town.member("Зайцева Ольга Львовна", Role.DEPUTY_HEAD)
    await plans(teacher, 2)
    await joins(town, deputy, Role.DEPUTY_HEAD)
    await opens_the_draft(deputy)
    assert not deputy.has_button("plan-card.assent")
    await deputy.taps("plan-card.add")
    await names(deputy, "Открытый урок в 5 классе")
    await deputy.says("3 декабря")
    await deputy.taps("questions-echo.yes")
    await deputy.taps("questions-ask.option", "Открытый урок")
    deputy.sees("plan-added", "Открытый урок в 5 классе")
    deputy.sees("plan-card", "Иванова Г. П.")
    authors = [one.author_id for one in await town.all(select(Activity).order_by(Activity.id))]
    assert authors == [teacher.person_id, teacher.person_id, deputy.person_id]
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    await teacher.taps("plan-open", "№ 3")
    teacher.sees("plan-activity-author", "Зайцева О. Л.")


async def test_a_row_that_a_colleague_is_writing_is_nobody_elses(town: Town) -> None:
    teacher, tutor = await town.pair()
    await plans(teacher, 1)
    await opens_the_draft(tutor)
    await tutor.taps("plan-card.add")
    (row,) = await town.all(select(Activity).where(Activity.author_id == tutor.person_id))
    await teacher.taps_again(teacher.last["message_id"], f"ac:open:{row.id}:{row.version}:")
    teacher.hears_toast("refusal-not-yours")


async def test_nobody_of_the_team_changes_a_plan_behind_the_approval_or_in_the_chain(town: Town) -> None:
    teacher, tutor = await town.pair()
    await plans(teacher, 5)
    await opens_the_draft(tutor)
    await tutor.taps("plan-card.assent")
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    await teacher.taps("plan.agree")
    (first, *_) = await town.all(select(Activity).order_by(Activity.id))
    forged = f"ac:remove-yes:{first.id}:{first.version}:"
    await tutor.taps_again(tutor.last["message_id"], forged)
    tutor.hears_toast("plan-on-approval")
    async with town.app.sessions() as session, session.begin():
        (await session.scalars(select(Route))).one().start(town.now, town.today)
    await tutor.taps_again(tutor.last["message_id"], forged)
    tutor.hears_toast("plan-team-approved")
    assert not tutor.has_button("plan-card.add")
    assert len(await town.all(select(Activity).where(Activity.state == "planned"))) == 5


async def test_a_methodist_of_the_team_may_agree_and_signs_with_a_word_of_their_own(town: Town) -> None:
    teacher, tutor = await town.pair()
    methodist = await town.member("Дубов Игорь Ильич", Role.METHODIST, organisation="Центр")
    await sends(teacher)
    await joins(town, methodist, Role.METHODIST)
    await opens_the_draft(methodist)
    await methodist.taps("plan-card.confirm", "Даю согласие на проект")
    methodist.sees("signing-card")
    (found,) = await town.all(select(Route))
    await methodist.taps_again(methodist.last["message_id"], f"pl:confirm:1:{found.version}:")
    methodist.hears_toast("plan-waits-for")
    await methodist.taps("plan.sign")
    await signs(methodist, "Подписать")
    (paper,) = await papers(town)
    assert [one.state for one in paper.slots][:2] == [SlotState.SIGNED, SlotState.WAITING]
    assert await assents(town) == [("teacher", True), ("methodist", True)]
    await opens_the_draft(tutor)
    assert not tutor.has_button("plan-card.confirm")


async def test_taking_back_takes_the_own_word_back_and_leaves_the_other(town: Town) -> None:
    teacher, tutor = await town.pair()
    await plans(teacher, 5)
    await opens_the_draft(tutor)
    await tutor.taps("plan-card.assent")
    await teacher.taps("plan.agree")
    await teacher.taps("plan.take-back")
    assert await assents(town) == [("tutor", True), ("teacher", False)]
    (paper,) = await papers(town)
    assert paper.state is PaperState.WITHDRAWN
    await teacher.taps("plan.agree")
    assert [one.state for one in await papers(town)] == [PaperState.WITHDRAWN, PaperState.OPEN]
    assert len(await town.all(select(PlanVersion))) == 1


async def test_two_at_once_decide_once(town: Town) -> None:
    teacher, tutor = await town.pair()
    methodist = await town.member("Дубов Игорь Ильич", Role.TUTOR, organisation="Центр")
    await joins(town, methodist, Role.TUTOR)
    await sends(teacher)
    (found,) = await town.all(select(Route))
    message, data = tutor.button("plan-card.confirm")
    back = f"pl:phrase:1:{found.version}:terms"
    town.telegram.tap(tutor.telegram_id, message["message_id"], data, forged=True)
    town.telegram.tap(methodist.telegram_id, methodist.last["message_id"], back, forged=True)
    await town.settle()
    verbs = [one.verb for one in await town.all(select(HistoryLine))]
    assert verbs.count("plan.agreed") + verbs.count("plan.returned") == 1
    told = await kinds(town, teacher)
    assert told.count("signing-waiting") + told.count("plan-returned") == 1


async def test_after_the_approval_the_teacher_still_changes_rows_and_the_tutor_hears(town: Town) -> None:
    teacher, tutor = await active(town)
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    await teacher.taps("plan-open", "№ 1")
    await teacher.taps("plan-activity.level")
    await teacher.taps("questions-ask.option", "Федеральный")
    tutor.sees("plan-changed", "уточнено мероприятие Семинар № 1")
    assert (await route(town)).state is RouteState.ACTIVE
    assert await assents(town) == [("teacher", True), ("tutor", True)]
