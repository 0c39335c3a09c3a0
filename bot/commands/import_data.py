"""`marshrut import WHAT FILE`: data from a file, all of it or nothing."""

from __future__ import annotations

from bot.commands import Subparsers, import_catalogue, import_past, import_people


def declare(commands: Subparsers) -> None:
    """What may be loaded."""
    kinds = commands.add_parser("import", help="load data from a file").add_subparsers(
        metavar="WHAT", required=True
    )
    for kind in (import_people, import_catalogue, import_past):
        kind.declare(kinds)
