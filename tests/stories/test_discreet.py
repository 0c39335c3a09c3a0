"""149-FZ: a discreet organisation's people go through their work, and no name of theirs is said in the chat."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from models.people import Organisation, Person, Role
from services import discreet
from services.work import Work
from tests.stories.diagnosing import MIXED, answer_all, begins, conclude
from tests.stories.filing import opens
from tests.stories.planning import sends
from tests.stories.sheets import answer, tells
from tests.stories.sheets import begins as begins_sheet
from tests.stories.signing import everybody, signs
from tests.stories.test_registry import names, two_schools
from tests.stories.town import Guest, Town, buttons
from tests.stories.walking import reported, two_minutes_later, walks

TITLE = "Вебинар «Смысловое чтение»"


async def goes_quiet(town: Town, *, on: bool = True, only: str = "") -> int:
    """Every organisation (or one) becomes discreet, or is no longer; the number of calls to Telegram before."""
    async with town.app.sessions() as session, session.begin():
        work = Work(session, None, town.now, town.app.rules)
        for place in await work.all(select(Organisation)):
            if only in ("", place.name):
                await discreet.switch(work, place, on=on)
    return len(town.wire.calls)


def said_since(town: Town, start: int) -> list[str]:
    """Everything that went to Telegram: words, buttons, captions, toasts, names of files."""
    return [repr(params) for _, params in town.wire.calls[start:]]


def told(town: Town, start: int, *more: str) -> list[str]:
    """What was said with a name of the town in it, or with one of these words."""
    secret = {word for one in town.guests.values() for word in one.name.split()} | set(more)
    return [line for line in said_since(town, start) if any(one in line for one in secret)]


async def person(town: Town, guest: Guest) -> Person:
    found: list[Person] = await town.all(select(Person).where(Person.id == guest.person_id))
    return found[0]


async def test_people_are_called_by_initials_and_the_number_of_their_route(town: Town) -> None:
    teacher, tutor = await town.pair()
    start = await goes_quiet(town)
    assert (await person(town, teacher)).short_name == "Г. П. И., ИОМ № 1"
    assert (await person(town, tutor)).short_name == "М. С. О."
    await teacher.says("/menu")
    teacher.sees("menu", "Г. П. И.")
    assert not told(town, start)
    await goes_quiet(town, on=False)
    assert (await person(town, teacher)).short_name == "Иванова Г. П."


async def test_diagnosis_plan_and_signing_name_nobody(town: Town) -> None:
    people = await everybody(town)
    start = await goes_quiet(town)
    await people.teacher.says("/menu")
    await begins(people.teacher)
    await answer_all(people.teacher, MIXED)
    await conclude(people.teacher)
    await people.teacher.says("/menu")
    await sends(people.teacher)
    await people.tutor.taps("plan-card.confirm")
    people.methodist.sees("signing-card", "Г. П. И., ИОМ № 1")
    await signs(people.methodist)
    await signs(people.teacher)
    await signs(people.centre_head)
    await signs(people.head, "Утвердить")
    people.head.sees("signing-done")
    await town.tick()
    await people.head.says("/menu")
    await people.head.taps("menu-sign")
    await people.head.taps("signing.done")
    await people.head.taps("signing-papers.open")
    people.head.sees("signing-slot", "А. Л. К.")
    assert not told(town, start)
    assert "sendDocument" not in [method for method, _ in town.wire.calls[start:]]
    await goes_quiet(town, on=False)
    await people.head.taps("signing-protocol.pdf")


async def test_report_and_review_name_nobody(town: Town) -> None:
    teacher, tutor = await town.pair()
    await walks(town, teacher, (TITLE, town.today - timedelta(days=1)))
    start = await goes_quiet(town)
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await reported(town, teacher)
    await tutor.taps("review-card.accept")
    await two_minutes_later(town)
    teacher.sees("review-accepted", TITLE)
    await tutor.says("/menu")
    await town.tick()
    assert any("Г. П. И., ИОМ № 1" in line for line in said_since(town, start))
    assert not told(town, start)


async def test_papers_do_not_leave_through_telegram_whoever_asks(town: Town) -> None:
    teacher, tutor = await town.pair()
    await teacher.says("/menu")
    await teacher.taps("menu-papers")
    message, data = teacher.button("papers-pdf")
    _, archive = await _archive(teacher)
    start = await goes_quiet(town)
    await teacher.taps_again(message["message_id"], data)
    teacher.sees("papers-discreet")
    assert not teacher.has_button("papers-pdf")
    await tutor.taps_again(tutor.last["message_id"], data)
    tutor.hears_toast("papers-discreet")
    await teacher.taps_again(teacher.last["message_id"], archive)
    await town.files()
    assert not [method for method, _ in town.wire.calls[start:] if method == "sendDocument"]
    assert not told(town, start)


async def _archive(guest: Guest) -> tuple[dict[str, Any], str]:
    await guest.says("/mydata")
    return guest.button("mydata.archive")


async def test_a_contact_that_was_given_is_not_shown(town: Town) -> None:
    teacher, _ = await town.pair()
    await tells(town, teacher, email="ivanova@school3.ru", phone="+7 912 345-67-89")
    start = await goes_quiet(town)
    await begins_sheet(teacher)
    await teacher.taps("questions-ask.option", "Высшее педагогическое")
    await teacher.says("/menu")
    await teacher.taps("menu-sheet")
    await teacher.taps("sheet.all")
    for question in ("Почта", "Телефон"):
        await teacher.taps("sheet-all.open", question)
        teacher.sees("sheet-offer-contact", "скрыто")
        await teacher.taps("questions-offer.right")
        await teacher.says("/menu")
        await teacher.taps("menu-sheet")
        await teacher.taps("sheet.all")
    await teacher.says("/mydata")
    teacher.sees("mydata", "Г. П. И.")
    assert not told(town, start, "ivanova@", "345-67-89")
    assert await answer(town, teacher, "phone") == ("+7 912 345-67-89", "confirmed")


async def test_who_comes_to_a_discreet_place_goes_without_a_name_from_the_first_route(town: Town) -> None:
    await town.organisation("Школа № 3")
    await goes_quiet(town)
    teacher = await town.member("Иванова Галина Петровна", Role.TEACHER)
    assert (await person(town, teacher)).alias == "Г. П. И., ИОМ № 1"
    start = len(town.wire.calls)
    await teacher.says("/menu")
    assert not told(town, start)
    assert buttons(teacher.last)


async def test_the_registry_of_a_region_names_only_those_who_are_named_in_the_chat(town: Town) -> None:
    _, _, centre = await two_schools(town)
    await goes_quiet(town, only="Школа № 3")
    await opens(centre, "menu-registry")
    await centre.taps("registry.xlsx")
    assert await town.files() == 1
    assert names(town, centre) == {"Г. П. И., ИОМ № 1", "Зайцева Нина Львовна"}
