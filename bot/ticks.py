"""The clock's part: a few interval jobs, each one use case (DESIGN 16). The database is the calendar."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import check_machine, database, metrics
from bot.settings import Settings
from services import (
    alert,
    burden,
    consents,
    consultation_sweep,
    diagnosis_due,
    final_event_checklist,
    final_event_news,
    final_event_outcome,
    help_silence,
    journal,
    long_route_sweep,
    mentoring_sweep,
    reminder,
    retention,
    review_digest,
    signing_silence,
    yearly_sweep,
)
from services.work import Work

if TYPE_CHECKING:
    from bot.app import App

log = structlog.get_logger()
SWEEP_SECONDS = 20
SECONDS_OF_A_MOVED_CLOCK = 2
"""Whoever moves time by hand wants to see what it brings."""
COPY_SECONDS = 10
BACKUP_MINUTES = 10
BACKUP_EVERY = timedelta(hours=24)
"""The folder of backups is the calendar: a bot that stood still makes up for it at the next look."""
FILE_SECONDS = 2
"""Somebody waits for a file that they have just asked for."""
LOOK_AFTER_SECONDS = 60
IMPORT_SECONDS = 2
STOP_SECONDS = 5.0
"""How long a stop waits: a sweep takes milliseconds, a large file may be cut off and is copied again."""
UPDATES_KEPT = timedelta(days=3)
Job = Callable[["App"], Coroutine[Any, Any, Any]]


class Ticks:
    """A scheduler that ticks; it remembers nothing, so a restart loses nothing."""

    def __init__(self, app: App, settings: Settings) -> None:
        self._app = app
        self._running: set[asyncio.Task[None]] = set()
        self._scheduler = AsyncIOScheduler(timezone=settings.default_timezone)
        moved = settings.clock_offset_file is not None
        self._every(sweep, seconds=SECONDS_OF_A_MOVED_CLOCK if moved else SWEEP_SECONDS)
        self._every(copy_evidence, seconds=SECONDS_OF_A_MOVED_CLOCK if moved else COPY_SECONDS)
        self._every(make_files, seconds=FILE_SECONDS)
        self._every(look_after, seconds=LOOK_AFTER_SECONDS)
        self._every(import_tables, seconds=IMPORT_SECONDS)
        self._every(seal_journal, seconds=LOOK_AFTER_SECONDS)
        self._every(forget_copies, hours=6)
        self._every(back_up, minutes=BACKUP_MINUTES)
        self._every(forget_updates, hours=6)
        self._every(forget_words, hours=6)
        self._every(forget_sent_files, hours=6)
        self._every(ask_again, hours=6)

    def _every(self, job: Job, **interval: int) -> None:
        options = {"max_instances": 1, "coalesce": True, "misfire_grace_time": None}
        self._scheduler.add_job(self.tick, "interval", [job], id=job.__name__, **interval, **options)

    def start(self) -> None:
        """From now on; whoever takes the office looks at once."""
        self._app.election.on_won = lambda: self._scheduler.add_job(self.tick, args=[sweep])
        self._scheduler.start()

    async def tick(self, job: Job) -> None:
        """One job, once, where this worker holds the office. A failed one is logged, and comes again."""
        task = asyncio.create_task(self._in_office(job))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        try:
            with metrics.timed(metrics.TICKS, job.__name__):
                await task
        except Exception:
            metrics.BUGS.labels("tick").inc()
            log.exception("ticks.failed", job=job.__name__)
        self._app.pulse.beat("ticks")

    async def _in_office(self, job: Job) -> None:
        if await self._app.election.won():
            await job(self._app)

    async def stop(self, patience: float = STOP_SECONDS) -> None:
        """No more; what a tick has in hand is finished, within so many seconds (APScheduler would cut it off)."""
        self._app.election.on_won = None
        self._scheduler.pause()
        if self._running:
            await asyncio.wait(self._running, timeout=patience)
        self._scheduler.shutdown(wait=False)


async def sweep(app: App) -> int:
    """Look for what is due; write the notices of each look in its own transaction. Returns how many."""
    looks = (
        reminder.sweep,
        final_event_news.sweep,
        final_event_checklist.sweep,
        final_event_outcome.sweep,
        review_digest.sweep,
        help_silence.sweep,
        signing_silence.sweep,
        consultation_sweep.sweep,
        mentoring_sweep.sweep,
        long_route_sweep.sweep,
        yearly_sweep.sweep,
        diagnosis_due.sweep,
    )
    written = sum([await _look(app, look) for look in looks])
    if written:
        log.info("reminders.written", notices=written)
        app.postman.bell.set()
    return written


async def _look(app: App, look: Callable[[Work], Awaitable[int]]) -> int:
    """When another worker was quicker, nothing of this one's stays: the next tick looks again."""
    try:
        async with app.sessions() as session, session.begin():
            return await look(Work(session, None, app.clock.now(), app.rules))
    except Exception as fault:
        if not database.collided(fault):
            raise
        log.warning("reminders.collision")
        return 0


async def forget_updates(app: App) -> None:
    """Telegram keeps an update for a day at most: older ids cannot come again. What they cost is summed up."""
    async with app.sessions() as session, session.begin():
        work = Work(session, None, app.clock.now(), app.rules)
        await burden.sum_up(work, work.now - UPDATES_KEPT)


async def forget_words(app: App) -> None:
    """What is over its term goes, a portion in each transaction (docs/retention.md)."""
    while await _look(app, retention.sweep):
        continue


async def ask_again(app: App) -> None:
    """The text of a consent is new: whoever agreed to another one is asked, some at a time."""
    while await _look(app, consents.ask_again):
        app.postman.bell.set()


async def look_after(app: App) -> None:
    """Does the queue of notices stand still, is the disk nearly full? The administrators hear, once an hour."""
    free = check_machine.room(app.data_dir)
    newest = await asyncio.to_thread(app.backups.newest) if app.backups is not None else None
    app.rules.machine.seen(free, backs_up=app.backups is not None, backed_up=newest)

    async def look(work: Work) -> int:
        return await alert.look_after(work, free)

    if await _look(app, look):
        app.postman.bell.set()


async def seal_journal(app: App) -> None:
    """What was done to routes comes under a seal, so that nobody can change it unseen."""
    while await _look(app, journal.seal):
        continue


async def copy_evidence(app: App) -> int:
    """Files that people sent are copied to the file store; no turn waits for it. Returns how many."""
    return await app.copyist.work_off()


async def import_tables(app: App) -> int:
    """Tables that people sent are read and loaded, each in a process of its own. Returns how many were in hand."""
    return await app.importer.work_off()


async def make_files(app: App) -> int:
    """Files that people have asked for are made beside the bot, and sent. Returns how many."""
    return await app.clerk.work_off()


async def forget_copies(app: App) -> None:
    """What was taken off a report does not stay on the server."""
    await app.copyist.forget(app.clock.now())


async def forget_sent_files(app: App) -> None:
    """What Telegram was given long ago is not looked for any more."""
    await app.sent_files.clear()


async def back_up(app: App) -> None:
    """Once a day, where BACKUP_DIR is set; beside the turns, which wait for nothing."""
    if app.backups is None:
        return
    now = app.clock.now()
    newest = await asyncio.to_thread(app.backups.newest)
    if newest is None or now - newest >= BACKUP_EVERY:
        made = await asyncio.to_thread(app.backups.make, now)
        log.info("backup.made", backup=made.name)
