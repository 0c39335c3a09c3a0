"""Loading a table from the chat, as its sender goes through it: sent, asked about, shown, agreed with (features 76)."""

from __future__ import annotations

from dataclasses import dataclass

from models.errors import BadAnswer, NotYours, Refusal
from models.import_file import (
    ImportFile,
    ImportState,
    import_file_by_id,
    open_import_files,
)
from models.people import roles_of
from regulations.tables import KINDS, Column
from services import import_columns, import_load, second_factor, staff
from services.import_columns import ALL_TEACHERS
from services.work import Work

TABLES = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt", ".ics")
"""How the names of tables end."""
LONGEST_NAME = 120


@dataclass(frozen=True)
class Asked:
    """The one thing to say now: `what` kind, column (which one it is stands in `column`), rest or heading.

    `choices`: the numbers of the columns to choose from; `offers`: the columns that a heading may be.
    """

    what: str
    column: Column | None = None
    heading: int | None = None
    choices: tuple[int, ...] = ()
    offers: tuple[Column, ...] = ()


async def opens(work: Work) -> bool:
    """Does the acting person look after anybody, and so load tables?"""
    return staff.opens([one.role for one in await work.all(roles_of(work.person.id, work.today))])


async def may(work: Work) -> None:
    """Refuses NotYours to whoever looks after nobody, import-discreet where tables with names do not go by the chat."""
    await staff.reach(work)
    if work.person.alias:
        raise Refusal("import-discreet")


async def receive(work: Work, telegram_file: str, name: str, size: int | None) -> ImportFile:
    """An officer sends a file; what they had sent before and not loaded gives way. It is read behind the turn.

    Refuses: NotYours; import-too-large for what Telegram does not hand out.
    """
    await may(work)
    if size is not None and size > work.rules.largest_copy:
        raise BadAnswer("import-too-large", most=work.rules.largest_copy // 1024 // 1024)
    for earlier in await work.all(open_import_files(work.person.id)):
        earlier.give_way()
    made = ImportFile(
        person_id=work.person.id,
        file_id=telegram_file,
        name=name[-LONGEST_NAME:],
        state=ImportState.RECEIVED,
        kind="",
        headings=[],
        samples=[],
        mapping={},
        outcome={},
        at=work.now,
        tries=0,
    )
    work.session.add(made)
    await work.session.flush()
    return made


async def look(work: Work, import_id: int) -> ImportFile:
    """A file that the acting person has sent. Refuses NotYours."""
    found = await work.get(import_file_by_id(import_id))
    found.only_sender(work.person)
    await may(work)
    return found


async def latest(work: Work) -> ImportFile | None:
    """What the acting person has sent and is not over."""
    await may(work)
    return await work.find(open_import_files(work.person.id))


def asked(work: Work, found: ImportFile, heading: int | None = None) -> Asked:
    """What to ask of a table: which it is, where a needed column stands, then what becomes of the rest."""
    if not found.kind:
        return Asked("kind")
    known = import_columns.columns(work.rules, found.kind)
    free = tuple(import_columns.unnamed(found.headings, found.mapping))
    if heading is not None and heading in free:
        taken = set(found.mapping.values())
        return Asked("heading", heading=heading, offers=tuple(one for one in known if one.name not in taken))
    missing = import_columns.missing(known, found.mapping)
    if missing:
        return Asked("column", column=missing[0], choices=free)
    return Asked("rest", choices=free)


async def name_kind(work: Work, import_id: int, kind: str, *, drawn: int) -> ImportFile:
    """«Это люди»: the columns are looked at once more as of that kind. Refuses: NotYours, Outdated."""
    found = await _drawn(work, import_id, drawn)
    if kind not in KINDS:
        raise NotYours("refusal-not-yours")
    known = import_columns.columns(work.rules, kind)
    return await _said(work, found, kind, import_columns.recognised(found.headings, known))


async def name_column(work: Work, import_id: int, at: int, name: str, *, drawn: int) -> ImportFile:
    """A column gets its name. Refuses: NotYours for one that is not there, Outdated."""
    found = await _drawn(work, import_id, drawn)
    known = {one.name for one in import_columns.columns(work.rules, found.kind)}
    if at not in import_columns.unnamed(found.headings, found.mapping) or name not in known:
        raise NotYours("refusal-not-yours")
    return await _said(work, found, found.kind, {**found.mapping, str(at): name})


async def all_teachers(work: Work, import_id: int, *, drawn: int) -> ImportFile:
    """«Все в списке – педагоги», where the table has no roles. Refuses: NotYours, Outdated."""
    found = await _drawn(work, import_id, drawn)
    if found.kind != "people":
        raise NotYours("refusal-not-yours")
    return await _said(work, found, found.kind, {**found.mapping, ALL_TEACHERS: "teacher"})


async def leave_rest(work: Work, import_id: int, *, drawn: int) -> ImportFile:
    """«Без этих столбцов»: what has no name is not loaded. Refuses: NotYours, Outdated."""
    found = await _drawn(work, import_id, drawn)
    return await _said(work, found, found.kind, import_columns.left_out(found.headings, dict(found.mapping)))


async def _drawn(work: Work, import_id: int, drawn: int) -> ImportFile:
    found = await look(work, import_id)
    found.drawn(drawn)
    return found


async def _said(work: Work, found: ImportFile, kind: str, mapping: dict[str, str]) -> ImportFile:
    """Kept at once; the last answer sends the table on, and is remembered for this set of headings."""
    found.answer(kind, mapping, whole=False)
    if not import_load.asks(work.rules, found):
        found.answer(kind, mapping, whole=True)
        await import_load.remember(work, found)
    await work.session.flush()
    return found


async def approve(work: Work, import_id: int, *, drawn: int) -> ImportFile:
    """«Загрузить»: it is loaded behind the turn, all of it or nothing. Refuses: NotYours, Outdated."""
    found = await look(work, import_id)
    await second_factor.only_confirmed(work)
    found.approve(drawn)
    await work.session.flush()
    return found


async def cancel(work: Work, import_id: int, *, drawn: int) -> ImportFile:
    """«Не загружать». Refuses: NotYours, Outdated."""
    found = await look(work, import_id)
    found.cancel(drawn)
    await work.session.flush()
    return found
