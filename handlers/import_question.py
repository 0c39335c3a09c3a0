"""What is asked of a table: which it is, where a needed column stands, what becomes of the others."""

from __future__ import annotations

from handlers.callbacks_import import ImportTap
from handlers.views import Button, View, button, say, view
from models.import_file import ImportFile
from regulations.tables import KINDS
from services.import_file import Asked

MOST = 24
"""Columns to choose from under one message."""
IN_A_ROW = 2


def ask(found: ImportFile, asked: Asked) -> View:
    """One question, with the columns as buttons."""
    if asked.what == "kind":
        return _kind(found)
    if asked.what == "column":
        return _column(found, asked)
    return _heading(found, asked) if asked.what == "heading" else _rest(found, asked)


def _tap(found: ImportFile, do: str, value: str = "") -> ImportTap:
    return ImportTap(do=do, file=found.id, version=found.version, value=value)


def _cancel(found: ImportFile) -> list[Button]:
    return [button("import-card.cancel", _tap(found, "cancel"))]


def _kind(found: ImportFile) -> View:
    headings = ", ".join(filter(None, found.headings))[:200]
    rows = [[button("import-kind.option", _tap(found, "kind", kind), kind=kind)] for kind in KINDS]
    return view(say("import-kind", name=found.name, headings=headings), rows=[*rows, _cancel(found)])


def _column(found: ImportFile, asked: Asked) -> View:
    """«В каком столбце личный номер?»"""
    column = asked.column
    assert column is not None
    rows = [
        [
            button(
                "import-column.option",
                _tap(found, "column", f"{at}.{column.name}"),
                heading=found.headings[at][:30],
                sample=found.samples[at][:20] or "–",
            )
        ]
        for at in asked.choices[:MOST]
    ]
    teachers = [button("import-column.teachers", _tap(found, "teachers"))] if column.name == "role" else []
    said = say("import-column", name=found.name, title=column.title, example=column.example or "–")
    samples = [button("import-card.samples", ImportTap(do="samples", file=0, version=0))]
    return view(said, rows=[*rows, teachers, samples, _cancel(found)])


def _rest(found: ImportFile, asked: Asked) -> View:
    """«Не узнаю столбцы: … Загрузить без них?»"""
    headings = ", ".join(found.headings[at] for at in asked.choices)[:300]
    rows = [
        [button("import-rest.option", _tap(found, "heading", str(at)), heading=found.headings[at][:30])]
        for at in asked.choices[:MOST]
    ]
    leave = [button("import-rest.leave", _tap(found, "leave"), style="primary")]
    said = say("import-rest", name=found.name, headings=headings, count=len(asked.choices))
    return view(said, rows=[leave, *rows, _cancel(found)])


def _heading(found: ImportFile, asked: Asked) -> View:
    """«Столбец «Стаж». Что в нём?»"""
    at = asked.heading or 0
    options = [
        button("import-heading.option", _tap(found, "column", f"{at}.{one.name}"), title=one.title)
        for one in asked.offers[:MOST]
    ]
    rows = [options[start : start + IN_A_ROW] for start in range(0, len(options), IN_A_ROW)]
    back = [button("import-heading.back", _tap(found, "open"))]
    said = say("import-heading", heading=found.headings[at], sample=found.samples[at] or "–")
    return view(said, rows=[*rows, back])
