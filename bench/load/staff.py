"""Everybody around the teachers, as their cards come: confirm, review, give back, sign, sum up."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from bench.load.phone import Phone
from bench.load.signing import SIGN, signs
from bench.load.teacher import Way, comes_in, opens
from bench.load.town import GROZNY, Member

RETURNED = 0.2
"""How many reports come back once."""
REVIEW = "rv:accept:"


@dataclass
class Desk:
    """One person's work. `ended`: whose routes are to be summed up; `over`: set when everybody goes home.

    `done`: what needs no further look, by the beginning of its buttons' data.
    """

    phone: Phone
    member: Member
    over: asyncio.Event
    ended: list[Member] = field(default_factory=list)
    done: set[str] = field(default_factory=set)
    returned: int = 0
    accepted: int = 0
    signed: int = 0

    async def works(self) -> None:
        """From the code until everybody goes home."""
        await comes_in(self.phone, Way(self.member))
        while not self.over.is_set():
            if not await self._takes_something():
                await self.phone.pause()

    async def _takes_something(self) -> bool:
        """The next thing that waits; False when nothing does."""
        for pattern, act in ((f"pl:confirm:|ck:done:|{SIGN}", self._says_yes), (REVIEW, self._reviews)):
            for _, data in self.phone.every(pattern):
                if thing_of(data) not in self.done:
                    await act(data)
                    return True
        if self.ended:
            await self._sums_up(self.ended.pop(0))
            return True
        return False

    async def _says_yes(self, data: str) -> None:
        self.done.add(thing_of(data))
        if data.startswith(SIGN):
            await signs(self.phone, data)
            self.signed += 1
        else:
            await self.phone.taps(data, anywhere=True)

    async def _reviews(self, data: str) -> None:
        """Given back with a ready reason, at most once a report; else accepted."""
        self.done.add(thing_of(data))
        report = data.split(":")[2]
        if f"back {report}" not in self.done and self.phone.chance.random() < RETURNED:
            self.done.add(f"back {report}")
            await self.phone.taps(data.replace(":accept:", ":return:"), anywhere=True)
            await self.phone.taps(f"rv:phrase:{report}:")
            self.returned += 1
            return
        await self.phone.taps(data, anywhere=True)
        self.accepted += 1

    async def _sums_up(self, teacher: Member) -> None:
        """The end of a route: the text as composed, success, off it goes to be signed."""
        phone = self.phone
        await opens(phone, "conclusions.routes")
        await phone.until(lambda: phone.button("ez:|go:"), "the list")
        await phone.says(teacher.surname)
        await phone.taps("ez:open:", teacher.surname)
        await phone.taps("ez:begin:")
        if self.member.regulation == GROZNY:
            await phone.taps("ez:product:")
            await phone.says("Сборник заданий к урокам")
        await phone.taps("ez:outcome:")
        await phone.taps("ez:choose:", "Успешное")
        await phone.taps("ez:send:")


def thing_of(data: str) -> str:
    """The plan, the place for a signature, or the sending of a report behind a button."""
    return ":".join(data.split(":")[: 4 if data.startswith(REVIEW) else 3])
