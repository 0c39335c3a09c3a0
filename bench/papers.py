"""`python -m bench.papers`: how long a card takes as PDF and as Word, in a process that has made a few before."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from documents import paper_docx, paper_pdf
from documents.paper_model import Column, Line, Paper, Part, Signature, Stamp

WARM, ROUNDS = 5, 40
ROWS = 8
COLUMNS = ("No", "Activity", "Competencies", "Level", "Organiser", "Dates", "Form of the result")
WHO = tuple(f"Row {number} of the information sheet" for number in range(12))
BLANK = "______________"


def card(rows: int, number: int) -> Paper:
    """A card as large as most, and no two alike: typst remembers what it has set before."""
    levels = tuple(Column(title, "Level (%)") for title in ("low", "medium", "high", "overall"))
    rest = ("Methods", "Municipal", "Centre", "16.11.2026", "Lesson")
    activities = tuple(
        (str(row), f"Seminar {number}.{row} on functional literacy", *rest) for row in range(rows)
    )
    stamp = Stamp("APPROVED", (Line("Head"), Line("School"), Line(BLANK), Line(BLANK)))
    parts = (
        Part("info", "1. The teacher", rows=tuple((one, f"What is known of {number}") for one in WHO)),
        Part(
            "entry_diagnosis",
            "2. Diagnosis",
            columns=(Column("Competencies"), Column("Difficulties"), *levels),
            cells=(("Subject", "Planning a lesson", "-", "71.4 %", "-", "71.4 %"),) * 5,
        ),
        Part("activities", "3. Activities", columns=tuple(map(Column, COLUMNS)), cells=activities),
        Part("dates", paragraphs=("Start: 14 September 2026", "End: 13 September 2027")),
    )
    signed = (Signature("Methodist", BLANK), Signature("Teacher", "Ivanova G. P."))
    return Paper(
        kind="card",
        language="ru",
        name="Card",
        title="Card of the route",
        made="2026-09-14",
        caption="Appendix 1",
        mark="DRAFT",
        stamps=(stamp, stamp),
        parts=parts,
        signatures=signed,
    )


def measured(make: Callable[[Paper], bytes], rows: int) -> tuple[float, float]:
    """Median and slowest of the rounds after the warm-up, in milliseconds."""
    spans = []
    for number in range(WARM + ROUNDS):
        paper = card(rows, number)
        begun = time.perf_counter()
        make(paper)
        spans.append((time.perf_counter() - begun) * 1000)
    return statistics.median(spans[WARM:]), max(spans[WARM:])


def main() -> None:
    """Prints a row for each form and size."""
    for rows in (ROWS, 60):
        for name, make in (("PDF", paper_pdf.pdf), ("DOCX", paper_docx.docx)):
            median, slowest = measured(make, rows)
            print(f"{name:<5} {rows:>3} activities: median {median:6.1f} ms, slowest {slowest:6.1f} ms")


if __name__ == "__main__":
    main()
