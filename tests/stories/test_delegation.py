"""People 13, X27: somebody of the team types a report, the teacher sends it with one tap."""

from datetime import timedelta

from sqlalchemy import select

from models.delegation import Delegation
from models.people import Role
from models.report import ReportState
from models.route import Route, TeamMember
from tests.stories.town import Guest, Town
from tests.stories.walking import report, walks

TITLE = "Вебинар «Смысловое чтение»"
WORDS = "Показали три приёма работы с текстом."


async def handed(town: Town) -> tuple[Guest, Guest]:
    """A teacher with an activity of yesterday, whose tutor types for her."""
    teacher, tutor = await town.pair()
    await walks(town, teacher, (TITLE, town.today - timedelta(days=1)))
    await teacher.says("/help")
    await teacher.taps("help.delegation")
    await teacher.taps("delegation.give", "Орлова М. С.")
    return teacher, tutor


async def typed(tutor: Guest) -> None:
    """The tutor types the report and hands it on."""
    await tutor.taps("delegation-given.start")
    await tutor.taps("report-line", "Вебинар")
    await tutor.taps("report-was.held")
    await tutor.says(WORDS)
    await tutor.taps("report-draft.send")


async def joins(town: Town, guest: Guest, role: Role) -> None:
    """Somebody else on the team."""
    async with town.app.sessions() as session, session.begin():
        route = (await session.scalars(select(Route))).one()
        session.add(TeamMember(route_id=route.id, person_id=guest.person_id, role=role, since=town.today))


async def test_the_tutor_types_and_the_teacher_sends_with_one_tap(town: Town) -> None:
    teacher, tutor = await handed(town)
    teacher.sees("delegation-now", "Орлова М. С.")
    tutor.sees("delegation-given", "Иванова Г. П.")
    await typed(tutor)
    tutor.sees("delegation-handed-on", "Иванова Г. П.")
    teacher.sees("delegation-prepared", "Вебинар", "Орлова М. С.")
    teacher.sees("delegation-prepared-text", WORDS)
    assert (await report(town, TITLE)).state is ReportState.DRAFT
    await teacher.taps("delegation-prepared.send")
    teacher.sees("report-sent")
    found = await report(town, TITLE)
    assert (found.state, found.prepared_by_id) == (ReportState.SUBMITTED, tutor.person_id)


async def test_the_teacher_may_change_what_was_typed(town: Town) -> None:
    teacher, tutor = await handed(town)
    await typed(tutor)
    await teacher.taps("delegation-prepared.change")
    await teacher.says("И один приём уже в моём уроке.")
    await teacher.taps("report-draft.send")
    assert (await report(town, TITLE)).text == f"{WORDS}\nИ один приём уже в моём уроке."


async def test_handing_on_twice_asks_the_teacher_once_and_an_old_tap_sends_nothing(town: Town) -> None:
    teacher, tutor = await handed(town)
    await tutor.taps("delegation-given.start")
    await tutor.taps("report-line", "Вебинар")
    await tutor.taps("report-was.held")
    await tutor.says(WORDS)
    await tutor.taps("report-draft.send", times=2)
    asked = [one for one in teacher.heard if "Всё верно?" in str(one.get("text"))]
    assert len(asked) == 1
    message, data = teacher.button("delegation-prepared.send")
    await teacher.taps("delegation-prepared.send", times=2)
    town.wait(hours=1)
    await teacher.taps_again(message["message_id"], data)
    assert (await report(town, TITLE)).state is ReportState.SUBMITTED
    assert len([one for one in tutor.heard if "Новый отчёт" in str(one.get("text"))]) == 1


async def test_whoever_typed_does_not_judge_while_somebody_else_can(town: Town) -> None:
    teacher, tutor = await handed(town)
    other = await town.member("Быков Олег Ильич", Role.DEPUTY_HEAD)
    await joins(town, other, Role.DEPUTY_HEAD)
    await typed(tutor)
    await teacher.taps("delegation-prepared.send")
    await tutor.taps("review-card.accept")
    tutor.hears_toast("delegation-typed-by-you")
    assert (await report(town, TITLE)).state is ReportState.SUBMITTED
    await other.taps("review-card.accept")
    assert (await report(town, TITLE)).state is ReportState.ACCEPTED


