"""The clock's part of the yearly round: once a day, from the hour of reminders, each school is looked at."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date

from models.people import Organisation
from models.yearly import YearlyLook, look_of, schools_of_the_round
from regulations.schema import Regulation
from services import revision_sweep, speaking_hour, year_application_sweep, year_report_sweep
from services.work import Work

Look = Callable[[Work, Organisation, date], Awaitable[int]]
LOOKS: tuple[Look, ...] = (
    year_application_sweep.look,
    year_report_sweep.look,
    revision_sweep.look,
)


def has_a_round(regulation: Regulation) -> bool:
    """Does this text want something every year?"""
    return regulation.yearly is not None or regulation.correction.min_per_year > 0


async def sweep(work: Work) -> int:
    """Schools whose hour has come and that were not looked at today. Returns how many notices."""
    texts = [one.id for one in work.rules.regulations.regulations if has_a_round(one)]
    if not texts:
        return 0
    written = 0
    for school in await work.all(schools_of_the_round(texts, work.now.date())):
        if speaking_hour.has_come_at(work, school):
            written += await _look_at(work, school, school.today(work.now))
    return written


async def _look_at(work: Work, school: Organisation, today: date) -> int:
    last = await work.find(look_of(school.id))
    if last is not None and last.looked_on == today:
        return 0
    if last is None:
        work.session.add(YearlyLook(organisation_id=school.id, looked_on=today))
    else:
        last.looked_on = today
    written = sum([await look(work, school, today) for look in LOOKS])
    await work.session.flush()
    return written
