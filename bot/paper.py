"""A View as Telegram takes it: pages of HTML within 4096 units, keyboards as plain dicts, tables as blocks."""

from __future__ import annotations

import html
import re
from itertools import chain
from typing import Any

from aiogram.filters.callback_data import CallbackData

from bot.text import Reader, Text
from handlers.views import Button, Data, Say, View

PAGE = 4096
LONGEST_DATA = 64
PLAIN = frozenset({int, str})
TAG = re.compile(r"<[^>]+>")
PIECE = re.compile(r"<[^>]+>|&#?\w+;|[^<&\s]{1,256}|\s|[<&]")


def pages(text: Text, shown: View, reader: Reader) -> list[str]:
    """The words of a View, split at line ends where they exceed a message. Tags never cross a line (a guard)."""
    whole = "\n\n".join(_paragraph(text, part, reader) for part in shown.parts)
    if len(whole) * 2 <= PAGE or units(whole) <= PAGE:
        return [whole]
    found: list[str] = [""]
    for line in chain.from_iterable(map(_lines, whole.split("\n"))):
        if units(found[-1]) + units(line) + 1 > PAGE:
            found.append("")
        found[-1] = f"{found[-1]}\n{line}" if found[-1] else line
    return [page for page in found if page.strip()]


def _lines(line: str) -> list[str]:
    """A line that exceeds a message, cut between words (a word that does, anywhere); its tags close and open again."""
    if units(line) <= PAGE:
        return [line]
    found, used, opened = [""], 0, list[str]()
    for piece in PIECE.findall(line):
        if TAG.fullmatch(piece):
            opened = opened[:-1] if piece.startswith("</") else [*opened, piece]
        elif used + units(piece) > PAGE:
            found[-1] += "".join(_closing(tag) for tag in reversed(opened))
            found.append("".join(opened))
            used = 0
        found[-1] += piece
        used += units(piece)
    return found


def _closing(tag: str) -> str:
    return f"</{tag.strip('<>').partition(' ')[0]}>"


def units(page: str) -> int:
    """The length as Telegram counts it: UTF-16 units after the tags are taken out."""
    return len(html.unescape(TAG.sub("", page)).encode("utf-16-le")) // 2


def _paragraph(text: Text, part: Say | tuple[Say, ...], reader: Reader) -> str:
    if isinstance(part, tuple):
        return "\n".join(text.say(line, reader) for line in part)
    return text.say(part, reader)


def keyboard(text: Text, shown: View, reader: Reader) -> dict[str, Any] | None:
    """InlineKeyboardMarkup, or None without buttons."""
    if not shown.rows:
        return None
    return {"inline_keyboard": [[_key(text, one, reader) for one in row] for row in shown.rows]}


def _key(text: Text, one: Button, reader: Reader) -> dict[str, Any]:
    key: dict[str, Any] = {"text": text.plain(one.label, reader)}
    if one.url is not None:
        key["url"] = one.url
    elif one.data is not None:
        key["callback_data"] = _packed(one.data)
    if one.style is not None:
        key["style"] = one.style
    return key


def _packed(data: Data) -> str:
    """As `pack` does, without pydantic where all values are plain; what does not fit is refused there."""
    if isinstance(data, CallbackData) and PLAIN.issuperset(map(type, values := data.__dict__.values())):
        packed = ":".join((data.__prefix__, *map(str, values)))
        if packed.count(":") == len(values) and len(packed.encode()) <= LONGEST_DATA:
            return packed
    return data.pack()


def rich_table(text: Text, shown: View, reader: Reader) -> dict[str, Any]:
    """The table of a View as the parameters of sendRichMessage."""
    assert shown.table is not None
    rows = [shown.table.head, *shown.table.rows]
    cells = [
        [_cell(text.plain(one, reader), header=number == 0) for one in row] for number, row in enumerate(rows)
    ]
    block: dict[str, Any] = {"type": "table", "cells": cells, "is_bordered": True}
    if shown.table.caption is not None:
        block["caption"] = text.plain(shown.table.caption, reader)
    return {"rich_message": {"blocks": [block]}}


def _cell(words: str, *, header: bool) -> dict[str, Any]:
    cell: dict[str, Any] = {"text": words, "align": "left", "valign": "top"}
    return cell | {"is_header": True} if header else cell
