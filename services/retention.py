"""What is kept without need goes in time: the terms, and the daily sweep (152-FZ art. 5 p. 7; docs/retention.md)."""

from __future__ import annotations

from datetime import timedelta

from models.retention import blank_letters, forget_tables, letters_gone_by, tables_over
from services.work import Work

LETTERS = timedelta(days=90)
"""How long a message that went, or never will, keeps its words; its row and `once` stay, so nothing is said twice."""
TABLES = timedelta(days=90)
"""How long a list of people sent in the chat is remembered after it was loaded or refused."""
AT_ONCE = 2_000


async def sweep(work: Work) -> int:
    """One portion of what is over its term. Returns how many rows; 0 when nothing is left."""
    letters = await work.all(letters_gone_by(work.now - LETTERS, AT_ONCE))
    tables = await work.all(tables_over(work.now - TABLES, AT_ONCE))
    if letters:
        await work.session.execute(blank_letters(letters))
    if tables:
        await work.session.execute(forget_tables(tables))
    return len(letters) + len(tables)
