"""The machine as `doctor` sees it: folder, disk, clock, zones, regulations, SQLite; nothing is changed."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from zoneinfo import ZoneInfo

from dotenv import dotenv_values

from bot.finding import Finding
from bot.settings import Settings
from regulations.files import RegulationError
from services import rules
from services.alert import LEAST_FREE

OLDEST_SQLITE = (3, 35)  # the first with RETURNING
LIKENESS = 0.8  # of a misspelt name, 1 is the same
MEGABYTE = 1024 * 1024
RUSSIAN_ZONES = (
    *(
        "Europe/Kaliningrad",
        "Europe/Moscow",
        "Europe/Samara",
        "Asia/Yekaterinburg",
        "Asia/Omsk",
        "Asia/Novosibirsk",
    ),
    *(
        "Asia/Krasnoyarsk",
        "Asia/Irkutsk",
        "Asia/Yakutsk",
        "Asia/Vladivostok",
        "Asia/Magadan",
        "Asia/Kamchatka",
    ),
)


def names(file: Path) -> Finding:
    """Is a setting in `.env` misspelt? Other names in it may be somebody else's, such as Docker Compose's."""
    known = [name.upper() for name in Settings.model_fields]
    written = [name for name in dotenv_values(file) if name.upper() not in known] if file.exists() else []
    slips = [(name, get_close_matches(name.upper(), known, 1, LIKENESS)) for name in written]
    said = [f"{name} (is it {like[0]}?)" for name, like in slips if like]
    if said:
        return Finding(
            "settings", False, f"{file} has {', '.join(said)}", "correct the name; nobody reads it"
        )
    return Finding(
        "settings", True, f"{file} is read" if file.exists() else f"no {file}, only the environment"
    )


def folder(path: Path) -> Finding:
    """Can files be made in DATA_DIR? Makes one and removes it."""
    if not path.exists():
        return Finding(
            "data folder", False, f"{path} is not there", "marshrut run or marshrut migrate makes it"
        )
    try:
        with tempfile.NamedTemporaryFile(dir=path, prefix=".probe-"):
            pass
    except OSError as error:
        remedy = f"give the bot's user the right to write in {path}, or set DATA_DIR"
        return Finding("data folder", False, f"{path} cannot be written to: {error.strerror}", remedy)
    return Finding("data folder", True, f"{path} can be written to")


def disk(path: Path, least: int = LEAST_FREE) -> Finding:
    """Is there room (bytes) where the data is?"""
    free = room(path)
    said = f"{free // MEGABYTE} MB free"
    return Finding(
        "disk", free >= least, said, f"make room: at least {least // MEGABYTE} MB; backups stop first"
    )


def room(path: Path) -> int:
    """Bytes that are free where a folder is, or will be."""
    there = next(one for one in (path.absolute(), *path.absolute().parents) if one.exists())
    return shutil.disk_usage(there).free


def clock(settings: Settings) -> Finding:
    """Which file moves the clock, and by how much? With a real token it must not move."""
    file = settings.clock_file
    if file is None:
        return Finding("clock", True, "CLOCK_OFFSET_FILE is not set: the real time")
    try:
        written = file.read_text().strip() if file.exists() else ""
        seconds = float(written or 0)
    except (OSError, ValueError):
        return Finding(
            "clock", False, f"{file} holds no number of seconds: the real time is used", "delete the file"
        )
    said = f"{file} moves the clock by {seconds:g} s"
    fine = not seconds or not settings.bot_token
    return Finding(
        "clock", fine, said, "unset CLOCK_OFFSET_FILE: with a real token people live at the real time"
    )


def zones(names: Iterable[str], about: str = "time zones") -> Finding:
    """Does this machine know the time zones?"""
    missing = [name for name in names if not _known(name)]
    if missing:
        return Finding(about, False, f"not known: {', '.join(missing)}", "pip install tzdata")
    return Finding(about, True, "all known")


def regulations() -> Finding:
    """Do the regulations and questionnaires load?"""
    try:
        known = rules.load()
    except RegulationError as error:
        return Finding(
            "regulations", False, str(error), "repair the file, or put back the one of this version"
        )
    asked = sorted({one.id for one in known.questionnaires})
    return Finding(
        "regulations", True, f"{', '.join(known.regulations.ids())}; questionnaires: {', '.join(asked)}"
    )


def sqlite(version: tuple[int, ...]) -> Finding:
    """Is the SQLite library new enough?"""
    said, needed = ".".join(map(str, version)), ".".join(map(str, OLDEST_SQLITE))
    return Finding(
        "SQLite", version >= OLDEST_SQLITE, f"version {said}", f"use a Python with SQLite {needed} or newer"
    )


def _known(zone: str) -> bool:
    try:
        ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        return False
    return True
