"""The steps of the main job, as people tap them on the page."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from tests.wire.main_job import PATIENCE, PHOTO_SIZE, Desk, Player

GALINA, TATYANA = "Галина Петровна Иванова", "Татьяна Сергеевна Быкова"
SIGNERS = ("Елена Викторовна Соколова", "Ольга Геннадьевна Вахрушева", "Андрей Леонидович Корепанов")
CODE = "2580"
STATEMENTS = 40
WEBINAR = "Вебинар «Читаем карту и текст»"
LATER = (
    ("Семинар «Функциональная грамотность на уроке»", "3 декабря", "Выступление"),
    ("Мастер-класс «Проект за два урока»", "21 января", "Открытый урок"),
    ("Курс «Цифровые карты в 7–9 классах»", "18 марта", "Выступление"),
    ("Открытый урок в школе № 7", "22 апреля", "Открытый урок"),
)
SENTENCE = "Показали три приёма работы с картой и текстом."
MENDED = "Один приём уже был на уроке в седьмом классе."
SUMMARY = "Что дал мне маршрут: карта, текст, проект"


async def comes_in(player: Player) -> None:
    """START, the consent, the menu."""
    await player.part("start").click()
    await player.sees("entry-consent")
    await player.taps("entry-consent.agree")
    await player.sees("menu")


async def begins_the_diagnosis(teacher: Player) -> None:
    """From the menu to the first statement."""
    await teacher.taps("menu-diagnosis")
    await teacher.sees("diagnosis-intro")
    await teacher.taps("diagnosis-intro.begin")
    await teacher.sees("diagnosis-question", number=1, total=STATEMENTS)


async def diagnoses(teacher: Player, first: int = 1) -> None:
    """Forty taps (or from `first` on), two lists of notes, the teacher's own conclusion, the result."""
    for number in range(first, STATEMENTS + 1):
        await answers(teacher, number)
    for step in (1, 2):
        await teacher.sees("diagnosis-notes", number=step)
        await teacher.taps("diagnosis-notes.on")
    await teacher.sees("diagnosis-conclusion", number=3)
    await teacher.taps("diagnosis-conclusion.agree")
    await teacher.sees("diagnosis-result")


async def answers(teacher: Player, number: int) -> None:
    """One statement; the second half goes better than the first."""
    await teacher.sees("diagnosis-question", number=number, total=STATEMENTS)
    step = 1 + number % 2 if number <= STATEMENTS // 2 else 2 + number % 2
    await teacher.newest.locator("button[data-tap]").nth(step).click()


async def plans(teacher: Player) -> None:
    """A term of a year and five activities, the first one tomorrow."""
    await chooses_a_year(teacher)
    await adds_tomorrow(teacher)
    for row in LATER:
        await adds(teacher, *row)
    await teacher.sees("plan-count", planned=5, least=5)


async def chooses_a_year(teacher: Player) -> None:
    """From the result to a plan with a term."""
    await teacher.taps("diagnosis-result.plan")
    await teacher.sees("plan-bounds")
    await teacher.taps("plan-term-choice.months", "1 год")
    await teacher.sees("plan-ask-topic")
    await teacher.taps("plan-ask-topic.none")
    await teacher.sees("plan-term")


async def adds(teacher: Player, title: str, day: str, form: str) -> None:
    """One row, its date typed."""
    await begins_a_row(teacher, title)
    if title.startswith("Курс"):
        await teacher.sees("plan-ask-first-day")
        await teacher.taps("questions-ask.one-day")
    await teacher.sees("plan-ask-date")
    await teacher.says(day)
    await ends_a_row(teacher, title, form)


async def adds_tomorrow(teacher: Player) -> None:
    """The first row, its date by a tap."""
    await begins_a_row(teacher, WEBINAR)
    await teacher.sees("plan-ask-date")
    await teacher.taps("questions-ask.tomorrow")
    await ends_a_row(teacher, WEBINAR, "Выступление")


async def begins_a_row(teacher: Player, title: str) -> None:
    """From the plan to the question about the day."""
    await teacher.taps("plan.add")
    await teacher.sees("plan-ask-title")
    await teacher.says(title)
    await teacher.sees("plan-ask-competencies")
    await teacher.taps("questions-ask.option", "Методические")
    await teacher.sees("questions-picked")
    await teacher.taps("questions-ask.done")
    await teacher.sees("plan-ask-organiser")
    await teacher.taps("questions-ask.option", "ЦНППМ")
    await teacher.sees("plan-ask-level")
    await teacher.taps("questions-ask.option", "Региональный")


