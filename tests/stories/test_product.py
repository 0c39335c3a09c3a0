"""R3-009, R1-017, R2-023, X43: the teacher hands in what was made; the team sees it, says a word; the end lists it."""

from __future__ import annotations

from sqlalchemy import select

from models.evidence import Evidence, EvidenceKind
from models.paper import Paper
from models.people import Role
from models.product import Product, ProductState
from tests.stories.concluding import (
    Ended,
    all_conclusions,
    at_the_end,
    opens_the_end,
    prolongs,
    signs,
    sums_up,
)
from tests.stories.schools import labels, pair, route
from tests.stories.test_final_event_guests import counted
from tests.stories.town import Guest, Town
from tests.stories.walking import walks

PUPILS = "1. Иванов Петя 5\n2. Сидорова Аня 4\n3. Петров Коля 3\n4. Ильина Оля 5\n5. Котов Ян 4"


async def bashkir(town: Town) -> Ended:
    """A route of Bashkortostan in its last days."""
    return await at_the_end(town, regulation="bashkortostan")


async def begins(teacher: Guest, title: str = "Сборник <заданий>") -> None:
    """From the menu to the question for files, where only a name is asked."""
    await teacher.says("/menu")
    await teacher.taps("menu-product")
    await teacher.taps("product.add")
    await teacher.says(title)


async def hands_in(teacher: Guest, title: str = "Сборник <заданий>") -> None:
    """The same, with one file."""
    await begins(teacher, title)
    await teacher.sends("document", "tasks.pdf")
    await teacher.taps("product-files.hand-in")


async def products(town: Town) -> list[Product]:
    """Every product."""
    found: list[Product] = await town.all(select(Product).order_by(Product.id))
    return found


async def test_r3_009_a_product_is_handed_in_and_the_team_says_a_word(town: Town) -> None:
    people = await bashkir(town)
    await people.teacher.says("/menu")
    await people.teacher.taps("menu-product")
    people.teacher.sees("product", "п. 1.2", "Пока ничего не сдано")
    await hands_in(people.teacher)
    people.teacher.sees("product-handed-in")
    people.teacher.sees("product-card", "Сборник <заданий>")
    people.tutor.sees("product-handed", "Иванова Г. П.", "Сборник <заданий>")
    (file,) = await town.all(select(Evidence))
    assert (file.product_id, file.kind, file.copy_due_at) == (1, EvidenceKind.DOCUMENT, town.now)
    await people.tutor.taps("product-handed.open")
    await people.tutor.taps("product-card.files")
    assert any("document" in one for one in people.tutor.heard)
    await people.tutor.taps("product-card.word")
    await people.tutor.says("Можно взять на урок сразу")
    people.tutor.sees("product-said", "Орлова М. С.", "Можно взять на урок сразу")
    people.teacher.sees("product-word", "Можно взять на урок сразу")
    await people.teacher.taps("product-word.open")
    people.teacher.sees("product-said", "Можно взять на урок сразу")


async def test_x43_the_end_warns_without_one_and_lists_the_one_that_is_there(town: Town) -> None:
    people = await bashkir(town)
    await opens_the_end(people.tutor)
    people.tutor.sees("conclusions-check-no-product", "⚠", "п. 1.2")
    await people.tutor.taps("conclusions.begin")
    await hands_in(people.teacher)
    await opens_the_end(people.tutor)
    people.tutor.sees("conclusions-check-product", "Сборник <заданий>")
    assert not people.tutor.has_button("conclusions.product")
    await people.tutor.taps("conclusions.products")
    await people.tutor.taps("product-team-line", "Сборник")
    people.tutor.sees("product-card", "Сборник <заданий>")
    await opens_the_end(people.tutor)
    await people.tutor.taps("conclusions.outcome")
    await people.tutor.taps("conclusions-outcome.choice", "Успешное")
    await people.tutor.taps("conclusions.send")
    (one,) = await all_conclusions(town)
    assert "Создан образовательный продукт: «Сборник <заданий>»." in one.paragraphs
    (paper,) = await town.all(select(Paper).where(Paper.kind == "conclusions"))
    assert paper.content["checks"]["products"] == ["Сборник <заданий>"]


