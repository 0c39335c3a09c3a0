"""The rules of the information sheet: its rows as data, courses in a cell, the next attestation, moves of the noun."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from models.errors import BadAnswer, NotYours, Outdated
from models.people import Person
from models.sheet import Origin, Sheet, SheetCourse
from regulations import library
from regulations.courses import CourseLine, read_courses, read_hours, written
from regulations.sheet import Sheet as SheetRule

UDMURTIA = library.load().get("udmurtia")
RULE = UDMURTIA.sheet
NOW = datetime(2026, 9, 14, 9, tzinfo=UTC)
TODAY = date(2026, 9, 14)
COLUMNS = {"education", "experience", "category", "attestation_date", "courses", "degree", "title", "awards"}


def test_the_rows_are_those_of_the_form_word_for_word() -> None:
    card = next(one for one in UDMURTIA.documents if one.code == "card")
    form = next(one for one in card.parts if one.code == "info")
    assert [one.title for one in RULE.rows] == list(form.rows)
    assert RULE.clause == "п. 4.2"
    assert all(one.clause == "форма «Приложение 1»" for one in RULE.rows)


def test_every_column_of_the_import_has_its_question() -> None:
    sources = {source for field in RULE.fields for source in field.sources}
    assert sources == COLUMNS | {
        "organisation",
        "municipality",
        "full_name",
        "position",
        "email",
        "phone",
        "term",
    }


def test_only_what_people_may_lack_may_be_skipped() -> None:
    free = [field.code for field in RULE.fields if not field.required]
    assert free == ["attestation", "degree", "title", "awards", "email", "phone"]
    assert [field.code for field in RULE.fields if field.is_contact] == ["email", "phone"]


def test_a_row_of_two_questions_is_done_with_both() -> None:
    assert RULE.count_done({"email"}) == 0
    assert RULE.count_done({"email", "phone", "education"}) == 2
    assert RULE.count_done({field.code for field in RULE.fields}) == 12


def test_a_choice_reads_its_code_and_the_words_of_a_list() -> None:
    field = RULE.field("category")
    assert field.code_of("first") == field.code_of(" Первая ") == "first"
    assert field.code_of("вторая") == ""
    assert field.read("first").get("ru") == "Первая"
    assert field.read("вторая") == "вторая"
    with pytest.raises(KeyError):
        RULE.field("colour")


@pytest.mark.parametrize(
    ("last", "category", "due"),
    [
        (date(2022, 5, 12), "first", date(2027, 5, 12)),
        (date(2024, 5, 12), "first", None),
        (date(2024, 5, 12), "fit", date(2029, 5, 12)),
        (date(2026, 12, 1), "highest", date(2026, 12, 1)),
        (date(2024, 2, 29), "", date(2029, 2, 28)),
    ],
)
def test_the_next_attestation(last: date, category: str, due: date | None) -> None:
    assert RULE.attestation.due(last, category, TODAY) == due


def test_a_sheet_that_names_a_question_twice_or_not_at_all_is_refused() -> None:
    data = RULE.model_dump()
    for broken in (
        data | {"rows": [*data["rows"], data["rows"][0]]},
        data | {"attestation": data["attestation"] | {"date_field": "colour"}},
    ):
        with pytest.raises(ValidationError):
            SheetRule.model_validate(broken)
    courses = next(one for one in data["rows"] if one["code"] == "courses")
    again = courses | {"code": "more", "fields": [courses["fields"][0] | {"code": "more"}]}
    with pytest.raises(ValidationError, match="asked once"):
        SheetRule.model_validate(data | {"rows": [*data["rows"], again]})


def test_a_sheet_without_courses_says_so() -> None:
    rows = [one for one in RULE.model_dump()["rows"] if one["code"] != "courses"]
    assert SheetRule.model_validate(RULE.model_dump() | {"rows": rows}).courses_field == ""
    assert (RULE.courses_field, RULE.years(TODAY)) == ("courses", [2026, 2025, 2024, 2023])


@given(
    st.lists(
        st.builds(
            CourseLine,
            st.sampled_from(["Чтение, письмо и счёт", "ИКТ 2.0", "Урок № 5 – разбор"]),
            st.integers(1, 5000),
            st.integers(1990, 2026),
        ),
        max_size=5,
    )
)
def test_courses_are_read_as_they_are_written(lines: list[CourseLine]) -> None:
    assert read_courses(written(lines)) == tuple(lines)


@pytest.mark.parametrize(
    ("typed", "hours"), [("72", "72"), (" 72 часа. ", "72"), ("16ч", "16"), ("٧٢", "72")]
)
def test_hours_are_whole(typed: str, hours: str) -> None:
    assert read_hours(typed) == hours


@pytest.mark.parametrize("typed", ["", "0", "5001", "3,5", "-1", "сто"])
def test_no_hours(typed: str) -> None:
    with pytest.raises(BadAnswer):
        read_hours(typed)


def sheet() -> Sheet:
    """An empty sheet."""
    return Sheet(person_id=1, version=1, values=[], courses=[], typed=[], touched_at=NOW)


def test_what_stands() -> None:
    one = sheet()
    one.propose("category", "первая", NOW)
    assert not one.stands("category", "первая")
    one.agree({"category": "первая"}, NOW)
    assert one.stands("category", "первая")
    assert one.stands("category", None)
    assert not one.stands("category", "высшая")
    one.write("category", "first", NOW)
    assert one.stands("category", "высшая")
    assert one.is_in_own_words("category")


def test_clearing_leaves_what_the_school_says() -> None:
    one = sheet()
    one.propose("category", "первая", NOW)
    one.agree({"category": "первая"}, NOW)
    one.write("education", "высшее", NOW)
    one.courses.append(SheetCourse(title="ИКТ", hours=72, year=2025))
    one.clear(NOW)
    assert [(value.code, value.value, value.origin) for value in one.values] == [
        ("category", "", Origin.IMPORTED)
    ]
    assert one.courses == []


def test_forgetting_takes_contacts_and_a_course_begun() -> None:
    one = sheet()
    one.write("phone", "+7 912 345-67-89", NOW)
    one.write("education", "высшее", NOW)
    one.courses += [
        SheetCourse(title="ИКТ", hours=None, year=None),
        SheetCourse(title="А", hours=1, year=2025),
    ]
    one.forget({"phone", "email"}, NOW)
    assert [value.code for value in one.values] == ["education"]
    assert [course.title for course in one.courses] == ["А"]


def test_a_sheet_is_its_persons_alone_and_knows_its_version() -> None:
    one = sheet()
    one.only_person(Person(id=1))
    with pytest.raises(NotYours):
        one.only_person(Person(id=2))
    with pytest.raises(Outdated):
        one.drawn(2)
    with pytest.raises(Outdated):
        SheetCourse(version=1).drawn(3)
