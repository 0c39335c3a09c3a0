"""Papers with texts that people should not write, and with more rows than a page holds; own Word templates."""

from __future__ import annotations

import io

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from documents import paper_docx, paper_pdf
from documents.paper_docx import TemplateRefused
from documents.paper_model import clean
from tests.rules.paper_reading import missing, pages, repeated_rows, squeezed, tables, word_file
from tests.rules.paper_route import activity, event, facts, paper

HOSTILE = [
    "Школа \"Ёлочка\" & <b>Ко</b> 'x' </w:t>",
    "#panic() #include <x> @ref $x^2$ *b* _i_ `c` \\n // ~ -- ...",
    "{{ title }} {% for x in y %} {_{ x }_} {# c #} {%tr if %}",
    "Ж" * 300,
    "http://example.org/" + "a/" * 140,
    "Ӵӝӧ Өөҫҡәү Ҥҥ",
    "a\u202eb\x00c\td\ne",
    "«Кавычки» “и” „ещё“",
]
LETTERS = st.text(
    st.one_of(st.sampled_from("&<>{}%#$\\\"'_[]@*`~"), st.characters(codec="utf-8", max_codepoint=0x4FF)),
    min_size=1,
    max_size=40,
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stand_in_both_as_they_were_typed(text: str) -> None:
    made = paper("card", facts(events=[event(title=text)]))
    kept = squeezed(clean(text))
    assert kept in squeezed("".join(word_file(paper_docx.docx(made))))
    assert kept in squeezed("".join(pages(paper_pdf.pdf(made))))


@settings(max_examples=25, deadline=None)
@given(text=LETTERS)
def test_any_words_survive_a_word_file(text: str) -> None:
    made = paper("card", facts(rows=[activity(1, title=text or "x")]))
    row = tables(paper_docx.docx(made))[2][1]
    assert squeezed(row[1]) == squeezed(clean(text)) and row[2:4] == ["Методические", "Муниципальный"]


@settings(max_examples=25, deadline=None)
@given(text=LETTERS)
def test_any_words_make_a_pdf_and_spoil_nothing_behind_them(text: str) -> None:
    made = paper("card", facts(rows=[activity(1, title=text)]))
    assert (
        missing(
            ["02.10.2026", "4. Заключительное публичное мероприятие"], "".join(pages(paper_pdf.pdf(made)))
        )
        == []
    )


def test_a_smile_that_no_font_has_costs_the_archives_mark_and_not_the_paper() -> None:
    made = paper("card", facts(rows=[activity(1, title="Урок \U0001faa9 музыки")]))
    assert "музыки" in "".join(pages(paper_pdf.pdf(made)))
    assert "Урок \U0001faa9 музыки" in word_file(paper_docx.docx(made))


def test_sixty_activities_break_over_pages_with_their_head_on_each() -> None:
    made = paper("card", facts(rows=[activity(number) for number in range(1, 61)]))
    read = [squeezed(page) for page in pages(paper_pdf.pdf(made))]
    with_rows = [page for page in read if "Функциональнаяграмотность" in page]
    assert len(with_rows) > 2 and all("Организатормероприятия" in page for page in with_rows)
    assert missing([f"Семинар № {number} «" for number in range(1, 61)], "".join(read)) == []
    word = Document(io.BytesIO(paper_docx.docx(made)))
    grids = [one for one in word.tables if one.style.name == "Table Grid"]
    assert [repeated_rows(one) for one in grids] == [0, 2, 1, 1]


def own(*paragraphs: str) -> bytes:
    """An organisation's own template."""
    word = Document()
    for one in paragraphs:
        word.add_paragraph(one)
    made = io.BytesIO()
    word.save(made)
    return made.getvalue()


def by(template: bytes) -> bytes:
    """The card by somebody's own template, in this process."""
    return paper_docx.filled(template, paper("card", facts()).facts, b"")


def test_an_organisations_own_template_stands_in_for_ours() -> None:
    template = own(
        "Бланк школы",
        "{{ title }}",
        "{%p for row in info.rows %}",
        "{{ row[0] }}: {{ row[1] }}",
        "{%p endfor %}",
    )
    texts = word_file(by(template))
    assert texts[:2] == ["Бланк школы", "Карта индивидуального образовательного маршрута педагога"]
    assert "Образование: Высшее" in texts and len(texts) == 14


@pytest.mark.parametrize(
    ("paragraph", "tag"),
    [
        ("Педагог {{ teecher }}", "teecher"),
        ("{%p for row in info.rows %}", "for row in info.rows"),
        ("До {{ title", "title"),
        ("{% include 'x' %}", "{% include 'x' %}"),
        ("{{ title.__class__.__mro__ }}", "__class__"),
    ],
)
def test_a_broken_template_is_refused_with_its_tag(paragraph: str, tag: str) -> None:
    with pytest.raises(TemplateRefused) as refused:
        by(own("Бланк", paragraph, "Конец"))
    assert tag in refused.value.tag


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(TemplateRefused):
        by(b"%PDF-1.7")
