"""Fixtures of the command line, and of processes."""

from collections.abc import Iterator

import pytest

from tests.wire.operator import operator
from tests.wire.processes import Nursery
from tests.wire.processes import nursery as opened

__all__ = ["operator"]


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """Where bots come from."""
    with opened() as made:
        yield made
