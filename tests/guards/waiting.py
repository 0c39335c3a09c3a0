"""Which steps of an officer wait for the second code, as the code of the services says."""

from __future__ import annotations

import ast
from functools import cache

from tests.guards.tree import functions, modules


@cache
def waiting() -> frozenset[str]:
    """Module and name of each use case that asks for a second code."""
    return frozenset(
        f"{module.path} {one.name}"
        for module in modules("services")
        for one, _ in functions(module)
        for node in ast.walk(one)
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == "only_confirmed"
    )
