"""A paper as PDF/A-2b: what an archive keeps."""

from __future__ import annotations

from documents import qr, typeset
from documents.paper_model import Paper

ARCHIVE: typeset.Standard = "a-2b"


def pdf(paper: Paper) -> bytes:
    """A4, numbered pages, tables that break with their heads; a plain PDF for letters that no font has."""
    picture = qr.svg(paper.proof.link) if paper.proof is not None else ""
    return typeset.pdf("paper", paper.facts | {"qr": picture}, standard=ARCHIVE)
