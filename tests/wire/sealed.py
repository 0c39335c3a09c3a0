"""A program as the container of compose.yaml runs it: a root that nobody can write, no rights, somebody of no account.

As a program, in mounts of its own (`unshare --mount`): `python -m tests.wire.sealed FOLDER ARGUMENTS...` makes all but
FOLDER (seen as DATA) and an empty /tmp read-only, then becomes `marshrut ARGUMENTS...` of a stranger without rights.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
STAGE = Path("/mnt")
DATA = STAGE / "data"
SOMEBODY = 10001
"""Nobody whom this machine knows; the number of the Dockerfile."""
RIGHTS = ("--clear-groups", "--bounding-set=-all", "--inh-caps=-all", "--no-new-privs")


def command(folder: Path, *arguments: str) -> list[str]:
    """How a test starts it."""
    inside = [sys.executable, "-m", "tests.wire.sealed", str(folder), *arguments]
    return ["unshare", "--mount", "--propagation", "private", *inside]


def _mount(*words: str | Path) -> None:
    subprocess.run(["mount", *map(str, words)], check=True)


def _closed(path: Path) -> Path | None:
    """The uppermost folder on the way that strangers may not enter."""
    return next((one for one in (*reversed(path.parents), path) if not one.stat().st_mode & 0o001), None)


def _seal(folder: Path, needed: Sequence[Path]) -> None:
    """Everything is read-only but DATA and /tmp; `needed` can be reached by a stranger."""
    _mount("-t", "tmpfs", "-o", "mode=755", "tmpfs", STAGE)
    sealed = [Path("/"), STAGE]
    for number, path in enumerate(needed):
        held = STAGE / str(number)
        held.mkdir()
        _mount("--bind", path, held)
    DATA.mkdir()
    _mount("--bind", folder, DATA)
    closed = sorted({one for one in map(_closed, needed) if one is not None})
    _mount("-t", "tmpfs", "-o", "mode=1777", "tmpfs", "/tmp")
    for top in closed:
        top.mkdir(parents=True, exist_ok=True)
        _mount("-t", "tmpfs", "-o", "mode=755", "tmpfs", top)
        sealed.append(top)
    for number, path in enumerate(needed):
        path.mkdir(parents=True, exist_ok=True)
        _mount("--bind", STAGE / str(number), path)
        sealed += [STAGE / str(number), path]
    for path in reversed(sealed):
        _mount("-o", "remount,bind,ro", path)


def main() -> None:
    """Seals, and becomes the program."""
    folder, *arguments = sys.argv[1:]
    for path in (Path(folder), *Path(folder).rglob("*")):
        os.chown(path, SOMEBODY, SOMEBODY)
    places = {Path(sys.base_prefix), Path(sys.prefix), ROOT}
    _seal(Path(folder), [one for one in places if not places & set(one.parents)])
    os.chdir(DATA)
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "HOME": "/",
        "DATA_DIR": str(DATA),
        "LOG_FORMAT": "json",
    }
    who = [f"--reuid={SOMEBODY}", f"--regid={SOMEBODY}", *RIGHTS]
    os.execvpe("setpriv", ["setpriv", *who, sys.executable, "-m", "bot", *arguments], environment)


if __name__ == "__main__":
    main()
