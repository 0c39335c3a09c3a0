"""Names as people have them and as nobody should: every paper of every regulation holds them, in Word and in PDF."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from documents import paper_docx, paper_pdf
from documents.paper_model import Paper, clean
from models.conclusions import LONGEST
from services.paper_facts import Facts
from tests.rules.paper_reading import missing, pages, said_by, squeezed, word_file
from tests.rules.paper_route import facts, paper
from tests.rules.test_papers import KINDS
from tests.rules.test_papers_ends import concluded
from tests.rules.test_papers_hostile import LETTERS

HOSTILE = (
    "Ёлкина-Ко \"Яна\" & <b>Ко</b> {{ title }} {% for x in y %} #panic() $x^2$ @ref *b* 'я' " + "Ж" * 220
)
ALONE = "Сократ"


def named(regulation: str, name: str) -> Facts:
    """The facts of a route whose teacher and school are called so."""
    found = facts(regulation)
    found.route.teacher.full_name = name
    found.route.organisation.name = name
    return replace(found, names={1: name, 2: name})


def says_everything(made: Paper) -> None:
    """Word and PDF hold all that the paper has to say, in its order, and nothing of a template."""
    for read in (word_file(paper_docx.docx(made)), pages(paper_pdf.pdf(made))):
        assert missing([clean(one) for one in said_by(made)], "\n".join(read)) == []


@pytest.mark.parametrize(("regulation", "kind"), KINDS)
@pytest.mark.parametrize("name", [HOSTILE, ALONE])
def test_a_name_of_any_kind_stands_in_every_paper(regulation: str, kind: str, name: str) -> None:
    says_everything(paper(kind, named(regulation, name)))


@pytest.mark.parametrize(("regulation", "kind"), KINDS)
def test_a_smile_in_a_name_spoils_no_paper(regulation: str, kind: str) -> None:
    made = paper(kind, named(regulation, "Седова 🎓 Ольга Павловна"))
    assert squeezed(made.title) in squeezed("".join(pages(paper_pdf.pdf(made))))
    assert squeezed(made.title) in squeezed("".join(word_file(paper_docx.docx(made))))


def test_a_conclusion_as_long_as_one_may_be_goes_over_pages_and_is_whole() -> None:
    words = "Педагог <b>освоил</b> & применяет {{ приём }} №{}. ".replace("{}", "7") * 300
    parts = [words[at : at + 1_000].strip() for at in range(0, LONGEST, 1_000)]
    made = paper("outcome", facts(conclusions=concluded(paragraphs=parts)))
    says_everything_over_pages(made, parts)


def says_everything_over_pages(made: Paper, parts: list[str]) -> None:
    """Every paragraph, where the number of a page may stand in the middle of one."""
    word, pdf = squeezed("".join(word_file(paper_docx.docx(made)))), pages(paper_pdf.pdf(made))
    assert len(pdf) > 2
    assert all(squeezed(part) in word for part in parts)
    whole = squeezed("".join(pdf))
    assert all(squeezed(part[:80]) in whole and squeezed(part[-80:]) in whole for part in parts)


@settings(max_examples=20, deadline=None)
@given(text=LETTERS)
def test_any_words_of_a_conclusion_stand_in_the_outcome(text: str) -> None:
    made = paper("outcome", facts(conclusions=concluded(paragraphs=[f"Начало {text} конец"])))
    kept = squeezed(clean(f"Начало {text} конец"))
    assert kept in squeezed("".join(word_file(paper_docx.docx(made))))
    assert missing(["Начало", "конец", "Успешное"], "".join(pages(paper_pdf.pdf(made)))) == []
