"""What has been told already: the `once` keys of notices."""

from __future__ import annotations

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
