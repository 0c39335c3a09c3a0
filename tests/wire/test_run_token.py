"""`marshrut run` with a token that Telegram does not know: one line, no traceback, no token."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.wire.test_import_command import bot_api

__all__ = ["bot_api"]
ROOT = Path(__file__).parents[2]
TOKEN = "987654321:BBBbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"


def test_an_unknown_token_is_refused_and_never_printed(tmp_path: Path, bot_api: str) -> None:
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": bot_api,
        "LOG_FORMAT": "json",
    }
    done = subprocess.run(
        [sys.executable, "-m", "bot", "run"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    *logs, last = done.stderr.splitlines()
    assert (done.returncode, done.stdout) == (2, "")
    assert last.startswith("marshrut: BOT_TOKEN: Telegram does not know it")
    assert all(line.startswith("{") for line in logs)
    assert TOKEN.split(":")[1] not in done.stderr
