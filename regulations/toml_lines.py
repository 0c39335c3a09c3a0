"""On which line of a TOML file a key stands: the reader of the standard library does not say."""

import re

_HEADER = re.compile(r"^\s*(\[\[?)\s*([\w.\-]+)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"^\s*([\w\-]+)\s*=")

Place = tuple[str | int, ...]


def line_of(text: str, place: Place) -> int:
    """The line (from 1) of the key or table nearest to `place`; 0 where nothing of it stands in the text."""
    best, found = 0, 0
    table: Place = ()
    counts: dict[Place, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        header, key = _HEADER.match(line), _KEY.match(line)
        if header:
            table = _table(header[2].split("."), header[1] == "[[", counts)
            here = table
        elif key:
            here = (*table, key[1])
        else:
            continue
        if len(here) > best and place[: len(here)] == here:
            best, found = len(here), number
    return found


def _table(names: list[str], repeated: bool, counts: dict[Place, int]) -> Place:
    """The place that a header opens: inside lists of tables, the latest of each list."""
    place: Place = ()
    for last, name in ((at == len(names), name) for at, name in enumerate(names, 1)):
        place = (*place, name)
        if last and repeated:
            counts[place] = counts.get(place, -1) + 1
        if place in counts:
            place = (*place, counts[place])
    return place
