"""Fixtures of the command line."""

from tests.wire.operator import operator

__all__ = ["operator"]
