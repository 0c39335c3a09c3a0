"""Pupils stay out of the product: a list of children is recognised and refused (X47; only aggregates, n >= 5)."""

import re

LEAST_NAMES = 5
"""From this many lines that look like names, it is a list of a class and not a team that was named."""
_NUMBER = re.compile(r"^[\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MARK = re.compile(r"\d")


def is_list_of_pupils(text: str) -> bool:
    """Whether a text holds five or more lines of a surname with a first name or initials, and a mark or nothing.

    «1. Иванов Пётр 5», «Сидорова А. 78 %», «Ким Анна»; a sentence that names somebody is no such line.
    """
    return sum(map(_is_name, re.split(r"[\n;]", text))) >= LEAST_NAMES


def _is_name(line: str) -> bool:
    bare = _NUMBER.sub("", line)
    words = _WORD.findall(bare)
    names = [word for word in words if word[0].isupper()]
    return 2 <= len(names) <= 4 and len(words) - len(names) <= (1 if _MARK.search(bare) else 0)
