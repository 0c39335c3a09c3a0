"""Where a final event is: the school stands beside the place unless the teacher has named it there."""

import pytest

from handlers.final_event_form import where


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("актовый зал", "актовый зал, школа № 3"),
        ("Школа № 3, кабинет 12", "Школа № 3, кабинет 12"),
        ("Дом учителя", "Дом учителя, школа № 3"),
    ],
)
def test_the_school_is_named_once(place: str, told: str) -> None:
    assert where(place, "школа № 3") == told
