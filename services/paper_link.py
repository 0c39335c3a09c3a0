"""A paper from our own server instead of through Telegram: by an address that works once, for an hour (149-FZ)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from documents.paper_model import Paper
from models.entry import account_of_person
from models.errors import Discreet, NotYours
from models.paper_link import PaperLink, paper_link_of, paper_link_open, paper_link_used
from services import paper_beside, papers
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
    link = await _own(work)
    token = link.give(route_id, kind, form, work.now)
    await work.session.flush()
    return f"{work.rules.address.web}{FOLDER}{token}"


async def for_chat(work: Work, kind: str, about: int, form: str) -> Paper | str:
    """A paper about something else than a route, for the chat; its address where names do not go by it.

    Refuses NotYours; Discreet where there is no server either.
    """
    if form not in FORMS:
        raise NotYours("refusal-not-yours")
    try:
        return await paper_beside.made(work, kind, about)
    except Discreet:
        if not opens(work):
            raise
    await paper_beside.made(_directly(work), kind, about)
    link = await _own(work)
    token = link.give_about(about, kind, form, work.now)
    await work.session.flush()
    return f"{work.rules.address.web}{FOLDER}{token}"


async def _own(work: Work) -> PaperLink:
    link = await work.find(paper_link_of(work.person.id))
    if link is None:
        link = PaperLink(person_id=work.person.id)
        work.session.add(link)
    return link


def _directly(work: Work) -> Work:
    """The same, past the messenger: with names."""
    return replace(work, rules=replace(work.rules, direct=True))


async def fetch(reading: Work, token: str) -> Fetched:
    """The paper behind an address, by the rights that its person has now. Refuses NotYours: used, over, or nobody's."""
    link = await reading.get(paper_link_open(token, reading.now))
    account = await reading.get(account_of_person(link.person_id))
    work = replace(reading, actor=account)
    if link.about is not None:
        return Fetched(link, await paper_beside.made(_directly(work), link.kind, link.about), link.form)
    route = await papers.readable(work, link.route_id or 0, link.kind)
    (paper,) = await papers.build(work, route, work.person, [link.kind])
    return Fetched(link, paper, link.form)


async def use_up(work: Work, fetched: Fetched) -> None:
    """The address leads nowhere from now on. Refuses NotYours where somebody was quicker."""
    used: Any = await work.session.execute(paper_link_used(fetched.link, work.now))
    if used.rowcount != 1:
        raise NotYours("refusal-not-yours")
