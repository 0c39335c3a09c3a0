"""Whether an activity takes the teacher out of the school: the two answers, ours (S000 3.1.3, S-16.1)."""

from regulations.questions import Option
from regulations.words import Words

YES, NO = "yes", "no"
ANSWERS = (
    Option(YES, Words(ru="Да, с выездом", en="Yes, away")),
    Option(NO, Words(ru="Нет, на месте или по сети", en="No, here or online")),
)

_MEANT = {
    **dict.fromkeys(("yes", "true", "1", "да", "с выездом", "выезд"), True),
    **dict.fromkeys(("no", "false", "0", "нет", "без выезда", "онлайн", "online"), False),
}


def read_away(words: str) -> bool | None:
    """What a cell of a table means; None for nothing. Raises ValueError for anything else."""
    if not words:
        return None
    meant = _MEANT.get(words.casefold())
    if meant is None:
        raise ValueError(words)
    return meant
