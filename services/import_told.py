"""What became of a sent table, when its sender is told: looked at once more as the message goes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select

from models.import_file import ImportFile, ImportState
from services import import_codes
from services.standing import Standing, Waiting
from services.work import Work

NEWS = "import-news"


def tell(work: Work, found: ImportFile) -> None:
    """The sender hears how far it is."""
    work.notify(found.person_id, NEWS, import_id=found.id, version=found.version)


async def news_that_stands(work: Work, notices: Sequence[Waiting]) -> Mapping[int, Standing]:
    """What the newest of each says; what was answered, loaded or cancelled meanwhile needs no word."""
    ids = {int(one.facts["import_id"]) for one in notices}
    found = {one.id: one for one in await work.all(select(ImportFile).where(ImportFile.id.in_(ids)))}
    said = {}
    for notice in notices:
        row = found.get(int(notice.facts["import_id"]))
        if row is not None and row.version == notice.facts["version"]:
            said[notice.id] = Standing({**notice.facts, **await facts_of(work, row)})
    return said


async def facts_of(work: Work, row: ImportFile) -> dict[str, Any]:
    """Everything that a card about it shows; `waiting`: how many of the loaded people have not come in yet."""
    people = row.outcome.get("people") if row.state is ImportState.LOADED else None
    return {
        "state": row.state.value,
        "kind": row.kind,
        "name": row.name,
        "outcome": row.outcome,
        "waiting": await import_codes.waiting(work, people) if people else 0,
    }
