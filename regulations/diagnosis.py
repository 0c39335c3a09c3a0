"""Diagnosis as the regulation sees it: forms, what is voluntary, what is recorded."""

from collections.abc import Collection
from typing import Literal

from pydantic import Field

from regulations.rule import Named, Rule

SELF, RESULTS, EXPERT = "self", "results", "expert"
"""Forms that are answered in a way of their own; all others are scores (S000 3.1.1)."""


class DiagnosisForm(Named):
    """A form of diagnosis; `by`: roles that may record it; `questionnaire`: the id of the one we offer."""

    by: tuple[str, ...] = Field(min_length=1)
    questionnaire: str = ""

    def named_roles(self) -> tuple[str, ...]:
        """The roles it mentions."""
        return self.by


class EntryDiagnosis(Rule):
    """Whether the entry diagnosis may be declined; a local act of the organisation may require it."""

    mode: Literal["voluntary_unless_local_act", "required", "none"]


class FinalDiagnosis(Rule):
    """`required`: held at the end; `offered`: asked, a refusal is recorded; `none`: reflection instead."""

    mode: Literal["required", "offered", "none"]


class Diagnosis(Rule):
    """Forms (any number side by side), what comes out of them, and how the overall score is made.

    `periodicity`: the text leaves to acts how often one is held; the organisation says it (models/house.py).
    """

    forms: tuple[DiagnosisForm, ...] = Field(min_length=1)
    records: tuple[Named, ...] = ()
    entry: EntryDiagnosis
    final: FinalDiagnosis
    overall: Rule
    periodicity: Rule | None = None

    def form(self, code: str) -> DiagnosisForm:
        """The form with this code; KeyError when the regulation has none."""
        for one in self.forms:
            if one.code == code:
                return one
        raise KeyError(code)

    def recorded_by(self, roles: Collection[str]) -> tuple[DiagnosisForm, ...]:
        """The forms that somebody with these roles may record about another person; never the self-diagnosis."""
        return tuple(one for one in self.forms if one.code != SELF and set(one.by) & set(roles))
