"""Small .xlsx files made by hand, cell by cell, for the tests of the import."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DATE_STYLE = 1

Value = str | int | float | bool | date | tuple[str, str] | None


def cell(name: str, value: Value) -> str:
    """One cell; a pair is a formula and its last value («#REF!» is a failed one)."""
    match value:
        case None:
            return ""
        case bool():
            return f'<c r="{name}" t="b"><v>{int(value)}</v></c>'
        case int() | float():
            return f'<c r="{name}"><v>{value}</v></c>'
        case date():
            return f'<c r="{name}" s="{DATE_STYLE}"><v>{(value - date(1899, 12, 30)).days}</v></c>'
        case (formula, last):
            kind = "e" if last.startswith("#") else "str"
            return f'<c r="{name}" t="{kind}"><f>{escape(formula)}</f><v>{escape(last)}</v></c>'
        case text:
            return f'<c r="{name}" t="inlineStr"><is><t xml:space="preserve">{escape(str(text))}</t></is></c>'


def sheet(rows: Sequence[Sequence[Value]]) -> str:
    """One sheet; a row without cells is left out, as spreadsheets do."""
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(cell(f"{chr(65 + column)}{number}", value) for column, value in enumerate(row))
        if cells:
            lines.append(f'<row r="{number}">{cells}</row>')
    return f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'


def workbook(sheets: Mapping[str, Sequence[Sequence[Value]]]) -> bytes:
    """A workbook of these sheets."""
    numbers = range(1, len(sheets) + 1)
    tags = [f'<sheet name="{escape(name)}" sheetId="{n}" r:id="r{n}"/>' for n, name in enumerate(sheets, 1)]
    links = [
        f'<Relationship Id="r{n}" Type="{LINKS}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in numbers
    ]
    links.append(f'<Relationship Id="styles" Type="{LINKS}/styles" Target="styles.xml"/>')
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" '
        'ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="book" '
        f'Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>{"".join(tags)}</sheets>'
        "</workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(links)}'
        "</Relationships>",
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><cellXfs count="2"><xf numFmtId="0"/>'
        '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
    }
    parts |= {f"xl/worksheets/sheet{n}.xml": sheet(rows) for n, rows in enumerate(sheets.values(), 1)}
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{content}')
    return whole.getvalue()
