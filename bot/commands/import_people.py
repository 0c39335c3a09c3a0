"""`marshrut import people FILE --codes OUT.csv`: load people, and get their personal codes."""

from __future__ import annotations

import argparse
import asyncio
import sys
from pathlib import Path

from bot import check_telegram, code_list, import_words, local
from bot.clock import Clock
from bot.commands import DONE, REFUSED, Failed, Subparsers, import_faults, import_sheet, migrate
from bot.database import open_engine, sessions
from bot.settings import Settings
from bot.wire import ApiError, WireDown
from models.people import Role
from services import people, people_file, people_sheet, rules
from services.import_columns import Table
from services.people import Loaded
from services.people_codes import Codes
from services.people_file import FileRefused, Sheet
from services.people_sheet import NEEDED, OPTIONAL, Roster, RowsRefused
from services.work import Work

COUNTED = (
    ("organisations.new", "organisations new"),
    ("organisations.changed", "organisations changed"),
    ("organisations.discreet", "organisations that go without names in the chat now"),
    ("organisations.named", "organisations whose names are in the chat again"),
    ("people.new", "people new"),
    ("people.changed", "people changed"),
    ("offices.new", "offices begun"),
    ("offices.ended", "offices ended (the file names the person without them)"),
    ("tutors.changed", "tutors set or changed"),
    ("teams.changed", "routes that changed their tutor"),
    ("codes.new", "codes new"),
    ("sheets.changed", "information sheets with news for the teacher to agree with"),
)

COLUMNS = (
    f"Columns, in any order: {', '.join(NEEDED)}; if you like: {', '.join(OPTIONAL)}. "
    f"role: {', '.join(Role)}; a person with two roles has two rows. "
    "regulation: the name of a file in regulations/data, without .toml. "
    "tutor: the external_id of somebody in the file or loaded before. "
    "discreet: yes or no, whether the people of the organisation go without names in the chat (marshrut discreet). "
    "courses: Reading literacy, 36, 2025 | ICT, 72, 2024 (name, hours, year). "
    "What the last ten say about a teacher is shown to the teacher, who agrees with one tap. "
    "For the people it names the file is the whole truth: a role that it no longer gives them ends. "
    "People whom it does not name stay as they are."
)


def declare(kinds: Subparsers) -> None:
    """The command and its options, behind `import`."""
    command = kinds.add_parser("people", help="load people; safe to repeat", epilog=COLUMNS)
    command.add_argument("file", type=Path, metavar="FILE", help="a CSV or XLSX file with these columns")
    command.add_argument(
        "--codes", type=Path, metavar="OUT.csv", help="where to write everybody's code and link"
    )
    command.add_argument(
        "--again",
        nargs="*",
        metavar="ID",
        help="new codes for these people, also on another phone; without an ID: for all who have not come in",
    )
    command.add_argument("--check", action="store_true", help="only say what would happen; change nothing")
    import_faults.declare(command)
    command.set_defaults(act=act)


def act(asked: argparse.Namespace, settings: Settings) -> int:
    """All of the file, or nothing."""
    if asked.codes is None and not asked.check:
        raise Failed(
            "--codes OUT.csv is needed: the codes are how people come in (or --check to change nothing).",
            REFUSED,
        )
    if asked.codes is not None and asked.codes.resolve() == asked.file.resolve():
        raise Failed("--codes would overwrite the file of people; name another file.", REFUSED)
    import_faults.keep(asked, asked.codes)
    known = rules.load()
    table: Table | None = None
    try:
        sheet, table = import_sheet.read(asked.file, "people", people_file.PEOPLE, known)
        migrate.prepare(settings)
        if asked.check:
            loaded = asyncio.run(_load(settings, sheet, None, _codes(asked)))
        else:
            with code_list.replacing(asked.codes) as fresh:
                loaded = asyncio.run(_load(settings, sheet, fresh, _codes(asked)))
    except FileRefused as refused:
        raise Failed(f"{asked.file}: {import_words.why(refused)}. Nothing is loaded.") from refused
    except RowsRefused as refused:
        raise import_faults.failed(asked, refused, table, known) from refused
    except OSError as error:
        raise Failed(f"{asked.codes} cannot be written: {error.strerror}. Nothing is loaded.") from error
    _report(asked, loaded)
    return DONE


def _codes(asked: argparse.Namespace) -> Codes:
    """Codes are kept nowhere but in the list: one at the same place is carried on."""
    return Codes(
        earlier=code_list.earlier(asked.codes) if asked.codes else {},
        again=asked.again or (),
        everybody_again=asked.again == [],
    )


async def _load(settings: Settings, sheet: Sheet, codes: Path | None, giving: Codes) -> Loaded:
    """In one transaction; the codes are on the disk before it is committed. Without `codes`: rolled back."""
    name = await _username(settings) if codes else ""
    known = rules.load()
    engine = open_engine(settings.database)
    try:
        async with sessions(engine)() as session, session.begin():
            work = Work(session, None, Clock(settings.clock_file).now(), known)
            roster = people_sheet.checked(sheet, known.regulations.ids(), await people.known(work))
            _warn(roster)
            loaded = await people.load(work, roster, settings.default_timezone, giving)
            if codes is None:
                await session.rollback()
            else:
                code_list.write(codes, code_list.content(loaded.codes, name, sheet.dialect))
    finally:
        await engine.dispose()
    return loaded


async def _username(settings: Settings) -> str:
    """The bot's username; empty, with a word to the operator, when Telegram cannot be asked."""
    if not settings.bot_token:
        return local.USERNAME
    try:
        return str((await check_telegram.me(settings)).get("username", ""))
    except (ApiError, WireDown) as error:
        said = f"Telegram did not tell the bot's name ({error}): the links are empty. Run it again later."
        print(said, file=sys.stderr)
        return ""


def _warn(roster: Roster) -> None:
    for warning in roster.warnings:
        print(f"please look: {import_words.line(warning)}", file=sys.stderr)


def _report(asked: argparse.Namespace, loaded: Loaded) -> None:
    head = f"{asked.file}: {len(loaded.codes)} people"
    print(import_words.report(head, loaded.counts, COUNTED, check=asked.check))
    if not asked.check:
        print(
            f"Everybody's code and link: {asked.codes}. Codes open the door: give each person only their own. "
            "They are kept nowhere else."
        )