async def test_it_is_only_a_warning_where_the_text_is_not_strict(town: Town) -> None:
    people = await bashkir(town)
    await sums_up(people.tutor)
    people.tutor.sees("conclusions-sent")


async def test_several_files_a_link_and_a_voice_show_one_product(town: Town) -> None:
    people = await bashkir(town)
    await begins(people.teacher)
    await people.teacher.says("Готово, смотрите")
    people.teacher.sees("product-no-link")
    await people.teacher.says("Здесь: https://example.org/tasks и всё")
    people.teacher.sees("product-link", "https://example.org/tasks")
    await people.teacher.sends("photo", "one.jpg", "two.jpg")
    await people.teacher.sends("voice", "said.ogg")
    people.teacher.sees("product-files", "Приложено: 4")
    await people.teacher.taps("product-files.off")
    people.teacher.sees("product-files", "Пришлите файл")
    assert await town.all(select(Evidence)) == []


async def test_without_a_file_nothing_is_handed_in_not_even_by_a_forged_tap(town: Town) -> None:
    people = await bashkir(town)
    await begins(people.teacher)
    assert not people.teacher.has_button("product-files.hand-in")
    (one,) = await products(town)
    await people.teacher.taps_again(people.teacher.last["message_id"], f"pd:hand-in:1:{one.version}:")
    people.teacher.hears_toast("product-no-file")
    assert (await products(town))[0].state is ProductState.DRAFT


async def test_a_list_of_pupils_is_refused_as_a_name_a_link_and_a_caption(town: Town) -> None:
    people = await bashkir(town)
    await people.teacher.says("/menu")
    await people.teacher.taps("menu-product")
    await people.teacher.taps("product.add")
    await people.teacher.says(PUPILS)
    people.teacher.sees("product-pupils")
    await people.teacher.says("Сборник заданий")
    await people.teacher.says(f"{PUPILS}\nhttps://example.org")
    people.teacher.sees("product-pupils")
    await people.teacher.sends("document", "marks.pdf", caption=PUPILS)
    people.teacher.sees("product-pupils")
    assert await town.all(select(Evidence)) == []
    await people.teacher.sends("document", "tasks.pdf")
    await people.teacher.taps("product-files.hand-in")
    await people.tutor.taps("product-handed.open")
    await people.tutor.taps("product-card.word")
    await people.tutor.says(PUPILS)
    people.tutor.sees("product-pupils")
    assert counted(people.teacher, "product-word") == 0


async def test_a_double_tap_hands_in_once_and_an_old_one_says_so(town: Town) -> None:
    people = await bashkir(town)
    await begins(people.teacher)
    await people.teacher.sends("document", "tasks.pdf")
    message, data = people.teacher.button("product-files.hand-in")
    await people.teacher.taps("product-files.hand-in", times=2)
    town.wait(hours=1)
    await people.teacher.taps_again(message["message_id"], data)
    people.teacher.hears_toast("product-handed-already")
    assert counted(people.tutor, "product-handed") == 1


async def test_a_stranger_with_its_number_sees_and_changes_nothing(town: Town) -> None:
    people = await bashkir(town)
    await hands_in(people.teacher)
    (one,) = await products(town)
    colleague = await town.member("Лапин Олег Олегович", Role.TEACHER)
    for verb in ("open", "seen", "files", "word", "hand-in", "files-off", "remove-yes", "change"):
        await colleague.taps_again(colleague.last["message_id"], f"pd:{verb}:1:{one.version}:0.")
        assert "Сборник" not in colleague.last_text
    await colleague.taps_again(colleague.last["message_id"], "ps:1")
    assert "Сборник" not in colleague.last_text
    (after,) = await products(town)
    assert (after.state, after.version) == (ProductState.HANDED, one.version)


