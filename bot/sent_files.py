"""Which made files Telegram has, for every worker and behind every restart; a loss of it only costs time."""

from __future__ import annotations

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock
from bot.database import Sessions
from models.sent_file import SentFile, sent_long_ago

log = structlog.get_logger()


class SentFiles:
    """The table of sent files. A database that fails here holds no file up: it is made once more."""

    def __init__(self, sessions: Sessions, clock: Clock) -> None:
        self._sessions, self._clock = sessions, clock

    async def known(self, same: str) -> str | None:
        """The `file_id` of a file with this content; None where nobody has been sent it."""
        try:
            async with self._sessions() as session, session.begin():
                found = await session.get(SentFile, same)
                return found.file_id if found is not None else None
        except (SQLAlchemyError, OSError):
            log.warning("sent_files.not_read", exc_info=True)
            return None

    async def keep(self, same: str, file_id: str) -> None:
        """Telegram has it now; of two who sent it at once either one will do."""
        try:
            async with self._sessions() as session, session.begin():
                await session.merge(SentFile(same=same, file_id=file_id, sent_at=self._clock.now()))
        except (SQLAlchemyError, OSError):
            log.warning("sent_files.not_kept", exc_info=True)

    async def forget(self, same: str) -> None:
        """Telegram does not give it out again: an old name, or one that another bot was given."""
        try:
            async with self._sessions() as session, session.begin():
                found = await session.get(SentFile, same)
                if found is not None:
                    await session.delete(found)
        except (SQLAlchemyError, OSError):
            log.warning("sent_files.not_forgotten", exc_info=True)

    async def clear(self) -> None:
        """What was sent long ago."""
        async with self._sessions() as session, session.begin():
            await session.execute(sent_long_ago(self._clock.now()))
