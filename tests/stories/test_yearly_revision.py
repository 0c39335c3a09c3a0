"""S-20.2, X18: the route is corrected at least once a year, or it is said that nothing changes (S001 4.4)."""

from datetime import date

from sqlalchemy import select, update

from models.correction import Correction, CorrectionState
from models.history import lines_of
from models.paper import Paper
from models.plan import Activity
from models.route import Route
from services import papers
from services.work import Work
from tests.stories.gymnasium import Gymnasium, gymnasium, heard
from tests.stories.signing import signs
from tests.stories.town import Town
from tests.stories.walking import two_minutes_later

ASKED, LATE = "revision-asked", "revision-overdue"


async def asked(town: Town) -> Gymnasium:
    """Thirty days before the anniversary both have been asked."""
    people = await gymnasium(town)
    town.set_local(date(2027, 8, 15), 18)
    await town.tick()
    return people


async def corrections(town: Town) -> list[Correction]:
    """Every correction, the first one first."""
    return await town.all(select(Correction).order_by(Correction.id))


async def test_x18_teacher_and_companion_are_asked_thirty_and_seven_days_before_and_nobody_twice(
    town: Town,
) -> None:
    people = await gymnasium(town)
    town.set_local(date(2027, 8, 14), 18)
    await town.tick()
    assert await heard(town, people.teacher, ASKED) == await heard(town, people.deputy, ASKED) == 0
    town.set_local(date(2027, 8, 15), 16, 59)
    await town.tick()
    assert await heard(town, people.teacher, ASKED) == 0
    for hour in (17, 18, 19):
        town.set_local(date(2027, 8, 15), hour)
        await town.tick()
        await town.tick()
    people.teacher.sees("revision-asked", "14 сентября 2027", "п. 4.4", among_last=3)
    people.deputy.sees("revision-asked", "Исаева З. А.", among_last=3)
    assert await heard(town, people.teacher, ASKED) == await heard(town, people.deputy, ASKED) == 1
    assert await heard(town, people.head, ASKED) == 0
    town.set_local(date(2027, 9, 6), 18)
    await town.tick()
    assert await heard(town, people.teacher, ASKED) == 1
    town.set_local(date(2027, 9, 7), 18)
    await town.tick()
    await town.tick()
    assert await heard(town, people.teacher, ASKED) == await heard(town, people.deputy, ASKED) == 2


async def test_s_20_2_no_changes_are_needed_is_signed_as_the_regulation_says_and_kept(town: Town) -> None:
    people = await asked(town)
    await people.teacher.taps("revision-answer.unchanged", times=2)
    people.teacher.hears_toast("revision-under-way")
    people.teacher.sees("revision-going-round", "№ 1")
    (one,) = await corrections(town)
    assert (one.activity_id, one.number, one.state) == (None, 1, CorrectionState.SIGNING)
    people.deputy.sees("revision-paper", "изменений не требуется", "п. 4.4", among_last=2)
    await signs(people.deputy)
    await signs(people.teacher)
    await two_minutes_later(town)
    people.head.sees("revision-done", "№ 1")
    (one,) = await corrections(town)
    assert one.state is CorrectionState.DONE
    assert len(await town.all(lines_of(people.route.id, "correction.done"))) == 1
    town.set_local(date(2027, 9, 7), 18)
    await town.tick()
    town.set_local(date(2027, 9, 20), 18)
    await town.tick()
    assert await heard(town, people.teacher, ASKED) == 1
    assert await heard(town, people.deputy, LATE) == 0
    async with town.app.sessions() as session, session.begin():
        work = Work(session, None, town.now, town.app.rules)
        made = {paper.kind: paper for paper in await papers.every_paper(work, people.route.id)}
    (row,) = made["correction"].parts[0].cells
    assert row[0] == "1" and row[1] == "15.08.2027" and "изменений не требуется" in row[3]
    assert "Исаева З. А." in row[5] and "Ахмадова М. С." in row[5]


async def test_r1_029_collective_and_individual_forms_are_seen_set_and_signed(town: Town) -> None:
    people = await asked(town)
    async with town.app.sessions() as session, session.begin():
        await session.execute(update(Activity).values(kind="seminar"))
    await people.teacher.says("/menu")
    await people.teacher.taps("revision-menu")
    people.teacher.sees("revision-forms", "Коллективные: Семинар", "Индивидуальные: пока нет", "п. 4.4")
    await people.teacher.taps("revision-answer.unchanged")
    (paper,) = await town.all(select(Paper).where(Paper.kind == "correction"))
    assert paper.content["self_education"] == {"collective": ["Семинар"], "individual": []}


async def test_a_correction_of_a_row_counts_for_the_year_as_well(town: Town) -> None:
    people = await asked(town)
    await people.teacher.taps("revision-answer.propose")
    await people.teacher.taps("revision-row", "Семинар по оцениванию")
    await people.teacher.taps("correction-reason.load")
    await people.teacher.taps("correction-card.alone")
    await people.teacher.taps("correction-card.send")
    await signs(people.teacher)
    await signs(people.deputy)
    await two_minutes_later(town)
    town.set_local(date(2027, 9, 20), 18)
    await town.tick()
    assert await heard(town, people.teacher, ASKED) == 1 and await heard(town, people.deputy, LATE) == 0
    await people.teacher.says("/menu")
    assert not people.teacher.has_button("revision-menu")


