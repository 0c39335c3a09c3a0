"""Pictures: each is a PNG, as wide as a phone needs, and says in words every number that it shows."""

from __future__ import annotations

import struct
from datetime import date, timedelta

import pytest

from documents import bars, picture, shares, timeline, typeset
from documents.bars import Bar
from documents.picture import Picture
from documents.shares import Share
from documents.timeline import Line, Row

HOSTILE = (
    "#panic() #include <x> @ref $x^2$ *b* _i_ `c` \\n // ~",
    '{{ operator }} {0} %s ${x} <b>Ко</b> & "x"',
    "Ж" * 400,
    "раз\nдва\u202eтри\x00",
    "🎓👩‍🏫 Ӵӝӧ Өөҫҡәү",
)
DAYS = (date(2026, 9, 14), date(2027, 8, 20))


def drawn(found: Picture) -> tuple[int, int]:
    """Width and height of the PNG; its words fit a caption."""
    data = found.png()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert len(found.words.encode("utf-16-le")) // 2 <= 1024
    width, height = struct.unpack(">II", data[16:24])
    assert width == picture.WIDTH
    assert width + height <= 10_000, "more is refused by Telegram"
    assert height <= 20 * width, "longer is refused by Telegram"
    return width, height


def compared(rows: list[Bar], language: str = "ru") -> Picture:
    return bars.picture(rows, caption="Тест", language=language, days=DAYS, ends=True)


def test_entry_and_final_are_named_with_their_days_and_both_numbers() -> None:
    rows = [Bar("Предметные", 33.3, "", earlier=0), Bar("ИКТ", None, "", earlier=100)]
    found = compared(rows)
    drawn(found)
    assert found.words.split("\n") == [
        "Тест",
        "Входная диагностика: 14 сентября 2026",
        "Итоговая диагностика: 20 августа 2027",
        "Предметные: 0\u00a0% → 33,3\u00a0%",
        "ИКТ: 100\u00a0% → не измерялось",
    ]
    assert found.facts["scale"] == "Уровень компетенции"
    assert compared(rows, "en").words.split("\n")[3] == "Предметные: 0% → 33.3%"


def test_one_diagnosis_says_its_number_and_the_named_level() -> None:
    rows = [Bar("Предметные", 50, "высокий дефицит"), Bar("ИКТ", None, "")]
    found = bars.picture(rows, caption="Самодиагностика", language="ru")
    assert "Предметные: 50\u00a0%, высокий дефицит" in found.words
    assert "ИКТ: не измерялось" in found.words


@pytest.mark.parametrize("name", HOSTILE)
def test_bars_with_hostile_names_are_drawn_and_told(name: str) -> None:
    found = compared([Bar(f"{name}{at}", at * 10, "", earlier=at) for at in range(6)])
    drawn(found)
    for at in range(6):
        assert f": {at}\u00a0% → {at * 10}\u00a0%" in found.words


def test_nothing_to_draw_is_drawn_all_the_same() -> None:
    drawn(compared([]))


def test_the_same_facts_are_the_same_picture_and_others_are_not() -> None:
    one, two = compared([Bar("А", 1, "", earlier=2)]), compared([Bar("А", 1, "", earlier=2)])
    assert (one.same, one.png()) == (two.same, two.png())
    assert len({one.same, compared([Bar("А", 1, "", earlier=3)]).same, compared([]).same}) == 3


def test_names_give_way_before_numbers_do() -> None:
    lines = [("Очень длинное название мероприятия" * 3, f"№{number}!") for number in range(40)]
    said = picture.in_words(["Всего 40"], lines)
    assert len(said) <= picture.LONGEST
    assert all(f"№{number}!" in said for number in range(40))
    endless = picture.in_words(["Всего 400"], lines * 10)
    assert len(endless) <= picture.LONGEST
    assert endless.startswith("Всего 400")
    assert endless.endswith("…")


def share(name: str, *counts: int) -> Share:
    return Share(name, *counts)


def overview(*groups: Share, hidden: int = 0, language: str = "ru") -> Picture:
    return shares.picture(share("", 25, 140, 42, 15), groups, hidden=hidden, on=DAYS[0], language=language)


