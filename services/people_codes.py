"""Personal codes for everybody whom a list names: new ones, those of an earlier list, other ones for lost ones."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from models.entry import Invitation, mark_of, new_code
from models.people import Person, Role
from models.roster import invitations_of_people
from services.in_portions import rows
from services.people_sheet import Roster
from services.work import Work


@dataclass(frozen=True)
class Code:
    """A person's personal code, for the list that a methodist hands out.

    `code` is empty where it was given out before (only its hash is kept), or where the person `is_in`.
    """

    external_id: str
    full_name: str
    roles: tuple[Role, ...]
    code: str
    until: datetime
    is_in: bool = False


@dataclass(frozen=True)
class Codes:
    """How codes are given: `earlier` ones by external_id, as a list of before has them; who needs one `again`.

    `everybody_again`: each who has not come in.
    """

    make: Callable[[], str] = new_code
    earlier: Mapping[str, str] = field(default_factory=dict)
    again: Collection[str] = ()
    everybody_again: bool = False

    def wants_new(self, external_id: str, invitation: Invitation, at: datetime) -> bool:
        """Must the person get another code than the one they have?"""
        return (
            external_id in self.again
            or invitation.is_over(at)
            or (self.everybody_again and invitation.account_id is None)
        )

    def known(self, external_id: str, invitation: Invitation) -> str:
        """The code behind the hash, where the earlier list has it."""
        code = self.earlier.get(external_id, "")
        return code if code and mark_of(code) == invitation.mark else ""


ORDINARY = Codes()


async def give(
    work: Work, roster: Roster, people: Mapping[str, Person], codes: Codes
) -> tuple[list[Code], int]:
    """Everybody has one code; who has one that opens the door keeps it. Returns them, and how many are new."""
    ids = [people[external_id].id for external_id in roster.people]
    found = {one.person_id: one for one in await rows(work, ids, invitations_of_people)}
    given, new = [], 0
    for named in roster.people.values():
        person = people[named.external_id]
        invitation = found.get(person.id)
        if invitation is None or codes.wants_new(named.external_id, invitation, work.now):
            code = codes.make()
            invitation = invitation or Invitation(person_id=person.id)
            invitation.give(code, work.now)
            work.session.add(invitation)
            new += 1
        else:
            code = codes.known(named.external_id, invitation)
        roles = tuple(dict.fromkeys(role for _, role in named.offices))
        is_in = invitation.account_id is not None
        given.append(
            Code(named.external_id, named.full_name, roles, "" if is_in else code, invitation.until, is_in)
        )
    await work.session.flush()
    return given, new
