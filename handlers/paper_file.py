"""A paper as a file of a screen: made after the commit, and sent again as Telegram has it while it says the same."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from documents.paper_model import Paper
from handlers.anything import way_home
from handlers.views import Button, File, View, say, view
from services import paper_files, paper_link
from services.work import Work


async def with_paper(
    work: Work, kind: str, about: int, form: str, screen: Callable[[], Awaitable[View]], back: Button
) -> View:
    """A paper about something else than a route, with its screen; where names do not go by the chat, its address."""
    found = await paper_link.for_chat(work, kind, about, form)
    if isinstance(found, str):
        return address_of(found, back)
    return replace(await screen(), files=(as_file(work, found, form),)).with_toast(say("papers-making"))


def address_of(address: str, back: Button) -> View:
    """Where a paper is fetched: once, for an hour, never as text, so that nobody's preview uses it up."""
    fetch = Button(say("papers-link.fetch"), url=address)
    return view(say("papers-link"), rows=[[fetch], [back], *way_home()])


def as_file(work: Work, paper: Paper, form: str) -> File:
    """«pdf» or «docx»."""
    return file_of(paper, form, work.rules.templates)


def file_of(paper: Paper, form: str, templates: Path | None) -> File:
    """The same, where there is no work: of a notice."""
    make = partial(paper_files.made, paper, form, templates)
    same = paper_files.same(paper, form, templates)
    return File("document", name=paper_files.name(paper, form), make=make, same=same)
