"""Periods as people type them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import BadAnswer
from regulations.calendar import read_span

TODAY = date(2026, 11, 22)  # a Sunday
DAYS = st.dates(date(2000, 1, 1), date(2069, 12, 1))


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("с 3 по 7 июня", "2027-06-03", "2027-06-07"),
        ("C 3 по 7 июня", "2027-06-03", "2027-06-07"),
        ("3-7 июня", "2027-06-03", "2027-06-07"),
        ("3–7 июня", "2027-06-03", "2027-06-07"),
        ("3 — 7 июня 2028 года", "2028-06-03", "2028-06-07"),
        ("с 3-го по 7-е июня", "2027-06-03", "2027-06-07"),
        ("с 3 июня до 7 июля", "2027-06-03", "2027-07-07"),
        ("с 28 декабря по 5 января", "2026-12-28", "2027-01-05"),
        ("28.12-05.01", "2026-12-28", "2027-01-05"),
        ("28.12 – 05.01.2028", "2027-12-28", "2028-01-05"),
        ("03.06.27-07.06.27", "2027-06-03", "2027-06-07"),
        ("2027-06-03 - 2027-06-07", "2027-06-03", "2027-06-07"),
        ("с завтра по пятницу", "2026-11-23", "2026-11-27"),
        ("завтра - послезавтра", "2026-11-23", "2026-11-24"),
        ("с пятницы по воскресенье", "2026-11-27", "2026-11-29"),
        ("с воскресенья по пятницу", "2026-11-22", "2026-11-27"),
        ("с сегодня по 5 декабря", "2026-11-22", "2026-12-05"),
        ("через неделю - через 10 дней", "2026-11-29", "2026-12-02"),
        ("from 3 to 7 June", "2027-06-03", "2027-06-07"),
        ("June 3 - June 7", "2027-06-03", "2027-06-07"),
        ("3 июня - 3 июня", "2027-06-03", "2027-06-03"),
    ],
)
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_a_typed_period_is_understood(typed: str, first: str, last: str, lang: str) -> None:
    assert read_span(typed, TODAY, lang=lang) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "-",
        "с по",
        "12 мая",
        "12-го мая",
        "12-05-2027",
        "12-05",
        "до 12 мая",
        "да - нет",
        "через неделю",
        "с" * 200,
    ],
)
def test_a_day_or_nothing_is_no_period(typed: str) -> None:
    assert read_span(typed, TODAY) is None


@pytest.mark.parametrize(
    "typed",
    [
        "с 28 по 3 июня",
        "с 07.06.2027 по 03.06.2027",
        "с 30 по 31 февраля",
        "с 31 по 31 июня",
        "с 32 по 33 мая",
    ],
)
def test_a_period_that_cannot_be_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(BadAnswer) as refused:
        read_span(typed, TODAY)
    assert refused.value.key == "date-impossible"
    assert set(refused.value.facts) == {"typed", "example"}


def test_a_past_period_is_read_backwards() -> None:
    assert read_span("с 3 по 7 июня", TODAY, past=True) == (date(2026, 6, 3), date(2026, 6, 7))


@given(st.text(max_size=140))
def test_any_text_is_a_period_or_none_or_a_bad_answer(typed: str) -> None:
    try:
        found = read_span(typed, TODAY)
    except BadAnswer as refused:
        assert refused.key == "date-impossible"
    else:
        assert found is None or found[0] <= found[1]


@given(DAYS, st.integers(0, 300))
def test_a_full_period_reads_as_itself_in_every_usual_shape(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    for shape in ("с {0:%d.%m.%Y} по {1:%d.%m.%Y}", "{0:%d.%m.%Y}-{1:%d.%m.%Y}", "{0:%d.%m} – {1:%d.%m.%Y}"):
        typed = shape.format(first, last)
        if "{0:%d.%m} " in shape and (days > 360 or (first.month, first.day) == (2, 29)):
            continue
        assert read_span(typed, TODAY) == (first, last), typed
