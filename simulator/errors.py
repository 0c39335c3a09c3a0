"""The one way the local Telegram says no to a bot."""

from __future__ import annotations

from typing import Any


class ApiError(Exception):
    """A refused Bot API call: the HTTP status, Telegram's words, and `ResponseParameters` when there are any."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters: dict[str, Any] = parameters

    def body(self) -> dict[str, Any]:
        """The JSON object Telegram answers with."""
        answer: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


def bad(description: str) -> ApiError:
    """400 Bad Request, with Telegram's prefix."""
    return ApiError(400, f"Bad Request: {description}")


def forbidden(description: str) -> ApiError:
    """403 Forbidden, with Telegram's prefix."""
    return ApiError(403, f"Forbidden: {description}")
