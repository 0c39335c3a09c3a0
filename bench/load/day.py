"""Three days of everybody: who arrives when, what waits for whom, and the night between."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field

from bench.load.phone import Phone, Street, Stuck
from bench.load.staff import Desk
from bench.load.teacher import Way, first_day, reads_the_end, second_day, third_day
from bench.load.town import GROZNY, Member
from models.people import Role
from simulator.clock import Clock

EVENINGS = 31 * 3600.0, 55 * 3600.0
"""From the morning of the first day to 17:00 of the second and of the third: the hour of reminders."""
STEP = 0.25
LOOK_EVERY, MINUTE = 0.2, 60.0


@dataclass
class Days:
    """`left`: how many notices are due or in hand, and how many with those of the next minutes.

    `haste`: how many times quicker than ours the clock goes; `arrive`: within so many seconds all teachers have come;
    `stuck`: who waited in vain, and for what.
    """

    street: Street
    clock: Clock
    left: Callable[[], Awaitable[tuple[int, int]]]
    haste: float
    arrive: float
    seed: int
    ways: list[Way] = field(default_factory=list)
    desks: list[Desk] = field(default_factory=list)
    stuck: list[str] = field(default_factory=list)
    over: asyncio.Event = field(default_factory=asyncio.Event)
    spans: list[tuple[float, float]] = field(default_factory=list)

    async def pass_by(self, members: list[Member]) -> None:
        """All days, whole."""
        hands = asyncio.create_task(self._time_goes_by())
        chance = random.Random(self.seed)
        phones = {one.id: self.street.phone(one.phone, one.name, self.seed + one.id) for one in members}
        staff = [one for one in members if one.role is not Role.TEACHER]
        self.desks = [Desk(phones[one.id], one, self.over) for one in staff]
        self.ways = [Way(one) for one in members if one.role is Role.TEACHER]
        work = [asyncio.create_task(self._safe(desk.works())) for desk in self.desks]
        try:
            await self._together(
                [
                    self._arrives(phones[way.member.id], way, chance.uniform(0, self.arrive))
                    for way in self.ways
                ]
            )
            for evening, walk in zip(EVENINGS, (self._prepares, self._ends), strict=True):
                await self._until(evening)
                await self._together([walk(phones[way.member.id], way) for way in self.ways])
            await self._nothing_waits()
        finally:
            self.over.set()
            for desk in self.desks:
                desk.phone.rings()
            await asyncio.wait(work, timeout=self.street.patience)
            for task in (*work, hands):
                task.cancel()

    async def _together(self, everybody: list[Awaitable[None]]) -> None:
        begun = time.perf_counter()
        await asyncio.gather(*everybody)
        self.spans.append((begun, time.perf_counter()))

    async def _arrives(self, phone: Phone, way: Way, after: float) -> None:
        await asyncio.sleep(after)
        await self._safe(first_day(phone, way))

    async def _prepares(self, phone: Phone, way: Way) -> None:
        if way.at == "plans_the_event":
            await self._safe(second_day(phone, way))

    async def _ends(self, phone: Phone, way: Way) -> None:
        """Whoever came so far: it took place; then their route is summed up by whom the regulation names."""
        if way.at == "prepared":
            await self._safe(third_day(phone, way))
        if way.at == "held":
            self._tell(way.member)
            await self._safe(reads_the_end(phone, way))

    def _tell(self, teacher: Member) -> None:
        role = Role.DEPUTY_HEAD if teacher.regulation == GROZNY else Role.METHODIST
        for desk in self.desks:
            if desk.member.role is role and desk.member.district == teacher.district:
                desk.ended.append(teacher)
                desk.phone.rings()

    async def _safe(self, walk: Awaitable[None]) -> None:
        try:
            await walk
        except Stuck as stuck:
            self.stuck.append(str(stuck))

    async def _nothing_waits(self) -> None:
        """Until all is sent; where only what can still be taken back waits, the clock goes on by a minute."""
        with suppress(TimeoutError):
            async with asyncio.timeout(self.street.patience):
                while (left := await self.left())[1]:
                    self.clock.add(0.0 if left[0] else MINUTE)
                    await asyncio.sleep(LOOK_EVERY)

    async def _until(self, evening: float) -> None:
        """Nothing is in the postman's hand when the clock jumps: else it would be in doubt."""
        await self._nothing_waits()
        self.clock.add(max(0.0, evening - self._since_morning()))

    def _since_morning(self) -> float:
        return self.clock() - self._morning

    def __post_init__(self) -> None:
        self._morning = self.clock()

    async def _time_goes_by(self) -> None:
        while True:
            await asyncio.sleep(STEP)
            self.clock.add(STEP * (self.haste - 1))
