"""Locale key + facts -> words for one person (DESIGN 20). The only place where facts are escaped."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Protocol

from babel.dates import format_date
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentInt

from regulations.words import Words

LOCALES = Path(__file__).parent.parent / "locales"
LANGUAGES = ("ru", "en")
LONG_DATE = {"ru": "d MMMM y, EEE", "en": "EEE, d MMMM y"}
_INITIAL = re.compile(r"(?<=\s)[^\W\d_]\.\.(?!\.)")


GROUPED = 1000
"""From here on the digits of a number stand in groups, in each language its own."""
LONG_FACT = 900
"""Fluent refuses a placeable over 1,000 characters; longer facts are put in after it."""


def mark(name: str) -> str:
    """What stands for a long fact while Fluent works: private-use characters that nobody can type in."""
    return f"\ue000{name}\ue001"


class Sayable(Protocol):
    """A locale key and facts: a Say, or a Refusal."""

    @property
    def key(self) -> str:
        """A key of the locale files, with its attribute."""

    @property
    def facts(self) -> Mapping[str, Any]:
        """What its placeholders stand for."""


@dataclass(frozen=True)
class Reader:
    """Whom the words are for: a language and the zone of their wall clock."""

    language: str
    zone: tzinfo = UTC


class UnknownKey(KeyError):
    """A key without a text: a bug, caught by the guards."""


class Text:
    """The words of every language; built once, at start."""

    def __init__(self, folder: Path = LOCALES) -> None:
        self._bundles = {language: _bundle(folder / language, language) for language in LANGUAGES}
        self._fixed: dict[object, str] = {}

    def say(self, what: Sayable, reader: Reader) -> str:
        """The words, as Telegram's HTML. Raises UnknownKey."""
        fixed = _fixed(what, reader)
        if fixed is None:
            return self._say(what, reader)
        if fixed not in self._fixed:
            self._fixed[fixed] = self._say(what, reader)
        return self._fixed[fixed]

    def _say(self, what: Sayable, reader: Reader) -> str:
        language = reader.language if reader.language in self._bundles else LANGUAGES[0]
        bundle = self._bundles[language]
        name, _, part = what.key.partition(".")
        if not bundle.has_message(name):
            raise UnknownKey(what.key)
        message = bundle.get_message(name)
        pattern = message.attributes.get(part) if part else message.value
        if pattern is None:
            raise UnknownKey(what.key)
        facts = {name: self._fact(value, reader) for name, value in what.facts.items()}
        long = {
            mark(name): fact
            for name, fact in facts.items()
            if isinstance(fact, str) and len(fact) > LONG_FACT
        }
        words, errors = bundle.format_pattern(pattern, facts | {name[1:-1]: name for name in long})
        if errors:
            raise errors[0]
        said = str(words)
        for name, fact in long.items():
            said = said.replace(name, fact)
        return _INITIAL.sub(_one_stop, said) if ".." in said else said

    def plain(self, what: Sayable, reader: Reader) -> str:
        """The words without tags: for button labels and toasts, where Telegram reads no HTML."""
        return html.unescape(self.say(what, reader).replace("<b>", "").replace("</b>", ""))

    def _fact(self, value: Any, reader: Reader) -> Any:
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, int):
            return _whole(value) if 0 <= value < GROUPED else value
        if isinstance(value, datetime):
            local = value.astimezone(reader.zone)
            return f"{format_date(local.date(), 'd MMMM', reader.language)}, {local:%H:%M}"
        return self._word(value, reader)

    def _word(self, value: Any, reader: Reader) -> str:
        if isinstance(value, str):
            return html.escape(value, quote=False)
        if isinstance(value, date):
            return long_date(value, reader.language)
        if isinstance(value, Words):
            return html.escape(value.get(reader.language), quote=False)
        if hasattr(value, "key") and hasattr(value, "facts"):
            return self.say(value, reader)
        return format_decimal(value, "#,##0.#", locale=reader.language)


class _Whole(FluentInt):
    """A number without groups of digits: it reads alike in every language, and Babel need not be asked."""

    def format(self, locale: Any) -> str:
        """The digits."""
        return str(int(self))


@cache
def _whole(number: int) -> _Whole:
    return _Whole(number)


def _one_stop(found: re.Match[str]) -> str:
    """A sentence that ends with a short name has one full stop behind the initial, not two."""
    letter = found[0][0]
    return f"{letter}." if letter.isupper() else found[0]


@lru_cache(4096)
def long_date(day: date, language: str) -> str:
    """A date with its weekday: «12 мая 2027, ср»."""
    return format_date(day, LONG_DATE[language], language)


def _fixed(what: Sayable, reader: Reader) -> object:
    """What the words depend on, when that is only the product's own texts: these are put together once.

    None as soon as a fact is somebody's or some day's: such words differ for ever.
    """
    if not all(isinstance(fact, Words) for fact in what.facts.values()):
        return None
    return what.key, reader.language, *what.facts.items()


@cache
def _bundle(folder: Path, language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for path in sorted(folder.glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text("utf-8")))
    return bundle
