"""What is signed stands in the files: the conclusions with the teacher's word, «и. о.» of who stood in for a while."""

from __future__ import annotations

from sqlalchemy import update

from models.people import Appointment, Role
from tests.stories import concluding, signing
from tests.stories.test_papers import opens_own, read, sent
from tests.stories.town import Guest, Town


async def word_of(town: Town, guest: Guest, kind: str) -> str:
    """The Word file of one kind, as this person gets it."""
    await guest.says("/menu")
    await guest.taps_again(guest.last["message_id"], f"pa:docx:1:{kind}")
    return read(town, sent(guest))


async def test_r0_102_the_outcome_holds_the_signed_conclusions_and_what_the_teacher_says(town: Town) -> None:
    people = await concluding.at_the_end(town)
    await concluding.sums_up(people.methodist)
    assert "траектория оптимальна" not in await word_of(town, people.teacher, "outcome")
    await opens_own(people.teacher)
    people.teacher.sees("papers-line", "Итоги ИОМ", "на подписи")
    going = await word_of(town, people.tutor, "outcome")
    assert "траектория оптимальна" in going and "ПРОЕКТ" in going
    await concluding.signs(people.methodist, people.head)
    await concluding.told(town)
    await people.teacher.taps("conclusions-signed-own.read")
    await people.teacher.taps("conclusions-read.known")
    words = await word_of(town, people.teacher, "outcome")
    assert "траектория оптимальна" in words and "ПРОЕКТ" not in words
    assert "Дубов И. И." in words and "Корепанов А. Л." in words and "ознакомлен(а) в системе" in words


async def test_who_signs_for_an_absent_head_is_named_acting_in_the_card_and_in_the_protocol(
    town: Town,
) -> None:
    people = await signing.to_be_signed(town)
    async with town.app.sessions() as session, session.begin():
        head = update(Appointment).where(Appointment.role == Role.HEAD)
        await session.execute(head.values(acting=True, until=town.today))
    await signing.signed_by_all(people)
    town.wait(days=2)
    words = await word_of(town, people.teacher, "card")
    assert "Руководитель образовательной организации (и. о.)" in words and "Корепанов А. Л." in words
    await people.methodist.says("/menu")
    await people.methodist.taps("menu-sign")
    await people.methodist.taps("signing.done")
    await people.methodist.taps("signing-papers.open")
    people.methodist.sees("signing-slot", "и. о. с 1 января 2026", "по 14 сентября 2026")