async def test_x18_a_year_gone_by_is_told_to_the_deputy_once_and_can_still_be_answered(town: Town) -> None:
    people = await asked(town)
    town.set_local(date(2027, 9, 14), 18)
    await town.tick()
    assert await heard(town, people.deputy, LATE) == 0
    for day in (15, 16, 30):
        town.set_local(date(2027, 9, day), 18)
        await town.tick()
        await town.tick()
    assert await heard(town, people.deputy, LATE) == 1 and await heard(town, people.teacher, LATE) == 0
    await people.teacher.says("/menu")
    await people.teacher.taps("revision-menu", "срок прошёл")
    people.teacher.sees("revision-due", "14 сентября 2027", among_last=1)
    await people.teacher.taps("revision-answer.unchanged")
    await signs(people.teacher)
    await signs(people.deputy)
    await two_minutes_later(town)
    town.set_local(date(2028, 8, 20), 18)
    await town.tick()
    assert await heard(town, people.teacher, ASKED) == 2, (
        "the late one stands for the year in which it was signed"
    )


async def test_a_signer_gives_it_back_and_it_goes_round_again(town: Town) -> None:
    people = await asked(town)
    await people.teacher.taps("revision-answer.unchanged")
    await people.deputy.taps("correction-return.ask")
    await people.deputy.says("Добавьте выступление на МО")
    people.teacher.sees("correction-returned", "изменений не требуется", "Добавьте выступление")
    await people.teacher.taps("correction-returned.mend")
    people.teacher.sees("revision-card", "Пока не отправлена", among_last=1)
    assert not people.teacher.has_button("correction-card.write")
    await people.teacher.taps("correction-card.drop")
    people.teacher.sees("revision-due", among_last=1)
    await people.teacher.taps("revision-answer.unchanged")
    assert [one.state for one in await corrections(town)] == [
        CorrectionState.DROPPED,
        CorrectionState.SIGNING,
    ]


async def test_a_route_that_stands_still_or_ends_before_is_left_alone(town: Town) -> None:
    people = await gymnasium(town, months=12)
    town.set_local(date(2027, 8, 20), 18)
    await town.tick()
    assert await heard(town, people.teacher, ASKED) == 0, "the route ends before the anniversary"
    async with town.app.sessions() as session, session.begin():
        table = update(Route).values(ends_on=date(2029, 9, 1), suspended_on=date(2027, 8, 1))
        await session.execute(table)
    town.set_local(date(2027, 8, 21), 18)
    await town.tick()
    assert await heard(town, people.teacher, ASKED) == 0, "it stands still"
    async with town.app.sessions() as session, session.begin():
        await session.execute(update(Route).values(suspended_on=None))
    town.set_local(date(2027, 8, 22), 18)
    await town.tick()
    assert await heard(town, people.teacher, ASKED) == 1


async def test_the_question_waits_for_the_persons_own_hour(town: Town) -> None:
    people = await gymnasium(town)
    await people.teacher.says("/remind")
    await people.teacher.taps("remind.hour")
    await people.teacher.taps("remind-hour-ask.hour", "20:00")
    town.set_local(date(2027, 8, 15), 17, 30)
    await town.tick()
    assert await heard(town, people.teacher, ASKED) == 0 and await heard(town, people.deputy, ASKED) == 1
    town.set_local(date(2027, 8, 15), 20, 1)
    await town.deliver()
    assert await heard(town, people.teacher, ASKED) == 1


async def test_the_question_waits_for_the_last_day_of_a_vacation(town: Town) -> None:
    people = await gymnasium(town)
    await people.teacher.says("/remind")
    await people.teacher.taps("remind.vacation")
    await people.teacher.says("с 10 августа по 25 августа 2027")
    town.set_local(date(2027, 8, 15), 17, 30)
    await town.tick()
    town.set_local(date(2027, 8, 25), 18)
    await town.deliver()
    assert await heard(town, people.teacher, ASKED) == 0
    town.set_local(date(2027, 8, 26), 17, 1)
    await town.deliver()
    assert await heard(town, people.teacher, ASKED) == 1


async def test_forged_answers_change_nothing(town: Town) -> None:
    people = await asked(town)
    stranger = await town.member("Серов Олег Ильич")
    day, route = date(2027, 9, 14).toordinal(), people.route.id
    for guest in (stranger, people.head):
        for data in (f"ry:unchanged:{route}:{day}", f"ry:propose:{route}:{day}", f"ry:open:{route}:0"):
            await guest.taps_again(guest.last["message_id"], data)
            guest.hears_toast("refusal-not-yours")
    for wrong in (0, 1, day + 1, 10**9):
        await people.teacher.taps_again(people.teacher.last["message_id"], f"ry:unchanged:{route}:{wrong}")
    assert await corrections(town) == []
