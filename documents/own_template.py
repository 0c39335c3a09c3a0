"""An organisation's own Word template, filled by a process of its own: within so much time and memory, or refused.

Whoever edits a template may write a loop without end. The sandbox of jinja keeps it from our objects, not from our
time; a thread cannot be stopped, a process can.
"""

from __future__ import annotations

import base64
import json
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

from documents import paper_docx
from documents.paper_docx import TemplateRefused
from documents.paper_model import Paper

SECONDS, MEMORY = 5, 1024 * 1024 * 1024
"""Of the processor and bytes: ours take a fifth of a second and 60 MB."""
PATIENCE = 60.0
"""Seconds by the wall, for a machine that is busy with something else."""
LONGEST = 20 * 1024 * 1024
REFUSED = 3
"""The exit code that comes with a reason."""
ROOT = Path(__file__).parent.parent


def docx(paper: Paper, template: bytes) -> bytes:
    """The Word file of somebody's own template. Raises TemplateRefused, also for one that comes to no end."""
    asked = {
        "facts": paper.facts,
        "template": base64.b64encode(template).decode(),
        "picture": base64.b64encode(paper_docx.picture_of(paper)).decode(),
    }
    command = [sys.executable, "-m", "documents.own_template"]
    try:
        done = subprocess.run(  # noqa: S603 (our own module)
            command,
            input=json.dumps(asked).encode(),
            capture_output=True,
            timeout=PATIENCE,
            cwd=ROOT,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _endless(error.stderr or b"") from error
    if done.returncode == REFUSED:
        raise TemplateRefused(**json.loads(done.stderr.splitlines()[-1]))
    if done.returncode or not done.stdout or len(done.stdout) > LONGEST:
        raise _endless(done.stderr)
    return done.stdout


def _endless(said: bytes) -> TemplateRefused:
    """The child was stopped; what it said first is the loop that it was about to enter."""
    try:
        tag = str(json.loads(said.splitlines()[0])["loop"])
    except (IndexError, ValueError, KeyError, TypeError):
        tag = ""
    return TemplateRefused(tag, "takes too long or too much memory", "endless")


def _child() -> int:
    """Fills what comes by standard input; the file goes out, or the reason why there is none."""
    asked: dict[str, Any] = json.load(sys.stdin)
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    template, picture = (base64.b64decode(asked[name]) for name in ("template", "picture"))
    try:
        _say({"loop": paper_docx.loop_of(template)})
        sys.stdout.buffer.write(paper_docx.filled(template, asked["facts"], picture))
    except TemplateRefused as refused:
        if isinstance(refused.__cause__, MemoryError | OverflowError):
            _say({"tag": refused.tag, "why": refused.why, "fault": "endless"})
        else:
            _say({"tag": refused.tag, "why": refused.why, "fault": refused.fault})
        return REFUSED
    return 0


def _say(what: dict[str, str]) -> None:
    sys.stderr.write(json.dumps(what) + "\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(_child())
