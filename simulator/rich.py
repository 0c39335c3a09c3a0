"""Rich messages (Bot API 10.1-10.3): checked block by block, within Telegram's limits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from simulator.characters import units
from simulator.errors import Json, Wrong
from simulator.hub import Hub
from simulator.messages import deliver
from simulator.rich_html import blocks_of
from simulator.rich_text import Texts
from simulator.wire import Request, field_integer, field_list, field_text, field_truth

CHARACTER_LIMIT = 32_768
BLOCK_LIMIT = 500
DEPTH_LIMIT = 16
COLUMN_LIMIT = 20
ROW_BUTTON_LIMIT = 8
ALIGN = ("left", "center", "right")
VALIGN = ("top", "middle", "bottom")
TEXT_BLOCKS = ("paragraph", "heading", "pre", "footer", "expandable_blockquote", "pullquote")


def send_rich_message(hub: Hub, request: Request) -> Json:
    """sendRichMessage."""
    return deliver(hub, request, rich_content(hub, request))


def rich_content(hub: Hub, request: Request) -> Json:
    """The content of a message with `rich_message`: exactly one of html, markdown or blocks.

    Markdown and blocks with media are unknown to this simulator and refused in words of its own.
    """
    value = request.json("rich_message", "Can't parse InputRichMessage JSON object")
    if not isinstance(value, dict):
        raise Wrong(
            "Object expected as rich message" if value is not None else "Rich message must be non-empty"
        )
    sources = [name for name in ("html", "markdown", "blocks") if value.get(name)]
    if not sources:
        raise Wrong("RICH_MESSAGE_CONTENT_REQUIRED")
    if len(sources) > 1:
        raise Wrong("exactly one of the fields html, markdown and blocks must be used")
    if sources == ["markdown"]:
        raise Wrong("rich markdown is unknown to the local Telegram")
    given = blocks_of(field_text(value, "html")) if sources == ["html"] else field_list(value, "blocks")
    checker = _Blocks()
    blocks = checker.read(given, 1)
    checker.check()
    rtl = {"is_rtl": True} if field_truth(value, "is_rtl") else {}
    return {"rich_message": {"blocks": blocks, **rtl}}


def rich_buttons(message: Json) -> Iterator[Json]:
    """The buttons inside a rich message, in blocks and in texts."""
    yield from _buttons(message.get("rich_message"))


def _buttons(part: Any) -> Iterator[Json]:
    if isinstance(part, list):
        for one in part:
            yield from _buttons(one)
    elif isinstance(part, dict):
        yield from part.get("buttons", ())
        if part.get("type") == "button":
            yield part["button"]
        for name, one in part.items():
            if name not in ("buttons", "button"):
                yield from _buttons(one)


@dataclass
class _Counted:
    characters: int = 0
    blocks: int = 0


class _Blocks:
    """Reads input blocks into received ones and counts them."""

    def __init__(self) -> None:
        self.counted = _Counted()
        self.texts = Texts(self._count_characters)
        self._readers: dict[str, Callable[[Json, int], Json]] = {
            **dict.fromkeys(TEXT_BLOCKS, self._text_block),
            "divider": lambda block, depth: {},
            "anchor": lambda block, depth: {"name": field_text(block, "name")},
            "mathematical_expression": self._expression,
            "list": self._list,
            "blockquote": self._quote,
            "details": self._details,
            "table": self._table,
            "buttons": self._button_row,
        }

    def read(self, blocks: Any, depth: int) -> list[Json]:
        """A list of blocks, each checked."""
        if not isinstance(blocks, list):
            raise Wrong("Expected an Array of InputRichBlock")
        if depth > DEPTH_LIMIT:
            raise Wrong("RICH_MESSAGE_DEPTH_TOO_BIG")  # the name of this constant is ours
        return [self._block(block, depth) for block in blocks]

    def check(self) -> None:
        """Telegram's limits on the whole."""
        if not self.counted.characters:
            raise Wrong("RICH_MESSAGE_CONTENT_REQUIRED")
        if self.counted.characters > CHARACTER_LIMIT:
            raise Wrong("RICH_MESSAGE_TEXT_TOO_LONG")
        if self.counted.blocks > BLOCK_LIMIT:
            raise Wrong("RICH_MESSAGE_BLOCKS_TOO_MUCH")  # the name of this constant is ours

    def _count_characters(self, text: str) -> None:
        self.counted.characters += units(text)

    def _block(self, block: Any, depth: int) -> Json:
        self.counted.blocks += 1
        try:
            if not isinstance(block, dict):
                raise Wrong("expected an Object")
            kind = field_text(block, "type")
            reader = self._readers.get(kind)
            if reader is None:
                raise Wrong(f'blocks of type "{kind}" are unknown to the local Telegram')
            return {"type": kind, **reader(block, depth)}
        except Wrong as why:
            prefix = "Can't parse InputRichBlock: "
            known = why.reason.startswith((prefix, "RICH_MESSAGE_"))
            raise Wrong(why.reason if known else prefix + why.reason) from None

    def _text_block(self, block: Json, depth: int) -> Json:
        result: Json = {"text": self.texts.required(block, "text")}
        if block["type"] == "heading":
            result["size"] = field_integer(block, "size")
            if result["size"] not in range(1, 7):
                raise Wrong("Invalid heading size specified")
        if language := field_text(block, "language", "") if block["type"] == "pre" else "":
            result["language"] = language
        return {**result, **self.texts.optional(block, "credit")}

    def _expression(self, block: Json, depth: int) -> Json:
        expression = field_text(block, "expression")
        self._count_characters(expression)
        return {"expression": expression}

    def _quote(self, block: Json, depth: int) -> Json:
        return {
            "blocks": self.read(field_list(block, "blocks"), depth + 1),
            **self.texts.optional(block, "credit"),
        }

    def _details(self, block: Json, depth: int) -> Json:
        is_open = {"is_open": True} if field_truth(block, "is_open") else {}
        summary = self.texts.required(block, "summary")
        return {"summary": summary, "blocks": self.read(field_list(block, "blocks"), depth + 1), **is_open}

    def _list(self, block: Json, depth: int) -> Json:
        return {"items": [self._item(item, depth) for item in field_list(block, "items")]}

    def _item(self, item: Any, depth: int) -> Json:
        if not isinstance(item, dict):
            raise Wrong("expected an Object")
        self.counted.blocks += 1
        value = field_integer(item, "value", None)
        kept: Json = {"label": "\N{BULLET}" if value is None else f"{value}."}
        kept["blocks"] = self.read(field_list(item, "blocks"), depth + 1)
        for name in ("has_checkbox", "is_checked"):
            if field_truth(item, name):
                kept[name] = True
        if value is not None:
            kept |= {"value": value, "type": field_text(item, "type", "1")}
        return kept

    def _table(self, block: Json, depth: int) -> Json:
        rows = field_list(block, "cells")
        if not rows or not all(isinstance(row, list) for row in rows):
            raise Wrong('Field "cells" must be an Array of Arrays')
        self.counted.blocks += len(rows)
        cells = [[self._cell(cell) for cell in row] for row in rows]
        if max(sum(cell.get("colspan", 1) for cell in row) for row in cells) > COLUMN_LIMIT:
            raise Wrong("RICH_MESSAGE_TABLE_COLUMNS_TOO_MUCH")  # the name of this constant is ours
        flags = {
            name: True for name in ("is_bordered", "is_striped", "is_compact") if field_truth(block, name)
        }
        return {"cells": cells, **flags, **self.texts.optional(block, "caption")}

    def _cell(self, cell: Any) -> Json:
        try:
            if not isinstance(cell, dict):
                raise Wrong("expected an Object")
            align, valign = field_text(cell, "align"), field_text(cell, "valign")
            if align not in ALIGN or valign not in VALIGN:
                raise Wrong("Invalid alignment specified")
            kept: Json = {"align": align, "valign": valign, **self.texts.optional(cell, "text")}
            for name in ("colspan", "rowspan"):
                if (span := field_integer(cell, name, 1)) > 1:
                    kept[name] = span
            return {**kept, "is_header": True} if field_truth(cell, "is_header") else kept
        except Wrong as why:
            raise Wrong(f"Can't parse PageBlockTableCell: {why.reason}") from None

    def _button_row(self, block: Json, depth: int) -> Json:
        buttons = [self.texts.button(button) for button in field_list(block, "buttons")]
        if not 0 < len(buttons) <= ROW_BUTTON_LIMIT:
            raise Wrong("Invalid number of buttons specified")
        align = field_text(block, "align", "")
        if align and align not in ALIGN:
            raise Wrong("Invalid alignment specified")
        return {"buttons": buttons, **({"align": align} if align else {})}
