"""«Исправить»: what a person corrects themselves, what they ask the school for, and the answer."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from models.amendment import Amendment, AmendmentState
from models.history import HistoryLine
from models.paper_slot import PaperSlot
from models.people import Appointment, OrganisationKind, Person, Role
from tests import log_lines
from tests.stories.factors import asks_for_it, enrols
from tests.stories.signing import signs, to_be_signed
from tests.stories.test_discreet import goes_quiet
from tests.stories.town import Guest, Town

NEW = "Петрова Галина Петровна"


async def school(town: Town) -> tuple[Guest, Guest, Guest]:
    """A teacher, the deputy head, the methodist of the centre."""
    await town.organisation("ЦНППМ", OrganisationKind.CENTRE)
    methodist = await town.member("Котова Ирина Львовна", Role.METHODIST, organisation="ЦНППМ")
    deputy = await town.member("Белова Анна Павловна", Role.DEPUTY_HEAD)
    teacher, _ = await town.pair()
    return teacher, deputy, methodist


async def asks(guest: Guest, what: str, text: str) -> None:
    """From /mydata to what should be written."""
    await guest.says("/mydata")
    await guest.taps("mydata.mend")
    await guest.taps("amendment.what", what)
    await guest.says(text)


async def requests(town: Town) -> list[Amendment]:
    found: list[Amendment] = await town.all(select(Amendment).order_by(Amendment.id))
    return found


async def person(town: Town, guest: Guest) -> Person:
    (found,) = await town.all(select(Person).where(Person.id == guest.person_id))
    assert isinstance(found, Person)
    return found


async def test_a_name_is_asked_for_and_corrected_by_one_tap_of_the_school(town: Town) -> None:
    teacher, deputy, methodist = await school(town)
    await asks(teacher, "Имя", NEW)
    teacher.sees("amendment-sent", "Белова А. П.", "Котова И. Л.")
    for officer in (deputy, methodist):
        officer.sees("amendment-asked", "Иванова Галина Петровна", NEW)
    await deputy.taps("amendment-asked.grant", times=2)
    deputy.hears_toast("amendment-over")
    teacher.sees("amendment-answered", NEW, "Белова А. П.")
    found = await person(town, teacher)
    assert (found.full_name, found.search_name) == (NEW, NEW.lower())
    await methodist.taps("amendment-asked.decline")
    methodist.hears_toast("amendment-over")
    (one,) = await requests(town)
    assert (one.before, one.text, one.state) == ("Иванова Галина Петровна", NEW, AmendmentState.GRANTED)
    (line,) = await town.all(select(HistoryLine).where(HistoryLine.verb == "person.amended"))
    assert line.person_id == deputy.person_id and NEW not in str(line.facts)


async def test_a_refusal_has_its_reason_and_nothing_changes(town: Town) -> None:
    teacher, deputy, _ = await school(town)
    await asks(teacher, "Должность", "учитель физики")
    await deputy.taps("amendment-asked.decline")
    deputy.sees("amendment-reason", "Иванова Г. П.")
    await deputy.says("В приказе другая должность")
    deputy.sees("amendment-declined")
    teacher.sees("amendment-answered", "В приказе другая должность")
    assert (await person(town, teacher)).position == ""
    await teacher.taps("amendment.open")
    teacher.sees("amendment-line", "оставлено как есть")


async def test_a_place_or_an_office_is_promised_and_changed_in_its_own_way(town: Town) -> None:
    teacher, deputy, _ = await school(town)
    await asks(teacher, "Место", "Школа № 8")
    await deputy.taps("amendment-asked.grant")
    deputy.sees("amendment-done", "перевод или назначение")
    teacher.sees("amendment-answered", "школа внесёт изменение")
    assert (await person(town, teacher)).organisation_id == (await person(town, deputy)).organisation_id


async def test_a_newer_request_about_the_same_ends_the_one_before_and_may_be_taken_back(town: Town) -> None:
    teacher, deputy, _ = await school(town)
    await asks(teacher, "Должность", "учитель физики")
    message, old = deputy.button("amendment-asked.grant")
    await asks(teacher, "Должность", "учитель химии")
    await deputy.taps_again(message["message_id"], old)
    deputy.hears_toast("amendment-over")
    await teacher.taps("amendment.take-back", times=2)
    teacher.hears_toast("amendment-over")
    await deputy.taps("amendment-asked.grant")
    deputy.hears_toast("amendment-over")
    assert [(one.state, one.text) for one in await requests(town)] == [(AmendmentState.DROPPED, "")] * 2
    assert (await person(town, teacher)).position == ""


@pytest.mark.parametrize(("text", "key"), [("Петрова", "amendment-name"), ("Иванова 1 П", "amendment-name")])
async def test_what_is_no_whole_name_is_asked_again(town: Town, text: str, key: str) -> None:
    teacher, *_ = await school(town)
    await asks(teacher, "Имя", text)
    teacher.sees(key)
    await teacher.says("Иванова Галина Петровна")
    teacher.sees("amendment-same")
    assert not await requests(town)
    await teacher.says(NEW)
    assert len(await requests(town)) == 1


async def test_who_may_not_answers_nothing(town: Town) -> None:
    teacher, deputy, _ = await school(town)
    other = await town.member("Чужая Анна Ильинична", Role.DEPUTY_HEAD, organisation="Школа № 5")
    await asks(teacher, "Имя", NEW)
    _, grant = deputy.button("amendment-asked.grant")
    for guest in (other, teacher, town.guests["Орлова Мария Сергеевна"]):
        for forged in (grant, grant.replace("grant", "decline")):
            await guest.taps_again(guest.last["message_id"], forged)
            guest.hears_toast("refusal-not-yours")
    await deputy.taps_again(deputy.last["message_id"], grant.replace("grant", "take-back"))
    deputy.hears_toast("refusal-not-yours")
    await teacher.taps_again(teacher.last["message_id"], "me:everything")
    teacher.hears_toast("refusal-not-yours")
    async with town.app.sessions() as session, session.begin():
        over = Appointment.person_id == deputy.person_id
        await session.execute(update(Appointment).where(over).values(until=town.today.replace(day=1)))
    await deputy.taps("amendment-asked.grant")
    deputy.hears_toast("refusal-not-yours")
    assert [one.state for one in await requests(town)] == [AmendmentState.OPEN]


async def test_a_deputy_does_not_answer_about_themselves_and_where_nobody_could_it_is_said(
    town: Town,
) -> None:
    deputy = await town.member("Белова Анна Павловна", Role.DEPUTY_HEAD)
    await asks(deputy, "Должность", "заместитель директора")
    deputy.sees("amendment-nobody")
    assert not await requests(town)


async def test_papers_that_are_signed_stay_as_signed(town: Town) -> None:
    people = await to_be_signed(town)
    await signs(people.methodist)
    before = [one.name for one in await town.all(select(PaperSlot).order_by(PaperSlot.id))]
    await asks(people.methodist, "Имя", "Сосновый Игорь Ильич")
    await people.centre_head.says("/menu")
    head = people.centre_head
    (one,) = await requests(town)
    await head.taps_again(head.last["message_id"], f"am:grant:{one.id}:{one.version}")
    head.sees("amendment-done")
    assert (await person(town, people.methodist)).full_name == "Сосновый Игорь Ильич"
    assert [one.name for one in await town.all(select(PaperSlot).order_by(PaperSlot.id))] == before


async def test_a_correction_waits_for_the_second_code(town: Town) -> None:
    teacher, deputy, _ = await school(town)
    asks_for_it(town)
    await asks(teacher, "Имя", NEW)
    await deputy.taps("amendment-asked.grant")
    deputy.sees("factor-first")
    assert (await person(town, teacher)).full_name != NEW
    await enrols(town, deputy)
    await deputy.taps("factor-codes.kept")
    assert (await person(town, teacher)).full_name == NEW


async def test_where_names_do_not_go_by_the_chat_a_name_is_corrected_on_the_server(town: Town) -> None:
    teacher, deputy, _ = await school(town)
    start = await goes_quiet(town)
    await asks(teacher, "Имя", NEW)
    teacher.sees("amendment-discreet")
    await asks(teacher, "Должность", "учитель физики")
    await deputy.taps("amendment-asked.grant")
    assert (await person(town, teacher)).position == "учитель физики"
    said = [repr(params) for _, params in town.wire.calls[start:]]
    assert not [line for line in said if "Иванова" in line or "Белова" in line]


async def test_with_the_consent_what_waits_is_taken_back_and_no_log_names_it(town: Town) -> None:
    before = len(log_lines.LINES)
    teacher, deputy, _ = await school(town)
    await asks(teacher, "Должность", "учитель физики")
    await teacher.says("/mydata")
    await teacher.taps("mydata.withdraw")
    await teacher.taps("mydata-sure.yes")
    (one,) = await requests(town)
    assert (one.state, one.text) == (AmendmentState.DROPPED, "")
    await deputy.taps("amendment-asked.grant")
    deputy.hears_toast("amendment-over")
    assert not [line for line in log_lines.LINES[before:] if "физики" in line]
