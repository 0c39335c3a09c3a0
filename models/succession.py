"""Who came after whom on a team: what was the former member's to do is the new one's (X27: never the teacher's)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from models.errors import NotYours

if TYPE_CHECKING:
    from models.team_member import TeamMember


def now_instead(team: Sequence[TeamMember], person_id: int, day: date) -> TeamMember | None:
    """Who stands on the team in place of somebody who has left it; None while nobody does."""
    seen: set[int] = set()
    while person_id not in seen:
        seen.add(person_id)
        left = [one for one in team if one.person_id == person_id and one.successor_id is not None]
        if not left:
            return None
        person_id = left[-1].successor_id or 0
        after = next((one for one in team if one.person_id == person_id and one.holds(day)), None)
        if after is not None:
            return after
    return None


def tell_successor(team: Sequence[TeamMember], person_id: int, day: date) -> None:
    """Refuses a former member kindly, with the name of who works on the route now."""
    after = now_instead(team, person_id, day)
    if after is not None:
        raise NotYours("staff-handed-over", name=after.person.short_name)
