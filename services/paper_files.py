"""A paper as a file: its name, its bytes, and an organisation's own Word template in place of ours."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from documents import file_names, paper_pdf, typeset
from documents.paper_model import Paper, clean

FORMS = ("pdf", "docx")
LARGEST_TEMPLATE = 10 * 1024 * 1024


@dataclass(frozen=True)
class Trouble:
    """An own template that could not be used: whose and of which kind, the tag that is wrong, and in what way.

    `digest`: of the file, so that the same mistake is told once.
    """

    regulation: str
    file: str
    tag: str
    fault: str
    digest: str


@dataclass(frozen=True)
class Made:
    """The bytes of a file; `trouble`: why they are of our template and not of the organisation's own."""

    content: bytes
    trouble: Trouble | None = None


def name(paper: Paper, form: str) -> str:
    """«Карта ИОМ Иванова Г. П.pdf»: readable, and safe as a name on any disk."""
    return file_names.safe(clean(paper.name), form)


def made(paper: Paper, form: str, templates: Path | None) -> Made:
    """«pdf» or «docx»; a Word template of `templates/<regulation>/<kind>.docx` stands in for ours while it is right."""
    if form == "pdf":
        return Made(paper_pdf.pdf(paper))
    from documents import paper_docx  # 9 MB that a bot takes only when Word is asked for

    own = own_template(paper, templates)
    if own is None:
        return Made(paper_docx.docx(paper))
    content, trouble = tried(paper, own)
    return Made(content if trouble is None else paper_docx.docx(paper), trouble)


def tried(paper: Paper, own: Path) -> tuple[bytes, Trouble | None]:
    """The paper by an own template; or nothing, and what is wrong with it."""
    from documents import own_template as bounded
    from documents.paper_docx import TemplateRefused

    template = own.read_bytes() if own.stat().st_size <= LARGEST_TEMPLATE else b""
    try:
        return bounded.docx(paper, template), None
    except TemplateRefused as refused:
        digest = sha256(template).hexdigest()
        return b"", Trouble(own.parent.name, own.name, refused.tag, refused.fault, digest)


def own_template(paper: Paper, templates: Path | None) -> Path | None:
    """An organisation's own template of this kind, if there is one."""
    if templates is None:
        return None
    path = templates / paper.regulation / f"{paper.kind}.docx"
    return path if path.is_file() else None


def same(paper: Paper, form: str, templates: Path | None) -> str:
    """What stands for the bytes: the same facts in the same form, drawn as before, by a template that is as it was."""
    own = own_template(paper, templates) if form != "pdf" else None
    changed = own.stat() if own is not None else None
    by = f".{changed.st_mtime_ns}.{changed.st_size}" if changed is not None else ""
    return f"{paper.fingerprint}.{drawing()}.{form}{by}"


@cache
def drawing() -> str:
    """Stands for how this program draws papers: what another edition of it has sent is made anew."""
    ours = sorted(typeset.TEMPLATES.parent.glob("*.py")) + sorted(typeset.TEMPLATES.iterdir())
    return sha256(b"".join(one.read_bytes() for one in ours if one.is_file())).hexdigest()[:16]
