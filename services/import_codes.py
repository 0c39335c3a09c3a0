"""Personal codes of the people of a loaded list: made when they are asked for, shown once, kept nowhere."""

from __future__ import annotations

from collections.abc import Sequence

from models.errors import Outdated
from models.import_file import ImportFile, ImportState
from models.roster import invitations_with_people
from services import import_file, second_factor, staff
from services.in_portions import rows
from services.people_codes import ORDINARY
from services.work import Work


async def waiting(work: Work, people: Sequence[int]) -> int:
    """How many of these people have not come in yet."""
    return sum(one.account_id is None for one in await rows(work, people, invitations_with_people))


async def give(work: Work, import_id: int) -> tuple[ImportFile, list[list[str]]]:
    """Who loaded a list takes new codes for those of it who have not come in; the codes before are worth nothing.

    Returns the list and, by name, number, name, position and code of each. Refuses: NotYours; Outdated where nothing
    was loaded; Unconfirmed: with a code anybody speaks for its person.
    """
    found = await import_file.look(work, import_id)
    if found.state is not ImportState.LOADED:
        raise Outdated("import-outdated")
    await second_factor.only_confirmed(work)
    mine, people = await staff.reach(work), found.outcome.get("people", [])
    lines = []
    for one in await rows(work, people, invitations_with_people):
        if one.account_id is None and mine.covers(one.person.organisation):
            code = ORDINARY.make()
            one.give(code, work.now)
            lines.append([one.person.external_id, one.person.full_name, one.person.position, code])
    await work.session.flush()
    return found, sorted(lines, key=lambda line: line[1])
