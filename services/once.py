"""What has been told already: the `once` keys of notices."""

from __future__ import annotations

from collections.abc import Iterable

from models.reminder import told
from services.work import Work

KEYS_AT_ONCE = 1000


async def already_told(work: Work, keys: list[str]) -> set[str]:
    """Those of the `once` keys that were written before; in portions, as many as a database takes."""
    found: set[str] = set()
    for start in range(0, len(keys), KEYS_AT_ONCE):
        portion = await work.session.scalars(told(keys[start : start + KEYS_AT_ONCE]))
        found.update(key for key in portion if key is not None)
    return found


async def unheard(work: Work, about: str, people: Iterable[int]) -> dict[int, str]:
    """Who of these has not heard about something yet, with what makes it unique."""
    keys = {person_id: f"{about}:{person_id}" for person_id in people}
    found = await already_told(work, list(keys.values()))
    return {person_id: once for person_id, once in keys.items() if once not in found}
