"""Facts of a notice as JSON and back: dates, moments and words keep their kind while they wait in the queue."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import orjson

from regulations.words import Words


def packed(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Facts as a JSON column takes them. Refuses what it does not know (TypeError), before anything is written."""
    return {name: _pack(value) for name, value in facts.items()}


def as_json(facts: Any) -> str:
    """Facts, or anything that holds some, as the JSON of `packed`; quicker. Refuses as `packed` does."""
    return orjson.dumps(facts, default=_pack, option=orjson.OPT_PASSTHROUGH_DATETIME).decode()


def unpacked(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The way back from `packed`."""
    return {name: _unpack(value) for name, value in facts.items()}


def _pack(value: Any) -> Any:
    if isinstance(value, datetime):
        return {"$at": value.isoformat()}
    if isinstance(value, date):
        return {"$date": value.isoformat()}
    if isinstance(value, Words):
        return {"$words": value.as_json()}
    if isinstance(value, list | tuple):
        return [_pack(item) for item in value]
    if isinstance(value, Mapping):
        return packed(value)
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise TypeError(f"a notice cannot carry {type(value).__name__}")


def _unpack(value: Any) -> Any:
    if isinstance(value, list):
        return [_unpack(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "$at" in value:
        return datetime.fromisoformat(value["$at"])
    if "$date" in value:
        return date.fromisoformat(value["$date"])
    if "$words" in value:
        return Words.from_json(value["$words"])
    return unpacked(value)
