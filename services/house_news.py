"""The centre informs the schools of its region; a school reads what the route offers now (S003 1.2; R3-006)."""

from __future__ import annotations

from dataclasses import dataclass

from models.catalogue_search import open_for
from models.errors import BadAnswer, NotYours, Outdated
from models.house import leaders_in
from regulations.pupils import is_list_of_pupils
from regulations.schema import Regulation
from services import house
from services.once import already_told
from services.work import Work

NEWS = "house-news-told"


@dataclass(frozen=True)
class Offered:
    """What the route offers a school today. `events`: of the catalogue, to choose from; None for a centre."""

    regulation: Regulation
    events: int | None


async def offered(work: Work) -> Offered:
    """For whoever keeps the rules of an organisation. Refuses NotYours."""
    found = await house.own(work)
    if not found.is_school:
        return Offered(found.regulation, None)
    return Offered(found.regulation, len(await work.all(open_for(found.place, work.today))))


async def inform(work: Work, text: str) -> int:
    """The centre writes to the heads and deputies of its region, at most once a week. Returns to how many.

    Refuses: NotYours to a school, a list of pupils (X47), house-news-week within the week.
    """
    if is_list_of_pupils(text):
        raise BadAnswer("house-pupils")
    found = await house.own(work)
    if found.is_school:
        raise NotYours("refusal-not-yours")
    people = await work.all(leaders_in(found.place.region, work.today))
    year, week, _ = work.today.isocalendar()
    keys = {one: f"{NEWS}:{found.place.id}:{year}-{week}:{one}" for one in people}
    if await already_told(work, list(keys.values())):
        raise Outdated("house-news-week")
    said = " ".join(text.split())
    for person_id, once in keys.items():
        work.notify(person_id, NEWS, once=once, urgent=False, name=found.place.name, text=said)
    return len(keys)
