"""«Документы»: who may have the papers of a route, as which files, and what becomes of a broken template."""

from __future__ import annotations

import io
from typing import Any

from docx import Document

from models.people import OrganisationKind, Role
from tests.stories import signing
from tests.stories import test_correction as correcting
from tests.stories.diagnosing import diagnosed
from tests.stories.planning import active, adds, plans
from tests.stories.town import Guest, Town


def sent(guest: Guest) -> dict[str, Any]:
    """The last file in the chat."""
    return next(one["document"] for one in reversed(guest.heard) if "document" in one)


def read(town: Town, document: dict[str, Any]) -> str:
    """The words of a Word file that was sent."""
    content = town.telegram.download(
        town.telegram.token,
        town.telegram.call(town.telegram.token, "getFile", {"file_id": document["file_id"]})["file_path"],
    )
    word = Document(io.BytesIO(content))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in word.paragraphs), *cells])


def made(town: Town) -> int:
    """How many files were made and uploaded, not sent again."""
    return sum(
        method == "sendDocument" and params["document"] == "attach://file"
        for method, params in town.wire.calls
    )


async def opens_own(teacher: Guest) -> None:
    await teacher.says("/menu")
    await teacher.taps("menu-papers")


async def test_a_teacher_gets_the_card_as_pdf_and_as_word_while_it_is_a_draft(town: Town) -> None:
    teacher, _ = await town.pair()
    await plans(teacher, 2)
    await opens_own(teacher)
    teacher.sees("papers")
    teacher.sees("papers-line", "Карта ИОМ", "черновик")
    await teacher.taps("papers-pdf", "Карта ИОМ")
    teacher.hears_toast("papers-making")
    assert sent(teacher)["file_name"] == "Карта ИОМ Иванова Г. П.pdf"
    await teacher.taps("papers-word")
    teacher.sees("papers")


async def test_the_word_file_says_what_the_plan_says(town: Town) -> None:
    teacher, _ = await town.pair()
    await plans(teacher, 2)
    await opens_own(teacher)
    message, data = teacher.button("papers-pdf", "Карта ИОМ")
    await teacher.taps_again(message["message_id"], data.replace("pdf", "docx"))
    assert sent(teacher)["file_name"] == "Карта ИОМ Иванова Г. П.docx"
    words = read(town, sent(teacher))
    assert "ПРОЕКТ" in words and "Семинар № 2" in words and "16.11.2026" in words


async def test_the_same_paper_is_made_once_and_anew_when_something_changed(town: Town) -> None:
    teacher, _ = await town.pair()
    await plans(teacher, 1)
    await opens_own(teacher)
    before = made(town)
    for _ in range(2):
        await teacher.taps("papers-pdf", "Карта ИОМ")
    assert made(town) == before + 1
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    await adds(teacher, "Вебинар", "18 ноября")
    await opens_own(teacher)
    await teacher.taps("papers-pdf", "Карта ИОМ")
    assert made(town) == before + 2


async def test_the_team_the_head_and_the_centre_have_the_papers_too(town: Town) -> None:
    await town.organisation("ЦНППМ", OrganisationKind.CENTRE)
    head = await town.member("Петров Пётр Петрович", Role.HEAD, organisation="Школа № 3")
    centre = await town.member("Лебедева Людмила Глебовна", Role.CENTRE_HEAD, organisation="ЦНППМ")
    _, tutor = await active(town)
    for guest in (tutor, head, centre):
        await guest.says("/menu")
        await guest.taps("menu-papers-others")
        guest.sees("papers-teachers")
        await guest.taps("papers-teacher", "Иванова Г. П.")
        guest.sees("papers", "Иванова Г. П.")
        await guest.taps("papers-pdf", "Лист отметок")
        assert sent(guest)["file_name"] == "Лист отметок Иванова Г. П.pdf"
        await guest.taps("papers-others")
        guest.sees("papers-teachers")


