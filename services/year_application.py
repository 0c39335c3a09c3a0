"""A teacher says what they need in the coming school year: a topic, help and events, or nothing (S001 4.3, X19)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.errors import BadAnswer, NotYours
from models.people import Role, roles_of
from models.route import routes_of_teacher
from models.year_application import YearApplication, application_by_id, application_of
from regulations.calendar import coming_school_year
from regulations.outcome import Yearly
from regulations.pupils import is_list_of_pupils
from services.work import Work


@dataclass(frozen=True)
class Asking:
    """What the school asks the acting teacher: for which year, until when, and what was said."""

    rule: Yearly
    year: int
    today: date
    said: YearApplication | None

    @property
    def last_day(self) -> date:
        """The last day of the campaign."""
        return self.rule.campaign(self.today)[1]

    @property
    def goes_on(self) -> bool:
        """Is it asked these days? Outside the campaign an application may be written, too (X19)."""
        first, last = self.rule.campaign(self.today)
        return first <= self.today <= last


async def asking(work: Work) -> Asking | None:
    """What the acting teacher's school asks for the coming year; None where its text has no such round."""
    school, today = work.person.organisation, work.today
    rule = work.rules.of_organisation(school).yearly
    if rule is None:
        return None
    offices = await work.all(roles_of(work.person.id, today))
    if not any(_teaches(one.role, one.organisation_id, school.id) for one in offices):
        return None
    year = coming_school_year(today)
    said = await work.find(application_of(work.person.id, school.id, year))
    return Asking(rule, year, today, said)


def _teaches(role: Role, organisation_id: int, school_id: int) -> bool:
    return role is Role.TEACHER and organisation_id == school_id


async def asked(work: Work) -> Asking:
    """The same. Refuses NotYours where nothing is asked."""
    found = await asking(work)
    if found is None:
        raise NotYours("refusal-not-yours")
    return found


async def begin(work: Work) -> YearApplication:
    """The teacher begins an application, or goes on with the one that is there. Refuses NotYours."""
    found = await asked(work)
    if found.said is not None:
        return found.said
    made = YearApplication.begun(work.person, work.person.organisation_id, found.year, work.now)
    work.session.add(made)
    await work.session.flush()
    return made


async def own(work: Work, application_id: int) -> YearApplication:
    """An application of the acting person. Refuses NotYours."""
    found = await work.get(application_by_id(application_id))
    found.only_author(work.person)
    return found


async def answer(
    work: Work, application_id: int, code: str, value: str, *, drawn: int | None = None
) -> YearApplication:
    """The author answers one question; kept at once. Refuses: NotYours, year-outdated, a list of pupils."""
    found = await own(work, application_id)
    if drawn is not None:
        found.drawn(drawn)
    if is_list_of_pupils(value):
        raise BadAnswer("report-pupils")
    found.write(code, value, work.now)
    await work.session.flush()
    return found


async def ask_nothing(work: Work, year: int) -> YearApplication:
    """«Пожеланий нет» for a year, in one tap. Refuses NotYours, also for another year than the coming one."""
    found = await begin(work)
    if found.year != year:
        raise NotYours("refusal-not-yours")
    if not found.is_sent:
        found.ask_nothing(work.now)
        await work.session.flush()
    return found


async def present_topic(work: Work) -> str:
    """What the teacher works on now, by their route; "" without one."""
    route = await work.find(routes_of_teacher(work.person.id))
    return (route.topic or "") if route is not None else ""
