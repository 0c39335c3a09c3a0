"""R0-042, R0-057: the teacher chooses the form of an interim report event; it is reported and reviewed like others."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from models.plan import Activity, ActivityState
from models.report import ReportState
from tests.stories.planning import takes_a_year
from tests.stories.schools import labels
from tests.stories.town import Guest, Town
from tests.stories.walking import activity, report, reported, two_minutes_later, walks

PLACE = "Кабинет 12, <МО>"


async def walking(town: Town) -> tuple[Guest, Guest]:
    """A teacher whose plan is approved, and the tutor."""
    teacher, tutor = await town.pair()
    await walks(town, teacher, ("Семинар", date(2026, 11, 9)))
    return teacher, tutor


async def plans(teacher: Guest, form: str = "Открытый урок") -> None:
    """From the menu to the event in the plan: a day, a form, a place."""
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    await teacher.taps("plan.interim")
    await teacher.says("20 октября")
    await teacher.taps("questions-echo.yes")
    await teacher.taps("questions-ask.option", form)
    await teacher.says(PLACE)


async def test_r0_042_three_answers_and_it_stands_in_the_plan_and_the_team_hears(town: Town) -> None:
    teacher, tutor = await walking(town)
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    await teacher.taps("plan.interim")
    teacher.sees("questions-number", "1 из 3")
    await teacher.says("20 октября")
    await teacher.taps("questions-echo.yes")
    assert {"Выступление на заседании МО", "Открытый урок", "Презентация на педсовете"} <= set(
        labels(teacher)
    )
    await teacher.taps("questions-ask.option", "Открытый урок")
    await teacher.says(PLACE)
    teacher.sees("plan-added", "Открытый урок")
    tutor.sees("plan-interim", "Иванова Г. П.", "Открытый урок", PLACE)
    row = await activity(town, "Открытый урок")
    assert (row.interim, row.kind, row.place, row.on_date) == (True, "open_lesson", PLACE, date(2026, 10, 20))
    assert row.state is ActivityState.PLANNED


async def test_it_is_reminded_of_reported_with_evidence_and_accepted(town: Town) -> None:
    teacher, tutor = await walking(town)
    await plans(teacher)
    town.set_local(date(2026, 10, 13), 17)
    await town.tick()
    assert "Открытый урок" in teacher.last_text
    town.set_local(date(2026, 10, 21), 17)
    await town.tick()
    teacher.sees("report-was", "Открытый урок")
    await reported(town, teacher)
    assert (await report(town, "Открытый урок")).state is ReportState.SUBMITTED
    await tutor.taps("review-card.accept")
    await two_minutes_later(town)
    teacher.sees("review-accepted", "Открытый урок")


async def test_its_form_is_changed_and_so_is_its_name(town: Town) -> None:
    teacher, _ = await walking(town)
    await plans(teacher)
    await teacher.taps("plan-open", "1")
    teacher.sees("plan-activity-interim", PLACE)
    await teacher.taps("plan-activity.presenting")
    await teacher.says("Неделя математики")
    (row,) = await town.all(select(Activity).where(Activity.interim))
    assert (row.title, row.presenting, row.kind) == ("Неделя математики", "Неделя математики", "own_talk")
    await teacher.taps("plan-activity.place")
    await teacher.says("Актовый зал")
    teacher.sees("plan-activity-interim", "Актовый зал")


async def test_its_draft_and_that_of_an_ordinary_row_do_not_meet(town: Town) -> None:
    teacher, _ = await walking(town)
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    await teacher.taps("plan.interim")
    await teacher.says("20 октября")
    await teacher.taps("questions-echo.yes")
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    await teacher.taps("plan.add")
    teacher.sees("plan-ask-title")
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    await teacher.taps("plan.interim")
    teacher.sees("plan-ask-presenting")
    assert len(await town.all(select(Activity).where(Activity.interim))) == 1


async def test_the_tutor_and_a_stranger_plan_none_by_a_forged_tap(town: Town) -> None:
    _, tutor = await walking(town)
    stranger = await town.member("Лапин Олег Олегович")
    for guest in (tutor, stranger):
        await guest.taps_again(guest.last["message_id"], "pl:interim:1:1:")
    assert await town.all(select(Activity).where(Activity.interim)) == []


async def test_it_is_planned_before_the_approval_too(town: Town) -> None:
    teacher, _ = await town.pair()
    await takes_a_year(teacher)
    await teacher.taps_again(teacher.last["message_id"], "pl:interim:1:1:")
    await teacher.says("20 октября")
    await teacher.taps("questions-echo.yes")
    await teacher.says("/cancel")
    await teacher.says("/menu")
    (row,) = await town.all(select(Activity).where(Activity.interim))
    assert row.state is ActivityState.DRAFT
