"""Every message of every story is read once more when the town closes: short, plain, in one language, with a way on.

What fails is quoted. A screen that a person asked for as a list may be long: it stands in `LISTS`, with the reason.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.text import Reader, Sayable, Text
from regulations.words import Words
from tests.stories.counting import wrong_plurals

LINES, CHARACTERS = 8, 1000
LISTS = {
    "alert-state": "an administrator asked how the bot fares: a line for each part",
    "alert-commands": "an administrator asked for the commands: a line for each",
    "diagnosis-result": "the result was asked for: a line for each competency",
    "diagnosis-result-earlier": "an earlier result was asked for, too",
    "diagnosis-shown": "the tutor opened a result: a line for each competency",
    "diagnosis-comparison": "the comparison was asked for: a line for each competency",
    "diagnosis-progress": "the comparison was asked for: a line for each competency",
    "diagnosis-record-head": "the record was opened: a line for each competency",
    "diagnosis-sources": "every source of the diagnosis was asked for",
    "diagnosis-sources-beside": "the comparison was asked for: a line for each competency",
    "diagnosis-record-history": "every correction was asked for",
    "diagnosis-teachers": "the list of teachers",
    "conclusions-read": "the whole conclusions were asked for",
    "conclusions-text": "the whole text was asked for",
    "conclusions-whole": "the whole text was asked for",
    "diagnosis-ways": "the recommendations were asked for: one for each level",
    "entry-consent-text": "the whole consent was asked for",
    "final-event": "the list of final events",
    "mentoring-log": "the progress of each mentee was asked for",
    "mentoring-note": "the whole note was asked for",
    "mydata-sheet": "everything that is kept was asked for",
    "picture": "the picture was asked for: everything that it shows, in words",
    "plan": "the list of activities",
    "plan-card": "the list of activities, for the tutor",
    "review-teachers": "the list of teachers",
    "signing-protocol": "every signature of a card was asked for",
    "sheet-all": "every row of the sheet was asked for",
}
"""Keys whose screens may be longer than LINES and CHARACTERS, and why."""
VEIL = "…"
_CODE = re.compile(r"[a-z][a-z0-9_-]*")
_TAG = re.compile(r"</?(?:b|i|u|s|code|pre|blockquote|a|tg-[a-z]+)(?: [^>]*)?>")
_COMMAND = re.compile(r"(?<![\w/])/[a-z]+\b")
_WAY_BACK = re.compile(r"(?<![\w/])/(?:cancel|menu|start)\b")
_LANGUAGES = re.compile(
    r"Язык / Language|На каком языке говорить\? / Which language\?|Русский|English|\bИОМ\b"
    r"|\bPDF\b|\bWord\b|\bExcel\b|\bCSV\b|\bJSON\b|\.(?:xlsx|csv|json|ics)\b|е-mail|[\w.]+@[\w.]+"
)
_EXAMPLE_OF_A_CODE = "AB23-CD45-EF67-GH89-JK23-LM45-NP67"
_RAW = re.compile(r"\{ ?\$|\{\w*\}|\bNone\b|Traceback|<class|object at 0x|\bnull\b|__")
_LEVEL = re.compile(r"\b(?:высок|низк|средн)(?:ий|ая|ое|ую|ого|ой|ому|им|ом|ие|их)\b", re.IGNORECASE)
_NAMED_LEVEL = re.compile(
    r"(?:уровень компетенции|дефицит): (?:высокий|средний|низкий|минимальный)"
    r"|(?:высокий|средний|низкий) (?:уровень )?(?:дефицита?|компетенции)|(?:низк|высок)\w+ (?:сложност|мотиваци)\w+",
    re.IGNORECASE,
)
_ENGLISH_LEVEL = re.compile(
    r"(?<!level: )(?<!deficit: )\b(?:high|medium|low)\b(?! deficit| level| motivation)", re.IGNORECASE
)
_OF_THE_SERVER = re.compile(r"\bmarshrut(?: [a-z-]+)?|--help\b|\bBACKUP_DIR\b|\bPostgreSQL\b")
"""What an administrator types there."""
_OF_THE_TEXT = re.compile(r"\b(?:IT|[Ss]elf)-(?=компетенци)")
"""A regulation itself writes these words in Latin letters (S001 3.5)."""
_TABLE = re.compile(r"<pre>|[│┃─━┌└├╔═║]|^\s*\|.*\||-{4,}|\+-+\+", re.MULTILINE)
_LETTERS = re.compile(r"[A-Za-zА-Яа-яЁё]")
_NO_WORD = re.compile(r"[\W_]*")


class KeepingText(Text):
    """The real words; which key each came from, and how they read without what people and data put in."""

    def __init__(self) -> None:
        super().__init__()
        self.said: dict[str, set[str]] = {}
        self.pieces: dict[str, Piece] = {}
        self.typed: set[str] = set()
        self._veiling = False

    def say(self, what: Sayable, reader: Reader) -> str:
        """The words; remembered under their key, as a reader sees them."""
        if self._veiling:
            return self._say(what, reader)
        words = super().say(what, reader)
        self.said.setdefault(what.key, set()).add(plain(words))
        if words not in self.pieces:
            self.pieces[words] = Piece(words, self._veiled(what, reader))
        self.pieces[words].keys.add(what.key)
        self.pieces[words].languages.add(reader.language)
        return words

    def _veiled(self, what: Sayable, reader: Reader) -> str:
        """The same words with a veil over names, typed texts, and terms that only Russian has."""
        self._veiling = True
        try:
            return self._say(what, reader)
        finally:
            self._veiling = False

    def _word(self, value: Any, reader: Reader) -> str:
        if isinstance(value, str) and not _CODE.fullmatch(value):
            self.typed.add(value)
            return VEIL if self._veiling and value.strip() else super()._word(value, reader)
        if self._veiling and isinstance(value, Words) and reader.language not in value.languages:
            return VEIL
        return super()._word(value, reader)


@dataclass
class Piece:
    """One thing that was said: the words, the words under the veil, the keys and the languages that say it."""

    words: str
    veiled: str
    keys: set[str] = field(default_factory=set)
    languages: set[str] = field(default_factory=set)


def plain(words: str) -> str:
    """HTML as the eye reads it."""
    return html.unescape(re.sub(r"<[^>]+>", "", words))


@dataclass(frozen=True)
class Shown:
    """A message as it went to somebody, or the word on a tapped button (`toast`)."""

    words: str
    labels: tuple[str, ...] = ()
    toast: bool = False

    @property
    def has_way_on(self) -> bool:
        """A button to press, or a command named in the text."""
        return bool(self.labels) or _WAY_BACK.search(self.words) is not None

    def __str__(self) -> str:
        return "\n".join([f"    «{self.words}»", *(f"      [{label}]" for label in self.labels)])


@dataclass
class Manners:
    """The reader over everybody's shoulder."""

    text: KeepingText
    shown: dict[Shown, None] = field(default_factory=dict)
    last: dict[int, Shown] = field(default_factory=dict)
    stuck: dict[Shown, None] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    tutors: bool = True
    """Is there anybody in the town whom the regulation calls a tutor?"""

    def went(self, method: str, params: Mapping[str, Any]) -> None:
        """A call that Telegram took: what somebody now reads."""
        words = params.get("text") or params.get("caption") or ""
        if method == "answerCallbackQuery":
            if words:
                self.shown[Shown(html.escape(words, quote=False), toast=True)] = None
            return
        if method.startswith(("send", "editMessage")) and method != "sendChatAction":
            one = Shown(words, tuple(_labels(params)))
            self.shown[one] = None
            if int(params.get("chat_id", -1)) > 0:
                self.last[int(params["chat_id"])] = one

    def was_refused(self, method: str, description: str) -> None:
        """A call that Telegram refused because of what was in it."""
        if "parse entities" in description or "BUTTON" in description or "is empty" in description:
            self.refused.append(f"  Telegram refused {method}: {description}")

    def settled(self) -> None:
        """Everybody reads: under the newest message there is a way on."""
        self.stuck |= {one: None for one in self.last.values() if not one.has_way_on}
        self.last.clear()

    def check(self) -> None:
        """Fails with every ill-mannered message quoted, once."""
        self.settled()
        found = [*self.refused]
        found += [f"  no way on (no button, no /cancel):\n{one}" for one in self.stuck]
        for one in self.shown:
            found += [f"  {fault}:\n{one}" for fault in self.faults(one)]
        self.shown.clear(), self.stuck.clear(), self.refused.clear()
        if found:
            pytest.fail("manners (see tests/stories/manners.py):\n" + "\n".join(found), pytrace=False)

    def faults(self, one: Shown) -> list[str]:
        """What a careful editor would strike out of one message."""
        pieces = self._pieces(one)
        parts = [_veil(part, pieces, self.text.typed) for part in (one.words, *map(_escaped, one.labels))]
        words = _TAG.sub("", parts[0])
        everything = "\n".join([words, *parts[1:]])
        languages = self.languages(one)
        return [
            *_length(words, {key for piece in pieces for key in piece.keys}),
            *_raw(everything, self.text.said),
            *_language(everything, languages),
            *_levels(everything, languages),
            *(f"plural «{wrong}»" for wrong in wrong_plurals(everything)),
            *([] if self.tutors or self._is_consent(one) else _tutors(everything)),
            *(["exclamation mark"] if "!" in everything else []),
            *(["a table of characters"] if _TABLE.search(parts[0]) else []),
            *(f"an icon without a word [{label}]" for label in one.labels if _NO_WORD.fullmatch(label)),
        ]

    def _is_consent(self, one: Shown) -> bool:
        """The consent names everybody who may ever accompany, whatever the regulation."""
        return any("entry-consent-text" in piece.keys for piece in self._pieces(one))

    def languages(self, one: Shown) -> set[str]:
        """The languages in which every piece of the message could have been said."""
        left, common = "\n".join([one.words, *map(_escaped, one.labels)]), {"ru", "en"}
        for piece in self._pieces(one):
            words = next((form for form in (piece.words, _untagged(piece.words)) if form in left), "")
            if words and _LETTERS.search(_TAG.sub("", piece.veiled)):
                common &= piece.languages
            left = left.replace(words, "\n") if words else left
        return common

    def _pieces(self, one: Shown) -> list[Piece]:
        """What was said in the message, the longest first."""
        text = "\n".join([one.words, *map(_escaped, one.labels)])
        found = [
            piece
            for words, piece in self.text.pieces.items()
            if words and (words in text or _untagged(words) in text or words.startswith(text))
        ]
        return sorted(found, key=lambda piece: len(piece.words), reverse=True)


