"""The server that faces the internet: how long a stranger may take, how much they may send, how many may wait."""

from __future__ import annotations

import asyncio
import logging
import resource

from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError

HEAD_SECONDS = 20.0
"""A head that has not come whole by then, and a connection on which nothing is asked, are closed."""
BODY_SECONDS = 10.0
LINGERING_SECONDS = 1.0
"""How long what is still coming is read after the answer has gone."""
LONGEST_LINE = 4096
MOST_HEADERS = 64


def _is_ours(record: logging.LogRecord) -> bool:
    """A head that is none is answered and forgotten: its bytes, perhaps a secret among them, enter no log."""
    return record.exc_info is None or not isinstance(record.exc_info[1], HttpProcessingError)


log = logging.getLogger(__name__)
log.addFilter(_is_ours)


class TooSlow(Exception):
    """A body that did not come whole in time."""


def runner(application: web.Application) -> web.AppRunner:
    """An application behind these limits."""
    return web.AppRunner(
        application,
        access_log=None,
        logger=log,
        keepalive_timeout=HEAD_SECONDS,
        lingering_time=LINGERING_SECONDS,
        max_line_size=LONGEST_LINE,
        max_field_size=LONGEST_LINE,
        max_headers=MOST_HEADERS,
    )


async def body_of(request: web.Request) -> bytes:
    """The whole body, in time. Raises TooSlow, and aiohttp's own 413 for one that is too large."""
    try:
        async with asyncio.timeout(BODY_SECONDS):
            return await request.read()
    except TimeoutError as slow:
        raise TooSlow from slow


def make_room() -> None:
    """As many open files as this process may have: connections that dawdle leave none but these to the others."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
