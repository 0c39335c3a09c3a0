"""A human-readable text of the data, in several languages."""

import re
from collections.abc import Mapping
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

FALLBACK = "ru"
_LANGUAGE = re.compile(r"[a-z]{2,3}")


class Words:
    """One text in several languages; frozen, hashable, equal by content.

    Russian is always there, because the regulations are Russian; a language that is missing reads as Russian.
    Raises ValueError for a missing Russian text, an empty text, outer spaces or a strange language code.
    """

    __slots__ = ("_texts",)
    _texts: tuple[tuple[str, str], ...]

    def __init__(self, **texts: str) -> None:
        for lang, text in texts.items():
            _check(lang, text)
        if FALLBACK not in texts:
            raise ValueError(f"a text needs its '{FALLBACK}' wording")
        object.__setattr__(self, "_texts", tuple(sorted(texts.items())))

    def get(self, lang: str) -> str:
        """The wording in `lang` (`ru`, `en`, also `en-GB`), else the Russian one."""
        texts = dict(self._texts)
        return texts.get(lang.partition("-")[0].casefold(), texts[FALLBACK])

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes of the languages that have a wording of their own, sorted."""
        return tuple(lang for lang, _ in self._texts)

    def as_json(self) -> dict[str, str]:
        """Language code to wording: what a JSON column or a document takes."""
        return dict(self._texts)

    @classmethod
    def from_json(cls, texts: Mapping[str, str]) -> "Words":
        """The way back from `as_json`, and from a TOML table."""
        return cls(**texts)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("Words are frozen")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Words) and self._texts == other._texts

    def __hash__(self) -> int:
        return hash(self._texts)

    def __repr__(self) -> str:
        return f"Words({self.get(FALLBACK)!r})"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Lets the frozen schemas hold Words: read from a table, written as one."""
        return core_schema.no_info_plain_validator_function(
            _read,
            serialization=core_schema.plain_serializer_function_ser_schema(lambda words: words.as_json()),
        )


def _check(lang: str, text: object) -> None:
    if not _LANGUAGE.fullmatch(lang):
        raise ValueError(f"'{lang}' is no language code")
    if not isinstance(text, str) or not text.strip():
        raise ValueError(f"the '{lang}' wording is empty")
    if text != text.strip():
        raise ValueError(f"the '{lang}' wording has outer spaces")


def _read(value: object) -> Words:
    if isinstance(value, Words):
        return value
    if not isinstance(value, Mapping):
        raise ValueError("expected a table of wordings, such as {ru = ..., en = ...}")
    return Words(**{str(lang): text for lang, text in value.items()})
