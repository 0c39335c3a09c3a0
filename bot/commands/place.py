"""An organisation that an operator names on the command line."""

from __future__ import annotations

from bot.commands import REFUSED, Failed
from models.base import normalised
from models.people import Organisation


def named(places: list[Organisation], name: str) -> Organisation:
    """The organisation of this name; where several bear it, with its municipality. Raises Failed."""
    wanted = normalised(name)
    found = [
        one
        for one in places
        if wanted in (normalised(one.name), normalised(f"{one.name}, {one.municipality}"))
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise Failed(f'{len(found)} organisations are called so: say "name, municipality".', REFUSED)
    raise Failed("There is no organisation of this name.", REFUSED)
