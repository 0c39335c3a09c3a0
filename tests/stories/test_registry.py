"""«Реестр маршрутов»: each office gets what it may see, once for a double tap, and nobody else gets anything."""

from __future__ import annotations

import io
import json

from python_calamine import CalamineWorkbook
from sqlalchemy import select, update

from models.file_order import FileOrder, OrderState
from models.people import Appointment, OrganisationKind, Role
from tests.stories.concluding import at_the_end, signs, sums_up
from tests.stories.filing import archive, content, documents, opens
from tests.stories.town import Guest, Town


async def two_schools(town: Town) -> tuple[Guest, Guest, Guest]:
    """A teacher in each of two schools of the region, the head of the first one, the head of the centre."""
    await town.organisation("ЦНППМ", OrganisationKind.CENTRE)
    centre = await town.member("Лебедева Людмила Глебовна", Role.CENTRE_HEAD, organisation="ЦНППМ")
    head = await town.member("Корепанов Андрей Леонидович", Role.HEAD)
    teacher, _ = await town.pair()
    await town.member("Зайцева Нина Львовна", Role.TEACHER, organisation="Школа № 8")
    return teacher, head, centre


def names(town: Town, guest: Guest) -> set[str]:
    """Whose routes stand in the newest registry of a chat."""
    book = CalamineWorkbook.from_filelike(_file(content(town, documents(guest)[-1])))
    return {str(row[1]) for row in book.get_sheet_by_name("Реестр").to_python()[2:]} - {"", "Педагог"}


def _file(whole: bytes) -> io.BytesIO:
    return io.BytesIO(whole)


async def test_each_office_gets_the_routes_that_it_may_see(town: Town) -> None:
    _, head, centre = await two_schools(town)
    for guest, seen in (
        (head, {"Иванова Галина Петровна"}),
        (centre, {"Иванова Галина Петровна", "Зайцева Нина Львовна"}),
    ):
        await opens(guest, "menu-registry")
        guest.sees("registry", f"Всего: {len(seen)}")
        await guest.taps("registry.xlsx")
        guest.hears_toast("file-ordered-toast")
        guest.sees("file-ordered")
        assert await town.files() == 1
        guest.sees("file-sent")
        assert documents(guest)[-1]["file_name"] == "Реестр ИОМ педагогических работников.xlsx"
        assert names(town, guest) == seen


async def test_a_double_tap_makes_one_file_and_the_next_tap_another(town: Town) -> None:
    _, head, _ = await two_schools(town)
    await opens(head, "menu-registry")
    await head.taps("registry.csv", times=3)
    assert await town.files() == 1
    assert len(await town.all(select(FileOrder))) == 1
    await head.taps("file-back")
    await head.taps("registry.csv")
    assert await town.files() == 1
    assert len(documents(head)) == 2
    assert content(town, documents(head)[0]).startswith("\ufeffНомер в реестре;".encode())


async def test_another_program_reads_the_same_routes_as_data(town: Town) -> None:
    _, head, centre = await two_schools(town)
    for guest, seen in (
        (head, ["Иванова Галина Петровна"]),
        (centre, ["Иванова Галина Петровна", "Зайцева Нина Львовна"]),
    ):
        await opens(guest, "menu-registry")
        await guest.taps("registry.json")
        assert await town.files() == 1
        guest.sees("file-sent", "JSON")
        file = documents(guest)[-1]
        assert file["file_name"] == "Реестр ИОМ педагогических работников.json"
        assert [line["teacher"] for line in json.loads(content(town, file))] == seen


async def test_a_forged_tap_of_somebody_without_an_office_makes_nothing(town: Town) -> None:
    teacher, _, _ = await two_schools(town)
    await teacher.says("/menu")
    assert not teacher.has_button("menu-registry")
    for forged in ("fo:registry-xlsx", "fo:registry-csv", "fo:registry-json", "fo:cards", "go:registry"):
        await teacher.taps_again(teacher.last["message_id"], forged)
        teacher.hears_toast("refusal-not-yours")
    assert await town.files() == 0 and not documents(teacher)


async def test_an_office_that_ended_meanwhile_gets_a_word_and_no_file(town: Town) -> None:
    _, head, _ = await two_schools(town)
    await opens(head, "menu-registry")
    await head.taps("registry.xlsx")
    async with town.app.sessions() as session, session.begin():
        over = Appointment.person_id == head.person_id
        await session.execute(update(Appointment).where(over).values(until=town.today.replace(day=1)))
    assert await town.files() == 0
    head.sees("file-refused", "Реестр таблицей")
    assert not documents(head)
    assert [one.state for one in await town.all(select(FileOrder))] == [OrderState.FAILED]


async def test_finished_cards_come_as_an_archive_with_an_index(town: Town) -> None:
    people = await at_the_end(town)
    await sums_up(people.methodist)
    await signs(people.head, people.methodist)
    await opens(people.methodist, "menu-registry")
    await people.methodist.taps("registry.cards", "(1)")
    assert await town.files() == 1
    with archive(town, documents(people.methodist)[-1]) as found:
        number = f"{town.today.year}-0001"
        assert found.namelist() == [
            f"Глазов/Школа № 3/{number} Карта ИОМ Иванова Г. П.pdf",
            f"Глазов/Школа № 3/{number} Итоги ИОМ Иванова Г. П.pdf",
            "Перечень.html",
        ]
        assert found.read(found.namelist()[0]).startswith(b"%PDF")
        index = found.read("Перечень.html").decode()
    assert number in index and "Иванова Галина Петровна, Школа № 3" in index
