"""A school with teachers, plans and a clock moved by hand: the sweep over a real database, no messenger."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import select

from bot.database import Sessions
from models.entry import Account
from models.notice import Notice
from models.people import Organisation, Person
from models.plan import Activity, ActivityState
from models.route import Route, RouteState
from services import reminder, rules
from services.facts import unpacked
from services.work import Work

RULES = rules.load()
DAY = date(2027, 5, 12)
BORN = datetime(2027, 1, 11, 9, tzinfo=UTC)


@dataclass
class School:
    """Teachers of one or more schools, and a clock that is moved by hand."""

    sessions: Sessions
    now: datetime

    def at(self, day: date, hour: int = 17, minute: int = 0) -> None:
        """The local moment of Izhevsk (UTC+4)."""
        self.now = datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC) - timedelta(hours=4)

    def seconds(self) -> float:
        """The moment, for a Clock."""
        return self.now.timestamp()

    async def sweep(self) -> list[dict[str, Any]]:
        """One tick: what it wrote."""
        async with self.sessions() as session, session.begin():
            before = set((await session.scalars(select(Notice.id))).all())
            count = await reminder.sweep(Work(session, None, self.now, RULES))
            new = [one for one in (await session.scalars(select(Notice))).all() if one.id not in before]
            assert count == len(new)
            today = (self.now + timedelta(hours=4)).date()
            return [
                {"kind": one.kind, "to": one.person_id, "today": today, **unpacked(one.facts)} for one in new
            ]

    async def add(self, *rows: Any) -> list[int]:
        """Rows of any kind; their ids."""
        async with self.sessions() as session, session.begin():
            session.add_all(rows)
            await session.flush()
            return [row.id for row in rows]

    async def route(
        self, organisation: int, state: RouteState = RouteState.ACTIVE, *, here: bool = True
    ) -> int:
        """A teacher, who has come in, and their route."""
        (person,) = await self.add(
            Person(
                external_id=f"{id(object())}{await self.count(Person)}",
                organisation_id=organisation,
                full_name="И О",
            ),
        )
        if here:
            await self.add(Account(telegram_id=1000 + person, person_id=person))
        (route,) = await self.add(
            Route(
                teacher_id=person,
                organisation_id=organisation,
                regulation="udmurtia",
                edition=1,
                state=state,
                created_at=BORN,
                confirmed_at=BORN if state is RouteState.ACTIVE else None,
            )
        )
        return route

    async def rows(self, table: Any) -> list[Any]:
        """Every row of a table."""
        async with self.sessions() as session, session.begin():
            return list((await session.scalars(select(table))).all())

    async def count(self, table: Any) -> int:
        async with self.sessions() as session, session.begin():
            return len((await session.scalars(select(table))).all())

    async def activity(
        self, route: int, on: date, state: ActivityState = ActivityState.PLANNED, born: datetime = BORN
    ) -> int:
        """A row of the plan."""
        async with self.sessions() as session, session.begin():
            author = (await session.get_one(Route, route)).teacher_id
        (made,) = await self.add(
            Activity(
                route_id=route, author_id=author, title="Вебинар", on_date=on, state=state, created_at=born
            )
        )
        return made

    async def change(self, table: Any, id: int, **values: Any) -> None:
        """Somebody changes a row."""
        async with self.sessions() as session, session.begin():
            row = await session.get_one(table, id)
            for name, value in values.items():
                setattr(row, name, value)

    async def organisation(self, name: str, timezone: str = "Europe/Samara") -> int:
        """A school in a zone."""
        made = Organisation(
            name=name, municipality="Глазов", region="УР", timezone=timezone, regulation="udmurtia"
        )
        return (await self.add(made))[0]


def lines(notice: dict[str, Any]) -> list[tuple[str, int]]:
    """What a reminder is about, and how many days are left."""
    return [(line["kind"], (line["on"] - notice["today"]).days) for line in notice["lines"]]
