"""`marshrut papers`: every paper of a route as files, on a database in use."""

from __future__ import annotations

import argparse
from pathlib import Path

from bot.commands import DONE, Subparsers
from bot.settings import Settings


def declare(commands: Subparsers) -> None:
    """The command and its options."""
    command = commands.add_parser("papers", help="write every paper of a route as PDF and Word")
    command.add_argument("route", type=int, help="the number of the route")
    command.add_argument("--out", type=Path, required=True, help="the folder to write to")
    command.set_defaults(act=act)


def act(asked: argparse.Namespace, settings: Settings) -> int:
    """Writes the files and names each; only here is the typesetter loaded."""
    from bot import route_papers

    for path, trouble in route_papers.write(settings, asked.route, asked.out):
        print(path)
        if trouble is not None:
            print(
                f"  by our template: {trouble.regulation}/{trouble.file} is wrong ({trouble.fault}) {trouble.tag}"
            )
    return DONE
