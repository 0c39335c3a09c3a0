"""«Результаты мониторинга»: what the deputy head has seen, of the pupils averages only; blank where nobody wrote."""

from __future__ import annotations

import pytest

from documents import paper_docx, paper_pdf
from models.final_event_check import MonitoringSheet
from tests.rules.paper_reading import missing, pages, said_by, tables, word_file
from tests.rules.paper_route import facts, paper

SEEN = "Уроки стали живее.\nДети чаще спрашивают & спорят <b>сами</b>."


def seen(**more: int) -> MonitoringSheet:
    """What was written down."""
    kept = {"pupils": 24, "mean_before": 38, "mean_now": 42, "share": 875} | more
    return MonitoringSheet(text=SEEN, **kept)


@pytest.mark.parametrize("regulation", ["udmurtia", "bashkortostan"])
def test_x47_observations_and_averages_stand_in_both_files(regulation: str) -> None:
    made = paper("monitoring", facts(regulation, monitoring=seen()))
    assert made.title == "Результаты мониторинга реализации индивидуального образовательного маршрута"
    (rows,) = tables(paper_docx.docx(made))
    assert [value for _, value in rows] == ["24", "3,8", "4,2", "87,5 %"]
    for read in (word_file(paper_docx.docx(made)), pages(paper_pdf.pdf(made))):
        assert missing([*SEEN.split("\n"), *(value for _, value in rows)], "\n".join(read)) == []
        assert missing(said_by(made), "\n".join(read)) == []


def test_what_nobody_has_written_is_a_blank_to_write_on() -> None:
    made = paper("monitoring", facts())
    (rows,) = tables(paper_docx.docx(made))
    assert [value for _, value in rows] == [""] * 4
    lines = [one for one in word_file(paper_docx.docx(made)) if set(one) == {"_"}]
    assert len(lines) >= 4 and made.mark == "ПРОЕКТ"
