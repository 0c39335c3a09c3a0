"""A school whose regulation wants something every year (S001): a teacher, the deputy head, the head."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from models.notice import Notice, NoticeState
from models.people import Role
from models.route import Route
from tests.stories.schools import SCHOOL, pair
from tests.stories.town import Guest, Town
from tests.stories.walking import walks

GROZNY = "grozny_gymnasium_4"


@dataclass
class Gymnasium:
    """Who works there."""

    teacher: Guest
    deputy: Guest
    head: Guest
    route: Route


async def gymnasium(town: Town, *activities: tuple[str, date], months: int = 36) -> Gymnasium:
    """Everybody in the bot, and the teacher's route approved today."""
    teacher, deputy = await pair(town, GROZNY, Role.DEPUTY_HEAD)
    head = await town.member("Дудаев Рамзан Хасанович", Role.HEAD, organisation=SCHOOL)
    rows = activities or (("Семинар по оцениванию", date(2027, 11, 10)),)
    route = await walks(town, teacher, *rows, months=months)
    return Gymnasium(teacher, deputy, head, route)


async def heard(town: Town, guest: Guest, kind: str) -> int:
    """How many notices of a kind have gone to somebody."""
    sent = (Notice.kind == kind, Notice.person_id == guest.person_id, Notice.state == NoticeState.SENT)
    return len(await town.all(select(Notice).where(*sent)))
