"""Working days: weekends and the federal holidays of article 112 of the Labour Code."""

from datetime import date, timedelta

from regulations.words import Words

_NEW_YEAR = Words(ru="новогодние каникулы", en="New Year holidays")
_FIXED = {
    **{(1, day): _NEW_YEAR for day in (1, 2, 3, 4, 5, 6, 8)},
    (1, 7): Words(ru="Рождество Христово", en="Orthodox Christmas"),
    (2, 23): Words(ru="День защитника Отечества", en="Defender of the Fatherland Day"),
    (3, 8): Words(ru="Международный женский день", en="International Women's Day"),
    (5, 1): Words(ru="Праздник Весны и Труда", en="Spring and Labour Day"),
    (5, 9): Words(ru="День Победы", en="Victory Day"),
    (6, 12): Words(ru="День России", en="Russia Day"),
    (11, 4): Words(ru="День народного единства", en="National Unity Day"),
}
_SATURDAY = 5


def holiday(day: date) -> Words | None:
    """The federal holiday of the day.

    Days off that the Government moves from year to year are not known here, nor regional holidays.
    """
    return _FIXED.get((day.month, day.day))


def weekend_or_holiday(day: date) -> bool:
    """Whether schools' offices rest: Saturday, Sunday or a federal holiday."""
    return day.weekday() >= _SATURDAY or holiday(day) is not None


def add_working_days(day: date, count: int) -> date:
    """The `count`-th working day after `day`; `day` itself for 0.

    Raises ValueError for a negative count.
    """
    if count < 0:
        raise ValueError("working days are counted forward")
    while count:
        day += timedelta(days=1)
        count -= not weekend_or_holiday(day)
    return day
