"""X38, R3-004: a route of S003 includes the programme of the centre; a missing field warns, nothing is blocked."""

from __future__ import annotations

from sqlalchemy import select

from models.evidence import Evidence
from models.people import OrganisationKind, Role
from models.programme import Programme
from tests.stories.schools import chooses_months
from tests.stories.town import Guest, Town

PUPILS = "1. Иванов Петя 5\n2. Сидорова Аня 4\n3. Петров Коля 3\n4. Ильина Оля 5\n5. Котов Ян 4"


async def people(town: Town) -> tuple[Guest, Guest]:
    """A teacher with a term, and the tutor, at a school of Bashkortostan."""
    await town.organisation("Школа № 3", regulation="bashkortostan")
    await town.organisation("Центр", OrganisationKind.CENTRE, regulation="bashkortostan")
    teacher, tutor = await town.pair()
    await chooses_months(teacher, "1 год")
    return teacher, tutor


async def opens(tutor: Guest) -> None:
    """From the menu to the programme."""
    await tutor.says("/menu")
    await tutor.taps("menu-plans")
    await tutor.taps("plan-waiting.open")
    await tutor.taps("programme.open")


async def programmes(town: Town) -> list[Programme]:
    """Every programme."""
    found: list[Programme] = await town.all(select(Programme))
    return found


async def test_x38_the_tutor_fills_it_in_and_the_warning_goes_field_by_field(town: Town) -> None:
    teacher, tutor = await people(town)
    await tutor.says("/menu")
    await tutor.taps("menu-plans")
    await tutor.taps("plan-waiting.open")
    tutor.sees("programme-missing", "Наименование программы", "п. 1.2")
    await tutor.taps("programme.open")
    await tutor.taps("programme.field", "Наименование")
    await tutor.says("Школа <наставника>")
    tutor.sees("programme-line", "Школа <наставника>")
    await tutor.taps("programme.field", "Реквизиты")
    await tutor.says("Приказ от 12.09.2026 № 45")
    tutor.sees("programme-missing", "Файл программы")
    await tutor.taps("programme.field", "Файл")
    await tutor.sends("document", "programme.pdf")
    assert "не указано" not in tutor.last_text
    (file,) = await town.all(select(Evidence))
    assert (file.programme_id, file.copy_due_at) == (1, town.now)
    await tutor.taps("programme.file")
    assert any("document" in one for one in tutor.heard)
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    assert "не указано" not in teacher.last_text


async def test_a_text_is_no_file_a_file_no_text_and_pupils_are_refused(town: Town) -> None:
    _, tutor = await people(town)
    await opens(tutor)
    await tutor.taps("programme.field", "Наименование")
    await tutor.sends("document", "programme.pdf")
    tutor.sees("programme-no-words")
    await tutor.says(PUPILS)
    tutor.sees("programme-pupils")
    await tutor.says("Школа наставника")
    await tutor.taps("programme.field", "Файл")
    await tutor.says("вот он")
    tutor.sees("programme-no-file")
    assert [one.name for one in await programmes(town)] == ["Школа наставника"]
    assert await town.all(select(Evidence)) == []


async def test_a_stranger_neither_reads_nor_fills_it_in(town: Town) -> None:
    _, tutor = await people(town)
    await opens(tutor)
    stranger = await town.member("Лапин Олег Олегович", Role.TEACHER)
    for data in ("pg:open:1:0", "pg:ask:1:0", "pg:file:1:0", "pg:ask:1:9"):
        await stranger.taps_again(stranger.last["message_id"], data)
        stranger.hears_toast("refusal-not-yours")
    assert [one.name for one in await programmes(town)] == [""]


async def test_another_regulation_asks_for_none(town: Town) -> None:
    teacher, _ = await town.pair()
    await chooses_months(teacher, "1 год")
    assert not teacher.has_button("programme.open")
    await teacher.taps_again(teacher.last["message_id"], "pg:open:1:0")
    assert await programmes(town) == []
