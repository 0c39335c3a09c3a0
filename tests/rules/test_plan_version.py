"""What is different between two drafts: rows by their id, cells, term and topic."""

from datetime import UTC, date, datetime

from models.plan import Activity
from models.plan_version import Change, content_of, differences
from models.route import Route

NOW = datetime(2026, 9, 14, 9, tzinfo=UTC)


def row(id: int, title: str = "Семинар", **cells: object) -> Activity:
    """A row of a plan."""
    made = Activity.begun(Route(), 1, NOW)
    made.id, made.title, made.on_date = id, title, date(2026, 11, 16)
    for name, value in cells.items():
        setattr(made, name, value)
    return made


def content(*rows: Activity, topic: str | None = None, ends: date | None = None) -> dict[str, object]:
    """The content of a draft."""
    return content_of(Route(topic=topic, starts_on=date(2026, 9, 14), ends_on=ends), rows)


def test_the_same_draft_has_no_differences() -> None:
    assert differences(content(row(1)), content(row(1))) == []
    assert differences(content(topic=None), content(topic="")) == []


def test_a_row_is_added_and_another_is_gone() -> None:
    added, gone = differences(content(row(1, "Старое")), content(row(2, "Новое")))
    assert added == Change("added", "Новое", "when", after=["", "2026-11-16"])
    assert gone == Change("removed", "Старое", "when", ["", "2026-11-16"])


def test_every_cell_that_changed_is_named_with_before_and_after() -> None:
    after = row(1, "Вебинар", competencies=["ict"], starts_on=date(2026, 11, 14), growth="Точка роста")
    found = differences(content(row(1, competencies=["method"])), content(after))
    assert [(one.cell, one.before, one.after) for one in found] == [
        ("title", "Семинар", "Вебинар"),
        ("competencies", ["method"], ["ict"]),
        ("when", ["", "2026-11-16"], ["2026-11-14", "2026-11-16"]),
        ("growth", "", "Точка роста"),
    ]
    assert {one.title for one in found} == {"Семинар"}


def test_the_term_and_the_topic_come_first() -> None:
    before, after = content(), content(row(1), topic="Чтение", ends=date(2027, 9, 14))
    assert [one.what for one in differences(before, after)] == ["topic", "term", "added"]


def test_the_place_of_an_interim_event_is_part_of_what_is_signed() -> None:
    before = row(1, interim=True, place="Школа № 3")
    [found] = differences(content(before), content(row(1, interim=True, place="Актовый зал")))
    assert (found.cell, found.before, found.after) == ("place", "Школа № 3", "Актовый зал")
    older = {**content(before), "rows": [{**content(before)["rows"][0]}]}  # type: ignore[index]
    del older["rows"][0]["place"]  # a version of before the places
    assert differences(older, content(row(1, interim=True, place=""))) == []
