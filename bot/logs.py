"""Logs: ids and verbs, as text for people or JSON for machines; never a token or what people wrote."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterable
from typing import Any, Literal, TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

Format = Literal["text", "json"]
HIDDEN = "[hidden]"
QUIET = ("aiogram", "aiohttp", "alembic", "apscheduler", "asyncio", "sqlalchemy")
_SECRETS = (
    (re.compile(r"\d{5,}:[A-Za-z0-9_-]{20,}"), HIDDEN),  # a bot token, also inside an URL
    (re.compile(r"(://[^\s:/@]+:)[^\s@]+@"), rf"\1{HIDDEN}@"),  # a password inside an URL
    (
        re.compile(r"\[parameters: .*?\]$", re.DOTALL | re.MULTILINE),
        f"[parameters: {HIDDEN}]",
    ),  # SQLAlchemy's values
    (re.compile(r"DETAIL: .*"), f"DETAIL: {HIDDEN}"),  # PostgreSQL's values
)
_WRITTEN = (re.compile(r"[\u0400-\u04ff][\u0400-\u04ff\s.,-]*(?<!\s)"), HIDDEN)
"""What people wrote, in the words of an exception."""


class Curtain:
    """Takes secrets out of what is said, wherever they stand."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        self._secrets = sorted(filter(None, secrets), key=len, reverse=True)

    def over(self, words: str) -> str:
        """The same words without secrets, and without what people wrote: as a log keeps them."""
        pattern, instead = _WRITTEN
        return pattern.sub(instead, self.over_secrets(words))

    def over_secrets(self, words: str) -> str:
        """The same words without secrets: for the operator alone, who has to mend what is named."""
        for secret in self._secrets:
            words = words.replace(secret, HIDDEN)
        for pattern, instead in _SECRETS:
            words = pattern.sub(instead, words)
        return words

    def __call__(self, _: WrappedLogger, __: str, event: EventDict) -> EventDict:
        """As the step of structlog that stands before the renderer."""
        return {name: self._over_fact(fact) for name, fact in event.items()}

    def _over_fact(self, fact: Any) -> Any:
        return fact if fact is None or isinstance(fact, int | float) else self.over(str(fact))


def configure(shape: Format, secrets: Iterable[str] = (), stream: TextIO | None = None) -> None:
    """Send every log, of ours and of the libraries, to standard error (or `stream`) in one shape."""
    out = stream or sys.stderr
    first: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        _clock(shape),
    ]
    last: list[Processor] = [structlog.processors.format_exc_info, Curtain(secrets), _renderer(shape)]
    structlog.configure(
        processors=[*first, *last],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.WriteLoggerFactory(out),
        cache_logger_on_first_use=True,
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[structlog.stdlib.add_logger_name, *first],
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last],
    )
    handler = logging.StreamHandler(out)
    handler.setFormatter(formatter)
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


def _clock(shape: Format) -> Processor:
    """Machines get UTC; people the time on their wall."""
    if shape == "json":
        return structlog.processors.TimeStamper(fmt="iso", utc=True)
    return structlog.processors.TimeStamper(fmt="%Y-%m-%d %H:%M:%S", utc=False)


def _renderer(shape: Format) -> Processor:
    return structlog.processors.JSONRenderer(ensure_ascii=False) if shape == "json" else _text


def _text(_: WrappedLogger, __: str, event: EventDict) -> str:
    """`2027-05-12 14:03:11 info    bot.started source=Polling`, and a traceback below it."""
    facts = dict(event)
    trace = facts.pop("exception", "")
    head = f"{facts.pop('timestamp')} {facts.pop('level'):<8}{facts.pop('event')}"
    rest = "".join(f" {name}={value}" for name, value in facts.items())
    return f"{head}{rest}" + (f"\n{trace}" if trace else "")