def _labels(params: Mapping[str, Any]) -> Iterable[str]:
    markup = params.get("reply_markup") or {}
    return (key["text"] for row in markup.get("inline_keyboard", ()) for key in row)


def _untagged(words: str) -> str:
    """As a label, a toast: escaped, without tags."""
    return words.replace("<b>", "").replace("</b>", "")


def _escaped(label: str) -> str:
    return html.escape(label, quote=False)


def _veil(part: str, pieces: list[Piece], typed: set[str]) -> str:
    """The words with a veil over everything that is not ours."""
    for piece in pieces:
        if part and piece.words.startswith(part) and piece.words != part:
            return piece.veiled
        if piece.veiled != piece.words:
            for words in (piece.words, _untagged(piece.words)):
                part = part.replace(words, piece.veiled) if words.strip() else part
    long = [one for one in typed if len(one) > CHARACTERS]
    return "\n".join(VEIL if _inside(line, long) else line for line in part.split("\n")) if long else part


def _inside(line: str, long: list[str]) -> bool:
    """Is this line a part of a long text that somebody typed (and that was split)?"""
    return len(line) > 40 and any(html.unescape(line) in one for one in long)


def _length(words: str, keys: set[str]) -> list[str]:
    if keys & LISTS.keys():
        return []
    lines, letters = len([line for line in words.split("\n") if line.strip()]), len(html.unescape(words))
    return [
        *([f"{lines} lines, at most {LINES}"] if lines > LINES else []),
        *([f"{letters} characters, at most {CHARACTERS}"] if letters > CHARACTERS else []),
    ]


