"""Ready activities to begin a plan with: ours, by competency; each fits the regulations that know its codes."""

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from regulations.files import read_file
from regulations.rule import CODE, Data, check_codes
from regulations.schema import Regulation
from regulations.words import Words

FILE = Path(__file__).parent / "suggestions" / "teacher.toml"
LONGEST_CODE = 16


class Suggestion(Data):
    """One activity that only needs its date; everything but `title` and `code` is a code of a regulation."""

    code: str = Field(pattern=CODE, max_length=LONGEST_CODE)
    competency: str
    kind: str
    level: str
    presenting: str
    title: Words

    def fits(self, regulation: Regulation) -> bool:
        """Does this regulation know every code?"""
        rules = regulation.activities
        named = (
            (self.competency, regulation.competencies),
            (self.kind, rules.kinds),
            (self.level, rules.levels),
            (self.presenting, rules.forms),
        )
        return all(code in {one.code for one in offered} for code, offered in named)


class Reason(Data):
    """A ready line about why a strong competency is developed further (X08)."""

    code: str = Field(pattern=CODE)
    title: Words


class Suggestions(Data):
    """The file: `ours` says that no regulation contains it."""

    ours: Literal[True]
    reasons: tuple[Reason, ...] = Field(min_length=1)
    activities: tuple[Suggestion, ...] = Field(min_length=1)

    def get(self, code: str) -> Suggestion | None:
        """The suggestion with this code, if there is one."""
        return next((one for one in self.activities if one.code == code), None)

    def for_order(self, regulation: Regulation, competencies: tuple[str, ...]) -> list[Suggestion]:
        """What fits a regulation: the first of each competency in the given order, then the second ones, ..."""
        fitting = [one for one in self.activities if one.fits(regulation)]
        lists = [[one for one in fitting if one.competency == code] for code in competencies]
        longest = max(map(len, lists), default=0)
        return [one[place] for place in range(longest) for one in lists if place < len(one)]


@cache
def load(path: Path = FILE) -> Suggestions:
    """The file, read once. Raises RegulationError with the file, the key and the reason."""
    found = read_file(path, Suggestions)
    check_codes(found)
    return found
