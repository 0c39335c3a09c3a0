"""What people do in whole lives of a route: from the plan to the last word, by phone only, an evening at a time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import func, select

from models.entry import Account
from models.notice import TakenUpdate
from tests.stories import planning
from tests.stories import test_burden_figures as burden
from tests.stories.concluding import opens_the_end, told
from tests.stories.diagnosing import answer_all, conclude
from tests.stories.signing import signs
from tests.stories.test_final_event import plans_an_event
from tests.stories.town import Guest, Town
from tests.stories.walking import two_minutes_later

EVENING = 17
PROOF = "Добавьте, пожалуйста, одну фотографию с урока"
Rows = Sequence[tuple[str, date]]
"""What stands in a plan: the title, the day."""
FIGURES = {
    cells[0]: int(cells[3])
    for cells in (
        re.split(r" *\| *", line.strip("| \n")) for line in burden.PAGE.read_text("utf-8").splitlines()
    )
    if len(cells) == 4 and cells[3].isdigit()
}
"""What a whole life costs whoever walks it, by regulation."""


async def evening(town: Town, day: date) -> None:
    """Five in the evening of a day: the bot asks what there is to ask."""
    town.set_local(day, EVENING, 1)
    await town.tick()


def typed(day: date) -> str:
    """A day as people type it."""
    return f"{day:%d.%m.%Y}"


async def plans(teacher: Guest, rows: Rows) -> None:
    """A year and its rows, one after the other."""
    await planning.takes_a_year(teacher)
    for title, day in rows:
        await planning.adds(teacher, title, typed(day))


async def gives_back_a_plan(tutor: Guest, teacher: Guest, day: date) -> None:
    """The first row is a week too early: it comes back with a reason, is moved, and goes again."""
    await tutor.taps("plan-card.return")
    await tutor.taps("plan-return.row", "№ 1")
    await tutor.taps("plan-return-reason", "Уточните сроки")
    teacher.sees("plan-returned", "Уточните сроки")
    await teacher.taps("plan-returned.mend")
    await teacher.taps("plan-activity.date")
    await teacher.says(typed(day))
    await teacher.taps("questions-echo.yes")
    await teacher.taps("plan-back")
    await teacher.taps("plan.agree")
    tutor.sees("plan-change")


async def reports(teacher: Guest, day: date, words: str, *photos: str) -> None:
    """The evening after an activity of this day: the bot asks, the teacher tells."""
    await evening(teacher.town, day + timedelta(days=1))
    teacher.sees("report-was", among_last=3)
    await teacher.taps("report-was.held")
    await teacher.says(words)
    if photos:
        await teacher.sends("photo", *photos)
    await teacher.taps("report-draft.send")


async def accepts(reviewer: Guest, teacher: Guest) -> None:
    """The newest report is accepted, and the teacher hears."""
    await reviewer.taps("review-card.accept")
    await two_minutes_later(reviewer.town)
    teacher.sees("review-accepted")


async def gives_back(reviewer: Guest, teacher: Guest, reason: str = PROOF) -> None:
    """The newest report comes back with a reason; the teacher adds a photo and sends it again."""
    await reviewer.taps("review-card.return")
    await reviewer.says(reason)
    await two_minutes_later(reviewer.town)
    teacher.sees("review-returned", reason)
    await teacher.taps("review-returned.mend")
    await teacher.sends("photo", "урок.jpg")
    await teacher.taps("report-draft.send")


async def replaces(author: Guest, new: str, day: date) -> None:
    """At a row of the plan: the organiser has called it off, another one stands instead; off to be signed."""
    await author.taps("plan-activity.replace")
    await author.taps("correction-reason.called-off")
    await author.taps("correction-card.write", "Написать замену")
    await planning.names(author, new)
    await author.says(typed(day))
    await author.taps("questions-echo.yes")
    await author.taps("questions-ask.option", "Открытый урок")
    await author.taps("correction-card.send")


async def invites(teacher: Guest, *guests: Guest) -> None:
    """The final event is planned, everybody whom the regulation names is invited, these guests come."""
    await teacher.says("/menu")
    await teacher.taps("menu-final-event")
    await plans_an_event(teacher, "Мастер-класс по чтению")
    await teacher.taps("final-event-card.invite")
    await teacher.taps("final-event-guests.all")
    await teacher.town.tick()
    teacher.town.wait(minutes=5)
    for guest in guests:
        await guest.taps("final-event-answer.comes")
    await evening(teacher.town, teacher.town.today)
    teacher.sees("final-event-answers")


async def observes(deputy: Guest) -> None:
    """The sheet of monitoring: what was seen, ready."""
    await deputy.taps("final-event-check.sheet")
    await deputy.taps("final-event-sheet.text")
    await deputy.says("Уроки стали живее, вопросов больше.")
    await deputy.taps("final-event-sheet.back")
    await deputy.taps("final-event-check.done")


async def holds(teacher: Guest, day: date) -> None:
    """The evening after the final event: it took place, so many came, how it was, a photo."""
    await evening(teacher.town, day)
    await evening(teacher.town, day + timedelta(days=1))
    await teacher.taps("final-event-was.held")
    await teacher.says("17")
    await teacher.says("Попробовали два приёма вместе.")
    await teacher.sends("photo", "зал.jpg")
    await teacher.taps("final-event-photo.done")
    teacher.town.wait(minutes=11)
    await teacher.town.tick()


async def diagnosed_again(teacher: Guest, values: list[int]) -> None:
    """The final diagnosis, to its result, which the companion may see."""
    await teacher.says("/menu")
    await teacher.taps("menu-final-diagnosis")
    await teacher.taps("diagnosis-final.begin")
    await answer_all(teacher, values)
    await conclude(teacher)
    await shares(teacher)


async def reflects(walker: Guest) -> None:
    """Where no final diagnosis is held, three questions stand instead."""
    await walker.says("/menu")
    await walker.taps("menu-final-diagnosis")
    await walker.taps("diagnosis-final.reflect")
    for words in ("На уроках больше бесед", "Не хватало времени", "Продолжу взаимопосещения"):
        await walker.says(words)
    await walker.taps("diagnosis-final.finish")


async def shares(teacher: Guest) -> None:
    """The result on the screen is shown to whoever accompanies."""
    await teacher.taps("diagnosis-result.share")
    await teacher.taps("diagnosis-sharing.yes")


async def looks_back(teacher: Guest) -> None:
    """The four questions of the self-analysis, as they were asked for."""
    await teacher.taps("self-analysis-asked.open")
    await teacher.taps("self-analysis.answer")
    for words in (
        "Задания на смысловое чтение",
        "Дети увереннее отвечают",
        "Мало времени",
        "Взаимопосещения",
    ):
        await teacher.says(words)


async def decides(author: Guest, name: str) -> None:
    """Whoever sums up: it ends with success."""
    await opens_the_end(author, name)
    await author.taps("conclusions.outcome")
    await author.taps("conclusions-outcome.choice", "Успешное")
    await author.taps("conclusions.send")


async def reads_the_end(teacher: Guest) -> None:
    """The teacher hears that the route is over, reads the conclusions, and says so."""
    await told(teacher.town)
    await teacher.taps("conclusions-signed-own.read")
    if teacher.has_button("conclusions-read.known"):
        await teacher.taps("conclusions-read.known")
        teacher.sees("conclusions-thanks")


async def sign(*guests: Guest) -> None:
    """One after the other; the last signature can no longer be taken back."""
    for guest in guests:
        await signs(guest)
    await two_minutes_later(guests[0].town)


async def costs(walker: Guest, regulation: str) -> None:
    """The whole life took as many messages and taps as docs/burden.md says (X44)."""
    account = select(Account.id).where(Account.telegram_id == walker.telegram_id).scalar_subquery()
    count = select(func.count()).select_from(TakenUpdate).where(TakenUpdate.account_id == account)
    (found,) = await walker.town.all(count)
    assert found == FIGURES[regulation], f"{regulation}: {found} messages and taps"
