"""What the answers suggest as a teacher's own conclusion: the strongest and the weakest competency, and examples.

The teacher draws the conclusion (S000 3.1.1); this is only a sentence ready to be taken or replaced.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from models.diagnosis import DiagnosisNote, NoteKind
from models.diagnosis_result import Side
from regulations import questionnaire
from regulations.questionnaire import Answers, Questionnaire

MOST_EXAMPLES = 2
MARKS = {Side.STRONG: NoteKind.STRENGTH, Side.WEAK: NoteKind.DIFFICULTY}
"""Which of the teacher's marks show a side."""


@dataclass(frozen=True)
class Draft:
    """A ready sentence as facts: a competency and its score, and the numbers of statements that show it.

    `competency` is empty when all scores are equal: then nothing stands out.
    """

    competency: str
    score: int
    statements: tuple[int, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """As a JSON column takes it."""
        return {**asdict(self), "statements": list(self.statements)}

    @classmethod
    def from_json(cls, facts: Mapping[str, Any]) -> "Draft":
        """The way back from `as_json`."""
        return cls(facts["competency"], facts["score"], tuple(facts["statements"]))


def marked(side: Side, notes: Iterable[DiagnosisNote]) -> set[int]:
    """The statements that the teacher has marked for a side."""
    return {one.statement for one in notes if one.kind is MARKS[side] and one.statement is not None}


def draft(asked: Questionnaire, answers: Answers, side: Side, marked: Collection[int] = ()) -> Draft | None:
    """The conclusion that the answers suggest for one side; None without answers.

    Of equal scores the first in the order of the questionnaire. `marked`: statements that the teacher has
    marked as strengths or difficulties; they come first among the examples.
    """
    scores = {
        code: score for code, score in questionnaire.scores(asked, answers).items() if score is not None
    }
    if not scores:
        return None
    pick = max if side is Side.STRONG else min
    competency = pick(scores, key=lambda code: scores[code])
    even = len(set(scores.values())) == 1
    fitting = [number for number in _telling(asked, answers, side) if _fits(asked, number, competency, even)]
    examples = [*sorted(marked), *(number for number in fitting if number not in marked)]
    return Draft("" if even else competency, scores[competency], tuple(examples[:MOST_EXAMPLES]))


def _telling(asked: Questionnaire, answers: Answers, side: Side) -> tuple[int, ...]:
    tell = questionnaire.strengths if side is Side.STRONG else questionnaire.difficulties
    return tell(asked, answers)


def _fits(asked: Questionnaire, number: int, competency: str, even: bool) -> bool:
    return even or asked.statements[number].competency == competency
