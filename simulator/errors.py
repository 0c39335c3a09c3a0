"""The one way the local Telegram says no to a bot."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]


class ApiError(Exception):
    """A refused Bot API call: the HTTP status, Telegram's words, and `ResponseParameters` if any."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters: Json = parameters

    def body(self) -> Json:
        """The JSON object Telegram answers with."""
        answer: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


class Wrong(ApiError):
    """400 Bad Request. `reason` is the sentence without prefix; the parser around may add its own."""

    def __init__(self, reason: str, **parameters: Any) -> None:
        super().__init__(400, f"Bad Request: {_continued(reason)}", **parameters)
        self.reason = reason


class Forbidden(ApiError):
    """403: this bot may not write there (blocked, kicked, never started)."""

    def __init__(self, reason: str) -> None:
        super().__init__(403, f"Forbidden: {_continued(reason)}")


def too_many(seconds: int) -> ApiError:
    """429: wait `seconds` and try again."""
    return ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


def _continued(reason: str) -> str:
    """A reason after a prefix starts small, unless it is a constant like BUTTON_DATA_INVALID."""
    if len(reason) > 1 and (reason[1] == "_" or "A" <= reason[1] <= "Z"):
        return reason
    return reason[:1].lower() + reason[1:]
