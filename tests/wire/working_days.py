"""What a teacher and a tutor do from the first code to an accepted report, the same for every teacher."""

from __future__ import annotations

import random
import re
from functools import partial

from tests.wire.phones import Chat, Phone, words

STEPS = ("Пока трудно", "Получается с помощью", "Получается самостоятельно", "Могу показать другим")
TITLES = ("Вебинар «Смысловое чтение»", "Семинар «Читаем карту»")
CARD = "pl:confirm|rv:accept"
TO_SIGN, KEY = "sg:sign", "pn:digit"
HOME = "вот что сейчас важно"
CODE = "2580"
"""What everybody signs with."""
EVERYTHING = 1000
QUESTION = re.compile(r"Вопрос (\d+) из 40")


def step_of(number: int) -> int:
    """The answer to a statement (from 1): neighbours differ, so an answer taken twice is seen."""
    return (number * 7 // 3) % 4


def question(chat: Chat) -> int:
    """The statement that is asked now, from 1; 0 when none is."""
    found = QUESTION.search(chat.last)
    return int(found[1]) if found else 0


def behind(chat: Chat, number: int) -> bool:
    """Whether a later statement is asked, or what comes after the last; the person's own words are no sign of it."""
    return question(chat) > number or chat.says("Шаг 1 из 3")


async def comes_in(phone: Phone, code: str) -> None:
    """The code and the consent."""
    await phone.says(f"/start {code}", lambda chat: chat.button(data="cn:yes"))
    await phone.taps(data="cn:yes", until=lambda chat: chat.button(data="go:help"))


async def diagnoses(phone: Phone, chance: random.Random) -> None:
    """Forty statements, some tapped twice at once, and the difficulties left as they are."""
    await phone.goes(data="go:diagnosis", until=lambda chat: chat.button(data="rt:begin"))
    await phone.taps(data="rt:begin", until=lambda chat: question(chat) == 1)
    for number in range(1, 41):
        step = STEPS[step_of(number)]
        times = 2 if chance.random() < 0.1 else 1
        await phone.taps(step, "da:", until=lambda chat, now=number: behind(chat, now), times=times)
    for number in (1, 2):
        await phone.goes("Дальше", "dg:", until=lambda chat, now=number: chat.says(f"Шаг {now + 1} из 3"))
    await phone.taps("Согласиться")


async def plans(phone: Phone) -> None:
    """A term, two rows, and the reason why there are only two."""
    await phone.says("/menu", lambda chat: chat.button(data="go:plan"))
    await phone.goes(data="go:plan", until=lambda chat: chat.button("1 год"))
    await phone.taps("1 год", until=lambda chat: chat.button("Без темы"))
    await phone.taps("Без темы", until=lambda chat: chat.button("Добавить мероприятие"))
    for title, day in zip(TITLES, ("завтра", "через неделю"), strict=True):
        await phone.taps("Добавить мероприятие", until=lambda chat: chat.says("Какое мероприятие"))
        await phone.says(title, lambda chat: chat.says("Какие компетенции"))
        await phone.taps("Методические", until=lambda chat: chat.button("Готово"))
        await phone.taps("Готово", until=lambda chat: chat.says("Кто проводит"))
        await phone.taps("ЦНППМ", until=lambda chat: chat.says("Какого уровня"))
        await phone.taps("Региональный", until=lambda chat: chat.says("Когда"))
        await phone.says(day, lambda chat: chat.says("Верно"))
        await phone.taps("Да", until=lambda chat: chat.says("представите результат"))
        standing = rf"(Добавлено: |\d\. ){title}"  # a kill may take the word away, not the row
        await phone.taps("Открытый урок", until=lambda chat, row=standing: chat.says(row))
    await phone.goes("Даю согласие на проект", until=lambda chat: chat.button("Согласие с пояснением"))
    await phone.goes("Согласие с пояснением", until=lambda chat: chat.says("Почему так"))
    await phone.says("Остальные добавлю осенью", lambda chat: chat.says("Ваше согласие есть"))


async def signs(phone: Phone, card: tuple[int, str]) -> None:
    """A paper is signed: the keypad, the code; for the first time twice, because it is made up there."""
    await phone.presses(card, until=keypad)
    rounds = 2 if "Придумайте" in keypad(await phone.chat()) else 1
    for round_ in range(1, rounds + 1):
        for count, digit in enumerate(CODE, 1):
            key = (await phone.chat()).button(digit, KEY, among_last=EVERYTHING)
            assert key is not None
            await phone.presses(key, until=partial(_has_taken, count, round_ == rounds))


def keypad(chat: Chat) -> str:
    """The words of the newest keypad; "" where there is none."""
    found = chat.button(data=KEY, among_last=EVERYTHING)
    return words(next(one for one in chat.all if one["message_id"] == found[0])) if found else ""


def _has_taken(count: int, at_last: bool, chat: Chat) -> bool:
    """So many dots are full; behind the last digit, the code is asked for once more, or everything is signed.

    Where the answer to the very last digit was lost on its way, /start shows what matters now, and the keypad stays.
    """
    shown = keypad(chat)
    if count < len(CODE):
        return shown.count("●") == count
    return shown.count("●") == 0 or (at_last and _is_home_again(chat))


def _is_home_again(chat: Chat) -> bool:
    """Does what matters now stand below the newest keypad? While that is open, /start shows it again instead."""
    pad = chat.button(data=KEY, among_last=EVERYTHING)
    homes = [one["message_id"] for one in chat.all if HOME in words(one)]
    return pad is not None and max(homes, default=0) > pad[0]


async def reports(phone: Phone) -> None:
    """Once the plan is approved: for each activity a sentence, a photo, an album, and off it goes."""
    await phone.sees(lambda chat: chat.buttons(TO_SIGN), "the card to be signed")
    await signs(phone, (await phone.chat()).buttons(TO_SIGN)[0])
    await phone.sees(lambda chat: chat.count("Ваш план утверждён"), "the last signature")
    for title in TITLES:
        await phone.says("/menu", lambda chat: chat.button(data="go:report"))
        await phone.goes(data="go:report", until=lambda chat: chat.button(data="ac:held"))
        await phone.taps(data="ac:held", until=lambda chat, one=title: chat.says(f"{one}.*Что Вы взяли"))
        await phone.says(f"Из «{title}» взяли приём.", lambda chat: chat.says("взяли приём"))
        await phone.sends("photo", f"{title}.png", until=lambda chat: chat.says("1 фото"))
        album = [f"{title} {number}.png" for number in range(3)]
        await phone.sends("photo", *album, until=lambda chat: chat.says("4 фото"))
        await phone.taps(data="rp:send")


async def teaches(phone: Phone, code: str, seed: int) -> None:
    """A whole way of one teacher."""
    chance = random.Random(seed)
    await comes_in(phone, code)
    await diagnoses(phone, chance)
    await plans(phone)
    await reports(phone)
    for title in TITLES:
        await phone.sees(
            lambda chat, one=title: chat.count(f"Отчёт {one} принят\\. Спасибо"), f"«{title}» accepted"
        )


async def approves(phone: Phone, code: str, papers: int) -> None:
    """Somebody who holds the offices of methodist and of both heads signs each card in turn, until all are done."""
    await comes_in(phone, code)
    done: set[str] = set()
    while len(done) < papers:
        await phone.sees(lambda chat: _open(chat, TO_SIGN, done), "the next paper")
        card = _open(await phone.chat(), TO_SIGN, done)[0]
        await signs(phone, card)
        done.add(thing_of(card[1]))


async def accompanies(phone: Phone, code: str, teachers: int) -> None:
    """The tutor confirms each plan and accepts each report, as the cards come, until all are done."""
    await comes_in(phone, code)
    done: set[str] = set()
    while len(done) < teachers * (1 + len(TITLES)):
        await phone.sees(lambda chat: _open(chat, CARD, done), "the next card")
        card = _open(await phone.chat(), CARD, done)[0]
        await phone.presses(card)
        done.add(thing_of(card[1]))


def _open(chat: Chat, buttons: str, done: set[str]) -> list[tuple[int, str]]:
    """What is not decided yet."""
    return [one for one in chat.buttons(buttons) if thing_of(one[1]) not in done]


def thing_of(data: str) -> str:
    """The plan, the report or the place for a signature behind a button."""
    return ":".join(data.split(":")[:3])
