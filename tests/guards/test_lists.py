"""Every use case that lists people by name says by what it may (docs/lists.md): a purpose is held everywhere."""

from __future__ import annotations

import ast
import re

from tests.guards.tree import ROOT, functions, modules

NO_LIST = {
    "mentoring_people._hidden": "who is left out",
    "discreet.switch": "nobody sees them",
    "import_scope.on_behalf": "the operator's command",
    "long_route.whole": "the team of the route",
    "signing_reset.clear": "one person, whose code was forgotten",
    "standing._people": "names in a notice that was written for its reader",
    "transfer.begin": "whether anybody is accompanied",
    "year_application_sweep._sum_up": "a number",
    "year_application_sweep.silent": "who hears of it, each alone",
}


def listing() -> set[str]:
    """Use cases that ask for people."""
    people = {
        one.name
        for module in modules("models")
        for one, _ in functions(module)
        if one.returns is not None and ast.unparse(one.returns) == "Select[Person]"
    }
    return {
        f"{module.name.rpartition('.')[2]}.{one.name}"
        for module in modules("services")
        for one, _ in functions(module)
        for node in ast.walk(one)
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in people
    }


def test_the_page_has_every_list_of_people() -> None:
    told = re.findall(r"^\| `([\w.]+)` \|", (ROOT / "docs" / "lists.md").read_text("utf-8"), re.MULTILINE)
    assert set(told) | NO_LIST.keys() == listing()
    assert not set(told) & NO_LIST.keys()


def test_where_the_purpose_is_named_it_is_asked() -> None:
    page = (ROOT / "docs" / "lists.md").read_text("utf-8")
    named = set(re.findall(r"^\| `(\w+)\.\w+` \|.*purpose `named`", page, re.MULTILINE))
    asking = {
        module.name.rpartition(".")[2]
        for module in modules("services")
        if "Purpose.NAMED" in module.text and module.name != "services.consents"
    }
    assert named == asking
