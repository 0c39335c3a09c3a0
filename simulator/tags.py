"""The tags of Telegram's HTML: which there are, and which entity each becomes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from simulator.errors import Json, Wrong
from simulator.links import checked_link, mentioned_user

SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
TAGS = frozenset(SIMPLE) | {"a", "tg-emoji", "tg-time", "pre", "code", "blockquote"}
DATED = (9, 5)  # the version of the Bot API that brought tg-time
_DATE_FORMAT = re.compile(r"[rR]|[tTdDwW]*")


@dataclass
class Opened:
    """A start tag waiting for its end: where it stands and what its attributes say."""

    tag: str
    argument: str
    moment: int
    offset: int
    begun: int


def facts(opened: Opened, inside: str) -> Json:
    """The entity of a closed tag, without its place; {} for a link Telegram ignores. Not for code and pre."""
    if opened.tag in SIMPLE:
        return {"type": SIMPLE[opened.tag]}
    if opened.tag == "blockquote":
        return {"type": "expandable_blockquote" if opened.argument else "blockquote"}
    if opened.tag == "a":
        return link(opened.argument or inside)
    return _emoji(opened.argument) if opened.tag == "tg-emoji" else _moment(opened)


def remember(opened: Opened, name: str, value: str) -> None:
    """An attribute that matters is kept."""
    pair = opened.tag, name
    if pair in (("a", "href"), ("tg-emoji", "emoji-id"), ("tg-time", "format")):
        opened.argument = value
    elif pair == ("code", "class") and value.startswith("language-"):
        opened.argument = value.removeprefix("language-")
    elif pair == ("span", "class") and value.startswith("tg-"):
        opened.argument = value.removeprefix("tg-")
    elif pair == ("blockquote", "expandable"):
        opened.argument = "1"
    elif pair == ("tg-time", "unix"):
        digits = re.match(r"\d+", value)
        opened.moment = int(digits[0]) if digits else 0


def link(url: str) -> Json:
    """The facts of a link: to a person, to a page, or none (an invalid address is dropped silently)."""
    if user_id := mentioned_user(url):
        return {"type": "text_mention", "user_id": user_id}
    address = checked_link(url)
    return {"type": "text_link", "url": address} if address else {}


def _emoji(identifier: str) -> Json:
    if not re.fullmatch(r"-?[1-9]\d{0,18}", identifier):
        raise Wrong("Invalid custom emoji identifier specified")
    return {"type": "custom_emoji", "custom_emoji_id": identifier}


def _moment(opened: Opened) -> Json:
    if not _DATE_FORMAT.fullmatch(opened.argument):
        raise Wrong("Invalid date format used")
    if not 0 < opened.moment < 2**31:
        return {}
    form = {"date_time_format": opened.argument} if opened.argument else {}
    return {"type": "date_time", "unix_time": opened.moment, **form}