async def test_a_team_of_one_may_judge_what_the_teacher_confirmed(town: Town) -> None:
    teacher, tutor = await handed(town)
    await typed(tutor)
    await teacher.taps("delegation-prepared.send")
    await tutor.taps("review-card.accept")
    assert (await report(town, TITLE)).state is ReportState.ACCEPTED


async def test_what_was_handed_over_is_taken_back_and_old_buttons_change_nothing(town: Town) -> None:
    teacher, tutor = await handed(town)
    message, data = tutor.button("delegation-given.start")
    await teacher.taps("delegation.take-back")
    teacher.sees("delegation-nobody", "без помощи")
    tutor.sees("delegation-ended")
    await tutor.taps_again(message["message_id"], data)
    tutor.hears_toast("refusal-not-yours")
    await tutor.says("/menu")
    assert not tutor.has_button("menu-type")
    (one,) = await town.all(select(Delegation))
    assert one.ended_at is not None


async def test_a_double_tap_hands_over_once_and_nobody_from_outside_can_be_named(town: Town) -> None:
    teacher, tutor = await town.pair()
    await walks(town, teacher, (TITLE, town.today - timedelta(days=1)))
    stranger = await town.member("Чужая Анна Ильинична", Role.TUTOR, organisation="Школа № 5")
    await teacher.says("/help")
    await teacher.taps("help.delegation")
    message, data = teacher.button("delegation.give")
    await teacher.taps_again(message["message_id"], data.rsplit(":", 1)[0] + f":{stranger.person_id}")
    teacher.hears_toast("refusal-not-yours")
    await teacher.taps_again(message["message_id"], data)
    await teacher.taps_again(message["message_id"], data)
    assert len(await town.all(select(Delegation))) == 1
    assert len([one for one in tutor.heard if "просит Вас заполнять" in str(one.get("text"))]) == 1


async def test_a_tutor_without_the_teachers_word_types_nothing(town: Town) -> None:
    teacher, tutor = await town.pair()
    await walks(town, teacher, (TITLE, town.today - timedelta(days=1)))
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    _, data = teacher.button("report-was.held")
    await tutor.taps_again(tutor.last["message_id"], data)
    tutor.hears_toast("refusal-not-yours")
    assert not await town.all(select(Delegation))


async def test_whoever_leaves_the_team_types_no_longer(town: Town) -> None:
    _, tutor = await handed(town)
    async with town.app.sessions() as session, session.begin():
        (member,) = (
            await session.scalars(select(TeamMember).where(TeamMember.person_id == tutor.person_id))
        ).all()
        member.until = town.today
    message, data = tutor.button("delegation-given.start")
    town.wait(days=1)
    await tutor.taps_again(message["message_id"], data)
    tutor.hears_toast("refusal-not-yours")


async def test_of_several_teachers_the_tutor_chooses(town: Town) -> None:
    _, tutor = await handed(town)
    second = await town.member("Петров Олег Ильич", Role.TEACHER, tutor=tutor)
    await second.says("/help")
    await second.taps("help.delegation")
    await second.taps("delegation.give")
    await tutor.says("/menu")
    await tutor.taps("menu-type")
    tutor.sees("delegation-routes")
    await tutor.taps("delegation-routes.open", "Петров О. И.")
    tutor.sees("delegation-route", "Сейчас отчитываться не о чем")


async def test_without_a_team_there_is_nobody_to_hand_it_to(town: Town) -> None:
    teacher = await town.member("Иванова Галина Петровна", Role.TEACHER)
    await teacher.says("/help")
    await teacher.taps("help.delegation")
    teacher.sees("delegation-nobody", "Команду назначает методист")


async def test_a_sentence_that_ends_with_a_short_name_has_one_full_stop(town: Town) -> None:
    teacher, tutor = await handed(town)
    await typed(tutor)
    await teacher.taps("delegation-prepared.send")
    for guest in (teacher, tutor):
        assert not [one for one in guest.heard if ".." in str(one.get("text"))]
