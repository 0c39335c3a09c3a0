"""How long a list of people takes in the chat: `python -m bench.imports 2000`; the aim is 10 s for 2,000 people."""

from __future__ import annotations

import asyncio
import resource
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from bench.figure import Figure
from bot.clock import Clock
from bot.database import Sessions, migrate, open_engine, sessions
from bot.import_order import Order, in_a_process
from bot.settings import Settings
from documents import workbook
from models.entry import Account
from models.import_file import ImportFile, ImportState, import_file_by_id
from models.people import Appointment, Organisation, OrganisationKind, Person, Role

HEAD = ("external_id", "full_name", "role", "position", "organisation", "municipality", "tutor")
SCHOOLS = 100
SECONDS = 10.0


def table(people: int) -> bytes:
    """So many teachers of a hundred schools, each with a tutor of the list."""
    rows = [
        (
            f"b{n}",
            f"Teacher {n} of the bench",
            "tutor" if n % 20 == 0 else "teacher",
            "teacher",
            f"school {n % SCHOOLS}",
            f"district {n % SCHOOLS % 10}",
            "" if n % 20 == 0 else f"b{n - n % 20}",
        )
        for n in range(people)
    ]
    return workbook.xlsx(HEAD, rows)


async def sent(made: Sessions, clock: Clock) -> int:
    """A methodist of a centre has sent a file."""
    async with made() as session, session.begin():
        home = Organisation(
            kind=OrganisationKind.CENTRE,
            name="centre",
            municipality="city",
            region="region",
            timezone="Europe/Samara",
            regulation="udmurtia",
        )
        session.add(home)
        await session.flush()
        person = Person(external_id="m1", organisation_id=home.id, full_name="Methodist of the bench")
        session.add(person)
        await session.flush()
        since = date(2020, 1, 1)
        session.add(
            Appointment(person_id=person.id, organisation_id=home.id, role=Role.METHODIST, since=since)
        )
        account = Account(telegram_id=1, language="ru", place="", place_ids={}, person_id=person.id)
        account.wrong_codes = 0
        session.add(account)
        found = ImportFile(person_id=person.id, file_id="f", name="bench.xlsx", at=clock.now())
        session.add(found)
        await session.flush()
        return found.id


def _used() -> float:
    """Seconds of CPU that the children have used."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


async def measure(people: int, folder: Path) -> list[Figure]:
    """Reading with a dry run, then loading, each in its process."""
    found_so_far = []
    settings = Settings(_env_file=None, data_dir=folder)  # type: ignore[call-arg]
    await asyncio.to_thread(migrate, settings.database)
    engine, clock = open_engine(settings.database), Clock()
    made, carry = sessions(engine), in_a_process(settings, clock)
    order = Order(await sent(made, clock), "f", folder / "table", "bench_bot")
    order.path.write_bytes(table(people))
    for step in ("read, with a dry run", "loaded"):
        begun, used = time.perf_counter(), _used()
        await carry(order)
        wall, cpu = time.perf_counter() - begun, _used() - used
        found_so_far += [
            Figure(f"{people} people {step}", wall, "s", SECONDS),
            Figure(f"{people} people {step}, processor", cpu, "s", SECONDS),
        ]
        async with made() as session, session.begin():
            found = (await session.scalars(import_file_by_id(order.import_id))).one()
            if found.state is ImportState.READY:
                found.approve(found.version)
            elif found.state is not ImportState.LOADED:
                raise SystemExit(f"{found.state}: {str(found.outcome)[:500]}")
    await engine.dispose()
    return found_so_far


def figures(people: int = 2_000) -> list[Figure]:
    """Both steps of an import of so many people."""
    with tempfile.TemporaryDirectory(prefix="bench-imports-") as scratch:
        return asyncio.run(measure(people, Path(scratch)))


if __name__ == "__main__":
    for figure in figures(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000):
        print(figure.line())