def _raw(words: str, said: Mapping[str, object]) -> list[str]:
    """Braces, None, keys: what only programmers read."""
    found = [f"raw «{one}»" for one in _RAW.findall(words)]
    tokens = set(re.findall(r"\b[a-z]+(?:-[a-z]+)+(?:\.[a-z-]+)?\b", words))
    return found + [f"raw key «{one}»" for one in sorted(tokens & said.keys())]


def _language(words: str, languages: set[str]) -> list[str]:
    """Words of another language than the reader's."""
    ours = words.replace(_EXAMPLE_OF_A_CODE, "")
    for known in (_COMMAND, _LANGUAGES, _OF_THE_TEXT, _OF_THE_SERVER):
        ours = known.sub("", ours)
    if not languages:
        return ["two languages in one message"]
    if "ru" in languages:
        return [f"English for a Russian reader «{one}»" for one in re.findall(r"[A-Za-z]{2,}", ours)]
    return [f"Russian for an English reader «{one}»" for one in re.findall(r"[А-Яа-яЁё]{2,}", ours)]


def _tutors(words: str) -> list[str]:
    """A tutor, where a mentor, a deputy head or a methodist accompanies."""
    found = re.findall(r"тьютор\w*|\btutor\w*", words, re.IGNORECASE)
    return [f"nobody here is called «{one}»" for one in found]


def _levels(words: str, languages: set[str]) -> list[str]:
    """«высокий» alone: a level of what?"""
    if languages == {"en"}:
        return [f"bare level «{one}»" for one in _ENGLISH_LEVEL.findall(words)]
    return [f"bare level «{one}»" for one in _LEVEL.findall(_NAMED_LEVEL.sub("", words))]
