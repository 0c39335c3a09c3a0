"""A paper as a file of a screen: made after the commit, and sent again as Telegram has it while it says the same."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from documents.paper_model import Paper
from handlers.views import File
from services import paper_files
from services.work import Work


def as_file(work: Work, paper: Paper, form: str) -> File:
    """«pdf» or «docx»."""
    return file_of(paper, form, work.rules.templates)


def file_of(paper: Paper, form: str, templates: Path | None) -> File:
    """The same, where there is no work: of a notice."""
    make = partial(paper_files.made, paper, form, templates)
    same = paper_files.same(paper, form, templates)
    return File("document", name=paper_files.name(paper, form), make=make, same=same)
