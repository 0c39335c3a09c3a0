"""What a town's log may not say, and whether it did: every story is read along, wherever its town stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests import log_lines

if TYPE_CHECKING:
    from tests.stories.town import Town


def secrets(town: Town) -> set[str]:
    """Names, codes, the token, whatever was typed, and every fact that was shown."""
    found = {town.telegram.token, *town.text.typed}
    for guest in town.guests.values():
        found |= {guest.name, *guest.name.split(), guest.code, guest.code.replace("-", "")}
        found |= {str(one.get("text", "")) for one in guest.chat if not one["from"]["is_bot"]}
    return found


def check(town: Town, since: int) -> None:
    """Nothing of anybody stands in what was logged since this line."""
    told = log_lines.faults(log_lines.LINES[since:], secrets(town))
    assert not told, "the log tells of people:\n" + "\n".join(told)
