"""An organisation's own Word template: filled in a process of its own, refused with its tag, never endless."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from bot import check_templates
from documents import own_template
from documents.paper_docx import TemplateRefused, filled, loop_of
from services import paper_files, paper_sample, rules
from tests.rules.paper_reading import word_file
from tests.rules.paper_route import facts, paper
from tests.rules.test_papers_hostile import own

BOMBS = [
    ("{%p for one in range(99999) %}", "{%p for two in range(99999) %}", "{%p endfor %}", "{%p endfor %}"),
    ("{{ 'x' * 9999999999 }}",),
]


def kept(folder: Path, content: bytes, kind: str = "card", regulation: str = "udmurtia") -> Path:
    """A template where organisations keep theirs."""
    (folder / regulation).mkdir(exist_ok=True)
    path = folder / regulation / f"{kind}.docx"
    path.write_bytes(content)
    return path


def test_a_right_template_makes_the_file(tmp_path: Path) -> None:
    kept(tmp_path, own("Бланк школы", "{{ title }}"))
    made = paper_files.made(paper("card", facts()), "docx", tmp_path)
    assert made.trouble is None
    texts = word_file(made.content)
    assert texts == ["Бланк школы", "Карта индивидуального образовательного маршрута педагога"]


@pytest.mark.parametrize("paragraphs", BOMBS)
def test_a_template_without_end_is_stopped_and_its_loop_is_named(
    paragraphs: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_template, "PATIENCE", 8.0)
    with pytest.raises(TemplateRefused) as refused:
        own_template.docx(paper("card", facts()), own("Бланк", *paragraphs))
    assert refused.value.fault == "endless"
    assert refused.value.tag in ("{% for one in range(99999) %}", "{{ 'x' * 9999999999 }}")


def test_the_loop_over_numbers_is_named_before_others() -> None:
    template = own(
        "{%p for row in info.rows %}", "{%p endfor %}", "{%p for one in range(9) %}", "{%p endfor %}"
    )
    assert loop_of(template) == "{% for one in range(9) %}"


def test_a_wrong_template_gives_way_to_ours_and_says_where_it_is_wrong(tmp_path: Path) -> None:
    path = kept(tmp_path, own("Педагог {{ teecher }}"))
    made = paper_files.made(paper("card", facts()), "docx", tmp_path)
    assert "1. Информационная справка о педагоге" in word_file(made.content)
    assert made.trouble is not None
    assert (made.trouble.file, made.trouble.tag, made.trouble.fault) == ("card.docx", "{{ teecher }}", "tag")
    path.write_bytes(b"%PDF-1.7")
    made = paper_files.made(paper("card", facts()), "docx", tmp_path)
    assert made.trouble is not None and made.trouble.fault == "file"
    assert paper_files.made(paper("card", facts()), "pdf", tmp_path).trouble is None


def test_a_template_that_was_changed_makes_another_file(tmp_path: Path) -> None:
    made = paper("card", facts())
    before = paper_files.same(made, "docx", tmp_path)
    path = kept(tmp_path, own("Бланк"))
    with_own = paper_files.same(made, "docx", tmp_path)
    os.utime(path, ns=(1, 1))
    assert len({before, with_own, paper_files.same(made, "docx", tmp_path)}) == 3
    assert paper_files.same(made, "pdf", tmp_path).endswith(".pdf")


def test_nothing_of_ours_can_be_reached_from_a_template() -> None:
    for tag in ("{{ title.__class__ }}", "{{ ''.__class__.__mro__ }}", "{% include 'x' %}", "{{ qr.tpl }}"):
        with pytest.raises(TemplateRefused):
            filled(own(tag), paper("card", facts()).facts, b"")


@pytest.mark.parametrize("regulation", rules.load().regulations.ids())
def test_an_empty_paper_of_every_kind_fills_our_own_template(regulation: str) -> None:
    rule = rules.load().regulations.get(regulation)
    for kind in paper_sample.kinds(rule):
        made = paper_sample.blank(rule, kind)
        texts = word_file(paper_files.made(made, "docx", None).content)
        assert made.title in texts and not any("{" in one for one in texts)


def test_doctor_names_each_template_that_is_wrong(tmp_path: Path) -> None:
    assert check_templates.templates(tmp_path / "none").fine
    kept(tmp_path, io.BytesIO(own("{{ title }}", "{{ proof.lines[0] }}")).getvalue(), "protocol")
    assert check_templates.templates(tmp_path).fine
    kept(tmp_path, own("{{ teecher }}"))
    kept(tmp_path, own("{{ title }}"), "no_such")
    kept(tmp_path, own("{{ title }}"), regulation="tomsk")
    found = check_templates.templates(tmp_path)
    assert not found.fine
    assert "udmurtia/card.docx has a tag that is wrong: {{ teecher }}" in found.said
    assert "udmurtia/no_such.docx: no paper bears this name" in found.said
    assert "there is no regulation tomsk" in found.said