async def ends_a_row(teacher: Player, title: str, form: str) -> None:
    """From the echo of the date to the plan."""
    await teacher.sees("questions-echo")
    await teacher.taps("questions-echo.yes")
    await teacher.sees("plan-ask-presenting")
    await teacher.taps("questions-ask.option", form)
    await teacher.sees("plan-added", title=title)


async def agree_on_the_plan(page: Desk, teacher: Player, tutor: Player) -> None:
    """Both agree, the card goes round: methodist, teacher, the centre's head, the school's; an hour later all know."""
    signers = [await page.sits(name) for name in SIGNERS]
    for player in signers:
        await comes_in(player)
    methodist, centre_head, head = signers
    await teacher.taps("plan.agree")
    await tutor.sees("plan-card", WEBINAR)
    await tutor.taps("plan-card.confirm")
    await tutor.sees("plan-agreed-now")
    for player in (methodist, teacher, centre_head, head):
        await signs(player)
    await page.next_hour()
    await teacher.hears("plan-confirmed")


async def signs(player: Player) -> None:
    """The card on one screen, a code thought of and repeated on the keypad."""
    card = await player.hears("signing-card")
    await player.taps_in(card, "signing-card.sign")
    for words in ("Придумайте", "ещё раз"):
        await player.sees("signing-pad", words)
        for digit in CODE:
            await player.taps("signing-pad.digit", digit)
    await player.sees("signing-done")


async def writes_a_report(teacher: Player, photo: Path) -> None:
    """«Было вчера?» – «Было», one sentence, a photo."""
    await teacher.sees("report-was", "было вчера?", title=WEBINAR)
    await teacher.taps("report-was.held")
    await teacher.sees("report-ask", title=WEBINAR)
    await teacher.says(SENTENCE)
    await teacher.sees("report-draft-text", text=SENTENCE)
    await teacher.sends_photo(photo)
    await teacher.sees("report-draft-files", kind="photo", count=1)


async def sends_the_report(teacher: Player) -> None:
    """«Отправить»."""
    await teacher.taps("report-draft.send")
    await teacher.sees("report-sent", title=WEBINAR)


async def gives_back(tutor: Player) -> None:
    """The tutor sees the photo and the card, and asks for one thing more."""
    await tutor.sees("review-card", SENTENCE, title=WEBINAR)
    picture = tutor.heard.locator("img").last
    await expect(picture).to_have_js_property("naturalWidth", PHOTO_SIZE[0], timeout=PATIENCE * 1000)
    await tutor.taps("review-card.return")
    await tutor.sees("review-reason", title=WEBINAR)
    await tutor.taps("review-phrase.applied")
    await tutor.sees("review-left")


async def mends(teacher: Player) -> None:
    """The reason arrives; one sentence more."""
    await teacher.sees("review-returned", title=WEBINAR)
    await teacher.taps("review-returned.mend")
    await teacher.sees("report-returned")
    await teacher.says(MENDED)
    await teacher.sees("report-draft-text", MENDED)
    await sends_the_report(teacher)


async def accepts(tutor: Player) -> None:
    """One tap under the card that came again."""
    await tutor.sees("review-card", SENTENCE, MENDED, title=WEBINAR)
    await tutor.taps("review-card.accept")
    await tutor.sees("review-left")


async def plans_the_final_event(teacher: Player) -> None:
    """Name, form, level, date, place."""
    await teacher.taps("menu-final-event")
    await teacher.sees("final-event")
    await teacher.taps("final-event.add")
    await teacher.sees("final-event-ask-title")
    await teacher.says(SUMMARY)
    await teacher.sees("final-event-ask-form")
    await teacher.taps("questions-ask.option", "Мастер-класс")
    await teacher.sees("final-event-ask-level")
    await teacher.taps("questions-ask.option", "Муниципальный")
    await teacher.sees("final-event-ask-date")
    await teacher.says("20 мая 2027")
    await teacher.sees("questions-echo")
    await teacher.taps("questions-echo.yes")
    await teacher.sees("final-event-ask-place")
    await teacher.says("Актовый зал школы")
    await teacher.sees("final-event-hour")
    await teacher.taps("final-event-hour.at", "15:00")
    await teacher.sees("final-event-card", title=SUMMARY)
