"""Cleaning a text that a person typed, before anybody measures or stores it."""

import re
import unicodedata

_JOINER = "\u200d"
_LINE_ENDS = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\x85": "\n", "\v": "\n", "\f": "\n"})
_TAG_LETTERS = range(0xE0020, 0xE0080)  # the flags of Scotland, Wales, England are spelled with these
_UNSEEN = frozenset({"Mn", "Mc", "Me", "Cf", "Cc", "Cs"})
_BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters by their category, empty to the eye


def clean(text: str, *, lines: bool = False) -> str:
    """The text as people see it: NFC, no outer spaces, single inner ones, no invisible or direction marks.

    Emoji and punctuation stay, also the joiners inside an emoji. With `lines` line breaks stay, at most one
    empty line in a row; without it they become spaces.
    """
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS))
    # Once more, because a letter and its mark may have met only now.
    text = unicodedata.normalize("NFC", _visible(text))
    if not lines:
        return " ".join(text.split())
    rows = (" ".join(row.split()) for row in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(rows)).strip("\n")


def has_control(text: str) -> bool:
    """Whether the text holds what no keyboard types and a database may refuse: NUL, half a letter."""
    return any(
        unicodedata.category(letter) in ("Cc", "Cs") and letter not in "\t\n\r\v\f\x85" for letter in text
    )


def is_blank(text: str) -> bool:
    """Whether a cleaned text shows nothing: at most marks that combine with a letter that is not there."""
    return all(letter.isspace() or unicodedata.category(letter) in _UNSEEN for letter in text)


def _visible(text: str) -> str:
    return "".join(letter for place, letter in enumerate(text) if _is_seen(text, place))


def _is_seen(text: str, place: int) -> bool:
    letter = text[place]
    if letter == _JOINER:
        return 0 < place < len(text) - 1 and _is_picture(text[place - 1]) and _is_picture(text[place + 1])
    if letter in _BLANKS:
        return False
    return unicodedata.category(letter) != "Cf" or ord(letter) in _TAG_LETTERS or ord(letter) == 0xE007F


def _is_picture(letter: str) -> bool:
    """An emoji, its skin tone, or the mark that asks for the coloured form.

    Cn: an emoji that is younger than this Python.
    """
    return letter == "\ufe0f" or unicodedata.category(letter) in ("So", "Sk", "Cn")
