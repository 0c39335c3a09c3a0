"""What may stand in the list of activities: kinds, levels, organisers, forms of presenting a result."""

from pydantic import Field

from models.base import normalised
from regulations.rule import Named, Rule
from regulations.scales import CompetenceLevel


class ActivityKind(Named):
    """A kind of activity; `held`: by the teacher; `programme`: a course with hours and a certificate.

    `stems`: ours, how words of a title begin that tell this kind («курс»).
    """

    held: bool = False
    programme: bool = False
    stems: tuple[str, ...] = ()


class Organiser(Named):
    """Who holds an activity; `level`: of which level its activities usually are (ours: a first guess)."""

    level: str = ""


class Activities(Rule):
    """What may stand in the list of activities: kinds, levels, forms of presenting, organisers to propose.

    `for_levels`: competence levels whose activities are proposed first; others are allowed with a warning.
    `usual`: codes of the kinds that are offered first (ours).
    """

    kinds: tuple[ActivityKind, ...] = Field(min_length=1)
    levels: tuple[Named, ...] = Field(min_length=1)
    forms: tuple[Named, ...] = Field(min_length=1)
    organisers: tuple[Organiser, ...] = ()
    for_levels: tuple[CompetenceLevel, ...] = (CompetenceLevel.LOW,)
    usual: tuple[str, ...] = ()

    def kind_told_by(self, title: str) -> str:
        """The code of the kind that a title tells, the earliest word first; "" when none does."""
        words = "".join(one if one.isalnum() else " " for one in f" {normalised(title)}")
        places = {
            (words.find(f" {stem}"), kind.code)
            for kind in self.kinds
            for stem in kind.stems
            if f" {stem}" in words
        }
        return min(places)[1] if places else ""
