"""A town in which every table has a row around one route, and everybody who has nothing to do with it.

Stories about rights begin here: whatever somebody asks for by its id is really there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time, timedelta
from typing import Any

from sqlalchemy import JSON, Column, Date, Enum, String, Table, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.base import Base, Instant
from models.entry import Account
from models.mentoring_member import MentorshipMember
from models.people import Appointment, OrganisationKind, Role
from models.route import TeamMember
from tests.stories.town import Guest, Town
from tests.stories.walking import walks

SECRET = "Тайна"
"""Whatever is written anywhere in this town: whoever may not know it must not see it."""
WRITTEN = frozenset(
    {"title", "text", "words", "reason", "answer", "place", "report", "wish", "comment", "objection", "said"}
    | {"achieved", "hard", "ahead", "value", "activity", "product", "told", "url", "name", "topic"}
)
PRESENT = frozenset({"organisations", "people", "accounts", "appointments", "routes", "team_members"})
"""Tables whose rows are there since everybody came in, known by the teacher's."""
BY_ITSELF = frozenset({"consents", "invitations", "history", "notices", "taken_updates", "sheets"})
"""Tables into which the bot itself has written: the first row is the teacher's, or nobody asks for one by its id."""


@dataclass
class Filled:
    """`ids`: the id of the row of every table; `within`: who belongs to the route or its school and centre."""

    town: Town
    ids: dict[str, int] = field(default_factory=dict)
    within: dict[str, Guest] = field(default_factory=dict)
    without: dict[str, Guest] = field(default_factory=dict)

    @property
    def everybody(self) -> dict[str, Guest]:
        """By relation to the route."""
        return self.within | self.without


async def filled(town: Town) -> Filled:
    """The town, whole."""
    made = Filled(town)
    await _belonging(made)
    await _strange(made)
    teacher = made.within["teacher"]
    route = await walks(town, teacher)
    made.ids["appointments"] = 2
    made.ids |= {"routes": route.id, "people": teacher.person_id, "organisations": route.organisation_id}
    async with town.app.sessions() as session, session.begin():
        await _leave(made, session)
        for table in Base.metadata.sorted_tables:
            if table.name not in PRESENT:
                await _fill(made, session, table)
        mentor = made.within["tutor"].person_id
        session.add(
            MentorshipMember(
                mentorship_id=made.ids["mentorships"], person_id=mentor, role=Role.MENTOR, since=town.today
            )
        )
    return made


async def _belonging(made: Filled) -> None:
    town = made.town
    await town.organisation("Школа № 3")
    await town.organisation("Центр", OrganisationKind.CENTRE)
    tutor = await town.member("Орлова Мария Сергеевна", Role.TUTOR)
    made.within["teacher"] = await town.member("Иванова Галина Петровна", Role.TEACHER, tutor=tutor)
    made.within["tutor"] = tutor
    for relation, role, name in (
        ("methodist", Role.METHODIST, "Дубов Игорь Ильич"),
        ("centre methodist", Role.CENTRE_METHODIST, "Рябова Елена Львовна"),
        ("centre head", Role.CENTRE_HEAD, "Вахрушева Ольга Геннадьевна"),
    ):
        made.within[relation] = await town.member(name, role, organisation="Центр")
    for relation, role, name in (
        ("deputy", Role.DEPUTY_HEAD, "Белова Анна Павловна"),
        ("subject lead", Role.SUBJECT_LEAD, "Зорина Вера Олеговна"),
        ("head", Role.HEAD, "Корепанов Андрей Леонидович"),
    ):
        made.within[relation] = await town.member(name, role)


async def _strange(made: Filled) -> None:
    town, without = made.town, made.without
    there = {"regulation": "udmurtia", "region": "Кировская область"}
    made.ids["schools"] = made.ids["Школа № 5"] = await town.organisation("Школа № 5")
    await town.organisation("Гимназия", **there)
    await town.organisation("Институт", OrganisationKind.CENTRE, **there)
    for relation, name, role, where in (
        ("a colleague", "Пашина Инна Юрьевна", Role.TEACHER, "Школа № 3"),
        ("another tutor", "Серова Ольга Ивановна", Role.TUTOR, "Школа № 3"),
        ("the tutor of before", "Лаптев Юрий Ильич", Role.TUTOR, "Школа № 3"),
        ("the head of before", "Уварова Нина Ильинична", Role.HEAD, "Школа № 3"),
        ("the methodist of before", "Жуков Пётр Ильич", Role.METHODIST, "Центр"),
        ("a teacher of another school", "Фомина Лидия Ильинична", Role.TEACHER, "Школа № 5"),
        ("a tutor of another school", "Хохлов Семён Ильич", Role.TUTOR, "Школа № 5"),
        ("the head of another school", "Цой Мария Ильинична", Role.HEAD, "Школа № 5"),
        ("the deputy of another school", "Чернова Ада Ильинична", Role.DEPUTY_HEAD, "Школа № 5"),
        ("a head of another region", "Шилов Марк Ильич", Role.HEAD, "Гимназия"),
        ("a methodist of another region", "Щукин Лев Ильич", Role.METHODIST, "Институт"),
        ("a centre head of another region", "Эммер Яна Ильинична", Role.CENTRE_HEAD, "Институт"),
        ("somebody without an office", "Юдин Карл Ильич", Role.TEACHER, "Школа № 3"),
        ("somebody who withdrew", "Ярцев Ким Ильич", Role.TUTOR, "Школа № 3"),
    ):
        without[relation] = await town.member(name, role, organisation=where)
    stranger = await town.person("Чужой Иван Ильич", Role.TEACHER)
    await stranger.says("/start")
    without["a stranger"] = stranger


