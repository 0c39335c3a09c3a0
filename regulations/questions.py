"""Questions of chat forms: what an answer must look like, and the cleaned value of one.

A form is a tuple of questions; which one comes next is computed from the answers already there.
"""

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from models.errors import BadAnswer
from regulations.texts import clean, has_control, is_blank
from regulations.typed_dates import read_date
from regulations.words import Words


class QuestionKind(StrEnum):
    """How a question is answered. `FILES`: photos, documents or a link, which the handler collects.

    `EMAIL`, `PHONE`, `YEARS`: see regulations/personal.py.
    """

    TEXT = "text"
    LONG_TEXT = "long_text"
    CHOICE = "choice"
    CHOICES = "choices"
    DATE = "date"
    NUMBER = "number"
    EMAIL = "email"
    PHONE = "phone"
    YEARS = "years"
    FILES = "files"


@dataclass(frozen=True)
class Example:
    """One good answer, as a fact of a BadAnswer: a locale key, resolved where the words are made."""

    key: str

    @property
    def facts(self) -> Mapping[str, str]:
        """An example has no placeholders."""
        return {}


@dataclass(frozen=True)
class Option:
    """One button of a choice; `own`: somebody's own words, not the product's."""

    code: str
    title: Words
    own: bool = False

    @property
    def label(self) -> Words | str:
        """What the button says."""
        return self.title.get("ru") if self.own else self.title


@dataclass(frozen=True)
class Question:
    """One question of a form.

    `minimum`, `maximum`: length in letters after cleaning; for a number its bounds in tenths; for choices and
    files how many. `example`: a locale key with one good answer, told with every BadAnswer; `sample`: the same
    where a regulation words it. `past`: a date without a year is one gone by. `optional`: may be skipped.
    """

    code: str
    kind: QuestionKind = QuestionKind.TEXT
    minimum: int = 1
    maximum: int = 300
    optional: bool = False
    example: str = ""
    options: tuple[Option, ...] = ()
    past: bool = False
    sample: Words | None = None

    @property
    def shown_example(self) -> Example | Words | str:
        """The fact `example` of every BadAnswer: words to look up, words, or nothing."""
        return self.sample or (Example(self.example) if self.example else "")


_TAGS = re.compile(r"</?[a-zA-Z][^<>]{0,40}>")
"""«<b>» alone says nothing, though it has letters."""


def read_text(question: Question, text: str) -> str:
    """The cleaned text; line breaks stay in a LONG_TEXT; "" only for an optional question.

    Raises BadAnswer: answer-empty; answer-too-short (length, minimum); answer-too-long (length, maximum);
    answer-control. All carry `example`.
    """
    if has_control(text):
        raise BadAnswer("answer-control", example=question.shown_example)
    value = clean(text, lines=question.kind is QuestionKind.LONG_TEXT)
    if is_blank(_TAGS.sub("", value)):
        if question.optional:
            return ""
        raise BadAnswer("answer-empty", example=question.shown_example)
    return _measured(question, value)


def _measured(question: Question, value: str) -> str:
    length = len(value)
    if length > question.maximum:
        raise BadAnswer(
            "answer-too-long", length=length, maximum=question.maximum, example=question.shown_example
        )
    if length < question.minimum:
        raise BadAnswer(
            "answer-too-short", length=length, minimum=question.minimum, example=question.shown_example
        )
    return value


def read_choice(question: Question, answer: str) -> str:
    """The code of the chosen option; a tapped code, or the words of a button typed by hand in any language.

    Raises BadAnswer answer-not-offered (example).
    """
    wanted = _folded(answer)
    for option in question.options:
        titles = {_folded(option.title.get(lang)) for lang in option.title.languages}
        if answer == option.code or wanted in titles:
            return option.code
    raise BadAnswer("answer-not-offered", example=question.shown_example)


def read_choices(question: Question, answers: Collection[str]) -> tuple[str, ...]:
    """The codes of several options, in the order of the question, each once.

    Raises BadAnswer: answer-not-offered; answer-too-few (count, minimum); answer-too-many (count, maximum).
    """
    chosen = {read_choice(question, answer) for answer in answers}
    count = len(chosen)
    if count < question.minimum and not (question.optional and not chosen):
        raise BadAnswer(
            "answer-too-few", count=count, minimum=question.minimum, example=question.shown_example
        )
    if count > question.maximum:
        raise BadAnswer(
            "answer-too-many", count=count, maximum=question.maximum, example=question.shown_example
        )
    return tuple(option.code for option in question.options if option.code in chosen)


def read_date_answer(
    question: Question,
    text: str,
    today: date,
    *,
    lang: str = "ru",
    earliest: date | None = None,
    latest: date | None = None,
) -> date:
    """The date meant, inside the bounds (both inside).

    Raises BadAnswer: date-impossible, date-unclear (typed, example); date-too-early, date-too-late (day,
    limit).
    """
    day = read_date(text, today, lang=lang, past=question.past)
    if earliest and day < earliest:
        raise BadAnswer("date-too-early", day=day, limit=earliest)
    if latest and day > latest:
        raise BadAnswer("date-too-late", day=day, limit=latest)
    return day


_NUMBER = re.compile(r"(?P<sign>[-−–]?) ?(?P<whole>\d{1,9})(?:[.,](?P<tenth>\d))? ?%?")


def read_number(question: Question, text: str) -> int:
    """A number with at most one decimal, in tenths: «78,5 %» is 785; digits of any script.

    Raises BadAnswer: number-unclear (example); number-out-of-bounds (minimum, maximum: Decimals; example).
    """
    plain = "".join(str(unicodedata.decimal(one)) if one.isdecimal() else one for one in clean(text))
    match = _NUMBER.fullmatch(plain)
    if match is None:
        raise BadAnswer("number-unclear", example=question.shown_example)
    value = int(match["whole"]) * 10 + int(match["tenth"] or 0)
    value = -value if match["sign"] else value
    if not question.minimum <= value <= question.maximum:
        low, high = Decimal(question.minimum).scaleb(-1), Decimal(question.maximum).scaleb(-1)
        raise BadAnswer("number-out-of-bounds", minimum=low, maximum=high, example=question.shown_example)
    return value


def next_question(questions: Sequence[Question], answered: Collection[str]) -> Question | None:
    """The first question without an answer (a skipped one counts as answered); None when the form is full."""
    return next((question for question in questions if question.code not in answered), None)


def previous_question(questions: Sequence[Question], code: str) -> Question | None:
    """The question before this one; None at the first."""
    place = [question.code for question in questions].index(code)
    return questions[place - 1] if place else None


def _folded(text: str) -> str:
    return clean(text).casefold().replace("ё", "е").strip(" .,!")
