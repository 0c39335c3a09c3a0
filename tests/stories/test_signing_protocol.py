"""63-FZ, X20, X23, X39: the protocol of a card, what it is called, the visa apart, the actual start."""

from sqlalchemy import select

from models.history import HistoryLine
from models.people import Organisation, Person
from models.plan_version import PlanVersion
from tests.stories.signing import papers, route, signed_by_all, signs, to_be_signed
from tests.stories.town import Guest, Town

WORDS = "Подписано простой электронной подписью"


async def reads_the_protocol(guest: Guest) -> None:
    """From the menu to the last card that this person has signed."""
    await guest.says("/menu")
    await guest.taps("menu-sign")
    await guest.taps("signing.done")
    await guest.taps("signing-papers.open", "Иванова Г. П.")


async def enters_the_act(guest: Guest, act: str) -> None:
    """The head says by which act people here sign electronically."""
    await guest.says("/menu")
    await guest.taps("menu-sign")
    await guest.taps("signing.act")
    guest.sees("signing-act", "согласовано в системе")
    await guest.says(act)
    guest.sees("signing-act", act)


async def test_without_an_act_it_is_agreed_in_the_system(town: Town) -> None:
    people = await to_be_signed(town)
    await signed_by_all(people)
    await reads_the_protocol(people.methodist)
    people.methodist.sees("signing-simple", "Согласовано в системе.")
    assert WORDS not in people.methodist.last_text
    people.methodist.sees("signing-slot", "Утверждено: Корепанов Андрей Леонидович, Руководитель")
    people.methodist.sees("signing-slot", "(с 1 января 2026")
    (paper,) = await papers(town)
    people.methodist.sees("signing-sha", paper.fingerprint)
    people.methodist.sees("signing-base", "Положение об ИОМ (Удмуртская Республика), редакция 1")


async def test_the_words_of_the_law_stand_only_where_the_organisation_has_agreed(town: Town) -> None:
    people = await to_be_signed(town)
    await signs(people.methodist)
    await enters_the_act(people.head, "Приказ № 15 от 01.09.2026")
    for guest in (people.teacher, people.centre_head):
        await guest.taps("signing-card.sign")
        for _ in range(2):
            for digit in "2580":
                await guest.taps("signing-pad.digit", digit)
    (paper,) = await papers(town)
    assert [one.simple for one in paper.slots] == ["", "Приказ № 15 от 01.09.2026", "", ""]
    await reads_the_protocol(people.methodist)
    people.methodist.sees("signing-simple", f"{WORDS}: Приказ № 15 от 01.09.2026")
    (school,) = await town.all(select(Organisation).where(Organisation.name == "Школа № 3"))
    assert (school.signature_act_by, school.signature_act_at) == ("Корепанов А. Л.", town.now)


async def test_an_act_is_taken_out_behind_a_question_and_signatures_before_keep_it(town: Town) -> None:
    people = await to_be_signed(town)
    await enters_the_act(people.head, "Приказ № 15 от 01.09.2026")
    await signs(people.teacher)
    await people.head.taps("signing-act.off")
    await people.head.taps("signing-act-off.yes")
    people.head.sees("signing-act", "согласовано в системе")
    (paper,) = await papers(town)
    assert paper.slots[1].simple == "Приказ № 15 от 01.09.2026"


async def test_nobody_but_the_head_says_by_which_act_people_sign(town: Town) -> None:
    people = await to_be_signed(town)
    for guest in (people.teacher, people.tutor, people.methodist):
        await guest.taps_again(guest.last["message_id"], "go:signing.act")
        assert not guest.has_button("signing-act.off")
        await guest.taps_again(guest.last["message_id"], "sg:act-off:0:0:")
        guest.hears_toast("refusal-not-yours")


async def test_x23_the_tutors_visa_stands_apart_and_has_no_legal_weight(town: Town) -> None:
    people = await to_be_signed(town)
    await signs(people.methodist)
    await reads_the_protocol(people.methodist)
    people.methodist.sees("signing-visa", "Виза, без юридической силы: Орлова М. С., Тьютор")
    (paper,) = await papers(town)
    assert people.tutor.person_id not in {one.person_id for one in paper.slots}


async def test_x39_a_new_name_does_not_change_what_was_signed_before(town: Town) -> None:
    people = await to_be_signed(town)
    await signs(people.methodist)
    async with town.app.sessions() as session, session.begin():
        (person,) = (
            await session.scalars(select(Person).where(Person.id == people.methodist.person_id))
        ).all()
        person.full_name = "Новиков Игорь Ильич"
    await reads_the_protocol(people.methodist)
    people.methodist.sees("signing-slot", "Дубов Игорь Ильич")


async def test_x20_the_methodist_dates_the_actual_start_and_it_is_logged(town: Town) -> None:
    people = await to_be_signed(town)
    await signed_by_all(people)
    town.wait(minutes=3)
    await reads_the_protocol(people.methodist)
    await people.methodist.taps("signing-protocol.began", "14 сентября 2026")
    await people.methodist.says("1 сентября")
    people.methodist.sees("signing-began-now", "1 сентября 2026")
    assert (await route(town)).began_on.isoformat() == "2026-09-01"
    (line,) = [one for one in await town.all(select(HistoryLine)) if one.verb == "route.began"]
    assert line.person_id == people.methodist.person_id
    assert "2026-09-14" in str(line.facts["before"]) and "2026-09-01" in str(line.facts["on"])
    await reads_the_protocol(people.head)
    assert not people.head.has_button("signing-protocol.began")
    (slot, *_) = (await papers(town))[0].slots
    found = await route(town)
    await people.head.taps_again(people.head.last["message_id"], f"sg:began:{slot.id}:{found.version}:")
    await people.head.says("2 сентября")
    assert (await route(town)).began_on.isoformat() == "2026-09-01"


async def test_the_content_of_a_card_and_its_hash_never_change(town: Town) -> None:
    people = await to_be_signed(town)
    await signed_by_all(people)
    (before,) = await papers(town)
    await people.teacher.says("/menu")
    await people.teacher.taps("menu-plan")
    await people.teacher.taps("plan-open", "№ 2")
    await people.teacher.taps("plan-activity.title")
    await people.teacher.says("Семинар № 22")
    (after,) = await papers(town)
    assert (after.content, after.fingerprint) == (before.content, before.fingerprint)
    assert len(await town.all(select(PlanVersion))) == 1
