"""A paper from our own server instead of through Telegram: by an address that works once, for an hour (149-FZ)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from documents.paper_model import Paper
from models.entry import account_of_person
from models.errors import NotYours
from models.paper_link import PaperLink, paper_link_of, paper_link_open, paper_link_used
from services import papers
from services.paper_files import FORMS
from services.work import Work

FOLDER = "/paper/"
"""Under the address of the bot's own server."""


@dataclass(frozen=True)
class Fetched:
    """What an address leads to: the paper, as which file, and the address itself, to be used up."""

    link: PaperLink
    paper: Paper
    form: str


def opens(work: Work) -> bool:
    """Is there a server of the bot's own?"""
    return work.rules.address.web != ""


async def give(work: Work, route_id: int, kind: str, form: str) -> str:
    """The address of a paper that the acting person may read. Refuses NotYours, also for another form."""
    if form not in FORMS:
        raise NotYours("refusal-not-yours")
    await papers.readable(work, route_id, kind)
    link = await work.find(paper_link_of(work.person.id))
    if link is None:
        link = PaperLink(person_id=work.person.id)
        work.session.add(link)
    token = link.give(route_id, kind, form, work.now)
    await work.session.flush()
    return f"{work.rules.address.web}{FOLDER}{token}"


async def fetch(reading: Work, token: str) -> Fetched:
    """The paper behind an address, by the rights that its person has now. Refuses NotYours: used, over, or nobody's."""
    link = await reading.get(paper_link_open(token, reading.now))
    account = await reading.get(account_of_person(link.person_id))
    work = replace(reading, actor=account)
    route = await papers.readable(work, link.route_id or 0, link.kind)
    (paper,) = await papers.build(work, route, work.person, [link.kind])
    return Fetched(link, paper, link.form)


async def use_up(work: Work, fetched: Fetched) -> None:
    """The address leads nowhere from now on. Refuses NotYours where somebody was quicker."""
    used: Any = await work.session.execute(paper_link_used(fetched.link, work.now))
    if used.rowcount != 1:
        raise NotYours("refusal-not-yours")
