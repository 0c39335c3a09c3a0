"""The HTML of rich messages as a tree, and the texts in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from simulator.errors import Wrong

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


def parsed(source: str) -> Node:
    """The tree of an HTML text. Raises `Wrong` for unknown or unmatched tags."""
    tree = _Tree()
    tree.feed(source)
    tree.close()
    if len(tree.open) > 1:
        tag = tree.open[-1].tag
        raise Wrong(f"Can't parse entities: Can't find end tag corresponding to start tag \"{tag}\"")
    return tree.open[0]


def rich_text(parts: list[Any], *, trimmed: bool = True) -> Any:
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
    return _tagged(one, rich_text(one.inside, trimmed=False))


def _run_together(text: str) -> str:
    words = " ".join(text.split())
    return f"{' ' * text[:1].isspace()}{words}{' ' * (bool(words) and text[-1:].isspace())}"


def _tagged(node: Node, inner: Any) -> Any:
    given = node.attributes
    if node.tag == "a":
        return _link(given, inner)
    if node.tag in INLINE or (node.tag, given.get("class")) == ("span", "tg-spoiler"):
        return {"type": INLINE.get(node.tag, "spoiler"), "text": inner}
    if node.tag == "tg-emoji":
        return {
            "type": "custom_emoji",
            "custom_emoji_id": given.get("emoji-id", ""),
            "alternative_text": inner,
        }
    if node.tag == "tg-time":
        form = given.get("format", "")
        return {
            "type": "date_time",
            "text": inner,
            "unix_time": given.get("unix", "0"),
            "date_time_format": form,
        }
    if node.tag == "tg-math":
        return {"type": "mathematical_expression", "expression": inner}
    raise Wrong(f'Can\'t parse entities: Unsupported start tag "{node.tag}"')


def _link(given: dict[str, str], inner: Any) -> Any:
    address = given.get("href", "")
    if "name" in given:
        return [{"type": "anchor", "name": given["name"]}, inner]
    if address.startswith("#"):
        return {"type": "anchor_link", "text": inner, "anchor_name": address[1:]}
    return {"type": "url", "text": inner, "url": address}