async def test_a_strangers_guess_of_a_route_gets_nothing(town: Town) -> None:
    teacher, _ = await town.pair()
    await plans(teacher, 1)
    other = await town.member("Зайцева Нина Львовна", Role.TEACHER, organisation="Школа № 8")
    head = await town.member("Волков Лев Львович", Role.HEAD, organisation="Школа № 8")
    for guest in (other, head):
        await guest.says("/menu")
        message = guest.last["message_id"]
        heard = len(guest.heard)
        for forged in ("pa:pdf:1:card", "pa:docx:1:card", "pa:open:1:", "pa:pdf:1:no", "pa:pdf:99:card"):
            await guest.taps_again(message, forged)
            guest.hears_toast("refusal-not-yours")
        assert len(guest.heard) == heard


async def test_numbers_that_are_the_teachers_alone_are_not_in_the_teams_card(town: Town) -> None:
    teacher, tutor = await diagnosed(town)
    texts = []
    for guest, route in ((teacher, "pa:docx:1:card"), (tutor, "pa:docx:1:card")):
        await guest.says("/menu")
        await guest.taps_again(guest.last["message_id"], route)
        texts.append(read(town, sent(guest)))
    assert "66,7 %" in texts[0]
    assert "66,7 %" not in texts[1] and "пока виден только педагогу" in texts[1]


async def test_a_broken_template_gives_way_to_ours_and_the_methodist_hears_once_of_its_tag(
    town: Town,
) -> None:
    await town.organisation("Центр", OrganisationKind.CENTRE)
    methodist = await town.member("Дубов Игорь Ильич", Role.METHODIST, organisation="Центр")
    teacher, _ = await town.pair()
    await plans(teacher, 1)
    folder = town.app.rules.templates
    assert folder is not None
    (folder / "udmurtia").mkdir(parents=True)
    word = Document()
    word.add_paragraph("Педагог {{ teecher }}")
    word.save(str(folder / "udmurtia" / "card.docx"))
    await opens_own(teacher)
    for _ in range(2):
        await teacher.taps_again(teacher.last["message_id"], "pa:docx:1:card")
        teacher.sees("papers-template", "card.docx", "teecher", "сделан по нашему")
        assert "Семинар № 1" in read(town, sent(teacher))
    methodist.sees("alert-template", "udmurtia/card.docx", "{{ teecher }}", among_last=1)
    assert len([one for one in methodist.heard if "teecher" in str(one.get("text"))]) == 1
    await teacher.taps("papers-pdf", "Карта ИОМ")
    assert sent(teacher)["file_name"].endswith(".pdf")


async def test_the_card_is_waiting_while_it_goes_round_and_names_who_signed_at_the_end(town: Town) -> None:
    people = await signing.to_be_signed(town)
    await people.tutor.says("/menu")
    await people.tutor.taps("menu-papers-others")
    await people.tutor.taps("papers-teacher")
    people.tutor.sees("papers-line", "Карта ИОМ", "на подписи")
    await signing.signed_by_all(people)
    await opens_own(people.teacher)
    people.teacher.sees("papers-line", "Карта ИОМ", "подписано")
    await people.teacher.taps_again(people.teacher.last["message_id"], "pa:docx:1:card")
    words = read(town, sent(people.teacher))
    assert "ПРОЕКТ" not in words
    assert all(name in words for name in ("Вахрушева О. Г.", "Корепанов А. Л.", "Дубов И. И."))
    assert words.count("подтверждено кодом в системе") == 4


async def test_a_correction_that_goes_round_stands_in_its_own_paper_with_who_signed(town: Town) -> None:
    people = await correcting.walking(town)
    await correcting.sends(people)
    await signing.signs(people.methodist)
    await people.teacher.says("/menu")
    await people.teacher.taps_again(people.teacher.last["message_id"], "pa:docx:1:correction")
    assert sent(people.teacher)["file_name"] == "Сведения о корректировке Иванова Г. П.docx"
    words = read(town, sent(people.teacher))
    assert "Причина изменения (дополнения)" in words and "Дубов И. И." in words
