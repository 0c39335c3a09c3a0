"""Papers about something else than a route: the note and plan of mentoring, a protocol, the plan of a school year."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import partial

from documents.paper_model import Paper
from models.errors import NotYours
from services import discreet, mentoring_paper, paper_protocol, signing_protocol, year_paper
from services.work import Work

PROTOCOL = "protocol"


async def made(work: Work, kind: str, about: int) -> Paper:
    """The paper as the acting person may read it; `about`: a programme, a slot, a year.

    Refuses NotYours; Discreet where names do not go by the chat.
    """
    if kind not in MAKERS:
        raise NotYours("refusal-not-yours")
    return await MAKERS[kind](work, about)


async def _mentoring(kind: str, work: Work, programme_id: int) -> Paper:
    return await mentoring_paper.paper(work, programme_id, kind)


async def _protocol(work: Work, slot_id: int) -> Paper:
    """Made from what stands now."""
    found = await signing_protocol.of(work, slot_id)
    discreet.only_open(work, found.paper.route.teacher)
    return await paper_protocol.of_paper(work, found.paper)


MAKERS: Mapping[str, Callable[[Work, int], Awaitable[Paper]]] = {
    **{kind: partial(_mentoring, kind) for kind in mentoring_paper.KINDS},
    PROTOCOL: _protocol,
    year_paper.KIND: year_paper.paper,
}