async def _leave(made: Filled, session: AsyncSession) -> None:
    """Those of before are no longer anything; who withdrew was on the team, and is nobody's account now."""
    yesterday = made.town.today - timedelta(days=1)
    gone = [
        made.without[one]
        for one in ("the head of before", "the methodist of before", "somebody without an office")
    ]
    ended = update(Appointment).where(Appointment.person_id.in_([one.person_id for one in gone]))
    await session.execute(ended.values(until=yesterday))
    before, withdrew = made.without["the tutor of before"], made.without["somebody who withdrew"]
    for person, until in ((before, yesterday), (withdrew, None)):
        since = made.town.today - timedelta(days=90)
        session.add(
            TeamMember(
                route_id=made.ids["routes"],
                person_id=person.person_id,
                role=Role.TUTOR,
                since=since,
                until=until,
            )
        )
    withdrawn = update(Account).where(Account.person_id == withdrew.person_id)
    await session.execute(withdrawn.values(person_id=None))


async def _fill(made: Filled, session: AsyncSession, table: Table) -> None:
    """One row, the teacher's where nothing else is said; a row that is there already counts."""
    if table.name in BY_ITSELF:
        made.ids[table.name] = await session.scalar(select(func.min(next(iter(table.primary_key))))) or 0
        return
    values = {column.name: _value(made, column) for column in table.columns if _is_needed(column)}
    result = await session.execute(insert(table).values({**values, **_given(made, table.name)}))
    key = result.inserted_primary_key
    made.ids[table.name] = key[0] if key is not None and isinstance(key[0], int) else 0


def _is_needed(column: Column[Any]) -> bool:
    if column.name == "id":
        return False
    written = isinstance(column.type, String) and not isinstance(column.type, Enum) and column.name in WRITTEN
    return written or (not column.nullable and column.default is None)


def _value(made: Filled, column: Column[Any]) -> Any:
    for key in column.foreign_keys:
        return made.ids[key.column.table.name]
    if isinstance(column.type, Enum):
        return next(iter(column.type.enum_class or column.type.enums))
    if isinstance(column.type, Date):
        return made.town.today
    if isinstance(column.type, Instant):
        return made.town.now
    if isinstance(column.type, JSON):
        return {}
    by_type: Mapping[type, Any] = {
        int: 1,
        str: f"{SECRET} {column.table.name}",
        bool: False,
        time: time(10),
    }
    return by_type[column.type.python_type]


def _given(made: Filled, table: str) -> dict[str, Any]:
    """What makes a row alive: its state, its codes, and whose it is beside the teacher's."""
    today, now = made.town.today, made.town.now
    who = {relation: guest.person_id for relation, guest in made.within.items()}
    soon = today + timedelta(days=20)
    coded = {"kind": "seminar", "level": "municipal", "competencies": ["method"], "on_date": soon}
    given: dict[str, dict[str, Any]] = {
        "catalogue": {
            **coded,
            "state": "open",
            "scope": "school",
            "school_id": made.ids["organisations"],
            "region": "Удмуртская Республика",
        },
        "mentorships": {"author_id": who["tutor"], "regulation": "mentoring"},
        "mentorship_members": {"role": "mentee", "route_id": made.ids["routes"]},
        "mentorship_meetings": {"author_id": who["tutor"]},
        "own_phrases": {"person_id": who["tutor"]},
        "private_notes": {"person_id": who["tutor"]},
        "queue_marks": {"person_id": who["tutor"]},
        "activities": {**coded, "state": "planned", "organiser": "centre", "presenting": "open_lesson"},
        "conclusions": {"author_id": who["methodist"], "number": 1, "paragraphs": []},
        "delegations": {"helper_id": who["tutor"]},
        "diagnoses": {"questionnaire": "teacher", "state": "in_progress", "at_statement": 0},
        "diagnosis_records": {"author_id": who["methodist"], "form": "expert", "state": "draft"},
        "final_events": {"form": "master_class", "level": "school", "on_date": soon, "state": "planned"},
        "monitoring_sheets": {"author_id": who["deputy"]},
        "papers": {"kind": "card", "subject_id": made.ids["routes"], "content": {}},
        "paper_slots": {"roles": "head", "act": "approval", "stage": 0},
        "staff_orders": {
            "author_id": who["methodist"],
            "person_id": who["tutor"],
            "kind": "hand_over",
            "role": "tutor",
        },
        "suspensions": {"author_id": who["methodist"]},
        "transfers": {"author_id": who["methodist"], "from_id": made.ids["organisations"]},
        "import_files": {"person_id": who["deputy"]},
        "corrections": {"state": "draft", "activity_id": made.ids.get("activities")},
        "guests": {"person_id": who["deputy"], "role": "deputy_head"},
        "help_requests": {"addressee_id": who["tutor"], "role": "tutor"},
        "help_lines": {},
        "level_choices": {"author_id": who["methodist"]},
        "reports": {"state": "submitted", "submitted_at": now, "said": {"1": SECRET}},
        "evidence": {"report_id": made.ids.get("reports")},
        "review_questions": {"asked_by_id": who["tutor"]},
        "reviews": {"author_id": who["tutor"]},
        "route_years": {"year": 1},
        "snoozes": {"things": []},
        "report_edits": {"urls": []},
    }
    return given.get(table, {})
