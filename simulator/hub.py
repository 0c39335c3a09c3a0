"""What every method of the Bot API and every phone needs, in one place."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.callbacks import Queries
from simulator.files import Files
from simulator.updates import Queue
from simulator.world import World


@dataclass
class Hub:
    """The parts of the local Telegram; `rich` is whether it knows rich messages."""

    world: World
    files: Files
    queue: Queue
    queries: Queries
    rich: bool = True
