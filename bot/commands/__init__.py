"""What an operator can ask for on the command line: one module per command."""

from __future__ import annotations

import argparse
from typing import Any, TypeAlias

Subparsers: TypeAlias = "argparse._SubParsersAction[Any]"

DONE, PROBLEM, REFUSED = 0, 1, 2


class Failed(Exception):
    """A command cannot do what it is asked: one clear line (or several), and the exit code."""

    def __init__(self, said: str, code: int = PROBLEM) -> None:
        super().__init__(said)
        self.code = code
