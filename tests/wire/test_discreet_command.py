"""`marshrut discreet`: names leave the chat, also those of the next list; doctor says where."""

from __future__ import annotations

from sqlalchemy import select

from models.people import Person
from tests.wire.operator import Operator
from tests.wire.rosters import COLUMNS, csv, row


def loads(operator: Operator, *rows: dict[str, str]) -> None:
    columns = (*COLUMNS, "discreet") if any("discreet" in one for one in rows) else COLUMNS
    operator.file("people.csv", csv(*rows, columns=columns))
    assert operator.types("import", "people", "people.csv", "--codes", "codes.csv") == 0


def aliases(operator: Operator) -> list[tuple[str, str]]:
    async def read(session):  # type: ignore[no-untyped-def]
        return [
            (one.short_name, one.alias) for one in await session.scalars(select(Person).order_by(Person.id))
        ]

    found: list[tuple[str, str]] = operator.asks(read)
    return found


def test_names_leave_the_chat_and_come_back(operator: Operator) -> None:
    loads(operator, row(full_name="Иванова Галина Петровна", organisation="Школа № 3"))
    assert operator.types("discreet", " школа № 3", "on") == 0
    assert "Школа № 3: 1 people go without names in the chat now." in operator.out
    assert aliases(operator) == [("Г. П. И.", "Г. П. И.")]
    loads(
        operator,
        row(full_name="Иванова Галина Петровна", organisation="Школа № 3"),
        row(external_id="2", full_name="Орлов Пётр", organisation="Школа № 3"),
    )
    assert aliases(operator) == [("Г. П. И.", "Г. П. И."), ("П. О.", "П. О.")]
    operator.types("doctor")
    assert "1 organisations go without" in operator.out
    assert operator.types("discreet", "Школа № 3", "off") == 0
    assert aliases(operator) == [("Иванова Г. П.", ""), ("Орлов П.", "")]


def test_a_list_says_which_schools_go_without_names_and_the_same_list_again_changes_nothing(
    operator: Operator,
) -> None:
    anna = row(full_name="Иванова Галина Петровна", organisation="Школа № 3")
    other = row(external_id="2", full_name="Орлов Пётр", organisation="Школа № 5")
    loads(operator, anna, other)
    loads(operator, {**anna, "discreet": "да"}, {**other, "discreet": "Нет"})
    assert "1 organisations that go without names in the chat now" in operator.out
    assert aliases(operator) == [("Г. П. И.", "Г. П. И."), ("Орлов П.", "")]
    loads(operator, {**anna, "discreet": "yes"}, {**other, "discreet": ""})
    assert "nothing changes" in operator.out
    loads(operator, {**anna, "discreet": "нет"}, other)
    assert aliases(operator) == [("Иванова Г. П.", ""), ("Орлов П.", "")]


def test_a_word_that_is_no_answer_and_two_answers_about_one_school_are_refused(operator: Operator) -> None:
    anna = row(full_name="Иванова Галина Петровна", organisation="Школа № 3")
    olga = row(external_id="2", full_name="Седова Ольга", organisation="Школа № 3")
    for words, said in (
        (("иногда", "да"), "'иногда' is neither yes nor no"),
        (("да", "нет"), "row 3, discreet"),
    ):
        listed = [{**one, "discreet": word} for one, word in zip((anna, olga), words, strict=True)]
        operator.file("people.csv", csv(*listed, columns=(*COLUMNS, "discreet")))
        assert operator.types("import", "people", "people.csv", "--codes", "codes.csv") == 1
        assert said in operator.err
    assert aliases(operator) == []


def test_an_organisation_that_is_not_there_or_not_the_only_one_is_refused(operator: Operator) -> None:
    loads(
        operator,
        row(organisation="Школа № 3", municipality="Глазов"),
        row(external_id="2", organisation="Школа № 3", municipality="Ижевск"),
    )
    assert operator.types("discreet", "Школа № 3", "on") == 2
    assert "2 organisations are called so" in operator.err
    assert operator.types("discreet", "Школа № 3, Ижевск", "on") == 0
    assert operator.types("discreet", "Школа № 4", "on") == 2
