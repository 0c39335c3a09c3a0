"""The organisations' own Word templates as `doctor` sees them: each is filled with an empty paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.finding import Finding
from regulations.files import RegulationError
from services import paper_files, paper_sample, rules
from services.paper_files import Trouble

ABOUT = "templates"
FAULTS = {
    "file": "is no Word file (.docx)",
    "endless": "takes too long or too much memory",
    "tag": "has a tag that is wrong",
}


def templates(folder: Path) -> Finding:
    """Can every template be filled, and does a paper bear its name?"""
    found = sorted(one for one in folder.glob("*/*") if one.is_file()) if folder.is_dir() else []
    if not found:
        return Finding(ABOUT, True, f"no templates in {folder}: papers are made by ours")
    try:
        faults = [fault for one in found for fault in _faults(one)]
    except RegulationError:
        return Finding(ABOUT, True, "not tried: the regulations do not load")
    said = "; ".join(faults) if faults else f"{len(found)} can be filled"
    remedy = "mend the tag in Word, or take the file away: meanwhile papers are made by our template"
    return Finding(ABOUT, not faults, said, remedy)


def _faults(file: Path) -> Iterator[str]:
    """What is wrong with one file; nothing when it is right."""
    about, library = f"{file.parent.name}/{file.name}", rules.load().regulations
    if file.parent.name not in library.ids():
        yield f"{about}: there is no regulation {file.parent.name}, but {', '.join(library.ids())}"
        return
    regulation = library.get(file.parent.name)
    known = paper_sample.kinds(regulation)
    if file.suffix != ".docx" or file.stem not in known:
        yield f"{about}: no paper bears this name; there are {', '.join(f'{one}.docx' for one in known)}"
        return
    _, trouble = paper_files.tried(paper_sample.blank(regulation, file.stem), file)
    if trouble is not None:
        yield f"{about} {_said(trouble)}"


def _said(trouble: Trouble) -> str:
    return f"{FAULTS[trouble.fault]}{f': {trouble.tag}' if trouble.tag else ''}"
