"""Several processes of one bot behind one listening socket; whoever dies is started again (docs/decisions)."""

from __future__ import annotations

import os
import select
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import NoReturn

import structlog

log = structlog.get_logger()
SIGNS = (signal.SIGTERM, signal.SIGINT, signal.SIGCHLD)
STOP_SECONDS = 30.0
"""How long turns in hand may take at a stop; compose.country.yaml waits longer."""
SETTLED = 30.0
"""Seconds after which a worker counts as well: its death is no row of deaths."""
LONGEST_PAUSE = 30.0
LOOK_EVERY = 1.0
WAITING_CONNECTIONS = 1024
BUG = 70


@dataclass(frozen=True)
class Seat:
    """A worker's place among all: its number from 1, the socket they share, a pipe that ends with the parent."""

    number: int
    count: int
    socket: socket.socket
    parent: int

    @property
    def first(self) -> bool:
        """The one that speaks to Telegram for all: webhook, commands."""
        return self.number == 1


@dataclass
class Place:
    """What the parent knows of one worker; `due` is when it is to be started, in seconds of its clock."""

    number: int
    process: int = 0
    born: float = 0.0
    deaths: int = 0
    due: float = 0.0

    def died(self, now: float) -> float:
        """Sets when it is started again; returns the pause: none for one that had long been well."""
        self.deaths = 1 if now - self.born >= SETTLED else self.deaths + 1
        pause = min(2.0 ** (self.deaths - 1), LONGEST_PAUSE) if now - self.born < SETTLED else 0.0
        self.process, self.due = 0, now + pause
        return pause


def listen(host: str, port: int) -> socket.socket:
    """The one socket of all workers: who dies leaves its waiting connections to the others. Raises OSError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.create_server((host, port), family=family, backlog=WAITING_CONNECTIONS)
    made.setblocking(False)
    return made


class Foreman:
    """The parent: it works at nothing itself. `work` is a worker's whole life; its exit code, or raises.

    A worker that ends with the code `final` would end so again: everybody is stopped.
    """

    def __init__(
        self,
        count: int,
        work: Callable[[Seat], int],
        shared: socket.socket,
        final: int,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self.places = [Place(number) for number in range(1, count + 1)]
        self._work, self._shared, self._final, self._now = work, shared, final, now
        self._stopping = False
        self._code = 0
        self._theirs, self._mine = os.pipe()

    def run(self) -> int:
        """Until SIGTERM, SIGINT or a final end; turns in hand are finished. The exit code."""
        with _bell(self._sign) as wait:
            while not self._stopping:
                self._bury()
                self._start_due()
                wait(LOOK_EVERY)
            self._end(wait)
        os.close(self._mine)
        os.close(self._theirs)
        return self._code

    def _sign(self, number: int) -> None:
        self._stopping = self._stopping or number != signal.SIGCHLD

    def _start_due(self) -> None:
        for place in self.places:
            if not place.process and place.due <= self._now() and not self._stopping:
                place.process, place.born = self._fork(place.number), self._now()
                log.info("worker.started", worker=place.number, process=place.process)

    def _fork(self, number: int) -> int:
        """A worker; no sign can reach it before it is one."""
        signal.pthread_sigmask(signal.SIG_BLOCK, SIGNS)
        process = os.fork()
        if not process:
            self._become(number)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNS)
        return process

    def _become(self, number: int) -> NoReturn:
        """In the child: it never comes back from here."""
        code = BUG
        try:
            signal.set_wakeup_fd(-1)
            for sign in SIGNS:
                signal.signal(sign, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNS)
            os.close(self._mine)
            code = self._work(Seat(number, len(self.places), self._shared, self._theirs))
        except BaseException:
            log.exception("worker.bug", worker=number)
        finally:
            os._exit(code)

    def _bury(self) -> None:
        """Whoever has died is named, and is due again."""
        for place in self.places:
            if not place.process:
                continue
            gone, status = os.waitpid(place.process, os.WNOHANG)
            if not gone:
                continue
            code = os.waitstatus_to_exitcode(status)
            pause = place.died(self._now())
            if code == self._final:
                self._stopping, self._code = True, code
            if not self._stopping:
                log.warning("worker.ended", worker=place.number, process=gone, ended=code, seconds=pause)
            elif code not in (0, -signal.SIGTERM):
                self._code = self._code or code

    def _end(self, wait: Callable[[float], None]) -> None:
        """Everybody is asked to stop; after STOP_SECONDS they must."""
        self._kill(signal.SIGTERM)
        until = self._now() + STOP_SECONDS
        while any(place.process for place in self.places) and self._now() < until:
            self._bury()
            if any(place.process for place in self.places):
                wait(LOOK_EVERY)
        for place in self.places:
            if place.process:
                log.error("worker.killed", worker=place.number, process=place.process)
        self._kill(signal.SIGKILL)
        for place in self.places:
            if place.process:
                os.waitpid(place.process, 0)

    def _kill(self, how: signal.Signals) -> None:
        for place in self.places:
            if place.process:
                with suppress(ProcessLookupError):
                    os.kill(place.process, how)


@contextmanager
def _bell(heard: Callable[[int], None]) -> Iterator[Callable[[float], None]]:
    """A function that waits so many seconds, or until a sign of SIGNS has come."""
    listening, ringing = socket.socketpair()
    ringing.setblocking(False)
    before = {sign: signal.signal(sign, lambda number, _: heard(number)) for sign in SIGNS}
    earlier = signal.set_wakeup_fd(ringing.fileno(), warn_on_full_buffer=False)

    def wait(seconds: float) -> None:
        ready, _, _ = select.select([listening], [], [], seconds)
        if ready:
            listening.recv(4096)

    try:
        yield wait
    finally:
        signal.set_wakeup_fd(earlier)
        for sign, handler in before.items():
            signal.signal(sign, handler)
        listening.close()
        ringing.close()
