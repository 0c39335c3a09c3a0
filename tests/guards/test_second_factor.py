"""Which steps of an officer wait for the second code (docs/security.md): none is forgotten."""

from __future__ import annotations

import ast

from tests.guards.tree import functions, modules

WAIT = {
    "services/amendment.py grant",
    "services/file_order.py may_have",
    "services/import_file.py approve",
    "services/signing_protocol.py agree_to_signatures",
    "services/signing_reset.py clear",
    "services/staff_handover.py carry_out",
    "services/staff_office.py carry_out",
    "services/staff_tutor.py assign",
    "services/transfer.py accept",
    "services/transfer.py propose",
}
"""Rights, people, organisations, lists with names."""


def test_what_changes_rights_or_lets_lists_out_waits_for_the_second_code() -> None:
    found = {
        f"{module.path} {one.name}"
        for module in modules("services")
        for one, _ in functions(module)
        for node in ast.walk(one)
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == "only_confirmed"
    }
    assert found == WAIT
