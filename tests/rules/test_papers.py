"""The papers as people get them: the same words in PDF and in Word, in the order of the form (features 87-89)."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest
from docx import Document

from documents import paper_docx, paper_pdf
from models.correction import Correction
from models.final_event import FinalEventState
from models.paper import Paper as SignedPaper
from models.paper_slot import Way
from models.people import Role
from models.plan import ActivityState
from models.product import Product
from models.programme import Programme
from models.report import ReportState
from models.route import RouteState
from services import rules
from services.paper_kinds import BUILDERS
from services.paper_measured import Measured, Phases
from tests.rules.paper_reading import is_archival, missing, pages, said_by, squeezed, tables, word_file
from tests.rules.paper_route import AT, activity, event, facts, paper, person, report, slot

KINDS = [
    (one, document.code)
    for one in rules.load().regulations.ids()
    for document in rules.load().regulations.get(one).documents
    if document.code in BUILDERS
]
INFO = [
    ["Название учебного заведения, муниципальный округ", "МБОУ «Школа № 3», Глазов"],
    ["ФИО педагога, занимаемая должность", "Иванова Галина Петровна, учитель математики"],
    ["Образование", "Высшее"],
    ["Педагогический стаж", "21 год"],
    ["Квалификационная категория", "Первая"],
    ["Дата аттестации", "12.03.2024"],
    ["Курсы повышения квалификации (за последние 3 года)", "Смешанное обучение, 72 ч., 2025 г."],
    ["Ученая степень", "нет"],
    ["Звание", ""],
    ["Награды, поощрения", "Почётная грамота"],
    ["Дополнительные сведения (е-mail, номер мобильного телефона)", ""],
    ["Год реализации ИОМ (учебный)", "2026/2027, 2027/2028"],
]
ACTIVITIES = [
    "№",
    "Мероприятия, обеспечивающие повышение уровня профессиональных компетенций",
    "Формируемые компетенции",
    "Уровень мероприятия",
    "Организатор мероприятия",
    "Сроки проведения",
    "Форма представления результата",
]


@pytest.mark.parametrize(("regulation", "kind"), KINDS)
def test_word_and_pdf_say_everything_in_the_same_order(regulation: str, kind: str) -> None:
    made = paper(kind, facts(regulation))
    word, pdf = paper_docx.docx(made), paper_pdf.pdf(made)
    assert missing(said_by(made), "\n".join(word_file(word))) == []
    assert missing(said_by(made), "\n".join(pages(pdf))) == []
    groups = {column.group for part in made.parts for column in part.columns if column.group}
    for read in (" ".join(word_file(word)), " ".join(pages(pdf))):
        assert all(squeezed(group) in squeezed(read) for group in groups)
    assert is_archival(pdf)
    assert not any("None" in text or "{" in text for text in word_file(word))


def test_the_card_has_the_rows_and_columns_of_the_form_word_for_word() -> None:
    info, diagnosis, activities, final = tables(paper_docx.docx(paper("card", facts())))
    assert info == INFO
    head = ["Компетенции", "Затруднения", *["Уровень (%)"] * 4]
    assert diagnosis[:2] == [head, [*head[:2], "низкий", "средний", "высокий", "общий"]]
    assert [row[0] for row in diagnosis[2:]] == [
        "Предметные",
        "Методические",
        "Психолого-педагогические",
        "Коммуникативные",
        "ИКТ-компетентность",
    ]
    assert activities[0] == ACTIVITIES
    assert activities[1] == [
        "1",
        "Семинар № 1 «Функциональная грамотность»",
        "Методические",
        "Муниципальный",
        "ЦНППМ",
        "02.10.2026",
        "Открытый урок",
    ]
    assert final == [
        [
            "Мероприятие, демонстрирующее повышение уровня профессиональных компетенций",
            "Уровень проведения",
            "Сроки проведения",
        ],
        ["Мастер-класс для коллег", "Уровень образовательной организации", "20.05.2027"],
    ]


def test_the_card_begins_and_ends_as_the_form_does() -> None:
    made = paper("card", facts())
    texts = word_file(paper_docx.docx(made))
    assert texts[:2] == ["ПРОЕКТ", "Приложение 1"]
    assert [stamp.word for stamp in made.stamps] == ["СОГЛАСОВАНО", "УТВЕРЖДАЮ"]
    assert made.title in texts and made.title == "Карта индивидуального образовательного маршрута педагога"
    assert "Начало работы по реализации ИОМ – «14» сентября 2026 г." in texts
    assert [one.who for one in made.signatures] == ["Региональный методист", "Педагогический работник"]
    assert "______________ / Иванова Г. П." in texts
    assert "______________ / ______________________" in texts


def test_x07_a_per_cent_stands_under_its_level_and_under_overall() -> None:
    rows = tables(paper_docx.docx(paper("card", facts())))[1][2:]
    assert [row[2:] for row in rows] == [
        ["—", "71,4 %", "—", "71,4 %"],
        ["54 %", "—", "—", "54 %"],
        ["", "", "", ""],
        ["", "", "", ""],
        ["—", "—", "90 %", "90 %"],
    ]


def test_difficulties_stand_beside_their_competency_and_own_words_above() -> None:
    found = Measured(
        {"subject": 500}, {"subject": ["Планирование урока", "Олимпиадные задачи"]}, ["Родители"]
    )
    made = paper("card", facts(diagnosis=Phases(entry=found)))
    word = paper_docx.docx(made)
    assert tables(word)[1][2][1] == "Планирование урока\nОлимпиадные задачи"
    assert "Родители" in word_file(word)


def test_x09_a_refused_diagnosis_is_said_with_its_clause() -> None:
    texts = word_file(paper_docx.docx(paper("card", facts(diagnosis=Phases(declined=True)))))
    assert "Диагностика не проводилась: участие добровольное (п. 3.1.1)." in texts


def test_a_result_that_is_the_teachers_alone_is_not_in_the_card() -> None:
    made = paper("card", facts(diagnosis=Phases(hidden=True)))
    assert "Результат самодиагностики пока виден только педагогу." in word_file(paper_docx.docx(made))
    assert all(not any(row[1:]) for row in made.parts[1].cells)


def test_x20_the_real_first_day_stands_in_an_approved_card_without_the_mark() -> None:
    found = facts()
    found.route.state, found.route.confirmed_at = RouteState.ACTIVE, AT.replace(month=10)
    texts = word_file(paper_docx.docx(paper("card", found)))
    assert "Начало работы по реализации ИОМ – «14» октября 2026 г." in texts
    assert "ПРОЕКТ" not in texts


def test_x20_r3_063_the_real_last_day_stands_in_the_card_of_a_closed_route() -> None:
    for regulation in ("udmurtia", "bashkortostan"):
        found = facts(regulation)
        planned = word_file(paper_docx.docx(paper("card", found)))
        assert not any("3» мая 2027" in text for text in planned)
        found.route.state, found.route.ended_on = RouteState.CLOSED, date(2027, 5, 3)
        texts = word_file(paper_docx.docx(paper("card", found)))
        assert any("3» мая 2027" in text for text in texts)


def test_officers_stand_in_the_stamps_and_under_the_card() -> None:
    head = person(7, "Петров Пётр Петрович", "Директор")
    centre = person(8, "Лебедева Людмила Глебовна", organisation_id=2)
    method = person(9, "Соколова Анна Ивановна")
    made = paper("card", facts(officers={Role.HEAD: head, Role.CENTRE_HEAD: centre, Role.METHODIST: method}))
    left, right = ([line.text for line in stamp.lines] for stamp in made.stamps)
    assert left[1:3] == ["ЦНППМ ПР АОУ ДПО УР ИРО", "______________ / Лебедева Л. Г."]
    assert right[:3] == ["Директор", "МБОУ «Школа № 3»", "______________ / Петров П. П."]
    assert made.signatures[0].name == "Соколова А. И."


def test_x35_the_working_sheet_has_marks_reasons_results_and_reviews() -> None:
    rows = [activity(1), activity(2, state=ActivityState.NOT_DONE, reason="болезнь"), activity(3)]
    reports = {
        1: report(1, ReportState.ACCEPTED, "Разработан сценарий урока"),
        3: report(3, ReportState.DRAFT, "не дописано"),
    }
    held = event(state=FinalEventState.HELD, said="Пришли 20 коллег")
    made, final = tables(paper_docx.docx(paper("marks", facts(rows=rows, reports=reports, events=[held]))))
    assert made[0][7:] == ["Отметка о выполнении или причина невыполнения", "Результат", "Рецензия"]
    assert [row[7:9] for row in made[1:]] == [
        ["выполнено", "Разработан сценарий урока"],
        ["не выполнено: болезнь", ""],
        ["", ""],
    ]
    assert final[1] == [
        "Мастер-класс для коллег",
        "Мастер-класс",
        "Уровень образовательной организации",
        "20.05.2027",
        "состоялось",
        "Пришли 20 коллег",
    ]


def test_x36_sections_from_another_regulations_form_are_named_to_be_confirmed() -> None:
    made = paper("card", facts("bashkortostan"))
    texts = word_file(paper_docx.docx(made))
    assert "Название учебного заведения, регион" in texts
    said = [text for text in texts if "подлежит подтверждению" in text]
    assert len(said) == 1 and "«4. Заключительное публичное мероприятие»" in said[0]
    assert [column.title for column in made.parts[1].columns] == [
        "Компетенции",
        "низкий",
        "средний",
        "высокий",
    ]


def test_an_empty_route_prints_the_empty_form() -> None:
    made = paper("card", facts(rows=[], events=[], diagnosis=Phases(), sheet=None))
    info, _, activities, final = tables(paper_docx.docx(made))
    assert [row[1] for row in info] == [""] * 12
    assert activities[1:] == [[""] * 7] * 3 and final[1:] == [[""] * 3]


def test_a_paper_that_another_has_replaced_says_so() -> None:
    made = replace(paper("card", facts()), mark="ЗАМЕНЕНО НОВОЙ РЕДАКЦИЕЙ")
    assert word_file(paper_docx.docx(made))[0] == "ЗАМЕНЕНО НОВОЙ РЕДАКЦИЕЙ"
    assert "ЗАМЕНЕНО НОВОЙ РЕДАКЦИЕЙ" in pages(paper_pdf.pdf(made))[0]


def test_the_same_facts_have_the_same_fingerprint_and_the_same_pdf() -> None:
    one, other = paper("card", facts()), paper("card", facts())
    assert one.fingerprint == other.fingerprint and paper_pdf.pdf(one) == paper_pdf.pdf(other)
    assert paper("card", facts(rows=[])).fingerprint != one.fingerprint


def test_pages_are_numbered_in_both() -> None:
    made = paper("card", facts())
    read = pages(paper_pdf.pdf(made))
    assert [f"{at} из {len(read)}" in page for at, page in enumerate(read, 1)] == [True] * len(read)
    foot = Document(io.BytesIO(paper_docx.docx(made))).sections[0].footer.paragraphs[0]
    assert "PAGE" in foot._p.xml and "NUMPAGES" in foot._p.xml and " из " in foot.text


def test_x39_who_signed_stands_in_the_card_as_they_were_then_with_how_and_when() -> None:
    slots = [
        slot("methodist", "sign", "Соколова Анна Ивановна", Way.PIN, simple="приказ № 5"),
        slot("centre_head", "agree", "Лебедева Людмила Глебовна", Way.PIN),
        slot("head", "approve", "Петров Пётр Петрович", Way.PAPER, paper_on=date(2026, 9, 12)),
    ]
    later = {Role.HEAD: person(7, "Новиков Новый Новович", "Директор")}
    made = paper("card", facts(card=SignedPaper(slots=slots), officers=later))
    texts = word_file(paper_docx.docx(made))
    left, right = ([line.text for line in stamp.lines] for stamp in made.stamps)
    assert left[2:] == ["Лебедева Л. Г.", "подтверждено кодом в системе 14.09.2026 13:00"]
    assert right[2:] == ["Петров П. П.", "подписано на бумаге 12.09.2026"]
    assert "подписано простой электронной подписью 14.09.2026 13:00 (приказ № 5)" in texts
    assert not any("Новиков" in text for text in texts)
    assert missing(said_by(made), "\n".join(pages(paper_pdf.pdf(made)))) == []


@pytest.mark.parametrize(
    ("regulation", "code", "caption"),
    [
        ("udmurtia", "card", "Приложение 1"),
        ("udmurtia", "correction", "Приложение 1 к Карте ИОМ"),
        ("udmurtia", "outcome", "Приложение 2"),
        ("bashkortostan", "card", "Приложение № 1 к Положению"),
        ("bashkortostan", "correction", "Приложение 2 к Карте индивидуального образовательного маршрута"),
        ("bashkortostan", "outcome", "Приложение № 2 к Карте индивидуального образовательного маршрута"),
        ("grozny_gymnasium_4", "correction", ""),
    ],
)
def test_x33_one_code_inside_and_the_caption_of_each_text_on_paper(
    regulation: str, code: str, caption: str
) -> None:
    made = paper(code, facts(regulation))
    assert (made.kind, made.caption) == (code, caption)
    assert not caption or caption in word_file(paper_docx.docx(made))


def test_x37_the_card_of_growth_has_its_columns_and_fills_them() -> None:
    done = {1: report(1, ReportState.ACCEPTED, "Разработан сценарий урока", shared=True)}
    found = tables(paper_docx.docx(paper("growth", facts("grozny_gymnasium_4", reports=done))))
    (table,) = [one for one in found if one[0][0] == "№"]
    assert table[0] == [
        "№",
        "Направление",
        "Мероприятие, тема",
        "Срок",
        "Форма",
        "Результат",
        "Форма и дата трансляции опыта",
        "Отметка, контроль",
    ]
    assert table[1][0] == "1" and table[1][3:] == [
        "02.10.2026",
        "Открытый урок",
        "Разработан сценарий урока",
        "опыт представлен коллегам",
        "выполнено",
    ]


def test_r1_020_r1_021_the_card_of_growth_says_all_that_a_route_on_paper_must_say() -> None:
    found = facts("grozny_gymnasium_4")
    found.route.topic = "Формирующее <оценивание>"
    made = paper("growth", found)
    by_code = {one.code: one for one in made.parts}
    titles = [title for title, _ in by_code["info"].rows]
    assert titles[0] == "Персональные данные" and titles[-2].startswith("Запрос на профессиональное развитие")
    assert by_code["topic"].rows == (("Методическая тема", "Формирующее <оценивание>"),)
    assert ("Методические", "54 %", "—", "—") in by_code["entry_diagnosis"].cells
    assert by_code["final_event"].cells[0][0] and len(by_code["dates"].paragraphs) == 2
    assert missing(said_by(made), "\n".join(word_file(paper_docx.docx(made)))) == []


def test_x40_the_road_map_has_the_contents_as_columns_and_no_stamps() -> None:
    made = paper("roadmap", facts("methodical_guide"))
    (table,) = tables(paper_docx.docx(made))
    assert table[0][:3] == ["Тематические направления", "Перечень мероприятий", "Сроки (дедлайн)"]
    assert len(table[0]) == 6 and table[1][1:4] == [activity(1).title, "02.10.2026", ""]
    assert made.stamps == ()


def test_x38_the_card_of_bashkortostan_says_the_programme_or_leaves_room_for_it() -> None:
    said = Programme(route_id=1, name="Школа <наставника>", approval="Приказ № 45", evidence=[])
    for one, rows in ((said, ["Школа <наставника>", "Приказ № 45", ""]), (None, ["", "", ""])):
        made = paper("card", facts("bashkortostan", programme=one))
        (part,) = [each for each in made.parts if each.code == "programme"]
        assert [value for _, value in part.rows] == rows
        read = "\n".join(word_file(paper_docx.docx(made)))
        assert missing([part.title, *(value for _, value in part.rows if value)], read) == []


def test_r2_019_the_road_map_says_what_is_expected_in_the_direction_of_each_row() -> None:
    said = {"method": "Шесть уроков", "subject": "Не отсюда"}
    (table,) = tables(paper_docx.docx(paper("roadmap", facts("methodical_guide", expected=said))))
    assert table[1][3] == "Шесть уроков"


def test_r2_023_what_was_made_stands_under_the_table_by_kind_and_direction() -> None:
    script = Product(id=1, title="Урок-<дебаты>", kind="scenario", direction="method")
    bare = Product(id=2, title="Памятка", kind="памятка для родителей", direction="")
    made = paper("roadmap", facts("methodical_guide", products=[script, bare]))
    (part,) = [one for one in made.parts if one.code == "products"]
    assert part.paragraphs == ("«Урок-<дебаты>»: Сценарий, Методические", "«Памятка»: памятка для родителей")
    assert missing([part.title, *part.paragraphs], "\n".join(word_file(paper_docx.docx(made)))) == []
    assert missing([part.title, *part.paragraphs], "\n".join(pages(paper_pdf.pdf(made)))) == []
    growth = paper("growth", facts("grozny_gymnasium_4", products=[bare]))
    codes = ["info", "topic", "entry_diagnosis", "growth", "products", "final_event", "dates", "base"]
    assert [one.code for one in growth.parts] == codes
    assert "products" not in {one.code for one in paper("growth", facts("grozny_gymnasium_4")).parts}


def test_x34_a_correction_says_why_what_gave_way_what_came_and_who_signed() -> None:
    old, new = activity(1, state=ActivityState.NOT_DONE), activity(9, title="Вебинар взамен")
    change = Correction(
        id=1,
        activity_id=1,
        number=1,
        reason="Перенос организатором",
        activity=old,
        instead=new,
        created_at=AT,
    )
    change.closed_at = AT
    signed = [slot("methodist", "sign", "Соколова Анна Ивановна", Way.PIN)]
    made = paper("correction", facts(corrections=[(change, signed)]))
    (table,) = tables(paper_docx.docx(made))
    assert table == [
        [
            "№",
            "Дата",
            "Причина изменения (дополнения)",
            "Невыполненное (изменяемое) мероприятие",
            "Мероприятие, внесённое взамен, сроки",
            "Подписи",
        ],
        [
            "1",
            "14.09.2026",
            "Перенос организатором",
            old.title,
            "Вебинар взамен\n10.10.2026",
            "Соколова А. И.",
        ],
    ]
    assert made.caption == "Приложение 1 к Карте ИОМ"
