"""A text as a bot or a person sends it: parsed, cleaned, trimmed, measured."""

from __future__ import annotations

from collections.abc import Callable

from simulator import html
from simulator.characters import units
from simulator.entities import arranged, moved, with_found
from simulator.errors import Json, Wrong
from simulator.tags import DATED, TAGS, link
from simulator.wire import Request, field_integer, field_object, field_text
from simulator.world import World

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
SOURCE_LIMIT = 1 << 15
_CONTROLS = {code: " " for code in range(32) if chr(code) not in "\n\r\t"} | {9: " "}
_PLAIN = (
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "code",
    "blockquote",
    "expandable_blockquote",
)
_FOUND = ("mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number")

Formatted = tuple[str, list[Json]]


def message_text(world: World, request: Request) -> Formatted:
    """`text` of sendMessage and editMessageText: 1-4096 units after parsing."""
    source = request.text("text")
    if not source:
        raise Wrong("Message text is empty")
    given = request.json("entities", "Can't parse entities JSON object")
    text, entities = formatted(world, source, request.text("parse_mode"), given)
    if not text:
        raise Wrong("Text must be non-empty")
    if units(text) > TEXT_LIMIT:
        raise Wrong("Message is too long")
    return text, entities


def caption(world: World, source: str, mode: str, given: object) -> Json:
    """The caption fields of a message, {} without a caption: 0-1024 units after parsing."""
    text, entities = formatted(world, source, mode, given)
    if units(text) > CAPTION_LIMIT:
        raise Wrong("Message caption is too long")
    if not text:
        return {}
    return {"caption": text, "caption_entities": entities} if entities else {"caption": text}


def request_caption(world: World, request: Request) -> Json:
    """The caption of a sendPhoto and its like."""
    given = request.json("caption_entities", "Can't parse caption entities JSON object")
    return caption(world, request.text("caption"), request.text("parse_mode"), given)


def text_fields(text: str, entities: list[Json]) -> Json:
    """The text fields of a message."""
    return {"text": text, "entities": entities} if entities else {"text": text}


def formatted(world: World, source: str, mode: str, given: object = None) -> Formatted:
    """The text people see and its entities; "" if nothing but spaces is left.

    Of the parse modes only HTML is known here: the project sends no other.
    """
    if len(source) > SOURCE_LIMIT // 4 and len(source.encode("utf-8", "surrogatepass")) > SOURCE_LIMIT:
        raise Wrong("Text is too long")
    mode = mode.lower()
    if not source or mode in ("", "none"):
        entities = _given(given)
    elif mode == "html":
        try:
            source, entities = html.parse(source, TAGS if world.version >= DATED else TAGS - {"tg-time"})
        except Wrong as why:
            raise Wrong(f"Can't parse entities: {why.reason}") from None
    else:
        raise Wrong("Unsupported parse_mode")
    return cleaned(world, source, entities)


def cleaned(world: World, text: str, entities: list[Json]) -> Formatted:
    """Without carriage returns, control characters and outer spaces; entities in order, found ones added."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise Wrong("Strings must be encoded in UTF-8") from None
    if entities:
        _check_places(entities, units(text))
    if "\r" in text:
        text, entities = _without_returns(text, entities)
    text = text.translate(_CONTROLS)
    entities = arranged(_resolved(world, entities)) if entities else entities
    text = text.rstrip(" \n")
    first = entities[0]["offset"] if entities else len(text)
    blank = min(len(text) - len(text.lstrip(" \n")), first)
    text = text[blank:]
    if not text.strip():
        return "", []
    if entities:
        entities = moved(entities, blank, units(text))
    return text, with_found(text, entities)


def _check_places(entities: list[Json], length: int) -> None:
    for one in entities:
        start, end = one["offset"], one["offset"] + one["length"]
        if start < 0 or one["length"] < 0:
            part = "offset" if start < 0 else "length"
            raise Wrong(f"Receive an entity with incorrect {part} {one[part]}")
        if one["length"] and start >= length:
            raise Wrong(f"Entity begins after the end of the text at UTF-16 offset {start}")
        if end > length:
            raise Wrong(
                f"Entity beginning at UTF-16 offset {start} "
                f"ends after the end of the text at UTF-16 offset {end}"
            )


def _resolved(world: World, entities: list[Json]) -> list[Json]:
    """Mentions by number become mentions of people; of strangers they are dropped."""
    result = []
    for one in entities:
        if one["type"] != "text_mention":
            result.append(one)
        elif person := world.people.get(one["user_id"]):
            known = {name: value for name, value in one.items() if name != "user_id"}
            result.append({**known, "user": person.user()})
    return result


def _without_returns(text: str, entities: list[Json]) -> Formatted:
    kept = []
    for one in entities:
        units_16 = text.encode("utf-16-le")
        before = units_16[: one["offset"] * 2].decode("utf-16-le", "ignore").count("\r")
        end = (one["offset"] + one["length"]) * 2
        inside = units_16[one["offset"] * 2 : end].decode("utf-16-le", "ignore").count("\r")
        kept.append({**one, "offset": one["offset"] - before, "length": one["length"] - inside})
    return text.replace("\r", ""), kept


def _given(given: object) -> list[Json]:
    """Entities sent beside the text; anything but an array is ignored, as by Telegram."""
    result = []
    for one in given if isinstance(given, list) else ():
        try:
            result.append(_one_given(one))
        except Wrong as why:
            raise Wrong(f"Can't parse MessageEntity: {why.reason}") from None
    return [one for one in result if one]


def _one_given(one: object) -> Json:
    if not isinstance(one, dict):
        raise Wrong("expected an Object")
    place: Json = {"offset": field_integer(one, "offset"), "length": field_integer(one, "length")}
    kind = field_text(one, "type")
    if kind in _FOUND:
        return {}
    if kind not in _FACTS:
        raise Wrong("Unsupported type specified")
    facts = _FACTS[kind](one)
    return {"type": kind, **place, **facts} if facts is not None else {}


def _no_facts(one: Json) -> Json:
    return {}


def _language(one: Json) -> Json:
    language = field_text(one, "language", "")
    return {"language": language} if language else {}


def _mentioned(one: Json) -> Json:
    return {"user_id": field_integer(field_object(one, "user"), "id")}


def _emoji(one: Json) -> Json:
    return {"custom_emoji_id": field_text(one, "custom_emoji_id")}


def _moment(one: Json) -> Json:
    form = field_text(one, "date_time_format", "")
    return {"unix_time": field_integer(one, "unix_time"), **({"date_time_format": form} if form else {})}


_FACTS: dict[str, Callable[[Json], Json | None]] = {
    **dict.fromkeys(_PLAIN, _no_facts),
    "pre": _language,
    "text_link": lambda one: link(field_text(one, "url")) or None,
    "text_mention": _mentioned,
    "custom_emoji": _emoji,
    "date_time": _moment,
}
