"""Every teacher is included: who has not begun is seen by who leads the school, and invited weekly (S001 2.2)."""

from __future__ import annotations

from dataclasses import dataclass

from models.errors import NotYours, Refusal
from models.people import Organisation, Person, Role, roles_of
from models.topic_word import not_begun_at, walking_at
from models.year_application import teachers_at
from regulations.directions import Beginning
from services.once import already_told
from services.work import Work

LEADS = frozenset({Role.HEAD, Role.DEPUTY_HEAD})
INVITED = "inclusion-invited"


@dataclass(frozen=True)
class Inclusion:
    """Teachers of one school: how many there are; `begun`: who did something on their route; who did not.

    `waiting`: they are in the bot; `outside`: they have not come in with their code; `told`: invited this week.
    """

    school: Organisation
    rule: Beginning | None
    total: int
    waiting: list[Person]
    outside: list[Person]
    told: frozenset[int]

    @property
    def begun(self) -> int:
        """How many have done something on their route."""
        return self.total - len(self.waiting) - len(self.outside)

    @property
    def to_invite(self) -> list[Person]:
        """Who may be invited now."""
        return [one for one in self.waiting if one.id not in self.told]


async def leads(work: Work) -> bool:
    """Does the acting person lead the school where they work?"""
    offices = await work.all(roles_of(work.person.id, work.today))
    return any(one.organisation_id == work.person.organisation_id and one.role in LEADS for one in offices)


async def of_school(work: Work) -> Inclusion:
    """Who of the own school has not begun. Refuses NotYours to who does not lead it."""
    if not await leads(work):
        raise NotYours("refusal-not-yours")
    school = work.person.organisation
    teachers = await work.all(teachers_at(school.id, work.today))
    walking = set(await work.all(walking_at(school.id)))
    idle = {
        one.teacher_id for one in await work.all(not_begun_at(school.id)) if not one.is_suspended(work.today)
    }
    waiting = [one for one in teachers if one.id in idle and one.id != work.person.id]
    told = await already_told(work, [_once(work, one.id) for one in waiting])
    return Inclusion(
        school,
        work.rules.of_organisation(school).beginning,
        len(teachers),
        waiting,
        [one for one in teachers if one.id not in walking],
        frozenset(one.id for one in waiting if _once(work, one.id) in told),
    )


def _once(work: Work, person_id: int) -> str:
    year, week, _ = work.today.isocalendar()
    return f"{INVITED}:{person_id}:{year}-{week}"


async def invite(work: Work) -> int:
    """Everybody who is in the bot and has not begun is invited; each at most once a week. Returns how many.

    Refuses: NotYours; inclusion-nobody where there is nobody to invite now.
    """
    found = await of_school(work)
    if not found.to_invite:
        raise Refusal("inclusion-nobody")
    for one in found.to_invite:
        work.notify(
            one.id,
            INVITED,
            once=_once(work, one.id),
            urgent=False,
            school=found.school.name,
            clause=found.rule.clause if found.rule is not None and found.rule.required else "",
        )
    return len(found.to_invite)
