"""The information sheet: its rows, how each is asked, and where a value that is known already comes from."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator

from models.base import normalised
from regulations.months import add_months
from regulations.questions import Option, Question, QuestionKind
from regulations.rule import CODE, Data, Named, Rule
from regulations.words import Words

Source = Literal[
    "organisation",
    "municipality",
    "region",
    "full_name",
    "position",
    "education",
    "experience",
    "category",
    "attestation_date",
    "courses",
    "degree",
    "title",
    "awards",
    "email",
    "phone",
    "term",
]
Kind = Literal["text", "long_text", "choice", "date", "years", "email", "phone", "courses", "school_years"]
CONTACTS = frozenset({"email", "phone"})
"""Kinds of answers that are given by wish, each by itself, and go when the consent is withdrawn."""
KINDS: dict[str, QuestionKind] = {
    "text": QuestionKind.TEXT,
    "long_text": QuestionKind.LONG_TEXT,
    "choice": QuestionKind.CHOICE,
    "date": QuestionKind.DATE,
    "years": QuestionKind.YEARS,
    "email": QuestionKind.EMAIL,
    "phone": QuestionKind.PHONE,
    "courses": QuestionKind.CHOICE,
    "school_years": QuestionKind.TEXT,
}


class SheetOption(Data):
    """One button of a choice."""

    code: str = Field(pattern=CODE)
    title: Words


class SheetField(Data):
    """One question of a row.

    `short`: its name in a list; `ask`: what is asked, under the name of the row; `sources`: columns of the import,
    or what is known otherwise, from which a value is proposed; `own`: a choice that takes own words, too;
    `required`: «нет» is no answer; `longest`: letters, or whole years.
    """

    code: str = Field(pattern=CODE)
    kind: Kind
    short: Words
    ask: Words
    example: Words | None = None
    sources: tuple[Source, ...] = ()
    required: bool = True
    options: tuple[SheetOption, ...] = ()
    own: bool = False
    longest: int = Field(default=300, ge=1, le=2000)

    @property
    def is_contact(self) -> bool:
        """An e-mail address or a phone."""
        return self.kind in CONTACTS

    @property
    def question(self) -> Question:
        """The question as the asker takes it."""
        return Question(
            self.code,
            KINDS[self.kind],
            minimum=0 if self.kind == "years" else 2,
            maximum=self.longest,
            optional=not self.required,
            options=tuple(Option(one.code, one.title) for one in self.options),
            past=self.kind == "date",
            sample=self.example,
        )

    def code_of(self, value: str) -> str:
        """The option that a stored value means, by its code or by its words as an import has them; "" for none."""
        for one in self.options:
            titles = {normalised(one.title.get(language)) for language in one.title.languages}
            if value == one.code or normalised(value) in titles:
                return one.code
        return ""

    def read(self, value: str) -> Words | str:
        """A stored value as people read it."""
        code = self.code_of(value)
        return next((one.title for one in self.options if one.code == code), value)


class SheetRow(Named):
    """One row of the form, word for word; as a rule one question."""

    fields: tuple[SheetField, ...] = Field(min_length=1)


class Attestation(Rule):
    """When the next attestation is due: `months` after the last one, or on a day already named.

    Not for the categories of `for_good` when the last attestation was on the day `for_good_from` or later.
    `date_field`, `category_field`: the questions whose answers say so.
    """

    months: int = Field(ge=1, le=240)
    date_field: str
    category_field: str
    for_good: tuple[str, ...] = ()
    for_good_from: date = date.max

    def due(self, last: date, category: str, today: date) -> date | None:
        """The day of the next attestation; None when there is none to wait for."""
        if last >= today:
            return last
        if category in self.for_good and last >= self.for_good_from:
            return None
        return add_months(last, self.months)


class Sheet(Rule):
    """The rows in the order of the form. `recent_years`: how many years back a course still counts."""

    rows: tuple[SheetRow, ...] = Field(min_length=1)
    recent_years: int = Field(default=3, ge=1, le=10)
    attestation: Attestation | None = None

    @model_validator(mode="after")
    def _names_each_field_once(self) -> Self:
        codes = [one.code for one in self.fields]
        if len(set(codes)) != len(codes):
            raise ValueError("sheet: two questions have one code")
        if [one.kind for one in self.fields].count("courses") > 1:
            raise ValueError("sheet: courses are asked once")
        if self.attestation and not {self.attestation.date_field, self.attestation.category_field} <= set(
            codes
        ):
            raise ValueError("sheet.attestation: no such question")
        return self

    @property
    def fields(self) -> tuple[SheetField, ...]:
        """Every question, in order."""
        return tuple(one for row in self.rows for one in row.fields)

    @property
    def courses_field(self) -> str:
        """The code of the question that lists courses; "" when there is none."""
        return next((one.code for one in self.fields if one.kind == "courses"), "")

    def field(self, code: str) -> SheetField:
        """The question with this code; KeyError when the sheet has none."""
        for one in self.fields:
            if one.code == code:
                return one
        raise KeyError(code)

    def count_done(self, done: Collection[str]) -> int:
        """How many rows have an answer to each of their questions."""
        return sum(all(one.code in done for one in row.fields) for row in self.rows)

    def years(self, today: date) -> list[int]:
        """The years whose courses count, the latest first."""
        return [today.year - back for back in range(self.recent_years + 1)]
