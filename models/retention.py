"""Queries for what is over its term."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Delete, Select, String, Update, cast, delete, select, update

from models.import_file import OPEN, ImportFile
from models.notice import Notice, NoticeState

OVER = (NoticeState.SENT, NoticeState.DROPPED, NoticeState.NEEDLESS)


def letters_gone_by(before: datetime, limit: int) -> Select[int]:
    """Messages that went or never will, due before a moment, whose words are still there."""
    over = Notice.state.in_(OVER) & (Notice.due_at < before)
    return select(Notice.id).where(over, cast(Notice.facts, String) != "{}").order_by(Notice.id).limit(limit)


def blank_letters(ids: Collection[int]) -> Update:
    """Their words go; that they were written stays."""
    return update(Notice).where(Notice.id.in_(ids)).values(facts={})


def tables_over(before: datetime, limit: int) -> Select[int]:
    """Lists that were sent before a moment and are over."""
    over = ImportFile.state.not_in(OPEN) & (ImportFile.at < before)
    return select(ImportFile.id).where(over).order_by(ImportFile.id).limit(limit)


def forget_tables(ids: Collection[int]) -> Delete:
    """They go; the people whom they named are there, and how their columns were read is remembered elsewhere."""
    return delete(ImportFile).where(ImportFile.id.in_(ids))
