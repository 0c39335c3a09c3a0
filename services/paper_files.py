"""A paper as a file: its name, its bytes, and an organisation's own Word template in place of ours."""

from __future__ import annotations

import re
from pathlib import Path

from documents import paper_pdf
from documents.paper_model import Paper, clean
from models.errors import Refusal

FORMS = ("pdf", "docx")
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
LONGEST_NAME = 100


def name(paper: Paper, form: str) -> str:
    """«Карта ИОМ Иванова Г. П.pdf»: readable, and safe as a name on any disk."""
    words = " ".join(_UNSAFE.sub(" ", clean(paper.name)).split()).strip(". ")
    return f"{words[:LONGEST_NAME].rstrip('. ')}.{form}"


def content(paper: Paper, form: str, templates: Path | None) -> bytes:
    """The bytes, «pdf» or «docx»; a Word template of `templates/<regulation>/<kind>.docx` stands in for ours.

    Refuses papers-template with the tag that is wrong in such a template.
    """
    if form == "pdf":
        return paper_pdf.pdf(paper)
    from documents import paper_docx  # 9 MB that a bot takes only when Word is asked for

    own = own_template(paper, templates)
    try:
        return paper_docx.docx(paper, own.read_bytes() if own is not None else None)
    except paper_docx.TemplateRefused as refused:
        file = own.name if own is not None else paper.kind
        raise Refusal("papers-template", file=file, tag=refused.tag, word=refused.is_word) from refused


def own_template(paper: Paper, templates: Path | None) -> Path | None:
    """An organisation's own template of this kind, if there is one."""
    if templates is None:
        return None
    path = templates / paper.regulation / f"{paper.kind}.docx"
    return path if path.is_file() else None
