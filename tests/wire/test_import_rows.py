"""Rows of an import: every fault is found, with its row and its reason; nothing is loaded by halves."""

from __future__ import annotations

import pytest

from bot import import_words
from models.people import Role
from services.people_file import FileRefused
from services.people_sheet import checked
from tests.wire.rosters import COLUMNS, KNOWN, faults, refuses, roster, row, sheet, tutor


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"external_id": ""}, "row 2, external_id: is empty"),
        ({"full_name": " \u200b "}, "row 2, full_name: is empty"),
        ({"full_name": "И" * 300}, "row 2, full_name: has 300 letters, 200 are allowed"),
        ({"organisation": ""}, "row 2, organisation: is empty"),
        ({"timezone": "Самара"}, "row 2, timezone: 'Самара' is no time zone; an example: Europe/Samara"),
        ({"timezone": "Europe"}, "row 2, timezone: 'Europe' is no time zone; an example: Europe/Samara"),
        ({"regulation": "udmurt"}, "row 2, regulation: 'udmurt' is not one of bashkortostan, udmurtia"),
        ({"tutor": "17"}, "row 2, tutor: nobody is their own tutor"),
        ({"tutor": "99"}, "row 2, tutor: nobody has the external_id '99'"),
    ],
)
def test_a_fault_is_named_with_its_row_its_column_and_a_reason(changed: dict[str, str], said: str) -> None:
    assert faults(row(**changed)) == [said]


def test_an_unknown_role_is_refused_with_the_names_of_the_known() -> None:
    (said,) = faults(row(role="космонавт"))
    assert said.startswith("row 2, role: 'космонавт' is not one of teacher, tutor, methodist, ")


@pytest.mark.parametrize("written", ["Deputy Head", "deputy_head", " DEPUTY-HEAD "])
def test_a_role_may_be_written_with_spaces_and_capitals(written: str) -> None:
    ((_, role),) = roster(row(role=written)).people["17"].offices
    assert role is Role.DEPUTY_HEAD


def test_all_faults_of_all_rows_are_listed_in_their_order() -> None:
    said = faults(
        row(role="x", full_name=""), tutor(), row(external_id="18", region=""), row(tutor="8", external_id="")
    )
    assert [one.split(":")[0] for one in said] == [
        "row 2, full_name",
        "row 2, role",
        "row 4, region",
        "row 5, external_id",
    ]


def test_a_tutor_whose_own_row_is_faulty_is_not_called_unknown() -> None:
    assert faults(row(tutor="8"), tutor(timezone="?")) == [
        "row 3, timezone: '?' is no time zone; an example: Europe/Samara"
    ]


def test_a_person_with_two_roles_has_two_rows_and_both_positions() -> None:
    person = roster(row(), row(role="tutor", position="тьютор"), row(role="mentor")).people["17"]
    assert [role for _, role in person.offices] == [Role.TEACHER, Role.TUTOR, Role.MENTOR]
    assert person.position == "учитель географии, тьютор"


def test_a_person_of_two_organisations_belongs_where_they_walk_their_route() -> None:
    centre = row(role="methodist", organisation="ЦНППМ", municipality="Ижевск")
    person = roster(centre, row()).people["17"]
    assert person.home == ("школа № 3", "увинский район")


def test_the_same_role_twice_is_refused() -> None:
    assert faults(row(), row()) == ["row 3, role: this person has this role in row 2 already"]


def test_rows_of_one_person_must_agree() -> None:
    said = faults(
        row(tutor="8"), tutor(), tutor(external_id="9"), row(role="mentor", tutor="9", full_name="Иванова Г.")
    )
    assert said == [
        "row 5, full_name: differs from row 2, the same external_id",
        "row 5, tutor: differs from row 2, the same external_id",
    ]


def test_rows_of_one_organisation_must_agree_however_it_is_spelled() -> None:
    other = tutor(
        organisation="ШКОЛА  № 3", regulation="bashkortostan", timezone="Europe/Moscow", region="Башкортостан"
    )
    assert faults(row(), other) == [
        f"row 3, {column}: differs from row 2, the same organisation"
        for column in ("region", "regulation", "timezone")
    ]


def test_a_tutor_without_the_role_is_only_strange() -> None:
    made = roster(row(tutor="8"), tutor(role="head"))
    assert list(map(import_words.line, made.warnings)) == [
        "row 2, tutor: '8' is no tutor, mentor, deputy head or methodist"
    ]


def test_a_tutor_may_be_loaded_already() -> None:
    made = checked(sheet(row(tutor="8")), KNOWN, {"8": {Role.TUTOR}})
    assert (made.people["17"].tutor, made.warnings) == ("8", [])


def test_two_people_of_one_name_in_one_school_are_only_strange() -> None:
    made = roster(row(), row(external_id="18"))
    assert list(map(import_words.line, made.warnings)) == [
        "row 3, full_name: the same name and organisation as in row 2: one person twice?"
    ]


def test_unknown_doubled_and_missing_columns_are_named_together() -> None:
    columns = [*(one for one in COLUMNS if one not in ("region", "role")), "СНИЛС", "tutor"]
    with pytest.raises(FileRefused) as refused:
        roster(row(), columns=columns)
    said = import_words.why(refused.value)
    assert "unknown columns: СНИЛС; doubled columns: tutor; missing columns: region, role" in said
    assert "The columns are external_id, organisation" in said


def test_column_names_without_people_are_refused() -> None:
    with refuses("no people below"):
        roster()


def test_timezone_position_and_tutor_may_be_left_out() -> None:
    made = roster(row(), columns=[one for one in COLUMNS if one not in ("timezone", "position", "tutor")])
    person, organisation = made.people["17"], made.organisations["школа № 3", "увинский район"]
    assert (person.position, person.tutor, organisation.timezone) == (None, None, None)
