"""One trial of one bot: its folder, the load server, the bot, the outcome, and nothing left behind."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import asdict
from pathlib import Path

from bench.contestant import DATABASE, Contestant
from bench.plan import Outcome, Plan

ROOT = Path(__file__).parent.parent
TOKEN = "1000042:bench-bench-bench-bench-bench-bench"
LOG_TAIL = 1500


@contextmanager
def load_server(plan: Plan) -> Iterator[subprocess.Popen[str]]:
    """The load server's process; it ends itself when its input is closed."""
    command = (sys.executable, "-m", "bench.telegram", json.dumps(asdict(plan)))
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        try:
            yield server
        finally:
            server.terminate()


@contextmanager
def bot_process(contestant: Contestant, folder: Path, port: int) -> Iterator[int]:
    """The bot in a process group of its own; killed, not asked to end: what it kept was on the disk."""
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": f"http://127.0.0.1:{port}",
        "DATABASE_URL": f"sqlite+aiosqlite:///{folder / DATABASE}",
        "DATA_DIR": str(folder),
        "SECOND_FACTOR": "off",
    }
    with (folder / "bot.log").open("wb") as log:
        bot = subprocess.Popen(
            contestant.command, cwd=ROOT, env=environment, stdout=log, stderr=log, start_new_session=True
        )
        try:
            yield bot.pid
        finally:
            os.killpg(bot.pid, signal.SIGKILL)
            bot.wait()


Beside = Callable[[Path], AbstractContextManager[object]]
"""What happens on the folder of a trial beside it, from its beginning to its end."""


def run_trial(contestant: Contestant, plan: Plan, template: Path, beside: Beside = nullcontext) -> Outcome:
    """Load `contestant`, started on a copy of the prepared folder `template`.

    Raises RuntimeError with the end of the bot's log when the bot did not take part.
    """
    with tempfile.TemporaryDirectory(prefix="bench-") as place:
        folder = Path(place) / "data"
        shutil.copytree(template, folder)
        with beside(folder):
            outcome = _load(contestant, plan, folder)
        if plan.at_once and not outcome.updates:
            log = (folder / "bot.log").read_text(errors="replace")[-LOG_TAIL:]
            raise RuntimeError(f"{contestant.name}: {outcome.complaint or 'no update was done'}\n{log}")
        if contestant.stored:
            outcome.stored = contestant.stored(folder)
        return outcome


def _load(contestant: Contestant, plan: Plan, folder: Path) -> Outcome:
    with load_server(plan) as server:
        if server.stdin is None or server.stdout is None:
            raise RuntimeError("the load server has no pipes")
        port = int(server.stdout.readline())
        with bot_process(contestant, folder, port) as pid:
            print(pid, file=server.stdin, flush=True)
            line = server.stdout.readline()
    return Outcome(**json.loads(line))
