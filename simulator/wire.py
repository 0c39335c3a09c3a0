"""Reading the parameters of a call as forgivingly, or not, as the Bot API does."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from simulator.errors import Json, Wrong

_INTEGER = re.compile(r"\s*([+-]?\d+)")
MISSING: Any = object()


@dataclass(frozen=True)
class Upload:
    """A file as somebody sends it; name and type may be missing or hostile."""

    name: str
    content: bytes
    mime: str | None = None


def lenient_integer(text: str) -> int:
    """The number a text begins with; 0 without one, as Telegram reads query parameters."""
    found = _INTEGER.match(text)
    return int(found[1]) if found else 0


class Request:
    """The parameters and uploads of one call. Unknown ones are never looked at, as in Telegram."""

    __slots__ = ("files", "params")

    def __init__(self, params: Mapping[str, Any], files: Mapping[str, Upload] | None = None) -> None:
        self.params = params
        self.files = files or {}

    def text(self, name: str) -> str:
        """The parameter as text; "" when absent."""
        value = self.params.get(name)
        if value is None:
            return ""
        if isinstance(value, str):
            return value
        if isinstance(value, bool):
            return "true" if value else "false"
        return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else str(value)

    def given(self, name: str) -> bool:
        """Whether the parameter was sent at all."""
        return self.params.get(name) is not None

    def integer(self, name: str, default: int = 0, low: int = -(2**31), high: int = 2**31 - 1) -> int:
        """A number, clamped; text without digits is 0, as in Telegram."""
        value = self.params.get(name)
        if isinstance(value, int) and not isinstance(value, bool):
            return max(low, min(high, value))
        text = self.text(name)
        return max(low, min(high, lenient_integer(text) if text else default))

    def truth(self, name: str) -> bool:
        """A flag: true, yes or 1 in any case; anything else is no."""
        value = self.params.get(name)
        return value if isinstance(value, bool) else self.text(name).lower() in ("true", "yes", "1")

    def required(self, name: str) -> str:
        """A text that must be there."""
        text = self.text(name)
        if not text:
            raise Wrong(f'Parameter "{name}" is required')
        return text

    def json(self, name: str, broken: str) -> Any:
        """A JSON parameter, decoded if it came as text; None when absent; `broken` is the complaint."""
        value = self.params.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise Wrong(broken) from None

    def upload(self, reference: str) -> Upload | None:
        """The upload behind "attach://name"."""
        return self.files.get(reference.removeprefix("attach://"))


def field_text(owner: Json, name: str, default: Any = MISSING) -> Any:
    """A text field of a JSON object; numbers pass as text; without `default` it is required."""
    value = owner.get(name)
    if value is None:
        return _absent(name, default)
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise Wrong(f'Field "{name}" must be of type String')


def field_integer(owner: Json, name: str, default: Any = MISSING) -> Any:
    """A number field of a JSON object; digits as text pass."""
    value = owner.get(name)
    if value is None:
        return _absent(name, default)
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise Wrong(f'Field "{name}" must be of type Number')
    try:
        return int(value)
    except ValueError:
        raise Wrong(f'Field "{name}" must be a valid Number') from None


def field_truth(owner: Json, name: str) -> bool:
    """An optional Boolean field of a JSON object; nothing else passes."""
    value = owner.get(name)
    if value is None:
        return False
    if not isinstance(value, bool):
        raise Wrong(f'Field "{name}" must be of type Boolean')
    return value


def field_object(owner: Json, name: str) -> Json:
    """A required object field of a JSON object."""
    value = owner.get(name)
    if value is None:
        raise Wrong(f'Can\'t find field "{name}"')
    if not isinstance(value, dict):
        raise Wrong(f'Field "{name}" must be of type Object')
    return value


def field_list(owner: Json, name: str, default: Any = MISSING) -> Any:
    """An array field of a JSON object."""
    value = owner.get(name)
    if value is None:
        return _absent(name, default)
    if not isinstance(value, list):
        raise Wrong(f'Field "{name}" must be of type Array')
    return value


def _absent(name: str, default: Any) -> Any:
    if default is MISSING:
        raise Wrong(f'Can\'t find field "{name}"')
    return default
