"""Sends notices: interactive before bulk, under Telegram's limits, once (DESIGN 17)."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import structlog
from sqlalchemy import Update

from bot import metrics, sorting
from bot.clock import Clock
from bot.database import Sessions
from bot.pace import Pace
from bot.post import Post
from bot.pulse import Pulse
from bot.sorting import Piles
from bot.text import Reader
from bot.wire import ApiError, WireDown
from handlers import notices
from handlers.views import View
from models.outbox import ARRIVED, CLOSED, DROPPED, IN_DOUBT, PUT_OFF, Due, Recipient
from services import standing, unreachable
from services.rules import Rules
from services.standing import Facts
from services.work import Work

log = structlog.get_logger()
BATCH = 30
FEW = 15
"""With so many in hand the next are taken: the pace never waits for the slowest chat of a batch."""
IN_DOUBT_AFTER = timedelta(minutes=2)
LONGEST_BACKOFF = timedelta(minutes=10)
LOOK_EVERY = 1.0
ENDS = {ARRIVED: "sent", DROPPED: "dropped", PUT_OFF: "waiting"}
"""How a letter's way ended, for those who count."""
NOT_ABOUT_THE_MESSAGE = (401, 404, 409)
"""The token or the address is wrong: every message would be refused, so none is given up."""


@dataclass(frozen=True)
class Letter:
    """A notice in the postman's hand, addressed: where it goes, in which language, what it shows."""

    notice_id: int
    person_id: int
    chat_id: int
    reader: Reader
    view: View
    attempts: int
    written: datetime


