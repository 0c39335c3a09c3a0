"""Bots that start in a moment: this process reads everything once and forks a whole bot for each start.

`python -m tests.wire.nursery` reads lines from its standard input:
`start {"log": path, "environment": {...}, "arguments": ["run"]}` answers the new process id,
`wait PID` its exit code (negative: the signal that killed it). A bot begins as `python -m bot run` does, with the
imports spared; it stops when the other end of the input is gone.
"""

from __future__ import annotations

import json
import os
import select
import signal
import sys
import threading
from pathlib import Path

STDIN, STDOUT, STDERR = 0, 1, 2


def imported() -> None:
    """What a bot imports and reads on its way, so that its copies need not: modules, rules, words."""
    import aiosqlite  # noqa: F401
    import uvloop  # noqa: F401
    from alembic import command, context  # noqa: F401

    import bot.updates  # noqa: F401
    from bot import app
    from bot.commands import run  # noqa: F401
    from bot.text import Text
    from services import rules

    rules.load()
    words = Text()
    vars(app)["Text"] = lambda: words


def start(log: str, environment: dict[str, str], arguments: list[str]) -> int:
    """A new bot; the number of its process."""
    child = os.fork()
    if child:
        return child
    try:
        os._exit(_bot(Path(log), environment, arguments))
    finally:
        os._exit(70)


def _bot(log: Path, environment: dict[str, str], arguments: list[str]) -> int:
    from bot.__main__ import main

    os.setsid()
    file = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(file, STDOUT)
    os.dup2(file, STDERR)
    os.environ.update(environment)
    os.chdir(log.parent)
    threading.Thread(target=_stop_with_parent, daemon=True).start()
    return main(arguments)


def _stop_with_parent() -> None:
    """The input is shared with the nursery, so nothing is read: only its end is waited for."""
    end = select.poll()
    end.register(STDIN, 0)
    end.poll()
    os.kill(os.getpid(), signal.SIGTERM)


def _answer(said: object) -> None:
    sys.stdout.write(f"{said}\n")
    sys.stdout.flush()


def main_loop() -> None:
    """One answer a line, until the input ends."""
    imported()
    _answer("ready")
    for line in sys.stdin:
        word, _, rest = line.partition(" ")
        if word == "start":
            _answer(start(**json.loads(rest)))
        else:
            _answer(os.waitstatus_to_exitcode(os.waitpid(int(rest), 0)[1]))


if __name__ == "__main__":
    main_loop()
