"""Fixtures of the command line, of processes, and of logs."""

import logging
from collections.abc import Iterator

import pytest
import structlog

from tests.wire.at_once import one_database, together
from tests.wire.operator import operator
from tests.wire.processes import Nursery
from tests.wire.processes import nursery as opened

__all__ = ["one_database", "operator", "together"]


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """Where bots come from."""
    with opened() as made:
        yield made


@pytest.fixture(autouse=True)
def log_of_the_others() -> Iterator[None]:
    """A command that runs here sends every log to where this test reads; behind it everything is as it was."""
    root, before = logging.getLogger(), structlog.get_config()
    handlers, level = root.handlers[:], root.level
    yield
    structlog.configure(**before)
    root.handlers[:] = handlers
    root.setLevel(level)
