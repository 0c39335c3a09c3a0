"""What the compose files and the Caddyfile say, read without their programs: the little of YAML that they use."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

Line = tuple[int, str]


def read_yaml(text: str) -> Any:
    """Mappings, lists, and scalars on one line; anything else is refused: then write it more plainly."""
    lines = [
        (len(line) - len(line.lstrip()), line.strip()) for line in text.splitlines() if _says_something(line)
    ]
    found, rest = _block(lines, lines[0][0])
    assert not rest, f"not understood: {rest[0][1]}"
    return found


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.strip().startswith("#")


def _block(lines: list[Line], depth: int) -> tuple[Any, list[Line]]:
    if lines[0][1].startswith("- "):
        count = next((n for n, (deep, said) in enumerate(lines) if not said.startswith("- ")), len(lines))
        assert all(deep == depth for deep, _ in lines[:count])
        return [_scalar(said[2:]) for _, said in lines[:count]], lines[count:]
    made: dict[str, Any] = {}
    while lines and lines[0][0] == depth:
        name, colon, value = lines[0][1].partition(":")
        assert colon and name not in made and not value.startswith("|"), lines[0][1]
        lines = lines[1:]
        if value.strip():
            made[name] = _scalar(value)
        elif lines and lines[0][0] > depth:
            made[name], lines = _block(lines, lines[0][0])
        else:
            made[name] = None
    return made, lines


def _scalar(said: str) -> Any:
    said = said.strip()
    if said.startswith("[") and said.endswith("]"):
        return [_scalar(one) for one in said[1:-1].split(", ")]
    if said.startswith("{") and said.endswith("}"):
        pairs = (one.split(": ", 1) for one in said[1:-1].split(", "))
        return {name: _scalar(value) for name, value in pairs}
    if said.startswith('"'):
        return json.loads(said)
    return {"true": True, "false": False}.get(said, said)


def read_caddy(text: str) -> dict[str, Any]:
    """Blocks by what stands before their brace; lines within them as lists of words."""
    words = _caddy_lines(text)
    made = _caddy_block(words)
    assert next(words, None) is None, "a brace too many"
    return made


def _caddy_lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if _says_something(line):
            yield re.sub(r"\s+", " ", line.strip())
    yield "}"


def _caddy_block(lines: Iterator[str]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for line in lines:
        if line == "}":
            return made
        if line.endswith(" {") or line == "{":
            made[line[:-1].strip()] = _caddy_block(lines)
        else:
            name, _, rest = line.partition(" ")
            made[name] = rest
    raise AssertionError("a brace is not closed")
