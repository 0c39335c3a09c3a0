"""Which steps of an officer wait for the second code (docs/security.md): none is forgotten, each has its story."""

from __future__ import annotations

from tests.guards.waiting import waiting
from tests.stories.guarded import SCENES

WAIT = {
    "services/amendment.py grant",
    "services/file_order.py may_have",
    "services/house.py approve_again",
    "services/house.py order_diagnosis",
    "services/import_codes.py give",
    "services/import_file.py approve",
    "services/mentoring_school.py replace",
    "services/signing_protocol.py agree_to_signatures",
    "services/signing_reset.py clear",
    "services/staff_handover.py carry_out",
    "services/staff_office.py carry_out",
    "services/staff_tutor.py assign",
    "services/transfer.py accept",
    "services/transfer.py propose",
}
"""Rights, people, rules of an organisation, lists with names, codes that let people in."""


def test_what_changes_rights_or_lets_lists_out_waits_for_the_second_code() -> None:
    assert waiting() == WAIT


def test_each_such_step_has_a_story() -> None:
    assert SCENES.keys() == waiting()
