"""Reading a date as people type it: a strict grammar first, dateparser for spans in words."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from models.errors import BadAnswer
from regulations.day_names import MONTHS, NEAR_DAYS, NUMBERS, UNITS, WEEKDAYS
from regulations.months import add_months

LONGEST = 64  # a longer text is no date: refused before any work is done on it
FIRST_YEAR, LAST_YEAR = 1900, 2199
_PIVOT = 70  # two digits: 00..69 are 20xx, 70..99 are 19xx


class _Impossible(Exception):
    """The grammar understood the text, the calendar has no such day."""


def read_date(text: str, today: date, *, lang: str = "ru", past: bool = False) -> date:
    """The day a person means.

    Without a year it is the next such day to come, today included; with `past` the last one gone by, today
    included. A weekday is never today («сегодня» says that). «29.02» in a year without it is impossible, not
    some later year. `lang` is the person's language, tried first.

    Raises BadAnswer `date-impossible` (no such day) or `date-unclear`, both with `typed` and `example`.
    """
    if len(text) > LONGEST:
        raise _refusal("date-unclear", text, today, past)
    try:
        found = _read(_normal(text), today, lang, past)
    except (_Impossible, ValueError, OverflowError):
        raise _refusal("date-impossible", text, today, past) from None
    if found is None:
        raise _refusal("date-unclear", text, today, past)
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise _refusal("date-impossible", text, today, past)
    return found


def _refusal(key: str, text: str, today: date, past: bool) -> BadAnswer:
    typed = "".join(letter for letter in text[:LONGEST] if letter.isprintable()).strip()
    example = today + timedelta(days=-14 if past else 14)
    return BadAnswer(key, typed=typed, example=f"{example:%d.%m.%Y}")


def _normal(text: str) -> str:
    """Small letters, plain digits, single spaces; anything that cannot be part of a date becomes a space."""
    letters = (
        str(unicodedata.decimal(letter)) if letter.isdecimal() else letter
        for letter in unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
    )
    return " ".join(re.sub(r"[^0-9a-zа-я.,/:\-]", " ", "".join(letters)).split()).strip(" .,")


_DAYTIME = re.compile(
    r"[ ,]+(?:(?:в|во|к|at) )?(?:\d{1,2}:\d{2}(?: ?(?:ч|час[а-я]*))?|утром|днем|вечером|morning)$"
)
_BEFORE = re.compile(r"^(?:до|на|к|ко|с|c|со|в|во|от|on|by|the|until|till) ")
_WEEKDAY_BEFORE = re.compile(r"^([a-zа-я]+)[., ]+(?=.*\d)")
_WEEKDAY_AFTER = re.compile(r"(?<=[\da-zа-я.])[, ]+([a-zа-я]+)$")
_YEAR_AFTER = re.compile(r"(?<=\d) ?(?:г|год|года)$")


def _bare(text: str) -> str:
    """Without what a date does not need: the hour, a preposition, a weekday before a number, «года»."""
    text = _BEFORE.sub("", _DAYTIME.sub("", text))
    after = _WEEKDAY_AFTER.search(text)
    if after and after[1] in WEEKDAYS and re.search(r"\d", text):
        text = text[: after.start()]
    before = _WEEKDAY_BEFORE.match(text)
    text = text[before.end() :] if before and before[1] in WEEKDAYS else text
    return _YEAR_AFTER.sub("", text.strip(" .,"))


def _read(text: str, today: date, lang: str, past: bool) -> date | None:
    bare = _bare(text)
    if bare in NEAR_DAYS:
        return today + timedelta(days=NEAR_DAYS[bare])
    for pattern, reader in _GRAMMAR:
        match = pattern.fullmatch(bare)
        found = reader(match, today, past) if match else None
        if found:
            return found
    return _span_in_words(text, today, lang)


def _dated(day: str, month: int, year: str | None, today: date, past: bool) -> date:
    if year:
        return _exact(int(day), month, _full_year(year))
    ahead = (month, int(day)) > (today.month, today.day)
    behind = (month, int(day)) < (today.month, today.day)
    return _exact(int(day), month, today.year + (-1 if past and ahead else 1 if behind and not past else 0))


def _full_year(year: str) -> int:
    number = int(year)
    if len(year) > 2:
        return number
    return number + (2000 if number < _PIVOT else 1900)


def _exact(day: int, month: int, year: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise _Impossible from error


def _numeric(match: re.Match[str], today: date, past: bool) -> date | None:
    return _dated(match["day"], int(match["month"]), match.groupdict().get("year"), today, past)


def _named(match: re.Match[str], today: date, past: bool) -> date | None:
    month = MONTHS.get(match["name"])
    return _dated(match["day"], month, match["year"], today, past) if month else None


def _day_of_month(match: re.Match[str], today: date, past: bool) -> date | None:
    """«5 числа»: the nearest month, in the asked direction, that has such a day."""
    day = int(match["day"])
    if not 1 <= day <= 31:
        raise _Impossible
    for step in range(3):
        first = add_months(today.replace(day=1), -step if past else step)
        found = first + timedelta(days=day - 1)
        if found.month == first.month and (found <= today if past else found >= today):
            return found
    return None


def _weekday(match: re.Match[str], today: date, past: bool) -> date | None:
    """«в пятницу» is the nearest one; «следующую», «прошлую» mean the week after or before this one."""
    number, which = WEEKDAYS.get(match["name"]), match["which"] or ""
    if number is None:
        return None
    monday = today - timedelta(days=today.weekday())
    if which.startswith(("следующ", "next")):
        return monday + timedelta(days=7 + number)
    if which.startswith(("прошл", "last")):
        return monday + timedelta(days=number - 7)
    ahead, behind = (number - today.weekday()) % 7 or 7, (today.weekday() - number) % 7 or 7
    return today + timedelta(days=-behind if past else ahead)


def _span(match: re.Match[str], today: date, past: bool) -> date | None:
    """«через 10 дней», «in two weeks», «3 дня назад»: the direction is said, `past` has no part in it."""
    unit, count = UNITS.get(match["unit"]), match["count"]
    number = int(count) if count and count.isdecimal() else NUMBERS.get(count) if count else 1
    if unit is None or number is None:
        return None
    number = -number if "ago" in match.groupdict() else number
    if unit in _UNIT_MONTHS:
        return add_months(today, number * _UNIT_MONTHS[unit])
    return today + timedelta(days=number * _UNIT_DAYS[unit])


_UNIT_DAYS = {"day": 1, "week": 7}
_UNIT_MONTHS = {"month": 1, "half": 6, "year": 12}
_DAY = r"(?P<day>\d{1,2})"
_TH = r"(?: ?-?(?:го|ого|е|ое|st|nd|rd|th))?"
_YEAR = r"(?P<year>\d{4}|\d{2})"
_NAME = r"(?P<name>[a-zа-я]+)"
_COUNT = r"(?:an? )?(?:(?P<count>\d{1,4}|[a-zа-я]+)(?: of)? )?(?P<unit>[a-zа-я]+)"
_Reader = Callable[[re.Match[str], date, bool], date | None]
_GRAMMAR: tuple[tuple[re.Pattern[str], _Reader], ...] = tuple(
    (re.compile(pattern), reader)
    for pattern, reader in (
        (r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", _numeric),
        (rf"{_DAY} ?[./,] ?(?P<month>\d{{1,2}})(?:(?: ?[./,] ?|(?= \d{{4}}) ){_YEAR})?", _numeric),
        (rf"{_DAY}(?P<by>[ \-])(?P<month>\d{{1,2}})(?P=by){_YEAR}", _numeric),
        (rf"{_DAY} (?P<month>\d{{1,2}})", _numeric),
        (rf"{_DAY}{_TH} ?(?:of )?{_NAME}[., ]*{_YEAR}?", _named),
        (rf"{_NAME}\.? ?{_DAY}{_TH}(?:[, ]+{_YEAR})?", _named),
        (rf"{_DAY}(?:{_TH} числ[аоу]|-?(?:го|ого)|st|nd|rd|th)", _day_of_month),
        (r"(?:(?P<which>эт\w+|ближайш\w+|следующ\w+|прошл\w+|this|next|last) )?" + _NAME, _weekday),
        (rf"(?:через|in) {_COUNT}", _span),
        (rf"{_COUNT} (?P<ago>назад|ago)", _span),
        (rf"{_COUNT} from (?:now|today)", _span),
    )
)
_WORDY_SPAN = re.compile(r"(?:через|in) [a-zа-я ]+|[a-zа-я ]+ (?:назад|ago|from now)")


def _span_in_words(text: str, today: date, lang: str) -> date | None:
    """«через двадцать один день»: dateparser, only for spans without a digit.

    Left alone it reads «5» and «1 день» as dates, «12.05» as a time and «32 мая» as a year.
    """
    if not _WORDY_SPAN.fullmatch(text):
        return None
    from dateparser.date import DateDataParser  # a third of a second to import, and rarely needed

    languages = ["en", "ru"] if lang == "en" else ["ru", "en"]
    settings = {"RELATIVE_BASE": datetime.combine(today, time()), "PARSERS": ["relative-time"]}
    found = DateDataParser(languages=languages, settings=settings).get_date_data(text).date_obj
    return found.date() if found else None
