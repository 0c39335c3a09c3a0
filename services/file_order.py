"""Files that take a while: asked for by a tap, made in the background, sent once (152-ФЗ art. 14; S000 4.12)."""

from __future__ import annotations

from datetime import timedelta

from models.entry import consents_of
from models.errors import Refusal
from models.file_order import FileKind, FileOrder, order_under_way, orders_arrived
from models.purpose import Purpose
from models.route import routes_of_teacher
from services import consents, discreet, second_factor, staff
from services.work import Work

OFFICIAL = frozenset({FileKind.REGISTRY_XLSX, FileKind.REGISTRY_CSV, FileKind.REGISTRY_JSON, FileKind.CARDS})
"""What an office may have; the rest is about the person alone."""
AGAIN_AFTER = timedelta(days=1)
"""How often everything about oneself is put together."""


async def ask(work: Work, kind: FileKind) -> bool:
    """The acting person wants a file; False where the same one is being made already.

    Refuses NotYours without the office or the route for it, a second archive of a day, papers-discreet, consents-first.
    """
    await may_have(work, kind)
    discreet.only_open(work)
    if await work.find(order_under_way(work.person.id, kind)) is not None:
        return False
    if kind is FileKind.MYDATA:
        await not_too_often(work)
    work.session.add(FileOrder.asked(work.person.id, kind, work.now))
    await work.session.flush()
    return True


async def may_have(work: Work, kind: FileKind) -> None:
    """Refuses NotYours without the office or the route for a file, consents-first, Unconfirmed."""
    if kind in OFFICIAL:
        await staff.reach(work)
        await second_factor.only_confirmed(work)
    elif kind is FileKind.PORTFOLIO:
        await work.get(routes_of_teacher(work.person.id))
        await consents.only_asked(work, Purpose.EVIDENCE)
    else:
        await work.get(consents_of(work.person.id))


async def not_too_often(work: Work) -> None:
    """Refuses a second archive of a day."""
    last = await work.find(orders_arrived(work.person.id, FileKind.MYDATA, work.now - AGAIN_AFTER))
    if last is not None:
        raise Refusal("file-too-often", at=last.asked_at + AGAIN_AFTER)
