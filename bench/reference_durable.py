"""The durable reference: aiogram by the book, one ORM session per update on aiosqlite, one commit per update.

The commit comes before the reply, so a question a person sees means that the previous answer is on the disk.
WAL and synchronous=NORMAL, as SQLite's own page on WAL advises; a killed process loses nothing.
"""

import asyncio
import logging
import os
import sys
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Bot, Dispatcher, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.types import CallbackQuery, Message, TelegramObject, User
from sqlalchemy import BigInteger, ForeignKey, UniqueConstraint, event, select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from bench.questions import QUESTIONS, question_text
from bench.reference_screens import Answer, Pause, Show, paused_keyboard, question_keyboard

router = Router()


class Base(DeclarativeBase):
    """The tables."""


class Person(Base):
    """Who answers, and where they stand."""

    __tablename__ = "person"
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    name: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)


class GivenAnswer(Base):
    """One answer of one person; a second tap on the same question changes it."""

    __tablename__ = "answer"
    __table_args__ = (UniqueConstraint("person_id", "question"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    question: Mapped[int]
    value: Mapped[int]


class DatabaseMiddleware(BaseMiddleware):
    """Opens one session for one update."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self.sessions = sessions

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        """Hand the session to the handler; what it did not commit is rolled back."""
        async with self.sessions() as session:
            data["session"] = session
            return await handler(event, data)


async def load_person(session: AsyncSession, user: User) -> Person:
    """The row of this Telegram user, made at the first contact."""
    person = await session.get(Person, user.id)
    if person is None:
        person = Person(id=user.id, name=user.full_name, position=0)
        session.add(person)
    return person


async def keep_answer(session: AsyncSession, person: Person, given: Answer) -> None:
    """Write the answer, or change the one that is there."""
    query = select(GivenAnswer).filter_by(person_id=person.id, question=given.question)
    row = await session.scalar(query)
    if row is None:
        session.add(GivenAnswer(person_id=person.id, question=given.question, value=given.value))
    else:
        row.value = given.value


async def redraw(callback: CallbackQuery, number: int) -> None:
    """Stop the button's spinner and show question `number` in the same message."""
    await callback.answer()
    if isinstance(callback.message, Message):
        await callback.message.edit_text(question_text(number), reply_markup=question_keyboard(number))


@router.message(CommandStart())
async def begin(message: Message, session: AsyncSession) -> None:
    """A person arrives: the question they stand at as a new message."""
    if message.from_user is None:
        return
    person = await load_person(session, message.from_user)
    await session.commit()
    await message.answer(question_text(person.position), reply_markup=question_keyboard(person.position))


@router.callback_query(Answer.filter())
async def accept(callback: CallbackQuery, callback_data: Answer, session: AsyncSession) -> None:
    """Keep the answer on the disk, then show the next question."""
    person = await load_person(session, callback.from_user)
    await keep_answer(session, person, callback_data)
    person.position = min(callback_data.question + 1, len(QUESTIONS))
    await session.commit()
    await redraw(callback, person.position)


@router.callback_query(Show.filter())
async def show(callback: CallbackQuery, callback_data: Show, session: AsyncSession) -> None:
    """Go back to a question, or on with it after a pause."""
    person = await load_person(session, callback.from_user)
    person.position = callback_data.question
    await session.commit()
    await redraw(callback, person.position)


@router.callback_query(Pause.filter())
async def pause(callback: CallbackQuery, callback_data: Pause) -> None:
    """Put the question away until the person taps to go on."""
    await callback.answer()
    if isinstance(callback.message, Message):
        text = question_text(len(QUESTIONS))
        await callback.message.edit_text(text, reply_markup=paused_keyboard(callback_data.question))


def open_database(url: str) -> AsyncEngine:
    """An engine whose every connection writes ahead and waits for its turn to write."""
    engine = create_async_engine(url, connect_args={"timeout": 30})

    @event.listens_for(engine.sync_engine, "connect")
    def on_connect(connection: Any, _record: Any) -> None:
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=NORMAL")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.close()

    return engine


async def main() -> None:
    """Make the tables and poll until killed."""
    engine = open_database(os.environ["DATABASE_URL"])
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    server = TelegramAPIServer.from_base(os.environ["TELEGRAM_API_URL"])
    bot = Bot(token=os.environ["BOT_TOKEN"], session=AiohttpSession(api=server))
    dispatcher = Dispatcher()
    dispatcher.update.middleware(DatabaseMiddleware(async_sessionmaker(engine, expire_on_commit=False)))
    dispatcher.include_router(router)
    await dispatcher.start_polling(bot)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, stream=sys.stdout)
    asyncio.run(main())
