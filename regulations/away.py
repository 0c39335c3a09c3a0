"""Whether an activity takes the teacher out of the school: the two answers, ours (S000 3.1.3, S-16.1)."""

from regulations.questions import Option
from regulations.words import Words

YES, NO = "yes", "no"
ANSWERS = (
    Option(YES, Words(ru="Да, с выездом", en="Yes, away")),
    Option(NO, Words(ru="Нет, на месте или по сети", en="No, here or online")),
)
