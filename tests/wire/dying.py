"""A process that dies by `kill -9` while it writes: `python -m tests.wire.dying MOMENT MODULE ARGUMENTS`.

MOMENT is how a statement begins, behind which it dies; or COMMIT: people are written, and nothing is committed yet.
"""

from __future__ import annotations

import os
import runpy
import signal
import sys
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine

COMMIT = "COMMIT"
PEOPLE = "INSERT INTO people"


def die_at(moment: str) -> None:
    """From now on this process has not long to live."""
    written = list[str]()

    @event.listens_for(Engine, "after_cursor_execute")
    def _executed(connection: Any, cursor: Any, statement: str, *_: Any) -> None:
        written.append(statement)
        if statement.startswith(moment):
            os.kill(os.getpid(), signal.SIGKILL)

    @event.listens_for(Engine, "commit")
    def _commits(connection: Any) -> None:
        if moment == COMMIT and any(one.startswith(PEOPLE) for one in written):
            os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    die_at(sys.argv[1])
    del sys.argv[:2]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
