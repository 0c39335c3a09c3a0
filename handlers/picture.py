"""A picture as a file of a screen: drawn after the commit, its words as the caption, kept while it says the same."""

from __future__ import annotations

from documents.picture import Picture
from handlers.views import File, say
from services import paper_files


def file_of(picture: Picture) -> File:
    """What is sent before the screen."""
    return File(
        "photo",
        name=f"{picture.template}.png",
        make=picture.png,
        caption=say("picture", words=picture.words),
        same=f"{picture.same}.{paper_files.drawing()}",
    )
