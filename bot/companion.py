"""`python -m bot.companion MODULE ARGUMENTS`: a module as a child that does not outlive its parent.

The parent keeps the other end of standard input open and writes nothing; when the parent is gone, by whatever
death (`kill -9` too), the end of the input says so, and the child stops as on SIGTERM.
"""

from __future__ import annotations

import os
import runpy
import signal
import sys
import threading

STDIN = 0


def stop_with_parent() -> None:
    """Waits for the parent's end, then stops this process."""
    while os.read(STDIN, 1):
        continue
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    threading.Thread(target=stop_with_parent, daemon=True).start()
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
