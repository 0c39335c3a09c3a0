"""A route in memory, with everything that its papers tell; no database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from documents.paper_model import Paper
from models.final_event import FinalEvent, FinalEventState
from models.paper_slot import PaperSlot, SlotState, Way
from models.people import Organisation, OrganisationKind, Person, Role
from models.plan import Activity, ActivityState
from models.report import Report, ReportState
from models.route import Route, RouteState
from models.sheet import Origin, Sheet, SheetCourse, SheetValue
from regulations.schema import Regulation
from services import rules, sheet
from services.paper_facts import Facts
from services.paper_kinds import BUILDERS
from services.paper_measured import Measured, Phases

TODAY = date(2026, 10, 1)
AT = datetime(2026, 9, 14, 9, tzinfo=UTC)
SAID = {
    "education": "higher",
    "experience": "21",
    "category": "first",
    "attestation": "2024-03-12",
    "degree": "",
    "awards": "Почётная грамота",
}


def facts(regulation: str | Regulation = "udmurtia", **more: Any) -> Facts:
    """A teacher in the middle of a route of five activities."""
    rule = rules.load().regulations.get(regulation) if isinstance(regulation, str) else regulation
    school = Organisation(id=1, kind=OrganisationKind.SCHOOL, name="МБОУ «Школа № 3»", municipality="Глазов")
    school.region, school.timezone, school.regulation = "Удмуртская Республика", "Europe/Samara", rule.id
    teacher = person(1, "Иванова Галина Петровна", "учитель математики")
    teacher.organisation = school
    route = Route(id=1, teacher=teacher, organisation=school, organisation_id=1, regulation=rule.id, team=[])
    route.state, route.topic, route.confirmed_at = RouteState.DRAFT, None, None
    route.began_on = None
    route.starts_on, route.ends_on = date(2026, 9, 14), date(2027, 9, 13)
    found = Facts(
        route=route,
        regulation=rule,
        today=TODAY,
        sheet=_sheet(route, rule),
        diagnosis=Phases(entry=Measured({"subject": 714, "method": 540, "ict": 900}, {}, [])),
        rows=[activity(number) for number in range(1, 6)],
        reports={},
        reviews=[],
        events=[event()],
        monitoring=None,
        officers={Role.TEACHER: teacher},
        names={1: school.name, 2: "ЦНППМ ПР АОУ ДПО УР ИРО"},
    )
    return replace(found, **more)


def person(id: int, full_name: str, position: str = "", organisation_id: int = 1) -> Person:
    """Somebody."""
    return Person(id=id, full_name=full_name, position=position, organisation_id=organisation_id)


def activity(number: int, title: str = "", **more: Any) -> Activity:
    """A row of the plan."""
    row = Activity(
        id=number, title=title or f"Семинар № {number} «Функциональная грамотность»", kind="seminar"
    )
    row.competencies, row.level, row.organiser, row.presenting = (
        ["method"],
        "municipal",
        "centre",
        "open_lesson",
    )
    row.starts_on, row.on_date, row.growth, row.reason = None, date(2026, 10, 1 + number % 28), "", ""
    row.state = ActivityState.PLANNED
    for name, value in more.items():
        setattr(row, name, value)
    return row


def event(**more: Any) -> FinalEvent:
    """A final event."""
    made = FinalEvent(
        id=1, title="Мастер-класс для коллег", form="masterclass", level="organisation", said=""
    )
    made.on_date, made.state, made.reason = date(2027, 5, 20), FinalEventState.PLANNED, ""
    for name, value in more.items():
        setattr(made, name, value)
    return made


def slot(role: str, act: str, name: str, way: Way = Way.PIN, **more: Any) -> PaperSlot:
    """A signature under a paper."""
    made = PaperSlot.waiting(0, 1, [role], [], act)
    made.state, made.way, made.name, made.at = SlotState.SIGNED, way, name, AT
    made.role = Role(role)
    for field, value in more.items():
        setattr(made, field, value)
    return made


def report(row: int, state: ReportState, text: str, *, shared: bool = False) -> Report:
    """A report on a row."""
    made = Report(activity_id=row, state=state, said={"1": text})
    made.shared = shared
    return made


def _sheet(route: Route, rule: Regulation) -> sheet.SheetLook | None:
    if rule.sheet is None:
        return None
    values = [
        SheetValue(code=one.code, value=SAID[one.code], imported="", origin=Origin.TYPED, at=AT)
        for one in rule.sheet.fields
        if one.code in SAID
    ]
    courses = [SheetCourse(title="Смешанное обучение", hours=72, year=2025)]
    kept = Sheet(person_id=1, values=values, courses=courses, typed=[], touched_at=AT)
    proposed = sheet.proposed(kept, rule.sheet, route.teacher, route, TODAY)
    return sheet.SheetLook(kept, rule.sheet, route, proposed, TODAY)


def paper(kind: str, found: Facts) -> Paper:
    """One paper of these facts."""
    documents: Mapping[str, Any] = {one.code: one for one in found.regulation.documents}
    return BUILDERS[kind](documents[kind], found)
