"""The reference in memory: aiogram by the book, answers in the FSM's MemoryStorage, default session."""

import asyncio
import logging
import os
import sys

from aiogram import Bot, Dispatcher, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import CallbackQuery, Message

from bench.questions import QUESTIONS, question_text
from bench.reference_screens import Answer, Pause, Show, paused_keyboard, question_keyboard

router = Router()


class Questionnaire(StatesGroup):
    """The one place a person can be in."""

    answering = State()


@router.message(CommandStart())
async def begin(message: Message, state: FSMContext) -> None:
    """A person arrives: the first question as a new message."""
    await state.set_state(Questionnaire.answering)
    await state.set_data({"position": 0, "answers": {}})
    await message.answer(question_text(0), reply_markup=question_keyboard(0))


@router.callback_query(Questionnaire.answering, Answer.filter())
async def accept(callback: CallbackQuery, callback_data: Answer, state: FSMContext) -> None:
    """Keep the answer, show the next question in the same message."""
    data = await state.get_data()
    answers = {**data["answers"], callback_data.question: callback_data.value}
    position = min(callback_data.question + 1, len(QUESTIONS))
    await state.update_data(position=position, answers=answers)
    await callback.answer()
    if isinstance(callback.message, Message):
        await callback.message.edit_text(question_text(position), reply_markup=question_keyboard(position))


@router.callback_query(Questionnaire.answering, Show.filter())
async def show(callback: CallbackQuery, callback_data: Show, state: FSMContext) -> None:
    """Go back to a question, or on with it after a pause."""
    await state.update_data(position=callback_data.question)
    await callback.answer()
    if isinstance(callback.message, Message):
        number = callback_data.question
        await callback.message.edit_text(question_text(number), reply_markup=question_keyboard(number))


@router.callback_query(Questionnaire.answering, Pause.filter())
async def pause(callback: CallbackQuery, callback_data: Pause) -> None:
    """Put the question away until the person taps to go on."""
    await callback.answer()
    if isinstance(callback.message, Message):
        text = question_text(len(QUESTIONS))
        await callback.message.edit_text(text, reply_markup=paused_keyboard(callback_data.question))


async def main() -> None:
    """Poll until killed."""
    server = TelegramAPIServer.from_base(os.environ["TELEGRAM_API_URL"])
    bot = Bot(token=os.environ["BOT_TOKEN"], session=AiohttpSession(api=server))
    dispatcher = Dispatcher(storage=MemoryStorage())
    dispatcher.include_router(router)
    await dispatcher.start_polling(bot)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, stream=sys.stdout)
    asyncio.run(main())
