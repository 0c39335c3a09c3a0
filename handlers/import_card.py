"""The card of a sent table: what was found in it, what loading it would change or has changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from documents import import_sheets
from documents.import_sheets import Wrong
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_import import ImportTap
from handlers.views import Button, File, Say, View, button, say, view
from models.import_file import ImportFile, ImportState
from services import import_outcome

COUNTED = {
    "organisations.new": "import-count-organisations-new",
    "organisations.changed": "import-count-organisations-changed",
    "organisations.discreet": "import-count-organisations-discreet",
    "people.new": "import-count-people-new",
    "people.changed": "import-count-people-changed",
    "offices.new": "import-count-offices-new",
    "offices.ended": "import-count-offices-ended",
    "tutors.changed": "import-count-tutors",
    "teams.changed": "import-count-teams",
    "codes.new": "import-count-codes",
    "sheets.changed": "import-count-sheets",
    "events.new": "import-count-events-new",
    "events.changed": "import-count-events-changed",
    "events.moved": "import-count-events-moved",
    "events.called_off": "import-count-events-off",
    "results.new": "import-count-results-new",
    "results.changed": "import-count-results-changed",
    "finished.new": "import-count-finished-new",
}
IN_SIGHT = 5
"""So many counts are read at a glance; the rest is told by the numbers of the whole."""


@dataclass(frozen=True)
class Shown:
    """What a card shows, from the row itself or from the facts of a notice."""

    id: int
    version: int
    state: ImportState
    kind: str
    name: str
    outcome: Mapping[str, Any] = field(default_factory=dict)
    waiting: int = 0


def of(found: ImportFile) -> Shown:
    """The row as a card shows it."""
    return Shown(found.id, found.version, found.state, found.kind, found.name, found.outcome)


def card(shown: Shown) -> View:
    """How far the file is, and the way on from there."""
    match shown.state:
        case ImportState.READY:
            return _ready(shown)
        case ImportState.LOADED:
            return _loaded(shown)
        case ImportState.FAULTY:
            return _faulty(shown)
        case ImportState.REFUSED:
            why = Say(**shown.outcome["refused"])
            return view(say("import-refused", name=shown.name), why, rows=_again())
    rows = [[_tap("import-card.cancel", "cancel", shown)]] if shown.state is ImportState.RECEIVED else []
    return view(say("import-state", name=shown.name, state=shown.state.value), rows=[*rows, *_again()])


def _tap(key: str, do: str, shown: Shown, *, style: str | None = None) -> Button:
    return button(key, ImportTap(do=do, file=shown.id, version=shown.version), style=style)


def _again() -> list[list[Button]]:
    return [
        [button("import-card.samples", ImportTap(do="samples", file=0, version=0))],
        [button("menu-button", Go(place="menu"))],
    ]


def _counts(shown: Shown) -> list[Say]:
    counts = shown.outcome.get("counts", {})
    lines = [say(COUNTED[what], count=counts[what]) for what in COUNTED if counts.get(what)]
    return lines[:IN_SIGHT]


def _ready(shown: Shown) -> View:
    """The preview: how many rows, what would be new or different, the first ones."""
    outcome = shown.outcome
    strange = [say("import-warnings", count=outcome["warnings"])] if outcome.get("warnings") else []
    return view(
        say("import-ready", name=shown.name, kind=shown.kind, count=outcome["total"]),
        [*_counts(shown), *strange],
        say("import-first", first="; ".join(outcome["first"])),
        rows=[
            [_tap("import-card.load", "load", shown, style="primary")],
            [_tap("import-card.cancel", "cancel", shown)],
        ],
    )


def _loaded(shown: Shown) -> View:
    counts = _counts(shown)
    codes = [say("import-waiting", count=shown.waiting)] if shown.waiting else []
    give = [[_tap("import-waiting.give", "codes", shown, style="primary")]] if shown.waiting else []
    return view(
        say("import-loaded", name=shown.name),
        *([counts] if counts else []),
        *codes,
        rows=[*give, *way_home()],
    )


def with_codes(username: str, found: Sequence[Sequence[str]]) -> View:
    """Personal codes as a file: they are seen this once."""
    file = (_codes(username, found),) if found else ()
    return view(say("import-codes", count=len(found)), rows=way_home(), files=file)


def _codes(username: str, found: Sequence[Sequence[str]]) -> File:
    link = f"https://t.me/{username}?start=" if username else ""
    lines = [[*line, link + line[-1] if link else ""] for line in found]
    head = tuple(say("import-head", column=name) for name in ("number", "name", "position", "code", "link"))
    return File("document", name="codes.xlsx", make=partial(import_sheets.codes, lines), said=head)


def _faulty(shown: Shown) -> View:
    """The sheet of faults: every row with what to mend, beside the sender's own cells."""
    outcome = shown.outcome
    found = import_outcome.faults_of(outcome)
    wrong = [Wrong(one.row, one.column, cells) for one, cells in found]
    words = (
        say("import-head", column="row"),
        say("import-head", column="mend"),
        *(Say(one.key, one.facts) for one, _ in found),
    )
    sheet = File(
        "document",
        name="errors.xlsx",
        make=partial(import_sheets.errors, outcome["headings"], wrong),
        said=words,
    )
    said = say("import-faulty", name=shown.name, rows=outcome["rows"], count=outcome["count"])
    return view(said, rows=way_home(), files=(sheet,))
