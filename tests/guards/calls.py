"""Which literal a call gives to a parameter: how the guards find locale keys, notice kinds, places and verbs.

A parameter that holds a locale key is named `key` wherever it is handed on, so a call of any function of the
product that takes a `key` is a use of one. The same goes for the `kind` of a notice and the `verb` of a tap.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property

from tests.guards.tree import Function, Module, functions


@dataclass(frozen=True)
class Signature:
    """What a callable takes, without `self`; `open` when it takes any facts (**facts)."""

    module: str
    name: str
    parameters: tuple[str, ...]
    keyword_only: tuple[str, ...]
    open: bool
    method: bool

    def takes(self, parameter: str) -> bool:
        """Is there a parameter of this name?"""
        return parameter in self.parameters or parameter in self.keyword_only

    def given(self, call: ast.Call, parameter: str) -> ast.expr | None:
        """What a call gives to a parameter; None when it is left out or hidden in ** or *."""
        for keyword in call.keywords:
            if keyword.arg == parameter:
                return keyword.value
        if parameter not in self.parameters:
            return None
        place = self.parameters.index(parameter)
        if place >= len(call.args) or any(isinstance(one, ast.Starred) for one in call.args[: place + 1]):
            return None
        return call.args[place]

    def facts(self, call: ast.Call) -> set[str]:
        """The names that a call gives beyond the parameters."""
        return {one.arg for one in call.keywords if one.arg is not None and not self.takes(one.arg)}


@dataclass(frozen=True)
class Use:
    """One call of a callable that takes the parameter in question."""

    module: Module
    inside: Function | None
    call: ast.Call
    signature: Signature
    given: ast.expr | None


@dataclass(eq=False)
class Calls:
    """The calls between the modules of a tree."""

    modules: tuple[Module, ...]
    _classes: dict[str, tuple[Module, ast.ClassDef]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for module in self.modules:
            for node in module.tree.body:
                if isinstance(node, ast.ClassDef):
                    self._classes[node.name] = (module, node)

    @cached_property
    def signatures(self) -> dict[str, list[Signature]]:
        """By simple name: functions, methods, and classes as their constructors."""
        found: dict[str, list[Signature]] = {}
        for module in self.modules:
            for function, owner in functions(module):
                if function.name != "__init__":
                    found.setdefault(function.name, []).append(_of_function(module, function, owner))
        for name, (module, node) in self._classes.items():
            found.setdefault(name, []).append(self._of_class(module, node))
        return found

    def _of_class(self, module: Module, node: ast.ClassDef) -> Signature:
        inits = [one for one in node.body if isinstance(one, Function) and one.name == "__init__"]
        if inits:
            made = _of_function(module, inits[0], node)
            return Signature(module.name, node.name, made.parameters, made.keyword_only, made.open, False)
        fields = tuple(
            one.target.id
            for one in node.body
            if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)
        )
        bases = [base.id for base in node.bases if isinstance(base, ast.Name) and base.id in self._classes]
        if not bases:
            return Signature(module.name, node.name, fields, (), False, False)
        above = self._of_class(*self._classes[bases[0]])
        return Signature(
            module.name, node.name, above.parameters + fields, above.keyword_only, above.open, False
        )

    def uses(self, parameter: str) -> Iterator[Use]:
        """Every call of something that takes `parameter`."""
        for module in self.modules:
            imported = _imported(module)
            for inside, call in _calls(module):
                for signature in self._called(module, call, imported):
                    if signature.takes(parameter):
                        yield Use(module, inside, call, signature, signature.given(call, parameter))
                        break

    def calls_of(self, name: str) -> Iterator[tuple[Module, Function | None, ast.Call]]:
        """Every call of a callable by its simple name."""
        for module in self.modules:
            for inside, call in _calls(module):
                if called_name(call) == name:
                    yield module, inside, call

    def _called(self, module: Module, call: ast.Call, imported: dict[str, str]) -> list[Signature]:
        """What a call can mean: a name as it is imported or stands in the module; any method of that name."""
        known = self.signatures.get(called_name(call), [])
        if isinstance(call.func, ast.Name):
            home = imported.get(call.func.id, module.name)
            return [one for one in known if not one.method and one.module == home]
        base = call.func.value if isinstance(call.func, ast.Attribute) else None
        if isinstance(base, ast.Name) and base.id in imported:
            home = f"{imported[base.id]}.{base.id}".lstrip(".")
            return [one for one in known if not one.method and one.module == home]
        return [one for one in known if one.method]


def called_name(call: ast.Call) -> str:
    """The simple name of what is called."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _of_function(module: Module, function: Function, owner: ast.ClassDef | None) -> Signature:
    names = [one.arg for one in [*function.args.posonlyargs, *function.args.args]]
    static = any(isinstance(one, ast.Name) and one.id == "staticmethod" for one in function.decorator_list)
    if owner is not None and not static:
        names = names[1:]
    only = tuple(one.arg for one in function.args.kwonlyargs)
    takes_more = function.args.kwarg is not None
    return Signature(module.name, function.name, tuple(names), only, takes_more, owner is not None)


