"""The shape of the layers: handlers translate, nouns keep their states, no region in the code (DESIGN 5-13)."""

from __future__ import annotations

import ast
import re
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import models
from models.base import Base
from regulations import library
from tests.guards.tree import PRODUCT, ROOT, Module, made_up, modules, strings

VERB = re.compile(r"[a-z_]+(\.[a-z_]+)+")
CATCHING = {"handlers/places.py": "a place whose thing is gone gives way to the menu"}
LEVELS = {"debug", "info", "warning", "error", "exception", "critical"}
PRIVATE = {
    "full_name",
    "short_name",
    "first_names",
    "search_name",
    "text",
    "title",
    "code",
    "reason",
    "caption",
}
"""What a log line never carries: who somebody is, and what they wrote (DESIGN 25)."""


def tries(root: Path = ROOT) -> list[str]:
    """Where a handler catches something: the turn does that for all."""
    return [
        module.at(node)
        for module in modules("handlers", root=root)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Try)
    ]


def states_set_from_outside(root: Path = ROOT) -> list[str]:
    """Where somebody else than the noun itself changes its state."""
    return [
        module.at(node)
        for module in modules("bot", "handlers", "services", root=root)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and node.attr == "state" and isinstance(node.ctx, ast.Store)
    ]


def regions(names: set[str], root: Path = ROOT) -> list[str]:
    """Strings of the code that name a regulation, and so a region.

    "mentoring" is the id of one and a word of the field: places and keys of the stage bear it.
    """
    found = [(module, text) for module in modules(*PRODUCT, root=root) for text in strings(module.tree)]
    regional = names - {"mentoring"}
    return [
        module.at(text)
        for module, text in found
        if any(name in str(text.value).casefold() for name in regional)
    ]


def imports(module: Module, known: set[str]) -> set[str]:
    """The modules of the product that must be loaded before this one; not what only type checkers read."""
    found = set()
    for node in module.tree.body:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {str(node.module)}
    packages = {name for name in found if name in known and name != module.name}
    return {name for name in packages if not module.name.startswith(f"{name}.")}


def cycle(root: Path = ROOT) -> list[str]:
    """One ring of modules that import each other, or nothing."""
    found = {module.name: module for module in modules(*PRODUCT, root=root)}
    graph = {name: imports(module, set(found)) for name, module in found.items()}
    for package in {name.partition(".")[0] for name in found} & graph.keys():
        graph[package] = set()
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def bad_log_lines(root: Path = ROOT) -> list[str]:
    """Log lines that begin with a sentence instead of a verb of ours, or carry what people are called or wrote."""
    found = []
    for module in modules(*PRODUCT, root=root):
        for call in (node for node in ast.walk(module.tree) if isinstance(node, ast.Call)):
            if not _logs(call):
                continue
            first = call.args[0] if call.args else None
            is_verb = isinstance(first, ast.Constant) and VERB.fullmatch(str(first.value))
            told = {
                one.attr
                for keyword in call.keywords
                for one in ast.walk(keyword)
                if isinstance(one, ast.Attribute)
            }
            if not is_verb or told & PRIVATE or PRIVATE & {str(one.arg) for one in call.keywords}:
                found.append(module.at(call))
    return found


def _logs(call: ast.Call) -> bool:
    func = call.func
    return (
        isinstance(func, ast.Attribute)
        and func.attr in LEVELS
        and isinstance(func.value, ast.Name)
        and func.value.id == "log"
    )


def test_a_handler_catches_nothing() -> None:
    assert {where.partition(":")[0] for where in tries()} == CATCHING.keys()


def test_a_state_is_changed_by_the_noun_alone() -> None:
    assert states_set_from_outside() == []


def test_no_region_is_named_in_the_code() -> None:
    names = {regulation.id for regulation in library.load().regulations}
    assert names
    assert regions(names) == []


def test_modules_do_not_import_each_other_in_a_ring() -> None:
    assert cycle() == []


def test_a_log_line_is_a_verb_and_ids() -> None:
    assert bad_log_lines() == []


def test_nothing_is_loaded_behind_the_back_of_a_query() -> None:
    relations = [one for mapper in Base.registry.mappers for one in mapper.relationships]
    assert models and len(relations) > 10
    assert not [str(one) for one in relations if one.lazy not in ("raise", "write_only")]


def test_whatever_is_decided_on_a_card_counts_its_versions() -> None:
    counted = {mapper.class_ for mapper in Base.registry.mappers if mapper.version_id_col is not None}
    with_version = {mapper.class_ for mapper in Base.registry.mappers if "version" in mapper.columns}
    with_version = {kind for kind in with_version if kind.version.expression.type.python_type is int}
    assert counted == with_version


def test_a_made_up_tree_of_bad_habits_is_named(tmp_path: Path) -> None:
    root = made_up(
        tmp_path,
        handlers__plan="import services.plan\ndef f(route):\n    try:\n        route.state = 1\n    except E: ...\n",
        services__plan="import services.route\nlog.info('udmurtia.began', who=person.full_name)\n",
        services__route="import services.plan\nlog.info('It has begun', id=1)\nlog.info('route.begun', id=1)\n",
    )
    assert tries(root) == ["handlers/plan.py:3"]
    assert states_set_from_outside(root) == ["handlers/plan.py:4"]
    assert regions({"udmurtia"}, root) == ["services/plan.py:2"]
    assert set(cycle(root)) == {"services.plan", "services.route"}
    assert bad_log_lines(root) == ["services/plan.py:2", "services/route.py:2"]
