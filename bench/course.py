"""One load of one bot, inside the load server: everybody begins, a warm-up, the window, the sums."""

import asyncio
import time
from collections.abc import Callable

from bench.people import Crowd
from bench.plan import Outcome, Plan
from bench.process import cpu_seconds, mark_cpu, peak_kib, resident_kib

OPENING_SECONDS = 90.0
LOOK_SECONDS = 0.1


class Load:
    """The course of one trial. `bot` is the process id of the bot under load, `sent` how many messages it has sent."""

    def __init__(self, crowd: Crowd, plan: Plan, bot: int, sent: Callable[[], int]) -> None:
        self.crowd, self.plan, self.bot, self.sent = crowd, plan, bot, sent
        self.outcome = Outcome()

    async def run(self) -> Outcome:
        """Never raises for what a bot does: a bot that falls silent gets a complaint instead of figures."""
        for _ in range(self.plan.at_once):
            self.crowd.sit_down()
        begun = time.perf_counter()
        if not await self._look_until(self._begun, OPENING_SECONDS):
            self.outcome.complaint = f"only {self.crowd.openings} people were shown a question"
            return self.outcome
        self.outcome.opened, self.outcome.opened_cpu = time.perf_counter() - begun, cpu_seconds(self.bot)
        await asyncio.sleep(self.plan.warm_up)
        await self._measure()
        return self.outcome

    def _begun(self) -> bool:
        """Has everybody been shown a question, and, where nobody is there, has the bot begun to write by itself?"""
        return self.crowd.all_answering() and self.sent() > 0

    async def _measure(self) -> None:
        crowd, outcome = self.crowd, self.outcome
        before, first, sent = mark_cpu(self.bot, time.perf_counter()), len(crowd.done), self.sent()
        await self._look_until(lambda: len(crowd.done) - first >= self.plan.updates, self.plan.seconds)
        after, last = mark_cpu(self.bot, time.perf_counter()), len(crowd.done)
        outcome.cpu, outcome.seconds = after.shares_since(before), after.at - before.at
        outcome.updates, outcome.answers, outcome.messages = last - first, crowd.answers, self.sent() - sent
        outcome.openings, outcome.repeated = crowd.openings, crowd.repeated
        outcome.oldest, outcome.peak_kib = crowd.longest_wait() * 1000, peak_kib(self.bot)
        outcome.complaint = self._complaint()
        self._latencies(sorted(latency for _, latency in crowd.done[first:last]))

    def _complaint(self) -> str:
        if not resident_kib(self.bot):
            return "the bot died"
        return "everybody has answered everything" if self.crowd.used_up else ""

    def _latencies(self, ordered: list[float]) -> None:
        if ordered:
            p50, p95, p99 = (ordered[int(len(ordered) * part)] * 1000 for part in (0.50, 0.95, 0.99))
            self.outcome.p50, self.outcome.p95, self.outcome.p99 = p50, p95, p99

    async def _look_until(self, reached: Callable[[], bool], seconds: float) -> bool:
        """Look ten times a second, note the memory; False: time or people are used up, or the bot died."""
        end = time.perf_counter() + seconds
        while not reached():
            left = end - time.perf_counter()
            if left <= 0 or self.crowd.used_up:
                return False
            await asyncio.sleep(min(LOOK_SECONDS, left))
            self.crowd.repeat_the_forgotten()
            memory = resident_kib(self.bot)
            if not memory:
                return False
            self.outcome.memory.append((len(self.crowd.done), memory))
        return True
