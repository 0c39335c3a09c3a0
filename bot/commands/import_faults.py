"""`--errors FILE.xlsx`: every faulty row with its reasons, beside the cells of whoever wrote the table."""

from __future__ import annotations

import argparse
from pathlib import Path

from bot import import_words
from bot.code_list import replacing
from bot.commands import REFUSED, Failed
from documents import import_sheets
from documents.import_sheets import Wrong
from services import import_columns, import_outcome
from services.import_columns import Table
from services.import_outcome import MOST_FAULTS
from services.people_sheet import RowsRefused
from services.rules import Rules

SUFFIX = ".xlsx"


def declare(command: argparse.ArgumentParser) -> None:
    """The option, beside those of a command."""
    command.add_argument(
        "--errors",
        type=_workbook,
        metavar="FILE.xlsx",
        help="where to write the faulty rows with their reasons, in Russian; written only when there are any",
    )


def _workbook(name: str) -> Path:
    if not name.lower().endswith(SUFFIX):
        raise argparse.ArgumentTypeError(f"ends in {SUFFIX}")
    return Path(name)


def keep(asked: argparse.Namespace, *others: Path | None) -> None:
    """Refuses a sheet of faults in the place of a file that the command reads or writes."""
    taken = {one.resolve() for one in (asked.file, *others) if one is not None}
    if asked.errors is not None and asked.errors.resolve() in taken:
        raise Failed(f"--errors would overwrite {asked.errors}; name another file.", REFUSED)


def failed(asked: argparse.Namespace, refused: RowsRefused, table: Table | None, rules: Rules) -> Failed:
    """What is wrong, in lines; and as a workbook, where one is asked for. `table` None: a calendar."""
    said = import_words.refusal(asked.file, refused.faults)
    if asked.errors is None:
        return Failed(said)
    try:
        with replacing(asked.errors) as fresh:
            fresh.write_bytes(_book(refused, table, rules))
    except OSError as error:
        return Failed(f"{said}\n{asked.errors} cannot be written: {error.strerror}.")
    count = len(refused.faults)
    some = f" (the first {MOST_FAULTS} of {count} faults)" if count > MOST_FAULTS else ""
    return Failed(f"{said}\nThe faulty rows with their reasons{some}: {asked.errors}.")


def _book(refused: RowsRefused, table: Table | None, rules: Rules) -> bytes:
    known = import_columns.columns(rules, table.kind if table is not None else "catalogue")
    cells = table.header.cells if table is not None else ()
    mapping = import_columns.recognised(cells, known)
    rows, headings = (table.rows, table.headings) if table is not None else ((), [])
    outcome = import_outcome.of_faults(refused.faults, rows, headings, mapping, known)
    found = import_outcome.faults_of(outcome)
    wrong = [Wrong(one.row, one.column, beside) for one, beside in found]
    words = (import_words.heading("row"), import_words.heading("mend"))
    return import_sheets.errors(headings, wrong, *words, *(import_words.mend(one) for one, _ in found))
