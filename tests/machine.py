"""What this machine has for the tests: a browser, a PostgreSQL server, mounts. As a program it says what it lacks."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
from functools import cache

import asyncpg
from sqlalchemy.engine import URL, make_url

BROWSERS = ("chromium", "chromium-browser")
LOCAL_SERVER = "postgresql+asyncpg://postgres@127.0.0.1:5432/postgres"
SECONDS_TO_ANSWER = 5.0


@cache
def has_browser() -> bool:
    """Is Chromium installed?"""
    return any(shutil.which(name) for name in BROWSERS)


@cache
def server() -> str | None:
    """A PostgreSQL where databases may be made: TEST_POSTGRES_URL, else one that answers here; None without.

    Raises OSError or asyncpg's error when TEST_POSTGRES_URL is set and does not answer: somebody meant it.
    """
    named = os.environ.get("TEST_POSTGRES_URL", "")
    url = named or LOCAL_SERVER
    try:
        asyncio.run(execute(url, "SELECT 1"))
    except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError):
        if named:
            raise
        return None
    return url


@cache
def can_seal() -> bool:
    """May a program get mounts of its own here, and give its rights away?"""
    if os.geteuid() != 0 or not shutil.which("unshare") or not shutil.which("setpriv"):
        return False
    tried = ["unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


async def execute(url: str, statement: str) -> None:
    """One statement outside any transaction, such as CREATE DATABASE."""
    connection = await asyncpg.connect(dsn=plain(make_url(url)), timeout=SECONDS_TO_ANSWER)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


def plain(url: URL) -> str:
    """The address as asyncpg itself takes it."""
    return url.set(drivername="postgresql").render_as_string(hide_password=False)


def not_run() -> dict[str, str]:
    """Markers of the tests that cannot run here, each with what is missing."""
    missing = {
        "browser": "" if has_browser() else "chromium is not installed",
        "sealed": ""
        if can_seal()
        else "only root may give a program mounts of its own, with unshare and setpriv",
        "postgres": ""
        if server()
        else "no PostgreSQL answers on 127.0.0.1:5432, TEST_POSTGRES_URL is not set",
    }
    return {marker: reason for marker, reason in missing.items() if reason}


if __name__ == "__main__":
    for marker, reason in not_run().items():
        print(f"The tests marked '{marker}' are not run: {reason}.")  # noqa: T201 (this program's only purpose)
