"""Reading a period as people type it: «с 3 по 7 июня», «28.12 – 05.01», "from 3 to 7 June"."""

import re
import unicodedata
from datetime import date

from models.errors import BadAnswer
from regulations.typed_dates import LONGEST, read_date

_LONGEST = 2 * LONGEST
_BETWEEN = re.compile(r"^(?:(?:с|c|со|от|from) )?(.+?) (?:по|до|to|till|until|through) (.+)$")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_DAY_ONLY = re.compile(r"(\d{1,2})(?: ?-?(?:го|ого|е|ое|st|nd|rd|th))?")

_FROM_TODAY = re.compile(r"через |in |\D+$")


def read_span(text: str, today: date, *, lang: str = "ru", past: bool = False) -> tuple[date, date] | None:
    """The first and the last day that a person means (both inside); None where the text names no period.

    What the first day leaves out (month, year) is that of the last one; the last one is read as by `read_date`.
    Raises BadAnswer `date-impossible` (typed, example): no such day, or the end stands before the beginning.
    """
    if len(text) > _LONGEST:
        return None
    plain = _DASHES.sub("-", unicodedata.normalize("NFKC", text)).casefold().replace("ё", "е")
    words = " ".join(plain.split()).strip(" .,")
    for first, last in _cuts(words):
        found = _read(first, last, today, lang=lang, past=past)
        if found is not None:
            return found
    return None


def _cuts(words: str) -> list[tuple[str, str]]:
    """Where the text may be cut: at «по», and at each dash, since a date may have dashes of its own."""
    match = _BETWEEN.match(words)
    dashes = [place for place, sign in enumerate(words) if sign == "-"]
    cuts = [(words[:place].strip(), words[place + 1 :].strip()) for place in dashes]
    return [(match[1], match[2]), *cuts] if match else cuts


def _read(first: str, last: str, today: date, *, lang: str, past: bool) -> tuple[date, date] | None:
    try:
        ends = read_date(last, today, lang=lang, past=past)
        starts = _start(first, ends, today, lang)
    except BadAnswer as refusal:
        if refusal.key == "date-unclear":
            return None
        raise
    if starts > ends:
        raise BadAnswer("date-impossible", typed=f"{first} - {last}", example=f"{ends:%d.%m.%Y}")
    return starts, ends


def _start(first: str, ends: date, today: date, lang: str) -> date:
    """«завтра», «через неделю» count from today; a day without a month or year is the last one before the end."""
    only = _DAY_ONLY.fullmatch(first)
    if only is not None:
        return read_date(f"{only[1]}.{ends.month}.{ends.year}", today, lang=lang)
    if _FROM_TODAY.match(first):
        meant = read_date(first, today, lang=lang)
        if meant <= ends:
            return meant
    return read_date(first, ends, lang=lang, past=True)
