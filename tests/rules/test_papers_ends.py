"""«Итоги» and the acts: what is signed stands in them, blanks where nobody has written, names in their cases."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from documents import paper_docx, paper_pdf
from models.conclusions import PROLONGED, Conclusions, ConclusionsState, Known
from models.paper import Paper as SignedPaper
from models.people import Role
from models.plan import ActivityState
from models.route import TeamMember
from regulations.scales import CompetenceLevel
from services import rules
from services.paper_measured import Measured, Phases
from tests.rules.paper_reading import missing, pages, said_by, tables, word_file
from tests.rules.paper_route import AT, activity, facts, paper, person, slot

SAID = ("Приняты 5 отчётов.", "Выбранная траектория оптимальна.")


def concluded(**more: Any) -> Conclusions:
    """Conclusions that all have signed."""
    made = Conclusions(paragraphs=list(SAID), outcome="success", state=ConclusionsState.SIGNED, signed_at=AT)
    made.new_end, made.known, made.known_at, made.objection = None, None, None, ""
    for name, value in more.items():
        setattr(made, name, value)
    return made


def test_the_outcome_has_its_head_its_table_blank_lines_and_three_signatures() -> None:
    final = Measured({"subject": 850}, {}, [])
    made = paper("outcome", facts(diagnosis=Phases(final=final)))
    texts = word_file(paper_docx.docx(made))
    assert made.caption == "Приложение 2"
    assert made.title == "Итоги прохождения индивидуального образовательного маршрута"
    assert texts[2:8] == [
        "Иванова Галина Петровна",
        "ФИО педагогического работника",
        "учитель математики",
        "должность педагогического работника",
        "МБОУ «Школа № 3»",
        "название образовательной организации",
    ]
    assert [span.title for span in made.parts[0].head][-1] == "Уровень (в %, в баллах)"
    assert made.parts[0].cells[0] == ("Предметные", "", "—", "—", "85 %", "85 %")
    assert sum(text == "_" * 75 for text in texts) == 4
    assert [(one.who, one.said) for one in made.signatures] == [
        ("Региональный методист", ""),
        ("Руководитель образовательной организации", ""),
        ("", "С выводами ознакомлен(а)"),
    ]


def test_r0_102_signed_conclusions_stand_in_the_outcome_with_who_signed_and_the_teachers_word() -> None:
    slots = [
        slot("methodist", "sign", "Соколова Анна Ивановна"),
        slot("head", "approve", "Петров Пётр Петрович", acting=True),
    ]
    one = concluded(known=Known.DISAGREES, known_at=AT, objection="Не учтён вебинар")
    made = paper("outcome", facts(conclusions=one, outcome=SignedPaper(slots=slots)))
    texts = word_file(paper_docx.docx(made))
    assert missing([*SAID, "Итог: Успешное", "«14» сентября 2026 г."], "\n".join(texts)) == []
    assert "_" * 75 not in texts and "ПРОЕКТ" not in texts
    assert [(one.who, one.name, one.under) for one in made.signatures] == [
        ("Региональный методист", "Соколова А. И.", "подтверждено кодом в системе 14.09.2026 13:00"),
        (
            "Руководитель образовательной организации (и. о.)",
            "Петров П. П.",
            "подтверждено кодом в системе 14.09.2026 13:00",
        ),
        ("", "Иванова Г. П.", "ознакомлен(а) в системе 14.09.2026 13:00, не согласен(на): Не учтён вебинар"),
    ]
    assert missing(said_by(made), "\n".join(pages(paper_pdf.pdf(made)))) == []


def test_a_prolonged_route_says_until_when_and_a_draft_goes_round_as_one() -> None:
    one = concluded(outcome=PROLONGED, new_end=date(2028, 3, 1), state=ConclusionsState.SIGNING)
    made = paper("outcome", facts(conclusions=one))
    said = next(part for part in made.parts if part.code == "conclusions").paragraphs
    assert said[-1].endswith(", до 01.03.2028.") and made.mark == "ПРОЕКТ"


def test_the_final_form_has_points_beside_per_cents_and_the_card_has_not() -> None:
    found = Measured({"subject": 850}, {}, [], points={"subject": (170, 200)})
    outcome = tables(paper_docx.docx(paper("outcome", facts(diagnosis=Phases(final=found)))))[0]
    assert outcome[2] == ["Предметные", "", "—", "—", "85 %\n17 из 20", "85 %\n17 из 20"]
    card = tables(paper_docx.docx(paper("card", facts(diagnosis=Phases(entry=found)))))[1]
    assert card[2] == ["Предметные", "", "—", "—", "85 %", "85 %"]


def test_x02_a_level_set_by_hand_moves_the_per_cent_and_says_who_has_set_it() -> None:
    moved = Measured(
        {"subject": 600},
        {},
        [],
        levels={"subject": CompetenceLevel.MEDIUM},
        by_hand={"subject": "Сомова О. Ю."},
    )
    word = paper_docx.docx(paper("card", facts(diagnosis=Phases(entry=moved))))
    assert tables(word)[1][2] == ["Предметные", "", "—", "60 %", "—", "60 %"]
    assert any("Предметные (Сомова О. Ю.)" in text for text in word_file(word))


def test_x10_a_refused_final_diagnosis_is_said_with_its_clause() -> None:
    texts = word_file(
        paper_docx.docx(paper("outcome", facts("bashkortostan", diagnosis=Phases(final_declined=True))))
    )
    assert any(text.startswith("Итоговая диагностика не проводилась") for text in texts)


def test_an_acting_head_is_named_so_in_the_stamp() -> None:
    head = person(7, "Петров Пётр Петрович", "Заместитель директора")
    made = paper("card", facts(officers={Role.HEAD: head}, acting={Role.HEAD}))
    assert made.stamps[1].lines[0].text == "Руководитель образовательной организации (и. о.)"


def test_the_order_names_the_teacher_in_the_right_case_and_what_is_still_to_come() -> None:
    rows = [activity(1), activity(2, state=ActivityState.HELD), activity(3)]
    made = paper("order", facts(rows=rows))
    said = made.parts[0].paragraphs[-1]
    assert said == "1. Направить Иванову Галину Петровну (учитель математики) на мероприятия по списку:"
    assert [row[1] for row in made.parts[1].cells] == [activity(1).title, activity(3).title]
    assert made.mark == "ПРОЕКТ"


def test_a_name_that_no_rule_declines_stays_as_it_is() -> None:
    found = facts()
    found.route.teacher.full_name = "Ким Ли"
    assert "педагогического работника: Ким Ли" in paper("order", found).parts[0].paragraphs[-1]


def test_r3_015_the_act_on_a_tutor_has_both_names_in_their_cases_and_where_it_is_discussed() -> None:
    found = facts("bashkortostan")
    tutor = TeamMember(person=person(5, "Орлова Мария Сергеевна"), role=Role.TUTOR, since=date(2026, 9, 1))
    tutor.until = None
    found.route.team.append(tutor)
    made = paper("tutor_order", found)
    fixed = (
        "1. Закрепить тьютора Орлову Марию Сергеевну за педагогическим работником Ивановой Галиной Петровной."
    )
    assert made.parts[0].paragraphs[-1] == fixed
    row = [
        "1",
        "Орлова Мария Сергеевна",
        "Иванова Галина Петровна",
        "МБОУ «Школа № 3»",
        "01.09.2026–13.09.2027",
    ]
    assert tables(paper_docx.docx(made))[0][1] == row
    assert made.mark == "ПРОЕКТ" and made.signatures[0].who == "Руководитель ЦНППМ"
    (discussed,) = [one for one in made.parts if one.code == "discussed"]
    assert "Установочное совещание руководителя ЦНППМ" in discussed.paragraphs[0]
    assert "Взаимодействие тьютора с руководителями" in discussed.paragraphs[1]
    found.route.team[0].person.full_name = "Ким Ли"
    assert "Тьютор: Ким Ли." in paper("tutor_order", found).parts[0].paragraphs[-1]


@pytest.mark.parametrize(
    ("regulation", "kind", "acts"),
    [
        ("udmurtia", "order", 7),
        ("bashkortostan", "tutor_order", 2),
        ("grozny_gymnasium_4", "growth", 5),
        ("methodical_guide", "roadmap", 1),
    ],
)
def test_the_legal_base_stands_as_the_regulation_quotes_it_with_its_doubts(
    regulation: str, kind: str, acts: int
) -> None:
    rule = rules.load().regulations.get(regulation)
    texts = word_file(paper_docx.docx(paper(kind, facts(rule))))
    assert len(rule.legal_base) == acts
    whole = "\n".join(texts)
    assert all(one.act.get("ru") in whole for one in rule.legal_base)
    assert all(one.doubt.get("ru") in whole for one in rule.legal_base if one.doubt is not None)
