"""The HTML of rich messages, turned into the blocks it stands for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from simulator.errors import Json, Wrong

INLINE = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "sub": "subscript", "sup": "superscript", "mark": "marked", "code": "code",
}  # fmt: skip
HEADINGS = {f"h{size}": size for size in range(1, 7)}
VOID = ("br", "hr")
LINKS = ("a", "tg-emoji", "tg-time", "tg-math", "span")
PARTS = ("li", "tr", "td", "th", "caption", "thead", "tbody", "summary", "cite")
BLOCKS = ("p", "pre", "footer", "ul", "ol", "blockquote", "aside", "table", "details", "hr", *HEADINGS)
KNOWN = {*INLINE, *LINKS, *PARTS, *BLOCKS, "br"}


@dataclass
class Node:
    """A tag with what is inside; "" is the whole text."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    inside: list[Any] = field(default_factory=list)

    def parts(self, *tags: str) -> list[Node]:
        """The tags of these names directly inside."""
        return [one for one in self.inside if isinstance(one, Node) and one.tag in tags]


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Node("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in KNOWN:
            raise Wrong(f'Can\'t parse entities: Unsupported start tag "{tag}"')
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if self.open[-1].tag != tag:
            raise Wrong(f'Can\'t parse entities: Unmatched end tag "{tag}"')
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def blocks_of(source: str) -> list[Json]:
    """Input blocks of an HTML text. Raises `Wrong` for unknown or unmatched tags."""
    tree = _Tree()
    tree.feed(source)
    tree.close()
    if len(tree.open) > 1:
        raise Wrong(
            f"Can't parse entities: Can't find end tag corresponding to start tag \"{tree.open[-1].tag}\""
        )
    return _blocks(tree.open[0])


def _blocks(node: Node, skipped: tuple[str, ...] = ()) -> list[Json]:
    """The blocks inside a tag; loose text between them becomes paragraphs."""
    blocks: list[Json] = []
    loose: list[Any] = []
    for one in [*node.inside, Node("hr")]:
        if not (isinstance(one, Node) and one.tag in (*BLOCKS, *skipped)):
            loose.append(one)
            continue
        text = _text(loose)
        if text not in ("", []):
            blocks.append({"type": "paragraph", "text": text})
        loose = []
        if one.tag not in skipped:
            blocks.append(_block(one))
    return blocks[:-1]


def _block(node: Node) -> Json:
    if node.tag in HEADINGS:
        return {"type": "heading", "size": HEADINGS[node.tag], "text": _text(node.inside)}
    return _READERS[node.tag](node)


def _plain(kind: str) -> Callable[[Node], Json]:
    return lambda node: {"type": kind, "text": _text(node.inside)}


def _pre(node: Node) -> Json:
    code = node.parts("code")
    language = code[0].attributes.get("class", "").removeprefix("language-") if code else ""
    text = _text(code[0].inside if code else node.inside, trimmed=False)
    return {"type": "pre", "text": text, "language": language}


def _quote(node: Node) -> Json:
    credit = {"credit": _text(node.parts("cite")[0].inside)} if node.parts("cite") else {}
    inside = Node("", {}, [one for one in node.inside if one not in node.parts("cite")])
    if node.tag == "aside":
        return {"type": "pullquote", "text": _text(inside.inside), **credit}
    if node.attributes.keys() & {"collapsed", "expandable"}:
        return {"type": "expandable_blockquote", "text": _text(inside.inside), **credit}
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
        "summary": _text(summary[0].inside),
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
    return {**table, **flags, **({"caption": _text(caption[0].inside)} if caption else {})}


def _cell(node: Node) -> Json:
    cell: Json = {
        "align": node.attributes.get("align", "left"),
        "valign": node.attributes.get("valign", "middle"),
    }
    for name in ("colspan", "rowspan"):
        if name in node.attributes:
            cell[name] = node.attributes[name]
    text = _text(node.inside)
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


def _text(parts: list[Any], *, trimmed: bool = True) -> Any:
    """A rich text: spaces run together as in HTML, except in preformatted text."""
    texts: list[Any] = []
    for one in parts:
        text = _piece(one, trimmed)
        if isinstance(text, str) and texts and isinstance(texts[-1], str):
            texts[-1] += text
        elif text != "":
            texts.append(text)
    if trimmed:
        texts = _trimmed(texts)
    return texts[0] if len(texts) == 1 else texts or ""


def _trimmed(texts: list[Any]) -> list[Any]:
    if texts and isinstance(texts[0], str):
        texts[0] = texts[0].lstrip()
    if texts and isinstance(texts[-1], str):
        texts[-1] = texts[-1].rstrip()
    return [text for text in texts if text != ""]


def _piece(one: Any, trimmed: bool) -> Any:
    if isinstance(one, str):
        return _run_together(one) if trimmed else one
    if one.tag == "br":
        return "\n"
    return _tagged(one, _text(one.inside, trimmed=False))


def _run_together(text: str) -> str:
    words = " ".join(text.split())
    return f"{' ' * text[:1].isspace()}{words}{' ' * (bool(words) and text[-1:].isspace())}"


def _tagged(node: Node, inner: Any) -> Any:
    given = node.attributes
    if node.tag in INLINE:
        return {"type": INLINE[node.tag], "text": inner}
    if node.tag == "span" and given.get("class") == "tg-spoiler":
        return {"type": "spoiler", "text": inner}
    if node.tag == "a" and "name" in given:
        return [{"type": "anchor", "name": given["name"]}, inner]
    if node.tag == "a" and given.get("href", "").startswith("#"):
        return {"type": "anchor_link", "text": inner, "anchor_name": given["href"][1:]}
    if node.tag == "a":
        return {"type": "url", "text": inner, "url": given.get("href", "")}
    if node.tag == "tg-emoji":
        return {
            "type": "custom_emoji",
            "custom_emoji_id": given.get("emoji-id", ""),
            "alternative_text": inner,
        }
    if node.tag == "tg-time":
        moment = given.get("unix", "0")
        return {
            "type": "date_time",
            "text": inner,
            "unix_time": moment,
            "date_time_format": given.get("format", ""),
        }
    if node.tag == "tg-math":
        return {"type": "mathematical_expression", "expression": inner}
    raise Wrong(f'Can\'t parse entities: Unsupported start tag "{node.tag}"')
