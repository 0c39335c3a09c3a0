"""What a request of the people API asks for, read strictly; and how it is answered."""

from __future__ import annotations

from typing import Any

import orjson
from aiohttp import web


class Unclear(ValueError):
    """The request makes no sense; the message is a sentence for the one who sent it."""


class Asked:
    """The JSON object of a request; each reader returns what it promises or raises Unclear."""

    def __init__(self, body: dict[str, Any]) -> None:
        self._body = body

    @classmethod
    async def of(cls, request: web.Request) -> Asked:
        """Read the body; nothing at all counts as `{}`."""
        raw = await request.read()
        try:
            body = orjson.loads(raw) if raw else {}
        except orjson.JSONDecodeError:
            raise Unclear("The body is not JSON.") from None
        if not isinstance(body, dict):
            raise Unclear("The body must be a JSON object.")
        return cls(body)

    def text(self, name: str) -> str:
        """A text that is not blank."""
        value = self._body.get(name)
        if not isinstance(value, str) or not value.strip():
            raise Unclear(f"'{name}' must be a text.")
        return value

    def optional_text(self, name: str, default: str | None = None) -> str | None:
        """A text, or the default when it is absent or null."""
        value = self._body.get(name)
        if value is not None and not isinstance(value, str):
            raise Unclear(f"'{name}' must be a text.")
        return default if value is None else value

    def whole(self, name: str) -> int:
        """An integer; digits in a text will do."""
        value = self.optional_whole(name)
        if value is None:
            raise Unclear(f"'{name}' must be a whole number.")
        return value

    def optional_whole(self, name: str) -> int | None:
        """An integer, or None when it is absent or null."""
        value = self._body.get(name)
        if value is None:
            return None
        try:
            if isinstance(value, bool | float):
                raise ValueError
            return int(value)
        except (TypeError, ValueError):
            raise Unclear(f"'{name}' must be a whole number.") from None

    def author(self, name: str) -> int | str | None:
        """A person's id or somebody's name; None when absent or null."""
        value = self._body.get(name)
        if value is not None and (isinstance(value, bool) or not isinstance(value, int | str)):
            raise Unclear(f"'{name}' must be a person's id or a name.")
        return value

    def number(self, name: str) -> float:
        """A finite number."""
        value = self._body.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise Unclear(f"'{name}' must be a number.")
        return float(value)

    def flag(self, name: str) -> bool:
        """True or false; absent is false."""
        value = self._body.get(name, False)
        if not isinstance(value, bool):
            raise Unclear(f"'{name}' must be true or false.")
        return value

    def one_of(self, name: str, allowed: tuple[str, ...]) -> str:
        """One of the words."""
        value = self.text(name)
        if value not in allowed:
            raise Unclear(f"'{name}' must be one of: {', '.join(allowed)}.")
        return value

    def wholes(self, name: str) -> list[int]:
        """A list of integers."""
        value = self._body.get(name)
        if not isinstance(value, list) or not all(isinstance(item, int) for item in value):
            raise Unclear(f"'{name}' must be a list of whole numbers.")
        return value

    def object(self, name: str) -> dict[str, Any]:
        """An object; absent is `{}`."""
        value = self._body.get(name, {})
        if not isinstance(value, dict):
            raise Unclear(f"'{name}' must be an object.")
        return value

    def flag_or(self, word: str, name: str) -> bool | str:
        """True, false or one word."""
        return word if self._body.get(name) == word else self.flag(name)

    def has(self, name: str) -> bool:
        """Whether it was given at all."""
        return name in self._body


def reply(body: dict[str, Any], status: int = 200) -> web.Response:
    """JSON, never cached."""
    return web.Response(
        body=orjson.dumps(body),
        status=status,
        content_type="application/json",
        headers={"Cache-Control": "no-store"},
    )
