"""The index of an archive: a page without scripts that any browser opens from the disk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

STYLE = (
    "body{font:16px/1.45 sans-serif;max-width:60em;margin:1.5em auto;padding:0 1em;color:#222}"
    "h1{font-size:1.4em}h2{font-size:1.15em;margin-top:1.6em}table{border-collapse:collapse;width:100%}"
    "td,th{border:1px solid #bbb;padding:.35em .6em;text-align:left;vertical-align:top}th{background:#ddebf7}"
)


@dataclass(frozen=True)
class Linked:
    """A cell that leads somewhere: to a file of the archive (`path`), or to an address."""

    words: str
    path: str = ""
    url: str = ""


Cell = str | Linked


@dataclass(frozen=True)
class Section:
    """A heading, and either paragraphs or a table under it."""

    title: str
    head: Sequence[str] = ()
    rows: Sequence[Sequence[Cell]] = ()
    paragraphs: Sequence[str] = ()


def page(language: str, title: str, sections: Iterable[Section]) -> bytes:
    """The page, UTF-8."""
    body = "".join(_section(one) for one in sections)
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{STYLE}</style>'
    whole = f'<!doctype html><html lang="{language}"><head>{head}</head><body><h1>{escape(title)}</h1>{body}'
    return f"{whole}</body></html>\n".encode()


def _section(one: Section) -> str:
    title = f"<h2>{escape(one.title)}</h2>" if one.title else ""
    said = "".join(f"<p>{escape(text)}</p>" for text in one.paragraphs)
    if not one.rows:
        return title + said
    head = "".join(f"<th>{escape(text)}</th>" for text in one.head)
    rows = "".join("<tr>" + "".join(f"<td>{_cell(cell)}</td>" for cell in row) + "</tr>" for row in one.rows)
    return f"{title}{said}<table><tr>{head}</tr>{rows}</table>"


def _cell(cell: Cell) -> str:
    if isinstance(cell, str):
        return escape(cell)
    if cell.path:
        return f'<a href="{quote(cell.path)}">{escape(cell.words)}</a>'
    safe = cell.url.startswith(("http://", "https://"))
    return f'<a href="{escape(cell.url)}">{escape(cell.words)}</a>' if safe else escape(cell.words)
