"""Routes that are already being walked: what stories about reports, reviews and reminders begin with."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import select

from models.plan import Activity, ActivityState
from models.report import Report, report_on
from models.route import Route
from tests.stories.town import Guest, Town


async def walks(town: Town, teacher: Guest, *activities: tuple[str, date], months: int = 12) -> Route:
    """The teacher's plan stands, everybody has signed it: titles and local dates of the activities."""
    async with town.app.sessions() as session, session.begin():
        route = (await session.scalars(select(Route).where(Route.teacher_id == teacher.person_id))).one()
        route.starts_on, route.ends_on = town.today, town.today + timedelta(days=30 * months)
        route.start(town.now, town.today)
        session.add_all(
            Activity(
                route_id=route.id,
                author_id=teacher.person_id,
                title=title,
                competencies=["method"],
                on_date=on,
                presenting="subject_talk",
                state=ActivityState.PLANNED,
                created_at=town.now,
            )
            for title, on in activities
        )
        return route


async def activity(town: Town, title: str) -> Activity:
    """The activity with this title."""
    found: list[Activity] = await town.all(select(Activity).where(Activity.title == title))
    return found[0]


async def report(town: Town, title: str) -> Report:
    """The report on the activity with this title, whole."""
    found: list[Report] = await town.all(report_on((await activity(town, title)).id))
    return found[0]


async def reported(town: Town, teacher: Guest, text: str = "Показали три приёма работы с текстом.") -> None:
    """The teacher, at the question whether it was, sends a report of one sentence."""
    await teacher.taps("report-was.held")
    await teacher.says(text)
    await teacher.taps("report-draft.send")


async def two_minutes_later(town: Town) -> None:
    """A decision can no longer be taken back: the teacher hears of it."""
    town.wait(minutes=2)
    await town.deliver()
