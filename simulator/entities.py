"""Entities of a text: those given are put in order as Telegram does, those it finds itself are added."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from simulator.characters import units
from simulator.errors import Json

SPLITTABLE = ("bold", "italic", "underline", "strikethrough", "spoiler")
QUOTES = ("blockquote", "expandable_blockquote")
CODE = ("code", "pre")
_ORDER = {
    name: place for place, name in enumerate((*QUOTES, *CODE, "text_link", "text_mention", *SPLITTABLE))
}

_COMMAND = re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])", re.ASCII)
_MENTION = re.compile(r"(?<![\w@.])@[A-Za-z][A-Za-z0-9_]{3,31}(?![\w.]*@)", re.ASCII)
_HASHTAG = re.compile(r"(?<![\w#])#\w*[^\W\d]\w*")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SCHEMED = re.compile(r"https?://[^\s<>\"«»]+", re.IGNORECASE)
_BARE = re.compile(
    r"(?<![\w@./-])(?:[\w-]+\.)+(?:ru|com|org|net|su|edu|gov|me|info|io|\u0440\u0444)(?![\w-])(?:[/?#][^\s<>\"«»]*)?",
    re.IGNORECASE,
)


def ordered(entities: list[Json]) -> list[Json]:
    """By place, longer first, then by kind."""
    return sorted(entities, key=lambda one: (one["offset"], -one["length"], _ORDER.get(one["type"], 5)))


def arranged(entities: list[Json]) -> list[Json]:
    """Entities without empty, crossing or doubled ones; formatting is cut where it would cross another."""
    entities = ordered([one for one in entities if one["length"] > 0])
    if len(entities) < 2:
        return entities
    fixed = _apart([one for one in entities if one["type"] not in SPLITTABLE and one["type"] not in QUOTES])
    quotes = _apart([one for one in entities if one["type"] in QUOTES])
    fixed = [one for one in fixed if not any(_crosses(one, quote) for quote in quotes)] + quotes
    result = list(fixed)
    for kind in SPLITTABLE:
        for start, end in _united(one for one in entities if one["type"] == kind):
            result.extend(_cut(kind, start, end, fixed))
    return ordered(result)


def moved(entities: Iterable[Json], by: int, limit: int) -> list[Json]:
    """Entities after `by` units were cut off in front and the text ends at `limit`."""
    result = []
    for one in entities:
        start, end = max(0, one["offset"] - by), min(limit, one["offset"] + one["length"] - by)
        if end > start:
            result.append({**one, "offset": start, "length": end - start})
    return result


def with_found(text: str, entities: list[Json]) -> list[Json]:
    """The entities and those Telegram finds by itself: addresses, mentions, hashtags, commands."""
    taken = [one for one in entities if one["type"] not in SPLITTABLE and one["type"] not in QUOTES]
    found: list[Json] = []
    for kind, start, end in _finds(text):
        offset, length = units(text[:start]), units(text[start:end])
        one: Json = {"type": kind, "offset": offset, "length": length}
        if not any(_overlap(one, other) for other in (*taken, *found)):
            found.append(one)
    return arranged([*entities, *found]) if found else entities


def _finds(text: str) -> Iterator[tuple[str, int, int]]:
    if "@" in text:
        yield from (("email", *one.span()) for one in _EMAIL.finditer(text))
        yield from (("mention", *one.span()) for one in _MENTION.finditer(text))
    if "://" in text:
        yield from (("url", one.start(), _url_end(one)) for one in _SCHEMED.finditer(text))
    if "." in text:
        yield from (("url", one.start(), _url_end(one)) for one in _BARE.finditer(text))
    if "#" in text:
        yield from (("hashtag", *one.span()) for one in _HASHTAG.finditer(text))
    if "/" in text:
        yield from (("bot_command", *one.span()) for one in _COMMAND.finditer(text))


def _url_end(found: re.Match[str]) -> int:
    return found.start() + len(found[0].rstrip(".,;:!?)'"))


def _overlap(one: Json, other: Json) -> bool:
    return bool(
        one["offset"] < other["offset"] + other["length"] and other["offset"] < one["offset"] + one["length"]
    )


def _crosses(one: Json, other: Json) -> bool:
    first, second = sorted((one, other), key=lambda each: (each["offset"], -each["length"]))
    return _overlap(one, other) and second["offset"] + second["length"] > first["offset"] + first["length"]


def _apart(entities: list[Json]) -> list[Json]:
    kept: list[Json] = []
    for one in entities:
        if not kept or one["offset"] >= kept[-1]["offset"] + kept[-1]["length"]:
            kept.append(one)
    return kept


def _united(entities: Iterable[Json]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for one in entities:
        start, end = one["offset"], one["offset"] + one["length"]
        if spans and start <= spans[-1][1]:
            spans[-1] = spans[-1][0], max(end, spans[-1][1])
        else:
            spans.append((start, end))
    return spans


def _cut(kind: str, start: int, end: int, fixed: list[Json]) -> Iterator[Json]:
    """A span of formatting, split at the borders of entities it would cross, and not inside code."""
    borders = {start, end}
    for one in fixed:
        edges = one["offset"], one["offset"] + one["length"]
        if one["type"] in CODE or not (start <= edges[0] and edges[1] <= end):
            borders.update(edge for edge in edges if start < edge < end)
    for first, last in pairwise(sorted(borders)):
        inside = any(
            one["type"] in CODE and one["offset"] <= first and last <= one["offset"] + one["length"]
            for one in fixed
        )
        if not inside:
            yield {"type": kind, "offset": first, "length": last - first}
