"""The HTML of rich messages, turned into the blocks it stands for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from simulator.errors import Json, Wrong
from simulator.rich_tree import BLOCKS, HEADINGS, Node, parsed, rich_text


def blocks_of(source: str) -> list[Json]:
    """Input blocks of an HTML text. Raises `Wrong` for unknown or unmatched tags."""
    return _blocks(parsed(source))


def _blocks(node: Node, skipped: tuple[str, ...] = ()) -> list[Json]:
    """The blocks inside a tag; loose text between them becomes paragraphs."""
    blocks: list[Json] = []
    loose: list[Any] = []
    for one in [*node.inside, Node("hr")]:
        if not (isinstance(one, Node) and one.tag in (*BLOCKS, *skipped)):
            loose.append(one)
            continue
        text = rich_text(loose)
        if text not in ("", []):
            blocks.append({"type": "paragraph", "text": text})
        loose = []
        if one.tag not in skipped:
            blocks.append(_block(one))
    return blocks[:-1]


def _block(node: Node) -> Json:
    if node.tag in HEADINGS:
        return {"type": "heading", "size": HEADINGS[node.tag], "text": rich_text(node.inside)}
    return _READERS[node.tag](node)


def _plain(kind: str) -> Callable[[Node], Json]:
    return lambda node: {"type": kind, "text": rich_text(node.inside)}


def _pre(node: Node) -> Json:
    code = node.parts("code")
    language = code[0].attributes.get("class", "").removeprefix("language-") if code else ""
    text = rich_text(code[0].inside if code else node.inside, trimmed=False)
    return {"type": "pre", "text": text, "language": language}


def _quote(node: Node) -> Json:
    credit = {"credit": rich_text(node.parts("cite")[0].inside)} if node.parts("cite") else {}
    inside = Node("", {}, [one for one in node.inside if one not in node.parts("cite")])
    if node.tag == "aside":
        return {"type": "pullquote", "text": rich_text(inside.inside), **credit}
    if node.attributes.keys() & {"collapsed", "expandable"}:
        return {"type": "expandable_blockquote", "text": rich_text(inside.inside), **credit}
    return {"type": "blockquote", "blocks": _blocks(inside), **credit}


def _list(node: Node) -> Json:
    items: list[Json] = []
    first = int(node.attributes.get("start") or 1)
    for number, part in enumerate(node.parts("li"), first):
        item: Json = {"blocks": _blocks(part)}
        items.append({**item, "value": number} if node.tag == "ol" else item)
    return {"type": "list", "items": items}


def _details(node: Node) -> Json:
    summary = node.parts("summary")
    if not summary:
        raise Wrong('Can\'t find field "summary"')
    return {
        "type": "details",
        "summary": rich_text(summary[0].inside),
        "blocks": _blocks(node, ("summary",)),
        "is_open": "open" in node.attributes,
    }


def _table(node: Node) -> Json:
    rows = [row for part in (node, *node.parts("thead", "tbody")) for row in part.parts("tr")]
    caption = node.parts("caption")
    flags = {f"is_{name}": True for name in ("bordered", "striped", "compact") if name in node.attributes}
    table: Json = {
        "type": "table",
        "cells": [[_cell(cell) for cell in row.parts("td", "th")] for row in rows],
    }
    return {**table, **flags, **({"caption": rich_text(caption[0].inside)} if caption else {})}


def _cell(node: Node) -> Json:
    cell: Json = {
        "align": node.attributes.get("align", "left"),
        "valign": node.attributes.get("valign", "middle"),
    }
    for name in ("colspan", "rowspan"):
        if name in node.attributes:
            cell[name] = node.attributes[name]
    text = rich_text(node.inside)
    return {**cell, **({"text": text} if text else {}), "is_header": node.tag == "th"}


_READERS: dict[str, Callable[[Node], Json]] = {
    "p": _plain("paragraph"),
    "footer": _plain("footer"),
    "hr": lambda node: {"type": "divider"},
    "pre": _pre,
    "ul": _list,
    "ol": _list,
    "blockquote": _quote,
    "aside": _quote,
    "table": _table,
    "details": _details,
}
