"""The composition root: everything is built and wired here, once."""

from __future__ import annotations

import asyncio
import gc
import signal
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

import structlog
from aiogram import Bot
from sqlalchemy.ext.asyncio import AsyncEngine

from bot import commands_menu, own_name, sqlite
from bot.backup import Backups
from bot.calendar_feed import CalendarFeed
from bot.clerk import Carry, Clerk, in_a_child
from bot.clock import Clock
from bot.copyist import Copyist, Downloads
from bot.database import Sessions, open_engine, sessions, sqlite_file
from bot.election import Election
from bot.file_door import FileDoor
from bot.file_store import store_of
from bot.import_order import in_a_process
from bot.importer import Importer
from bot.pace import BESIDE_OTHERS, LIMIT, Pace
from bot.paper_door import PaperDoor
from bot.post import Post
from bot.postman import Postman
from bot.pulse import Pulse
from bot.sent_files import SentFiles
from bot.settings import Settings
from bot.text import Text
from bot.ticks import Ticks
from bot.turn import Turn
from bot.updates import Polling
from bot.watch import Watch, open_to
from bot.webhook import Webhook
from bot.wire import HttpWire, Wire
from bot.workers import Seat
from handlers import routes
from services import alert, rules
from services.address import Address
from services.paper_files import Trouble
from services.rules import Rules
from services.work import Work

log = structlog.get_logger()


@dataclass(frozen=True)
class App:
    """The parts of a running bot."""

    turn: Turn
    post: Post
    postman: Postman
    clock: Clock
    sessions: Sessions
    rules: Rules
    election: Election
    copyist: Copyist
    importer: Importer
    clerk: Clerk
    pulse: Pulse
    data_dir: Path
    backups: Backups | None
    sent_files: SentFiles


def build(
    settings: Settings,
    wire: Downloads,
    engine: AsyncEngine,
    clock: Clock,
    pace: Pace,
    text: Text | None = None,
    errands: Carry = in_a_child,
) -> App:
    """Wire the parts together over a wire and a database."""
    made = sessions(engine)
    election = Election(engine)
    known = _rules(settings)
    sent_files = SentFiles(made, clock)
    post = Post(wire, text or Text(), partial(_tell_trouble, made, clock, known), sent_files, pace.spent)
    pulse = Pulse()
    postman = Postman(made, post, clock, known, pace, election.won, pulse=pulse)
    file = sqlite_file(str(engine.url))
    on_disk = sqlite.on_disk(file)
    turn = Turn(
        made,
        routes.root(),
        _named(settings.bot_token),
        clock,
        known,
        post,
        settings.zone,
        postman.bell.set,
        on_disk,
    )
    copyist, backups = Copyist(made, wire, store_of(settings), clock), _backups(settings, file)
    carry, incoming = in_a_process(settings, clock), settings.data_dir / "incoming"
    importer = Importer(made, wire, clock, known, incoming, postman.bell.set, carry)
    outgoing = settings.data_dir / "outgoing"
    clerk = Clerk(made, post, clock, known, settings.zone, outgoing, errands, election.won)
    parts = (turn, post, postman, clock, made, known, election, copyist, importer, clerk, pulse)
    return App(*parts, settings.data_dir, backups, sent_files)


def _rules(settings: Settings) -> Rules:
    """The rules, and what an organisation has set beside them."""
    return replace(
        rules.load(),
        largest_copy=settings.file_limit,
        templates=settings.templates,
        factor_key=settings.factor_key,
        factor_of_schools=settings.second_factor == "all",
        address=Address(web=settings.webhook_url.rstrip("/"), secret=settings.bot_token),
    )


def _backups(settings: Settings, file: Path | None) -> Backups | None:
    """Where backups are made every day, and of what."""
    if settings.backup_dir is None or file is None:
        return None
    return Backups(file, settings.files, settings.backup_dir, settings.backup_keep)


async def _tell_trouble(made: Sessions, clock: Clock, known: Rules, trouble: Trouble) -> None:
    """An own template was refused while a file was made: who keeps it hears, in a transaction of its own."""
    async with made() as session, session.begin():
        await alert.template(Work(session, None, clock.now(), known), trouble)


@cache
def _named(token: str) -> Bot:
    """Whom a command is said to. It never calls: its client reads the certificates of the machine, so one will do."""
    return Bot(token)


def read_once() -> None:
    """What every worker needs and none changes: read before they are forked, it is in memory once."""
    routes.root()
    rules.load()
    Text()
    gc.collect()
    gc.freeze()


async def run(settings: Settings, seat: Seat | None = None) -> None:
    """Run the bot, or one worker of it, until SIGINT or SIGTERM; what is in hand is finished. Raises TokenRefused."""
    async with AsyncExitStack() as stack:
        engine = open_engine(settings.database, seat.count if seat is not None else 1)
        stack.push_async_callback(engine.dispose)
        wire = await stack.enter_async_context(HttpWire(settings.bot_token, settings.telegram_api_url))
        clock = Clock(settings.clock_offset_file)
        alone = seat is None or seat.count == 1
        pace = Pace(per_second=LIMIT if alone else BESIDE_OTHERS)
        app = build(settings, wire, engine, clock, pace)
        source: Polling | Webhook = (
            Webhook(
                settings,
                wire,
                app.turn,
                seat,
                CalendarFeed(app.sessions, clock, app.rules),
                papers=_door(app, settings),
            )
            if settings.webhook_url
            else Polling(wire, app.turn, app.pulse)
        )
        for sign in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(sign, source.stop)
        if seat is not None:
            asyncio.get_running_loop().add_reader(seat.parent, source.stop)
        await _serve(settings, app, wire, source, seat)


def _door(app: App, settings: Settings) -> PaperDoor:
    """Where papers and files are fetched that do not go through Telegram."""
    carry, folder = in_a_child, settings.data_dir / "outgoing" / "door"
    files = FileDoor(app.sessions, app.clock, app.rules, folder, carry)
    return PaperDoor(app.sessions, app.clock, app.rules, files)


async def _serve(
    settings: Settings, app: App, wire: Wire, source: Polling | Webhook, seat: Seat | None
) -> None:
    introduces = seat is None or seat.first
    greeting = asyncio.create_task(commands_menu.introduce(wire, app.post.text)) if introduces else None
    naming = asyncio.create_task(own_name.learn(wire, app.rules.address))
    clockwork = Ticks(app, settings)
    clockwork.start()
    posting = asyncio.create_task(app.postman.run())
    gc.collect()
    gc.freeze()
    offset_file = str(settings.clock_offset_file or "")
    log.info(
        "bot.started",
        source=type(source).__name__,
        worker=seat.number if seat is not None else 0,
        clock_offset=app.clock.offset(),
        clock_offset_file=offset_file,
    )
    watch = Watch(app.sessions, app.clock, app.pulse)
    try:
        async with open_to(settings.watch_host, settings.watch_port, watch):
            await source.run()
    finally:
        if greeting is not None:
            greeting.cancel()
        naming.cancel()
        await clockwork.stop()
        app.postman.stop()
        await asyncio.gather(posting, app.post.settle())
        await app.election.leave()
        log.info("bot.stopped")
