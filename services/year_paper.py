"""The plan of a school year as a paper: the parts that the clause names, the routes by month, the applications."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy.orm import joinedload

from documents.paper_model import Column, Line, Paper, Part, Signature
from models.errors import NotYours
from models.people import Appointment as Office
from models.people import Role, in_office
from models.year_application import YearApplication
from regulations.rule import Named
from services import discreet, year_plan
from services.paper_words import LANGUAGE, name_of, name_to_sign, phrase, read, short_days
from services.work import Work
from services.year_desk import Desk
from services.year_plan import WholePlan

KIND = "year_plan"


async def paper(work: Work, year: int) -> Paper:
    """The plan of a year for whoever leads the school. Refuses NotYours, also where the text has no such paper."""
    found, came = await year_plan.whole(work, year)
    discreet.only_open(work)
    rules = work.rules.of_organisation(found.desk.school)
    document = next((one for one in rules.documents if one.code == KIND), None)
    if document is None:
        raise NotYours("refusal-not-yours")
    topic = read(rules.topic_title) if rules.topic_title is not None else phrase("year_topic")
    applications = _applications(came.applications, topic) if came is not None else ()
    return Paper(
        kind=KIND,
        language=LANGUAGE,
        name=f"{name_of(KIND)} {year}-{year + 1}",
        title=f"{read(document.title)} {year}/{year + 1}",
        made=found.desk.today.isoformat(),
        regulation=rules.id,
        head=(Line(found.desk.school.name),),
        parts=(*_sections(found), *_topics(found, topic), *_months(found), *applications),
        signatures=await _signed(work, found.desk),
    )


def _sections(found: WholePlan) -> Iterable[Part]:
    """The four parts of clause 4.3; a blank row to write in where nothing is planned yet."""
    heads = (phrase("year_number"), phrase("year_event"), phrase("year_days"))
    columns = _columns(heads, (1, 9, 4))
    for section, events in found.events.items():
        cells = tuple(
            (str(number), one.entry.title, short_days(one.entry.starts_on, one.entry.on_date))
            for number, one in enumerate(events, 1)
        )
        title = _titles(found.desk.rule.sections[section])
        yield Part(section, phrase(f"year_{section}"), (title,), columns=columns, cells=cells or (("",) * 3,))


def _titles(offered: Sequence[Named]) -> str:
    """What the regulation names there."""
    return "; ".join(read(one.title) for one in offered)


def _topics(found: WholePlan, topic: str) -> Iterable[Part]:
    """The routes as units of the plan (1.4): topic and term of each."""
    heads = (phrase("year_teacher"), topic, phrase("year_term"))
    cells = tuple(
        (one.teacher.full_name, one.topic or "", short_days(one.starts_on, one.ends_on))
        for one in found.topics
    )
    columns = _columns(heads, (5, 7, 4))
    yield Part("topics", phrase("year_topics"), columns=columns, cells=cells or (("",) * 3,))


def _months(found: WholePlan) -> Iterable[Part]:
    """What the routes bring, by date."""
    heads = ("year_days", "year_teacher", "year_event", "year_form")
    columns = _columns([phrase(one) for one in heads], (3, 4, 7, 4))
    cells = tuple(
        (short_days(one.starts, one.on), one.route.teacher.surname_initials, one.title, read(one.form))
        for lines in found.months.values()
        for one in lines
    )
    yield Part("months", phrase("year_months"), columns=columns, cells=cells or (("",) * 4,))


def _applications(came: Sequence[YearApplication], topic: str) -> Iterable[Part]:
    heads = (phrase("year_teacher"), topic, phrase("year_request"))
    none = phrase("none")
    cells = tuple((one.person.surname_initials, one.topic or none, one.request or none) for one in came)
    columns = _columns(heads, (4, 6, 6))
    yield Part("applications", phrase("year_applications"), columns=columns, cells=cells or (("",) * 3,))


def _columns(heads: Sequence[str], weights: Sequence[int]) -> tuple[Column, ...]:
    return tuple(Column(title, weight=weight) for title, weight in zip(heads, weights, strict=True))


async def _signed(work: Work, found: Desk) -> tuple[Signature, ...]:
    """Whoever makes the plan, and the head."""
    rules = work.rules.of_organisation(found.school)
    made = []
    for role in (found.rule.plan_by, "head"):
        held = in_office(found.today).where(
            Office.organisation_id == found.school.id, Office.role == Role(role)
        )
        office = await work.find(held.options(joinedload(Office.person)))
        person = office.person if office is not None else None
        made.append(Signature(read(rules.role_title(role)), name_to_sign(person)))
    return tuple(made)
