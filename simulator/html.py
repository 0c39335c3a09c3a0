"""Telegram's HTML: a small set of tags in, plain text and entities out, or a refusal with its byte offset."""

from __future__ import annotations

import re

from simulator.characters import reference, units
from simulator.errors import Json, Wrong
from simulator.tags import TAGS, Opened, facts, remember

SPACES = " \t\r\n\v\0"
_SPECIAL = re.compile(r"[<&]")
_NAME_END = re.compile(rf"[{SPACES}=>/\"']")
_TAG_END = re.compile(rf"[{SPACES}>]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_TOKEN = re.compile(r"[A-Za-z0-9.-]*")


def parse(text: str, tags: frozenset[str] = TAGS) -> tuple[str, list[Json]]:
    """Text and entities of an HTML text. Raises `Wrong` in Telegram's words; `tags` are those it knows."""
    return _Parser(text, tags).parsed() if _SPECIAL.search(text) else (text, [])


class _Parser:
    def __init__(self, text: str, tags: frozenset[str]) -> None:
        self.tags = tags
        self.text = text.replace("\0", " ") + "\0"
        self.at = 0
        self.pieces: list[str] = []
        self.offset = 0
        self.open: list[Opened] = []
        self.entities: list[Json] = []

    def parsed(self) -> tuple[str, list[Json]]:
        """The text and the entities, in the order in which their tags end."""
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
        if _SURROGATE.search(text):
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
        if tag not in self.tags:
            raise self._wrong(f'Unsupported start tag "{tag}"', begin)
        opened = Opened(tag, "", 0, self.offset, len(self.pieces))
        while self._attribute(opened, begin):
            pass
        self.at += 1
        if tag == "span" and opened.argument != "spoiler":
            raise self._wrong('Tag "span" must have class "tg-spoiler"', begin)
        self.open.append(opened)

    def _attribute(self, opened: Opened, begin: int) -> bool:
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
        remember(opened, name, value)
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

    def _close(self, opened: Opened) -> None:
        place: Json = {"offset": opened.offset, "length": self.offset - opened.offset}
        if opened.tag in ("pre", "code"):
            return self._close_code(opened, place)
        if found := facts(opened, "".join(self.pieces[opened.begun :])):
            self.entities.append({**found, **place})
        return None

    def _close_code(self, opened: Opened, place: Json) -> None:
        """`pre` around `code` with a language is one entity; else each is its own."""
        last = self.entities[-1] if self.entities else {}
        same = all(last.get(name) == value for name, value in place.items())
        other = "code" if opened.tag == "pre" else "pre"
        language = last.get("language") if opened.tag == "pre" else opened.argument
        if same and last.get("type") == other and language:
            last.update(type="pre", language=language)
        else:
            self.entities.append({"type": opened.tag, **place, "language": opened.argument})


def _finished(entity: Json) -> Json:
    if entity["type"] == "code" or not entity.get("language", True):
        entity.pop("language", None)
    return entity
