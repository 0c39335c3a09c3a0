"""The consent as a Word file: every word that is hashed, in its order, with a place to sign."""

from __future__ import annotations

import io

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from documents import consent, consent_docx, typeset
from documents.consent import ConsentFacts
from tests.rules.paper_reading import missing, squeezed, word_file

SCHOOL = ConsentFacts("МБОУ «Школа № 3»", "Глазов", "ЦНППМ", "Положение об ИОМ")
HOSTILE = [
    "Школа \"Ёлочка\" & <b>Ко</b> 'x'",
    "{{ title }} {% for %}",
    "#panic() $x^2$ *b*",
    "Ж" * 300,
    "Ӵӝӧ 🎓",
]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_it_holds_every_line_that_is_hashed_in_its_order(language: str) -> None:
    lines = [line for line in consent.text(SCHOOL, language).splitlines() if line]
    assert missing(lines, "\n".join(word_file(consent_docx.docx(SCHOOL, language)))) == []


def test_it_has_a_place_to_sign_and_a_foot_with_edition_and_fingerprint() -> None:
    word = Document(io.BytesIO(consent_docx.docx(SCHOOL, "ru")))
    (table,) = word.tables
    assert [cell.paragraphs[1].text for cell in table.rows[0].cells] == [
        "Фамилия, имя, отчество",
        "Подпись",
        "Дата",
    ]
    foot = word.sections[0].footer.paragraphs[0]
    assert "Редакция 2" in foot.text and consent.fingerprint(consent.text(SCHOOL, "ru")) in foot.text
    assert "NUMPAGES" in foot._p.xml


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_comes_out_as_it_was_written(name: str) -> None:
    made = consent_docx.docx(ConsentFacts(name, name, name, name), "ru")
    assert squeezed("\n".join(word_file(made))).count(squeezed(name)) == 4


@settings(max_examples=25, deadline=None)
@given(name=st.text(min_size=1).filter(typeset.one_line))
def test_any_name_makes_the_same_bytes_twice(name: str) -> None:
    facts = ConsentFacts(name, "", "", "Положение")
    assert consent_docx.docx(facts, "ru") == consent_docx.docx(facts, "ru")