@cache
def _imported(module: Module) -> dict[str, str]:
    """Imported names and the modules that they come from."""
    found: dict[str, str] = {}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom):
            found |= {one.asname or one.name: node.module or "" for one in node.names}
        elif isinstance(node, ast.Import):
            found |= {one.asname or one.name: one.name.rpartition(".")[0] for one in node.names}
    return found


@cache
def _calls(module: Module) -> tuple[tuple[Function | None, ast.Call], ...]:
    return tuple(_calls_in(module.tree, None))


def _calls_in(node: ast.AST, inside: Function | None) -> Iterator[tuple[Function | None, ast.Call]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield inside, child
        yield from _calls_in(child, child if isinstance(child, Function) else inside)


@dataclass(frozen=True)
class Said:
    """What an expression can be: literals, or handed on from a parameter of that name, or built (a fault)."""

    literals: frozenset[str]
    built: bool = False


def literals(use: Use, names: Iterable[str]) -> Said:
    """The literals behind an argument. `names`: identifiers that hand on what another call gave."""
    return (
        _said(use.given, use, frozenset(names), frozenset()) if use.given is not None else Said(frozenset())
    )


def _said(node: ast.expr, use: Use, names: frozenset[str], seen: frozenset[str]) -> Said:
    if isinstance(node, ast.Constant):
        return Said(frozenset({node.value}) if isinstance(node.value, str) and node.value else frozenset())
    if isinstance(node, ast.IfExp):
        return _joined(_said(one, use, names, seen) for one in (node.body, node.orelse))
    if isinstance(node, ast.BoolOp):
        return _joined(_said(one, use, names, seen) for one in node.values)
    if isinstance(node, ast.Attribute) and node.attr in names:
        return Said(frozenset())
    if isinstance(node, ast.Subscript):
        return _said(node.value, use, names, seen)
    if isinstance(node, ast.Name) and node.id not in seen:
        return _behind_a_name(node.id, use, names, seen | {node.id})
    return Said(frozenset(), built=True)


def _joined(parts: Iterable[Said]) -> Said:
    parts = list(parts)
    return Said(frozenset().union(*(one.literals for one in parts)), any(one.built for one in parts))


def _behind_a_name(name: str, use: Use, names: frozenset[str], seen: frozenset[str]) -> Said:
    scopes: list[ast.AST] = [one for one in (use.inside, use.module.tree) if one is not None]
    for scope in scopes:
        bound = list(_bindings(scope, name))
        if bound:
            return _joined(_of_binding(one, use, names, seen) for one in bound)
    return Said(frozenset(), built=name not in names)


def _bindings(scope: ast.AST, name: str) -> Iterator[ast.expr]:
    """What is assigned to a name, or looped over under that name."""
    for node in ast.walk(scope):
        if (isinstance(node, ast.Assign) and any(_binds(target, name) for target in node.targets)) or (
            isinstance(node, ast.AnnAssign) and _binds(node.target, name) and node.value is not None
        ):
            yield node.value
        elif isinstance(node, ast.For | ast.comprehension) and _binds(node.target, name):
            yield node.iter


def _binds(target: ast.expr, name: str) -> bool:
    return any(isinstance(one, ast.Name) and one.id == name for one in ast.walk(target))


def _of_binding(node: ast.expr, use: Use, names: frozenset[str], seen: frozenset[str]) -> Said:
    """A table of literals counts with everything in it."""
    if isinstance(node, ast.Dict):
        return _joined(_said(one, use, names, seen) for one in node.values)
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        texts = [
            one.value
            for one in ast.walk(node)
            if isinstance(one, ast.Constant) and isinstance(one.value, str)
        ]
        return Said(frozenset(texts))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return _said(node.func.value, use, names, seen)
    return _said(node, use, names, seen)