async def test_it_may_be_changed_until_the_end_goes_round_and_again_once_it_is_prolonged(town: Town) -> None:
    people = await bashkir(town)
    await hands_in(people.teacher)
    await people.teacher.taps("product-card.change")
    await people.teacher.taps("product-mend", "название")
    await people.teacher.says("Сборник заданий, 7 класс")
    people.teacher.sees("product-card", "Сборник заданий, 7 класс")
    await prolongs(people.tutor)
    await people.teacher.says("/menu")
    await people.teacher.taps("menu-product")
    await people.teacher.taps("product-open")
    await people.teacher.taps("product-card.change")
    await people.teacher.taps("product-mend", "название")
    await people.teacher.says("Другое название")
    people.teacher.sees("product-closed")
    assert (await products(town))[0].title == "Сборник заданий, 7 класс"
    await signs(people.methodist, people.head)
    await people.teacher.says("/menu")
    await people.teacher.taps("menu-product")
    await people.teacher.taps("product-open")
    await people.teacher.taps("product-card.remove")
    await people.teacher.taps("product-remove.yes")
    assert (await products(town))[0].state is ProductState.REMOVED


async def test_other_files_make_it_a_draft_until_it_is_handed_in_again(town: Town) -> None:
    people = await bashkir(town)
    await hands_in(people.teacher)
    await people.teacher.taps("product-card.change")
    await people.teacher.taps("product-mend", "Другие файлы")
    await people.tutor.taps("product-handed.open")
    people.tutor.hears_toast("product-not-there")
    await people.teacher.sends("document", "better.pdf")
    await people.teacher.taps("product-files.hand-in")
    people.tutor.sees("product-handed", "Сборник", among_last=1)
    await people.tutor.taps("product-handed.open")
    people.tutor.sees("product-card", "Сборник <заданий>")


async def test_r2_023_s002_wants_a_project_for_each_direction_of_the_plan(town: Town) -> None:
    teacher, methodist = await pair(town, "methodical_guide", Role.CENTRE_METHODIST)
    await walks(town, teacher, ("Вебинар по оцениванию", town.today))
    await teacher.says("/menu")
    await teacher.taps("menu-product")
    teacher.sees("product-lacking", "Методические")
    await teacher.taps("product.add")
    assert {"Сценарий", "Методический план", "Статья", "Курсовая"} <= set(labels(teacher))
    await teacher.says("Памятка для родителей")
    await teacher.taps("questions-ask.option", "Методические")
    await teacher.says("Как читать условие задачи")
    await teacher.sends("photo", "page.jpg")
    await teacher.taps("product-files.hand-in")
    teacher.sees("product-card", "Памятка для родителей", "Направление: Методические")
    await teacher.taps("product-back")
    assert "Ещё без продукта" not in teacher.last_text
    methodist.sees("product-handed", "Как читать условие задачи")
    await methodist.says("/menu")
    await methodist.taps("menu-teachers")
    await methodist.taps("menu-products")
    methodist.sees("product-team")
    assert (await route(town)).regulation == "methodical_guide"


async def test_r1_017_s001_names_three_kinds_of_materials(town: Town) -> None:
    teacher, _ = await pair(town, "grozny_gymnasium_4", Role.DEPUTY_HEAD)
    await walks(town, teacher, ("Педагогические чтения", town.today))
    await teacher.says("/menu")
    await teacher.taps("menu-product")
    await teacher.taps("product.add")
    assert {"Методические материалы", "Учебные материалы", "Творческие материалы"} <= set(labels(teacher))
    await teacher.taps("questions-ask.option", "Творческие")
    await teacher.says("Сценарий вечера")
    await teacher.says("/menu")
    await teacher.taps("menu-product")
    await teacher.taps("product.go-on")
    teacher.sees("product-files", "Сценарий вечера")


async def test_where_no_product_is_asked_there_is_no_way_to_one(town: Town) -> None:
    people = await at_the_end(town)
    await people.teacher.says("/menu")
    assert not people.teacher.has_button("menu-product")
    await people.teacher.taps_again(people.teacher.last["message_id"], "go:product")
    await people.teacher.taps_again(people.teacher.last["message_id"], "rt:product:1:1")
    assert await products(town) == []
