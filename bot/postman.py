"""Sends notices: interactive before bulk, under Telegram's limits, once (DESIGN 17)."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import structlog
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from bot.clock import Clock
from bot.database import Sessions
from bot.pace import Pace
from bot.post import Post
from bot.text import Reader
from bot.turn import reader_of
from bot.wire import ApiError, WireDown
from handlers import notices
from handlers.views import View
from models.entry import Account
from models.notice import Notice, NoticeState, due_notices, notices_in_doubt
from models.people import Person
from services import unreachable
from services.facts import unpacked
from services.rules import Rules
from services.work import Work

log = structlog.get_logger()
BATCH = 30
IN_DOUBT_AFTER = timedelta(minutes=2)
NO_ACCOUNT_YET = timedelta(days=1)
LONGEST_BACKOFF = timedelta(minutes=10)
GIVE_UP_AFTER = timedelta(days=30)
LOOK_EVERY = 1.0


@dataclass(frozen=True)
class Letter:
    """A notice in the postman's hand, addressed: where it goes, in which language, what it shows."""

    notice_id: int
    chat_id: int
    reader: Reader
    view: View
    attempts: int


@dataclass
class Postman:
    """The one who sends what people must hear. `bell` wakes it after a commit; it also looks every second."""

    sessions: Sessions
    post: Post
    clock: Clock
    rules: Rules
    zone: ZoneInfo
    pace: Pace
    bell: asyncio.Event = field(default_factory=asyncio.Event)
    stopping: bool = False

    async def run(self) -> None:
        """Until stopped; what is in hand is finished first. A fault of the database is waited out."""
        while not self.stopping:
            try:
                sent = await self.round()
            except Exception:
                log.exception("postman.fault")
                sent = 0
            if not sent:
                await self._wait_for_bell()

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
        """One batch: taken in hand and committed, sent side by side, each marked as soon as it has gone.

        Returns how many were taken in hand.
        """
        letters = await self._take()
        await asyncio.gather(*(self._deliver(letter) for letter in letters))
        return len(letters)

    async def _take(self) -> list[Letter]:
        async with self.sessions() as session, session.begin():
            now = self.clock.now()
            await self._settle_doubts(session, now)
            query = due_notices(now, BATCH).with_for_update(skip_locked=True)
            due = list((await session.scalars(query)).all())
            accounts = await _accounts(session, [notice.person_id for notice in due])
            letters = [self._letter(notice, accounts.get(notice.person_id), now) for notice in due]
        return [letter for letter in letters if letter is not None]

    def _letter(self, notice: Notice, account: Account | None, now: datetime) -> Letter | None:
        """The notice taken in hand; None when its person is not there (yet) or cannot be reached."""
        if account is None:
            if now - notice.created_at > GIVE_UP_AFTER:
                notice.drop()
            else:
                notice.put_off(now + NO_ACCOUNT_YET)
            return None
        if account.unreachable_since is not None:
            notice.drop()
            return None
        notice.take(now)
        shown = notices.view_of(notice.kind, unpacked(notice.facts))
        return Letter(notice.id, account.telegram_id, reader_of(account, self.zone), shown, notice.attempts)

    async def _settle_doubts(self, session: AsyncSession, now: datetime) -> None:
        """After a crash: a decision may be told twice, a reminder may not (docs/decisions)."""
        for notice in (await session.scalars(notices_in_doubt(now - IN_DOUBT_AFTER))).all():
            if notice.urgent:
                notice.put_off(now)
            else:
                notice.sent(now)
            log.warning("postman.in_doubt", notice=notice.id, urgent=notice.urgent)

    async def _deliver(self, letter: Letter) -> None:
        try:
            await self.pace.turn_of(letter.chat_id)
            await self.post.deliver(letter.chat_id, letter.reader, letter.view)
        except (ApiError, WireDown) as error:
            await self._not_delivered(letter, error)
        except Exception:
            log.exception("postman.bug", notice=letter.notice_id)
            await self._mark(letter, NoticeState.DROPPED)
        else:
            await self._mark(letter, NoticeState.SENT)

    async def _not_delivered(self, letter: Letter, error: ApiError | WireDown) -> None:
        if isinstance(error, ApiError) and error.code == 403:
            await self._unreachable(letter)
        elif isinstance(error, ApiError) and error.retry_after is None:
            log.error("postman.refused", notice=letter.notice_id, error=error.description)
            await self._mark(letter, NoticeState.DROPPED)
        else:
            wait = timedelta(seconds=2 ** min(letter.attempts, 10))
            if isinstance(error, ApiError) and error.retry_after is not None:
                wait = timedelta(seconds=error.retry_after)
            log.info("postman.put_off", notice=letter.notice_id, seconds=wait.total_seconds())
            await self._mark(letter, NoticeState.WAITING, min(wait, LONGEST_BACKOFF))

    async def _mark(self, letter: Letter, state: NoticeState, wait: timedelta = timedelta()) -> None:
        async with self.sessions() as session, session.begin():
            notice = await session.get_one(Notice, letter.notice_id)
            if state is NoticeState.SENT:
                notice.sent(self.clock.now())
            elif state is NoticeState.DROPPED:
                notice.drop()
            else:
                notice.put_off(self.clock.now() + wait)

    async def _unreachable(self, letter: Letter) -> None:
        """403: the person blocked the bot; nothing more is sent, the tutor hears once (S-13)."""
        async with self.sessions() as session, session.begin():
            notice = await session.get_one(Notice, letter.notice_id)
            notice.drop()
            work = Work(session, None, self.clock.now(), self.rules)
            await unreachable.mark(work, notice.person_id)
        log.info("postman.unreachable", notice=letter.notice_id)


async def _accounts(session: AsyncSession, person_ids: list[int]) -> dict[int, Account]:
    """Accounts of people, with their organisation's zone."""
    query = (
        select(Account)
        .where(Account.person_id.in_(set(person_ids)))
        .options(joinedload(Account.person).joinedload(Person.organisation))
    )
    return {account.person_id: account for account in (await session.scalars(query)).all() if account.person_id}
