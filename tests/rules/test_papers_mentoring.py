"""The note and the plan of mentoring: twelve rows, five columns, who takes part; the same in PDF and in Word (S004)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from documents import paper_docx, paper_pdf
from documents.paper_model import Paper, clean
from models.mentoring import Mentorship
from models.mentoring_log import MentorshipRow
from models.mentoring_member import MentorshipAnswer, MentorshipMember, MentorshipState, Way
from models.people import Organisation, Role
from regulations import mentoring_note
from services import mentoring_paper, rules
from services.mentoring import Programme
from tests.rules.paper_reading import is_archival, missing, pages, said_by, squeezed, tables, word_file
from tests.rules.paper_route import AT, person
from tests.rules.test_papers_hostile import HOSTILE, LETTERS

NOTE = [
    ["Проблема", "Трудно удержать внимание класса"],
    ["Цели", "Преодолеть это затруднение"],
    ["Задачи", "Посетить и разобрать уроки\nГотовить уроки вместе"],
    ["Участники", "Наставники: Орлова Мария Сергеевна\nНаставляемые: Иванова Галина Петровна, Ким Ли"],
    ["Направление деятельности", "Предмет и методика"],
    ["Форма наставничества", "Учитель – учитель"],
    ["Тип наставничества", "Прямое: встречи лично"],
    ["Вид наставничества", ""],
    ["Сроки", "15.09.2026–14.03.2027"],
    ["Промежуточные результаты", "Новые приёмы испробованы"],
    ["Планируемые результаты", "Затруднение преодолено"],
    ["Параметры взаимодействия", "Раз в неделю, по средам"],
]
GIVEN = {
    "problem": "Трудно удержать внимание класса",
    "goals": "remove",
    "tasks": "observe,prepare",
    "direction": "subject",
    "form": "teacher",
    "type": "direct",
    "interim": "tried",
    "planned": "solved",
    "meetings": "Раз в неделю, по средам",
}


def programme(state: MentorshipState = MentorshipState.ACTIVE, **given: str) -> Programme:
    """A group of one mentor and two mentees."""
    note = mentoring_note.load()
    codes = [one.code for one in note.fields]
    school = Organisation(id=1, name="МБОУ «Школа № 3»", municipality="Глазов", timezone="Europe/Samara")
    made = Mentorship(
        id=1, organisation=school, regulation="mentoring", edition=1, way=Way.JOINT, state=state
    )
    made.starts_on, made.ends_on, made.reason, made.draft = date(2026, 9, 15), date(2027, 3, 14), "", 2
    names = {
        "Орлова Мария Сергеевна": Role.MENTOR,
        "Иванова Галина Петровна": Role.MENTEE,
        "Ким Ли": Role.MENTEE,
    }
    made.members = [
        MentorshipMember(person=person(id, name), person_id=id, role=role, since=AT.date(), until=None)
        for id, (name, role) in enumerate(names.items(), 5)
    ]
    for one in made.members:
        one.assented_draft, one.assented_at = 2, AT
    said = {("meetings" if code not in codes else code): text for code, text in (GIVEN | given).items()}
    said[codes[-1]] = said.pop("meetings")
    made.answers = [MentorshipAnswer(code=code, value=text) for code, text in said.items()]
    return Programme(made, note, note.programme)


def row(**more: Any) -> MentorshipRow:
    """A row of the plan that is done."""
    made = MentorshipRow(direction="subject", activity="Открытый урок", on_date=date(2026, 10, 5))
    made.responsible_id, made.done_on, made.removed = 5, date(2026, 10, 6), False
    for name, value in more.items():
        setattr(made, name, value)
    return made


def paper(kind: str, found: Programme | None = None, rows: tuple[MentorshipRow, ...] = ()) -> Paper:
    """One of the two papers."""
    regulation = rules.load().regulations.get("mentoring")
    told = mentoring_paper.Told(found or programme(), rows, regulation, AT.date())
    return mentoring_paper.built(told, kind)


@pytest.mark.parametrize("kind", mentoring_paper.KINDS)
def test_word_and_pdf_say_everything_in_the_same_order(kind: str) -> None:
    made = paper(kind, rows=(row(),))
    word, pdf = paper_docx.docx(made), paper_pdf.pdf(made)
    assert missing(said_by(made), "\n".join(word_file(word))) == []
    assert missing(said_by(made), "\n".join(pages(pdf))) == []
    assert is_archival(pdf) and not any("None" in text or "{" in text for text in word_file(word))


def test_r4_014_the_note_has_the_twelve_fields_of_the_text_in_order() -> None:
    made = paper("note")
    assert tables(paper_docx.docx(made)) == [NOTE]
    assert made.title == "Пояснительная записка" and made.mark == ""
    assert [(one.who, one.name, one.under) for one in made.signatures] == [
        ("Наставник", "Орлова М. С.", "слово дано в системе 14.09.2026 13:00"),
        ("Наставляемый", "Иванова Г. П.", "слово дано в системе 14.09.2026 13:00"),
        ("Наставляемый", "Ким Л.", "слово дано в системе 14.09.2026 13:00"),
    ]


def test_r4_015_the_plan_has_its_columns_and_marks() -> None:
    (table,) = tables(paper_docx.docx(paper("plan", rows=(row(), row(activity="lesson", done_on=None)))))
    assert table[0] == ["Направление взаимодействия", "Мероприятие", "Срок", "Ответственный", "Отметка"]
    assert table[1] == [
        "Предмет и методика",
        "Открытый урок",
        "05.10.2026",
        "Орлова М. С.",
        "выполнено 06.10.2026",
    ]
    assert table[2][4] == ""


def test_a_draft_says_so_and_nobody_has_given_a_word_yet() -> None:
    found = programme(MentorshipState.WAITING)
    found.mentorship.way = Way.ACKNOWLEDGED
    made = paper("note", found)
    assert made.mark == "ПРОЕКТ" and not any(one.under for one in made.signatures)
    assert [one.said for one in made.signatures] == ["", *["С программой ознакомлен(а)"] * 2]
    assert tables(paper_docx.docx(paper("plan", found)))[0][1:] == [[""] * 5] * 3


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stand_in_both_as_they_were_typed(text: str) -> None:
    made, kept = paper("note", programme(problem=text)), squeezed(clean(text))
    assert kept in squeezed("".join(word_file(paper_docx.docx(made))))
    assert kept in squeezed("".join(pages(paper_pdf.pdf(made))))


@settings(max_examples=15, deadline=None)
@given(text=LETTERS)
def test_any_words_stand_in_the_plan(text: str) -> None:
    made = paper("plan", rows=(row(activity=text),))
    cell = tables(paper_docx.docx(made))[0][1][1]
    assert squeezed(cell) == squeezed(made.facts["parts"][0]["cells"][0][1])
    assert missing(["05.10.2026", "Орлова М. С."], "".join(pages(paper_pdf.pdf(made)))) == []


def test_ten_thousand_letters_go_over_pages() -> None:
    made = paper("note", programme(problem="Слово " * 1_700))
    assert len(pages(paper_pdf.pdf(made))) > 2
    assert missing(["Слово", "Параметры взаимодействия"], "".join(word_file(paper_docx.docx(made)))) == []
