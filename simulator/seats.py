"""What the page knows about a person beside Telegram: their seat in the story and their invitation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson


class Seats:
    """`{user id: {"seat": caption, "start": payload}}`, kept in a small JSON file if there is a folder."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._seats: dict[int, dict[str, str]] = {}
        if file and file.exists():
            self._seats = {int(user): seat for user, seat in orjson.loads(file.read_bytes()).items()}

    def put(self, user_id: int, *, seat: str | None = None, start: str | None = None) -> None:
        """Remember the caption, the deep-link payload of the START button, or both; None leaves what was."""
        kept = self._seats.setdefault(user_id, {"seat": "", "start": ""})
        kept["seat"] = kept["seat"] if seat is None else seat
        kept["start"] = kept["start"] if start is None else start
        if self._file:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_bytes(orjson.dumps({str(user): value for user, value in self._seats.items()}))

    def of(self, user_id: int) -> dict[str, Any]:
        """`{"seat", "start"}` of one person; empty texts when nothing is known."""
        return dict(self._seats.get(user_id, {"seat": "", "start": ""}))
