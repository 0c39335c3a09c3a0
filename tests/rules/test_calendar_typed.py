"""Dates as people type them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import BadAnswer
from regulations import typed_dates
from regulations.calendar import read_date

TODAY = date(2026, 11, 22)  # a Sunday
DAYS = st.dates(date(2000, 1, 1), date(2069, 12, 31))
MONTHS = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа"]
MONTHS += ["сентября", "октября", "ноября", "декабря"]
WEEKDAYS = ["понедельник", "вторник", "среду", "четверг", "пятницу", "субботу", "воскресенье"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("12.05", "2027-05-12"),
        ("12.05.", "2027-05-12"),
        ("12/05", "2027-05-12"),
        ("12,5", "2027-05-12"),
        ("12 05", "2027-05-12"),
        ("05.04.27", "2027-04-05"),
        ("05.04.2027 г.", "2027-04-05"),
        ("12-05-2027", "2027-05-12"),
        ("2027-05-12", "2027-05-12"),
        ("12.05.98", "1998-05-12"),
        ("12 мая", "2027-05-12"),
        ("12мая", "2027-05-12"),
        ("  12   МАЯ  ", "2027-05-12"),
        ("12-го мая", "2027-05-12"),
        ("до 12 мая", "2027-05-12"),
        ("12 мая 2027", "2027-05-12"),
        ("12 мая 2028 года", "2028-05-12"),
        ("12 мая 2027, ср", "2027-05-12"),
        ("ср, 12 мая", "2027-05-12"),
        ("12 мая в 15:00", "2027-05-12"),
        ("1 сент.", "2027-09-01"),
        ("12 мая 🙂", "2027-05-12"),
        ("١٢.٠٥", "2027-05-12"),
        ("１２.０５", "2027-05-12"),
        ("22.11", "2026-11-22"),
        ("21.11", "2027-11-21"),
        ("31.12", "2026-12-31"),
        ("5 числа", "2026-12-05"),
        ("22 числа", "2026-11-22"),
        ("31 числа", "2026-12-31"),
        ("5-го", "2026-12-05"),
        ("сегодня", "2026-11-22"),
        ("завтра", "2026-11-23"),
        ("завтра утром", "2026-11-23"),
        ("послезавтра", "2026-11-24"),
        ("вчера", "2026-11-21"),
        ("в пятницу", "2026-11-27"),
        ("во вторник", "2026-11-24"),
        ("к пятнице", "2026-11-27"),
        ("в воскресенье", "2026-11-29"),
        ("пт", "2026-11-27"),
        ("в следующую среду", "2026-11-25"),
        ("в прошлую среду", "2026-11-11"),
        ("через неделю", "2026-11-29"),
        ("через две недели", "2026-12-06"),
        ("через 10 дней", "2026-12-02"),
        ("через месяц", "2026-12-22"),
        ("через полгода", "2027-05-22"),
        ("через год", "2027-11-22"),
        ("через двадцать один день", "2026-12-13"),
        ("неделю назад", "2026-11-15"),
        ("12 May", "2027-05-12"),
        ("May 12th, 2027", "2027-05-12"),
        ("12th of May", "2027-05-12"),
        ("Wed, 12 May 2027", "2027-05-12"),
        ("the 5th", "2026-12-05"),
        ("tomorrow", "2026-11-23"),
        ("the day after tomorrow", "2026-11-24"),
        ("on Friday", "2026-11-27"),
        ("next Friday", "2026-11-27"),
        ("in a week", "2026-11-29"),
        ("in 10 days", "2026-12-02"),
        ("a week from today", "2026-11-29"),
        ("in a fortnight", "2026-12-06"),
    ],
)
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_a_typed_date_is_understood(typed, meant, lang):
    assert read_date(typed, TODAY, lang=lang) == date.fromisoformat(meant)


@pytest.mark.parametrize(
    "typed",
    [
        "31.02",
        "32 мая",
        "12/13",
        "29.02.2027",
        "29.02",
        "00.05",
        "00.00.0000",
        "31 апреля",
        "40 числа",
        "2027-13-01",
        "May 32",
        "12.05.3027",
        "12.05.0001",
        "через 9999 лет",
    ],
)
def test_a_day_that_does_not_exist_is_impossible(typed):
    with pytest.raises(BadAnswer) as refused:
        read_date(typed, TODAY)
    assert refused.value.key == "date-impossible"
    assert refused.value.facts == {"typed": typed, "example": "06.12.2026"}


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "😀",
        "5",
        "15",
        "12:05",
        "мая",
        "конец мая",
        "10-12 мая",
        "10-12",
        "12.05.127",
        "да",
        "нет",
        "через пару",
        "в пятницу или в субботу",
        "-12.05",
        "через -5 дней",
        "12..05",
        "12 мартобря",
        "½ мая",
        "12.05 12",
        "Пятница 13",
        "полгода",
        "next week",
        "²²",
        "null",
        "через",
        "in",
        "назад",
        "\u200b",
        "12.05\x0012",
    ],
)
def test_what_is_no_date_is_unclear(typed):
    with pytest.raises(BadAnswer) as refused:
        read_date(typed, TODAY)
    assert refused.value.key == "date-unclear"
    assert set(refused.value.facts) == {"typed", "example"}


@pytest.mark.parametrize("piece", ["я", "1", " ", "😀", ".", "1 мая ", "\ufdfa"])
def test_a_very_long_text_is_refused_before_any_work_is_done_on_it(piece, monkeypatch):
    monkeypatch.setattr(typed_dates, "_normal", lambda text: pytest.fail("it was read"))
    with pytest.raises(BadAnswer) as refused:
        read_date(piece * 10_000, TODAY)
    assert refused.value.key == "date-unclear"
    assert len(refused.value.facts["typed"]) <= 64


@given(st.text(max_size=80))
def test_any_text_is_a_date_or_a_bad_answer(typed):
    try:
        assert isinstance(read_date(typed, TODAY), date)
    except BadAnswer as refused:
        assert refused.key in ("date-impossible", "date-unclear")


@given(st.text("0123456789./- мая годанчсве", max_size=14))
def test_any_near_date_is_a_date_or_a_bad_answer(typed):
    try:
        assert 1900 <= read_date(typed, TODAY).year <= 2199
    except BadAnswer as refused:
        assert refused.key in ("date-impossible", "date-unclear")


@given(DAYS)
def test_a_full_date_reads_as_itself_in_every_usual_shape(day):
    month = MONTHS[day.month - 1]
    shapes = (f"{day:%d.%m.%Y}", f"{day:%d.%m.%y}", f"{day:%d/%m/%Y}", f"{day.day} {month} {day.year} года")
    assert {read_date(shape, TODAY) for shape in (*shapes, day.isoformat())} == {day}


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), DAYS)
def test_without_a_year_the_next_such_day_comes(today, day):
    if (day.month, day.day) == (2, 29):
        return
    found = read_date(f"{day:%d.%m}", today)
    assert today <= found < today + timedelta(days=366)
    assert (found.day, found.month) == (day.day, day.month)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), DAYS)
def test_in_the_past_the_last_such_day_is_meant(today, day):
    if (day.month, day.day) == (2, 29):
        return
    found = read_date(f"{day:%d.%m}", today, past=True)
    assert today - timedelta(days=366) < found <= today


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_weekday_is_within_a_week_and_never_today(today):
    for number, name in enumerate(WEEKDAYS):
        coming, gone = read_date(f"в {name}", today), read_date(f"в {name}", today, past=True)
        assert coming.weekday() == gone.weekday() == number
        assert 1 <= (coming - today).days <= 7
        assert 1 <= (today - gone).days <= 7


def test_29_february_is_read_in_a_leap_year():
    assert read_date("29.02", date(2028, 1, 10)) == date(2028, 2, 29)


def test_the_example_lies_in_the_asked_direction():
    with pytest.raises(BadAnswer) as refused:
        read_date("ой", TODAY, past=True)
    assert refused.value.facts["example"] == "08.11.2026"
