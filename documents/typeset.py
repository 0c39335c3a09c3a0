"""The one place that calls typst: a template and its facts become a PDF or a PNG.

Facts reach a template as JSON data, never as markup, so a name may hold any character. Pages carry no date of
their own: the same facts give the same bytes. typst itself is loaded with the first page: the command line needs the
words of the templates only.
"""

from __future__ import annotations

import json
import threading
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import typst

TEMPLATES = Path(__file__).parent / "templates"

# Embeddings, overrides and isolates turn the letters after them round, far beyond the name that holds them.
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LOCK = threading.Lock()


Standard = Literal["a-2b"]


def pdf(template: str, facts: Mapping[str, Any], *, standard: Standard | None = None) -> bytes:
    """Typeset `templates/<template>.typ`; the facts must be JSON. Safe to call from several threads.

    `standard`: PDF/A, where every letter has a font; with a letter that has none a plain PDF.
    """
    import typst

    try:
        return _compile(template, facts, "pdf", standard=standard)
    except typst.TypstError:
        if standard is None:
            raise
        return _compile(template, facts, "pdf")


def png(template: str, facts: Mapping[str, Any], *, ppi: float) -> bytes:
    """Typeset a template of one page as a picture of `ppi` pixels to the inch (72 typst points)."""
    return _compile(template, facts, "png", ppi)


@cache
def words(stem: str, language: str) -> Mapping[str, Any]:
    """The words of a document, from `templates/<stem>.<language>.toml`; FileNotFoundError without it."""
    return tomllib.loads((TEMPLATES / f"{stem}.{language}.toml").read_text("utf-8"))


def one_line(text: str) -> str:
    """A name as it was typed, in one line: spaces joined, and without what is invisible and breaks a page."""
    kept = "".join(sign for sign in text if sign.isspace() or not _is_unprintable(sign))
    return " ".join(kept.split())


def _is_unprintable(sign: str) -> bool:
    return sign in _TURNS or unicodedata.category(sign) in {"Cc", "Cs"}


@cache
def _compiler() -> typst.Compiler:
    import typst

    # The machine's own fonts serve only letters that the embedded ones lack: emoji, Chinese.
    return typst.Compiler(root=TEMPLATES)


def _compile(
    template: str,
    facts: Mapping[str, Any],
    kind: Literal["pdf", "png"],
    ppi: float | None = None,
    standard: Standard | None = None,
) -> bytes:
    source = TEMPLATES / f"{template}.typ"
    inputs = {"facts": json.dumps(facts)}
    with _LOCK:  # one Compiler refuses two threads at once: «Already borrowed»
        made = _compiler().compile(
            input=source, format=kind, ppi=ppi, sys_inputs=inputs, pdf_standards=standard
        )
    if not isinstance(made, bytes):
        raise TypeError(f"{template}: a picture has one page")
    return made
