"""A questionnaire of statements answered on one scale, and what its answers add up to.

Answers are a mapping from the number of a statement (from 0) to a value of the scale. Scores are tenths of a
per cent, as in `scales`.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from regulations.files import RegulationError, read_file
from regulations.rule import CODE, Data
from regulations.scales import tenths
from regulations.words import Words

FOLDER = Path(__file__).parent / "questionnaires"
LONGEST_TEXT, LONGEST_SHORT, LONGEST_LABEL = 120, 60, 30

Answers = Mapping[int, int]


class LabourFunction(Data):
    """A labour function of the professional standard («A/01.6»)."""

    code: str = Field(pattern=r"^[A-Z]/\d\d\.\d$")
    title: Words


class Statement(Data):
    """One statement in the first person; `short`: its subject in a few words, for lists of difficulties."""

    competency: str = Field(pattern=CODE)
    function: str
    text: Words
    short: Words


@dataclass(frozen=True)
class Result:
    """What the answers of one competency add up to.

    `score` in tenths of a per cent, None when nothing was answered; `maximum`: of the statements answered.
    """

    competency: str
    points: int
    maximum: int
    answered: int
    asked: int

    @property
    def score(self) -> int | None:
        """Points of maximum; statements without an answer do not count."""
        return tenths(self.points, self.maximum) if self.maximum else None


class Questionnaire(Data):
    """A questionnaire in one edition; answers keep the edition they were given to.

    `scale`: the label of every value, from 0. An answer up to `hard_upto` names a difficulty, one from
    `strong_from` a strength. `formula`, `overall_formula`: how the numbers are made, shown beside them. `extends`: the
    id and the edition of another one whose statements come first («teacher 1»): an edition never changes.
    """

    id: str = Field(pattern=CODE)
    edition: int = Field(ge=1)
    title: Words
    source: Words
    formula: Words
    overall_formula: Words
    scale: tuple[Words, ...] = Field(min_length=2, max_length=10)
    hard_upto: int
    strong_from: int
    functions: tuple[LabourFunction, ...]
    statements: tuple[Statement, ...] = Field(min_length=1)
    extends: str = Field(default="", pattern=r"^([a-z][a-z0-9_]{1,31} \d{1,4})?$")

    @model_validator(mode="after")
    def _can_be_asked(self) -> Self:
        if not 0 <= self.hard_upto < self.strong_from < len(self.scale):
            raise ValueError("0 <= hard_upto < strong_from < number of steps")
        for label in self.scale:
            _check_length("scale", label, LONGEST_LABEL)
        known = {function.code for function in self.functions}
        for number, statement in enumerate(self.statements):
            _check_length(f"statements.{number}.text", statement.text, LONGEST_TEXT)
            _check_length(f"statements.{number}.short", statement.short, LONGEST_SHORT)
            if statement.function not in known:
                raise ValueError(f"statements.{number}: no function '{statement.function}' here")
        _check_order(self.statements)
        return self

    def competencies(self) -> tuple[str, ...]:
        """Codes of the competencies asked about, in the order of the statements."""
        return tuple(dict.fromkeys(statement.competency for statement in self.statements))

    def uncovered(self, required: Collection[str]) -> tuple[str, ...]:
        """Competencies of a regulation that no statement asks about."""
        return tuple(code for code in required if code not in self.competencies())


def results(asked: Questionnaire, answers: Answers) -> tuple[Result, ...]:
    """Points of every competency, in the order of the statements.

    Raises ValueError for an answer that this questionnaire cannot have.
    """
    _check_answers(asked, answers)
    return tuple(_result(asked, code, answers) for code in asked.competencies())


def _result(asked: Questionnaire, code: str, answers: Answers) -> Result:
    numbers = [number for number, one in enumerate(asked.statements) if one.competency == code]
    given = [answers[number] for number in numbers if number in answers]
    return Result(code, sum(given), len(given) * (len(asked.scale) - 1), len(given), len(numbers))


def scores(asked: Questionnaire, answers: Answers) -> dict[str, int | None]:
    """Score of every competency: sum / maximum * 100 with one decimal, half up; None: nothing answered."""
    return {result.competency: result.score for result in results(asked, answers)}


def overall(asked: Questionnaire, answers: Answers) -> int | None:
    """«Общий»: the mean of the scores present, half up (X06); None when nothing was answered at all."""
    present = [score for score in scores(asked, answers).values() if score is not None]
    return (2 * sum(present) + len(present)) // (2 * len(present)) if present else None


def difficulties(asked: Questionnaire, answers: Answers) -> tuple[int, ...]:
    """Numbers of the statements that are hard now, in the order of the questionnaire."""
    _check_answers(asked, answers)
    return tuple(number for number in sorted(answers) if answers[number] <= asked.hard_upto)


def strengths(asked: Questionnaire, answers: Answers) -> tuple[int, ...]:
    """Numbers of the statements that can be shown to others, in the order of the questionnaire."""
    _check_answers(asked, answers)
    return tuple(number for number in sorted(answers) if answers[number] >= asked.strong_from)


def _check_answers(asked: Questionnaire, answers: Answers) -> None:
    for number, value in answers.items():
        if not (0 <= number < len(asked.statements) and 0 <= value < len(asked.scale)):
            raise ValueError(
                f"no answer {value} to statement {number} in {asked.id}, edition {asked.edition}"
            )


def load(folder: Path = FOLDER) -> tuple[Questionnaire, ...]:
    """Every `*.toml` of the folder, in the order of ids and editions.

    Raises RegulationError for a file that cannot be used, and for two of the same edition.
    """
    found: dict[tuple[str, int], Questionnaire] = {}
    for path in sorted(folder.glob("*.toml")):
        one = read_file(path, Questionnaire)
        if (one.id, one.edition) in found:
            raise RegulationError(path.name, "edition", "the same edition stands in another file")
        found[one.id, one.edition] = one
    return tuple(_whole(found[key], found) for key in sorted(found))


def _whole(one: Questionnaire, found: Mapping[tuple[str, int], Questionnaire]) -> Questionnaire:
    """A questionnaire with the statements of the one it extends before its own."""
    if not one.extends:
        return one
    id, _, edition = one.extends.partition(" ")
    first = found.get((id, int(edition)))
    if first is None or first.extends or first.scale != one.scale:
        reason = f"no questionnaire '{one.extends}' that stands alone and has the same scale"
        raise RegulationError(f"{one.id}.toml", "extends", reason)
    mine = {function.code for function in one.functions}
    functions = (*(kept for kept in first.functions if kept.code not in mine), *one.functions)
    whole = one.model_copy(update={"functions": functions, "statements": first.statements + one.statements})
    return Questionnaire.model_validate(whole.model_dump())


def _check_length(place: str, words: Words, longest: int) -> None:
    for lang in words.languages:
        if len(words.get(lang)) > longest:
            raise ValueError(f"{place}: the '{lang}' wording is longer than {longest}")


def _check_order(statements: tuple[Statement, ...]) -> None:
    """Statements of one competency stand together, and no two say the same."""
    if len({statement.text for statement in statements}) < len(statements):
        raise ValueError("statements: two of them are the same")
    runs = [code for code, _ in groupby(statements, key=lambda statement: statement.competency)]
    if len(runs) > len(set(runs)):
        raise ValueError("statements: those of one competency must stand together")
