"""The command line `marshrut`. Only the bot itself imports aiogram: it costs seconds (DESIGN 2)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from bot import settings
from bot.commands import (
    REFUSED,
    Failed,
    admin,
    back_up,
    discreet,
    doctor,
    house,
    import_data,
    journal,
    migrate,
    move_database,
    needs,
    papers,
    registry,
    run,
)
from bot.logs import Curtain
from regulations.files import RegulationError

COMMANDS = (
    run,
    migrate,
    doctor,
    import_data,
    needs,
    papers,
    registry,
    journal,
    discreet,
    admin,
    house,
    move_database,
    back_up,
)
INTERRUPTED = 130


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    line = argparse.ArgumentParser(
        prog="marshrut", description="The bot of the individual educational route."
    )
    commands = line.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in COMMANDS:
        command.declare(commands)
    return line


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what is asked. Returns 0; 1 for a problem; 2 for a wrong setting or a wrong command line."""
    asked = parser().parse_args(arguments)
    try:
        known = settings.read()
    except settings.SettingsRefused as refused:
        return _refuse(str(refused), REFUSED)
    try:
        return int(asked.act(asked, known))
    except Failed as failed:
        return _refuse(Curtain(known.secrets).over_secrets(str(failed)), failed.code)
    except RegulationError as error:
        return _refuse(f"a regulation cannot be used: {error}", REFUSED)
    except KeyboardInterrupt:
        return INTERRUPTED


def _refuse(said: str, code: int) -> int:
    sys.stderr.write(f"marshrut: {said}\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