def test_many_routes_are_told_with_every_count_and_small_groups_only_as_a_number() -> None:
    found = overview(share("Глазов", 2, 10, 3, 1), share("Можга", 5, 0, 0, 0), hidden=2)
    drawn(found)
    assert found.words.split("\n") == [
        "Обзор маршрутов, 14 сентября 2026",
        "Групп меньше пяти маршрутов: 2. Они видны только в общем числе.",
        "Все маршруты: всего 207; составляют план 25, идут 140, завершены 42; срок прошёл: 15",
        "Глазов: всего 15; составляют план 2, идут 10, завершены 3; срок прошёл: 1",
        "Можга: всего 5; составляют план 5, идут 0, завершены 0",
    ]


@pytest.mark.parametrize("name", HOSTILE)
def test_groups_with_hostile_names_are_drawn_and_told(name: str) -> None:
    found = overview(*(share(f"{at}{name}", 500 + at, 0, 0, 0) for at in range(5)))
    drawn(found)
    assert all(f"всего {500 + at}" in found.words for at in range(5))


def test_no_route_at_all_is_drawn_too() -> None:
    nothing = shares.picture(share("", 0, 0, 0, 0), [], hidden=0, on=DAYS[0], language="en")
    drawn(nothing)
    assert "0 in all" in nothing.words


TODAY = date(2026, 11, 26)


def line(*rows: Row, term: bool = True) -> Picture:
    starts, ends = (date(2026, 9, 1), date(2027, 8, 31)) if term else (None, None)
    return timeline.picture(Line("Иванова Г. П.", starts, ends, TODAY, rows), language="ru")


def test_a_route_in_time_says_term_today_and_how_every_row_stands() -> None:
    states = typeset.words("timeline", "ru")["states"]
    rows = [Row(f"Дело {at}", TODAY + timedelta(at - 4), state) for at, state in enumerate(states)]
    found = line(*rows, Row("Без дня", None, "planned"))
    drawn(found)
    assert found.words.split("\n")[:4] == [
        "Маршрут: Иванова Г. П.",
        "1 сентября 2026 – 31 августа 2027",
        "Сегодня, 26 ноября 2026",
        "Прошло дней: 86, осталось: 278",
    ]
    assert "впереди: 2 (25.11.26 Дело 3; день не выбран Без дня)" in found.words
    assert all(f"{word}: " in found.words for word in states.values())
    assert [one["title"] for one in found.facts["before"]] == [f"Дело {at}" for at in range(4)]
    assert found.facts["after"][-1]["said"] == "день не выбран: впереди"


def test_of_sixty_rows_twenty_are_drawn_and_the_others_are_counts() -> None:
    rows = [
        Row(
            f"Очень длинное название семинара № {at}",
            TODAY + timedelta(at - 25),
            "owed" if at < 25 else "planned",
        )
        for at in range(60)
    ]
    found = line(*rows)
    width, height = drawn(found)
    assert height < 2.6 * width, "a phone shows it without turning"
    assert len(found.facts["before"]) == 7
    assert len(found.facts["after"]) == 13
    assert found.facts["earlier"] == "Раньше, ещё строк: 18 (состоялось, отчёта ещё нет: 18)"
    assert found.facts["later"] == "Дальше, ещё строк: 22 (впереди: 22)"
    assert "состоялось, отчёта ещё нет: 25 (" in found.words
    assert "впереди: 35 (" in found.words
    assert "ещё 22)" in found.words


def test_where_little_is_ahead_more_of_the_past_is_drawn() -> None:
    rows = [Row(f"Дело {at}", TODAY - timedelta(60 - at), "done") for at in range(59)]
    found = line(*rows, Row("Чтения", TODAY, "event_planned"))
    assert (len(found.facts["before"]), len(found.facts["after"])) == (19, 1)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_route_with_hostile_titles_is_drawn_and_told(name: str) -> None:
    found = line(*(Row(f"{at}{name}", TODAY + timedelta(at), "planned") for at in range(-10, 12)))
    drawn(found)
    assert "впереди: 22 (" in found.words


def test_an_empty_route_without_a_term_is_drawn_too() -> None:
    found = line(term=False)
    drawn(found)
    assert "Срок ещё не выбран" in found.words
    assert "В плане пока нет строк." in found.words
