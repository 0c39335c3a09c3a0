"""A file that takes a while, from our own server instead of through Telegram: made when it is fetched (149-FZ).

By an address as that of a paper (`paper_link`): once, for an hour, by the rights of that moment.
"""

from __future__ import annotations

from models.errors import NotYours
from models.file_order import FileKind, FileOrder, OrderState, order_by_id
from models.paper_link import PaperLink, paper_link_of, paper_link_open, paper_link_used
from services import file_order, paper_link
from services.work import Work


def leads(work: Work) -> bool:
    """Do the acting person's files leave by an address? Where names do not go by the chat, and there is a server."""
    return bool(work.person.alias) and paper_link.opens(work)


async def give(work: Work, kind: FileKind) -> str:
    """The address of a file that the acting person may have; the one before leads nowhere from now on.

    Refuses as `file_order.ask`.
    """
    await file_order.may_have(work, kind)
    if kind is FileKind.MYDATA:
        await file_order.not_too_often(work)
    order = FileOrder.held(work.person.id, kind, work.now)
    work.session.add(order)
    await work.session.flush()
    link = await work.find(paper_link_of(work.person.id))
    if link is None:
        link = PaperLink(person_id=work.person.id)
        work.session.add(link)
    token = link.give_file(order.id, kind.value, work.now)
    await work.session.flush()
    return f"{work.rules.address.web}{paper_link.FOLDER}{token}"


async def ordered(work: Work, token: str) -> int | None:
    """The order behind an address; None where it leads to a paper, or nowhere."""
    link = await work.find(paper_link_open(token, work.now))
    return link.order_id if link is not None else None


async def use_up(work: Work, token: str) -> None:
    """The address leads nowhere from now on, the file has left. Refuses NotYours where somebody was quicker."""
    link = await work.get(paper_link_open(token, work.now))
    order = await work.get(order_by_id(link.order_id or 0))
    used = await work.session.execute(paper_link_used(link, work.now))
    if used.rowcount != 1:  # type: ignore[attr-defined]  # an UPDATE's result has it
        raise NotYours("refusal-not-yours")
    order.end(OrderState.SENT, work.now)
