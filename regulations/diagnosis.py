"""Diagnosis as the regulation sees it: forms, what is voluntary, what is recorded."""

from typing import Literal

from pydantic import Field

from regulations.rule import Named, Rule


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
    """Forms (any number side by side), what comes out of them, and how the overall score is made."""

    forms: tuple[DiagnosisForm, ...] = Field(min_length=1)
    records: tuple[Named, ...] = ()
    entry: EntryDiagnosis
    final: FinalDiagnosis
    overall: Rule
