"""S-20.1, X19: from 15 April to 31 May topics and requests are collected, and the deputy sees who asked for what."""

from datetime import date

from sqlalchemy import select, update

from models.people import Role
from models.route import Route
from models.year_application import YearApplication
from tests.stories.gymnasium import Gymnasium, gymnasium, heard
from tests.stories.schools import SCHOOL, alone
from tests.stories.town import Guest, Town

ASKED, AGAIN, COLLECTED = "year-asked", "year-asked-again", "year-collected"


async def asked(town: Town) -> tuple[Gymnasium, Guest]:
    """The campaign has begun; a second teacher of the school is there, too."""
    people = await gymnasium(town)
    other = await town.member("Бакаева Луиза Руслановна", Role.TEACHER, organisation=SCHOOL)
    town.set_local(date(2027, 4, 15), 17, 1)
    await town.tick()
    return people, other


async def applications(town: Town) -> list[YearApplication]:
    """Every application, the first one first."""
    return await town.all(select(YearApplication).order_by(YearApplication.id))


async def writes(teacher: Guest, topic: str, request: str) -> None:
    """Both answers."""
    await teacher.taps("year-intro.write")
    await teacher.says(topic)
    await teacher.says(request)


async def test_x19_every_teacher_is_asked_once_and_reminded_once_before_the_end(town: Town) -> None:
    people = await gymnasium(town)
    for day, hour in ((date(2027, 4, 14), 18), (date(2027, 4, 15), 16)):
        town.set_local(day, hour)
        await town.tick()
    assert await heard(town, people.teacher, ASKED) == 0
    for hour in (17, 19):
        town.set_local(date(2027, 4, 15), hour)
        await town.tick()
        await town.tick()
    assert await heard(town, people.teacher, ASKED) == 1
    people.teacher.sees("year-asked", "2027/2028", "31 мая", "п. 4.3", among_last=1)
    assert await heard(town, people.deputy, ASKED) == await heard(town, people.head, ASKED) == 0
    town.set_local(date(2027, 5, 23), 18)
    await town.tick()
    assert await heard(town, people.teacher, AGAIN) == 0
    for day in (24, 25, 31):
        town.set_local(date(2027, 5, day), 18)
        await town.tick()
    assert await heard(town, people.teacher, AGAIN) == 1
    town.set_local(date(2027, 6, 1), 18)
    await town.tick()
    await town.tick()
    assert await heard(town, people.deputy, COLLECTED) == 1
    people.deputy.sees("year-collected", "0 из 1", among_last=3)
    town.set_local(date(2027, 6, 5), 18)
    await town.tick()
    assert await heard(town, people.deputy, COLLECTED) == 1


async def test_s_20_1_a_topic_and_a_request_are_two_sentences_and_may_be_changed(town: Town) -> None:
    people, other = await asked(town)
    await writes(people.teacher, "Формирующее оценивание", "Мастер-класс по проектам осенью")
    people.teacher.sees("year-sent", among_last=1)
    people.teacher.sees("year-topic", "Формирующее оценивание", among_last=1)
    await other.taps("year-intro.nothing", times=2)
    other.sees("year-nothing", among_last=1)
    first, second = await applications(town)
    assert (first.year, first.topic, first.request) == (
        2027,
        "Формирующее оценивание",
        "Мастер-класс по проектам осенью",
    )
    assert second.is_sent and second.asks_nothing
    await people.teacher.taps("year-card.request")
    await people.teacher.says("Педагогические чтения в ноябре")
    people.teacher.sees("year-request", "Педагогические чтения в ноябре", among_last=1)
    town.set_local(date(2027, 5, 24), 18)
    await town.tick()
    assert await heard(town, people.teacher, AGAIN) == 0, "who has answered is not reminded"
    await people.teacher.says("/menu")
    assert people.teacher.has_button("year-menu")


async def test_the_topic_of_now_is_one_tap_and_a_draft_is_gone_on_with(town: Town) -> None:
    people = await gymnasium(town)
    async with town.app.sessions() as session, session.begin():
        await session.execute(update(Route).values(topic="Смысловое чтение"))
    town.set_local(date(2027, 4, 15), 17, 1)
    await town.tick()
    await people.teacher.taps("year-intro.write")
    await people.teacher.taps("questions-ask.option", "Смысловое чтение")
    people.teacher.sees("year-ask-request", among_last=1)
    await people.teacher.says("/menu")
    await people.teacher.taps("year-menu")
    await people.teacher.taps("year-intro.write", "Продолжить")
    await people.teacher.taps("questions-ask.skip")
    (one,) = await applications(town)
    assert one.is_sent and (one.topic, one.request) == ("Смысловое чтение", "")