@dataclass
class Postman:
    """The one who sends what people must hear. `bell` wakes it after a commit; it also looks every second.

    `elected`: among several workers only one sends, so that Telegram's limits are kept by all of them together.
    """

    sessions: Sessions
    post: Post
    clock: Clock
    rules: Rules
    pace: Pace
    elected: Callable[[], Awaitable[bool]] | None = None
    bell: asyncio.Event = field(default_factory=asyncio.Event)
    pulse: Pulse = field(default_factory=Pulse)
    stopping: bool = False
    in_hand: dict[asyncio.Task[None], int] = field(default_factory=dict)
    room: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        """Until stopped; what is in hand is finished first. A fault of the database is waited out."""
        while not self.stopping:
            try:
                taken = await self._fill() if await self._elected() else 0
            except Exception:
                metrics.BUGS.labels("postman").inc()
                log.exception("postman.fault")
                taken = 0
            self.pulse.beat("postman")
            if not taken:
                await self._wait_for_bell()
            if len(self.in_hand) > FEW:
                self.room.clear()
                await self.room.wait()
        await asyncio.gather(*self.in_hand)

    async def _fill(self) -> int:
        """Takes as many as the hand holds and sends them off side by side. Returns how many were taken."""
        letters = await self._take(BATCH - len(self.in_hand), set(self.in_hand.values()))
        for letter in letters:
            task = asyncio.create_task(self._carry(letter))
            self.in_hand[task] = letter.person_id
            task.add_done_callback(self._carried)
        return len(letters)

    def _carried(self, task: asyncio.Task[None]) -> None:
        del self.in_hand[task]
        if len(self.in_hand) <= FEW:
            self.room.set()

    async def _elected(self) -> bool:
        return self.elected is None or await self.elected()

    async def _wait_for_bell(self) -> None:
        try:
            await asyncio.wait_for(self.bell.wait(), LOOK_EVERY)
        except TimeoutError:
            return
        finally:
            self.bell.clear()

    def stop(self) -> None:
        """No further round begins."""
        self.stopping = True
        self.bell.set()

    async def round(self) -> int:
        """One batch, to its end. Returns how many were taken in hand."""
        taken = await self._fill()
        await asyncio.gather(*self.in_hand)
        return taken

    async def _carry(self, letter: Letter) -> None:
        """Sent and marked; where it cannot be marked it stays in doubt."""
        try:
            await self._deliver(letter)
        except Exception as fault:
            log.error("postman.not_marked", exc_info=fault)

    async def _take(self, limit: int = BATCH, apart: Collection[int] = ()) -> list[Letter]:
        """The next letters, committed as in hand; none for the people of `apart`, whose chats are busy."""
        async with self.sessions() as session, session.begin():
            work = Work(session, None, self.clock.now(), self.rules)
            await self._settle_doubts(work)
            while due := await sorting.next_due(work, limit, apart):
                piles = Piles(work.now)
                letters = await self._letters(work, due, piles)
                await piles.carry_out(session)
                if letters:
                    return letters
        return []

    async def _letters(self, work: Work, due: list[Due], piles: Piles) -> list[Letter]:
        """The notices that still stand, addressed; each is on the pile of what becomes of it."""
        known = await sorting.recipients(work, due)
        reachable = [one for one in due if piles.reachable(one, known.get(one.person_id))]
        stand = await standing.of(work, reachable, notices.CHECKS)
        letters = []
        for notice in reachable:
            said = stand[notice.id]
            if said.until is not None:
                piles.put_off(notice, said.until)
            elif said.facts is None:
                piles.needless(notice)
            elif (letter := _letter(notice, known[notice.person_id], said.facts, work.now)) is None:
                piles.dropped(notice)
            else:
                piles.taken(notice)
                letters.append(letter)
        return letters

    async def _settle_doubts(self, work: Work) -> None:
        """After a crash: a decision may be told twice, a reminder may not (docs/decisions)."""
        doubts = await work.session.execute(IN_DOUBT, {"at": work.now - IN_DOUBT_AFTER})
        for notice, urgent in doubts.all():
            await work.session.execute(PUT_OFF if urgent else ARRIVED, {"notice": notice, "at": work.now})
            metrics.NOTICES.labels("in_doubt").inc()
            log.warning("postman.in_doubt", notice=notice, urgent=urgent)

    async def _deliver(self, letter: Letter) -> None:
        try:
            await self.pace.turn_of(letter.chat_id)
            await self.post.deliver(letter.chat_id, letter.reader, letter.view)
        except (ApiError, WireDown) as error:
            await self._not_delivered(letter, error)
        except Exception:
            metrics.BUGS.labels("postman").inc()
            log.exception("postman.bug", notice=letter.notice_id)
            await self._mark(letter, DROPPED)
        else:
            await self._mark(letter, ARRIVED)

    async def _not_delivered(self, letter: Letter, error: ApiError | WireDown) -> None:
        """What a no means: for this person, this chat for a while, this message, or the whole line."""
        log.info("postman.not_delivered", notice=letter.notice_id, error=str(error))
        if isinstance(error, ApiError) and error.retry_after is not None:
            await self._rest(letter, timedelta(seconds=error.retry_after))
        elif isinstance(error, ApiError) and _gone(error):
            await self._unreachable(letter)
        elif isinstance(error, ApiError) and error.code not in NOT_ABOUT_THE_MESSAGE:
            log.error("postman.refused", notice=letter.notice_id, error=error.description)
            await self._mark(letter, DROPPED)
        else:
            wait = timedelta(seconds=2 ** min(letter.attempts, 10))
            await self._mark(letter, PUT_OFF, min(wait, LONGEST_BACKOFF))

    async def _rest(self, letter: Letter, wait: timedelta) -> None:
        """429: this chat rests as long as Telegram says, everything else goes on."""
        until = self.clock.now() + wait
        async with self.sessions() as session, session.begin():
            await session.execute(PUT_OFF, {"notice": letter.notice_id, "at": until})
            await session.execute(CLOSED, {"person": letter.person_id, "at": until})

    async def _mark(self, letter: Letter, move: Update, wait: timedelta = timedelta()) -> None:
        metrics.NOTICES.labels(ENDS[move]).inc()
        async with self.sessions() as session, session.begin():
            await session.execute(move, {"notice": letter.notice_id, "at": self.clock.now() + wait})

    async def _unreachable(self, letter: Letter) -> None:
        """403: the person blocked the bot; nothing more is sent, the tutor hears once (S-13)."""
        async with self.sessions() as session, session.begin():
            await session.execute(DROPPED, {"notice": letter.notice_id})
            work = Work(session, None, self.clock.now(), self.rules)
            await unreachable.mark(work, letter.person_id, letter.written)
        log.info("postman.unreachable", notice=letter.notice_id)


def _letter(notice: Due, to: Recipient, facts: Facts, now: datetime) -> Letter | None:
    """What goes to the recipient; None when nobody can read it."""
    reader = Reader(to.language, ZoneInfo(to.timezone))
    try:
        shown = notices.view_of(notice.kind, facts, now.astimezone(reader.zone).date())
    except Exception:
        metrics.BUGS.labels("postman").inc()
        log.exception("postman.unreadable", notice=notice.id, kind=notice.kind)
        return None
    tries = notice.attempts + 1
    return Letter(notice.id, notice.person_id, to.chat_id, reader, shown, tries, notice.created_at)


def _gone(error: ApiError) -> bool:
    """The person blocked the bot, deleted the account, or never opened the chat."""
    return error.code == 403 or "chat not found" in error.description.lower()
