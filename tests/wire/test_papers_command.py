"""`marshrut papers`: the papers of a route on the command line, on a database in use."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pypdf
from docx import Document
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.people import Person
from models.route import Route, RouteState
from tests.wire.operator import Operator, files
from tests.wire.rosters import csv, row


def with_one_teacher(operator: Operator) -> None:
    operator.file("people.csv", csv(row(full_name="Иванова Галина Петровна")))
    assert operator.types("import", "people", "people.csv", "--codes", "codes.csv") == 0
    operator.asks(begins)


async def begins(session: AsyncSession) -> None:
    """The teacher's route, as it is made when they come in."""
    teacher = (
        await session.scalars(select(Person).where(Person.full_name == "Иванова Галина Петровна"))
    ).one()
    at = datetime(2026, 9, 14, 9, tzinfo=UTC)
    route = Route(teacher_id=teacher.id, organisation_id=teacher.organisation_id, regulation="udmurtia")
    route.edition, route.state, route.created_at = 1, RouteState.DRAFT, at
    session.add(route)


def test_every_paper_is_written_in_both_forms_under_a_readable_name(operator: Operator) -> None:
    with_one_teacher(operator)
    assert operator.types("papers", "1", "--out", "out") == 0
    names = files(operator.folder / "out")
    assert "Карта ИОМ Иванова Г. П.pdf" in names and "Карта ИОМ Иванова Г. П.docx" in names
    assert len(names) == 12 == len(operator.out.splitlines())
    card = (operator.folder / "out" / "Карта ИОМ Иванова Г. П.pdf").read_bytes()
    assert "Иванова Галина Петровна" in pypdf.PdfReader(io.BytesIO(card)).pages[0].extract_text()
    again = operator.types("papers", "1", "--out", "out")
    assert again == 0 and files(operator.folder / "out") == names


def test_no_such_route_is_said_in_one_line(operator: Operator) -> None:
    with_one_teacher(operator)
    assert operator.types("papers", "77", "--out", "out") == 1
    assert operator.err == "marshrut: There is no route 77.\n"


def test_without_tables_it_says_so(operator: Operator) -> None:
    assert operator.types("papers", "1", "--out", "out") == 1
    assert "cannot be used" in operator.err


def test_a_broken_template_is_named_with_its_tag_and_the_file_is_made_by_ours(operator: Operator) -> None:
    with_one_teacher(operator)
    folder = operator.folder / "data" / "templates" / "udmurtia"
    folder.mkdir(parents=True)
    word = Document()
    word.add_paragraph("{{ teecher }}")
    word.save(str(folder / "order.docx"))
    assert operator.types("papers", "1", "--out", "out") == 0
    assert "by our template: udmurtia/order.docx is wrong (tag) {{ teecher }}" in operator.out
    made = Document(str(operator.folder / "out" / "Проект приказа Иванова Г. П.docx"))
    assert any("приказываю" in one.text for one in made.paragraphs)
    assert operator.types("doctor") == 1
    assert "templates: udmurtia/order.docx has a tag that is wrong: {{ teecher }}" in operator.out
