"""What the logs of this run said, as production would write it: whoever reads along finds nothing of a person."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable

import structlog
from structlog.typing import EventDict, WrappedLogger

from bot.logs import Curtain

SHORTEST = 4
"""A shorter word («да», «5») says nothing of anybody, and stands in every log."""
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")
_TRACE = re.compile(r'File "[^"]*"')
_BUG_NUMBER = re.compile(r"[0-9A-F]{6}")
"""Told to the person and to the log: that is what it is for."""
LINES: list[str] = []
_curtain = Curtain()


def read_along(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """As a step of structlog: the facts as they were given, the traceback behind the curtain."""
    told = structlog.processors.format_exc_info(None, "", dict(event))
    trace = _curtain.over(str(told.pop("exception", "")))
    LINES.append(" ".join([*(f"{name}={value}" for name, value in told.items()), trace]))
    return event


class ReadAlong(logging.Handler):
    """What the libraries say."""

    def emit(self, record: logging.LogRecord) -> None:
        """One line, with its traceback."""
        LINES.append(_curtain.over(self.format(record)))


def faults(lines: Iterable[str], secrets: Iterable[str]) -> list[str]:
    """The lines that tell of a person: a letter of Russian, or one of these words, texts, codes."""
    sought = {one for one in secrets if len(one.strip()) >= SHORTEST and not _BUG_NUMBER.fullmatch(one)}
    found = []
    for line in lines:
        bare = _TRACE.sub("", line)
        told = [one for one in sought if _stands_in(one, bare)]
        if told or _CYRILLIC.search(bare):
            found.append(f"  {sorted(told)}: {line}")
    return found


def _stands_in(word: str, line: str) -> bool:
    return word in line and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", line) is not None
