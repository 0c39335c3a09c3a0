"""Telegram's HTML: a small set of tags in, plain text and entities out, or a refusal with its byte offset."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

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
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
SPACES = " \t\r\n\v\0"
_SPECIAL = re.compile(r"[<&]")
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]*)|#([0-9]*)|([A-Za-z]*));?")
_NAME_END = re.compile(rf"[{SPACES}=>/\"']")
_TAG_END = re.compile(rf"[{SPACES}>]")
_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
_DATE_FORMAT = re.compile(r"[rR]|[tTdDwW]*")


def units(text: str) -> int:
    """Length in UTF-16 code units, in which Telegram counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def reference(text: str, at: int) -> tuple[str | None, int]:
    """The character of an `&...;` at a place and where it ends; None if it is only an ampersand."""
    found = _REFERENCE.match(text, at)
    if found is None:
        return None, at
    sixteen, ten, name = found.groups()
    if name is not None:
        return NAMED.get(name), found.end()
    digits = sixteen if sixteen is not None else ten
    if not digits or found.end() - at - found[0].endswith(";") >= 10:
        return None, at
    code = int(digits, 16 if sixteen is not None else 10)
    return (chr(code) if 0 < code < 0x10FFFF else None), found.end()


def parse(text: str) -> tuple[str, list[Json]]:
    """Text and entities of an HTML text. Raises `Wrong` in Telegram's words."""
    return _Parser(text).parsed() if _SPECIAL.search(text) else (text, [])


