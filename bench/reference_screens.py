"""What both reference bots show: aiogram by the book, with CallbackData and the keyboard builder."""

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardMarkup
from aiogram.utils.keyboard import InlineKeyboardBuilder

from bench import questions


class Answer(CallbackData, prefix="answer"):
    """One value for one question."""

    question: int
    value: int


class Show(CallbackData, prefix="back"):
    """Go to a question without answering."""

    question: int


class Pause(CallbackData, prefix="pause"):
    """Leave the questionnaire for now."""

    question: int


def question_keyboard(number: int) -> InlineKeyboardMarkup:
    """Four answers one under another, then back and pause in one row."""
    keyboard = InlineKeyboardBuilder()
    if number < questions.COUNT:
        for value, text in enumerate(questions.answer_texts(number)):
            keyboard.button(text=text, callback_data=Answer(question=number, value=value))
    keyboard.button(text=questions.BACK, callback_data=Show(question=max(number - 1, 0)))
    keyboard.button(text=questions.PAUSE, callback_data=Pause(question=number))
    keyboard.adjust(*[1] * (questions.ANSWERS if number < questions.COUNT else 0), 2)
    return keyboard.as_markup()


def paused_keyboard(number: int) -> InlineKeyboardMarkup:
    """One button: go on with question `number`."""
    keyboard = InlineKeyboardBuilder()
    keyboard.button(text=questions.RESUME, callback_data=Show(question=number))
    return keyboard.as_markup()