async def test_the_deputy_sees_who_asked_for_what_and_reminds_at_most_once_a_week(town: Town) -> None:
    people, other = await asked(town)
    await writes(people.teacher, "Формирующее оценивание", "Мастер-класс")
    await people.deputy.says("/menu")
    await people.deputy.taps("year-desk-menu")
    people.deputy.sees("year-desk", "Ответили 1 из 2", among_last=1)
    people.deputy.sees("year-desk-line", "Исаева З. А.", "Формирующее оценивание", "Мастер-класс")
    people.deputy.sees("year-desk-silent", "Бакаева Л. Р.", among_last=1)
    town.set_local(date(2027, 4, 20), 12)
    await people.deputy.taps("year-desk.nudge", times=2)
    people.deputy.hears_toast("year-nudged")
    assert not people.deputy.has_button("year-desk.nudge")
    assert await heard(town, other, AGAIN) == 0, "it comes at the hour of reminders"
    town.set_local(date(2027, 4, 20), 17, 1)
    await town.deliver()
    assert await heard(town, other, AGAIN) == 1 and await heard(town, people.teacher, AGAIN) == 0
    town.set_local(date(2027, 4, 27), 12)
    await people.deputy.says("/menu")
    await people.deputy.taps("year-desk-menu")
    await people.deputy.taps("year-desk.nudge")
    town.set_local(date(2027, 4, 27), 17, 1)
    await town.deliver()
    assert await heard(town, other, AGAIN) == 2
    await people.head.says("/menu")
    await people.head.taps("year-desk-menu")
    assert not people.head.has_button("year-desk.nudge"), "the head reads; the deputy makes the plan"


async def test_a_route_that_stands_still_is_left_alone_and_so_is_a_school_without_the_rule(
    town: Town,
) -> None:
    people = await gymnasium(town)
    async with town.app.sessions() as session, session.begin():
        await session.execute(update(Route).values(suspended_on=date(2027, 4, 1)))
    town.set_local(date(2027, 4, 15), 18)
    await town.tick()
    assert await heard(town, people.teacher, ASKED) == 0
    await people.deputy.says("/menu")
    await people.deputy.taps("year-desk-menu")
    people.deputy.sees("year-desk-still", "1", among_last=1)


async def test_a_school_whose_text_has_no_round_is_not_asked(town: Town) -> None:
    teacher = await alone(town, "methodical_guide")
    town.set_local(date(2027, 4, 15), 18)
    await town.tick()
    assert await heard(town, teacher, ASKED) == 0
    await teacher.says("/menu")
    assert not teacher.has_button("year-menu")
    await teacher.taps_again(teacher.last["message_id"], "ya:nothing:2027:0:")
    teacher.hears_toast("refusal-not-yours")
    await teacher.taps_again(teacher.last["message_id"], "go:year.desk")
    teacher.hears_toast("refusal-not-yours")
    assert await applications(town) == []


async def test_any_time_outside_the_campaign_an_application_may_be_written(town: Town) -> None:
    people = await gymnasium(town)
    await people.teacher.says("/menu")
    assert not people.teacher.has_button("year-menu")
    await people.teacher.taps("need-menu")
    await people.teacher.taps("year-any-time", "2027/2028")
    await people.teacher.taps("year-intro.nothing")
    (one,) = await applications(town)
    assert one.year == 2027
    town.set_local(date(2027, 4, 15), 18)
    await town.tick()
    assert await heard(town, people.teacher, ASKED) == 0


async def test_forged_taps_change_nothing_of_others(town: Town) -> None:
    people, other = await asked(town)
    await writes(people.teacher, "Формирующее оценивание", "Мастер-класс")
    (one,) = await applications(town)
    for data in (f"ya:change:{one.id}:{one.version}:0.", f"ya:skip:{one.id}:{one.version}:0."):
        await other.taps_again(other.last["message_id"], data)
        other.hears_toast("refusal-not-yours")
    await people.teacher.taps_again(people.teacher.last["message_id"], "ya:nothing:2031:0:")
    people.teacher.hears_toast("refusal-not-yours")
    for data in ("yp:nudge:2027:", "yp:page:2027:1", "yp:plan:2027:", "yp:add:2027:readings", "yp:pdf:2027:"):
        await other.taps_again(other.last["message_id"], data)
        other.hears_toast("refusal-not-yours")
    assert len(await applications(town)) == 1