@dataclass
class _Open:
    tag: str
    argument: str
    moment: int
    offset: int
    begun: int


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text.replace("\0", " ") + "\0"
        self.at = 0
        self.pieces: list[str] = []
        self.offset = 0
        self.open: list[_Open] = []
        self.entities: list[Json] = []

    def parsed(self) -> tuple[str, list[Json]]:
        while found := _SPECIAL.search(self.text, self.at):
            self._take(self.text[self.at : found.start()])
            self.at = found.start()
            if found[0] == "&":
                self._reference()
            elif self.text[self.at + 1] == "/":
                self._end_tag()
            else:
                self._start_tag()
        self._take(self.text[self.at : -1])
        if self.open:
            raise Wrong(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        return self._text(), [_finished(entity) for entity in self.entities]

    def _text(self) -> str:
        text = "".join(self.pieces)
        if any("\ud800" <= character <= "\udfff" for character in text):
            raise Wrong(
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            )
        return text

    def _take(self, piece: str) -> None:
        self.pieces.append(piece)
        self.offset += units(piece)

    def _byte(self, at: int) -> int:
        return len(self.text[:at].encode("utf-8", "surrogatepass"))

    def _wrong(self, what: str, at: int, after: str = "") -> Wrong:
        return Wrong(f"{what} at byte offset {self._byte(at)}{after}")

    def _reference(self) -> None:
        character, end = reference(self.text, self.at)
        self._take(character or "&")
        self.at = end if character else self.at + 1

    def _until(self, pattern: re.Pattern[str]) -> str:
        found = pattern.search(self.text, self.at)
        end = found.start() if found else len(self.text) - 1
        piece, self.at = self.text[self.at : end], end
        return piece

    def _skip_spaces(self) -> None:
        while self.text[self.at] in SPACES and self.at < len(self.text) - 1:
            self.at += 1

    def _start_tag(self) -> None:
        begin = self.at
        self.at += 1
        tag = self._until(_TAG_END).lower()
        if self.text[self.at] == "\0":
            raise self._wrong("Unclosed start tag", begin)
        if tag not in TAGS:
            raise self._wrong(f'Unsupported start tag "{tag}"', begin)
        opened = _Open(tag, "", 0, self.offset, len(self.pieces))
        while self._attribute(opened, begin):
            pass
        self.at += 1
        if tag == "span" and opened.argument != "spoiler":
            raise self._wrong('Tag "span" must have class "tg-spoiler"', begin)
        self.open.append(opened)

    def _attribute(self, opened: _Open, begin: int) -> bool:
        """One attribute; False at the end of the tag."""
        self._skip_spaces()
        if self.text[self.at] == ">":
            return False
        name = self._until(_NAME_END)
        if not name:
            raise self._wrong(f'Empty attribute name in the tag "{opened.tag}"', begin)
        self._skip_spaces()
        if self.text[self.at] != "=":
            self._check_open(opened.tag, begin)
            if (opened.tag, name) == ("blockquote", "expandable"):
                opened.argument = "1"
            return True
        self.at += 1
        self._skip_spaces()
        self._check_open(opened.tag, begin)
        value = self._value()
        if self.text[self.at] == "\0":
            raise self._wrong("Unclosed start tag", begin)
        _remember(opened, name, value)
        return True

    def _check_open(self, tag: str, begin: int) -> None:
        if self.text[self.at] == "\0":
            raise self._wrong(f'Unclosed start tag "{tag}"', begin)

    def _value(self) -> str:
        quote = self.text[self.at]
        if quote not in "'\"":
            return self._token()
        self.at += 1
        value = ""
        while self.text[self.at] not in (quote, "\0"):
            character, end = reference(self.text, self.at) if self.text[self.at] == "&" else (None, 0)
            value += character or self.text[self.at]
            self.at = end if character else self.at + 1
        if self.text[self.at] == quote:
            self.at += 1
        return value

    def _token(self) -> str:
        begin = self.at
        found = _TOKEN.match(self.text, begin)
        value = found[0] if found else ""
        self.at += len(value)
        if self.text[self.at] not in SPACES + ">":
            raise self._wrong("Unexpected end of name token", begin)
        return value.lower()

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise self._wrong("Unexpected end tag", begin)
        self.at += 2
        found = self._until(_TAG_END).lower()
        self._skip_spaces()
        if self.text[self.at] != ">":
            raise self._wrong("Unclosed end tag", begin)
        self.at += 1
        opened = self.open.pop()
        if found and found != opened.tag:
            raise self._wrong("Unmatched end tag", begin, f', expected "</{opened.tag}>", found "</{found}>"')
        if self.offset > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        place: Json = {"offset": opened.offset, "length": self.offset - opened.offset}
        if opened.tag in ("pre", "code"):
            return self._close_code(opened, place)
        facts = self._facts(opened)
        if facts:
            self.entities.append({**facts, **place})
        return None

    def _facts(self, opened: _Open) -> Json:
        if opened.tag in SIMPLE:
            return {"type": SIMPLE[opened.tag]}
        if opened.tag == "blockquote":
            return {"type": "expandable_blockquote" if opened.argument else "blockquote"}
        if opened.tag == "a":
            return link(opened.argument or "".join(self.pieces[opened.begun :]))
        return _emoji(opened.argument) if opened.tag == "tg-emoji" else _moment(opened)

    def _close_code(self, opened: _Open, place: Json) -> None:
        """`pre` around `code` with a language is one entity; else each is its own."""
        last = self.entities[-1] if self.entities else {}
        same = all(last.get(name) == value for name, value in place.items())
        other = "code" if opened.tag == "pre" else "pre"
        language = last.get("language") if opened.tag == "pre" else opened.argument
        if same and last.get("type") == other and language:
            last.update(type="pre", language=language)
        else:
            self.entities.append({"type": opened.tag, **place, "language": opened.argument})


def _remember(opened: _Open, name: str, value: str) -> None:
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


def _moment(opened: _Open) -> Json:
    if not _DATE_FORMAT.fullmatch(opened.argument):
        raise Wrong("Invalid date format used")
    if not 0 < opened.moment < 2**31:
        return {}
    facts: dict[str, Any] = {"type": "date_time", "unix_time": opened.moment}
    return {**facts, "date_time_format": opened.argument} if opened.argument else facts


def _finished(entity: Json) -> Json:
    if entity["type"] == "code" or not entity.get("language", True):
        entity.pop("language", None)
    return entity
