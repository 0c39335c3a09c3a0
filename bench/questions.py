"""The questionnaire of the reference bots: 40 questions, 4 answers each, of the size a teacher reads in ours.

The letters are Cyrillic (two bytes each on the wire, six in a percent-encoded form), the words mean nothing.
"""

import random

COUNT = 40
ANSWERS = 4
QUESTION_LETTERS = 76
ANSWER_LETTERS = 19
BACK, PAUSE, RESUME = "<< 1", "||", ">"

_SMALL_LETTERS = [chr(code) for code in range(0x430, 0x450)]


def _words(letters: int, dice: random.Random) -> str:
    """A sentence of exactly that many letters and spaces."""
    text = ""
    while len(text) < letters:
        text += "".join(dice.choices(_SMALL_LETTERS, k=dice.randint(3, 11))) + " "
    return text[: letters - 1] + dice.choice(_SMALL_LETTERS)


def _written() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Every question with its answers, the same in every run."""
    dice = random.Random(40)
    return tuple(
        (_words(QUESTION_LETTERS, dice), tuple(_words(ANSWER_LETTERS, dice) for _ in range(ANSWERS)))
        for _ in range(COUNT)
    )


QUESTIONS = _written()


def question_text(number: int) -> str:
    """The card of question `number` (from 0), or the last screen when there is no such question."""
    if number >= COUNT:
        return QUESTIONS[0][0]
    return f"{number + 1} / {COUNT}\n\n{QUESTIONS[number][0]}"


def answer_texts(number: int) -> tuple[str, ...]:
    """The four answers of question `number` (from 0)."""
    return QUESTIONS[number][1]
