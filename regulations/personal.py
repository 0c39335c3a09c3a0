"""What people say of themselves, in one spelling: an e-mail address, a phone, years of service."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from models.errors import BadAnswer
from regulations.questions import Question, QuestionKind
from regulations.texts import clean

LONGEST_EMAIL = 254
_EMAIL = re.compile(
    r"[a-z0-9._%+'-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}", re.IGNORECASE
)
_CYRILLIC_EMAIL = re.compile(r"[а-я0-9._-]{1,64}@(?:[а-я0-9-]{1,63}\.)+рф", re.IGNORECASE)
_PHONE = re.compile(r"\+?[\d ()./–—-]{6,24}")
_YEARS = re.compile(r"(?P<count>\d{1,2}) ?(?:л|л\.|лет|года?|г|г\.|years?|y)?")
_SINCE = re.compile(r"(?:с|since) ?(?P<year>(?:19|20)\d{2}) ?(?:г|г\.|года?)?")
_NOTHING = frozenset({"нет", "не имею", "нету", "отсутствует", "no", "none", "-", "–", "—"})
"""How people say that a row stays empty."""


def is_nothing(text: str) -> bool:
    """«Нет», typed where a question may stay without an answer."""
    return clean(text).casefold().strip(" .") in _NOTHING


def as_email(text: str) -> str:
    """The address, its domain in small letters; "" for what is none."""
    typed = clean(text).strip("<>,;. ").removeprefix("mailto:")
    if len(typed) > LONGEST_EMAIL or ".." in typed:
        return ""
    if not (_EMAIL.fullmatch(typed) or _CYRILLIC_EMAIL.fullmatch(typed)):
        return ""
    name, _, domain = typed.rpartition("@")
    return f"{name}@{domain.casefold()}"


def as_phone(text: str) -> str:
    """«8 (912) 345-67-89» is «+7 912 345-67-89»; a number of another country keeps its digits; "" for none."""
    typed = digits_of(text)
    if not _PHONE.fullmatch(typed):
        return ""
    digits = "".join(letter for letter in typed if letter.isdecimal())
    if typed.startswith("+") and not digits.startswith("7"):
        return f"+{digits}" if 8 <= len(digits) <= 15 else ""
    if len(digits) == 11 and digits[0] in "78":
        digits = digits[1:]
    if len(digits) != 10 or digits[0] in "0127" or digits.startswith("89") or digits == digits[0] * 10:
        return ""
    return f"+7 {digits[:3]} {digits[3:6]}-{digits[6:8]}-{digits[8:]}"


def as_years(text: str, today: date) -> int | None:
    """Whole years: «22», «22 года», «с 2004 года»; None for anything else."""
    typed = digits_of(text).casefold().strip(" .")
    since = _SINCE.fullmatch(typed)
    if since is not None:
        return today.year - int(since["year"]) if int(since["year"]) <= today.year else None
    found = _YEARS.fullmatch(typed)
    return int(found["count"]) if found else None


def read_personal(question: Question, text: str, today: date) -> str:
    """The answer to a question of these three kinds. For years `minimum` and `maximum` are whole years.

    Raises BadAnswer: answer-email, answer-phone, answer-years (example), answer-years-out (minimum, maximum).
    """
    if question.kind is QuestionKind.YEARS:
        return _years(question, text, today)
    is_email = question.kind is QuestionKind.EMAIL
    value = as_email(text) if is_email else as_phone(text)
    if not value:
        raise BadAnswer("answer-email" if is_email else "answer-phone", example=question.shown_example)
    return value


def _years(question: Question, text: str, today: date) -> str:
    years = as_years(text, today)
    if years is None:
        raise BadAnswer("answer-years", example=question.shown_example)
    if not question.minimum <= years <= question.maximum:
        raise BadAnswer("answer-years-out", minimum=question.minimum, maximum=question.maximum)
    return str(years)


def digits_of(text: str) -> str:
    """The cleaned text with digits of any script as plain ones."""
    return "".join(str(unicodedata.decimal(one)) if one.isdecimal() else one for one in clean(text))
